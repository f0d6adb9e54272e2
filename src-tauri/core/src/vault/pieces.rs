//! Bytes on their way to several readers while they are being made: a register is written to two
//! disks while it is being sealed.

use std::io::{self, Write};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

/// Some of the bytes, shared by their readers.
pub(super) type Piece = Arc<[u8]>;

/// Bytes of a piece, but for the last.
const PIECE: usize = 1 << 20;

/// Where the bytes go in.
pub(super) struct Inlet {
    outlets: Vec<Sender<Piece>>,
    piece: Vec<u8>,
}

/// An inlet, and as many outlets, each of which gives all the bytes and ends with [`Inlet::finish`].
pub(super) fn pieces<const OUTLETS: usize>() -> (Inlet, [Receiver<Piece>; OUTLETS]) {
    let mut inlet = Inlet {
        outlets: Vec::with_capacity(OUTLETS),
        piece: Vec::with_capacity(PIECE),
    };
    let outlets = std::array::from_fn(|_| {
        let (outlet, end) = channel();
        inlet.outlets.push(outlet);
        end
    });
    (inlet, outlets)
}

impl Inlet {
    /// Lets the last bytes out and ends the outlets.
    pub(super) fn finish(mut self) {
        self.let_out();
    }

    fn let_out(&mut self) {
        let piece = Piece::from(self.piece.as_slice());
        self.piece.clear();
        for outlet in &self.outlets {
            // Who has failed reads no further, and says so itself.
            let _ = outlet.send(Arc::clone(&piece));
        }
    }
}

impl Write for Inlet {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let room = PIECE - self.piece.len();
        let taken = bytes.get(..room).unwrap_or(bytes);
        self.piece.extend_from_slice(taken);
        if self.piece.len() == PIECE {
            self.let_out();
        }
        Ok(taken.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_outlet_gives_all_the_bytes_though_one_is_closed() {
        let (mut inlet, [one, other, closed]) = pieces::<3>();
        drop(closed);
        let bytes: Vec<u8> = (0..=250).cycle().take(PIECE * 2 + 100).collect();
        for part in bytes.chunks(70_000) {
            inlet.write_all(part).unwrap();
        }
        inlet.finish();
        assert_eq!(one.into_iter().collect::<Vec<_>>().concat(), bytes);
        assert_eq!(other.into_iter().collect::<Vec<_>>().concat(), bytes);
    }
}
