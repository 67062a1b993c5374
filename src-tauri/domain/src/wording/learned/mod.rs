//! What was learned from wordings that people have judged: for each rule a weight for each feature of a sentence, and a small layer
//! between features and rules that all rules share.
//!
//! The rules say what they find, and that counts for something. The weights of what else is in the sentence and around it are added.
//! From a limit on it is a finding; below it and above another it is only worth reading again; else it is none, also when the rule
//! has said so. So what the rules miss is found, and what they flag wrongly is taken back.

pub mod features;
pub mod model;
mod stem;

use features::{Feature, Look};
use model::{MODEL, RuleWeights};

use super::context::Context;
use super::finding::Span;
use super::lexicon::Concept;
use super::reading::{Reading, Sentence};
use super::rules::{self, Draft, Scene, r12_disproportionate};
use crate::catalogue::Catalogue;
use crate::catalogue::theme::Placement;
use crate::procurement::regime::Regime;
use crate::review::finding::Severity;
use crate::review::rule::Rule;

/// What is found when what the rules have found is weighed with what was learned.
pub fn weighed(scene: &Scene<'_>, found: Vec<Draft>) -> Vec<Draft> {
    let mut by_sentence: Vec<Vec<Draft>> = scene.sentences().map(|_| Vec::new()).collect();
    for draft in found {
        by_sentence[draft.sentence].push(draft);
    }
    let look = Look::at(scene.reading);
    let sentences = scene.sentences().zip(by_sentence);
    sentences.flat_map(|(sentence, found)| in_sentence(scene, &look, sentence, found)).collect()
}

fn in_sentence(scene: &Scene<'_>, look: &Look<'_>, sentence: &Sentence, found: Vec<Draft>) -> Vec<Draft> {
    let features = look.features(sentence, scene.context);
    let said: Vec<Rule> = found.iter().map(|draft| draft.rule).collect();
    let scores = MODEL.scores(&features, &said);
    let silent = MODEL.rules().iter().enumerate().filter(|(_, (rule, _))| !said.contains(rule));
    let likely = silent.filter(|(at, (_, own))| scores[*at] >= own.likely);
    let alone = likely.filter_map(|(at, (rule, own))| {
        let draft = draft(scene, *rule, sentence)?;
        own.weigh(scores[at], Draft { perhaps: true, ..draft })
    });
    let confirmed = found.into_iter().filter_map(|draft| match MODEL.rules().get_full(&draft.rule) {
        Some((at, _, own)) => own.weigh(scores[at], draft),
        None => Some(draft),
    });
    confirmed.chain(alone).collect()
}

impl RuleWeights {
    /// A finding, one that is only worth reading again, or none.
    fn weigh(self, score: f32, mut draft: Draft) -> Option<Draft> {
        if score < self.certain {
            draft.doubt();
        }
        (score >= self.likely).then_some(draft)
    }
}

/// A finding of a rule that says nothing by itself: which words it is in is not known, and so it is of the whole sentence. Which
/// sections hold (R25) is known to its rule alone.
fn draft(scene: &Scene<'_>, rule: Rule, sentence: &Sentence) -> Option<Draft> {
    let whole = scene.context.regime == Some(Regime::DirectiveGoverned);
    let case = match rule {
        Rule::LocalPreference if sentence.has_any(&PERSONS) => "person",
        Rule::LocalPreference => "supplier",
        Rule::CompanyPolicy => "company",
        Rule::PerformanceAsSelection => "topic",
        Rule::LabelWithoutEquivalent | Rule::SocialLabelAsSpecification => "label",
        Rule::CollectiveAgreementDemanded => "agreement",
        Rule::VagueLabourTerms => "terms",
        Rule::PartialLabourTerms => "levels",
        Rule::AboveLowestLevel => "above",
        Rule::UndefinedAwardCriterion => "scale",
        Rule::NotVerifiable => "vague",
        Rule::Disproportionate => return r12_disproportionate::in_other_words(scene, sentence),
        Rule::DiscriminatoryGroup => "group",
        Rule::BuyerDecidesHiring => "chosen",
        Rule::InternshipAsLabour => "labour",
        Rule::SanctionFlawed => "damages",
        Rule::OpenDialogue => "frame",
        Rule::StandardWithoutEquivalent => "standard",
        Rule::PaidDocument => "paid",
        Rule::WrongReservation => "conditions",
        Rule::AbsoluteGuarantee => "chain",
        Rule::IloListVague => "list",
        Rule::AutomaticExclusion if whole => "automatic",
        Rule::AutomaticExclusion => "automatic_below",
        Rule::PersonalData => "report",
        Rule::FullTimeDemanded => "form",
        Rule::RepeatsLaw => "law",
        Rule::ForeignBidderTrap => "trap",
        Rule::RedundancyPriority => "priority",
        Rule::OpenEndedInspection => "unlimited",
        Rule::SensitiveProof => "proof",
        Rule::OriginOfGoods => "origin",
        Rule::UnionVeto => "approval",
        Rule::SupervisionPayUnsaid => "payer",
        _ => return None,
    };
    let draft = scene.at(rule, case, sentence, sentence.whole());
    let stricter = match rule {
        Rule::NotVerifiable => scene.is(Placement::AwardCriterion),
        Rule::ForeignBidderTrap => scene.is(Placement::SelectionCriterion),
        _ => false,
    };
    Some(if stricter { draft.weighing(Severity::Stop) } else { draft })
}

/// Who a place is asked of, when it is not the supplier.
const PERSONS: [Concept; 5] =
    [Concept::Person, Concept::Worker, Concept::Participant, Concept::Intern, Concept::TargetGroup];

/// A sentence as the model sees it, to learn from.
pub struct Seen {
    /// Where it stands.
    pub span: Span,
    /// What is there.
    pub features: Vec<Feature>,
    /// The rules that find something in it by themselves.
    pub found: Vec<Rule>,
}

/// The sentences of a text as the model sees them.
pub fn seen(text: &str, context: &Context, catalogue: &Catalogue) -> Vec<Seen> {
    let reading = Reading::of(text);
    let scene = Scene { reading: &reading, context, catalogue };
    let drafts = rules::all(&scene);
    let look = Look::at(&reading);
    let sentence = |sentence: &Sentence| Seen {
        span: sentence.own_span(),
        features: look.features(sentence, context),
        found: drafts
            .iter()
            .filter(|draft| draft.sentence == sentence.index)
            .map(|draft| draft.rule)
            .collect(),
    };
    reading.sentences().iter().map(sentence).collect()
}
