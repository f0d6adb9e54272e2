//! The vault: the register's files. It knows keys, sealing and how to save so that nothing is lost;
//! it knows bytes, not SQL.
//!
//! ```text
//! <register folder>/      may lie in a synced folder
//!   register.age          the image; recipients: the register key and the recovery key (X25519)
//!   keys/owner.age        the register key, wrapped by the passphrase (scrypt)
//!   READ ME.txt           how to open it without Kundbok
//! <local folder>/<register id>/
//!   head.json  lock       what this computer last saved; who has it open
//! ```

mod disk;
mod folder;
mod keys;

pub use folder::{Head, RegisterFolder, Vault};
pub use keys::{OpeningKey, Passphrase, Recipients, RecoveryKey, RegisterKey, open, seal};
