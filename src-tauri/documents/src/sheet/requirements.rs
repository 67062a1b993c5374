//! A row a requirement, with all that the specification says of it.

use domain::assess::Active;
use domain::catalogue::entry::Entry;
use domain::catalogue::theme::Theme;
use domain::requirements::wording;
use domain::requirements::words::Said;
use domain::text::Language;

use super::{Cell, Maker, Row, Sheet, name};

/// The columns with their widths in characters.
const COLUMNS: [(&str, u16); 14] = [
    ("id", 22),
    ("number", 7),
    ("heading", 28),
    (WORDING, 60),
    ("placement", 20),
    ("level", 12),
    ("evidence_tender", 32),
    ("evidence_contract", 32),
    ("follow_up", 36),
    ("first_check", 13),
    ("sanction", 32),
    ("legal_basis", 32),
    ("notice_codes", 14),
    ("origin", 16),
];

/// The column with the duties, one a line.
pub const WORDING: &str = "wording";

impl Maker<'_> {
    pub(super) fn requirements(&self) -> Sheet {
        let rows = self.assessment.active.iter().filter_map(|active| self.requirement(active)).collect();
        let mut sheet = self.sheet("requirements", &COLUMNS, rows);
        // The officer's own words are Swedish, so those of an English sheet cannot become them.
        for column in sheet.columns.iter_mut().filter(|column| column.key == WORDING) {
            column.returns = self.language == Language::Sv;
        }
        sheet
    }

    fn requirement(&self, active: &Active) -> Option<Row> {
        let entry = self.assessment.catalogue.entry(&active.entry)?;
        let speaker = self.speaker();
        let said = speaker.requirement(entry);
        let duties: Vec<String> = said.duties().iter().map(|pieces| wording::plain(pieces)).collect();
        let common = active.theme == Theme::CommonTerms;
        let level = if common {
            String::new()
        } else {
            speaker.phrase(&format!("general.levels.{}", name(&entry.rules.level)))
        };
        // A common term is confirmed with what it belongs to; a tenderer shows nothing for it alone.
        let tender = if common { String::new() } else { said.evidence_tender() };
        let cells = vec![
            Cell::text(active.entry.as_str()),
            Cell::text(format!("K{}", active.number)),
            Cell::text(&said.words.title),
            Cell::text(duties.join("\n")),
            Cell::text(speaker.phrase(&format!("general.placements.{}", name(&entry.rules.placement)))),
            Cell::text(level),
            Cell::text(tender),
            Cell::text(said.evidence_contract()),
            Cell::text(said.follow_up()),
            first_check(&said),
            Cell::text(said.sanction()),
            Cell::text(self.legal_basis(&said)),
            Cell::text(codes(entry)),
            Cell::text(self.origin(entry, &said)),
        ];
        Some(Row { id: active.entry.to_string(), cells })
    }

    /// "19 kap. 3 och 9 §§ LOU (lag)."
    pub(super) fn legal_basis(&self, said: &Said<'_>) -> String {
        let speaker = self.speaker();
        let cited = said.citations().into_iter().map(|citation| {
            let sections = [("sections", speaker.sections(citation))];
            speaker.filled(&format!("specification.facts.{}", name(&citation.basis)), &sections)
        });
        let cited: Vec<String> = cited.collect();
        if cited.is_empty() { speaker.phrase("specification.facts.no_citation") } else { cited.join("\n") }
    }

    /// Whose words they are.
    fn origin(&self, entry: &Entry, said: &Said<'_>) -> String {
        let key = match (entry.is_custom(), said.is_own()) {
            (true, _) => "custom",
            (false, true) => "own",
            (false, false) => "catalogue",
        };
        self.say(&format!("origins.{key}"))
    }
}

/// The day, or how long after the start while no start is known.
pub(super) fn first_check(said: &Said<'_>) -> Cell {
    said.first_check_date().map_or_else(|| Cell::text(said.first_check()), Cell::Date)
}

/// The social objectives that the requirement puts into the notice, and the codes of other fields.
fn codes(entry: &Entry) -> String {
    let others = entry.rules.in_notice.codes.values().flatten();
    entry.rules.notice.iter().chain(others).map(String::as_str).collect::<Vec<_>>().join(", ")
}
