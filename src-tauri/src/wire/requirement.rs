//! Task 4: a requirement as a card.

use domain::assess::Active;
use domain::catalogue::entry::Entry;
use domain::catalogue::id::{EntryId, ParameterName, QuestionId};
use domain::catalogue::legal::Basis;
use domain::catalogue::legal::Citation;
use domain::catalogue::parameter::Parameter;
use domain::catalogue::parameter::{ParameterKind, ParameterValue};
use domain::catalogue::theme::{Level, Placement, Theme};
use domain::format;
use domain::needs::facts::serde_name;
use domain::requirements::custom::CustomRequirement;
use domain::requirements::misfit;
use domain::requirements::neighbour;
use domain::requirements::own_wording::{self, Editable, EditableValue};
use domain::requirements::quantity;
use domain::requirements::recommend::Recommendation;
use domain::requirements::recommend::Standing;
use domain::requirements::values::Filled;
use domain::requirements::values::Origin;
use domain::requirements::wording::Piece;
use domain::requirements::words::{Said, Speaker};
use domain::review::finding::Place;
use domain::text::Language;
use serde::Serialize;
use ts_rs::TS;

use super::OptionView;
use super::calculation::CalculationView;
use super::own_requirement::PlacementView;
use super::practice::{ArgumentsView, PracticeView};

/// A requirement that is recommended or stands in the project.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_excessive_bools, reason = "each is a mark of its own")]
pub struct RequirementCard {
    /// The entry.
    pub entry: EntryId,
    /// What it is about.
    pub theme: Theme,
    /// "K3", when it stands.
    pub number: Option<String>,
    /// Its name.
    pub title: String,
    /// One sentence.
    pub summary: String,
    /// The officer chose it.
    pub chosen: bool,
    /// It comes along with another and stands without being chosen.
    pub companion: bool,
    /// It stands, and something in it is to be filled in.
    pub gaps: bool,
    /// What it is recommended as; absent when it is not recommended.
    pub standing: Option<Standing>,
    /// "Följer av lag", "Rekommenderas"
    pub standing_word: Option<String>,
    /// How far it goes.
    pub level: Level,
    /// "Avancerad"
    pub level_word: String,
    /// The entries on the same ladder, itself included; empty when there is only one level.
    pub ladder: Vec<LadderStep>,
    /// Kriterietyp.
    pub placement: Placement,
    /// "Särskilt kontraktsvillkor"
    pub placement_word: String,
    /// The kriterietyper that the idea has, this one first; empty when it has one.
    pub placements: Vec<PlacementStep>,
    /// What is chosen or recommended and cannot stand beside it.
    pub excludes: Vec<ExcludedView>,
    /// Stand after "Därför:".
    pub reasons: Vec<ReasonView>,
    /// The duties that stand, each in pieces.
    pub duties: Vec<Vec<Piece>>,
    /// What the officer has written, when the requirement is their own.
    pub custom: Option<CustomRequirement>,
    /// The officer's own words stand in the place of the catalogue's.
    pub own_wording: bool,
    /// The duties as they are edited.
    pub wording: WordingView,
    /// The values in the text.
    pub parameters: Vec<ParameterView>,
    /// The calculation, when the requirement counts something and there is something to count on.
    pub calculation: Option<CalculationView>,
    /// The facts under the text, in reading order: target group, evidence, follow-up, sanction.
    pub facts: Vec<RequirementFact>,
    /// The sections that it rests on.
    pub citations: Vec<CitationView>,
    /// Why, and the link to what is bought.
    pub motive: String,
    /// Common mistakes.
    pub pitfalls: Vec<String>,
    /// What others do.
    pub practice: Vec<PracticeView>,
    /// What is said for it and against it, when opinions differ.
    pub arguments: Option<ArgumentsView>,
    /// Why it is marked as contested.
    pub contested: Option<String>,
    /// Why it is marked as a rule of thumb.
    pub rule_of_thumb: Option<String>,
}

/// The duties of a requirement as they are edited: in the language of the authority, with values set apart by signs that are not seen.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WordingView {
    /// "Leverantören ska ta emot 2 studiebesök per avtalsår."
    pub duties: Vec<String>,
    /// The values that can stand in them.
    pub values: Vec<WordingValue>,
}

