//! Everything that follows from a project, worked out whole after every edit.

use jiff::civil::Date;

use crate::catalogue::Catalogue;
use crate::catalogue::entry::Entry;
use crate::catalogue::id::EntryId;
use crate::catalogue::parameter::{Computed, Source};
use crate::catalogue::theme::Theme;
use crate::editions::{self, Pending};
use crate::needs::facts::{self, Facts};
use crate::needs::question_state::{self, QuestionState, State};
use crate::procurement::regime::{self, RegimeOutcome};
use crate::progress::{self, TaskProgress};
use crate::project::Project;
use crate::requirements::decision::{Outcome, ThemeState};
use crate::requirements::proportionality::Capacity;
use crate::requirements::quantity::{self, OptionYears, Quantities, Quantity};
use crate::requirements::recommend::{self, Recommendation, Standing};
use crate::requirements::values::{Context, Values, missing};
use crate::review;
use crate::review::finding::{Finding, Place, Severity};
use crate::review::rule::Rule;

/// A requirement that stands in the project: chosen, or required by one that is.
#[derive(Clone, Debug, PartialEq)]
pub struct Active {
    /// The entry.
    pub entry: EntryId,
    /// Its number: 1 is printed K1.
    pub number: usize,
    /// What it is about.
    pub theme: Theme,
    /// Whether it stands only because another requires it.
    pub companion: bool,
    /// Its values.
    pub values: Values,
    /// What the calculator found, when it counts something.
    pub quantity: Option<Quantity>,
    /// Places that each year of options adds, when its option is used.
    pub option_places: Vec<f64>,
}

impl Active {
    /// The last month in which a place may begin, counted from the start of the contract, where the requirement says one.
    pub fn last_start(&self, entry: &Entry) -> Option<f64> {
        let starts = |source: &Source| matches!(source, Source::Computed(Computed::StartLatest));
        let (name, _) = entry.rules.parameters.iter().find(|(_, parameter)| starts(&parameter.source))?;
        self.values.get(name)?.value.as_ref()?.as_number()
    }
}

/// What follows from a project.
#[derive(Clone, Debug)]
pub struct Assessment {
    /// The catalogue as it stands in the project: with what it took over, as that was then.
    pub catalogue: Catalogue,
    /// The regime.
    pub regime: RegimeOutcome,
    /// The facts.
    pub facts: Facts,
    /// All questions, in order.
    pub questions: Vec<QuestionState>,
    /// How much work the contract is.
    pub capacity: Option<Capacity>,
    /// What is recommended.
    pub recommendations: Vec<Recommendation>,
    /// Quantities of what is recommended or chosen.
    pub quantities: Quantities,
    /// The requirements that stand, in the order of the document.
    pub active: Vec<Active>,
    /// The nine themes.
    pub themes: Vec<ThemeState>,
    /// The requirements whose entries are others in the catalogue now.
    pub editions: Vec<Pending>,
    /// The findings.
    pub findings: Vec<Finding>,
    /// The seven tasks.
    pub progress: Vec<TaskProgress>,
}

impl Assessment {
    /// The values that an entry has, or would have if it were chosen now.
    pub fn values_of(&self, entry: &Entry, project: &Project) -> Values {
        Context { project, facts: &self.facts, catalogue: &self.catalogue }.values(entry, &self.quantities)
    }

    /// Whether the officer still has something to do about a question. That nobody knows is an answer, save where a Stop
    /// rests on it: what the law cannot do without is not done by not knowing it.
    pub fn is_left(&self, question: &QuestionState) -> bool {
        let needs_it = |finding: &Finding| {
            finding.severity == Severity::Stop && finding.place == Place::Question(question.id.clone())
        };
        let unknown = question.state == State::Unknown;
        question.state.is_left() || (unknown && self.findings.iter().any(needs_it))
    }

