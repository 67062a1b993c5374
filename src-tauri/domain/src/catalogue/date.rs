//! Dates as they are written in files and changes: TOML has dates of its own, which are not strings; in a project file they are.

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, de::Error};

/// What is said of a day of checking that is not likely.
pub(crate) const UNLIKELY_CHECK: &str = "checked_on: ska vara en dag från 2000 till 2100";

/// Reads a date as TOML writes it, or as JSON does.
pub(crate) fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Date, D::Error> {
    let written = match toml::Value::deserialize(from)? {
        toml::Value::String(text) => text,
        toml::Value::Datetime(date) => date.to_string(),
        other => other.type_str().to_owned(),
    };
    written
        .parse()
        .map_err(|_| D::Error::custom(format!("”{written}” är inget datum, skriv till exempel 2026-11-25")))
}

/// Reads a date that may be left out.
pub(crate) fn read_some<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Date>, D::Error> {
    read(from).map(Some)
}

/// Reads a date that is written as text, or that there is none: null, or a text that was emptied.
pub(crate) fn read_or_none<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Date>, D::Error> {
    let written = Option::<String>::deserialize(from)?;
    let Some(written) = written.filter(|written| !written.trim().is_empty()) else { return Ok(None) };
    let unread = |_| D::Error::custom(format!("”{written}” är inget datum, skriv till exempel 2027-04-01"));
    written.parse().map(Some).map_err(unread)
}
