//! What takes until it is painted in the real window.

use std::thread::sleep;
use std::time::Duration;

use kundbok_tests::window::{Stage, Window};
use kundbok_tests::{sample, walk};

use crate::Outcome;
use crate::scene::{Scene, TYPED, prefixes};
use crate::table::Measure;

/// Types a query and notes, once the frame with what it finds is painted, how long it took (ms). The
/// paint follows the frame's callbacks, so the first task after them finds it done.
const PAINTED: &str = "
    window.painted = null;
    const field = document.querySelector('[type=search]');
    const begun = performance.now();
    const found = new MutationObserver(() => {
        found.disconnect();
        requestAnimationFrame(() => setTimeout(() => { window.painted = performance.now() - begun; }));
    });
    found.observe(document.querySelector('main'), { subtree: true, childList: true, characterData: true, attributes: true });
    field.value = arguments[0];
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));";

/// Answers the question about a use with yes, turns to the policy when that is saved and in the map, and
/// notes, once the pages are painted, how long all of it took (ms).
const CHANGED: &str = "
    window.painted = null;
    const asked = () => document.querySelector('#map-question')?.textContent;
    const before = asked();
    const begun = performance.now();
    document.querySelector('[aria-labelledby=map-question] [aria-keyshortcuts]').click();
    let saved = false;
    const frame = () => {
        if (!saved && asked() !== before) {
            saved = true;
            location.hash = '#/policy';
        }
        if (!saved || !document.querySelector('.sheets > :not(.wait)')) requestAnimationFrame(frame);
        else setTimeout(() => { window.painted = performance.now() - begun; });
    };
    frame();";

/// Questions about uses of data.
const QUESTIONS: usize = 5;

impl Scene {
    /// What was done in the window until it is painted.
    pub fn painted(&self) -> Outcome<Vec<Measure>> {
        let stage = Stage::on(&self.folder);
        let window = stage.open();
        walk::unlock(&window, sample::PASSPHRASE);
        Ok(vec![
            self.search_painted(&window)?,
            self.map_painted(&window)?,
        ])
    }

    /// From a key in the search field until the rows it finds are painted, in the real window.
    fn search_painted(&self, window: &Window) -> Outcome<Measure> {
        walk::to_customers(window);
        let mut times = Vec::new();
        for query in TYPED.into_iter().flat_map(prefixes) {
            // From everyone each time: a key that finds the same rows again would paint nothing.
            for typed in [query, ""] {
                window.script(PAINTED, vec![typed.into()])?;
                let painted = until_painted(window);
                times.extend((!typed.is_empty()).then_some(painted));
            }
        }
        Ok(self.row("search, key to painted rows", times, None, 16.0))
    }

    /// From an answer about a use of data until the policy that follows from it is painted, with the
    /// saving between them.
    fn map_painted(&self, window: &Window) -> Outcome<Measure> {
        let mut times = Vec::new();
        for question in 1..=QUESTIONS {
            window.script("location.hash = '#/map'", Vec::new())?;
            window.see_text(&format!("Fråga {question} av {QUESTIONS}"));
            // She reads it, and what the answer before it led to is over.
            sleep(Duration::from_secs(2));
            window.script(CHANGED, Vec::new())?;
            times.push(until_painted(window));
        }
        Ok(self.row(
            "a change in the map to the painted policy",
            times,
            None,
            100.0,
        ))
    }
}

fn until_painted(window: &Window) -> f64 {
    window.until("paint it", || {
        Ok(window.script("return window.painted", Vec::new())?.as_f64())
    })
}