/// A value in a text that is edited.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WordingValue {
    /// As it is shown: "2 studiebesök", between U+2068 and U+2069.
    pub shown: String,
    /// As an edit names it: "{visits|ett studiebesök|studiebesök}".
    pub slot: String,
    /// "Antal besök"
    pub label: String,
}

impl WordingView {
    fn of(entry: &Entry, speaker: Speaker<'_>) -> Self {
        let said = Speaker { language: Language::Sv, ..speaker }.requirement(entry);
        let Editable { duties, values } = own_wording::editable(&said, entry);
        Self { duties, values: values.into_iter().map(WordingValue::of).collect() }
    }
}

impl WordingValue {
    /// A value in a text that is edited.
    pub fn of(EditableValue { shown, slot, label }: EditableValue) -> Self {
        Self { shown, slot, label }
    }
}

/// A step on a ladder.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LadderStep {
    /// The entry of that level.
    pub entry: EntryId,
    /// Its name.
    pub title: String,
    /// The level.
    pub level: Level,
    /// "Avancerad"
    pub level_word: String,
    /// What the officer has filled in and that does not go along, in sentences.
    pub loses: Option<String>,
}

/// The same idea in another place of the procurement.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlacementStep {
    /// The entry that has it.
    pub entry: EntryId,
    /// Its name.
    pub title: String,
    /// What it means.
    pub view: PlacementView,
    /// What the officer has filled in and that does not go along, in sentences.
    pub loses: Option<String>,
}

/// Another requirement, which cannot stand beside this one.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExcludedView {
    /// The entry that it is made from.
    pub entry: EntryId,
    /// "K3 Feriejobb", "Feriejobb"
    pub name: String,
    /// The officer has chosen it.
    pub chosen: bool,
}

impl ExcludedView {
    /// All that an entry excludes among what is chosen or recommended.
    pub fn all(entry: &Entry, speaker: Speaker<'_>) -> Vec<Self> {
        let Speaker { project, assessment, language, .. } = speaker;
        let view = |other: &Entry| Self {
            entry: other.id.clone(),
            name: Place::Requirement(other.id.clone()).words(assessment).of(language).clone(),
            chosen: project.requirement(&other.id).is_some_and(|requirement| requirement.chosen),
        };
        misfit::excluding(entry, project, assessment).into_iter().map(view).collect()
    }
}

/// A reason for a recommendation.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReasonView {
    /// "målet är arbetslivserfarenhet"
    pub text: String,
    /// The question whose answer led to it.
    pub question: Option<QuestionId>,
}

/// What is said of a requirement beside its text.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RequirementFact {
    /// What it is.
    pub fact: FactKind,
    /// "Bevis i avtalet"
    pub label: String,
    /// What is said.
    pub text: String,
}

/// What a fact is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FactKind {
    /// Målgrupp.
    TargetGroup,
    /// Bevis i anbudet.
    EvidenceTender,
    /// Bevis i avtalet.
    EvidenceContract,
    /// Uppföljning.
    FollowUp,
    /// Påföljd.
    Sanction,
}

/// A reference to sections.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CitationView {
    /// "19 kap. 3 och 9 §§ LOU"
    pub text: String,
    /// Law here, or a model.
    pub basis: Basis,
    /// "lag"
    pub basis_word: String,
    /// The section has been seen in a source; otherwise it is to be checked.
    pub verified: bool,
}

/// A value in a text.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ParameterView {
    /// Its name.
    pub name: ParameterName,
    /// "Antal besök"
    pub label: String,
    /// What kind of value.
    pub kind: ParameterKind,
    /// The least and the largest number that is reasonable.
    pub range: Option<[f64; 2]>,
    /// What to choose among.
    pub options: Vec<OptionView>,
    /// Heads of a table.
    pub columns: Vec<String>,
    /// The value; absent when it has to be filled in.
    pub value: Option<ParameterValue>,
    /// As it reads in a sentence: "7 500 000 kr"; "[fyll i: datum]" when missing.
    pub shown: String,
    /// Where it comes from.
    pub origin: Origin,
    /// Fixed by law: shown, never edited.
    pub locked: bool,
    /// It is to be chosen before there is any text: which duties stand depends on it.
    pub decides: bool,
    /// The officer's own text has left it out, and nothing else says it.
    pub unsaid: bool,
}

