//! The session: the one unlocked register and what is under way in the window.

use std::path::PathBuf;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError};
use std::thread;
use std::time::{Duration, Instant};

use chrono::{DateTime, FixedOffset};
use kundbok_core::drafts::Draft;
use kundbok_core::exchange::plan::ImportPlan;
use kundbok_core::register::Connection;
use kundbok_core::register::{Action, Change, Register, Sightings, Standing};
use kundbok_core::session::{News, Saved};
use kundbok_core::vault::{Backup, Lease, RecoveryKey};
use kundbok_core::{Error, Result};
use secrecy::SecretString;
use tauri::ipc::Channel;

use crate::clipboard::{Copied, System};
use crate::clock;
use crate::idle::Idle;
use crate::local::Local;
use crate::tries::Tries;

/// How long an ending program waits for work on files to stop: each piece of it looks whether it shall.
const FINISH_WITHIN: Duration = Duration::from_secs(30);

/// Managed by Tauri: one for the program.
pub struct Session {
    /// Where things lie on this computer.
    pub local: Local,
    open: Mutex<Option<Open>>,
    tries: Mutex<Tries>,
    copied: Mutex<Option<Copied<System>>>,
    /// Where a text was copied that is no secret: on some systems it is there as long as this is.
    board: Mutex<Option<System>>,
    window: Mutex<Option<Channel<News>>>,
    backup: Mutex<Option<Backup>>,
    /// Of registers that were closed, and beside which something may still be at work.
    ending: Mutex<Vec<Lease>>,
    /// Letters that are being written shall stop.
    stop: AtomicBool,
    /// What was seen of other computers while it is locked.
    pub sightings: Sightings,
}

/// What exists only while the register is unlocked. Locking drops it all.
pub struct Open {
    /// The register.
    pub register: Register,
    /// How it stands to other computers, as the window was told last.
    pub told: Standing,
    /// How long nobody has touched the window.
    pub idle: Idle,
    /// A key that was made, from then until locking: its sheet may be saved, and it may be copied,
    /// again.
    pub recovery: Option<RecoveryKey>,
    /// That key takes the place of the one in use once its sheet is saved. Until then the old sheet
    /// is the one that counts, and locking loses nothing.
    pub replaces: bool,
    /// Set-up waits for the recovery sheet to be saved. There are no customers yet, and the key
    /// exists nowhere else: locking would lose it.
    pub awaits_sheet: bool,
    /// Opened with the recovery key: a new passphrase may be chosen.
    pub by_recovery: bool,
    /// The form that is half written.
    pub draft: Option<Draft>,
    /// A list that was read and not yet taken in.
    pub import: Option<ImportPlan>,
    /// The folder that was last handed over.
    pub handed_over: Option<PathBuf>,
    /// Gone when what is open is another state, see [`Session::ask`].
    pub opening: Arc<()>,
}

impl Open {
    /// What is open is another state: what was begun with the one before is not meant for it.
    pub fn begin_anew(&mut self) {
        self.opening = Arc::new(());
        self.import = None;
    }

    /// A register that was just unlocked.
    pub fn new(register: Register, idle: Idle) -> Self {
        Self {
            told: register.standing().clone(),
            register,
            idle,
            recovery: None,
            replaces: false,
            awaits_sheet: false,
            by_recovery: false,
            draft: None,
            import: None,
            handed_over: None,
            opening: Arc::new(()),
        }
    }
}

impl Session {
    /// A locked session.
    pub fn new(local: Local) -> Self {
        Self {
            local,
            open: Mutex::new(None),
            tries: Mutex::new(Tries::new()),
            copied: Mutex::new(None),
            board: Mutex::new(None),
            window: Mutex::new(None),
            backup: Mutex::new(None),
            ending: Mutex::default(),
            stop: AtomicBool::new(false),
            sightings: Sightings::default(),
        }
    }

    /// How long it takes until the next passphrase is taken.
    pub fn wait_to_unlock(&self) -> Duration {
        whole(&self.tries).wait(clock::instant())
    }

