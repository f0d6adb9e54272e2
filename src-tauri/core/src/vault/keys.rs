//! Keys, and sealing bytes to them, with age (<https://age-encryption.org/v1>).
//!
//! A passphrase recipient must be alone in an age header and costs about a second. So the
//! passphrase wraps a key, and the key seals the register: saves cost no scrypt, and changing a
//! passphrase rewrites one small file.

use std::collections::BTreeSet;
use std::io::{self, Cursor, Read, Seek, SeekFrom, Write};
use std::str::FromStr;

use age::secrecy::{ExposeSecret, SecretString};
use age::stream::StreamReader;
use age::x25519::{Identity, Recipient};
use age::{DecryptError, Decryptor, Encryptor, scrypt};
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use super::held::Held;
use crate::{Error, Result};

/// log2 of scrypt's N for key files. age would time the machine; a fixed factor makes every key
/// file as strong as the next. It is what people use: tests build with a weaker one.
pub const KEY_FILE_FACTOR: u8 = 18;
#[cfg(not(feature = "cheap-scrypt"))]
const SCRYPT_FACTOR: u8 = KEY_FILE_FACTOR;
#[cfg(feature = "cheap-scrypt")]
const SCRYPT_FACTOR: u8 = 4;

/// The largest factor that is tried: a key file of more would only stall the computer.
const SCRYPT_FACTOR_MAX: u8 = 22;
/// Characters of a key as text, and room for what stands round it.
const KEY_TEXT_MAX: usize = 1024;

/// The longest header (bytes) that is read: of some hundred recipients. age begins anew at every
/// line of it, so one of ten thousand would stall the computer.
pub(super) const HEADER_MAX: usize = 16 << 10;

/// A passphrase, wiped from memory when dropped.
pub type Passphrase = SecretString;

/// A passphrase as every keyboard and clipboard means it (NFKC, as NIST SP 800-63B has it): one computer
/// writes å as one character and another as two, and a Mac types a space that does not break a line.
fn as_typed_anywhere(passphrase: &Passphrase) -> Passphrase {
    let typed = passphrase.expose_secret();
    // With room for all of it: what grows leaves parts of the passphrase behind.
    let length = typed.nfkc().map(char::len_utf8).sum();
    let mut normal = String::with_capacity(length);
    normal.extend(typed.nfkc());
    Passphrase::from(normal)
}

/// The key that opens the register every day; kept wrapped by the passphrase.
pub struct RegisterKey(Held<Identity>);

impl RegisterKey {
    /// A new random key.
    pub fn make() -> Self {
        Self(Held::new(Identity::generate()))
    }

    /// Whom to seal to so that this key opens it. Keep it out of logs and files: anyone who knows
    /// it can forge a register that opens.
    pub fn recipient(&self) -> String {
        self.0.to_public().to_string()
    }

    /// The bytes of a key file: this key, wrapped by a passphrase.
    pub fn wrap(&self, passphrase: &Passphrase) -> Result<Vec<u8>> {
        let mut recipient = scrypt::Recipient::new(as_typed_anywhere(passphrase));
        recipient.set_work_factor(SCRYPT_FACTOR);
        let key = self.0.to_string();
        let mut wrapped = Vec::new();
        Encryptor::with_recipients(std::iter::once(&recipient as &dyn age::Recipient))
            .map_err(|_| Error::Internal("wrapping"))
            .and_then(|encryptor| {
                encrypt(encryptor, key.expose_secret().as_bytes(), &mut wrapped)
                    .map_err(|_| Error::Internal("wrapping"))
            })?;
        Ok(wrapped)
    }

    /// The key in a key file.
    ///
    /// # Errors
    /// [`Error::WrongPassphrase`] when the passphrase does not fit; [`Error::VaultDamaged`] when
    /// the bytes are no key file.
    pub fn unwrap(key_file: &[u8], passphrase: &Passphrase) -> Result<Self> {
        let normal = as_typed_anywhere(passphrase);
        match Self::unwrap_exactly(key_file, normal.clone()) {
            // A key file of before may be for what was typed, letter for letter.
            Err(Error::WrongPassphrase) if normal.expose_secret() != passphrase.expose_secret() => {
                Self::unwrap_exactly(key_file, passphrase.clone())
            }
            unwrapped => unwrapped,
        }
    }

