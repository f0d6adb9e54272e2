//! How the window looks: pictures of it, and what axe-core finds wrong with it.

use std::fs;
use std::path::Path;

use fantoccini::error::CmdError;
use serde::Deserialize;
use serde_json::Value;

use super::Window;

/// What axe-core found wrong.
#[derive(Clone, Debug, Deserialize)]
pub struct Axe {
    /// The rule, e.g. `color-contrast`.
    pub id: String,
    /// What it asks.
    pub help: String,
    /// The elements, as HTML, and what is wrong with each.
    pub elements: Vec<String>,
}

impl Window {
    /// Writes a picture of the window (PNG), once it has stopped moving and all of it is drawn.
    pub fn picture(&self, path: &Path) {
        let settled =
            "return document.getAnimations().every((each) => each.playState !== 'running')";
        self.until("stand still", || {
            Ok(self
                .script(settled, Vec::new())?
                .as_bool()
                .filter(|still| *still))
        });
        // A picture is of the frame that was last shown. The first frame asks for the fonts that it
        // lacks; the next one is drawn with them, and is shown once another begins.
        let drawn = "const done = arguments[arguments.length - 1];
            const frame = () => new Promise(requestAnimationFrame);
            frame().then(() => document.fonts.ready).then(frame).then(frame).then(() => done(true))";
        self.answer(drawn);
        let picture = self
            .run(self.client().screenshot())
            .expect("a picture of the window");
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).expect("the pictures' folder");
        }
        fs::write(path, picture).expect("the picture is written");
    }

    /// What axe-core finds wrong with what is shown, by the rules of WCAG 2.2 A and AA and by those
    /// of good practice.
    pub fn axe(&self) -> Vec<Axe> {
        let script = "
            const done = arguments[arguments.length - 1];
            const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
            // What stays in sight covers what is scrolled under it, for the moment only.
            const sticky = [...document.querySelectorAll('*')]
              .filter((each) => getComputedStyle(each).position === 'sticky');
            for (const each of sticky) each.style.setProperty('position', 'static');
            const answer = (found) => {
              for (const each of sticky) each.style.removeProperty('position');
              done(found);
            };
            axe.run(document, { runOnly: tags, resultTypes: ['violations'] })
              .then(({ violations }) => answer(violations.map(({ id, help, nodes }) =>
                ({ id, help, elements: nodes.map((node) => `${node.html}\n${node.failureSummary}`) }))))
              .catch((error) => answer(String(error)));";
        self.put_axe_in().expect("axe-core is loaded");
        let found = self
            .run(self.client().execute_async(script, Vec::new()))
            .expect("axe-core runs");
        serde_json::from_value(found.clone())
            .unwrap_or_else(|_| panic!("axe-core answered {found}"))
    }

    /// Loads axe-core unless it is there: a reload takes it away.
    pub(super) fn put_axe_in(&self) -> Result<(), CmdError> {
        let there = self.script("return typeof axe !== 'undefined'", Vec::new())?;
        if there != Value::Bool(true) {
            self.script(&self.axe, Vec::new())?;
        }
        Ok(())
    }
}
