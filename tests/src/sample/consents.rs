//! What customers of the sample said yes and no to.

use kundbok_core::Result;
use kundbok_core::consents::{
    self, ConsentTexts, EditConsentText, GiveConsent, How, KeepNotes, WithdrawConsent,
};
use kundbok_core::customers::CustomerId;
use kundbok_core::inventory::Purpose;
use kundbok_core::register::{Action, Change, Register};
use kundbok_core::{Language, store};

use super::raffle::raffle;
use super::{LAST_DAY, day, evening_of};

/// Elin said yes on paper, to an earlier question, and to a raffle, and took back two others: notes that rested on one are kept
/// for a reason, photos that rested on the other are gone. Of three others one said yes to the latest, one took
/// hers back, one said no. All in one save.
///
/// # Errors
/// Those of the rules and of [`Register::write`].
pub fn consent(register: &mut Register, elin: CustomerId, others: [CustomerId; 3]) -> Result<()> {
    let now = evening_of(LAST_DAY);
    let give = |customer_id, purpose: Purpose, given_on, how, paper| GiveConsent {
        customer_id,
        to: purpose.into(),
        version: None,
        language: Language::Sv,
        given_on,
        how,
        paper,
    };
    let withdraw = |customer_id, purpose: Purpose, withdrawn_on| WithdrawConsent {
        customer_id,
        to: purpose.into(),
        withdrawn_on,
        how: How::Spoken,
    };
    register.write(now, Action::GiveConsent, |connection| {
        let papers = store::attachment::of(connection, elin.into())?;
        let paper = papers.first().map(|row| row.id);
        let newsletter = Purpose::Newsletter;
        let yes = give(elin, newsletter, day(2026, 6, 14), How::Paper, paper);
        consents::give(connection, now, &yes)?;
        let skin = Purpose::SkinAdvice;
        let yes = give(elin, skin, day(2025, 11, 29), How::Spoken, None);
        consents::give(connection, now, &yes)?;
        consents::withdraw(connection, now, &withdraw(elin, skin, day(2026, 3, 2)))?;
        let keep = KeepNotes {
            customer_id: elin,
            because: "Reklamation som inte är avslutad".to_owned(),
        };
        consents::keep_notes(connection, keep)?;
        let texts = consents::supplied(newsletter)?;
        let edit = EditConsentText {
            to: newsletter.into(),
            texts: ConsentTexts {
                sv: texts
                    .sv
                    .replace("per mejl och sms", "per mejl")
                    .replace(", din mejladress och ditt nummer", " och din mejladress"),
                da: texts
                    .da
                    .replace("på mail og sms", "på mail")
                    .replace(", din mailadresse og dit nummer", " og din mailadresse"),
                en: texts
                    .en
                    .replace("by email and text message", "by email")
                    .replace(
                        ", your email address and your number",
                        " and your email address",
                    ),
            },
        };
        consents::edit_text(connection, day(2026, 9, 1), edit)?;
        let [first, second, third] = others;
        let photo = Purpose::Photo;
        let yes = give(elin, photo, day(2026, 1, 17), How::Spoken, None);
        consents::give(connection, now, &yes)?;
        let row = consents::withdraw(connection, now, &withdraw(elin, photo, day(2026, 4, 4)))?;
        consents::follow(connection, Some(day(2026, 4, 5)), row)?;
        let yes = give(first, newsletter, day(2026, 10, 3), How::Email, None);
        consents::give(connection, now, &yes)?;
        let yes = give(second, skin, day(2025, 3, 8), How::Spoken, None);
        consents::give(connection, now, &yes)?;
        consents::withdraw(connection, now, &withdraw(second, skin, day(2026, 11, 2)))?;
        consents::withdraw(
            connection,
            now,
            &withdraw(third, newsletter, day(2026, 5, 6)),
        )?;
        let drawn = GiveConsent {
            to: raffle(connection)?,
            ..give(elin, newsletter, day(2026, 5, 30), How::Checkbox, None)
        };
        consents::give(connection, now, &drawn)?;
        Ok(Change::of_all(vec![elin, first, second, third], ()))
    })?;
    Ok(())
}
