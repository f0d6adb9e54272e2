//! What opens earlier generations while the keys they are sealed to are being replaced.
//!
//! age seals each file with a key of its own, and that to the recipients (age specification, "Header").
//! Before keys are replaced, the file keys of all generations are kept, sealed to the keys of before
//! and those to come, until the generations are sealed anew. So whatever stops in between, today's keys
//! open them; and neither a register key that is replaced nor a recovery key, which is nowhere but on
//! its sheet, is ever kept itself.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt::Write;

use age::secrecy::ExposeSecret;
use age::{DecryptError, Identity};
use age_core::format::{FileKey, Stanza};
use zeroize::Zeroizing;

use super::keys::{self, OpeningKey, Recipients, Seal};
use crate::{Error, Result};

/// The key of one file, which opens no other.
pub(super) struct OneFile(FileKey);

impl OneFile {
    /// Of the file that begins with these bytes, its whole header among them.
    pub(super) fn find(begins: &[u8], key: &dyn OpeningKey) -> Result<Self> {
        let found = Finding {
            identity: key.identity(),
            found: RefCell::new(None),
        };
        keys::expect_opens(begins, &found)?;
        let found = found.found.into_inner();
        found.map(Self).ok_or(Error::Internal("file key"))
    }
}

impl Identity for OneFile {
    fn unwrap_stanza(&self, _: &Stanza) -> Option<std::result::Result<FileKey, DecryptError>> {
        // To another file it does not belong, which age finds out by the header's MAC.
        Some(Ok(copy(&self.0)))
    }
}

impl OpeningKey for OneFile {
    fn identity(&self) -> &dyn Identity {
        self
    }
}

/// An identity that keeps the file key it finds.
struct Finding<'a> {
    identity: &'a dyn Identity,
    found: RefCell<Option<FileKey>>,
}

impl Identity for Finding<'_> {
    fn unwrap_stanza(&self, stanza: &Stanza) -> Option<std::result::Result<FileKey, DecryptError>> {
        let found = self.identity.unwrap_stanza(stanza)?;
        Some(found.inspect(|key| *self.found.borrow_mut() = Some(copy(key))))
    }
}

fn copy(key: &FileKey) -> FileKey {
    FileKey::init_with_mut(|bytes| *bytes = *key.expose_secret())
}

/// File keys by the names of their files.
#[derive(Default)]
pub(super) struct FileKeys(BTreeMap<String, OneFile>);

/// Hex digits of a file key.
const DIGITS: usize = 32;

impl FileKeys {
    pub(super) fn insert(&mut self, name: String, key: OneFile) {
        self.0.insert(name, key);
    }

    pub(super) fn take(&mut self, name: &str) -> Option<OneFile> {
        self.0.remove(name)
    }

    /// A line for each: its name, a blank, its key in hex.
    pub(super) fn seal(&self, to: &[&Recipients]) -> Result<Vec<u8>> {
        let lines = self.0.keys().map(|name| name.len() + DIGITS + 2).sum();
        // Growing would leave copies behind that are not wiped.
        let mut text = Zeroizing::new(String::with_capacity(lines));
        for (name, OneFile(key)) in &self.0 {
            let key = Zeroizing::new(u128::from_be_bytes(*key.expose_secret()));
            writeln!(text, "{name} {:032x}", *key).map_err(|_| Error::Internal("file keys"))?;
        }
        let mut sealed = Vec::new();
        Seal::to_all(to)?.write(text.as_bytes(), &mut sealed)?;
        Ok(sealed)
    }

    /// # Errors
    /// Those of [`keys::open`]; [`Error::VaultDamaged`] when it was sealed by someone else.
    pub(super) fn open(sealed: &[u8], key: &dyn OpeningKey) -> Result<Self> {
        let text = keys::open(sealed, key)?;
        let text = std::str::from_utf8(&text).map_err(|_| Error::VaultDamaged)?;
        let found = text.lines().map(|line| {
            let (name, hex) = line.split_once(' ')?;
            let key = Zeroizing::new(u128::from_str_radix(hex, 16).ok()?);
            let key = FileKey::init_with_mut(|bytes| *bytes = key.to_be_bytes());
            Some((name.to_owned(), OneFile(key)))
        });
        let found: Option<_> = found.collect();
        found.map(Self).ok_or(Error::VaultDamaged)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{RecoveryKey, RegisterKey, open, seal};
    use super::*;

    fn recipients(key: &RegisterKey, recovery: &RecoveryKey) -> Recipients {
        Recipients {
            register: key.recipient(),
            recovery: recovery.recipient(),
            outgoing: None,
        }
    }

    #[test]
    fn the_key_of_a_file_opens_it_and_no_other() {
        let to = recipients(&RegisterKey::make(), &RecoveryKey::make());
        let (old, new) = (RegisterKey::make(), RegisterKey::make());
        let (before, after) = (
            recipients(&old, &RecoveryKey::make()),
            recipients(&new, &RecoveryKey::make()),
        );
        let sealed = seal(b"image", &before).unwrap();
        let mut keys = FileKeys::default();
        keys.insert("7-0".to_owned(), OneFile::find(&sealed, &old).unwrap());
        assert!(OneFile::find(&sealed, &new).is_err());
        let kept = keys.seal(&[&before, &after]).unwrap();
        assert!(kept.starts_with(b"age-encryption.org/v1"));
        for key in [&old, &new] {
            let found = FileKeys::open(&kept, key).unwrap().take("7-0").unwrap();
            assert_eq!(*open(&sealed, &found).unwrap(), b"image");
            let other = seal(b"image", &to).unwrap();
            assert!(matches!(open(&other, &found), Err(Error::VaultDamaged)));
        }
        assert!(matches!(
            FileKeys::open(&kept, &RegisterKey::make()),
            Err(Error::WrongRecoveryKey)
        ));
    }

    #[test]
    fn what_was_sealed_by_hand_is_refused() {
        let key = RegisterKey::make();
        let to = recipients(&key, &RecoveryKey::make());
        for plain in [&b"7-0"[..], b"7-0 xyz", b"7-0 \xff", b"7-0 1 2"] {
            let sealed = seal(plain, &to).unwrap();
            let found = FileKeys::open(&sealed, &key);
            assert!(matches!(found, Err(Error::VaultDamaged)));
        }
    }

    /// A file of which only the beginning was read.
    #[test]
    fn the_header_is_enough() {
        let key = RegisterKey::make();
        let sealed = seal(&vec![7; 100_000], &recipients(&key, &RecoveryKey::make())).unwrap();
        let found = OneFile::find(&sealed[..2_000], &key).unwrap();
        assert_eq!(*open(&sealed, &found).unwrap(), vec![7; 100_000]);
    }
}