impl RequirementCard {
    /// The card of an entry.
    pub fn of(entry: &Entry, speaker: Speaker<'_>) -> Self {
        let said = speaker.requirement(entry);
        let active = speaker.assessment.active_for(&entry.id);
        let recommended = speaker.assessment.recommendations.iter().find(|r| r.entry == entry.id);
        let marked =
            |is: bool, mark: &str| is.then(|| speaker.phrase(&format!("general.marks.{mark}_explained")));
        Self {
            entry: entry.id.clone(),
            theme: entry.theme,
            number: active.map(number),
            title: said.words.title.clone(),
            summary: said.words.summary.clone(),
            chosen: speaker.project.requirement(&entry.id).is_some_and(|requirement| requirement.chosen),
            companion: active.is_some_and(|active| active.companion),
            gaps: active.is_some_and(|active| speaker.assessment.has_gaps(active)),
            standing: recommended.map(|r| r.standing),
            standing_word: recommended
                .map(|r| speaker.phrase(&format!("window.standing.{}", serde_name(&r.standing)))),
            level: entry.rules.level,
            level_word: level_word(entry.rules.level, speaker),
            ladder: ladder(entry, speaker),
            placement: entry.rules.placement,
            placement_word: placement_word(entry.rules.placement, speaker),
            placements: placements(entry, speaker),
            excludes: ExcludedView::all(entry, speaker),
            reasons: active.and_then(|active| comes_with(active, speaker)).map_or_else(
                || recommended.map(|r| reasons(r, speaker)).unwrap_or_default(),
                |one| vec![one],
            ),
            duties: said.duties(),
            custom: CustomRequirement::of(entry),
            own_wording: said.is_own(),
            wording: WordingView::of(entry, speaker),
            parameters: ParameterView::all(entry, &said),
            calculation: calculation(entry, speaker),
            facts: facts(&said, speaker),
            citations: said.citations().into_iter().map(|one| CitationView::of(one, speaker)).collect(),
            motive: said.words.motive.clone(),
            pitfalls: said.words.pitfalls.clone(),
            practice: said.words.practice.iter().map(Into::into).collect(),
            arguments: said.words.arguments.as_ref().map(Into::into),
            contested: marked(entry.rules.contested, "contested"),
            rule_of_thumb: marked(entry.rules.rule_of_thumb, "rule_of_thumb"),
        }
    }
}

/// "K3"
pub fn number(active: &Active) -> String {
    format!("K{}", active.number)
}

/// "Avancerad"
pub fn level_word(level: Level, speaker: Speaker<'_>) -> String {
    speaker.phrase(&format!("general.levels.{}", serde_name(&level)))
}

/// "Särskilt kontraktsvillkor"
pub fn placement_word(placement: Placement, speaker: Speaker<'_>) -> String {
    speaker.phrase(&format!("general.placements.{}", serde_name(&placement)))
}

fn ladder(entry: &Entry, speaker: Speaker<'_>) -> Vec<LadderStep> {
    let step = |step: &Entry| LadderStep {
        entry: step.id.clone(),
        title: step.text.of(speaker.language).title.clone(),
        level: step.rules.level,
        level_word: level_word(step.rules.level, speaker),
        loses: loses(entry, step, speaker),
    };
    neighbour::ladder(&entry.id, speaker.catalogue).map(step).collect()
}

/// The same idea in other places of the procurement, itself first; empty when it has one place.
fn placements(entry: &Entry, speaker: Speaker<'_>) -> Vec<PlacementStep> {
    let others = neighbour::ladder(&entry.id, speaker.catalogue);
    let others = others.filter(|other| other.rules.placement != entry.rules.placement);
    let steps: Vec<PlacementStep> = others.map(|other| PlacementStep::of(entry, other, speaker)).collect();
    if steps.is_empty() {
        return steps;
    }
    [PlacementStep::of(entry, entry, speaker)].into_iter().chain(steps).collect()
}

fn loses(entry: &Entry, other: &Entry, speaker: Speaker<'_>) -> Option<String> {
    let requirement = speaker.project.requirement(&entry.id).filter(|_| other.id != entry.id)?;
    let words = neighbour::lost_words(requirement, other, speaker.catalogue, speaker.language);
    (!words.is_empty()).then_some(words)
}

impl PlacementStep {
    fn of(entry: &Entry, other: &Entry, speaker: Speaker<'_>) -> Self {
        let citations = speaker.as_if_new(other).citations();
        Self {
            entry: other.id.clone(),
            title: other.text.of(speaker.language).title.clone(),
            view: PlacementView::with(other.rules.placement, &citations, speaker),
            loses: loses(entry, other, speaker),
        }
    }
}

