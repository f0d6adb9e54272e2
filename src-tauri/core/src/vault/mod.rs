//! The vault: the register's files. It knows keys, sealing and how to save so that nothing is lost;
//! it knows bytes, not SQL.
//!
//! ```text
//! <register folder>/      may lie in a synced folder
//!   register.age          the image; recipients: the register key and the recovery key (X25519)
//!   keys/owner.age        the register key, wrapped by the passphrase (scrypt)
//!   keys/owner <digest>.age         a key file in whose place another was put
//!   attachments/<random>.age        files kept with customers, each sealed to the key in its row
//!   attachments/set aside/<random> <digest>.age   damaged ones, and such as nobody owned
//!   draft.age             a form that is half written
//!   READ ME.txt           how to open it without Kundbok
//!   register damaged <digest>.age   what could not be used and was set aside
//!   register kept <digest>.age      what a sync client laid beside it and she has decided about
//!   in use <computer>.age           a computer that may change the register now
//! <local folder>/<register id>/
//!   history/<n>-<sha8>.age          earlier generations
//!   head.json  lock       what this computer last saved; who has it open
//!   owner.age             a copy of the key file; `owner <digest>.age` as above
//!   replaced.age          what opens earlier generations that are not yet sealed to new keys
//!   copies.json           what files beside the register hold, as digests
//!   computer              this computer's number, for its note
//!   draft.age             a form that is half written where the register may only be read
//!   attachments/          copies of them, and of those that only earlier generations own; `set aside`
//!   attachments/unowned.json        which no row owns, and which generations may
//! ```

mod attachments;
mod backup;
mod copies;
mod disk;
mod export;
mod file_keys;
mod folder;
mod held;
mod history;
mod incoming;
mod keys;
mod lease;
mod left_behind;
mod local;
mod new_backup;
mod notes;
mod occupied;
mod owning;
mod pieces;
mod saving;
mod system;
mod unowned;
mod watching;

pub use attachments::{AttachmentFolders, Sealed};
pub use backup::Backup;
pub use disk::{make_folder, replace};
pub use export::{ExportFolder, export, export_with};
pub use folder::{Head, RegisterFolder};
pub use history::Generation;
pub use incoming::Incoming;
pub use keys::{
    KEY_FILE_FACTOR, OpeningKey, Passphrase, Recipients, RecoveryKey, RegisterKey, Seal, open, seal,
};
pub use lease::Lease;
pub use local::{KnownCopies, LocalFolder, Question};
pub use new_backup::{NewBackup, Written};
pub use notes::ComputerId;
pub use owning::Settled;
pub use saving::Vault;
pub use system::{FileSystem, Lock, NewFile, Stamp, System};
pub use watching::{Seen, Watch};
