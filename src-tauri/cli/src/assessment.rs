//! The answer of `samkrav assess --json`: the border's own types, so that domain can change without scripts breaking.
//!
//! Texts are Swedish. The shape is documented in docs/command-line.md.

use domain::assess::Assessment;
use domain::catalogue::Catalogue;
use domain::catalogue::id::{EntryId, ParameterName, QuestionId};
use domain::catalogue::theme::{Level, Placement, Theme};
use domain::editions::{Change, Now, Pending};
use domain::needs::question_state::State;
use domain::number::Number;
use domain::procurement::Act;
use domain::procurement::amount::Sek;
use domain::procurement::regime::{Annex2, MissingFact, Regime, RegimeOutcome};
use domain::procurement::regime_words;
use domain::procurement::threshold::ThresholdStatus;
use domain::progress::{Task, TaskProgress, TaskState};
use domain::project::Project;
use domain::requirements::calculation;
use domain::requirements::decision::{Outcome, ThemeState};
use domain::requirements::quantity;
use domain::requirements::recommend::{self, Standing};
use domain::requirements::values::Values;
use jiff::civil::Date;
use serde::Serialize;

use crate::finding_json::FindingJson;

/// All that follows from a project.
#[derive(Serialize)]
pub struct AssessmentJson<'a> {
    regime: RegimeJson<'a>,
    questions: Vec<Question<'a>>,
    recommendations: Vec<Recommendation<'a>>,
    themes: Vec<ThemeJson<'a>>,
    editions: Vec<EditionJson<'a>>,
    findings: Vec<FindingJson<'a>>,
    progress: Vec<Progress>,
}

#[derive(Serialize)]
struct RegimeJson<'a> {
    act: Act,
    /// Absent facts leave it null; `missing` names them.
    regime: Option<Regime>,
    annex_2: Option<bool>,
    reason: String,
    threshold_sek: Option<Sek>,
    direct_award_below_sek: Option<Sek>,
    valid_from: Option<Date>,
    status: Option<ThresholdStatus>,
    overruled: Option<Overruled<'a>>,
    missing: &'a [MissingFact],
}

#[derive(Serialize)]
struct Overruled<'a> {
    regime: Regime,
    reason: &'a str,
    computed: Option<Regime>,
}

#[derive(Serialize)]
struct Question<'a> {
    id: &'a QuestionId,
    visible: bool,
    state: State,
}

#[derive(Serialize)]
struct Recommendation<'a> {
    entry: &'a EntryId,
    level: Level,
    placement: Placement,
    standing: Standing,
    mandatory: bool,
    companion: bool,
    reasons: Vec<Reason<'a>>,
    parameters: Values,
    calculation: Option<Calculation>,
}

#[derive(Serialize)]
struct Reason<'a> {
    text: &'a str,
    question: Option<&'a QuestionId>,
}

/// Hours are hours of work in the firm period; money is SEK without VAT; shares are of one.
#[derive(Serialize)]
struct Calculation {
    rule_of_thumb: bool,
    value_per_supplier: Number,
    labour_share: Number,
    hourly_cost: Number,
    labour_hours: Number,
    headcount: Number,
    places: Number,
    hours_per_place: Number,
    step_sek: Option<Number>,
    share: Number,
    supervision_cost: Number,
    steps: Vec<Step>,
}

#[derive(Serialize)]
struct Step {
    label: String,
    from: String,
    value: String,
}

#[derive(Serialize)]
struct ThemeJson<'a> {
    theme: Theme,
    outcome: Option<Outcome>,
    reason: &'a str,
    open: bool,
    chosen: usize,
    along: usize,
    recommended: usize,
    why_none: Option<String>,
}

/// A requirement whose entry is another in the catalogue now.
#[derive(Serialize)]
struct EditionJson<'a> {
    entry: &'a EntryId,
    state: &'static str,
    changes: &'a [Change],
    replaced_by: &'a [EntryId],
    /// Values that nothing takes any longer.
    lost: Vec<&'a ParameterName>,
    kept: bool,
}

#[derive(Serialize)]
struct Progress {
    task: Task,
    #[serde(flatten)]
    state: TaskState,
    unsettled: usize,
}

impl<'a> AssessmentJson<'a> {
    /// The answer for a project.
    pub fn of(project: &'a Project, assessment: &'a Assessment) -> Self {
        let border = Border { project, assessment, catalogue: &assessment.catalogue };
        Self {
            regime: border.regime(&assessment.regime),
            questions: assessment.questions.iter().map(Question::of).collect(),
            recommendations: assessment
                .recommendations
                .iter()
                .filter_map(|recommended| border.recommendation(recommended))
                .collect(),
            themes: assessment.themes.iter().map(|theme| ThemeJson::of(theme, project, assessment)).collect(),
            editions: assessment.editions.iter().map(EditionJson::of).collect(),
            findings: assessment.findings.iter().map(FindingJson::of).collect(),
            progress: assessment
                .progress
                .iter()
                .map(|TaskProgress { task, state, unsettled, .. }| Progress {
                    task: *task,
                    state: *state,
                    unsettled: *unsettled,
                })
                .collect(),
        }
    }
}

