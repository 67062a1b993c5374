//! What a person typed as a value, read by the kind of the parameter.

use crate::catalogue::id::ParameterName;
use crate::catalogue::parameter::{ParameterKind, ParameterValue};
use crate::day;
use crate::number::Number;
use crate::procurement::amount::Sek;
use crate::refusal::Refusal;

/// Reads "2", "2,5", "8 Mkr", "ja", "2027-04-01", "1/4 2027" or a text; the codes of a list stand with commas between them.
///
/// # Errors
/// When it cannot be such a value. Whether the requirement takes it is asked when it is set.
pub fn read(kind: ParameterKind, name: &ParameterName, written: &str) -> Result<ParameterValue, Refusal> {
    match kind {
        ParameterKind::Money => Ok(ParameterValue::number(Sek::read(written)?.as_f64())),
        ParameterKind::Percent => number(written.trim_end_matches('%')),
        kind if kind.is_number() => number(written),
        ParameterKind::Flag => yes_or_no(name, written).map(ParameterValue::Flag),
        ParameterKind::Multi => {
            Ok(ParameterValue::List(written.split(',').map(|code| code.trim().to_owned()).collect()))
        }
        ParameterKind::Table => Err(table(name)),
        ParameterKind::Date => {
            let day = day::read(written).map(|day| day.to_string());
            Ok(ParameterValue::Text(day.unwrap_or_else(|| written.to_owned())))
        }
        _ => Ok(ParameterValue::Text(written.to_owned())),
    }
}

fn number(written: &str) -> Result<ParameterValue, Refusal> {
    Number::read(written).map(ParameterValue::Number)
}

fn yes_or_no(name: &ParameterName, written: &str) -> Result<bool, Refusal> {
    match &*written.to_lowercase() {
        "ja" | "yes" | "true" => Ok(true),
        "nej" | "no" | "false" => Ok(false),
        _ => Err(Refusal::bad_input(
            format!("Värdet {name} kan inte vara ”{written}”."),
            format!("The value {name} cannot be “{written}”."),
        )
        .hint("Skriv ja eller nej.", "Write ja or nej.")),
    }
}

fn table(name: &ParameterName) -> Refusal {
    Refusal::bad_input(
        format!("Värdet {name} är en tabell och går inte att skriva på en rad."),
        format!("The value {name} is a table and cannot be written on one line."),
    )
    .hint("Använd samkrav edit med set_parameter.", "Use samkrav edit with set_parameter.")
}
