//! What can go wrong, folded into one [`Error`] with a closed [`Code`]. No message carries English
//! for people, SQL, a path or personal data: the window translates the code.

use serde::Serialize;
use ts_rs::TS;

/// The result of a rule, of the store and of the vault.
pub type Result<T> = std::result::Result<T, Error>;

/// What went wrong, as the window is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Code {
    /// The register is locked.
    Locked,
    /// The passphrase does not open the key file. The register is unharmed.
    WrongPassphrase,
    /// Wrong passphrases went before: the next one is not taken yet.
    TooSoon,
    /// The recovery key does not open this register, or is not a recovery key.
    WrongRecoveryKey,
    /// There is no register where one was expected.
    VaultMissing,
    /// A file of the register cannot be read as what it should be.
    VaultDamaged,
    /// The register is not the one that the passphrase's key belongs to.
    VaultReplaced,
    /// The register was written by a newer Kundbok.
    VaultTooNew,
    /// A file of an earlier state holds another one than its name says.
    Misnamed,
    /// Another computer has the register open, and its file is not here whole: it is probably on its
    /// way. `computer` says which.
    Arriving,
    /// The change is not on disk; `fields` says why (`disk`: `full`, `readOnly`, `gone`, `failed`).
    SaveFailed,
    /// Another program on this computer has the register open.
    InUse,
    /// The register may only be read here, see [`Standing`](crate::register::Standing).
    ReadOnly,
    /// Input was refused; `fields` says which and why.
    Invalid,
    /// There is no such customer, purchase, version or file.
    NotFound,
    /// The register on disk was changed by someone else since it was opened.
    Conflict,
    /// What a form was begun with was changed since, or stands for another now.
    Changed,
    /// A file that was chosen cannot be read or written; `fields` says why.
    FileFailed,
    /// This computer's settings cannot be written; `fields` says why. The register is unharmed.
    SettingsFailed,
    /// A file kept with a customer is missing or damaged.
    AttachmentLost,
    /// The act is not allowed in this state.
    NotAllowed,
    /// A fault of Kundbok's own.
    Internal,
}

/// Why a field was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Rule {
    /// Must not be empty.
    Required,
    /// Longer than the field allows.
    TooLong,
    /// More entries than allowed.
    TooMany,
    /// Cannot be read as what the field holds (a date, a number, a country).
    Unreadable,
    /// Outside the range that makes sense.
    OutOfRange,
    /// Needs explicit consent (article 9(2)(a)).
    NeedsConsent,
    /// Too weak a passphrase.
    TooWeak,
    /// The disk is full.
    Full,
    /// The file or folder may only be read.
    ReadOnly,
    /// The folder is gone.
    Gone,
    /// Another program has the file, and kept it for longer than it was waited for.
    Held,
    /// The file is empty.
    Empty,
    /// The file is not text.
    Binary,
    /// The file is larger than what is read.
    TooLarge,
    /// The file is a program.
    Program,
    /// A quote was opened and never closed.
    UnclosedQuote,
    /// A template that is not written as one.
    TemplateSyntax,
    /// A template that speaks of a value that there is not.
    TemplateVariable,
    /// A template that would never end, or grow without end.
    TemplateEndless,
    /// A template with HTML, or with structure that documents lack.
    TemplateStructure,
    /// Any other fault of the system.
    Failed,
    /// A day on which that version of a text was not there yet.
    BeforeVersion,
    /// A day before something that she said later.
    BeforeAnswer,
}

/// A refused field: its wire name, with a path for entries (`phones.0.number`), and the rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Invalid {
    /// Wire name of the field.
    pub field: String,
    /// The rule that refused it.
    pub rule: Rule,
}

impl Invalid {
    /// A refusal of `field` by `rule`.
    pub fn new(field: impl Into<String>, rule: Rule) -> Self {
        Self {
            field: field.into(),
            rule,
        }
    }
}

