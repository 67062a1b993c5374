//! One field: its number, its official name, what is typed in, and why.

use domain::format;
use domain::notice::{ChosenCode, Content, Fit, NoticeField, NoticeText};

use super::Builder;
use crate::model::{Block, Column, Passage, Rich, Table};

impl Builder<'_> {
    pub(super) fn field(&self, field: &NoticeField) -> Block {
        let why = self.fill("field.why", &[("why", field.why.of(self.print.language).clone())]);
        let passages = [self.content(field), vec![Passage::Note(why.into())]].concat();
        Block::Labelled { label: field.term.to_string(), passages }
    }

    /// The name of the field, then what is typed in. A table has the name as its caption, so that they are never parted.
    fn content(&self, field: &NoticeField) -> Vec<Passage> {
        let name = Passage::Paragraph(self.name(field));
        let typed_in = match &field.content {
            Content::Codes(codes) => {
                return vec![Passage::Table(self.codes(codes).caption(&self.name(field).plain()))];
            }
            Content::Text(text) => self.text(text.of(self.print.language)),
            Content::Number(number) => {
                vec![Passage::Paragraph(format::decimal(*number, 1, self.print.language).into())]
            }
            Content::Left => vec![Passage::Paragraph(self.say("field.left").into())],
        };
        [vec![name], typed_in].concat()
    }

    fn name(&self, field: &NoticeField) -> Rich {
        let label = Rich::default().emphasis(field.label.of(self.print.language));
        match &field.of {
            Some(of) => label.text(&format!(" ({})", of.of(self.print.language))),
            None => label,
        }
    }

    /// Code and name side by side; which requirements each comes from, when it comes from any.
    fn codes(&self, codes: &[ChosenCode]) -> Table {
        let traced = codes.iter().any(|code| !code.from.is_empty());
        let columns = [("code", 1.6), ("name", 4.4), ("from", 1.6)];
        let shown = columns.into_iter().filter(|(key, _)| *key != "from" || traced);
        let columns = shown.map(|(key, share)| Column::text(&self.say(&format!("table.{key}")), share));
        let mut table = Table::new(columns.collect());
        table.rows = codes.iter().map(|code| self.code(code).map(Rich::from).into()).collect();
        table
    }

    fn code(&self, code: &ChosenCode) -> [String; 3] {
        let numbers: Vec<String> = code.from.iter().map(|number| format!("K{number}")).collect();
        [
            code.item.code.clone(),
            code.item.label.of(self.print.language).clone(),
            format::list(&numbers, self.print.language),
        ]
    }

    /// The lines as they are pasted, then how they fit.
    fn text(&self, text: &NoticeText) -> Vec<Passage> {
        let lines = text.lines.iter().map(|line| Passage::Paragraph(line.as_str().into()));
        let fit = match text.fit {
            Fit::Whole => None,
            Fit::Near => Some("field.near"),
            Fit::Shortened => Some("field.shortened"),
        };
        let notes = [Some(self.length(text)), fit.map(|key| self.say(key))].into_iter().flatten();
        lines.chain([Passage::Note(notes.collect::<Vec<_>>().join(" ").into())]).collect()
    }

    fn length(&self, text: &NoticeText) -> String {
        let count = |n: usize| {
            format::decimal(f64::from(u32::try_from(n).unwrap_or(u32::MAX)), 0, self.print.language)
        };
        self.fill("field.length", &[("n", count(text.length())), ("limit", count(text.limit))])
    }
}
