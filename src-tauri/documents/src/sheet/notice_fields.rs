//! A row a field of the notice, in the order of the form.

use domain::notice::{self, Content, Fit, Lot, NoticeField};
use domain::text::Bilingual;

use super::{Cell, Maker, Row, Sheet};

pub(super) const COLUMNS: [(&str, u16); 10] = [
    ("lot", 22),
    ("part", 26),
    ("term", 10),
    ("field", 34),
    ("of", 26),
    ("content", 60),
    ("code_names", 44),
    ("length", 10),
    ("limit", 12),
    ("why", 50),
];

impl Maker<'_> {
    pub(super) fn notice_fields(&self) -> Sheet {
        let notice = notice::fields(self.project, self.assessment);
        let lots = notice.lots.iter().flat_map(|lot| lot.fields.iter().map(|field| (&lot.lot, field)));
        let fields = lots.chain(notice.procedure.iter().map(|field| (&Lot::Every, field)));
        self.sheet("notice_fields", &COLUMNS, fields.map(|(lot, field)| self.field(lot, field)).collect())
    }

    fn field(&self, lot: &Lot, field: &NoticeField) -> Row {
        let say = |text: &Bilingual| Cell::text(text.of(self.language));
        let lot = lot.name(self.speaker());
        let part = self.speaker().phrase(&format!("notice.parts.{}", field.part.name()));
        let of = field.of.as_ref().map_or(Cell::Empty, say);
        let [content, names, length, limit] = self.content(&field.content);
        let start =
            [Cell::text(lot), Cell::text(part), Cell::text(field.term.to_string()), say(&field.label), of];
        let cells = start.into_iter().chain([content, names, length, limit, say(&field.why)]).collect();
        Row { id: String::new(), cells }
    }

    /// What is typed in, the names of its codes, and how many characters it has of how many.
    fn content(&self, content: &Content) -> [Cell; 4] {
        let none = || Cell::Empty;
        match content {
            Content::Codes(codes) => {
                let lines = |lines: Vec<&str>| Cell::text(lines.join("\n"));
                let names = codes.iter().map(|code| code.item.label.of(self.language).as_str()).collect();
                [
                    lines(codes.iter().map(|code| code.item.code.as_str()).collect()),
                    lines(names),
                    none(),
                    none(),
                ]
            }
            Content::Text(text) => {
                let text = text.of(self.language);
                let fit = match text.fit {
                    Fit::Whole => String::new(),
                    Fit::Near => self.speaker().phrase("notice.field.near"),
                    Fit::Shortened => self.speaker().phrase("notice.field.shortened"),
                };
                [Cell::text(text.text()), Cell::text(fit), count(text.length()), count(text.limit)]
            }
            Content::Number(number) => [Cell::Number(*number), none(), none(), none()],
            Content::Left => [Cell::text(self.speaker().phrase("notice.field.left")), none(), none(), none()],
        }
    }
}

fn count(n: usize) -> Cell {
    Cell::Number(u32::try_from(n).map_or(f64::MAX, f64::from))
}