/// The one error. `Display` is for developers' logs and is free of personal data.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// See [`Code::Locked`].
    #[error("the register is locked")]
    Locked,
    /// See [`Code::WrongPassphrase`].
    #[error("wrong passphrase")]
    WrongPassphrase,
    /// See [`Code::TooSoon`].
    #[error("too soon")]
    TooSoon,
    /// See [`Code::WrongRecoveryKey`].
    #[error("wrong recovery key")]
    WrongRecoveryKey,
    /// See [`Code::VaultMissing`].
    #[error("no register")]
    VaultMissing,
    /// See [`Code::VaultDamaged`].
    #[error("damaged register")]
    VaultDamaged,
    /// See [`Code::VaultReplaced`].
    #[error("another register")]
    VaultReplaced,
    /// See [`Code::VaultTooNew`].
    #[error("register from a newer version")]
    VaultTooNew,
    /// See [`Code::Misnamed`].
    #[error("another state than its name says")]
    Misnamed,
    /// See [`Code::Arriving`]: what that computer is called by its system.
    #[error("not here whole yet")]
    Arriving(String),
    /// See [`Code::SaveFailed`].
    #[error("not saved: {0:?}")]
    SaveFailed(Rule),
    /// See [`Code::InUse`].
    #[error("register in use")]
    InUse,
    /// See [`Code::ReadOnly`].
    #[error("read only")]
    ReadOnly,
    /// See [`Code::Invalid`].
    #[error("refused input")]
    Invalid(Vec<Invalid>),
    /// See [`Code::NotFound`].
    #[error("not found")]
    NotFound,
    /// See [`Code::Conflict`].
    #[error("changed elsewhere")]
    Conflict,
    /// See [`Code::Changed`].
    #[error("changed since it was read")]
    Changed,
    /// See [`Code::FileFailed`].
    #[error("file failed: {0:?}")]
    FileFailed(Rule),
    /// See [`Code::SettingsFailed`].
    #[error("settings failed: {0:?}")]
    SettingsFailed(Rule),
    /// See [`Code::AttachmentLost`].
    #[error("attachment lost")]
    AttachmentLost,
    /// See [`Code::NotAllowed`].
    #[error("not allowed")]
    NotAllowed,
    /// See [`Code::Internal`]. The text names a place in the program, never data.
    #[error("internal: {0}")]
    Internal(&'static str),
}

impl Error {
    /// One refused field.
    pub fn invalid(field: impl Into<String>, rule: Rule) -> Self {
        Self::Invalid(vec![Invalid::new(field, rule)])
    }

    /// The code that goes over the bridge.
    pub const fn code(&self) -> Code {
        match self {
            Self::Locked => Code::Locked,
            Self::WrongPassphrase => Code::WrongPassphrase,
            Self::TooSoon => Code::TooSoon,
            Self::WrongRecoveryKey => Code::WrongRecoveryKey,
            Self::VaultMissing => Code::VaultMissing,
            Self::VaultDamaged => Code::VaultDamaged,
            Self::VaultReplaced => Code::VaultReplaced,
            Self::VaultTooNew => Code::VaultTooNew,
            Self::Misnamed => Code::Misnamed,
            Self::Arriving(_) => Code::Arriving,
            Self::SaveFailed(_) => Code::SaveFailed,
            Self::InUse => Code::InUse,
            Self::ReadOnly => Code::ReadOnly,
            Self::Invalid(_) => Code::Invalid,
            Self::NotFound => Code::NotFound,
            Self::Conflict => Code::Conflict,
            Self::Changed => Code::Changed,
            Self::FileFailed(_) => Code::FileFailed,
            Self::SettingsFailed(_) => Code::SettingsFailed,
            Self::AttachmentLost => Code::AttachmentLost,
            Self::NotAllowed => Code::NotAllowed,
            Self::Internal(_) => Code::Internal,
        }
    }

    /// The fields that go over the bridge beside the code.
    pub fn fields(&self) -> Vec<Invalid> {
        match self {
            Self::Invalid(fields) => fields.clone(),
            Self::SaveFailed(rule) => vec![Invalid::new("disk", *rule)],
            Self::FileFailed(rule) => vec![Invalid::new("file", *rule)],
            Self::SettingsFailed(rule) => vec![Invalid::new("settings", *rule)],
            _ => Vec::new(),
        }
    }

    /// The computer that goes over the bridge beside the code.
    pub fn computer(&self) -> Option<&str> {
        match self {
            Self::Arriving(computer) => Some(computer),
            _ => None,
        }
    }
}
