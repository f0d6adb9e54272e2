//! What the window stands on: display, session bus, driver, home folder.

use std::fs;
use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::{Window, program, repository};

const PATIENCE: Duration = Duration::from_secs(20);

/// Display, session bus, driver and home folder of one test. Dropping it ends every process that
/// was started here, and so does the end of the test program, however it ends.
pub struct Stage {
    group: ProcessGroup,
    folder: TempDir,
    data: PathBuf,
    program: PathBuf,
    display: String,
    bus: String,
    driver: u16,
}

impl Stage {
    /// A stage on an empty data folder and a display of its own.
    pub fn new() -> Self {
        Self::with(None, None, program())
    }

    /// A stage on `data`, on the display there is, or on one of its own where there is none.
    pub fn on(data: &Path) -> Self {
        let display = std::env::var("DISPLAY")
            .ok()
            .filter(|name| !name.is_empty());
        Self::with(Some(data), display, program())
    }

    /// A stage that starts `program` in place of Kundbok itself: a script that watches it.
    pub fn of(program: PathBuf) -> Self {
        Self::with(None, None, program)
    }

    fn with(data: Option<&Path>, display: Option<String>, program: PathBuf) -> Self {
        let folder = tempfile::Builder::new()
            .prefix("kundbok-")
            .tempdir()
            .expect("a temporary folder");
        let data = data.map_or_else(|| folder.path().join("data"), Path::to_owned);
        for made in [
            &data,
            &folder.path().join("tmp"),
            &folder.path().join("run"),
        ] {
            fs::create_dir_all(made).expect("folders of the stage");
        }
        private(&folder.path().join("run"));
        let mut stage = Self {
            group: ProcessGroup::start(),
            folder,
            data,
            program,
            display: String::new(),
            bus: String::new(),
            driver: 0,
        };
        stage.display = display.unwrap_or_else(|| stage.start_display());
        stage.bus = stage.start_bus();
        stage.start_driver();
        stage
    }

    /// The folder given to the program as `--data-dir`.
    pub fn data(&self) -> &Path {
        &self.data
    }

    /// The folder that holds all this stage's files: home, temporary files, and the data unless it
    /// was given.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The X display, `:1`.
    pub fn display(&self) -> &str {
        &self.display
    }

    /// The address of the D-Bus that the program takes for both the session's and the system's.
    pub fn bus(&self) -> &str {
        &self.bus
    }

    /// Answers the next file dialogs, in order; `None` cancels.
    pub fn answer_dialogs(&self, answers: &[Option<&Path>]) {
        let lines: Vec<_> = answers
            .iter()
            .map(|answer| answer.map_or_else(String::new, |path| path.display().to_string()) + "\n")
            .collect();
        fs::write(self.data.join("e2e-answers"), lines.concat()).expect("answers to dialogs");
    }

    /// Opens the window.
    pub fn open(&self) -> Window {
        // The one before may still be closing, and the next would hand over to it and end.
        let started = Instant::now();
        while self.group.runs("kundbok") {
            assert!(
                started.elapsed() < PATIENCE,
                "the window before is still open"
            );
            sleep(Duration::from_millis(20));
        }
        Window::open(self.driver, &self.program, &self.data)
    }

    /// Starts the program beside the window, as a person does who has forgotten that it is open.
    /// It ends with the stage.
    pub fn start_again(&mut self, data: &Path) -> &mut Child {
        let mut program = Command::new(&self.program);
        program.arg("--data-dir").arg(data);
        self.surround(&mut program);
        self.group.spawn(&mut program)
    }

    fn start_display(&mut self) -> String {
        let mut display = Command::new("Xvfb");
        display
            .args(["-displayfd", "1", "-screen", "0", "2000x1400x24"])
            .args(["-nolisten", "tcp", "-noreset"])
            .stdout(Stdio::piped());
        format!(":{}", self.group.spawn_and_read_line(&mut display))
    }

    fn start_bus(&mut self) -> String {
        let mut bus = Command::new("dbus-daemon");
        bus.args(["--session", "--nofork", "--nopidfile", "--print-address=1"])
            .stdout(Stdio::piped());
        self.group.spawn_and_read_line(&mut bus)
    }

    fn start_driver(&mut self) {
        let (port, native) = free_ports();
        let mut driver = Command::new(repository().join("target/tools/bin/tauri-driver"));
        driver.args([
            "--port",
            &port.to_string(),
            "--native-port",
            &native.to_string(),
        ]);
        self.surround(&mut driver);
        self.group.spawn(&mut driver);
        wait_for(port);
        wait_for(native);
        self.driver = port;
    }

