//! The one digest: SHA-256 (FIPS 180-4) in lower-case hex.

use sha2::{Digest, Sha256};

/// SHA-256 in hex, 64 characters.
pub fn sha256(bytes: &[u8]) -> String {
    base16ct::lower::encode_string(&Sha256::digest(bytes))
}
