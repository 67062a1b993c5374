//! Dates in catalogue files: TOML has dates of its own, which are not strings.

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, de::Error};

/// Reads a TOML date.
pub(crate) fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Date, D::Error> {
    let written = toml::value::Datetime::deserialize(from)?.to_string();
    written
        .parse()
        .map_err(|_| D::Error::custom(format!("”{written}” är inget datum, skriv till exempel 2026-11-25")))
}
