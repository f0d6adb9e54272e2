//! What has drifted apart, found and mended in the window.

use kundbok_tests::walk;
use kundbok_tests::window::Stage;

use super::access::{look, look_whether_it_fits};

#[test]
fn what_has_drifted_apart_is_said_and_mended() {
    let stage = Stage::new();
    let (window, _) = walk::open_sample(&stage);
    window.click_with("link", "Idag");
    window.see("heading", "Du har kunder men ingen policy");
    look(&window, "today");
    look_whether_it_fits(&window, "today");
    window.click("link", "Läs utkastet");
    window.press("Ta i bruk version 1");
    window.see_text("Version 1 gäller sedan");
    window.click("link", "Hur jag skyddar dem");
    window.see("heading", "Ändra stycke");
    look(&window, "clause");
    look_whether_it_fits(&window, "clause");
    window.press("Avbryt");
    window.click_with("link", "Idag");
    window.see_text("250 kunder har inte fått policyn");
    window.see_no_text("Du har kunder men ingen policy");
    // A use that begins makes the policy untrue, and Today says so.
    window.click("link", "Svara nu");
    window.press("Ja");
    window.click_with("link", "Idag");
    window.see("heading", "Policyn stämmer inte längre");
}
