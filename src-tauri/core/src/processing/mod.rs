//! What is done with data and why: the business as controller, whom data goes to, the privacy policy.

pub mod business;
pub mod held;
pub mod policy;
pub mod policy_text;
pub mod suppliers;