    fn unwrap_exactly(key_file: &[u8], passphrase: Passphrase) -> Result<Self> {
        let decryptor = decryptor(key_file)?;
        if !decryptor.is_scrypt() {
            return Err(Error::VaultDamaged);
        }
        let mut identity = scrypt::Identity::new(passphrase);
        identity.set_max_work_factor(SCRYPT_FACTOR_MAX);
        let mut reader = decryptor
            .decrypt(std::iter::once(&identity as &dyn age::Identity))
            .map_err(|error| match error {
                DecryptError::NoMatchingKeys
                | DecryptError::KeyDecryptionFailed
                | DecryptError::DecryptionFailed => Error::WrongPassphrase,
                _ => Error::VaultDamaged,
            })?;
        // With room for all of it: what grows leaves parts of the key behind.
        let mut text = Zeroizing::new(String::with_capacity(2 * KEY_TEXT_MAX));
        reader
            .by_ref()
            .take(KEY_TEXT_MAX as u64)
            .read_to_string(&mut text)
            .map_err(|_| Error::VaultDamaged)?;
        Identity::from_str(text.trim())
            .map(|identity| Self(Held::new(identity)))
            .map_err(|_| Error::VaultDamaged)
    }
}

#[cfg(all(test, target_os = "linux"))]
impl RegisterKey {
    /// Where it lies.
    pub(super) fn address(&self) -> usize {
        (&raw const *self.0).addr()
    }
}

/// The key on the recovery sheet.
pub struct RecoveryKey(Held<Identity>);

impl Clone for RecoveryKey {
    fn clone(&self) -> Self {
        Self(Held::new(Identity::clone(&self.0)))
    }
}

impl RecoveryKey {
    /// A new random key.
    pub fn make() -> Self {
        Self(Held::new(Identity::generate()))
    }

    /// The key as a person typed it: blanks and case do not count.
    ///
    /// # Errors
    /// [`Error::WrongRecoveryKey`] when it is no key (age's checksum finds slips of the pen).
    pub fn read(typed: &str) -> Result<Self> {
        let compact: Zeroizing<String> = Zeroizing::new(
            typed
                .chars()
                .filter(|character| !character.is_whitespace())
                .flat_map(char::to_uppercase)
                .collect(),
        );
        Identity::from_str(&compact)
            .map(|identity| Self(Held::new(identity)))
            .map_err(|_| Error::WrongRecoveryKey)
    }

    /// The whole key, `AGE-SECRET-KEY-1...`, as the `age` command takes it.
    pub fn text(&self) -> SecretString {
        self.0.to_string()
    }

    /// Whom to seal to so that this key opens it.
    pub fn recipient(&self) -> String {
        self.0.to_public().to_string()
    }
}

/// A key that opens a sealed register.
pub trait OpeningKey: Send + Sync {
    /// The age identity.
    fn identity(&self) -> &dyn age::Identity;
}

impl OpeningKey for RegisterKey {
    fn identity(&self) -> &dyn age::Identity {
        &*self.0
    }
}

impl OpeningKey for RecoveryKey {
    fn identity(&self) -> &dyn age::Identity {
        &*self.0
    }
}

/// Whom the register is sealed to.
#[derive(Clone, PartialEq, Eq)]
pub struct Recipients {
    /// The register key's recipient.
    pub register: String,
    /// The recovery key's recipient.
    pub recovery: String,
    /// A register key that is being replaced: until the key file of the new one is written, both
    /// open the register.
    pub outgoing: Option<String>,
}

impl Recipients {
    fn all(&self) -> impl Iterator<Item = &String> {
        [&self.register, &self.recovery]
            .into_iter()
            .chain(&self.outgoing)
    }
}

/// Seals an image to its recipients.
///
/// # Errors
/// [`Error::Internal`] when a recipient is not one.
pub fn seal(image: &[u8], recipients: &Recipients) -> Result<Vec<u8>> {
    let mut sealed = Vec::with_capacity(image.len() + image.len() / 1024 + 1024);
    Seal::to(recipients)?.write(image, &mut sealed)?;
    Ok(sealed)
}

/// A file key that was wrapped for its recipients, to seal one image with.
pub struct Seal(Encryptor);

