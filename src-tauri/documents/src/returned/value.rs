//! A cell as a value of a requirement.

use domain::catalogue::id::ParameterName;
use domain::catalogue::parameter::{Parameter, ParameterKind, ParameterValue};
use domain::refusal::Refusal;
use domain::requirements::typed;

use super::read::Seen;
use crate::sheet::plain_text;

/// The value that a cell holds, given the words of its options with their codes.
///
/// # Errors
/// When what stands there cannot be such a value: says what can.
pub fn read(
    name: &ParameterName,
    rules: &Parameter,
    seen: &Seen,
    words: &[(String, String)],
) -> Result<ParameterValue, Refusal> {
    match (rules.kind, seen) {
        (ParameterKind::Choice, _) => code(&seen.text(), words).map(ParameterValue::Text),
        (ParameterKind::Multi, _) => {
            let text = plain_text(&seen.text());
            let lines = text.split(['\n', ';']).map(str::trim).filter(|line| !line.is_empty());
            lines.map(|line| code(line, words)).collect::<Result<_, _>>().map(ParameterValue::List)
        }
        (ParameterKind::Flag, Seen::Flag(flag)) => Ok(ParameterValue::Flag(*flag)),
        (kind, Seen::Number(number)) if kind.is_number() => Ok(ParameterValue::number(*number)),
        (kind, _) => typed::read(kind, name, plain_text(&seen.text()).trim()),
    }
}

/// The code of an option that was named by its word, or by its code.
fn code(written: &str, words: &[(String, String)]) -> Result<String, Refusal> {
    let written = written.trim();
    let is_it = |(code, word): &&(String, String)| word.eq_ignore_ascii_case(written) || code == written;
    let found = words.iter().find(is_it).map(|(code, _)| code.clone());
    found.ok_or_else(|| {
        let all: Vec<&str> = words.iter().map(|(_, word)| word.as_str()).collect();
        let all = all.join(", ");
        Refusal::bad_input(
            format!("”{written}” är inget av det som passar."),
            format!("“{written}” is none of what fits."),
        )
        .hint(format!("Välj bland {all}."), format!("Choose among {all}."))
    })
}
