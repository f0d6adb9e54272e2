//! The one place that asks what time it is.

use chrono::{DateTime, FixedOffset, Local};

/// Now, with this place's offset.
pub fn now() -> DateTime<FixedOffset> {
    Local::now().fixed_offset()
}
