//! What people must know of a register that was opened, and how it is found out.

use serde::Serialize;
use ts_rs::TS;

use super::attachments::MissingAttachment;
use super::candidate::Candidate;
use super::past::GenerationId;
use crate::store::{self, image};
use crate::vault::{Generation, Head, KnownCopies, LocalFolder, OpeningKey, Question, Vault};
use crate::{Error, Language, Result};

const OLDER: &str = "older";
const DIVERGED: &str = "diverged";

/// What people must know of a register that was opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(
    rename_all = "camelCase",
    tag = "kind",
    rename_all_fields = "camelCase"
)]
#[ts(export)]
pub enum Finding {
    /// The file could not be used. The newest good state on this computer was put in its place.
    Restored {
        /// When that state was saved (RFC 3339).
        saved_at: String,
        /// Customers in it.
        customers: u32,
        /// What the file that could not be used is called now, in the register's folder.
        set_aside: Option<String>,
    },
    /// The file could not be used. She put a backup in its place.
    FromBackup {
        /// When that state was saved (RFC 3339).
        saved_at: String,
        /// Customers in it.
        customers: u32,
        /// What the file that could not be used is called now, in the register's folder.
        set_aside: Option<String>,
    },
    /// The register is older than what this computer last saved: a backup was put back by hand, or
    /// a sync client went back.
    Older {
        /// When the register was saved (RFC 3339).
        saved_at: String,
        /// What this computer saved last.
        ours: GenerationId,
    },
    /// Another computer changed the register without knowing what this one last saved.
    Diverged {
        /// When the register was saved (RFC 3339).
        saved_at: String,
        /// What this computer saved last.
        ours: GenerationId,
    },
    /// A sync client laid another state of the register beside it, under a name of its own.
    Copy {
        /// When that state was saved (RFC 3339).
        saved_at: String,
        /// It is kept on this computer, too, to be compared and taken over from.
        ours: GenerationId,
    },
    /// The key file was lost; this computer's copy was put back.
    KeyFileRestored,
    /// The earlier states on this computer are gone.
    HistoryMissing,
    /// Files of customers were gone from the register's folder; this computer's copies were put back.
    AttachmentsPutBack {
        /// How many.
        count: u32,
    },
    /// Files of customers are neither in the register's folder nor on this computer.
    AttachmentsMissing {
        /// Which.
        files: Vec<MissingAttachment>,
    },
    /// Sealed files in the register's folder belong to no customer.
    AttachmentsUnowned {
        /// How many.
        count: u32,
    },
}

impl Finding {
    /// Whether she must decide.
    pub(super) fn asks(&self) -> bool {
        matches!(self, Self::Copy { .. }) || self.question().is_some()
    }

    /// What she must decide, where nothing but this computer's notes tell it: a copy lies beside the
    /// register until she has.
    pub(super) fn question(&self) -> Option<Question> {
        let (kind, saved_at, ours) = match self {
            Self::Older { saved_at, ours } => (OLDER, saved_at, ours),
            Self::Diverged { saved_at, ours } => (DIVERGED, saved_at, ours),
            _ => return None,
        };
        Some(Question {
            kind: kind.to_owned(),
            saved_at: saved_at.clone(),
            number: ours.number,
            digest: ours.digest.clone(),
        })
    }
}

/// What tells the register from what this computer last saw of it.
pub(super) fn compare_with_head(
    candidate: &Candidate,
    local: &LocalFolder,
    key: &dyn OpeningKey,
) -> Result<Vec<Finding>> {
    let generations = local.generations();
    let noted = local.head();
    let Some(head) = noted.or_else(|| head_of_newest(local, &generations, &candidate.head)) else {
        // Opened here for the first time: there is nothing to compare with.
        return Ok(Vec::new());
    };
    let mut findings = Vec::new();
    if generations.is_empty() {
        findings.push(Finding::HistoryMissing);
    }
    let found = &candidate.head;
    let ours = || GenerationId::of(&head);
    let saved_at = || candidate.row.saved_at.clone();
    let is_ours = generations.iter().any(|generation| generation.is(found));
    if *found == head {
        // As this computer left it.
    } else if found.generation < head.generation
        && (is_ours || comes_before(found, local, &head, key))
    {
        findings.push(Finding::Older {
            saved_at: saved_at(),
            ours: ours(),
        });
    } else {
        // A lineage that does not reach back says nothing.
        let follows = store::register::comes_from(&candidate.connection, &head)?
            .unwrap_or(found.generation > head.generation);
        if !is_ours && !follows {
            findings.push(Finding::Diverged {
                saved_at: saved_at(),
                ours: ours(),
            });
        }
    }
    Ok(findings)
}

