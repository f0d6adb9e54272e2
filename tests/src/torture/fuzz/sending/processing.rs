//! Requests about the map, the clauses and the policy.

use kundbok_core::Language;
use kundbok_core::processing::activities::{
    self, ActivityId, AddActivity, AnswerQuestion, EditActivity,
};
use kundbok_core::processing::clauses::{
    self, AddClause, ClauseId, EditClause, LeaveOutClause, MoveClause,
};
use kundbok_core::processing::policy::{self, GivePolicy, KeepPolicyAddress, PreviewClause};
use kundbok_core::register::{Action, Register};
use serde_json::Value;

use super::super::super::scene::now;
use super::{Came, changed, read, viewed, write};

/// Sends one of them.
pub fn send(register: &mut Register, command: &str, request: &Value) -> Option<Came> {
    Some(match command {
        "answer_question" => changed(
            register,
            Action::EditMap,
            request,
            |connection, request: AnswerQuestion| activities::answer(connection, request),
        ),
        "add_activity" => changed(
            register,
            Action::EditMap,
            request,
            |connection, request: AddActivity| activities::add(connection, request).map(drop),
        ),
        "edit_activity" => changed(
            register,
            Action::EditMap,
            request,
            |connection, request: EditActivity| activities::edit(connection, request),
        ),
        "revert_activity" => changed(
            register,
            Action::EditMap,
            request,
            |connection, request: ActivityId| activities::revert(connection, request),
        ),
        "remove_activity" => changed(
            register,
            Action::EditMap,
            request,
            |connection, request: ActivityId| activities::remove(connection, request),
        ),
        "add_clause" => changed(
            register,
            Action::EditPolicy,
            request,
            |connection, request: AddClause| clauses::add(connection, request).map(drop),
        ),
        "edit_clause" => changed(
            register,
            Action::EditPolicy,
            request,
            |connection, request: EditClause| clauses::edit(connection, request),
        ),
        "revert_clause" => changed(
            register,
            Action::EditPolicy,
            request,
            |connection, request: ClauseId| clauses::revert(connection, request, Language::Sv),
        ),
        "move_clause" => changed(
            register,
            Action::EditPolicy,
            request,
            |connection, request: MoveClause| clauses::move_to(connection, request),
        ),
        "leave_out_clause" => changed(
            register,
            Action::EditPolicy,
            request,
            |connection, request: LeaveOutClause| clauses::leave_out(connection, request),
        ),
        "remove_clause" => changed(
            register,
            Action::EditPolicy,
            request,
            |connection, request: ClauseId| clauses::remove(connection, request),
        ),
        "give_policy" => write(
            register,
            Action::GivePolicy,
            request,
            |connection, request: GivePolicy| {
                let id = request.customer_id;
                policy::give(connection, now(), &request)?;
                viewed(connection, id)
            },
        ),
        "adopt_policy" => changed(
            register,
            Action::AdoptPolicy,
            request,
            |connection, (): ()| policy::adopt(connection, now().date_naive()).map(drop),
        ),
        "keep_policy_address" => changed(
            register,
            Action::EditPolicy,
            request,
            |connection, request: KeepPolicyAddress| policy::keep_address(connection, request),
        ),
        "preview_clause" => read(request, |request: PreviewClause| {
            let today = now().date_naive();
            register.read(|connection| policy::preview_clause(connection, today, request))
        }),
        _ => return None,
    })
}
