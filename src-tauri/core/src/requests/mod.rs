//! People's requests about their data (chapter III).

pub mod handover;
mod mentions;
