//! Kundbok's product: the rules, the store, the vault and the documents. It knows no window, keeps
//! no global state, and is handed time and randomness.
#![forbid(unsafe_code)]

pub mod attachments;
pub mod binder;
pub mod consents;
pub mod contacts;
pub mod customers;
pub mod documents;
pub mod drafts;
pub mod error;
pub mod exchange;
pub mod hash;
pub mod informed;
pub mod inventory;
pub mod language;
pub mod law;
pub mod money;
pub mod passphrases;
pub mod processing;
pub mod purchases;
pub mod register;
pub mod requests;
pub mod retention;
pub mod seen;
pub mod session;
pub mod store;
pub mod vault;
pub mod words;

pub use error::{Code, Error, Invalid, Result, Rule};
pub use language::Language;