/// What a requirement stands because of, by number: the names stand on the cards that they are of.
fn comes_with(active: &Active, speaker: Speaker<'_>) -> Option<ReasonView> {
    let brings = |chosen: &&EntryId| speaker.catalogue.with_companions(chosen).contains(&active.entry);
    let chosen = speaker.project.chosen().filter(|_| active.companion).filter(brings);
    let mut chosen: Vec<&Active> = chosen.filter_map(|id| speaker.assessment.active_for(id)).collect();
    chosen.sort_by_key(|active| active.number);
    let numbers: Vec<String> = chosen.into_iter().map(number).collect();
    let titles = format::list(&numbers, speaker.language);
    let text = speaker.filled("reasons.companion", &[("titles", titles)]);
    (!numbers.is_empty()).then_some(ReasonView { text, question: None })
}

/// Why a requirement is recommended, each reason by itself.
pub fn reasons(recommended: &Recommendation, speaker: Speaker<'_>) -> Vec<ReasonView> {
    let view = |reason: &domain::requirements::recommend::Reason| ReasonView {
        text: reason.text.of(speaker.language).clone(),
        question: reason.question.clone(),
    };
    recommended.reasons.iter().map(view).collect()
}

fn calculation(entry: &Entry, speaker: Speaker<'_>) -> Option<CalculationView> {
    let capacity = speaker.assessment.capacity.as_ref()?;
    let quantity = speaker.assessment.quantities.get(&entry.id).filter(|_| quantity::is_counted(entry))?;
    let stands = speaker.assessment.active_for(&entry.id).is_some();
    Some(CalculationView::of(quantity, capacity, stands, speaker))
}

fn facts(said: &Said<'_>, speaker: Speaker<'_>) -> Vec<RequirementFact> {
    let all = [
        (FactKind::TargetGroup, said.target_group().unwrap_or_default()),
        (FactKind::EvidenceTender, said.evidence_tender()),
        (FactKind::EvidenceContract, said.evidence_contract()),
        (FactKind::FollowUp, said.follow_up()),
        (FactKind::Sanction, said.sanction()),
    ];
    let label = |fact: FactKind| speaker.phrase(&format!("specification.facts.{}", serde_name(&fact)));
    all.into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(fact, text)| RequirementFact { fact, label: label(fact), text })
        .collect()
}

impl CitationView {
    /// A reference in words.
    pub fn of(citation: &Citation, speaker: Speaker<'_>) -> Self {
        Self {
            text: speaker.sections(citation),
            basis: citation.basis,
            basis_word: basis_word(citation.basis, speaker),
            verified: citation.verified,
        }
    }
}

/// "lag"
pub fn basis_word(basis: Basis, speaker: Speaker<'_>) -> String {
    speaker.phrase(&format!("general.legal.{}", serde_name(&basis)))
}

impl ParameterView {
    /// The values of an entry, as they are said.
    pub fn all(entry: &Entry, said: &Said<'_>) -> Vec<Self> {
        let view = |(name, parameter): (&ParameterName, &Parameter)| {
            Some(Self::of(name, parameter, said.values.get(name)?, said))
        };
        entry.rules.parameters.iter().filter(|(name, _)| said.asks_for(name)).filter_map(view).collect()
    }

    fn of(name: &ParameterName, parameter: &Parameter, filled: &Filled, said: &Said<'_>) -> Self {
        let labels = said.words.options.get(name);
        let label = |code: &domain::catalogue::id::Code| labels.and_then(|labels| labels.get(code)).cloned();
        let option = |code: &domain::catalogue::id::Code| OptionView {
            code: code.clone(),
            label: label(code).unwrap_or_else(|| code.to_string()),
            disabled: false,
        };
        Self {
            name: name.clone(),
            label: said.words.parameters.get(name).cloned().unwrap_or_else(|| name.to_string()),
            kind: parameter.kind,
            range: parameter.range,
            options: parameter.options.iter().map(option).collect(),
            columns: said.words.columns.get(name).cloned().unwrap_or_default(),
            value: filled.value.clone(),
            shown: said.shown(name.as_str()),
            origin: filled.origin,
            locked: parameter.locked,
            decides: filled.value.is_none() && said.depends_on(name),
            unsaid: said.is_unsaid(name),
        }
    }
}