    /// What a program on this stage finds around it.
    fn surround(&self, command: &mut Command) {
        let home = self.folder.path();
        command
            .env("DISPLAY", &self.display)
            .env_remove("WAYLAND_DISPLAY")
            .env("GDK_BACKEND", "x11")
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus)
            // The system's own would tell of the real computer's sleep and screen.
            .env("DBUS_SYSTEM_BUS_ADDRESS", &self.bus)
            .env("HOME", home)
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("XDG_DATA_HOME", home.join("share"))
            .env("XDG_CACHE_HOME", home.join("cache"))
            .env("XDG_STATE_HOME", home.join("state"))
            .env("XDG_RUNTIME_DIR", home.join("run"))
            .env("TMPDIR", home.join("tmp"))
            // The system's language is what a new register starts in.
            .env("LANG", "sv_SE.UTF-8")
            .env_remove("LC_ALL")
            .env_remove("LC_MESSAGES")
            .env_remove("LANGUAGE")
            // Drawn without a graphics card. WebKit's own switches for that (no compositing, no
            // DMA-BUF) leave screenshots waiting for a frame that never comes.
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            .env("NO_AT_BRIDGE", "1")
            .stdout(Stdio::null());
    }
}

impl Default for Stage {
    fn default() -> Self {
        Self::new()
    }
}

/// Processes that end together. Its leader waits for the end of a pipe that this program holds, so
/// the rest is ended even when this program is.
struct ProcessGroup {
    leader: Child,
    members: Vec<Child>,
}

impl ProcessGroup {
    fn start() -> Self {
        let leader = Command::new("sh")
            .args(["-c", "read -r _; kill -KILL 0"])
            .stdin(Stdio::piped())
            .process_group(0)
            .spawn()
            .expect("sh");
        Self {
            leader,
            members: Vec::new(),
        }
    }

    fn spawn(&mut self, command: &mut Command) -> &mut Child {
        let program = command.get_program().to_owned();
        let child = command
            .stdin(Stdio::null())
            .stderr(Stdio::null())
            .process_group(self.leader.id().try_into().expect("process id"))
            .spawn()
            .unwrap_or_else(|error| panic!("{}: {error} (make set-up)", program.display()));
        self.members.push(child);
        self.members.last_mut().expect("it was just put there")
    }

    fn spawn_and_read_line(&mut self, command: &mut Command) -> String {
        let said = self.spawn(command).stdout.as_mut();
        let mut line = String::new();
        BufReader::new(said.expect("its output is piped"))
            .read_line(&mut line)
            .expect("a line of text");
        assert!(
            !line.is_empty(),
            "{} ended at once",
            command.get_program().display()
        );
        line.trim().to_owned()
    }
}

impl ProcessGroup {
    /// Whether a program of this name runs in the group (`/proc/<id>/stat`, proc(5)).
    fn runs(&self, name: &str) -> bool {
        let group = self.leader.id().to_string();
        let processes = fs::read_dir("/proc").expect("/proc");
        processes.flatten().any(|process| {
            let stat = fs::read_to_string(process.path().join("stat")).unwrap_or_default();
            let (_, rest) = stat.split_once(" (").unwrap_or_default();
            let (program, rest) = rest.rsplit_once(") ").unwrap_or_default();
            let mut fields = rest.split(' ');
            let (state, its_group) = (fields.next(), fields.nth(1));
            // A program that has ended may have threads that end a little later, and with them
            // what it holds: its name on the bus, the register's lock.
            let threads = fs::read_dir(process.path().join("task")).map_or(0, Iterator::count);
            let runs = state != Some("Z") || threads > 1;
            program == name && its_group == Some(&group) && runs
        })
    }
}

impl Drop for ProcessGroup {
    fn drop(&mut self) {
        drop(self.leader.stdin.take());
        for process in std::iter::once(&mut self.leader).chain(&mut self.members) {
            let _ = process.wait();
        }
    }
}

/// Two ports that nobody listens on.
fn free_ports() -> (u16, u16) {
    let listen = || TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    let (one, other) = (listen(), listen());
    let port = |listener: &TcpListener| listener.local_addr().expect("its port").port();
    (port(&one), port(&other))
}

fn wait_for(port: u16) {
    let started = Instant::now();
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        assert!(started.elapsed() < PATIENCE, "the driver does not answer");
        sleep(Duration::from_millis(20));
    }
}

fn private(folder: &Path) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700)).expect("a private folder");
}
