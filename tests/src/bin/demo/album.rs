//! The pictures, and going from one screen to the next.

use std::path::PathBuf;
use std::thread::sleep;
use std::time::Duration;

use kundbok_tests::window::Window;

/// Long enough for a window to be drawn anew, without a graphics card too.
pub const REDRAWN: Duration = Duration::from_millis(250);

/// Where pictures go, numbered in the order of the job.
pub struct Album {
    pub folder: PathBuf,
    pub taken: usize,
}

impl Album {
    /// A picture in light and one in dark, of what is there: the words about what was done before are closed.
    pub fn take(&mut self, window: &Window, screen: &str) {
        self.taken += 1;
        let close = "document.querySelectorAll('.toasts button').forEach((each) => each.click())";
        window.script(close, Vec::new()).expect("nothing is said");
        for theme in ["light", "dark"] {
            let look = format!("document.documentElement.dataset.theme = '{theme}'");
            window.script(&look, Vec::new()).expect("a theme");
            let name = format!("{:02}-{screen}-{theme}.png", self.taken);
            window.picture(&self.folder.join(name));
        }
        let own = "delete document.documentElement.dataset.theme";
        window
            .script(own, Vec::new())
            .expect("the system's own theme");
    }
}

/// Scrolls to a heading.
pub fn to(window: &Window, heading: &str) {
    let script = "[...document.querySelectorAll('h2')]
        .find((each) => each.innerText === arguments[0])?.scrollIntoView({ behavior: 'instant' })";
    window
        .script(script, vec![heading.into()])
        .expect("a heading");
}

/// Goes to a screen and waits until what it shows is there.
pub fn go(window: &Window, place: &str) {
    let script = "location.hash = arguments[0]";
    window.script(script, vec![place.into()]).expect("a place");
    sleep(REDRAWN);
    let shown = "return document.querySelector('h1') && !document.querySelector('progress')";
    window.until(&format!("go to {place}"), || {
        let shown = window.script(shown, Vec::new())?;
        Ok((shown == true).then_some(()))
    });
}
