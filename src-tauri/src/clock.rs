//! The one place that asks what time it is.

use std::time::Instant;

use chrono::{DateTime, FixedOffset, Local};

/// Now, with this place's offset.
pub fn now() -> DateTime<FixedOffset> {
    Local::now().fixed_offset()
}

/// Now, for measuring how long something takes: nobody can set it back.
pub fn instant() -> Instant {
    Instant::now()
}
