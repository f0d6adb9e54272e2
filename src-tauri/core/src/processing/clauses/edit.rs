//! What she changes of the clauses.

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Clause, ClauseId, ClauseText, Name, all};
use crate::customers::validate::Checks;
use crate::documents::templates::{self, Fault, TemplateError};
use crate::error::Rule;
use crate::processing::activities::Activity;
use crate::processing::policy_text;
use crate::seen::Seen;
use crate::{Error, Language, Result, store};

/// Characters of a heading.
const HEADING: usize = 120;
/// Characters of a clause.
const TEXT: usize = 50_000;
/// Clauses of her own.
const OWN_MAX: usize = 50;
/// Lines of a template above the text: its heading and an empty one.
const ABOVE: usize = 2;

/// A clause of her own.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct AddClause {
    /// The language that it is in.
    pub language: Language,
    /// What it says.
    pub content: ClauseText,
}

/// What a clause shall say.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct EditClause {
    /// Which.
    pub id: ClauseId,
    /// In which language.
    pub language: Language,
    /// What it says.
    pub content: ClauseText,
}

/// Where a clause shall stand.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct MoveClause {
    /// Which.
    pub id: ClauseId,
    /// Before which other one; `None` for the end.
    pub before: Option<ClauseId>,
}

/// Whether a clause shall stand in the policy.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct LeaveOutClause {
    /// Which.
    pub id: ClauseId,
    /// It shall not.
    pub is_left_out: bool,
}

/// Adds a clause of her own, at the end.
///
/// # Errors
/// [`Error::Invalid`] with every refused field; what a template may not hold has its line in the
/// field: `content.text.3`.
pub fn add(connection: &Connection, request: AddClause) -> Result<ClauseId> {
    let own = store::clause::all(connection)?
        .into_iter()
        .filter(|row| row.name.is_none())
        .count();
    let mut checks = Checks::default();
    checks.count("clauses", own + 1, OWN_MAX);
    let content = check(connection, checks, request.content, request.language, None)?;
    let id = store::clause::insert(connection)?;
    store::clause::write_text(connection, id, request.language, Some(&content))?;
    Ok(id)
}

/// A clause as a change of it in `language` goes out from.
///
/// # Errors
/// [`Error::NotFound`].
pub fn seen(connection: &Connection, id: ClauseId, language: Language) -> Result<Seen> {
    Ok(find(connection, id, language)?.seen)
}

/// Writes what a clause says in one language. What is as supplied is not kept: a supplied text that
/// gets better later on is hers, too.
///
/// # Errors
/// As [`add`]; [`Error::NotFound`].
pub fn edit(connection: &Connection, request: EditClause) -> Result<()> {
    let found = find(connection, request.id, request.language)?;
    let content = check(
        connection,
        Checks::default(),
        request.content,
        request.language,
        found.name,
    )?;
    let is_supplied = match found.name {
        Some(name) => name.text(request.language)? == content,
        None => false,
    };
    let content = Some(&content).filter(|_| !is_supplied);
    store::clause::write_text(connection, request.id, request.language, content)
}

/// Puts back what was supplied, in one language.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::NotAllowed`] for one of her own.
pub fn revert(connection: &Connection, id: ClauseId, language: Language) -> Result<()> {
    if find(connection, id, language)?.name.is_none() {
        return Err(Error::NotAllowed);
    }
    store::clause::write_text(connection, id, language, None)
}

/// Moves a clause.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::NotAllowed`] for the opening, and before it.
pub fn move_to(connection: &Connection, request: MoveClause) -> Result<()> {
    let expect_movable = |id| match find(connection, id, Language::Sv)?.name {
        Some(Name::Opening) => Err(Error::NotAllowed),
        _ => Ok(()),
    };
    expect_movable(request.id)?;
    request.before.map(expect_movable).transpose()?;
    let mut order: Vec<ClauseId> = store::clause::all(connection)?
        .into_iter()
        .map(|row| row.id)
        .filter(|id| *id != request.id)
        .collect();
    let at = order
        .iter()
        .position(|id| Some(*id) == request.before)
        .unwrap_or(order.len());
    order.insert(at, request.id);
    store::clause::put_in_order(connection, &order)
}

/// Leaves a clause out, or takes it in again.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::NotAllowed`] for the opening.
pub fn leave_out(connection: &Connection, request: LeaveOutClause) -> Result<()> {
    if find(connection, request.id, Language::Sv)?.name == Some(Name::Opening) {
        return Err(Error::NotAllowed);
    }
    store::clause::leave_out(connection, request.id, request.is_left_out)
}

/// Removes one of her own.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::NotAllowed`] for a supplied one.
pub fn remove(connection: &Connection, id: ClauseId) -> Result<()> {
    if find(connection, id, Language::Sv)?.name.is_some() {
        return Err(Error::NotAllowed);
    }
    store::clause::delete(connection, id)
}

/// The clauses as they would be with what is being written in one, or in a new one.
///
/// # Errors
/// As [`edit`].
pub fn with(
    connection: &Connection,
    activities: &[Activity],
    language: Language,
    id: Option<ClauseId>,
    content: ClauseText,
) -> Result<Vec<Clause>> {
    let mut clauses = all(connection, activities, language)?;
    if id.is_none() {
        clauses.push(Clause::of_hers(None, ClauseText::default()));
    }
    // A new one is not stored, and has the number of none.
    let id = id.unwrap_or(ClauseId(0));
    let clause = clauses
        .iter_mut()
        .find(|clause| clause.id == id)
        .ok_or(Error::NotFound)?;
    clause.content = check(
        connection,
        Checks::default(),
        content,
        language,
        clause.name,
    )?;
    // It is shown while it is written, even if nothing wants it.
    clause.is_wanted = true;
    clause.is_left_out = false;
    Ok(clauses)
}

fn find(connection: &Connection, id: ClauseId, language: Language) -> Result<Clause> {
    all(connection, &[], language)?
        .into_iter()
        .find(|clause| clause.id == id)
        .ok_or(Error::NotFound)
}

/// What she wrote is tried on the values that the policy has now.
fn check(
    connection: &Connection,
    mut checks: Checks,
    mut content: ClauseText,
    language: Language,
    name: Option<Name>,
) -> Result<ClauseText> {
    // A heading is one line.
    content.heading = content
        .heading
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    checks.required("content.heading", &mut content.heading, HEADING);
    checks.required("content.text", &mut content.text, TEXT);
    checks.done()?;
    let clause = Clause::of_hers(name, content);
    templates::expect_simple(&clause.template()).map_err(|error| refusal(&error))?;
    policy_text::try_clause(connection, &clause, language)?.map_err(|error| refusal(&error))?;
    Ok(clause.content)
}

fn refusal(error: &TemplateError) -> Error {
    let field = match error.line.checked_sub(ABOVE) {
        Some(line) if line > 0 => format!("content.text.{line}"),
        _ => "content.heading".to_owned(),
    };
    let rule = match error.fault {
        Fault::Syntax => Rule::TemplateSyntax,
        Fault::UnknownVariable => Rule::TemplateVariable,
        Fault::Endless => Rule::TemplateEndless,
        Fault::Structure => Rule::TemplateStructure,
    };
    Error::invalid(field, rule)
}
