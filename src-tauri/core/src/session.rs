//! Starting, setting up, unlocking: what the first screens ask and answer.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Language;
use crate::documents::page::Page;
use crate::error::Code;
use crate::processing::business::Business;
use crate::register::{Finding, MissingAttachment, Standing};

/// What is found at start.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Start {
    /// What the first screen is.
    pub state: StartState,
    /// The settings of this computer.
    pub settings: Settings,
    /// The program's version.
    pub version: String,
}

/// What the first screen is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(
    rename_all = "camelCase",
    tag = "kind",
    rename_all_fields = "camelCase"
)]
#[ts(export)]
pub enum StartState {
    /// No register was ever made or opened on this computer: set up.
    New,
    /// A register is there, locked.
    Locked,
    /// A register was there and cannot be used: why ([`Code::VaultMissing`], [`Code::VaultDamaged`], ...).
    Unusable {
        /// Why.
        code: Code,
        /// The folder where it was.
        folder: String,
        /// This computer keeps earlier states that can be put in its place.
        can_restore: bool,
    },
    /// It is unlocked (the window was reloaded).
    Open {
        /// The business.
        business: Box<Business>,
    },
}

/// A register that was just opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Unlocked {
    /// The business.
    pub business: Business,
    /// What was found that she must know.
    pub findings: Vec<Finding>,
    /// How it stands to other computers.
    pub standing: Standing,
}

/// What the window is told without having asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(
    rename_all = "camelCase",
    tag = "kind",
    rename_all_fields = "camelCase"
)]
#[ts(export)]
pub enum News {
    /// The register was locked: idle, asleep, the screen locked.
    Locked,
    /// The window is about to be closed, once it has kept what was typed last.
    Closing,
    /// It stands otherwise to other computers than before.
    Standing {
        /// How.
        standing: Standing,
    },
}

/// What keeps the register safe beside its passphrase.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Safety {
    /// When the recovery sheet was last tried with success (RFC 3339); `None` reminds of it.
    pub recovery_tested_at: Option<String>,
    /// Where backups are written, once that was chosen.
    pub backup_folder: Option<String>,
    /// When the last backup was written from this computer (RFC 3339).
    pub backed_up_at: Option<String>,
    /// The last backup is older than the settings say, or there is none.
    pub backup_due: bool,
}

/// A backup that was just written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct BackedUp {
    /// How it stands now.
    pub safety: Safety,
    /// Files of customers that are not in it, as they are whole nowhere on this computer.
    pub lost: Vec<MissingAttachment>,
}

/// The look of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// The reminder in a settings file from before there was one.
pub const fn backup_after_default() -> u32 {
    14
}

/// Settings of this computer; nothing personal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct Settings {
    /// Language of the interface.
    pub language: Language,
    /// Light, dark or as the system says.
    pub theme: Theme,
    /// Text size in percent: 100, 125, 150 or 200.
    pub text_size: u16,
    /// Seconds without a key or a touch after which the register is locked: 60, 300, 900 or 3600.
    #[serde(default = "lock_after_default")]
    pub lock_after: u32,
    /// Days after a backup until the next one is reminded of: 7, 14, 30 or 90.
    #[serde(default = "backup_after_default")]
    pub backup_after: u32,
}

/// Five minutes, in seconds: of a computer whose settings were written before there was a choice too.
pub const fn lock_after_default() -> u32 {
    300
}

/// What set-up asks.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct SetUp {
    /// The business and its contact details.
    pub business: Business,
    /// The passphrase.
    pub passphrase: String,
}

/// The recovery key, shown once.
#[derive(Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct RecoverySheet {
    /// The sheet as it will print.
    pub pages: Vec<Page>,
}

/// How strong a passphrase is.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Strength {
    /// 0 (empty) to 4 (strong). Below 3 is refused.
    pub level: u8,
    /// What was counted.
    pub counted: Counted,
    /// Average time to find it at a thousand tries a second, in years.
    pub years: f64,
}

/// What a strength was counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Counted {
    /// Words drawn from Kundbok's list.
    DrawnWords,
    /// What a person chose, with common words and patterns taken into account.
    Chosen,
}

/// A change that is on disk.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Saved<T> {
    /// What the command answers.
    pub value: T,
    /// When it was on disk (RFC 3339).
    pub saved_at: String,
}
