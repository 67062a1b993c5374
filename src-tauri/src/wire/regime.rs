//! The regime card: which rules govern, why, and what would change it.

use domain::format;
use domain::procurement::amount::Sek;
use domain::procurement::regime::{Limits, MissingFact, Regime};
use domain::procurement::regime_words;
use domain::requirements::words::Speaker;
use domain::text::Bilingual;
use serde::Serialize;
use ts_rs::TS;

/// The regime card.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RegimeCard {
    /// What governs; absent while it cannot be decided.
    pub regime: Option<Regime>,
    /// "Annonspliktig enligt 19 kap. LOU"
    pub name: String,
    /// Why; while facts are missing, what to fill in.
    pub reason: String,
    /// The value against the limits.
    pub scale: Option<Scale>,
    /// "Beräknat, inte bekräftat. Kontrollera det i regeringens tillkännagivande"
    pub status: Option<String>,
    /// The period in which the limits hold: "2026-01-01–2027-12-31".
    pub period: Option<String>,
    /// When the source was last looked at: 2026-11-24.
    pub checked_on: Option<String>,
    /// "5 kap. 1 § och 19 kap. 1 § LOU"
    pub legal_basis: Option<String>,
    /// What would lead to another regime, a sentence each.
    pub what_if: Vec<String>,
    /// What has to be known first.
    pub missing: Vec<MissingFact>,
    /// The officer's own choice.
    pub overruled: Option<OverruledView>,
    /// What can be chosen instead, with words.
    pub choices: Vec<RegimeChoice>,
}

/// The officer's own regime.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OverruledView {
    /// What is to hold.
    pub regime: Regime,
    /// Why.
    pub reason: String,
    /// What was computed: "LOU utom 19 och 19 a kap. gäller".
    pub computed: String,
}

/// A regime to choose.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RegimeChoice {
    /// The regime.
    pub regime: Regime,
    /// "Annonspliktig enligt 19 kap."
    pub label: String,
}

/// The value on a bar of the regimes, each part equally wide: a bar to scale would hide the low ones.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Scale {
    /// "20 000 000 kr"
    pub value: String,
    /// The same in kronor.
    pub amount: Sek,
    /// Where the value lies on the bar, 0 to 1.
    pub position: f64,
    /// The parts, from the lowest values.
    pub bands: Vec<Band>,
}

/// A part of the bar.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Band {
    /// "19 kap."
    pub name: String,
    /// The lowest value that belongs to it; the first begins at nothing.
    pub from: Option<Sek>,
    /// Part of the bar's width, 0 to 1.
    pub width: f64,
    /// The value lies here, and the regime follows from that: not where the officer has chosen it.
    pub here: bool,
}

const REGIMES: [Regime; 3] = [Regime::DirectAward, Regime::NationallyGoverned, Regime::DirectiveGoverned];

impl RegimeCard {
    /// The card of a project.
    pub fn of(speaker: Speaker<'_>) -> Self {
        let outcome = &speaker.assessment.regime;
        let procurement = &speaker.project.procurement;
        let words = regime_words::explain(outcome, procurement, &speaker.catalogue.phrases);
        let said = |text: &Bilingual| text.of(speaker.language).clone();
        let period = outcome.period.as_ref();
        Self {
            regime: outcome.regime(),
            name: said(&words.name),
            reason: said(&words.reason),
            scale: outcome
                .limits
                .zip(procurement.value_sek)
                .map(|(limits, value)| Scale::of(limits, value, speaker)),
            status: words.status.as_ref().map(said),
            period: period.map(|p| format!("{}–{}", format::date(p.valid_from), format::date(p.valid_to))),
            checked_on: period.map(|period| format::date(period.checked_on)),
            legal_basis: words.legal_basis.as_ref().map(said),
            what_if: words.what_if.iter().map(said).collect(),
            missing: outcome.missing.clone(),
            overruled: OverruledView::of(speaker),
            choices: REGIMES.map(|regime| RegimeChoice { regime, label: name(regime, speaker) }).into(),
        }
    }
}

impl OverruledView {
    fn of(speaker: Speaker<'_>) -> Option<Self> {
        let outcome = &speaker.assessment.regime;
        let choice = outcome.overruled.as_ref()?;
        let computed = domain::procurement::regime::RegimeOutcome { overruled: None, ..outcome.clone() };
        let procurement = &speaker.project.procurement;
        let words = regime_words::explain(&computed, procurement, &speaker.catalogue.phrases);
        let computed = words.name.of(speaker.language).clone();
        Some(Self { regime: choice.regime, reason: choice.reason.clone(), computed })
    }
}

fn name(regime: Regime, speaker: Speaker<'_>) -> String {
    let act = speaker.project.procurement.act;
    regime_words::short(regime, act, &speaker.catalogue.phrases).of(speaker.language).clone()
}

fn on_scale(regime: Regime, speaker: Speaker<'_>) -> String {
    let act = speaker.project.procurement.act;
    regime_words::on_scale(regime, act, &speaker.catalogue.phrases).of(speaker.language).clone()
}

impl Scale {
    /// Each limit begins a part; the last part is drawn as wide as it is from its limit to the double.
    fn of(limits: Limits, value: Sek, speaker: Speaker<'_>) -> Self {
        let starts: Vec<Sek> =
            [Some(Sek(0)), Some(limits.direct), limits.directive].into_iter().flatten().collect();
        let ends = starts.iter().skip(1).copied().chain([Sek(starts.last().map_or(0, |last| last.0 * 2))]);
        let follows = speaker.assessment.regime.overruled.is_none();
        let here = starts.iter().rposition(|start| *start <= value).unwrap_or(0);
        let width = 1.0 / f64::from(u32::try_from(starts.len()).unwrap_or(1));
        let parts: Vec<(Sek, Sek)> = starts.iter().copied().zip(ends).collect();
        let before = f64::from(u32::try_from(here).unwrap_or(0));
        let within = parts.get(here).map_or(0.0, |(from, to)| share(value, *from, *to));
        let band = |(i, regime): (usize, Regime)| Band {
            name: on_scale(regime, speaker),
            from: (i > 0).then(|| starts[i]),
            width,
            here: follows && i == here,
        };
        let bands = REGIMES.into_iter().take(starts.len()).enumerate().map(band).collect();
        Self {
            value: format::money(value.as_f64(), speaker.language),
            amount: value,
            position: (before + within) * width,
            bands,
        }
    }
}

/// How far a value has come from one limit to the next, 0 to 1.
fn share(value: Sek, from: Sek, to: Sek) -> f64 {
    let width = to.as_f64() - from.as_f64();
    if width > 0.0 { ((value.as_f64() - from.as_f64()) / width).min(1.0) } else { 0.0 }
}
