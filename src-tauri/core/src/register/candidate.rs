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

/// The key file in the register's folder or, when it is none of this register's, this computer's copy of it.
pub(super) struct KeyFile {
    pub(super) key: RegisterKey,
    pub(super) bytes: Vec<u8>,
    pub(super) is_copy: bool,
}

impl KeyFile {
    pub(super) fn find(here: &Here, passphrase: &Passphrase) -> Result<Self> {
        here.folder.expect_own_folders()?;
        let refused = match here.folder.read_key_file() {
            Ok(bytes) => match RegisterKey::unwrap(&bytes, passphrase) {
                Ok(key) => return Ok(Self::of(key, bytes, false)),
                Err(Error::WrongPassphrase) => {
                    let copy = Self::copy_of_another(here, &bytes, passphrase);
                    return copy.ok_or(Error::WrongPassphrase);
                }
                Err(error) => error,
            },
            // It is there and may be newer than the copy, which would be written over it.
            Err(error @ Error::FileFailed(Rule::Held)) => return Err(error),
            Err(error) => error,
        };
        match refused {
            Error::VaultMissing | Error::VaultDamaged | Error::FileFailed(_) => {
                Self::copy(here, passphrase).map_err(|why| why.unwrap_or(refused))
            }
            refused => Err(refused),
        }
    }

    const fn of(key: RegisterKey, bytes: Vec<u8>, is_copy: bool) -> Self {
        Self {
            key,
            bytes,
            is_copy,
        }
    }

    fn unwrap_copy(bytes: Vec<u8>, passphrase: &Passphrase) -> Result<Self> {
        let key = RegisterKey::unwrap(&bytes, passphrase)?;
        Ok(Self::of(key, bytes, true))
    }

    /// This computer may know several registers: the copy that opens this one, or else any that the
    /// passphrase opens. Without one, why it opens none that is there.
    fn copy(here: &Here, passphrase: &Passphrase) -> std::result::Result<Self, Option<Error>> {
        let register = here.folder.read_register();
        let opens = |file: &Self| {
            let register = register.as_ref();
            register.is_ok_and(|sealed| vault::open(sealed, &file.key).is_ok())
        };
        let (mut other, mut refused) = (None, None);
        for local in LocalFolder::all(&here.folder, &here.local_folder) {
            let copy = local.read_key_file();
            match copy.map(|bytes| Self::unwrap_copy(bytes, passphrase)) {
                Some(Ok(file)) if opens(&file) => return Ok(file),
                Some(Ok(file)) => drop(other.get_or_insert(file)),
                None | Some(Err(Error::VaultDamaged)) => {}
                Some(Err(error)) => drop(refused.get_or_insert(error)),
            }
        }
        other.ok_or(refused)
    }

    /// Where both the key file and the register in the folder are another's, she types the passphrase of what
    /// this computer saved last. One that was changed elsewhere is none: its register the copy opens still.
    fn copy_of_another(here: &Here, found: &[u8], passphrase: &Passphrase) -> Option<Self> {
        let register = here.folder.read_register().ok()?;
        let copies = LocalFolder::all(&here.folder, &here.local_folder).into_iter();
        let others =
            copies.filter_map(|local| local.read_key_file().filter(|bytes| bytes != found));
        let mut opened = others.filter_map(|bytes| Self::unwrap_copy(bytes, passphrase).ok());
        opened.find(|copy| {
            let opened = vault::open(&register, &copy.key);
            matches!(opened, Err(Error::WrongRecoveryKey))
        })
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
