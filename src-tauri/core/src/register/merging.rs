//! Bringing two states of the register together, customer by customer.

use chrono::{DateTime, FixedOffset};

use super::{Action, Change, GenerationId, Register};
use crate::Result;
use crate::customers::CustomerId;
use crate::session::Saved;
use crate::store::transfer;

impl Register {
    /// Takes customers over from another state on this computer, as they are there. Everyone else
    /// stays as she is now, and the open state is kept as a generation first. All or none.
    ///
    /// # Errors
    /// As [`Self::compare`]; [`Error::NotFound`](crate::Error::NotFound) for a customer whom that
    /// state does not hold; [`Error::SaveFailed`](crate::Error::SaveFailed).
    pub fn take_over(
        &mut self,
        id: &GenerationId,
        customers: &[CustomerId],
        now: DateTime<FixedOffset>,
    ) -> Result<Saved<()>> {
        // Another computer may have saved what is open.
        self.vault.keep_head()?;
        let (other, ()) = self.open_generation(id, |_| Ok(()))?;
        self.write(now, Action::TakeOver, |connection| {
            let about = customers
                .iter()
                .map(|customer| transfer::customer(&other, connection, *customer))
                .collect::<Result<_>>()?;
            Ok(Change { value: (), about })
        })
    }
}
