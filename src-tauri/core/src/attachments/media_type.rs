//! What a file holds, by its contents and never by its name.

use infer::MatcherType;
use serde::Serialize;
use ts_rs::TS;

/// How much of a file's beginning tells what it is (bytes).
pub(super) const BEGINS: usize = 16 << 10;

/// What a file holds (RFC 6838).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum MediaType {
    /// A PDF.
    Pdf,
    /// A JPEG picture.
    Jpeg,
    /// A PNG picture.
    Png,
    /// A HEIC or HEIF picture, as phones take them.
    Heic,
    /// A WebP picture.
    Webp,
    /// A document of Word.
    Docx,
    /// A document of `LibreOffice` or `OpenOffice`.
    Odt,
    /// Text without form, UTF-8.
    Text,
    /// Anything else.
    Unknown,
}

impl MediaType {
    const ALL: [Self; 9] = [
        Self::Pdf,
        Self::Jpeg,
        Self::Png,
        Self::Heic,
        Self::Webp,
        Self::Docx,
        Self::Odt,
        Self::Text,
        Self::Unknown,
    ];

    /// By how a file begins, and by whether all of it is text.
    pub(super) fn of(begins: &[u8], is_text: bool) -> Self {
        let known = infer::get(begins).map(|found| match found.mime_type() {
            "image/heif" => "image/heic",
            other => other,
        });
        match known.map(Self::from_mime) {
            Some(found) if found != Self::Unknown => found,
            _ if is_text => Self::Text,
            _ => Self::Unknown,
        }
    }

    /// Whether it is a picture.
    pub const fn is_picture(self) -> bool {
        matches!(self, Self::Jpeg | Self::Png | Self::Heic | Self::Webp)
    }

    /// As it is registered (IANA).
    pub const fn mime(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Heic => "image/heic",
            Self::Webp => "image/webp",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Text => "text/plain",
            Self::Unknown => "application/octet-stream",
        }
    }

    /// What [`Self::mime`] names; anything else is unknown.
    pub fn from_mime(mime: &str) -> Self {
        let found = Self::ALL.into_iter().find(|each| each.mime() == mime);
        found.unwrap_or(Self::Unknown)
    }

    /// What the names of such files end with.
    pub(super) const fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Heic => "heic",
            Self::Webp => "webp",
            Self::Docx => "docx",
            Self::Odt => "odt",
            Self::Text => "txt",
            // No program opens it unasked.
            Self::Unknown => "bin",
        }
    }
}

/// Whether a file that begins so can be run: it is no document, whatever it is called.
pub(super) fn is_program(begins: &[u8]) -> bool {
    begins.starts_with(b"#!")
        || infer::get(begins).is_some_and(|found| {
            // Certificates, disk images and object files, which are told by two bytes, are not run.
            let runs = !["der", "pem", "qcow2", "obj"].contains(&found.extension());
            found.matcher_type() == MatcherType::App && runs
        })
}

/// Whether everything that goes by is UTF-8 text.
#[derive(Default)]
pub(super) struct TextCheck {
    /// The beginning of a character that was cut in two.
    cut: Vec<u8>,
    is_other: bool,
}

impl TextCheck {
    pub(super) fn take(&mut self, piece: &[u8]) {
        if self.is_other {
            return;
        }
        let mut bytes = std::mem::take(&mut self.cut);
        bytes.extend_from_slice(piece);
        let valid = match std::str::from_utf8(&bytes) {
            Ok(text) => text,
            Err(error) => {
                let (valid, rest) = bytes.split_at(error.valid_up_to());
                // Without a length the rest may go on in the next piece.
                self.is_other = error.error_len().is_some();
                self.cut = rest.to_vec();
                std::str::from_utf8(valid).unwrap_or_default()
            }
        };
        self.is_other |= valid
            .chars()
            .any(|character| character.is_control() && !"\t\n\r\u{c}".contains(character));
    }

    pub(super) fn is_text(&self) -> bool {
        !self.is_other && self.cut.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(bytes: &[u8]) -> MediaType {
        let mut text = TextCheck::default();
        for piece in bytes.chunks(3) {
            text.take(piece);
        }
        MediaType::of(bytes, text.is_text())
    }

    #[test]
    fn contents_tell_what_a_file_is() {
        for (bytes, expected) in [
            (&b"%PDF-1.7\n"[..], MediaType::Pdf),
            (b"\x89PNG\r\n\x1a\n....", MediaType::Png),
            (b"\xff\xd8\xff\xe0....", MediaType::Jpeg),
            (b"\0\0\0\x18ftypheic\0\0\0\0heicmif1", MediaType::Heic),
            (b"RIFF....WEBPVP8 ", MediaType::Webp),
            ("Åsa säger ja.\r\n".as_bytes(), MediaType::Text),
            ("\u{feff}Åsa säger ja.".as_bytes(), MediaType::Text),
            (b"<html><body>Hej</body></html>", MediaType::Text),
            (b"\xc5sa", MediaType::Unknown),
            (b"sa\xc5", MediaType::Unknown),
            (b"a\0b", MediaType::Unknown),
            (b"PK\x03\x04....", MediaType::Unknown),
        ] {
            assert_eq!(told(bytes), expected, "{bytes:?}");
        }
        for each in MediaType::ALL {
            assert_eq!(MediaType::from_mime(each.mime()), each);
        }
    }

    #[test]
    fn what_can_be_run_is_a_program() {
        let mut mach = vec![0xcf, 0xfa, 0xed, 0xfe];
        mach.extend([0; 64]);
        for program in [
            &b"MZ\x90\0\x03\0\0\0"[..],
            b"\x7fELF................................................................",
            b"#!/bin/sh\n",
            &mach,
        ] {
            assert!(is_program(program), "{program:?}");
        }
        for other in [
            &b"%PDF-1.7"[..],
            b"-----BEGIN CERTIFICATE-----",
            b"Hej",
            b"",
        ] {
            assert!(!is_program(other), "{other:?}");
        }
    }
}