    /// Whether somebody is to find out the answer to a question, and nothing else is left to do about it.
    pub fn is_to_find_out(&self, question: &QuestionState) -> bool {
        question.visible && question.state == State::Unknown && !self.is_left(question)
    }

    /// Whether a requirement has something left to fill in.
    pub fn has_gaps(&self, active: &Active) -> bool {
        let entry = self.catalogue.entry(&active.entry);
        entry.is_some_and(|entry| !missing(entry, &active.values, &self.facts).is_empty())
    }

    /// How many requirements a decided theme still misses: what the law demands, and what the officer has found to be needed.
    pub fn due(&self, theme: Theme) -> usize {
        let decided = self.themes.iter().any(|state| state.theme == theme && !state.is_open());
        let misses = |finding: &&Finding| finding.rule == Rule::DutyNotChosen && finding.overridden.is_none();
        let here = |finding: &&Finding| match &finding.place {
            Place::Requirement(id) => self.catalogue.entry(id).is_some_and(|entry| entry.theme == theme),
            _ => false,
        };
        if decided { self.findings.iter().filter(misses).filter(here).count() } else { 0 }
    }

    /// Whether the answer is no requirement at all: none stands, and every theme has ended.
    pub fn asks_for_nothing(&self) -> bool {
        self.active.is_empty() && !self.themes.iter().any(ThemeState::is_open)
    }

    /// The requirement made from an entry, when it stands.
    pub fn active_for(&self, entry: &EntryId) -> Option<&Active> {
        self.active.iter().find(|active| active.entry == *entry)
    }
}

/// Works out everything that follows from a project.
///
/// `today` decides which dated thresholds hold when the project has no notice date.
pub fn assess(project: &Project, catalogue: &Catalogue, today: Date) -> Assessment {
    let mut assessment = unreviewed(project, catalogue, today);
    assessment.themes = rule_out(&assessment, project);
    assessment.findings = review::all(project, &assessment);
    assessment.progress = progress::of(project, &assessment);
    assessment
}

/// The same without findings and progress, which take the time, for what asks for what stands in many projects.
pub fn unreviewed(project: &Project, catalogue: &Catalogue, today: Date) -> Assessment {
    let editions = editions::pending(project, catalogue);
    let here = catalogue.as_in(project);
    let catalogue = &here;
    let regime = regime_of(project, catalogue, today);
    let facts::Known { facts, visible, capacity } = facts::known(project, &regime, catalogue);
    let questions: Vec<QuestionState> = catalogue
        .questions
        .values()
        .map(|question| {
            question_state::of(question, visible.contains(&question.id), project, &facts, catalogue)
        })
        .collect();
    let context = Context { project, facts: &facts, catalogue };
    let recommendations = recommend::recommend(capacity.as_ref(), &context);
    let standing = standing(project, catalogue);
    let side_by_side = side_by_side(&recommendations, &standing, catalogue);
    let quantities = quantity::settle(&side_by_side, capacity.as_ref(), &context);
    let option_years = quantity::option_years(&side_by_side, capacity.as_ref(), &context);
    let active = active(&standing, &quantities, &option_years, &context);
    let themes = themes(project, &recommendations, &active, &here);
    Assessment {
        catalogue: here,
        regime,
        facts,
        questions,
        capacity,
        recommendations,
        quantities,
        active,
        themes,
        editions,
        findings: Vec::new(),
        progress: Vec::new(),
    }
}

/// The regime alone, for what asks for nothing else.
pub fn regime_of(project: &Project, catalogue: &Catalogue, today: Date) -> RegimeOutcome {
    let thresholds = catalogue.thresholds_on(project.notice_date_or(today));
    let overruled = project.regime_override.as_ref();
    regime::follows_from(&project.procurement, overruled, thresholds, &catalogue.cpv)
}

