//! Who the policy says gets to see data.

use super::*;

#[test]
fn each_recipient_has_a_line_of_its_own() {
    for (language, is_joint) in Language::ALL.into_iter().zip([false, true, false]) {
        let mut recipients = recipients();
        recipients[0].is_joint = is_joint;
        let uses = uses(language, &[], &[]);
        let blocks = composed(&meadow(), &recipients, &uses, &SOURCES, language);
        let points: Vec<String> = blocks
            .iter()
            .filter_map(|block| match block {
                Block::List(points) => Some(points),
                _ => None,
            })
            .flatten()
            .map(|spans| spans.iter().map(|span| span.text.as_str()).collect())
            .collect();
        for Recipient { name, .. } in &recipients {
            let named = points
                .iter()
                .filter(|point| point.starts_with(&format!("{name}, ")));
            assert!(named.count() >= 1, "{name}: {points:?}");
        }
    }
}

/// Article 26(2): the essence of the arrangement is made available.
#[test]
fn people_are_told_who_answers_together_with_her() {
    let said = |work, is_joint, language| {
        let [mut first, ..] = <[Recipient; 3]>::try_from(recipients()).unwrap();
        (first.work, first.is_joint) = (work, is_joint);
        let uses = uses(language, &[], &[]);
        let blocks = composed(&meadow(), &[first], &uses, &SOURCES, language);
        expect_plain(&blocks, language);
        text(&blocks)
    };
    for (language, group, other, ask) in [
        (
            Language::Sv,
            "där vi hörs. För sidan eller gruppen ansvarar vi tillsammans.",
            "min tidsbokning. Vi ansvarar tillsammans för uppgifterna.",
            " Fråga mig om du vill veta vem som gör vad.",
        ),
        (
            Language::Da,
            " For siden eller gruppen har vi ansvaret sammen.",
            " Vi har ansvaret for oplysningerne sammen.",
            " Spørg mig, hvis du vil vide, hvem der gør hvad.",
        ),
        (
            Language::En,
            " We answer for the page or group together.",
            " We answer for your details together.",
            " Ask me if you want to know who does what.",
        ),
    ] {
        for (work, words) in [(Work::Social, group), (Work::Booking, other)] {
            let joint = said(work, true, language);
            assert!(joint.contains(&format!("{words}{ask}")), "{joint}");
            assert!(!said(work, false, language).contains(ask));
        }
    }
}
