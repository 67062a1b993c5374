//! A row a value that the officer can set.

use domain::assess::Active;
use domain::catalogue::entry::{Entry, EntryText};
use domain::catalogue::id::ParameterName;
use domain::catalogue::parameter::{Parameter, ParameterKind, ParameterRef, ParameterValue};
use domain::format;
use domain::requirements::values::Filled;

use super::{Cell, Maker, Row, Sheet, name};

const COLUMNS: [(&str, u16); 8] = [
    ("id", 30),
    ("number", 7),
    ("heading", 30),
    ("label", 36),
    (VALUE, 22),
    ("unit", 12),
    ("takes", 30),
    ("comes_from", 22),
];

/// The column with the value itself.
pub const VALUE: &str = "value";

impl Maker<'_> {
    pub(super) fn values(&self) -> Sheet {
        let rows = self.assessment.active.iter().flat_map(|active| self.values_of(active)).collect();
        let mut sheet = self.sheet("values", &COLUMNS, rows);
        for column in sheet.columns.iter_mut().filter(|column| column.key == VALUE) {
            column.returns = true;
        }
        sheet
    }

    fn values_of(&self, active: &Active) -> Vec<Row> {
        let Some(entry) = self.assessment.catalogue.entry(&active.entry) else { return Vec::new() };
        let settable = entry.rules.parameters.iter().filter(|(_, parameter)| is_settable(parameter));
        settable.map(|(name, parameter)| self.value(active, entry, name, parameter)).collect()
    }

    fn value(&self, active: &Active, entry: &Entry, parameter: &ParameterName, rules: &Parameter) -> Row {
        let words = entry.text.of(self.language);
        let filled = active.values.get(parameter);
        let id = ParameterRef { entry: entry.id.clone(), parameter: parameter.clone() };
        let id = String::from(id);
        let label = words.parameters.get(parameter).map_or(parameter.as_str(), String::as_str);
        let cells = vec![
            Cell::text(&id),
            Cell::text(format!("K{}", active.number)),
            Cell::text(&words.title),
            Cell::text(label),
            self.shown(
                rules,
                &options(rules, parameter, words),
                filled.and_then(|filled| filled.value.as_ref()),
            ),
            Cell::text(self.say(&format!("units.{}", name(&rules.kind)))),
            Cell::text(self.takes(rules, &options(rules, parameter, words))),
            Cell::text(
                filled
                    .map(|filled: &Filled| self.say(&format!("values.{}", name(&filled.origin))))
                    .unwrap_or_default(),
            ),
        ];
        Row { id, cells }
    }

    fn shown(&self, rules: &Parameter, options: &[(String, String)], value: Option<&ParameterValue>) -> Cell {
        let word = |code: &str| {
            options
                .iter()
                .find(|(other, _)| other == code)
                .map_or_else(|| code.to_owned(), |(_, word)| word.clone())
        };
        let choice = |chosen: String, among: Vec<String>| Cell::Choice { chosen, among };
        let all = || options.iter().map(|(_, word)| word.clone()).collect();
        match (rules.kind, value) {
            (ParameterKind::Choice, Some(ParameterValue::Text(code))) => choice(word(code), all()),
            (ParameterKind::Choice, None) => choice(String::new(), all()),
            (ParameterKind::Flag, flag) => {
                let [yes, no] = self.yes_no();
                let chosen = match flag {
                    Some(ParameterValue::Flag(true)) => yes.clone(),
                    Some(ParameterValue::Flag(false)) => no.clone(),
                    _ => String::new(),
                };
                choice(chosen, vec![yes, no])
            }
            (_, Some(ParameterValue::Number(number))) => Cell::Number(number.0),
            (ParameterKind::Date, Some(ParameterValue::Text(day))) => {
                day.parse().map_or_else(|_| Cell::text(day), Cell::Date)
            }
            (_, Some(ParameterValue::Text(text))) => Cell::text(text),
            (_, Some(ParameterValue::List(codes))) => {
                Cell::text(codes.iter().map(|code| word(code)).collect::<Vec<_>>().join("\n"))
            }
            (_, Some(ParameterValue::Flag(_) | ParameterValue::Table(_)) | None) => Cell::Empty,
        }
    }

    /// What fits: "1–6", or the words to choose among.
    fn takes(&self, rules: &Parameter, options: &[(String, String)]) -> String {
        let words = || options.iter().map(|(_, word)| word.as_str()).collect::<Vec<_>>().join("\n");
        match rules.range {
            Some([least, most]) => {
                let [least, most] = [least, most].map(|n| format::decimal(n, 2, self.language));
                format!("{least}–{most}")
            }
            None if rules.kind == ParameterKind::Multi => {
                format!("{}\n{}", self.say("values.several"), words())
            }
            None => words(),
        }
    }

    pub(super) fn yes_no(&self) -> [String; 2] {
        ["yes", "no"].map(|key| self.speaker().phrase(&format!("general.options.{key}")))
    }
}

/// A table stands under the requirement and is changed there; what follows from law is not changed.
fn is_settable(parameter: &Parameter) -> bool {
    !parameter.locked && parameter.kind != ParameterKind::Table
}

/// The codes of the options, each with its word.
pub(crate) fn options(
    rules: &Parameter,
    parameter: &ParameterName,
    words: &EntryText,
) -> Vec<(String, String)> {
    let labels = words.options.get(parameter);
    let word =
        |code: &str| labels.and_then(|labels| labels.get(code)).cloned().unwrap_or_else(|| code.to_owned());
    rules.options.iter().map(|code| (code.to_string(), word(code.as_str()))).collect()
}
