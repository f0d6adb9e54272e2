//! Taking in a list of customers: what is shown before, what is confirmed.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::customers::Source;

/// What a column of a file becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Target {
    /// Not taken in.
    Ignore,
    /// Given name.
    GivenName,
    /// Middle name, put after the given name.
    MiddleName,
    /// Family name.
    FamilyName,
    /// Given name and family name in one, in either order ("Karlsson, Anna").
    FullName,
    /// A mobile phone.
    Mobile,
    /// A phone at home.
    HomePhone,
    /// A phone at work.
    WorkPhone,
    /// Another phone.
    OtherPhone,
    /// A mail address.
    Email,
    /// Street of the home address.
    Street,
    /// Postcode of the home address.
    Postcode,
    /// Town of the home address.
    Town,
    /// Postcode and town in one.
    PostcodeTown,
    /// Country of the home address.
    Country,
    /// Street of the work address.
    WorkStreet,
    /// Postcode of the work address.
    WorkPostcode,
    /// Town of the work address.
    WorkTown,
    /// Country of the work address.
    WorkCountry,
    /// A whole address with line breaks.
    FullAddress,
    /// Birthday.
    Birthday,
    /// Language of letters.
    Language,
    /// Tags, separated by comma, semicolon or ` ::: `.
    Tags,
    /// Notes; several columns are joined by line breaks under their headings.
    Notes,
}

/// How a column of dates is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum DateOrder {
    /// 2026-04-05.
    YearMonthDay,
    /// 5.4.2026, 05-04-2026.
    DayMonthYear,
    /// 4/5/2026.
    MonthDayYear,
}

/// A column of the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ImportColumn {
    /// Its heading as it stands in the file (numbered if two are alike or one is empty).
    pub heading: String,
    /// What it becomes.
    pub target: Target,
    /// Up to three values from the file.
    pub samples: Vec<String>,
    /// How many rows have a value in it.
    pub filled: u32,
    /// True for a government id (`Personnummer`, `Se-nr.`): never taken in by itself.
    pub government_id: bool,
}

/// A row that cannot be taken in, or only in part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ImportProblem {
    /// Row number in the file as a spreadsheet counts (the heading is row 1).
    pub row: u32,
    /// Heading of the column, or empty for the whole row.
    pub column: String,
    /// The text in question, shortened.
    pub value: String,
    /// Why.
    pub reason: ImportReason,
    /// True when the whole row stays out, false when only this value does.
    pub whole_row: bool,
}

/// Why a row or value stays out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum ImportReason {
    /// The row has no name.
    NoName,
    /// More or fewer cells than there are headings.
    CellCount,
    /// Not a date.
    Date,
    /// Cannot be read as what the column holds (a mail, a phone, a language).
    Unreadable,
    /// Longer than the field.
    TooLong,
    /// NUL or other control characters.
    ControlCharacters,
    /// More phones, mails or tags than a customer can have.
    TooMany,
    /// The customer is in the register already (same name and a phone or mail in common).
    AlreadyThere,
    /// The same customer stands twice in the file.
    Twice,
}

/// A row as it would be taken in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ImportRow {
    /// Row number in the file.
    pub row: u32,
    /// Given and family name.
    pub name: String,
    /// Phones as they will be written, joined by comma.
    pub phones: String,
    /// Mails, joined by comma.
    pub emails: String,
    /// Town.
    pub town: String,
    /// Birthday as ISO date, `--MM-DD` without a year, or empty.
    pub birthday: String,
}

/// What the person sees before anything is taken in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ImportPreview {
    /// The columns; those wholly empty in the file come last.
    pub columns: Vec<ImportColumn>,
    /// How dates are read.
    pub date_order: DateOrder,
    /// True when the dates themselves could be read in more than one way.
    pub date_order_uncertain: bool,
    /// Rows in the file, blank ones not counted.
    pub total: u32,
    /// Customers that will be taken in.
    pub ready: u32,
    /// The first fifty of them.
    pub rows: Vec<ImportRow>,
    /// What stays out; at most 1 000 are listed.
    pub problems: Vec<ImportProblem>,
    /// How many rows stay out wholly.
    pub left_out: u32,
    /// Separator found: `;`, `,` or a tab.
    pub delimiter: String,
    /// Encoding found: `UTF-8` or `Windows-1252`.
    pub encoding: String,
}

/// How the person wants the columns read.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct AdjustImport {
    /// A target for each column, in the preview's order.
    pub targets: Vec<Target>,
    /// How dates are read.
    pub date_order: DateOrder,
}

/// The person's word that it is right.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct ConfirmImport {
    /// Where these people's data came from.
    pub source: Source,
    /// More about that, in words.
    pub source_detail: String,
}

/// What was taken in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ImportDone {
    /// Customers added.
    pub added: u32,
    /// Rows that stayed out.
    pub left_out: u32,
}