/// What this computer saved last, where `head.json` was lost. One that was sealed anew does not tell. The
/// very next one is a save that a power cut interrupted, as it did the note: it was never said to be saved.
fn head_of_newest(local: &LocalFolder, generations: &[Generation], found: &Head) -> Option<Head> {
    let newest = generations.first()?;
    if newest.number == found.generation.saturating_add(1) {
        return None;
    }
    let head = Head::of(newest.number, &local.read_generation(newest).ok()?);
    newest.is(&head).then_some(head)
}

/// What she was asked at an earlier opening and has not answered, while the state that it is about is there.
pub(super) fn unanswered(local: &LocalFolder) -> Option<Finding> {
    let asked = local.question()?;
    let mut generations = local.generations().into_iter();
    generations.find(|it| asked.is_about(it.number, &it.digest))?;
    let Question {
        kind,
        saved_at,
        number,
        digest,
    } = asked;
    let ours = GenerationId { number, digest };
    match kind.as_str() {
        OLDER => Some(Finding::Older { saved_at, ours }),
        DIVERGED => Some(Finding::Diverged { saved_at, ours }),
        _ => None,
    }
}

/// Whether what this computer last saved comes from the register that was found. What it saved that
/// cannot be opened any more says nothing against it.
fn comes_before(found: &Head, local: &LocalFolder, head: &Head, key: &dyn OpeningKey) -> bool {
    let generations = local.generations();
    let Some(ours) = generations.iter().find(|generation| generation.is(head)) else {
        return true;
    };
    let comes_from = local.open_generation(ours, key).and_then(|image| {
        image::open(&image, |connection| {
            store::register::comes_from(connection, found)
        })
    });
    comes_from.map_or(true, |(_, follows)| follows.unwrap_or(true))
}

/// A copy of this register beside it that holds what the open one does not come from. It becomes a
/// generation of this computer. What is no register, or another's, is nothing to Kundbok. What a copy
/// holds, or that it holds nothing, is remembered, so that it is opened once.
pub(super) fn find_copy(
    open: &Candidate,
    vault: &Vault,
    key: &dyn OpeningKey,
    language: Language,
) -> Option<Finding> {
    let before = vault.local().known_copies();
    let copies = vault.folder().copies().into_iter();
    let mut marked = copies.filter_map(|name| Some((vault.folder().mark_of_copy(&name)?, name)));
    let mut known = KnownCopies::new();
    let found = marked.find_map(|(mark, name)| {
        if let Some(head) = before.get(&mark)
            && is_told(open, head.as_ref())
        {
            known.insert(mark, head.clone());
            return None;
        }
        let sealed = vault.folder().read_copy(&name).ok()?;
        let copy = match Candidate::open(&sealed, key, language) {
            // One that is written anew, or to its end, has another mark.
            Err(Error::VaultDamaged) => {
                known.insert(mark, None);
                return None;
            }
            copy => copy.ok()?,
        };
        let is_ours = copy.row.register_id == open.row.register_id;
        let head = is_ours.then(|| copy.head.clone());
        if is_told(open, head.as_ref()) {
            known.insert(mark, head);
            return None;
        }
        vault.keep(&copy.head, &sealed).ok()?;
        Some(Finding::Copy {
            saved_at: copy.row.saved_at,
            ours: GenerationId::of(&copy.head),
        })
    });
    // Those after one that is told of were not looked at this time.
    known.extend(marked.filter_map(|(mark, _)| {
        let head = before.get(&mark)?.clone();
        Some((mark, head))
    }));
    if known != before {
        vault.local().note_known_copies(&known);
    }
    found
}

/// Whether the open register comes from a copy with this head; `None` is another register's.
fn is_told(open: &Candidate, head: Option<&Head>) -> bool {
    head.is_none_or(|head| {
        let follows = store::register::comes_from(&open.connection, head);
        *head == open.head || follows.is_ok_and(|follows| follows == Some(true))
    })
}
