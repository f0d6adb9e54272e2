//! Work on files that goes on beside the open register.

use std::io::{self, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::{Error, Result};

/// Held by an open register, and by work on its files that others need not wait for. Locking drops the
/// register, and whatever is still at work stops at its next piece and removes what it wrote.
#[derive(Clone, Default)]
pub struct Lease(Arc<AtomicBool>);

impl Lease {
    /// The register is still open.
    ///
    /// # Errors
    /// [`Error::Locked`].
    pub fn expect_open(&self) -> Result<()> {
        if self.0.load(Ordering::SeqCst) {
            Err(Error::Locked)
        } else {
            Ok(())
        }
    }

    /// Whether both were given by the same open register.
    pub fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    /// Nobody else is at work with it, nor has the register open.
    pub fn is_last(&self) -> bool {
        Arc::strong_count(&self.0) == 1
    }

    pub(super) fn end(&self) {
        self.0.store(true, Ordering::SeqCst);
    }

    /// What is read fails once the register was closed.
    pub(super) fn limit<R: Read>(&self, from: R) -> impl Read + use<'_, R> {
        Limited { from, lease: self }
    }
}

struct Limited<'a, R> {
    from: R,
    lease: &'a Lease,
}

impl<R: Read> Read for Limited<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.lease.expect_open().map_err(io::Error::other)?;
        self.from.read(buffer)
    }
}
