//! Rows of the tables that the program carries: CSV with a head.

use serde::de::DeserializeOwned;

use crate::refusal::{Kind, Refusal};

/// The rows of a table; one that cannot be read says where.
pub(crate) fn rows<'t, R: DeserializeOwned + 't>(
    file: &'static str,
    text: &'t str,
) -> impl Iterator<Item = Result<R, Refusal>> + 't {
    csv::Reader::from_reader(text.as_bytes()).into_deserialize().map(move |row| {
        row.map_err(|fault| {
            Refusal::new(Kind::Broken, format!("{file}: {fault}."), format!("{file}: {fault}."))
        })
    })
}
