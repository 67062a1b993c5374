//! NAME=VALUE, read by the kind of the parameter.

use domain::catalogue::entry::Entry;
use domain::catalogue::id::ParameterName;
use domain::catalogue::parameter::{ParameterKind, ParameterValue};
use domain::edit::Edit;
use domain::number::Number;
use domain::procurement::amount::Sek;
use domain::refusal::Refusal;

/// How values are written.
pub const HELP: &str = "\
Så skrivs värden:
  tal      visits=2   hours=2,5
  belopp   step=\"8 Mkr\"   step=8000000
  ja/nej   entrance=ja
  lista    stages=sewing,dyeing
  datum    valid=2027-04-01
Ett tomt värde (visits=) går tillbaka till det föreslagna.";

/// The edit that sets one value of an entry.
pub fn edit(entry: &Entry, text: &str) -> Result<Edit, Refusal> {
    let (name, written) = text.split_once('=').ok_or_else(|| no_value(text))?;
    let parameter: ParameterName = name.trim().into();
    // A name that the entry does not have is refused, with the names that it has, when the edit is applied.
    let kind = entry.rules.parameters.get(&parameter).map_or(ParameterKind::Text, |known| known.kind);
    let value = Some(written.trim()).filter(|written| !written.is_empty());
    let value = value.map(|written| read(kind, &parameter, written)).transpose()?;
    Ok(Edit::SetParameter { entry: entry.id.clone(), parameter, value })
}

fn read(kind: ParameterKind, name: &ParameterName, written: &str) -> Result<ParameterValue, Refusal> {
    match kind {
        ParameterKind::Money => Ok(ParameterValue::number(Sek::read(written)?.as_f64())),
        ParameterKind::Percent => number(written.trim_end_matches('%')),
        kind if kind.is_number() => number(written),
        ParameterKind::Flag => yes_or_no(name, written).map(ParameterValue::Flag),
        ParameterKind::Multi => {
            Ok(ParameterValue::List(written.split(',').map(|code| code.trim().to_owned()).collect()))
        }
        ParameterKind::Table => Err(table(name)),
        _ => Ok(ParameterValue::Text(written.to_owned())),
    }
}

fn number(written: &str) -> Result<ParameterValue, Refusal> {
    Number::read(written).map(ParameterValue::Number)
}

fn yes_or_no(name: &ParameterName, written: &str) -> Result<bool, Refusal> {
    match &*written.to_lowercase() {
        "ja" | "true" => Ok(true),
        "nej" | "false" => Ok(false),
        _ => Err(Refusal::bad_input(
            format!("Värdet {name} kan inte vara ”{written}”."),
            format!("The value {name} cannot be “{written}”."),
        )
        .hint("Skriv ja eller nej.", "Write ja or nej.")),
    }
}

fn table(name: &ParameterName) -> Refusal {
    Refusal::bad_input(
        format!("Värdet {name} är en tabell och går inte att skriva på kommandoraden."),
        format!("The value {name} is a table and cannot be written on the command line."),
    )
    .hint("Använd samkrav edit med set_parameter.", "Use samkrav edit with set_parameter.")
}

fn no_value(text: &str) -> Refusal {
    Refusal::bad_input(format!("”{text}” saknar värde."), format!("“{text}” has no value."))
        .hint("Skriv NAMN=VÄRDE, till exempel visits=2.", "Write NAME=VALUE, such as visits=2.")
}
