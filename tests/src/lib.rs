//! What the tests across layers, the demo and the measurements share: a sample register, and the
//! real window, driven.
#![forbid(unsafe_code)]

pub mod computers;
pub mod sample;
pub mod torture;
#[cfg(unix)]
pub mod unprivileged;
#[cfg(feature = "window")]
pub mod walk;
#[cfg(feature = "window")]
pub mod window;
