//! Journeys through the core: what people do, from the first minute to a handed-over copy.

mod common;
mod hand_over;
mod hostile;
mod import;
mod policy;
mod register;
mod without_kundbok;
