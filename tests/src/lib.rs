//! What the tests across layers, the demo and the measurements share: a sample register, and the
//! real window, driven.
#![forbid(unsafe_code)]

pub mod computers;
pub mod sample;
pub mod torture;
pub mod unprivileged;
pub mod walk;
pub mod window;
