//! What was learned from judged wordings: for each rule a weight for each feature of a sentence, with a small layer
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
use super::reading::{Kind, Mention, Reading, Sentence};
use super::rules::{self, Draft, Scene, r12_disproportionate};
use crate::catalogue::Catalogue;
use crate::catalogue::theme::Placement;
use crate::procurement::regime::Regime;
use crate::review::finding::Severity;
use crate::review::rule::Rule;

/// What is found when what the rules have found is weighed with what was learned.
pub fn weighed(scene: &Scene<'_>, text: &str, found: Vec<Draft>) -> Vec<Draft> {
    let whole_in_sentence = |sentence: &Sentence, rule: Rule| {
        WHOLE_IN_SENTENCE.contains(&rule) || sentence.is_introduced() && WHOLE_IN_DEMAND.contains(&rule)
    };
    weighed_with(scene, text, found, whole_in_sentence)
}

/// The same for sentences that were written out of one: what stands beside a demand there takes nothing of it back.
pub fn weighed_written_out(scene: &Scene<'_>, text: &str, found: Vec<Draft>) -> Vec<Draft> {
    let whole = |_: &Sentence, rule| WHOLE_IN_SENTENCE.contains(&rule) || WHOLE_IN_DEMAND.contains(&rule);
    weighed_with(scene, text, found, whole)
}

/// What is found, where a rule whose finding is whole in its sentence is as sure there as in the sentence alone.
fn weighed_with(
    scene: &Scene<'_>,
    text: &str,
    found: Vec<Draft>,
    is_whole: impl Fn(&Sentence, Rule) -> bool,
) -> Vec<Draft> {
    let Some(whole) = &*WHOLE else { return found };
    let mut by_sentence: Vec<Vec<Draft>> = scene.sentences().map(|_| Vec::new()).collect();
    let mut own: Vec<(usize, Rule)> = Vec::new();
    for draft in found {
        let sentence = &scene.reading.sentences()[draft.sentence];
        own.extend(is_whole(sentence, draft.rule).then_some((draft.sentence, draft.rule)));
        by_sentence[draft.sentence].push(draft);
    }
    let look = Look::at(scene.reading);
    let features = scene.sentences().zip(&by_sentence).map(|(sentence, found)| {
        if found.is_empty() && is_row(sentence) {
            return vec![f32::MIN; MODEL.rules().len()];
        }
        MODEL.scores(&look.features(sentence, scene.context), &rules_of(found))
    });
    let features: Vec<Vec<f32>> = features.collect();
    let read = whole.reads(scene, text, &features);
    let made = features.iter().zip(&read).map(|(features, read)| Made { features, read: read.as_deref() });
    let sentences = scene.sentences().zip(by_sentence).zip(made);
    let drafts: Vec<Draft> = sentences
        .flat_map(|((sentence, found), made)| in_sentence(scene, whole, sentence, made, found))
        .collect();
    assured(scene, text, &own, drafts)
}

/// What the numbers of a price are read as.
const OF_PRICES: [Concept; 6] = [
    Concept::MoneyAmount,
    Concept::LevelNamed,
    Concept::Weight,
    Concept::Percent,
    Concept::Share,
    Concept::UnitOfTime,
];

/// Whether it is a row of numbers or of prices, "Post 12; 450,50 kr; 3 st": as many numbers as words, and none of the words asks for
/// anything. There is nothing to weigh in it, and long lists would take long to read.
fn is_row(sentence: &Sentence) -> bool {
    let of = |is: fn(&Kind) -> bool| sentence.tokens().iter().filter(|token| is(&token.kind)).count();
    let priced = sentence.has(Concept::MoneyAmount);
    let asks = |concept: Concept| concept != Concept::Goods && !(priced && OF_PRICES.contains(&concept));
    of(|kind| matches!(kind, Kind::Number(_))) >= of(|kind| matches!(kind, Kind::Word)).max(2)
        && !sentence.mentions().iter().any(|mention| asks(mention.concept))
        && !rules::is_of_conventions(sentence)
}

/// Rules whose finding is whole in its sentence once they have looked at what stands around it: what else is bought makes it no less
/// certain.
const WHOLE_IN_SENTENCE: [Rule; 2] = [Rule::WrongReservation, Rule::AutomaticExclusion];

