//! The one digest: SHA-256 (FIPS 180-4) in lower-case hex.

use sha2::{Digest, Sha256};

/// SHA-256 in hex, 64 characters.
pub fn sha256(bytes: &[u8]) -> String {
    base16ct::lower::encode_string(&Sha256::digest(bytes))
}

/// The same of what comes piece by piece.
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
