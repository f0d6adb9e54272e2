//! Where the person keeps the whole policy on the web, if she does.

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::customers::validate::Checks;
use crate::error::Rule;
use crate::{Result, store};

/// Characters of an address: what a QR code of a hand's width shows to a phone at arm's length.
const MOST: usize = 200;

/// Where the whole policy can be read.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct KeepPolicyAddress {
    /// An `https` address, or empty for none.
    pub address: String,
}

/// Keeps the address.
///
/// # Errors
/// [`crate::Error::Invalid`] (`address`) for what is no `https` address that a phone can open.
pub fn keep_address(connection: &Connection, request: KeepPolicyAddress) -> Result<()> {
    let KeepPolicyAddress { mut address } = request;
    let mut checks = Checks::default();
    checks.text("address", &mut address, MOST);
    if !address.is_empty() && !is_address(&address) {
        checks.refuse("address", Rule::Unreadable);
    }
    checks.done()?;
    store::policy::keep_address(connection, &address)
}

/// `https`, a host with a dot in it, and nothing that is not written in an address (RFC 3986, 3.2.2;
/// letters of other scripts as people type them).
fn is_address(address: &str) -> bool {
    let Some((scheme, rest)) = address.split_once("://") else {
        return false;
    };
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let host = rest.get(..end).unwrap_or_default();
    let host = host.rsplit_once(':').map_or(host, |(host, port)| {
        if port.is_empty() || port.chars().any(|digit| !digit.is_ascii_digit()) {
            ""
        } else {
            host
        }
    });
    let is_label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label
                .chars()
                .all(|letter| letter.is_alphanumeric() || letter == '-')
    };
    scheme.eq_ignore_ascii_case("https")
        && host.contains('.')
        && host.split('.').all(is_label)
        && !address.contains(|letter: char| {
            letter.is_whitespace()
                || letter.is_control()
                || matches!(letter, '<' | '>' | '"' | '\\' | '^' | '`' | '{' | '|' | '}')
        })
}

#[cfg(test)]
mod tests {
    use super::is_address;

    #[test]
    fn only_what_a_phone_can_open_is_an_address() {
        for good in [
            "https://angenshudvard.example/integritet",
            "HTTPS://ängen.example",
            "https://sida.example:8443/a?b=c#d",
        ] {
            assert!(is_address(good), "{good}");
        }
        for bad in [
            "http://angenshudvard.example",
            "angenshudvard.example",
            "https://",
            "https://localhost/x",
            "https://maja@sida.example",
            "https://sida.example:x/",
            "https://-sida.example",
            "https://sida..example",
            "https://sida.example/en sida",
            "https://sida.example/\"><script>",
            "javascript://sida.example",
        ] {
            assert!(!is_address(bad), "{bad}");
        }
    }
}
