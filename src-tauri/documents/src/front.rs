//! What every document made from a project says of itself, and what it is told from.

use std::collections::BTreeMap;

use domain::assess::{Active, Assessment};
use domain::catalogue::Catalogue;
use domain::catalogue::entry::{Entry, HandedIn};
use domain::catalogue::legal::Citation;
use domain::catalogue::theme::{Placement, Theme};
use domain::follow_up::planned::last_start;
use domain::format;
use domain::project::Project;
use domain::requirements::wording::plain;
use domain::requirements::words::{Said, Speaker};
use domain::text::Language;
use jiff::civil::Date;

use crate::logo::Logo;
use crate::model::letter;
use crate::model::{Document, Meta, Rich, Section, Status};
use crate::specification;

/// How a document is to be printed.
#[derive(Clone, Debug)]
pub struct Print {
    /// The language of the document.
    pub language: Language,
    /// The date on it.
    pub date: Date,
    /// Draft or final.
    pub status: Status,
    /// The authority's logo, when it has one.
    pub logo: Option<Logo>,
}

/// The sections by kriterietyp, in the order of every document.
pub(crate) const PLACEMENTS: [Placement; 6] = [
    Placement::ReservedParticipation,
    Placement::ExclusionGround,
    Placement::SelectionCriterion,
    Placement::TechnicalSpecification,
    Placement::AwardCriterion,
    Placement::ContractTerm,
];

/// Room for a signature: lines without words.
pub(crate) const SIGNATURE: &str = "\n\n";

/// The lots in one sentence; nothing when there are none.
pub(crate) fn lot_names(lots: &[String], language: Language) -> Option<String> {
    (!lots.is_empty()).then(|| format::list(lots, language))
}

/// Between two marks with their words.
const GAP: &str = "  ";

/// A duty that is due by the start of the contract.
struct DueDuty {
    /// "K1 c"
    number: String,
    /// Whether it has to be done before that day.
    before: bool,
    /// Whether it is the buyer that owes it.
    by_buyer: bool,
}

/// Tells of a project in the words of one document.
pub(crate) struct Teller<'a> {
    pub project: &'a Project,
    pub assessment: &'a Assessment,
    pub catalogue: &'a Catalogue,
    pub print: &'a Print,
    /// The table of phrases that the document's own words stand in.
    table: &'static str,
}

impl<'a> Teller<'a> {
    pub fn new(
        project: &'a Project,
        assessment: &'a Assessment,
        print: &'a Print,
        table: &'static str,
    ) -> Self {
        Self { project, assessment, catalogue: &assessment.catalogue, print, table }
    }

    /// The document without its sections, with these rows of the cover table.
    pub fn begun(&self, rows: &[&str]) -> Document {
        let missing = self.phrase("specification.cover.missing");
        let document = Document::new(meta(self.project, self.print, &self.say("kind"), &missing));
        let cover = specification::cover(self.project, self.assessment, self.print);
        let chosen = cover.into_iter().filter(|row| rows.contains(&row.key));
        chosen.fold(document, |document, row| document.cover(&row.label, row.text))
    }

    /// A section that so far has only its heading; it gets its number in the document.
    pub fn headed(&self, key: &str) -> Section {
        Section::new("", &self.say(key))
    }

