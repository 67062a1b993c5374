//! What was learned from wordings that people have judged: for each rule a weight for each feature of a sentence, with a small layer
//! between features and rules that all rules share (`model`), and a language model that reads the text whole (`whole`).
//!
//! The rules say what they find, and that counts for something. What else is in the sentence and around it is added.
//! From a limit on it is a finding; below it and above another it is only worth reading again; else it is none, also when the rule
//! has said so. So what the rules miss is found, and what they flag wrongly is taken back.

pub mod features;
pub mod model;
mod stem;
pub mod whole;

use std::collections::HashSet;

use features::{Feature, Look};
use model::MODEL;
use whole::{Limits, WHOLE, Whole};

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
pub fn weighed(scene: &Scene<'_>, text: &str, found: Vec<Draft>) -> Vec<Draft> {
    let Some(whole) = &*WHOLE else { return found };
    let mut by_sentence: Vec<Vec<Draft>> = scene.sentences().map(|_| Vec::new()).collect();
    let mut own: Vec<(usize, Rule)> = Vec::new();
    for draft in found {
        own.extend(WHOLE_IN_SENTENCE.contains(&draft.rule).then_some((draft.sentence, draft.rule)));
        by_sentence[draft.sentence].push(draft);
    }
    let look = Look::at(scene.reading);
    let features = scene
        .sentences()
        .zip(&by_sentence)
        .map(|(sentence, found)| MODEL.scores(&look.features(sentence, scene.context), &rules_of(found)));
    let features: Vec<Vec<f32>> = features.collect();
    let read = whole.reads(scene, text, &features);
    let made = features.iter().zip(&read).map(|(features, read)| Made { features, read: read.as_deref() });
    let sentences = scene.sentences().zip(by_sentence).zip(made);
    let drafts: Vec<Draft> = sentences
        .flat_map(|((sentence, found), made)| in_sentence(scene, whole, sentence, made, found))
        .collect();
    assured(scene, text, &own, drafts)
}

/// Rules whose finding is whole in its sentence once they have looked at what stands around it: what else is bought makes it no less
/// certain.
const WHOLE_IN_SENTENCE: [Rule; 2] = [Rule::WrongReservation, Rule::AutomaticExclusion];

/// The drafts with what such a rule has found, and what is certain when its sentence stands alone.
fn assured(scene: &Scene<'_>, text: &str, own: &[(usize, Rule)], mut drafts: Vec<Draft>) -> Vec<Draft> {
    if own.is_empty() {
        return drafts;
    }
    let certain: HashSet<(usize, Rule)> =
        drafts.iter().filter(|draft| !draft.perhaps).map(|draft| (draft.sentence, draft.rule)).collect();
    let letters: Vec<char> = text.chars().collect();
    let all = text.trim().chars().count();
    let mut sure = Vec::new();
    for (index, rule) in own.iter().filter(|own| !certain.contains(own)) {
        let span = scene.reading.sentences()[*index].own_span();
        if span.end - span.start < all {
            let alone = alone(scene, &letters[span.start..span.end]).into_iter();
            sure.extend(alone.filter(|draft| draft.rule == *rule && !draft.perhaps).map(|mut draft| {
                draft.move_to(|part| Span { start: part.start + span.start, end: part.end + span.start });
                Draft { sentence: *index, ..draft }
            }));
        }
    }
    let raised: HashSet<(usize, Rule)> = sure.iter().map(|draft| (draft.sentence, draft.rule)).collect();
    drafts.retain(|draft| !raised.contains(&(draft.sentence, draft.rule)));
    drafts.extend(sure);
    drafts
}

/// What is found in a part of a text when nothing stands around it.
fn alone(scene: &Scene<'_>, part: &[char]) -> Vec<Draft> {
    let own: String = part.iter().collect();
    let reading = Reading::of(&own);
    let scene = Scene { reading: &reading, ..*scene };
    weighed(&scene, &own, rules::all(&scene))
}

/// What is made of a sentence: what its features say, and what the language model does.
#[derive(Clone, Copy)]
struct Made<'s> {
    features: &'s [f32],
    read: Option<&'s [f32]>,
}

fn in_sentence(
    scene: &Scene<'_>,
    whole: &Whole,
    sentence: &Sentence,
    made: Made<'_>,
    found: Vec<Draft>,
) -> Vec<Draft> {
    let said = rules_of(&found);
    let scores = whole.scores(made.read, made.features, &said);
    let limits = whole.limits();
    // One word asks for nothing by itself; what stands beside it is found there.
    let can_ask = !sentence.is_one_word();
    let of_goods = scores.get(&Rule::OriginOfGoods).is_some_and(|score| *score >= limits.certain)
        && !sentence.has_any(&PERSONS);
    // Where goods come from says nothing of persons.
    let meant = |rule: Rule| can_ask && !(of_goods && rule == Rule::DiscriminatoryGroup);
    let silent = scores
        .iter()
        .filter(|(rule, score)| meant(**rule) && !said.contains(rule) && **score >= limits.likely);
    let alone = silent.filter_map(|(rule, score)| {
        let draft = draft(scene, *rule, sentence)?;
        limits.weigh(*score, Draft { perhaps: true, ..draft })
    });
    let confirmed = found.into_iter().filter_map(|draft| match scores.get(&draft.rule) {
        Some(score) if !draft.plain => limits.weigh(*score, draft),
        _ => Some(draft),
    });
    confirmed.chain(alone).collect()
}

fn rules_of(found: &[Draft]) -> Vec<Rule> {
    found.iter().map(|draft| draft.rule).collect()
}

impl Limits {
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
        // What is right in one place of the procurement and wrong in another is said only where it is known to stand.
        Rule::PerformanceAsSelection if scene.is(Placement::SelectionCriterion) => "topic",
        Rule::SocialLabelAsSpecification if scene.is(Placement::TechnicalSpecification) => "label",
        Rule::LabelWithoutEquivalent => "label",
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
