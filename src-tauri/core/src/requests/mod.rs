//! People's requests about their data (chapter III).

pub(crate) mod answer;
mod folded;
pub mod handover;
mod mentions;
mod rows;
pub(crate) mod section;
