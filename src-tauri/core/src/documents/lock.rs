//! A password on a PDF: AES-256, revision 6 of the standard security handler (ISO 32000-2, 7.6.4).

use std::collections::BTreeMap;
use std::sync::Arc;

use lopdf::encryption::crypt_filters::{Aes256CryptFilter, CryptFilter};
use lopdf::{Document, EncryptionState, EncryptionVersion, Permissions};
use zeroize::Zeroizing;

use crate::{Error, Result, Rule};

/// Encrypts a PDF with a password, which may hold any Unicode: it is prepared by `SASLprep`
/// (RFC 4013), as readers do it. One that this forbids, or leaves empty, is refused.
///
/// Whoever has the password may do everything: the file is that person's own.
pub(super) fn lock(bytes: &[u8], password: &str) -> Result<Vec<u8>> {
    match stringprep::saslprep(password) {
        Ok(prepared) if prepared.is_empty() => {
            return Err(Error::invalid("password", Rule::Required));
        }
        Ok(_) => {}
        Err(_) => return Err(Error::invalid("password", Rule::Unreadable)),
    }
    let mut document = Document::load_mem(bytes).map_err(|_| Error::Internal("pdf"))?;
    let key = Zeroizing::new(rand::random::<[u8; 32]>());
    let filter: Arc<dyn CryptFilter> = Arc::new(Aes256CryptFilter);
    let version = EncryptionVersion::V5 {
        encrypt_metadata: true,
        crypt_filters: BTreeMap::from([(b"StdCF".to_vec(), filter)]),
        file_encryption_key: key.as_ref(),
        stream_filter: b"StdCF".to_vec(),
        string_filter: b"StdCF".to_vec(),
        owner_password: password,
        user_password: password,
        permissions: Permissions::all(),
    };
    let state =
        EncryptionState::try_from(version).map_err(|_| Error::Internal("pdf encryption"))?;
    document
        .encrypt(&state)
        .map_err(|_| Error::Internal("pdf encryption"))?;
    let mut locked = Vec::with_capacity(bytes.len() + bytes.len() / 8);
    document
        .save_to(&mut locked)
        .map_err(|_| Error::Internal("pdf encryption"))?;
    Ok(locked)
}
