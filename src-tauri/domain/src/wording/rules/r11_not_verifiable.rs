//! R11. What cannot be checked: wishes, endeavours, duties without number or time.

use super::{Draft, Scene};
use crate::catalogue::theme::Placement;
use crate::review::finding::Severity;
use crate::review::rule::Rule;
use crate::wording::lexicon::Concept;
use crate::wording::reading::{Kind, Mention, Sentence};

/// What social duties are about.
const TOPICS: [Concept; 8] = [
    Concept::SocialTopic,
    Concept::Employ,
    Concept::Internship,
    Concept::TargetGroup,
    Concept::Participant,
    Concept::StudyVisit,
    Concept::PlaceWord,
    Concept::Sought,
];

/// What is found when a duty is only an endeavour.
pub fn check(scene: &Scene<'_>, found: &mut Vec<Draft>) {
    for sentence in scene.statements() {
        let Some(vague) = should(sentence)
            .or_else(|| endeavour(sentence))
            .or_else(|| wish(sentence))
            .or_else(|| sentence.all(Concept::NoCheck).find(|m| sentence.is_own(*m)))
            .or_else(|| loose(sentence, scene))
        else {
            continue;
        };
        let severity = if scene.is(Placement::AwardCriterion) { Severity::Stop } else { Severity::Warning };
        let draft = scene.found(Rule::NotVerifiable, "vague", sentence, vague).weighing(severity);
        let of_supplier = sentence.subject(vague) == Some(Concept::Supplier) && sentence.has_any(&TOPICS);
        let draft = draft.plainly(vague.concept == Concept::Should && of_supplier);
        let span = draft.span;
        // "ska sträva efter" can be followed up as little as "bör sträva efter".
        let firm = sentence.word(vague.from) == "bör"
            && !sentence.has_any(&[Concept::VagueStrong, Concept::VagueWeak, Concept::Willing]);
        let draft = if firm { draft.instead(span, "ska") } else { draft };
        found.push(draft.covering(sentence, &[Concept::VagueStrong]));
    }
}

/// "bör", when it is not the buyer's own.
fn should(sentence: &Sentence) -> Option<Mention> {
    // A "bör-krav" is the name of a kind of criterion.
    let name = |should: Mention| sentence.tokens().get(should.to).is_some_and(|next| next.joined);
    sentence
        .all(Concept::Should)
        .find(|should| sentence.holds(*should) && !is_others(sentence, *should) && !name(*should))
}

fn endeavour(sentence: &Sentence) -> Option<Mention> {
    let social = sentence.has_any(&TOPICS);
    let minded = sentence
        .all(Concept::Willing)
        .filter(|minded| sentence.clause(*minded).subject == Some(Concept::Supplier));
    let vague = sentence.all(Concept::VagueStrong).chain(minded).find(|vague| {
        let anywhere = sentence.all(Concept::Wherever).any(|any| any.from < vague.to && vague.from < any.to);
        let said = sentence.is_own(*vague) && !sentence.is_quoted(*vague) && !sentence.is_denied(*vague);
        said && !anywhere
    })?;
    (social && !is_others(sentence, vague)).then_some(vague)
}

/// "Vi ser helst att …": what the buyer would like of the supplier is no duty.
fn wish(sentence: &Sentence) -> Option<Mention> {
    let wish =
        sentence.all(Concept::Wish).find(|wish| sentence.is_own(*wish) && !sentence.is_quoted(*wish))?;
    let topics = [
        Concept::Employ,
        Concept::Internship,
        Concept::TargetGroup,
        Concept::StudyVisit,
        Concept::Participant,
    ];
    (sentence.clause(wish).subject == Some(Concept::Buyer) && sentence.has_any(&topics)).then_some(wish)
}

/// A duty about a social matter that states neither number, time, document nor whom.
fn loose(sentence: &Sentence, scene: &Scene<'_>) -> Option<Mention> {
    let vague = sentence.all(Concept::VagueWeak).find(|vague| sentence.holds(*vague))?;
    let social = sentence.has_any(&[Concept::SocialTopic, Concept::Internship, Concept::TargetGroup]);
    let measured = sentence.tokens().iter().any(|token| matches!(token.kind, Kind::Number(_)))
        || scene.reading.has_near(sentence, &[Concept::LevelNamed, Concept::FrameWhen]);
    (social
        && !measured
        && !is_others(sentence, vague)
        && sentence.has_any(&[Concept::Must, Concept::Supplier]))
    .then_some(vague)
}

/// The buyer, an agency or users may wish what they like.
fn is_others(sentence: &Sentence, mention: Mention) -> bool {
    let subject = sentence.clause(mention).subject;
    matches!(subject, Some(Concept::Buyer | Concept::Agency | Concept::Users | Concept::Union))
        || sentence.has(Concept::Aim)
}
