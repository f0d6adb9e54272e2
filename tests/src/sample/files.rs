//! The files kept with the customer that the demo and the pictures show.

use std::fs;

use chrono::NaiveDate;
use kundbok_core::customers::CustomerId;
use kundbok_core::documents::blocks::{Block, Document, Letterhead, Span};
use kundbok_core::documents::pdf;
use kundbok_core::register::Register;
use kundbok_core::{Error, Language, Result, Rule};

use super::{LAST_DAY, business, day, evening_of};

/// A small picture (PNG).
pub const PICTURE: &[u8] = include_bytes!("kalaset.png");

/// Keeps an agreement and a picture with a customer.
///
/// # Errors
/// Those of [`crate::attach`].
pub fn attach(register: &mut Register, customer: CustomerId) -> Result<()> {
    let failed = |_| Error::FileFailed(Rule::Failed);
    let folder = tempfile::tempdir().map_err(failed)?;
    for (name, bytes) in [
        ("Avtal om hemkalas.pdf", agreement(day(2026, 6, 1))?),
        ("Bordet på kalaset.png", PICTURE.to_owned()),
    ] {
        let path = folder.path().join(name);
        fs::write(&path, bytes).map_err(failed)?;
        // The sample is made on that evening: an earlier one would turn the time line round.
        crate::attach(register, customer, &path, evening_of(LAST_DAY))?;
    }
    Ok(())
}

/// What was agreed (PDF).
///
/// # Errors
/// [`Error::Internal`].
pub fn agreement(on: NaiveDate) -> Result<Vec<u8>> {
    let business = business();
    let paragraph = |text: &str| Block::Paragraph(vec![Span::plain(text)]);
    let document = Document {
        language: Language::Sv,
        title: "Avtal om hemkalas".to_owned(),
        author: business.name.clone(),
        date: on,
        letterhead: Letterhead {
            sender: business.sender(),
            aside: vec![on.to_string()],
            to: vec!["Elin Bergdahl".to_owned()],
        },
        foot_left: business.name,
        foot_middle: String::new(),
        blocks: vec![
            Block::Title("Avtal om hemkalas".to_owned()),
            paragraph(
                "Elin håller kalas den 14 juni hemma på Rönnstigen. Maja tar med sig varorna.",
            ),
            paragraph("Elin får 10 procent av det som säljs som rabatt på sitt eget köp."),
        ],
    };
    pdf::write(&document, |page, pages| format!("{page} / {pages}"), None)
}
