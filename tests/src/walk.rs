//! Ways through the window that tests and demo walk, with the Swedish words she reads.

use std::fs;
use std::path::Path;

use kundbok_core::vault::RegisterFolder;

use crate::sample::{self, PASSPHRASE};
use crate::window::{Stage, Window};

/// Sets up a register in a new window, as far as the choice of how to begin.
pub fn set_up(stage: &Stage, window: &Window, sheet: &Path) {
    set_up_to_sheet(window);
    keep_sheet(stage, window, sheet);
}

/// Sets up a register in a new window, as far as the recovery sheet.
pub fn set_up_to_sheet(window: &Window) {
    window.see("heading", "Välkommen till Kundbok");
    window.press("Fortsätt");
    let business = sample::business();
    window.fill("Företagets namn", &business.name);
    window.fill("Ditt namn", &business.owner_name);
    window.fill("Mejl", &business.email);
    window.press("Fortsätt");
    window.fill("Lösenfras", PASSPHRASE);
    window.press("Skapa registret");
    window.see("heading", "Spara återställningsbladet");
}

/// Saves the recovery sheet and goes on.
pub fn keep_sheet(stage: &Stage, window: &Window, sheet: &Path) {
    stage.answer_dialogs(&[Some(sheet)]);
    window.press("Spara som PDF");
    window.press("Fortsätt");
    window.see("heading", "Klart att börja");
}

/// Opens the window on the sample register, unlocks it and goes to the customers; answers the recovery
/// key too.
///
/// # Panics
/// When the sample cannot be made.
pub fn open_sample(stage: &Stage) -> (Window, kundbok_core::vault::RecoveryKey) {
    let folder = RegisterFolder::at(stage.data().join("register"));
    let (register, recovery) =
        sample::make(&folder, &stage.data().join("local")).expect("the sample register");
    drop(register);
    let window = stage.open();
    unlock(&window, PASSPHRASE);
    to_customers(&window);
    (window, recovery)
}

/// Unlocks.
pub fn unlock(window: &Window, passphrase: &str) {
    window.fill("Lösenfras", passphrase);
    window.press("Lås upp");
    window.see("navigation", "Huvudmeny");
}

/// Goes to the list of customers: an open window begins with today.
pub fn to_customers(window: &Window) {
    window.click_with("link", "Kunder");
    window.see("searchbox", "Sök kund");
}

/// Finds a customer by typing, and opens the page.
pub fn open_customer(window: &Window, name: &str) {
    to_customers(window);
    window.fill("Sök kund", name);
    window.click_with("link", name);
    window.see("heading", name);
}

/// Takes away this computer's own copies of the register, which are put in place of what is damaged.
/// Its number stays: a window that was killed left a note, which would be another computer's.
///
/// # Panics
/// When they cannot be removed.
pub fn forget_earlier_states(stage: &Stage) {
    let local = fs::read_dir(stage.data().join("local")).expect("this computer's own folder");
    let local = local.flatten().map(|entry| entry.path());
    for folder in local.filter(|path| path.is_dir()) {
        let number = fs::read(folder.join("computer")).expect("this computer's number");
        fs::remove_dir_all(&folder).expect("earlier states can be removed");
        fs::create_dir(&folder).expect("a folder");
        fs::write(folder.join("computer"), number).expect("its number");
    }
}
