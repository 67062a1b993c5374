//! What the rules look at, and how they say what they have found.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::catalogue::Catalogue;
use crate::catalogue::theme::Placement;
use crate::procurement::regime::Regime;
use crate::review::finding::Severity;
use crate::review::rule::Rule;
use crate::wording::context::Context;
use crate::wording::finding::{Replacement, Span};
use crate::wording::lexicon::Concept;
use crate::wording::reading::{Mention, Reading, Sentence};

/// A text that has been read, and what it is for.
pub struct Scene<'a> {
    /// The text.
    pub reading: &'a Reading,
    /// What it is for.
    pub context: &'a Context,
    /// The catalogue, for codes and legal bases.
    pub catalogue: &'a Catalogue,
}

/// A finding before it has its words.
pub struct Draft {
    /// The rule.
    pub rule: Rule,
    /// The case.
    pub case: &'static str,
    /// How grave.
    pub severity: Severity,
    /// Which sentence.
    pub sentence: usize,
    /// Where in the text.
    pub span: Span,
    /// What to write instead.
    pub replacement: Option<Instead>,
    /// Whether it is said with less certainty than the rule's own words have.
    pub perhaps: bool,
    /// Whether the words leave nothing to weigh.
    pub plain: bool,
}

/// How a remedy is written into the text.
pub enum Instead {
    /// By these words, in the place of others.
    Words(Replacement),
    /// By the model text of the case, in the place of this span.
    Model(Span),
}

/// What findings of a rule weigh and rest on.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weight {
    severity: HashMap<Regime, Severity>,
    /// The named legal basis of the catalogue.
    pub legal_basis: String,
    /// Whether that only stands behind what is practice.
    #[serde(default)]
    pub practice: bool,
}

static WEIGHTS: LazyLock<HashMap<Rule, Weight>> = LazyLock::new(|| {
    toml::from_str(include_str!("../../../../../assets/wording/rules.toml")).unwrap_or_default()
});

/// What findings of a rule weigh and rest on.
pub fn weight(rule: Rule) -> Option<&'static Weight> {
    WEIGHTS.get(&rule)
}

impl Weight {
    /// Under a regime; while that is not decided, the mildest that can come.
    fn under(&self, regime: Option<Regime>) -> Severity {
        let known = regime.and_then(|regime| self.severity.get(&regime)).copied();
        known.or_else(|| self.severity.values().copied().max()).unwrap_or(Severity::Warning)
    }
}

impl<'a> Scene<'a> {
    /// The sentences of the text.
    pub fn sentences(&self) -> impl Iterator<Item = &'a Sentence> + use<'a> {
        self.reading.sentences().iter()
    }

    /// Those that talk about the matter and not about words.
    pub fn statements(&self) -> impl Iterator<Item = &'a Sentence> + use<'a> {
        self.sentences().filter(|sentence| !sentence.has(Concept::AboutWords))
    }

    /// Whether the text is of this kriterietyp.
    pub fn is(&self, placement: Placement) -> bool {
        self.context.is(placement)
    }

    /// A finding at a place in the text.
    pub fn at(&self, rule: Rule, case: &'static str, sentence: &Sentence, span: Span) -> Draft {
        let severity = weight(rule).map_or(Severity::Warning, |weight| weight.under(self.context.regime));
        Draft {
            rule,
            case,
            severity,
            sentence: sentence.index,
            span,
            replacement: None,
            perhaps: false,
            plain: false,
        }
    }

    /// A finding at a mention.
    pub fn found(&self, rule: Rule, case: &'static str, sentence: &Sentence, mention: Mention) -> Draft {
        self.at(rule, case, sentence, sentence.span(mention))
    }
}

impl Draft {
    /// The same with another weight.
    #[must_use]
    pub fn weighing(self, severity: Severity) -> Self {
        Self { severity, ..self }
    }

    /// The same, said so plainly that nothing that was learned speaks against it.
    #[must_use]
    pub fn plainly(self, plain: bool) -> Self {
        Self { plain, ..self }
    }

    /// It is only worth reading again.
    pub fn doubt(&mut self) {
        (self.severity, self.perhaps) = (Severity::Info, true);
    }

    /// With words that take the place of what stands in a span.
    #[must_use]
    pub fn instead(self, span: Span, text: &str) -> Self {
        Self { replacement: Some(Instead::Words(Replacement { span, text: text.to_owned() })), ..self }
    }

    /// With words that are put in behind a mention; without, where it is only a part of a longer word or name.
    #[must_use]
    pub fn adding_behind(self, sentence: &Sentence, mention: Mention, text: &str) -> Self {
        if sentence.ends_name(mention) { self.adding(sentence.span(mention), text) } else { self }
    }

    /// With words that are put in behind a span.
    #[must_use]
    pub fn adding(self, span: Span, text: &str) -> Self {
        self.instead(Span { start: span.end, end: span.end }, text)
    }

    /// With the model text of the case in the place of the sentence; without, where that would take something else away too.
    #[must_use]
    pub fn model(self, sentence: &Sentence) -> Self {
        let model = sentence.stands_for_one_thing().then(|| Instead::Model(sentence.whole()));
        Self { replacement: model, ..self }
    }

    /// With the model text only where it is about what the sentence asks for: one that answers something else is no remedy.
    #[must_use]
    pub fn model_where(self, fits: bool, sentence: &Sentence) -> Self {
        if fits { self.model(sentence) } else { self }
    }

    /// The same in another text, where each span stands elsewhere.
    pub fn move_to(&mut self, place: impl Fn(Span) -> Span) {
        self.span = place(self.span);
        match &mut self.replacement {
            Some(Instead::Words(Replacement { span, .. }) | Instead::Model(span)) => *span = place(*span),
            None => {}
        }
    }

    /// Without its words for another text where what they replace does not stand in one piece. A model text is for a sentence, and
    /// what is written out is only a part of one.
    pub fn keep_words_if(&mut self, whole: impl Fn(Span) -> bool) {
        self.replacement = self.replacement.take().filter(|instead| match instead {
            Instead::Words(Replacement { span, .. }) => whole(*span),
            Instead::Model(_) => false,
        });
    }

    /// Over all places in the sentence where one of the concepts is meant.
    #[must_use]
    pub fn covering(self, sentence: &Sentence, concepts: &[Concept]) -> Self {
        let own = sentence.any(concepts).filter(|mention| sentence.is_own(*mention));
        own.fold(self, |draft, mention| draft.over(sentence.span(mention)))
    }

    /// Over all that two spans cover.
    #[must_use]
    pub fn over(self, span: Span) -> Self {
        Self { span: self.span.with(span), ..self }
    }
}

/// Those who have been given places or jobs are spoken of, and not staff at large.
pub fn is_of_places(sentence: &Sentence) -> bool {
    let given = [
        Concept::Participant,
        Concept::TargetGroup,
        Concept::Intern,
        Concept::Internship,
        Concept::PlaceWord,
        Concept::Hire,
    ];
    sentence.has_any(&given)
}