    /// Tries a passphrase by `unlock`.
    ///
    /// # Errors
    /// [`Error::TooSoon`] after wrong ones, untried; those of `unlock`.
    pub fn try_passphrase<T>(&self, unlock: impl FnOnce() -> Result<T>) -> Result<T> {
        let mut tries = whole(&self.tries);
        if !tries.wait(clock::instant()).is_zero() {
            return Err(Error::TooSoon);
        }
        let result = unlock();
        match result {
            Ok(_) => tries.note_right(),
            Err(Error::WrongPassphrase) => tries.note_wrong(clock::instant()),
            Err(_) => {}
        }
        result
    }

    /// A backup that was chosen to come back from.
    pub fn backup(&self) -> MutexGuard<'_, Option<Backup>> {
        whole(&self.backup)
    }

    /// Whether work that can be cancelled was.
    pub const fn stop(&self) -> &AtomicBool {
        &self.stop
    }

    /// Whom to tell what happens without having been asked for. One that was reloaded is told how an
    /// open register stands.
    pub fn listen(&self, window: Channel<News>) {
        *whole(&self.window) = Some(window);
        if let Some(open) = self.lock().as_ref() {
            self.tell_standing(&open.told);
        }
    }

    /// Tells the window that it is about to be closed; answers whether it heard.
    pub fn tell_of_closing(&self) -> bool {
        let window = whole(&self.window);
        window
            .as_ref()
            .is_some_and(|window| window.send(News::Closing).is_ok())
    }

    fn tell(&self, news: News) {
        // A window that is gone shows nothing that would have to be taken away.
        if let Some(window) = &*whole(&self.window) {
            let _ = window.send(news);
        }
    }

    fn tell_standing(&self, standing: &Standing) {
        let standing = standing.clone();
        self.tell(News::Standing { standing });
    }

    /// Looks what other computers do with the register.
    pub fn look_around(&self) {
        // The watch must go on while a command is at work: the next look is seconds away.
        if matches!(self.open.try_lock(), Err(TryLockError::WouldBlock)) {
            return;
        }
        // A register that is locked meets nobody.
        let Ok(lookout) = self.with(|open| Ok(open.register.lookout())) else {
            return;
        };
        // A folder on a slow disk holds up nobody.
        let sight = lookout.look();
        let _ = self.with(|open| {
            let (now, measured) = (clock::now(), clock::instant());
            open.register.take_note(sight, now, measured);
            Ok(())
        });
    }

    /// Makes this computer's own copy of the next file that it has none of. Whether there was one.
    pub fn copy_next(&self) -> bool {
        let next = self.with(|open| open.register.next_uncopied());
        let Ok(Some((folders, sealed))) = next else {
            return false;
        };
        // What could not be copied is found where it is, and copied at the next opening.
        let _ = folders.keep(&sealed);
        true
    }

    /// Goes on sealing earlier states to today's keys where the program ended, or the register was
    /// locked, before that was done.
    pub fn go_on_resealing(&self) {
        if let Ok(Some(expected)) = self.with(|open| open.register.unfinished_reseal()) {
            // What was not reached this time is gone on with at the next opening.
            let _ = expected.run();
        }
    }

    /// Locks: the database and the keys are dropped, and a key that was copied is taken back.
    pub fn close(&self) {
        if let Some(open) = self.lock().take() {
            let mut ending = whole(&self.ending);
            ending.retain(|lease| !lease.is_last());
            ending.push(open.register.attachments().lease().clone());
        }
        self.take_back_copied();
    }

    /// Locks, and gives work that went on beside the register the time to remove what it wrote: the
    /// program is about to end.
    pub fn finish(&self) {
        self.close();
        let begun = Instant::now();
        // Also what goes on since it was locked before.
        while !whole(&self.ending).iter().all(Lease::is_last) && begun.elapsed() < FINISH_WITHIN {
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// Copies a key, for half a minute.
    ///
    /// # Errors
    /// [`Error::Internal`] when the system's clipboard cannot be used.
    pub fn copy(&self, key: SecretString) -> Result<()> {
        let copied = Copied::to(System::open()?, key, clock::instant())?;
        *whole(&self.copied) = Some(copied);
        Ok(())
    }

    /// Copies a text that is no secret.
    ///
    /// # Errors
    /// [`Error::Internal`] when the system's clipboard cannot be used.
    pub fn copy_plain(&self, text: &str) -> Result<()> {
        let mut board = System::open()?;
        board.put_plain(text)?;
        *whole(&self.board) = Some(board);
        Ok(())
    }

    /// Takes back a key that was copied long enough ago.
    pub fn take_back_due(&self, now: Instant) {
        let due = whole(&self.copied)
            .as_ref()
            .is_some_and(|copied| copied.is_due(now));
        if due {
            self.take_back_copied();
        }
    }

    fn take_back_copied(&self) {
        if let Some(copied) = whole(&self.copied).take() {
            copied.take_back();
        }
    }

    /// Locks without having been asked to, and tells the window.
    pub fn close_by_itself(&self) {
        let open = self.lock();
        if open.as_ref().is_none_or(|open| open.awaits_sheet) {
            return;
        }
        drop(open);
        self.close();
        self.tell(News::Locked);
    }

    /// Whether nobody has touched the window for as long as the settings say. While a command is at
    /// work, somebody waits for it.
    pub fn is_idle(&self, now: Instant) -> bool {
        let is_over = |open: &Open| open.idle.is_over(now);
        let open = self.open.try_lock();
        open.is_ok_and(|open| open.as_ref().is_some_and(is_over))
    }

    /// A key or a touch in the window.
    pub fn note_input(&self, now: Instant) {
        if let Some(open) = self.lock().as_mut() {
            open.idle.note_input(now);
        }
    }

    /// Exclusive access. A command that panicked may have left the database in the midst of a
    /// change: what is in memory is dropped, what is on disk is whole.
    pub fn lock(&self) -> MutexGuard<'_, Option<Open>> {
        self.open.lock().unwrap_or_else(|poisoned| {
            self.open.clear_poison();
            let mut open = poisoned.into_inner();
            *open = None;
            open
        })
    }

    /// Does something with the unlocked register.
    ///
    /// # Errors
    /// [`Error::Locked`]; those of `act`.
    pub fn with<T>(&self, act: impl FnOnce(&mut Open) -> Result<T>) -> Result<T> {
        let mut open = self.lock();
        let open = open.as_mut().ok_or(Error::Locked)?;
        let result = act(open);
        if open.told != *open.register.standing() {
            open.told = open.register.standing().clone();
            self.tell_standing(&open.told);
        }
        result
    }

    /// Asks by a dialog of the system, which stays open when the register is locked or read again
    /// meanwhile. What is answered then is meant for what was open before, and counts no more.
    ///
    /// # Errors
    /// [`Error::Locked`]; [`Error::Changed`].
    pub fn ask<T>(&self, ask: impl FnOnce() -> T) -> Result<T> {
        let opening = self.with(|open| Ok(Arc::downgrade(&open.opening)))?;
        let answer = ask();
        match opening.upgrade() {
            Some(_) => Ok(answer),
            None => Err(self.with(|_| Ok(())).err().unwrap_or(Error::Changed)),
        }
    }

    /// Reads from the unlocked register.
    ///
    /// # Errors
    /// [`Error::Locked`]; those of `read`.
    pub fn read<T>(&self, read: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        self.with(|open| open.register.read(read))
    }

    /// Changes the unlocked register and saves it.
    ///
    /// # Errors
    /// [`Error::Locked`]; those of `change` and of [`Register::write`].
    pub fn write<T>(
        &self,
        action: Action,
        change: impl FnOnce(&Connection, DateTime<FixedOffset>) -> Result<Change<T>>,
    ) -> Result<Saved<T>> {
        let now = clock::now();
        self.with(|open| {
            open.register
                .write(now, action, |connection| change(connection, now))
        })
    }
}

/// What is in it is replaced whole and never half changed, so a panic elsewhere leaves it sound.
fn whole<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
