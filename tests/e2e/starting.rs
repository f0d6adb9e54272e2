//! Starting it a second time.

use std::process::ExitStatus;
use std::thread::sleep;
use std::time::{Duration, Instant};

use kundbok_tests::walk;
use kundbok_tests::window::Stage;
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{ConnectionExt, InputFocus};
use x11rb::rust_connection::RustConnection;
use zbus::blocking::connection::Builder;
use zbus::blocking::fdo::DBusProxy;

const PATIENCE: Duration = Duration::from_secs(10);

/// How many Kundboks can be found by a second start.
fn found(stage: &Stage) -> usize {
    let bus = Builder::address(stage.bus()).and_then(Builder::build);
    let names = DBusProxy::new(&bus.unwrap()).unwrap().list_names().unwrap();
    let ours = |name: &str| name.starts_with("app.kundbok.desktop");
    names.iter().filter(|name| ours(name.as_str())).count()
}

fn wait_for<T>(what: &str, mut attempt: impl FnMut() -> Option<T>) -> T {
    let started = Instant::now();
    loop {
        if let Some(value) = attempt() {
            return value;
        }
        assert!(started.elapsed() < PATIENCE, "{what}");
        sleep(Duration::from_millis(50));
    }
}

/// No window of the display has the keyboard, as when another program took it.
fn take_the_keyboard(display: &RustConnection) {
    display
        .set_input_focus(InputFocus::NONE, x11rb::NONE, x11rb::CURRENT_TIME)
        .unwrap();
    display.flush().unwrap();
    assert!(!has_the_keyboard(display));
}

/// Whether a window of the display has it; there is but one in these tests when it is asked.
fn has_the_keyboard(display: &RustConnection) -> bool {
    let focus = display.get_input_focus().unwrap().reply().unwrap().focus;
    focus != x11rb::NONE && focus != u32::from(InputFocus::POINTER_ROOT)
}

#[test]
fn a_second_start_gives_way_to_the_first_and_one_on_other_data_stays() {
    let mut stage = Stage::new();
    let (window, _) = walk::open_sample(&stage);
    assert_eq!(found(&stage), 1);

    let (display, _) = x11rb::connect(Some(stage.display())).unwrap();
    take_the_keyboard(&display);
    let data = stage.data().to_owned();
    let second = stage.start_again(&data);
    let ended: ExitStatus = wait_for("the second start goes on", || second.try_wait().unwrap());
    assert!(ended.success());
    wait_for("the first does not come forward", || {
        has_the_keyboard(&display).then_some(())
    });
    assert!(window.shows("heading", "Kunder"));

    let other = stage.folder().join("other");
    stage.start_again(&other);
    wait_for("the one on other data gave way", || {
        (found(&stage) == 2).then_some(())
    });
    assert!(window.shows("heading", "Kunder"));
}
