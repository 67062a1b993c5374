//! Dates in catalogue files: TOML has dates of its own, which are not strings; in a project file they are.

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, de::Error};

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