impl Seal {
    /// A new file key.
    ///
    /// # Errors
    /// [`Error::Internal`] when a recipient is not one.
    pub fn to(recipients: &Recipients) -> Result<Self> {
        Self::to_all(&[recipients])
    }

    /// The same for the recipients of several.
    pub(super) fn to_all(recipients: &[&Recipients]) -> Result<Self> {
        let all: BTreeSet<&String> = recipients.iter().flat_map(|to| to.all()).collect();
        let found = all
            .into_iter()
            .map(|text| Recipient::from_str(text).map_err(|_| Error::Internal("recipient")))
            .collect::<Result<Vec<_>>>()?;
        let found = found
            .iter()
            .map(|recipient| recipient as &dyn age::Recipient);
        Encryptor::with_recipients(found)
            .map(Self)
            .map_err(|_| Error::Internal("sealing"))
    }

    /// Writes the sealed image.
    ///
    /// # Errors
    /// [`Error::Internal`] when `to` takes no more.
    pub fn write(self, image: &[u8], to: &mut dyn Write) -> Result<()> {
        encrypt(self.0, image, to).map_err(|_| Error::Internal("sealing"))
    }
}

/// Opens a sealed image with either key. The bytes are wiped from memory when dropped.
///
/// # Errors
/// [`Error::WrongRecoveryKey`] when the file is sealed to someone else; [`Error::VaultDamaged`]
/// when it is no age file, was cut short or altered.
pub fn open(sealed: &[u8], key: &dyn OpeningKey) -> Result<Zeroizing<Vec<u8>>> {
    let mut reader = reader(sealed, key)?;
    let damaged = |_| Error::VaultDamaged;
    // The end is found by age opening the last chunk as the last: a file that was cut has none.
    let length = reader.seek(SeekFrom::End(0)).map_err(damaged)?;
    let length = usize::try_from(length).map_err(|_| Error::VaultDamaged)?;
    // One allocation of the final size: growing would leave copies behind that are not wiped.
    let mut image = Zeroizing::new(vec![0; length]);
    // Chunks are sealed each by itself: two cores open a half each.
    let middle = length / 2 - length / 2 % CHUNK;
    let (first, second) = image.split_at_mut(middle);
    std::thread::scope(|scope| {
        let second = scope.spawn(|| read_from(reader, middle, second));
        read_from(self::reader(sealed, key)?, 0, first)?;
        second.join().map_err(|_| Error::Internal("opening"))?
    })?;
    Ok(image)
}

/// Plaintext bytes of a chunk (age specification, "Payload").
const CHUNK: usize = 64 << 10;

type Reader<'sealed> = StreamReader<Cursor<&'sealed [u8]>>;

fn reader<'sealed>(sealed: &'sealed [u8], key: &dyn OpeningKey) -> Result<Reader<'sealed>> {
    reader_by(sealed, key.identity())
}

fn reader_by<'sealed>(
    sealed: &'sealed [u8],
    identity: &dyn age::Identity,
) -> Result<Reader<'sealed>> {
    decryptor(sealed)?
        .decrypt(std::iter::once(identity))
        .map_err(|error| match error {
            DecryptError::NoMatchingKeys => Error::WrongRecoveryKey,
            _ => Error::VaultDamaged,
        })
}

/// Whether an identity opens the file that begins with these bytes.
///
/// # Errors
/// Those of [`open`].
pub(super) fn expect_opens(begins: &[u8], identity: &dyn age::Identity) -> Result<()> {
    reader_by(begins, identity).map(drop)
}

fn read_from(mut reader: Reader<'_>, at: usize, plain: &mut [u8]) -> Result<()> {
    let damaged = |_| Error::VaultDamaged;
    reader
        .seek(SeekFrom::Start(at as u64))
        .and_then(|_| reader.read_exact(plain))
        .map_err(damaged)
}

fn decryptor(sealed: &[u8]) -> Result<Decryptor<Cursor<&[u8]>>> {
    if !has_header(sealed.get(..HEADER_MAX).unwrap_or(sealed)) {
        return Err(Error::VaultDamaged);
    }
    Decryptor::new(Cursor::new(sealed)).map_err(|_| Error::VaultDamaged)
}

/// Whether the end of an age header is within the first [`HEADER_MAX`] bytes of a file.
pub(super) fn has_header(begins: &[u8]) -> bool {
    const MAC: &[u8] = b"\n--- ";
    begins.windows(MAC.len()).any(|bytes| bytes == MAC)
}