    /// All but the common terms.
    pub fn own_requirements(&self) -> impl Iterator<Item = &'a Active> {
        self.assessment.active.iter().filter(|active| active.theme != Theme::CommonTerms)
    }

    pub fn common_terms(&self) -> impl Iterator<Item = &'a Active> {
        self.assessment.active.iter().filter(|active| active.theme == Theme::CommonTerms)
    }

    pub fn placed(&self, placement: Placement) -> impl Iterator<Item = &'a Active> {
        let catalogue = self.catalogue;
        let is_here = move |active: &&Active| {
            catalogue.entry(&active.entry).is_some_and(|entry| entry.rules.placement == placement)
        };
        self.own_requirements().filter(is_here)
    }

    pub fn entry(&self, active: &Active) -> Option<&'a Entry> {
        self.catalogue.entry(&active.entry)
    }

    pub fn speaker(&self) -> Speaker<'a> {
        Speaker::new(self.project, self.assessment, self.print.language)
    }

    /// The requirement in words.
    pub fn said(&self, active: &Active) -> Option<Said<'a>> {
        Some(self.speaker().requirement(self.entry(active)?))
    }

    /// "Studiebesök"
    pub fn title(&self, active: &Active) -> String {
        self.speaker().title(&active.entry)
    }

    /// "Särskilt kontraktsvillkor"
    pub fn placement(&self, placement: Placement) -> String {
        self.phrase(&format!("general.placements.{}", name(&placement)))
    }

    /// The themes that the requirements are about, as a list within a sentence.
    pub fn themes(&self) -> String {
        let used =
            Theme::DECIDED.into_iter().filter(|theme| self.own_requirements().any(|a| a.theme == *theme));
        let words = used.map(|theme| self.phrase(&format!("general.themes.{}", theme.code())).to_lowercase());
        format::list(&words.collect::<Vec<_>>(), self.print.language)
    }

    /// Who finds candidates; nothing while nobody is known to.
    pub fn matching_lead(&self) -> Option<String> {
        let known = ["labour_market_unit", "employment_service", "both"];
        let code = self.assessment.facts.code("matching_lead").filter(|code| known.contains(code))?;
        let whose =
            if self.assessment.facts.is("matching_elsewhere") { "matching_elsewhere" } else { "matching" };
        Some(self.phrase(&format!("specification.{whose}.{code}")))
    }

    /// The sections of law that a requirement rests on, each with its mark.
    pub fn legal_basis(&self, said: &Said<'_>) -> Rich {
        let citations = said.citations();
        if citations.is_empty() {
            let told = if self.is_internal() {
                self.phrase("specification.facts.no_citation")
            } else {
                String::new()
            };
            return told.into();
        }
        citations.iter().enumerate().fold(Rich::default(), |rich, (i, citation)| {
            let gap = if i + 1 < citations.len() { GAP } else { "" };
            rich.basis(citation.basis, &format!(" {}{gap}", self.cited(citation)))
        })
    }

    /// Every section of law that the requirements rest on, in their order.
    pub fn citations(&self) -> impl Iterator<Item = &'a Citation> {
        let said = self.assessment.active.iter().filter_map(|active| self.said(active));
        said.flat_map(|said| said.citations())
    }

    /// What is said of the edition, which may not be that all has been checked when something has not.
    pub fn edition_told(&self, key: &str) -> String {
        let edition = &self.catalogue.edition;
        let read = if is_unread(self.citations()) { "unread" } else { "read" };
        let slots = [
            ("edition", edition.edition.clone()),
            ("date", format::date(edition.checked_on)),
            ("law", format::date(edition.law_consolidated)),
        ];
        self.fill(&format!("{key}_{read}"), &slots)
    }

    /// "19 kap. 3 och 9 §§ LOU (lag)."
    fn cited(&self, citation: &Citation) -> String {
        let key = format!("specification.facts.{}", name(&citation.basis));
        self.speaker().filled(&key, &[("sections", self.speaker().sections(citation))])
    }

    /// Whether nobody outside the authority reads it.
    fn is_internal(&self) -> bool {
        self.table == "decision_record"
    }

    /// "K1, K3–K5 och K8": three or more in a row are told as the first and the last.
    pub fn numbers<'b>(&self, active: impl IntoIterator<Item = &'b Active>) -> String {
        let numbers: Vec<usize> = active.into_iter().map(|active| active.number).collect();
        let told = numbers.chunk_by(|one, next| one + 1 == *next).flat_map(|run| match run {
            [first, _, .., last] => vec![format!("K{first}–K{last}")],
            few => few.iter().map(|number| format!("K{number}")).collect(),
        });
        format::list(&told.collect::<Vec<_>>(), self.print.language)
    }

    /// What the evidence of a requirement waits for, where it waits for no day.
    pub fn handed_in(&self, active: &Active) -> Option<HandedIn> {
        self.entry(active)?.rules.handed_in
    }

    /// The last day on which places may begin, with the requirements that say so; none while no start is known.
    pub fn last_starts(&self) -> BTreeMap<Date, Vec<&'a Active>> {
        let mut last: BTreeMap<Date, Vec<&Active>> = BTreeMap::new();
        let Some(start) = self.project.procurement.start else { return last };
        for active in &self.assessment.active {
            let day = self.entry(active).and_then(|entry| last_start(active, entry, start));
            if let Some(day) = day {
                last.entry(day).or_default().push(active);
            }
        }
        last
    }

    /// The duties that are due before the contract starts, and those that are due when it does; none when there are none.
    pub fn due_by_start(&self) -> Option<String> {
        self.due(|_| true)
    }

    /// The same, of the supplier alone.
    pub fn due_from_supplier(&self) -> Option<String> {
        self.due(|duty| !duty.by_buyer)
    }

    fn due(&self, counts: impl Fn(&DueDuty) -> bool) -> Option<String> {
        let (before, by): (Vec<_>, Vec<_>) = self.due_duties().filter(counts).partition(|duty| duty.before);
        let told = [("before_day", before), ("by_day", by)].map(|(key, duties)| {
            let numbers: Vec<String> = duties.into_iter().map(|duty| duty.number).collect();
            let slots = [("numbers", format::list(&numbers, self.print.language))];
            let key = format!("specification.due.{key}");
            (!numbers.is_empty()).then(|| self.catalogue.phrases.fill_in(&key, &slots, self.print.language))
        });
        let told: Vec<String> = told.into_iter().flatten().collect();
        (!told.is_empty()).then(|| told.join(". "))
    }

    /// Each duty that is due by the start of the contract.
    fn due_duties(&self) -> impl Iterator<Item = DueDuty> {
        let phrase = |key: &str| self.phrase(&format!("specification.due.{key}"));
        let (before, by) = (phrase("before_start"), [phrase("by_start"), phrase("at_start")]);
        let buyer = phrase("by_buyer");
        let due = move |number: String, text: &str| {
            let text = text.to_lowercase();
            // What is due by the start may speak of what is due before it.
            let by_start = by.iter().any(|words| text.contains(words)).then_some(false);
            let before = by_start.or_else(|| text.contains(&before).then_some(true))?;
            Some(DueDuty { number, before, by_buyer: text.starts_with(&buyer) })
        };
        let here = move |active: &'a Active| {
            let duties = self.said(active).map(|said| said.duties()).unwrap_or_default();
            let duties = duties.iter().enumerate();
            let due =
                duties.filter_map(|(i, duty)| due(format!("{} {}", number(active), letter(i)), &plain(duty)));
            due.collect::<Vec<_>>()
        };
        self.assessment.active.iter().flat_map(here)
    }

    /// Whether the contract may go on after its firm period.
    pub fn is_extended(&self) -> bool {
        self.project.procurement.extends() == Some(true)
    }

    /// The lots, by name; nothing when the procurement is one.
    pub fn lot_names(&self) -> Option<String> {
        lot_names(&self.project.procurement.lots, self.print.language)
    }

    /// A phrase of the document.
    pub fn say(&self, key: &str) -> String {
        self.phrase(&format!("{}.{key}", self.table))
    }

    /// A phrase of the document with its slots filled.
    pub fn fill(&self, key: &str, slots: &[(&str, String)]) -> String {
        self.catalogue.phrases.fill_in(&format!("{}.{key}", self.table), slots, self.print.language)
    }

    /// A phrase of the catalogue.
    pub fn phrase(&self, key: &str) -> String {
        self.catalogue.phrases.word(key, self.print.language).to_owned()
    }
}

