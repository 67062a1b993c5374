//! R07. Labour terms without levels: "schyssta villkor" can be neither kept nor checked.

use super::{Draft, Scene};
use crate::review::rule::Rule;
use crate::wording::lexicon::Concept;
use crate::wording::reading::{Mention, Sentence};

/// What is found when terms are good, usual or like an agreement's, and no level is named.
pub fn check(scene: &Scene<'_>, found: &mut Vec<Draft>) {
    for sentence in scene.statements() {
        let vague = sentence.first_holding(&[Concept::LikeAgreement, Concept::GoodTerms]);
        let vague = vague.or_else(|| fair(sentence)).or_else(|| customary(sentence));
        let named = scene.reading.has_near(sentence, &[Concept::LevelNamed]);
        let told = sentence.has_any(&[Concept::Aim, Concept::AcceptedProof]) && !sentence.has(Concept::Must);
        let bond = sentence.has(Concept::Union);
        if let Some(vague) = vague.filter(|_| !named && !told && !bond) {
            let draft = scene.found(Rule::VagueLabourTerms, "terms", sentence, vague);
            // Abroad no Swedish levels are set.
            let here = !sentence.has_any(&[Concept::SupplyChain, Concept::Goods]);
            found.push(draft.covering(sentence, &[vague.concept]).model_where(here, sentence));
        }
    }
}

/// A word of praise for pay or terms: "hyggliga anställningsvillkor", "löner som är rimliga".
fn fair(sentence: &Sentence) -> Option<Mention> {
    // "arbetsplatsens vanliga arbetstider" are those of a place.
    if sentence.has_any(&[Concept::Internship, Concept::PlaceWord]) {
        return None;
    }
    let terms = |word: Mention| {
        sentence.any(&[Concept::TermsNoun, Concept::Pay]).find(|terms| {
            let before = terms.from >= word.to && terms.from <= word.to + 3;
            before || word.from >= terms.to && word.from <= terms.to + 3
        })
    };
    let join = |word: Mention, terms: Mention| Mention {
        from: word.from.min(terms.from),
        to: word.to.max(terms.to),
        ..word
    };
    let words = sentence.all(Concept::FairWord).filter(|word| sentence.holds(*word));
    words.into_iter().find_map(|word| Some(join(word, terms(word)?)))
}

/// Terms as others in the trade have them: "vad som är brukligt i branschen".
fn customary(sentence: &Sentence) -> Option<Mention> {
    let terms = [Concept::TermsNoun, Concept::Pay, Concept::Hours, Concept::Holiday, Concept::Worker];
    if !sentence.has_any(&terms) {
        return None;
    }
    let custom = sentence.first_holding(&[Concept::CustomWord])?;
    let trade =
        sentence.any(&[Concept::Trade, Concept::LabourParties]).find(|trade| trade.distance(custom) <= 6)?;
    Some(Mention { from: custom.from.min(trade.from), to: custom.to.max(trade.to), ..custom })
}