/// Rules whose finding is whole in a demand, once they have looked at what stands around it: another demand that is joined with it, or
/// stands in another point of the same list, takes nothing back.
const WHOLE_IN_DEMAND: [Rule; 14] = [
    Rule::LocalPreference,
    Rule::CompanyPolicy,
    Rule::LabelWithoutEquivalent,
    Rule::CollectiveAgreementDemanded,
    Rule::AboveLowestLevel,
    Rule::DiscriminatoryGroup,
    Rule::BuyerDecidesHiring,
    Rule::InternshipAsLabour,
    Rule::StandardWithoutEquivalent,
    Rule::IloListVague,
    Rule::PersonalData,
    Rule::SensitiveProof,
    Rule::OriginOfGoods,
    Rule::UnionVeto,
];

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
        let sentence = &scene.reading.sentences()[*index];
        let (own, lead) = (sentence.own_span(), sentence.introduction());
        if own.end - own.start < all {
            let before = lead.map_or(0, |lead| lead.end - lead.start + 1);
            let alone = alone(scene, &alone_text(&letters, lead, own)).into_iter();
            let certain = alone.filter(|draft| draft.rule == *rule && !draft.perhaps);
            sure.extend(certain.map(|mut draft| {
                // A model text stands for a sentence of its own.
                if lead.is_some() {
                    draft.keep_words_if(|_| true);
                }
                draft.move_to(|part| Span {
                    start: part.start.max(before) - before + own.start,
                    end: part.end.max(before + 1) - before + own.start,
                });
                Draft { sentence: *index, ..draft }
            }));
        }
    }
    let raised: HashSet<(usize, Rule)> = sure.iter().map(|draft| (draft.sentence, draft.rule)).collect();
    drafts.retain(|draft| !raised.contains(&(draft.sentence, draft.rule)));
    drafts.extend(sure);
    drafts
}

/// A sentence with the words that introduce it.
fn alone_text(letters: &[char], lead: Option<Span>, own: Span) -> String {
    let lead = lead.map(|lead| letters[lead.start..lead.end].iter().chain([&' ']));
    lead.into_iter().flatten().chain(&letters[own.start..own.end]).collect()
}

/// What is found in a part of a text when nothing stands around it.
fn alone(scene: &Scene<'_>, own: &str) -> Vec<Draft> {
    let reading = Reading::of(own);
    let scene = Scene { reading: &reading, ..*scene };
    weighed(&scene, own, rules::all(&scene))
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
    let made_of = comes_from_no_place(sentence);
    let of_firms = sentence.has(Concept::Subcontractor) && !sentence.has_any(&HIRED);
    let meant = |rule: Rule| {
        can_ask
            && match rule {
                // Where goods come from says nothing of persons, and eighteen is an age that the law sets.
                Rule::DiscriminatoryGroup => !of_goods && !is_of_age(sentence),
                // "ska komma från frigående höns": what they are of is no place.
                Rule::OriginOfGoods | Rule::LocalPreference => !made_of,
                // The buyer may approve of other firms.
                Rule::BuyerDecidesHiring => !of_firms,
                _ => true,
            }
    };
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
    confirmed
        .chain(alone)
        .filter(|draft| !rules::is_spared(scene, sentence, draft.rule))
        .map(|mut draft| {
            if rules::is_doubtful(sentence, draft.rule) {
                draft.doubt();
            }
            draft
        })
        .collect()
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

/// Those who are given work or places.
const HIRED: [Concept; 6] = [
    Concept::Participant,
    Concept::TargetGroup,
    Concept::Intern,
    Concept::Internship,
    Concept::PlaceWord,
    Concept::Person,
];

/// Whether somebody has to be eighteen, and nothing else is asked of who it is.
fn is_of_age(sentence: &Sentence) -> bool {
    let others = [
        Concept::Sex,
        Concept::Citizenship,
        Concept::MotherTongue,
        Concept::FaithOrOrigin,
        Concept::NationWord,
        Concept::Descent,
    ];
    let eighteen =
        |age: Mention| sentence.number(age.to - 1).is_some_and(|years| (17.5..18.5).contains(&years));
    sentence.all(Concept::AdultByLaw).any(eighteen) && !sentence.has_any(&others)
}

/// Whether goods are to come from something that is no place: "från höns som går ute", "från förnybara källor".
fn comes_from_no_place(sentence: &Sentence) -> bool {
    let comes = |made: Mention| matches!(sentence.word(made.from), "komma" | "kommer" | "kommit");
    let places = [Concept::Geography, Concept::Place, Concept::NationWord, Concept::Origin, Concept::Demonym];
    let mut comes = sentence.all(Concept::MadeVerb).filter(|made| comes(*made));
    comes.any(|made| sentence.place_within(made.to, 12).is_none())
        && !sentence.has_any(&places)
        && !sentence.has_any(&PERSONS)
}

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