/// Adds sections, numbered from 1; an annex keeps its own number.
pub(crate) fn numbered(document: Document, sections: Vec<Section>) -> Document {
    let number = |(index, section): (usize, Section)| {
        if section.annex { section } else { Section { number: (index + 1).to_string(), ..section } }
    };
    sections.into_iter().enumerate().map(number).fold(document, Document::section)
}

/// "K3"
pub(crate) fn number(active: &Active) -> String {
    format!("K{}", active.number)
}

/// Whether there is a section among them that nobody has seen in a source.
pub fn is_unread<'c>(cited: impl IntoIterator<Item = &'c Citation>) -> bool {
    cited.into_iter().any(|citation| !citation.verified)
}

/// The name that a value has in data, and so in the keys of phrases.
pub(crate) fn name<T: serde::Serialize>(value: &T) -> String {
    domain::needs::facts::serde_name(value)
}

/// Title, authority, reference and status; `missing` stands for a title. An authority that has not been filled in is
/// said on the cover, and nowhere else.
pub(crate) fn meta(project: &Project, print: &Print, kind: &str, missing: &str) -> Meta {
    let procurement = &project.procurement;
    let title = or_missing(&procurement.title, missing);
    let meta = Meta::new(print.language, kind, &title, procurement.authority_name.trim())
        .logo(print.logo.clone())
        .status(print.status.clone(), &format::date(print.date));
    let meta = if procurement.aim.trim().is_empty() { meta } else { meta.lead(procurement.aim.trim()) };
    if procurement.reference.is_empty() { meta } else { meta.reference(&procurement.reference) }
}

pub(crate) fn or_missing(text: &str, missing: &str) -> String {
    if text.trim().is_empty() { missing.to_owned() } else { text.trim().to_owned() }
}
