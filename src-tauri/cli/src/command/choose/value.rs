//! NAME=VALUE, read by the kind of the parameter.

use domain::catalogue::entry::Entry;
use domain::catalogue::id::ParameterName;
use domain::catalogue::parameter::ParameterKind;
use domain::edit::Edit;
use domain::refusal::Refusal;
use domain::requirements::typed;

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
    let value = value.map(|written| typed::read(kind, &parameter, written)).transpose()?;
    Ok(Edit::SetParameter { entry: entry.id.clone(), parameter, value })
}

fn no_value(text: &str) -> Refusal {
    Refusal::bad_input(format!("”{text}” saknar värde."), format!("“{text}” has no value."))
        .hint("Skriv NAMN=VÄRDE, till exempel visits=2.", "Write NAME=VALUE, such as visits=2.")
}
