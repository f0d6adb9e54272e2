//! Starting, setting up, unlocking, locking.

use kundbok_core::documents::recovery;
use kundbok_core::processing::business;
use kundbok_core::register::{Here, Register};
use kundbok_core::session::{
    News, RecoverySheet, Saved, SetUp, Start, StartState, Strength, Unlocked,
};
use kundbok_core::vault::{Passphrase, RecoveryKey, RegisterFolder};
use kundbok_core::{Code, Error, Result, Rule, passphrases};
use secrecy::ExposeSecret;
use tauri::ipc::Channel;
use tauri::{AppHandle, State, Window};

use crate::error::Answer;
use crate::idle::Idle;
use crate::state::{Open, Session};
use crate::{chooser, clock};

/// How many passphrases are suggested at a time.
const SUGGESTIONS: usize = 3;

#[tauri::command(async)]
pub fn start(session: State<'_, Session>) -> Answer<Start> {
    Ok(at_start(&session)?)
}

fn at_start(session: &Session) -> Result<Start> {
    let (folder, known) = session.local.register_folder();
    let state = if let Some(open) = session.lock().as_ref() {
        StartState::Open {
            business: Box::new(open.register.read(business::view)?),
        }
    } else if folder.holds_register() {
        StartState::Locked
    } else if known || folder.holds_part_of_register() {
        // Never made anew because one is missing: it may lie on a stick that is not plugged in, or be on
        // its way through a synced folder.
        StartState::Unusable {
            code: Code::VaultMissing,
            folder: folder.path().to_string_lossy().into_owned(),
            can_restore: Register::can_restore(&folder, session.local.folder()),
        }
    } else {
        StartState::New
    };
    Ok(Start {
        state,
        settings: session.local.settings(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
    })
}

#[tauri::command(async)]
pub fn choose_register(app: AppHandle, session: State<'_, Session>) -> Answer<Option<Start>> {
    let Some(path) = chooser::folder(&app) else {
        return Ok(None);
    };
    choose(&session, &RegisterFolder::at(path))?;
    Ok(Some(at_start(&session)?))
}

/// Goes over to the register in another folder. Never from one that is open: what was read of it
/// would be taken for the other's.
fn choose(session: &Session, folder: &RegisterFolder) -> Result<()> {
    let open = session.lock();
    if open.is_some() {
        return Err(Error::NotAllowed);
    }
    if !folder.holds_register() {
        return Err(Error::VaultMissing);
    }
    session.local.remember(folder)
}

#[tauri::command(async)]
pub fn measure_passphrase(session: State<'_, Session>, passphrase: Passphrase) -> Strength {
    passphrases::strength(
        passphrase.expose_secret(),
        session.local.settings().language,
    )
}

#[tauri::command(async)]
pub fn suggest_passphrases(session: State<'_, Session>) -> Vec<String> {
    let language = session.local.settings().language;
    (0..SUGGESTIONS)
        .map(|_| passphrases::suggest(language, &mut rand::rng()))
        .collect()
}

#[tauri::command(async)]
pub fn set_up(session: State<'_, Session>, request: SetUp) -> Answer<Saved<RecoverySheet>> {
    Ok(create(&session, request)?)
}

/// Makes the register. Only where none was ever made or opened on this computer: one that is not
/// there may lie on a stick that is not plugged in, and a new one would take its place unseen.
pub(super) fn create(session: &Session, request: SetUp) -> Result<Saved<RecoverySheet>> {
    let now = clock::now();
    let language = session.local.settings().language;
    let passphrase = Passphrase::from(request.passphrase);
    strong_enough(session, &passphrase)?;
    let mut open = session.lock();
    let (here, known) = here(session);
    if known || open.is_some() {
        return Err(Error::NotAllowed);
    }
    let (mut register, recovery) = Register::create(&here, request.business, &passphrase)?;
    session.local.remember(&here.folder)?;
    register.look_around(clock::now(), clock::instant());
    let sheet = RecoverySheet {
        pages: register.read(|connection| {
            recovery::pages(connection, &recovery, language, now.naive_local().date())
        })?,
    };
    *open = Some(Open {
        recovery: Some(recovery),
        awaits_sheet: true,
        ..Open::new(register, idle(session))
    });
    Ok(Saved {
        value: sheet,
        saved_at: kundbok_core::store::instant(now),
    })
}

#[tauri::command(async)]
pub fn copy_recovery_key(session: State<'_, Session>) -> Answer<()> {
    let key = session.with(|open| Ok(open.recovery.as_ref().ok_or(Error::NotAllowed)?.text()))?;
    Ok(session.copy(key)?)
}

#[tauri::command(async)]
pub fn unlock(session: State<'_, Session>, passphrase: Passphrase) -> Answer<Unlocked> {
    Ok(open(&session, |here| {
        session.try_passphrase(|| Register::open(here, &passphrase))
    })?)
}

/// In how many seconds the next passphrase is taken.
#[tauri::command(async)]
pub fn wait_to_unlock(session: State<'_, Session>) -> u32 {
    let wait = session.wait_to_unlock();
    let begun = u64::from(wait.subsec_nanos() > 0);
    u32::try_from(wait.as_secs() + begun).unwrap_or(u32::MAX)
}

#[tauri::command(async)]
pub fn unlock_with_recovery_key(session: State<'_, Session>, key: Passphrase) -> Answer<Unlocked> {
    let key = RecoveryKey::read(key.expose_secret())?;
    let unlocked = open(&session, |here| {
        Register::open_with_recovery_key(here, &key)
    })?;
    Ok(by_recovery(&session, unlocked)?)
}

#[tauri::command(async)]
pub fn restore_register(session: State<'_, Session>, passphrase: Passphrase) -> Answer<Unlocked> {
    Ok(open(&session, |here| {
        session.try_passphrase(|| Register::restore(here, &passphrase))
    })?)
}

#[tauri::command(async)]
pub fn restore_register_with_recovery_key(
    session: State<'_, Session>,
    key: Passphrase,
) -> Answer<Unlocked> {
    let key = RecoveryKey::read(key.expose_secret())?;
    let unlocked = open(&session, |here| {
        Register::restore_with_recovery_key(here, &key)
    })?;
    Ok(by_recovery(&session, unlocked)?)
}

#[tauri::command(async)]
pub fn replace_passphrase(
    session: State<'_, Session>,
    passphrase: Passphrase,
) -> Answer<Saved<()>> {
    strong_enough(&session, &passphrase)?;
    let Saved { value, saved_at } = session.with(|open| {
        if !open.by_recovery {
            return Err(Error::NotAllowed);
        }
        let saved = open
            .register
            .replace_passphrase(&passphrase, clock::now())?;
        open.by_recovery = false;
        Ok(saved)
    })?;
    // The register is free for other things meanwhile. She is told of the passphrase alone; what is not
    // sealed anew by the time that it is locked is gone on with at the next opening.
    let _ = value.run();
    Ok(Saved {
        value: (),
        saved_at,
    })
}

#[tauri::command(async)]
pub fn lock(session: State<'_, Session>) {
    session.close();
}

/// Tells on the channel what happens without the window having asked.
#[tauri::command(async)]
pub fn listen(session: State<'_, Session>, window: Channel<News>) {
    session.listen(window);
}

/// Nothing is left to keep: the window that was to be closed closes.
#[tauri::command(async)]
pub fn close_window(window: Window) {
    // One that is gone is closed.
    let _ = window.destroy();
}

/// A key or a touch in the window.
#[tauri::command(async)]
pub fn note_input(session: State<'_, Session>) {
    session.note_input(clock::instant());
}

fn idle(session: &Session) -> Idle {
    Idle::new(session.local.settings().lock_after, clock::instant())
}

/// This computer now, and whether its register's folder was ever chosen or used. Where the system has
/// no name for it, the window of another one finds words.
fn here(session: &Session) -> (Here, bool) {
    let (folder, known) = session.local.register_folder();
    let here = Here {
        folder,
        local_folder: session.local.folder().to_owned(),
        language: session.local.settings().language,
        computer: whoami::devicename().unwrap_or_default(),
        now: clock::now(),
        measured: clock::instant(),
        sightings: session.sightings.clone(),
    };
    (here, known)
}

pub(super) fn open(
    session: &Session,
    unlock: impl FnOnce(&Here) -> Result<Register>,
) -> Result<Unlocked> {
    let mut open = session.lock();
    // A register that is open already is closed first: it holds the lock.
    *open = None;
    let (here, known) = here(session);
    let mut register = unlock(&here)?;
    register.look_around(clock::now(), clock::instant());
    // From now on a register that is not there is missing, and none is made in its place.
    if !known {
        session.local.remember(&here.folder)?;
    }
    let unlocked = unlocked(&register)?;
    *open = Some(Open {
        draft: register.find_draft(),
        ..Open::new(register, idle(session))
    });
    Ok(unlocked)
}

fn unlocked(register: &Register) -> Result<Unlocked> {
    Ok(Unlocked {
        business: register.read(business::view)?,
        findings: register.findings().to_vec(),
        standing: register.standing().clone(),
    })
}

/// Reads the register from the disk again, and goes on here if nobody else has it open, or in that
/// computer's stead.
#[tauri::command(async)]
pub fn read_again(session: State<'_, Session>, take_over: bool) -> Answer<Unlocked> {
    Ok(read(&session, take_over)?)
}

fn read(session: &Session, take_over: bool) -> Result<Unlocked> {
    let read = session.with(|open| {
        let (now, measured) = (clock::now(), clock::instant());
        open.register.read_again(take_over, now, measured)?;
        open.begin_anew();
        unlocked(&open.register)
    });
    // The other computer replaced the key. It is in the key file, behind the passphrase.
    if matches!(read, Err(Error::WrongRecoveryKey)) {
        session.close_by_itself();
        return Err(Error::Locked);
    }
    read
}

/// A new passphrase may be chosen.
pub(super) fn by_recovery(session: &Session, unlocked: Unlocked) -> Result<Unlocked> {
    session.with(|open| {
        open.by_recovery = true;
        Ok(unlocked)
    })
}

pub(super) fn strong_enough(session: &Session, passphrase: &Passphrase) -> Result<()> {
    let strength = passphrases::strength(
        passphrase.expose_secret(),
        session.local.settings().language,
    );
    if strength.level < passphrases::LEVEL_MIN {
        return Err(Error::invalid("passphrase", Rule::TooWeak));
    }
    Ok(())
}

#[cfg(test)]
pub(super) mod tests;
