//! Everything that can happen to a register, tried as often as the goals say. Prints a table and
//! leaves `target/torture.json`. With words, only the experiments that
//! they name are run, and no report is left.
#![forbid(unsafe_code)]

use std::error::Error;
use std::fs;
use std::io::{Write, stdout};
use std::path::Path;
use std::time::Instant;

use kundbok_tests::torture::child::{CHILD, play};
use kundbok_tests::torture::{EXPERIMENTS, Row, Share};

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if let [first, part @ ..] = &words[..]
        && first == CHILD
    {
        return play(part);
    }
    let mut out = stdout();
    writeln!(
        out,
        "{:<76} {:>9} {:>7} {:>9} {:>6}",
        "", "tried", "failed", "goal", "s"
    )?;
    let mut rows = Vec::new();
    for (word, experiment) in EXPERIMENTS {
        if !words.is_empty() && !words.iter().any(|given| given == word) {
            continue;
        }
        let start = Instant::now();
        let row = experiment(Share::All);
        writeln!(
            out,
            "{:<76} {:>9} {:>7} {:>9} {:>6}",
            row.name,
            row.tried,
            row.failed,
            row.goal,
            start.elapsed().as_secs()
        )?;
        if let Some(why) = row.skipped {
            writeln!(out, "    not tried: {why}")?;
        }
        for complaint in &row.complaints {
            writeln!(out, "    {complaint}")?;
        }
        rows.push(row);
    }
    let good = rows.iter().all(Row::is_good);
    if words.is_empty() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/torture.json");
        fs::write(path, serde_json::to_vec_pretty(&rows)?)?;
    }
    if good {
        Ok(())
    } else {
        Err("not all is as it must be".into())
    }
}
