//! The part of systemd-logind that a program meets (org.freedesktop.login1(5)), on a stage's own bus.

use std::io::{PipeReader, Read};
use std::os::fd::OwnedFd as StdFd;
use std::sync::mpsc::{Receiver, Sender, channel};

use kundbok_tests::window::Stage;
use zbus::blocking::connection::{Builder, Connection};
use zbus::zvariant::{ObjectPath, OwnedFd, OwnedObjectPath, Value};

const MANAGER: &str = "/org/freedesktop/login1";
const SESSION: &str = "/org/freedesktop/login1/session/_32";

/// A login manager with one session.
pub struct Logind {
    bus: Connection,
    delays: Receiver<PipeReader>,
}

struct Manager {
    session: OwnedObjectPath,
    delays: Sender<PipeReader>,
}

#[zbus::interface(name = "org.freedesktop.login1.Manager")]
impl Manager {
    fn get_session(&self, id: &str) -> OwnedObjectPath {
        assert_eq!(id, "auto");
        self.session.clone()
    }

    fn inhibit(&self, what: &str, who: &str, why: &str, mode: &str) -> OwnedFd {
        assert_eq!((what, who, mode), ("sleep", "Kundbok", "delay"));
        assert!(!why.is_empty());
        let (reader, writer) = std::io::pipe().expect("a pipe");
        self.delays.send(reader).expect("the test goes on");
        StdFd::from(writer).into()
    }
}

impl Logind {
    /// Starts on the stage's bus.
    pub fn on(stage: &Stage) -> Self {
        let (sender, delays) = channel();
        let manager = Manager {
            session: ObjectPath::from_static_str_unchecked(SESSION).into(),
            delays: sender,
        };
        let bus = Builder::address(stage.bus())
            .and_then(|bus| bus.name("org.freedesktop.login1"))
            .and_then(|bus| bus.serve_at(MANAGER, manager))
            .and_then(Builder::build)
            .expect("a name on the stage's bus");
        Self { bus, delays }
    }

    /// Says that the computer is about to sleep, and answers once the program lets it.
    pub fn sleep(&self) {
        let mut delay = self.delays.recv().expect("sleep is delayed");
        self.say(MANAGER, "Manager", "PrepareForSleep", &true);
        let read = delay.read(&mut [0]).expect("the delay's pipe");
        assert_eq!(read, 0, "the delay is over when its pipe is closed");
    }

    /// Says that the computer has woken up.
    pub fn wake(&self) {
        self.say(MANAGER, "Manager", "PrepareForSleep", &false);
    }

    /// Says that the session is to be locked, as `loginctl lock-session` does.
    pub fn lock_session(&self) {
        self.say(SESSION, "Session", "Lock", &());
    }

    /// Says that the desktop's own lock screen is shown.
    pub fn lock_screen(&self) {
        let changed = std::collections::HashMap::from([("LockedHint", Value::from(true))]);
        let body = (
            "org.freedesktop.login1.Session",
            changed,
            Vec::<&str>::new(),
        );
        let interface = "org.freedesktop.DBus.Properties";
        self.bus
            .emit_signal(None::<&str>, SESSION, interface, "PropertiesChanged", &body)
            .expect("a signal");
    }

    fn say<B>(&self, path: &str, interface: &str, member: &str, body: &B)
    where
        B: serde::Serialize + zbus::zvariant::DynamicType,
    {
        let interface = format!("org.freedesktop.login1.{interface}");
        self.bus
            .emit_signal(None::<&str>, path, interface.as_str(), member, body)
            .expect("a signal");
    }
}