struct Border<'a> {
    project: &'a Project,
    assessment: &'a Assessment,
    catalogue: &'a Catalogue,
}

impl<'a> Border<'a> {
    fn regime(&self, outcome: &'a RegimeOutcome) -> RegimeJson<'a> {
        let words = regime_words::explain(outcome, &self.project.procurement, &self.catalogue.phrases);
        let computed = outcome.computed.map(|(regime, _)| regime);
        RegimeJson {
            act: outcome.act,
            regime: outcome.regime(),
            annex_2: annex_2(outcome.annex_2),
            reason: words.reason.sv,
            // An annex 2 service has one limit only: the one for direct award.
            threshold_sek: outcome.limits.map(|limits| limits.directive.unwrap_or(limits.direct)),
            direct_award_below_sek: outcome.limits.map(|limits| limits.direct),
            valid_from: outcome.period.as_ref().map(|period| period.valid_from),
            status: outcome.period.as_ref().map(|period| period.status),
            overruled: outcome.overruled.as_ref().map(|choice| Overruled {
                regime: choice.regime,
                reason: &choice.reason,
                computed,
            }),
            missing: &outcome.missing,
        }
    }

    fn recommendation(&self, recommended: &'a recommend::Recommendation) -> Option<Recommendation<'a>> {
        let entry = self.catalogue.entry(&recommended.entry)?;
        let counted = quantity::is_counted(entry);
        Some(Recommendation {
            entry: &recommended.entry,
            level: entry.rules.level,
            placement: entry.rules.placement,
            standing: recommended.standing,
            mandatory: recommended.standing == Standing::Duty,
            companion: recommended.standing == Standing::Companion,
            reasons: recommended.reasons.iter().map(Reason::of).collect(),
            parameters: self.assessment.values_of(entry, self.project),
            calculation: counted.then(|| self.calculation(&recommended.entry)).flatten(),
        })
    }

    fn calculation(&self, entry: &EntryId) -> Option<Calculation> {
        let (capacity, quantity) =
            (self.assessment.capacity.as_ref()?, self.assessment.quantities.get(entry)?);
        let steps = calculation::of_capacity(capacity, self.project, self.catalogue)
            .into_iter()
            .chain(calculation::of_quantity(quantity, capacity, self.catalogue));
        Some(Calculation {
            rule_of_thumb: true,
            value_per_supplier: Number(capacity.value_per_supplier),
            labour_share: Number(capacity.labour_share),
            hourly_cost: Number(capacity.hourly_cost),
            labour_hours: Number(capacity.labour_hours),
            headcount: Number(capacity.headcount.used),
            places: Number(quantity.places),
            hours_per_place: Number(quantity.unit_hours),
            step_sek: quantity.step.map(Number),
            share: Number(quantity.share),
            supervision_cost: Number(quantity.supervision_cost),
            steps: steps.map(Step::of).collect(),
        })
    }
}

fn annex_2(known: Annex2) -> Option<bool> {
    match known {
        Annex2::Yes => Some(true),
        Annex2::No => Some(false),
        Annex2::Ask => None,
    }
}

impl<'a> EditionJson<'a> {
    fn of(pending: &'a Pending) -> Self {
        let (state, replaced_by) = match &pending.now {
            Now::Changed(_) => ("changed", &[][..]),
            Now::Withdrawn { by, .. } => ("withdrawn", &by[..]),
            Now::Elsewhere => ("elsewhere", &[][..]),
        };
        let lost = pending.lost.iter().map(|(name, _)| name).collect();
        Self {
            entry: &pending.entry,
            state,
            changes: &pending.changes,
            replaced_by,
            lost,
            kept: pending.kept,
        }
    }
}

impl<'a> Question<'a> {
    fn of(question: &'a domain::needs::question_state::QuestionState) -> Self {
        Self { id: &question.id, visible: question.visible, state: question.state }
    }
}

impl<'a> Reason<'a> {
    fn of(reason: &'a recommend::Reason) -> Self {
        Self { text: &reason.text.sv, question: reason.question.as_ref() }
    }
}

impl Step {
    fn of(step: calculation::Step) -> Self {
        Self { label: step.label.sv, from: step.from.sv, value: step.value.sv }
    }
}

impl<'a> ThemeJson<'a> {
    fn of(theme: &'a ThemeState, project: &Project, assessment: &Assessment) -> Self {
        Self {
            theme: theme.theme,
            outcome: theme.outcome,
            reason: &theme.reason,
            open: theme.is_open(),
            chosen: theme.chosen,
            along: theme.along,
            recommended: theme.recommended,
            why_none: theme.outlook(project, assessment).why_none.map(|why| why.sv),
        }
    }
}
