//! A form that was half written when the register was locked. It lies in the register folder,
//! sealed to the same keys as the register, until the form is saved or left. On a computer that may
//! only read, it lies in that computer's own folder: the one beside the register is the other's.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::error::Rule;
use crate::vault::{self, FileSystem, OpeningKey, Recipients, System};
use crate::{Error, Result};

const FILE: &str = "draft.age";
/// The largest form that is kept (bytes): many times what the longest notes come to.
const CONTENT_MAX: usize = 1 << 20;
/// The largest file that is looked at (bytes).
const FILE_MAX: u64 = 4 << 20;

/// A half-written form.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS, Zeroize, ZeroizeOnDrop)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct Draft {
    /// Which form: its address in the window, which holds row ids and nothing personal.
    pub form: String,
    /// What stands in it, as the window wrote it down (JSON).
    pub content: String,
}

pub(crate) fn keep(folder: &Path, recipients: &Recipients, draft: &Draft) -> Result<()> {
    if draft.form.len() + draft.content.len() > CONTENT_MAX {
        return Err(Error::invalid("content", Rule::TooLong));
    }
    let plain = serde_json::to_vec(draft).map_err(|_| Error::Internal("draft"))?;
    let sealed = vault::seal(&Zeroizing::new(plain), recipients)?;
    vault::replace(&file(folder), &sealed)
}

pub(crate) fn find(folder: &Path, key: &dyn OpeningKey) -> Option<Draft> {
    let file = file(folder);
    let found = fs::symlink_metadata(&file).ok()?;
    if !found.is_file() || found.len() > FILE_MAX {
        return None;
    }
    let plain = vault::open(&fs::read(file).ok()?, key).ok()?;
    serde_json::from_slice(&plain).ok()
}

pub(crate) fn drop_kept(folder: &Path) -> Result<()> {
    match System.remove(&file(folder)) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(Error::SaveFailed(match error.kind() {
                ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Rule::ReadOnly,
                _ => Rule::Failed,
            }))
        }
        _ => Ok(()),
    }
}

fn file(folder: &Path) -> PathBuf {
    folder.join(FILE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vault::{RecoveryKey, RegisterKey};

    fn draft(content: &str) -> Draft {
        Draft {
            form: "#/customers/new".to_owned(),
            content: content.to_owned(),
        }
    }

    fn recipients(key: &RegisterKey, recovery: &RecoveryKey) -> Recipients {
        Recipients {
            register: key.recipient(),
            recovery: recovery.recipient(),
            outgoing: None,
        }
    }

    #[test]
    fn a_draft_comes_back_with_either_key_and_is_sealed_meanwhile() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path();
        let (key, recovery) = (RegisterKey::make(), RecoveryKey::make());
        let recipients = recipients(&key, &recovery);
        keep(folder, &recipients, &draft("Elin")).unwrap();
        keep(folder, &recipients, &draft("Elin Bergdahl")).unwrap();
        let content = |found: Option<Draft>| found.map(|draft| draft.content.clone());
        let expected = Some("Elin Bergdahl".to_owned());
        assert_eq!(content(find(folder, &key)), expected);
        assert_eq!(content(find(folder, &recovery)), expected);
        let bytes = fs::read(file(folder)).unwrap();
        assert!(bytes.starts_with(b"age-encryption.org/v1"));
        assert!(memchr::memmem::find(&bytes, b"Bergdahl").is_none());

        drop_kept(folder).unwrap();
        assert!(find(folder, &key).is_none());
        drop_kept(folder).unwrap();
    }

    #[test]
    fn a_draft_that_is_anothers_or_damaged_is_none() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path();
        let (key, recovery) = (RegisterKey::make(), RecoveryKey::make());
        keep(folder, &recipients(&key, &recovery), &draft("Elin")).unwrap();
        assert!(find(folder, &RegisterKey::make()).is_none());
        let whole = fs::read(file(folder)).unwrap();
        fs::write(file(folder), &whole[..whole.len() - 1]).unwrap();
        assert!(find(folder, &key).is_none());
        fs::write(file(folder), b"").unwrap();
        assert!(find(folder, &key).is_none());
    }

    #[test]
    fn a_draft_longer_than_any_form_is_refused() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path();
        let recipients = recipients(&RegisterKey::make(), &RecoveryKey::make());
        let long = draft(&"x".repeat(CONTENT_MAX + 1));
        assert!(matches!(
            keep(folder, &recipients, &long),
            Err(Error::Invalid(_))
        ));
        assert!(!file(folder).exists());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_not_followed() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path();
        let (key, recovery) = (RegisterKey::make(), RecoveryKey::make());
        keep(folder, &recipients(&key, &recovery), &draft("Elin")).unwrap();
        let elsewhere = root.path().join("elsewhere");
        fs::rename(file(folder), &elsewhere).unwrap();
        std::os::unix::fs::symlink(&elsewhere, file(folder)).unwrap();
        assert!(find(folder, &key).is_none());
        keep(folder, &recipients(&key, &recovery), &draft("Åsa")).unwrap();
        assert!(find(folder, &key).is_some());
        assert!(elsewhere.exists());
    }
}
