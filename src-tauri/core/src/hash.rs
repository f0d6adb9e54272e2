//! The one digest: SHA-256 (FIPS 180-4) in lower-case hex.

use sha2::{Digest, Sha256};

/// SHA-256 in hex, 64 characters.
pub fn sha256(bytes: &[u8]) -> String {
    sha256_of([bytes])
}

/// [`sha256`] of bytes that come in pieces.
pub fn sha256_of<P: AsRef<[u8]>>(pieces: impl IntoIterator<Item = P>) -> String {
    let mut hasher = Hasher::default();
    for piece in pieces {
        hasher.update(piece.as_ref());
    }
    hasher.finish()
}

/// [`sha256`] of bytes that come bit by bit.
#[derive(Default)]
pub struct Hasher(Sha256);

impl Hasher {
    /// Takes the next piece.
    pub fn update(&mut self, piece: &[u8]) {
        self.0.update(piece);
    }

    /// SHA-256 of all pieces in hex.
    pub fn finish(self) -> String {
        base16ct::lower::encode_string(&self.0.finalize())
    }
}
