//! What may be opened: a key file, and an image.

use std::sync::Arc;

use rusqlite::Connection;

use super::presence::Presence;
use super::{Here, Register};
use crate::customers::Listing;
use crate::hash::sha256;
use crate::store::register::RegisterRow;
use crate::store::{self, image};
use crate::vault::{self, Head, LocalFolder, OpeningKey, Passphrase, RegisterKey, Vault};
use crate::{Error, Language, Result, Rule};

/// The key file in the register's folder or, when there is none that can be read, this computer's
/// copy of it.
pub(super) struct KeyFile {
    pub(super) key: RegisterKey,
    pub(super) bytes: Vec<u8>,
    pub(super) is_copy: bool,
}

impl KeyFile {
    pub(super) fn find(here: &Here, passphrase: &Passphrase) -> Result<Self> {
        let folder = &here.folder;
        folder.expect_own_folders()?;
        let unwrap = |bytes: Vec<u8>, is_copy| {
            Ok(Self {
                key: RegisterKey::unwrap(&bytes, passphrase)?,
                bytes,
                is_copy,
            })
        };
        let found = folder
            .read_key_file()
            .and_then(|bytes| unwrap(bytes, false));
        let lost = match found {
            // It is there and may be newer than the copy, which would be written over it.
            Err(error @ Error::FileFailed(Rule::Held)) => return Err(error),
            Err(error @ (Error::VaultMissing | Error::VaultDamaged | Error::FileFailed(_))) => {
                error
            }
            found => return found,
        };
        // This computer may know several registers: the copy that opens this one, or else any that the
        // passphrase opens.
        let register = folder.read_register();
        let opens = |file: &Self| {
            let register = register.as_ref();
            register.is_ok_and(|sealed| vault::open(sealed, &file.key).is_ok())
        };
        let (mut other, mut refused) = (None, None);
        for local in LocalFolder::all(folder, &here.local_folder) {
            match local.read_key_file().map(|bytes| unwrap(bytes, true)) {
                Some(Ok(file)) if opens(&file) => return Ok(file),
                Some(Ok(file)) => drop(other.get_or_insert(file)),
                None | Some(Err(Error::VaultDamaged)) => {}
                Some(Err(error)) => drop(refused.get_or_insert(error)),
            }
        }
        other.ok_or(refused.unwrap_or(lost))
    }
}

/// An image that was decrypted whole and checked.
pub(super) struct Candidate {
    pub(super) connection: Connection,
    pub(super) listing: Listing,
    pub(super) row: RegisterRow,
    pub(super) head: Head,
}

impl Candidate {
    pub(super) fn open(sealed: &[u8], key: &dyn OpeningKey, language: Language) -> Result<Self> {
        // Two cores: the digest beside the decryption, SQLite's own check beside the list.
        let (image, hash) = std::thread::scope(|scope| {
            let hash = scope.spawn(|| sha256(sealed));
            let image = vault::open(sealed, key)?;
            Ok::<_, Error>((image, hash.join().map_err(|_| Error::Internal("digest"))?))
        })?;
        let (connection, (listing, row)) = image::open(&image, |connection| {
            let row = store::register::find(connection)?;
            // Nor may it be found unreadable once the folder was touched.
            store::attachment::all(connection)?;
            Ok((Listing::read(connection, language)?, row))
        })?;
        let head = Head {
            generation: row.generation,
            hash,
        };
        Ok(Self {
            connection,
            listing,
            row,
            head,
        })
    }

    /// The vault of a folder in which this state is on disk, or is about to be.
    pub(super) fn hold(&self, here: &Here) -> Result<Vault> {
        let (folder, head) = (here.folder.clone(), Some(self.head.clone()));
        Vault::hold(folder, &here.local_folder, &self.row.register_id, head)
    }

    pub(super) fn into_register(
        self,
        vault: Vault,
        key: Arc<dyn OpeningKey>,
        presence: Presence,
        here: &Here,
    ) -> Register {
        Register {
            connection: self.connection,
            listing: self.listing,
            language: here.language,
            vault,
            key,
            findings: Vec::new(),
            resealed: false,
            standing: presence.standing(here.measured),
            presence,
        }
    }
}
