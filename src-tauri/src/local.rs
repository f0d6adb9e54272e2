//! This computer's own folder: where it is, and the settings in it. Nothing personal.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};
use directories::{BaseDirs, UserDirs};
use kundbok_core::hash::sha256;
use kundbok_core::session::{Settings, Theme, backup_after_default, lock_after_default};
use kundbok_core::vault::{self, FileSystem, RegisterFolder, System};
use kundbok_core::{Error, Language, Result, Rule};
use serde::{Deserialize, Serialize};

/// Text sizes that are offered, in percent.
const TEXT_SIZES: [u16; 4] = [100, 125, 150, 200];
/// Idle times that are offered, in seconds.
const LOCK_AFTER: [u32; 4] = [60, 300, 900, 3600];
/// Days until a backup is reminded of that are offered.
const BACKUP_AFTER: [u32; 4] = [7, 14, 30, 90];

/// Where things lie on this computer.
pub struct Local {
    folder: PathBuf,
    default_register: PathBuf,
    /// What the register's folder is written relative to when it lies in it, so that the folder under
    /// `--data-dir` may be moved. Empty for the system's own folders.
    base: PathBuf,
    mark: Option<String>,
    /// Where tests put the answers to file dialogs.
    #[cfg(feature = "e2e")]
    pub answers: PathBuf,
}

/// The settings file.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct SettingsFile {
    #[serde(flatten)]
    settings: Settings,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    register_folder: Option<PathBuf>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    backup: Option<BackupNote>,
}

/// Where the last backup was written from this computer, and when.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BackupNote {
    /// The folder.
    pub folder: PathBuf,
    /// When (RFC 3339).
    pub at: DateTime<FixedOffset>,
}

impl Local {
    /// The system's folders, or those under `--data-dir <folder>`: `local` and `register`.
    pub fn from_arguments(arguments: impl Iterator<Item = OsString>) -> Self {
        let mut arguments = arguments.skip_while(|argument| argument != "--data-dir");
        let data_dir = arguments.nth(1).map(PathBuf::from);
        let data_dir = data_dir.map(|folder| std::path::absolute(&folder).unwrap_or(folder));
        let (folder, default_register) = match &data_dir {
            Some(folder) => (folder.join("local"), folder.join("register")),
            None => system_folders(),
        };
        Self {
            #[cfg(feature = "e2e")]
            answers: folder.with_file_name("e2e-answers"),
            folder,
            default_register,
            base: data_dir.clone().unwrap_or_default(),
            mark: data_dir.map(|folder| {
                let mut hash = sha256(folder.as_os_str().as_encoded_bytes());
                hash.truncate(16);
                hash
            }),
        }
    }

    /// What tells the folder under `--data-dir` from others: 16 hex digits. `None` for the
    /// system's own folders.
    pub fn mark(&self) -> Option<&str> {
        self.mark.as_deref()
    }

    /// This computer's own folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The register's folder, and whether it was ever chosen or used on this computer.
    pub fn register_folder(&self) -> (RegisterFolder, bool) {
        match self.read().and_then(|file| file.register_folder) {
            Some(folder) => (RegisterFolder::at(self.base.join(folder)), true),
            None => (RegisterFolder::at(&self.default_register), false),
        }
    }

    /// Remembers where the register lies.
    pub fn remember(&self, register: &RegisterFolder) -> Result<()> {
        let path = register.path();
        let path = path.strip_prefix(&self.base).unwrap_or(path).to_owned();
        self.note(|file| file.register_folder = Some(path))
    }

    /// The last backup that was written from this computer.
    pub fn backup(&self) -> Option<BackupNote> {
        self.read()?.backup
    }

    /// Notes a backup that was written.
    pub fn note_backup(&self, backup: BackupNote) -> Result<()> {
        self.note(|file| file.backup = Some(backup))
    }

    /// The settings; the system's language when there are none yet.
    pub fn settings(&self) -> Settings {
        self.read_or_default().settings
    }

    /// Changes the settings.
    pub fn change(&self, settings: Settings) -> Result<Settings> {
        let offered = [
            ("textSize", TEXT_SIZES.contains(&settings.text_size)),
            ("lockAfter", LOCK_AFTER.contains(&settings.lock_after)),
            ("backupAfter", BACKUP_AFTER.contains(&settings.backup_after)),
        ];
        if let Some((field, _)) = offered.iter().find(|(_, is)| !is) {
            return Err(Error::invalid(*field, Rule::OutOfRange));
        }
        self.note(|file| file.settings = settings)?;
        Ok(self.settings())
    }

