//! How much a customer's fields hold. Lengths are in characters (Unicode scalar values).

/// Given name, family name.
pub const NAME: usize = 200;
/// Phone number.
pub const PHONE: usize = 50;
/// Mail address (the longest that RFC 5321 can deliver to).
pub const EMAIL: usize = 254;
/// Street, with its line breaks.
pub const STREET: usize = 500;
/// Postcode.
pub const POSTCODE: usize = 20;
/// Town.
pub const TOWN: usize = 100;
/// Country.
pub const COUNTRY: usize = 100;
/// A tag.
pub const TAG: usize = 50;
/// Notes.
pub const NOTES: usize = 20_000;
/// Where the data came from, in words.
pub const SOURCE_DETAIL: usize = 500;

/// Years of birth that make sense.
pub const BIRTH_YEARS: std::ops::RangeInclusive<u16> = 1900..=2100;

/// Phones of one customer.
pub const PHONES: usize = 20;
/// Mails of one customer.
pub const EMAILS: usize = 20;
/// Addresses of one customer.
pub const ADDRESSES: usize = 10;
/// Tags of one customer.
pub const TAGS: usize = 50;