fn encrypt(encryptor: Encryptor, plain: &[u8], to: &mut dyn Write) -> io::Result<()> {
    let mut writer = encryptor.wrap_output(to)?;
    writer.write_all(plain)?;
    writer.finish().map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn recipients(key: &RegisterKey, recovery: &RecoveryKey) -> Recipients {
        Recipients {
            register: key.recipient(),
            recovery: recovery.recipient(),
            outgoing: None,
        }
    }

    #[test]
    fn both_keys_open_what_was_sealed() {
        let (key, recovery) = (RegisterKey::make(), RecoveryKey::make());
        let sealed = seal(b"image", &recipients(&key, &recovery)).unwrap();
        assert_eq!(*open(&sealed, &key).unwrap(), b"image");
        assert_eq!(*open(&sealed, &recovery).unwrap(), b"image");
    }

    #[test]
    fn a_strangers_key_and_an_altered_file_are_told_apart() {
        let (key, recovery) = (RegisterKey::make(), RecoveryKey::make());
        let mut sealed = seal(&vec![7; 100_000], &recipients(&key, &recovery)).unwrap();
        assert!(matches!(
            open(&sealed, &RecoveryKey::make()),
            Err(Error::WrongRecoveryKey)
        ));
        let middle = sealed.len() / 2;
        sealed[middle] ^= 1;
        assert!(matches!(open(&sealed, &key), Err(Error::VaultDamaged)));
        sealed[middle] ^= 1;
        sealed.truncate(sealed.len() - 1);
        assert!(matches!(open(&sealed, &key), Err(Error::VaultDamaged)));
    }

    #[test]
    fn a_wrong_passphrase_is_not_a_damaged_key_file() {
        let key = RegisterKey::make();
        let wrapped = key.wrap(&"rätt fras".to_owned().into()).unwrap();
        let unwrapped = RegisterKey::unwrap(&wrapped, &"rätt fras".to_owned().into()).unwrap();
        assert_eq!(unwrapped.recipient(), key.recipient());
        assert!(matches!(
            RegisterKey::unwrap(&wrapped, &"fel fras".to_owned().into()),
            Err(Error::WrongPassphrase)
        ));
        assert!(matches!(
            RegisterKey::unwrap(
                &wrapped[..wrapped.len() / 2],
                &"rätt fras".to_owned().into()
            ),
            Err(Error::VaultDamaged)
        ));
    }

    #[test]
    fn a_passphrase_is_the_same_from_every_keyboard() {
        let key = RegisterKey::make();
        let [one, two, other] = [
            "blåbär och hav",
            "bla\u{30a}ba\u{308}r och\u{a0}hav",
            "blabar och hav",
        ]
        .map(|typed| Passphrase::from(typed.to_owned()));
        let opens = |key_file: &[u8], passphrase| RegisterKey::unwrap(key_file, passphrase).is_ok();
        for chosen in [&one, &two] {
            let key_file = key.wrap(chosen).unwrap();
            assert!(opens(&key_file, &one) && opens(&key_file, &two) && !opens(&key_file, &other));
        }
        // As it was once wrapped.
        let mut recipient = scrypt::Recipient::new(two.clone());
        recipient.set_work_factor(SCRYPT_FACTOR);
        let text = key.0.to_string();
        let key_file = age::encrypt(&recipient, text.expose_secret().as_bytes()).unwrap();
        assert!(opens(&key_file, &two) && !opens(&key_file, &one));
    }

    #[test]
    fn a_recovery_key_is_read_as_people_type_it() {
        let key = RecoveryKey::make();
        let text = key.text().expose_secret().to_owned();
        let typed: String = text
            .to_lowercase()
            .chars()
            .enumerate()
            .flat_map(|(i, c)| (i % 4 == 0).then_some(' ').into_iter().chain([c]))
            .collect();
        assert_eq!(
            RecoveryKey::read(&typed).unwrap().recipient(),
            key.recipient()
        );
        let slip = text.replacen('Q', "P", 1).replacen('A', "Q", 9);
        assert!(matches!(
            RecoveryKey::read(&slip),
            Err(Error::WrongRecoveryKey)
        ));
    }
}
