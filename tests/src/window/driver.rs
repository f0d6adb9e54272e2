//! The window, as a person uses it: by role and name, with keys and clicks.

mod look;

use std::cell::Cell;
use std::fs;
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::runtime::{Builder, Runtime};

use super::repository;

pub use self::look::Axe;
pub use fantoccini::key::Key;

const PATIENCE: Duration = Duration::from_secs(10);
/// The longest that work may take which shows how far it is.
const LONG_WORK: Duration = Duration::from_mins(1);
const SILENCE: Duration = Duration::from_secs(15);
const PAUSE: Duration = Duration::from_millis(40);

/// The open window. Dropping it closes the program.
pub struct Window {
    runtime: Runtime,
    client: Option<Client>,
    axe: String,
    clicks: Cell<u32>,
}

impl Window {
    pub(super) fn open(driver: u16, program: &Path, data: &Path) -> Self {
        let axe = repository().join("ui/node_modules/axe-core/axe.min.js");
        let axe = fs::read_to_string(&axe).expect("axe-core (make set-up)");
        let runtime = Builder::new_current_thread()
            .enable_all()
            .build()
            .expect("a runtime");
        let options = json!({ "application": program, "args": ["--data-dir", data] });
        let capabilities = [("tauri:options".to_owned(), options)]
            .into_iter()
            .collect();
        let address = format!("http://127.0.0.1:{driver}");
        let client = runtime
            .block_on(async {
                let mut client = ClientBuilder::new(HttpConnector::new());
                let opening = client.capabilities(capabilities);
                let opening = opening.connect(&address);
                tokio::time::timeout(SILENCE, opening).await
            })
            .expect("the driver answers")
            .expect("the window opens");
        Self {
            runtime,
            client: Some(client),
            axe,
            clicks: Cell::new(0),
        }
    }

    /// Clicks what has this role and name.
    pub fn click(&self, role: &str, name: &str) {
        self.click_one(role, name, true);
    }

    /// Clicks the first that has this role and these words in its name.
    pub fn click_with(&self, role: &str, words: &str) {
        self.click_one(role, words, false);
    }

    fn click_one(&self, role: &str, name: &str, exact: bool) {
        self.until(&format!("click {role} “{name}”"), || {
            let Some(element) = self.find(role, name, exact)? else {
                return Ok(None);
            };
            if !self.run(element.is_enabled())? {
                return Ok(None);
            }
            self.bring_to_sight(&element)?;
            self.run(element.click()).map(Some)
        });
        self.clicks.set(self.clicks.get() + 1);
    }

    /// How many clicks were made.
    pub fn clicks(&self) -> u32 {
        self.clicks.get()
    }

    /// Clicks a button.
    pub fn press(&self, name: &str) {
        self.click("button", name);
    }

    /// Replaces the text in a field, and sees that it stands there.
    pub fn fill(&self, label: &str, text: &str) {
        // The driver types a line feed as nothing.
        let keys = text.replace('\n', &char::from(Key::Enter).to_string());
        self.until(&format!("fill “{label}”"), || {
            let Some(element) = self.field(label)? else {
                return Ok(None);
            };
            self.run(element.clear())?;
            self.run(element.send_keys(&keys))?;
            let stands = self.run(element.prop("value"))?;
            Ok((stands.as_deref() == Some(text)).then_some(()))
        });
    }

    /// Types into a field, after what is there.
    pub fn type_into(&self, label: &str, text: &str) {
        self.until(&format!("type into “{label}”"), || {
            let Some(element) = self.field(label)? else {
                return Ok(None);
            };
            self.run(element.send_keys(text)).map(Some)
        });
    }

    /// What stands in a field.
    pub fn value(&self, label: &str) -> String {
        self.until(&format!("read “{label}”"), || {
            let Some(element) = self.field(label)? else {
                return Ok(None);
            };
            self.run(element.prop("value"))
        })
    }

    /// Chooses an option of a native list.
    pub fn choose(&self, label: &str, option: &str) {
        self.until(&format!("choose “{option}” in “{label}”"), || {
            let Some(element) = self.find("combobox", label, true)? else {
                return Ok(None);
            };
            // The system draws the opened list, where no driver reaches.
            let script = "
                const [list, label] = arguments;
                const option = [...list.options].find((each) => each.label === label);
                if (!option) return null;
                list.value = option.value;
                list.dispatchEvent(new Event('change', { bubbles: true }));
                return true;";
            let arguments = vec![json!(element), json!(option)];
            Ok(self.script(script, arguments)?.as_bool())
        });
    }

    /// Presses keys where the focus is: the last one while all before it are held.
    pub fn keys(&self, held: &[Key], pressed: char) {
        let code = |key: &Key| char::from(*key);
        let down = held.iter().map(|key| KeyAction::Down { value: code(key) });
        let up = held
            .iter()
            .rev()
            .map(|key| KeyAction::Up { value: code(key) });
        let press = [
            KeyAction::Down { value: pressed },
            KeyAction::Up { value: pressed },
        ];
        let actions = down
            .chain(press)
            .chain(up)
            .fold(KeyActions::new("keyboard".to_owned()), KeyActions::then);
        self.run(self.client().perform_actions(actions))
            .expect("keys are pressed");
    }

    /// Presses one key where the focus is.
    pub fn key(&self, key: Key) {
        self.keys(&[], char::from(key));
    }

    /// Types where the focus is.
    pub fn type_text(&self, text: &str) {
        for character in text.chars() {
            self.keys(&[], character);
        }
    }

    /// Waits until something of this role and name is visible.
    pub fn see(&self, role: &str, name: &str) {
        self.until(&format!("see {role} “{name}”"), || {
            self.find(role, name, true).map(|found| found.map(drop))
        });
    }