/// The entries that stand: chosen, and what they require; in the order of the document.
fn standing<'p>(project: &'p Project, catalogue: &Catalogue) -> Vec<&'p Entry> {
    let mut entries: Vec<&Entry> = project.standing().into_iter().map(|r| &*r.entry).collect();
    entries.sort_by_key(|entry| {
        (entry.theme == Theme::CommonTerms, entry.rules.placement, entry.theme, catalogue.position(&entry.id))
    });
    entries
}

/// Quantities share one budget, so what is recommended and what stands are worked out together.
fn side_by_side<'c>(
    recommendations: &[Recommendation],
    standing: &[&'c Entry],
    catalogue: &'c Catalogue,
) -> Vec<&'c Entry> {
    let recommended = recommendations.iter().filter(|r| r.standing != Standing::Beside);
    let mut side_by_side: Vec<&Entry> = recommended.filter_map(|r| catalogue.entry(&r.entry)).collect();
    for entry in standing {
        if !side_by_side.iter().any(|other| other.id == entry.id) {
            side_by_side.push(entry);
        }
    }
    side_by_side
}

fn active(
    standing: &[&Entry],
    quantities: &Quantities,
    option_years: &OptionYears,
    context: &Context<'_>,
) -> Vec<Active> {
    let is_chosen = |entry: &Entry| context.project.requirement(&entry.id).is_some_and(|r| r.chosen);
    let numbers = numbers(standing, context.project);
    let make = |(entry, number): (&&Entry, usize)| Active {
        entry: entry.id.clone(),
        number,
        theme: entry.theme,
        companion: !is_chosen(entry),
        values: context.values(entry, quantities),
        quantity: quantities.get(&entry.id).copied().filter(|_| quantity::takes_hours(entry)),
        option_places: option_years.get(&entry.id).cloned().unwrap_or_default(),
    };
    standing.iter().zip(numbers).map(make).collect()
}

/// The numbers of requirements in the order of the document: a fixed one stays, and a new one gets the next.
fn numbers(standing: &[&Entry], project: &Project) -> Vec<usize> {
    let fixed = project.fixed_numbers();
    let mut next = fixed.values().max().map_or(1, |last| last + 1)..;
    standing
        .iter()
        .map(|entry| fixed.get(&entry.id).copied().or_else(|| next.next()).unwrap_or_default())
        .collect()
}

/// The themes, with those that the answers have ruled out. Looked for only where the officer has given no reason.
fn rule_out(assessment: &Assessment, project: &Project) -> Vec<ThemeState> {
    let is_silent = |state: &ThemeState| state.outcome == Some(Outcome::NotRelevant) && state.lacks_reason();
    let look = |state: &ThemeState| ThemeState {
        ruled_out: is_silent(state) && state.outlook(project, assessment).ruled_out,
        ..state.clone()
    };
    assessment.themes.iter().map(look).collect()
}

fn themes(
    project: &Project,
    recommendations: &[Recommendation],
    active: &[Active],
    catalogue: &Catalogue,
) -> Vec<ThemeState> {
    let theme_of = |id: &EntryId| catalogue.entry(id).map(|entry| entry.theme);
    Theme::DECIDED
        .into_iter()
        .map(|theme| {
            let here = recommendations.iter().filter(|r| theme_of(&r.entry) == Some(theme));
            let standing = |standing| here.clone().filter(|r| r.standing == standing).count();
            let (duties, candidates) = (standing(Standing::Duty), standing(Standing::Candidate));
            let chosen = project.chosen().filter(|id| theme_of(id) == Some(theme)).count();
            let along = active.iter().filter(|active| active.theme == theme && active.companion).count();
            let stands = chosen + along > 0;
            let decision = project.decisions.get(&theme);
            ThemeState {
                theme,
                chosen,
                along,
                recommended: duties + candidates,
                duties,
                outcome: decision.map(|d| d.outcome).or(stands.then_some(Outcome::Chosen)),
                reason: decision.map(|d| d.reason.clone()).unwrap_or_default(),
                ruled_out: false,
            }
        })
        .collect()
}
