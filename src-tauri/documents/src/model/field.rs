//! What the reader fills in.

use serde::Serialize;

/// A place to fill in, within a text: in a fact, or in a cell of a table.
///
/// What is asked stands beside it as text; those who do not see that hear `tooltip`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Field {
    /// `K3_answer`. It is told apart from all others of the document by this, is the same in every language, and is what
    /// a program that reads the answers asks for.
    pub name: String,
    /// "K3 Studiebesök: accepterar ni villkoret?"
    pub tooltip: String,
    /// What can be filled in.
    pub kind: FieldKind,
}

/// What can be filled in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FieldKind {
    /// One of these.
    Choice(Vec<Choice>),
    /// Any text, with room for so many lines.
    Text(usize),
}

/// Something to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Choice {
    /// "yes"; the same in every language.
    pub value: String,
    /// "Ja"
    pub words: String,
}

impl Field {
    /// A text of so many lines.
    pub fn text(name: &str, tooltip: &str, lines: usize) -> Self {
        Self { name: name.into(), tooltip: tooltip.into(), kind: FieldKind::Text(lines.max(1)) }
    }

    /// A choice between values, each with its words.
    pub fn choice<const N: usize>(name: &str, tooltip: &str, choices: [(&str, &str); N]) -> Self {
        let choices = choices.map(|(value, words)| Choice { value: value.into(), words: words.into() });
        Self { name: name.into(), tooltip: tooltip.into(), kind: FieldKind::Choice(choices.into()) }
    }

    /// The field as it is pasted: what can be chosen, each with a box before it. Room for a text is nothing.
    pub(super) fn plain(&self) -> String {
        match &self.kind {
            FieldKind::Choice(choices) => {
                choices.iter().map(|choice| format!("[ ] {}", choice.words)).collect::<Vec<_>>().join(" ")
            }
            FieldKind::Text(_) => String::new(),
        }
    }
}
