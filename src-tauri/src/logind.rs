//! Linux: systemd-logind tells when the computer is about to sleep and when the screen is locked
//! (org.freedesktop.login1(5)). Without it there are the idle time and the clocks.

use std::io;
use std::thread;

use tauri::{AppHandle, Manager};
use zbus::blocking::{Connection, MessageIterator};
use zbus::fdo::PropertiesChanged;
use zbus::zvariant::{OwnedFd, OwnedObjectPath};
use zbus::{MatchRule, Message};

use crate::state::Session;

const NAME: &str = "org.freedesktop.login1";
const MANAGER_PATH: &str = "/org/freedesktop/login1";
const MANAGER: &str = "org.freedesktop.login1.Manager";
const SESSION: &str = "org.freedesktop.login1.Session";
const PROPERTIES: &str = "org.freedesktop.DBus.Properties";

/// Listens in a thread of its own.
///
/// # Errors
/// When the system starts no thread.
pub fn begin(app: AppHandle) -> io::Result<()> {
    thread::Builder::new()
        .name("logind".to_owned())
        .spawn(move || {
            // A system without logind, or one whose bus ends: nothing is told any more.
            let _ = listen(|| app.state::<Session>().close_by_itself());
        })
        .map(drop)
}

fn listen(lock: impl Fn()) -> zbus::Result<()> {
    let bus = Connection::system()?;
    let rule = MatchRule::builder()
        .msg_type(zbus::message::Type::Signal)
        .sender(NAME)?
        .build();
    let signals = MessageIterator::for_match_rule(rule, &bus, None)?;
    // Outside a session (a service, a terminal on another computer) nobody locks a screen.
    let session: Option<OwnedObjectPath> = call(&bus, "GetSession", &("auto",)).ok();
    let mut delay = delay_sleep(&bus);
    for signal in signals {
        let signal = signal?;
        match said(&signal, session.as_ref()) {
            Some(Said::Sleep) => {
                lock();
                // Only now may it sleep: what is in memory is written to disk when it hibernates.
                delay = None;
            }
            Some(Said::Awake) => delay = delay_sleep(&bus),
            Some(Said::Locked) => lock(),
            None => {}
        }
    }
    drop(delay);
    Ok(())
}

enum Said {
    Sleep,
    Awake,
    Locked,
}

/// What a signal means to the register.
fn said(signal: &Message, session: Option<&OwnedObjectPath>) -> Option<Said> {
    let header = signal.header();
    let (path, interface) = (header.path()?, header.interface()?);
    match (interface.as_str(), header.member()?.as_str()) {
        (MANAGER, "PrepareForSleep") if path.as_str() == MANAGER_PATH => {
            let sleeps: bool = signal.body().deserialize().ok()?;
            Some(if sleeps { Said::Sleep } else { Said::Awake })
        }
        (SESSION, "Lock") if path == &**session? => Some(Said::Locked),
        // What the desktop's own lock screen sets.
        (PROPERTIES, "PropertiesChanged") if path == &**session? => {
            let changed = PropertiesChanged::from_message(signal.clone())?;
            let changed = changed.args().ok()?;
            let locked = changed.changed_properties().get("LockedHint")?;
            bool::try_from(locked).ok()?.then_some(Said::Locked)
        }
        _ => None,
    }
}

/// Holds up sleep for the moment that locking takes (systemd-inhibit(1)).
fn delay_sleep(bus: &Connection) -> Option<OwnedFd> {
    call(bus, "Inhibit", &("sleep", "Kundbok", "Kundbok", "delay")).ok()
}

fn call<B, T>(bus: &Connection, method: &str, arguments: &B) -> zbus::Result<T>
where
    B: serde::Serialize + zbus::zvariant::DynamicType,
    T: serde::de::DeserializeOwned + zbus::zvariant::Type,
{
    bus.call_method(Some(NAME), MANAGER_PATH, Some(MANAGER), method, arguments)?
        .body()
        .deserialize()
}
