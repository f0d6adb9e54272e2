//! The one digest: SHA-256 (FIPS 180-4) in lower-case hex.

use sha2::{Digest, Sha256};

/// SHA-256 in hex, 64 characters.
pub fn sha256(bytes: &[u8]) -> String {
    sha256_of([bytes])
}

/// [`sha256`] of bytes that come in pieces.
pub fn sha256_of<P: AsRef<[u8]>>(pieces: impl IntoIterator<Item = P>) -> String {
    let mut digest = Sha256::new();
    for piece in pieces {
        digest.update(piece.as_ref());
    }
    base16ct::lower::encode_string(&digest.finalize())
}
