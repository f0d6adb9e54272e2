//! Lists of customers, altered at random and taken in.

use std::collections::HashSet;
use std::sync::LazyLock;

use kundbok_core::customers::{Source, take_in};
use kundbok_core::exchange::import::{AdjustImport, ConfirmImport};
use kundbok_core::exchange::plan::{ImportPlan, identity};
use kundbok_core::processing::business::Country;
use kundbok_core::register::{Action, Change};
use serde_json::json;

use super::super::scene::{Scene, contents, now};
use super::super::{Outcome, Row, Share, Trials};
use super::{expect_untouched, mutate, run};
use crate::sample::{self, Chance};

/// One in so many lists is taken in.
const TAKEN_IN: u64 = 32;

static SCENE: LazyLock<Scene> = LazyLock::new(|| Scene::new(1, 2));

static LISTS: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let swedish = sample::csv(4);
    let danish = "Fornavn\tEfternavn\tTelefon\tE-mail\tFødselsdag\tVej\tPostnr\tBy\tNoter\n\
        Søren\tÆbleskov\t\tsoren@post.example\t5. maj 1980\tRosevej 3\t9990\tSkagen\t\"to\nlinjer\"\n\
        Åse\tØstergård\t12 34\tåse\t31-02-1999\t\t\t\t\n";
    let english = "Name,Mobile,Email,Birthday,Tags,Language,Personnummer\r\n\
        \"Berg, Anna\",070-174 06 10,anna@post.example,4/5/1990,\"vip;party\",sv,\r\n\
        Anna Berg,070-174 06 10,ANNA@post.example,1990-04-05,,da,640823-3234\r\n";
    let latin: Vec<u8> = swedish
        .trim_start_matches('\u{feff}')
        .chars()
        .map(|letter| u8::try_from(letter).unwrap_or(b'?'))
        .collect();
    let wide: Vec<u8> = swedish.encode_utf16().flat_map(u16::to_le_bytes).collect();
    vec![
        swedish.into_bytes(),
        danish.as_bytes().to_vec(),
        english.as_bytes().to_vec(),
        latin,
        wide,
    ]
});

/// A million lists.
pub fn lists(share: Share) -> Row {
    let trials = Trials::new("fuzzing: lists of customers, read, adjusted and taken in");
    run(
        trials,
        share.of(2_000, 1_000_000),
        || (),
        |(), chance| one(chance),
    )
}

fn one(chance: &mut Chance) -> Outcome {
    let mut list = chance.one_of(&LISTS).clone();
    mutate::bytes(chance, &mut list);
    let known: HashSet<String> = HashSet::new();
    let is_known = |fields: &_| identity(fields).iter().any(|sign| known.contains(sign));
    let country = *chance.one_of(&Country::ALL);
    let Ok(mut plan) = ImportPlan::read(&list, country, is_known) else {
        return Ok(());
    };
    let preview = plan.preview();
    if chance.percent(30) {
        let adjusted = AdjustImport {
            targets: preview.columns.iter().map(|column| column.target).collect(),
            date_order: preview.date_order,
        };
        let mut request = serde_json::to_value(adjusted).map_err(|error| error.to_string())?;
        mutate::json(chance, &mut request);
        if let Ok(request) = serde_json::from_value::<AdjustImport>(request) {
            let _ = plan.adjust(&request, is_known);
        }
        let _ = plan.preview();
    }
    if chance.below(TAKEN_IN) == 0 {
        return taken_in(chance, &plan);
    }
    Ok(())
}

/// All of it is on disk afterwards, or nothing is changed.
fn taken_in(chance: &mut Chance, plan: &ImportPlan) -> Outcome {
    let said = |error: kundbok_core::Error| error.to_string();
    let disk = SCENE.disk.copy();
    let mut register = SCENE.open(&disk).map_err(said)?;
    let mut confirmed = json!({ "source": Source::Import, "sourceDetail": "" });
    if chance.percent(30) {
        mutate::json(chance, &mut confirmed);
    }
    let Ok(confirmed) = serde_json::from_value::<ConfirmImport>(confirmed) else {
        return Ok(());
    };
    disk.watch(&[]);
    let before = contents(&register).map_err(said)?;
    let ready = plan.preview().ready as usize;
    let result = register.write(now(), Action::ImportCustomers, |connection| {
        let about = take_in(connection, now(), plan, &confirmed)?;
        Ok(Change::of_all(about, ()))
    });
    let after = contents(&register).map_err(said)?;
    match result {
        Err(_) if after != before => Err("refused, and memory is another".to_owned()),
        Err(_) => expect_untouched(&disk),
        Ok(_) if after.customers() != before.customers() + ready => {
            Err("not as many as were ready".to_owned())
        }
        Ok(_) => {
            drop(register);
            let register = SCENE.open(&disk).map_err(said)?;
            if contents(&register).map_err(said)? == after {
                Ok(())
            } else {
                Err("what is on disk is not what was taken in".to_owned())
            }
        }
    }
}