    /// Waits until this text is visible somewhere, for as long as what is visible goes on changing: work that
    /// shows how far it is takes its time on a slow computer.
    pub fn see_text(&self, text: &str) {
        let (begun, moved) = (Instant::now(), Cell::new(Instant::now()));
        let mut before = String::new();
        self.wait(&format!("see the text “{text}”"), &moved, || {
            let shown = self.text()?;
            if shown != before && begun.elapsed() < LONG_WORK {
                moved.set(Instant::now());
            }
            let is_there = shown.contains(text);
            before = shown;
            Ok(is_there.then_some(()))
        });
    }

    /// Waits until this text is no longer visible anywhere.
    pub fn see_no_text(&self, text: &str) {
        self.until(&format!("no longer see the text “{text}”"), || {
            Ok((!self.text()?.contains(text)).then_some(()))
        });
    }

    /// Whether something of this role and name is visible now.
    pub fn shows(&self, role: &str, name: &str) -> bool {
        self.until("look", || self.find(role, name, true).map(Some))
            .is_some()
    }

    /// Runs a script in the window; `arguments` as in a function.
    ///
    /// # Errors
    /// What the driver or the script answers.
    pub fn script(&self, script: &str, arguments: Vec<Value>) -> Result<Value, CmdError> {
        self.run(self.client().execute(script, arguments))
    }

    /// What a script answers in its own time, by calling its last argument.
    ///
    /// # Panics
    /// When the driver or the script fails.
    pub fn answer(&self, script: &str) -> Value {
        self.run(self.client().execute_async(script, Vec::new()))
            .expect("the script answers")
    }

    /// Sizes the window, in CSS pixels of its content.
    pub fn resize(&self, width: u32, height: u32) {
        self.run(self.client().set_window_size(width, height))
            .expect("the window is resized");
    }

    /// All visible text.
    ///
    /// # Errors
    /// What the driver answers.
    pub fn text(&self) -> Result<String, CmdError> {
        let text = self.script("return document.body.innerText", Vec::new())?;
        Ok(text.as_str().unwrap_or_default().replace('\u{a0}', " "))
    }

    /// Repeats `attempt` until it answers something. An error (an element that was redrawn between
    /// finding and using it) counts as not yet.
    ///
    /// # Panics
    /// When patience ends: says what the window showed and leaves a picture of it.
    pub fn until<T>(&self, what: &str, attempt: impl FnMut() -> Result<Option<T>, CmdError>) -> T {
        self.wait(what, &Cell::new(Instant::now()), attempt)
    }

    /// The same; patience begins anew whenever `moved` is set.
    fn wait<T>(
        &self,
        what: &str,
        moved: &Cell<Instant>,
        mut attempt: impl FnMut() -> Result<Option<T>, CmdError>,
    ) -> T {
        loop {
            let result = attempt();
            if let Ok(Some(value)) = result {
                return value;
            }
            if moved.get().elapsed() > PATIENCE {
                let why = result
                    .err()
                    .map_or_else(String::new, |error| error.to_string());
                self.give_up(what, &why);
            }
            sleep(PAUSE);
        }
    }

    fn give_up(&self, what: &str, why: &str) -> ! {
        let name: String = what
            .chars()
            .map(|character| {
                if character.is_alphanumeric() {
                    character
                } else {
                    '-'
                }
            })
            .collect();
        let path = repository().join("target/e2e-failures").join(name + ".png");
        if let Ok(picture) = self.run(self.client().screenshot()) {
            let _ = fs::create_dir_all(path.parent().unwrap_or(&path));
            let _ = fs::write(&path, picture);
        }
        let shown = self.text().unwrap_or_else(|error| error.to_string());
        panic!(
            "could not {what} ({why}); see {}; the window showed:\n{shown}",
            path.display()
        );
    }

    /// Scrolls it to the middle: at the edge a bar that stays in sight may lie over it.
    fn bring_to_sight(&self, element: &Element) -> Result<(), CmdError> {
        let script = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
        self.script(script, vec![serde_json::to_value(element)?])
            .map(drop)
    }

    fn field(&self, label: &str) -> Result<Option<Element>, CmdError> {
        for role in ["textbox", "searchbox", "combobox", "spinbutton"] {
            if let Some(found) = self.find(role, label, true)? {
                return Ok(Some(found));
            }
        }
        // A passphrase field has no role while it hides what is typed.
        self.find("", label, true)
    }

    fn find(&self, role: &str, name: &str, exact: bool) -> Result<Option<Element>, CmdError> {
        self.put_axe_in()?;
        let arguments = vec![role.into(), name.into(), exact.into()];
        match self.script(include_str!("find.js"), arguments)? {
            Value::Null => Ok(None),
            found => Ok(Some(Element::from_element_id(
                self.client().clone(),
                element_id(&found).expect("the script answers an element"),
            ))),
        }
    }

    fn client(&self) -> &Client {
        self.client.as_ref().expect("the window is open")
    }

    /// Does something in the window. A driver that answers nothing at all is not waited for.
    fn run<T>(&self, future: impl Future<Output = T>) -> T {
        self.runtime
            .block_on(async { tokio::time::timeout(SILENCE, future).await })
            .expect("the driver answers")
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        if let Some(client) = self.client.take() {
            // Whatever does not end now ends with the stage.
            let _ = self
                .runtime
                .block_on(async { tokio::time::timeout(SILENCE, client.close()).await });
        }
    }
}

/// An element as the protocol writes it (W3C `WebDriver`, section 12.2).
fn element_id(value: &Value) -> Option<fantoccini::elements::ElementRef> {
    let id = value.get("element-6066-11e4-a52e-4f735466cecf")?.as_str()?;
    Some(fantoccini::elements::ElementRef::from(id.to_owned()))
}
