//! What is done with data and why: the business as controller, whom data goes to, the privacy policy.

pub mod activities;
pub mod business;
pub mod clauses;
pub mod drift;
pub mod held;
pub mod letter;
pub mod papers;
pub mod policy;
pub mod policy_text;
pub mod record;
#[cfg(test)]
mod scene;
pub(crate) mod sections;
pub mod suppliers;
