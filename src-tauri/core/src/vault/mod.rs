//! The vault: the register's files. It knows keys, sealing and how to save so that nothing is lost;
//! it knows bytes, not SQL.
//!
//! ```text
//! <register folder>/      may lie in a synced folder
//!   register.age          the image; recipients: the register key and the recovery key (X25519)
//!   keys/owner.age        the register key, wrapped by the passphrase (scrypt)
//!   attachments/<random>.age        files kept with customers, each sealed to the key in its row
//!   READ ME.txt           how to open it without Kundbok
//!   register damaged <digest>.age   what could not be used and was set aside
//!   in use <computer>.age           a computer that may change the register now
//! <local folder>/<register id>/
//!   history/<n>-<sha8>.age          earlier generations
//!   head.json  lock       what this computer last saved; who has it open
//!   owner.age             a copy of the key file
//!   computer              this computer's number, for its note
//!   attachments/          copies of them, and of those that only earlier generations own
//! ```

mod attachments;
mod backup;
mod disk;
mod export;
mod folder;
mod held;
mod history;
mod keys;
mod local;
mod notes;
mod occupied;
mod owning;
mod pieces;
mod saving;
mod system;
mod unowned;

pub use attachments::{AttachmentFolders, Owned, Sealed};
pub use backup::Backup;
pub use disk::{make_folder, replace};
pub use export::{ExportFolder, export, export_with};
pub use folder::{Head, RegisterFolder};
pub use history::Generation;
pub use keys::{
    KEY_FILE_FACTOR, OpeningKey, Passphrase, Recipients, RecoveryKey, RegisterKey, Seal, open, seal,
};
pub use local::LocalFolder;
pub use notes::ComputerId;
pub use owning::Settled;
pub use saving::Vault;
pub use system::{FileSystem, Lock, NewFile, Stamp, System};