    fn note(&self, note: impl FnOnce(&mut SettingsFile)) -> Result<()> {
        let mut file = self.read_or_default();
        note(&mut file);
        self.write(&file)
    }

    fn file(&self) -> PathBuf {
        self.folder.join("settings.json")
    }

    /// A settings file that cannot be read is as good as none: nothing in it is worth stopping for.
    fn read(&self) -> Option<SettingsFile> {
        serde_json::from_reader(System.open(&self.file()).ok()?).ok()
    }

    fn read_or_default(&self) -> SettingsFile {
        self.read().unwrap_or_else(|| SettingsFile {
            settings: Settings {
                language: sys_locale::get_locales()
                    .find_map(|tag| Language::from_tag(&tag))
                    .unwrap_or(Language::En),
                theme: Theme::System,
                text_size: 100,
                lock_after: lock_after_default(),
                backup_after: backup_after_default(),
            },
            register_folder: None,
            backup: None,
        })
    }

    fn write(&self, file: &SettingsFile) -> Result<()> {
        let text = serde_json::to_vec_pretty(file).map_err(|_| Error::Internal("settings"))?;
        vault::make_folder(&self.folder)
            .and_then(|()| vault::replace(&self.file(), &text))
            .map_err(|error| match error {
                Error::SaveFailed(rule) => Error::SettingsFailed(rule),
                other => other,
            })
    }
}

/// The local application data (never synced), and the documents, where people look for their things
/// and where backups and sync clients find them.
fn system_folders() -> (PathBuf, PathBuf) {
    let local = BaseDirs::new().map_or_else(
        || PathBuf::from("."),
        |base| base.data_local_dir().to_owned(),
    );
    let documents = UserDirs::new().map_or_else(
        || local.clone(),
        |user| {
            user.document_dir()
                .unwrap_or_else(|| user.home_dir())
                .to_owned()
        },
    );
    (local.join("Kundbok"), documents.join("Kundbok"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn local(folder: &Path) -> Local {
        let arguments = ["kundbok".into(), "--data-dir".into(), folder.into()];
        Local::from_arguments(arguments.into_iter())
    }

    #[test]
    fn an_idle_time_is_one_of_those_offered_and_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let local = local(folder.path());
        assert_eq!(local.settings().lock_after, 300);
        let with = |lock_after| Settings {
            lock_after,
            ..local.settings()
        };
        assert_eq!(local.change(with(3600)).unwrap().lock_after, 3600);
        assert!(local.change(with(7)).is_err());
        assert_eq!(local.settings().lock_after, 3600);
    }

    #[test]
    fn settings_that_cannot_be_written_say_nothing_of_the_register() {
        let folder = tempfile::tempdir().unwrap();
        let local = local(folder.path());
        std::fs::write(local.folder(), b"in the way").unwrap();
        let refused = local.change(local.settings());
        assert!(matches!(refused, Err(Error::SettingsFailed(_))));
    }

    #[test]
    fn a_folder_under_data_dir_may_be_moved_with_its_register() {
        let folder = tempfile::tempdir().unwrap();
        let (before, after) = (folder.path().join("before"), folder.path().join("after"));
        let inside = local(&before);
        inside
            .remember(&RegisterFolder::at(before.join("register")))
            .unwrap();
        std::fs::rename(&before, &after).unwrap();
        let (register, known) = local(&after).register_folder();
        assert_eq!(register.path(), after.join("register"));
        assert!(known);
        let elsewhere = folder.path().join("synced");
        inside.remember(&RegisterFolder::at(&elsewhere)).unwrap();
        assert_eq!(inside.register_folder().0.path(), elsewhere);
    }

    #[test]
    fn settings_from_before_there_was_an_idle_time_are_still_read() {
        let folder = tempfile::tempdir().unwrap();
        let local = local(folder.path());
        std::fs::create_dir(local.folder()).unwrap();
        let text = r#"{"language":"da","theme":"dark","textSize":150,"registerFolder":"/r"}"#;
        std::fs::write(local.file(), text).unwrap();
        assert_eq!(local.settings().language, Language::Da);
        assert_eq!(local.settings().lock_after, 300);
        assert!(local.register_folder().1);
    }
}
