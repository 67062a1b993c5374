//! R21. A reservation for others than those the law names, or without its conditions on the supplier as such.

use super::r12_disproportionate::{percent, ratio};
use super::{Draft, Scene};
use crate::catalogue::theme::Placement;
use crate::procurement::cpv::{CpvCode, CpvList, OnList};
use crate::review::rule::Rule;
use crate::wording::lexicon::Concept;
use crate::wording::reading::{Kind, Mention, Sentence};

const RULE: Rule = Rule::WrongReservation;
/// The least share of those employed, in per cent (4 kap. 18 § LOU).
const LEAST_SHARE: f64 = 30.0;

/// What is found when a reservation is not the law's.
pub fn check(scene: &Scene<'_>, found: &mut Vec<Draft>) {
    let reserved = scene.is(Placement::ReservedParticipation);
    for sentence in scene.statements() {
        let only = || sentence.all(Concept::Only).find(|_| sentence.has(Concept::ShutIn));
        let word = sentence.first_holding(&[Concept::Reserve]).or_else(only);
        let word = word.filter(|word| about_tendering(sentence, *word));
        if !reserved && word.is_none() {
            continue;
        }
        let word = if reserved {
            word
        } else {
            word.filter(|_| sentence.has_any(&[Concept::SocialEnterprise, Concept::LegalForm]))
        };
        let fault = unit(sentence)
            .or_else(|| share(sentence))
            .or_else(|| word.filter(|_| !is_whole(sentence, scene)));
        if let Some(mention) = fault {
            let draft = scene.found(RULE, "conditions", sentence, mention);
            found.push(draft.covering(sentence, &[Concept::LegalForm, Concept::MainAim]).model(sentence));
        }
    }
}

/// A procurement or a contract is reserved, and no parking lot.
fn about_tendering(sentence: &Sentence, word: Mention) -> bool {
    let tendering = [
        Concept::Tendering,
        Concept::Supplier,
        Concept::Tender,
        Concept::LegalForm,
        Concept::SocialEnterprise,
    ];
    sentence.any(&tendering).any(|what| what.distance(word) <= 12)
}

/// The conditions are the supplier's own, not those of a part of it (HFD 2021:48).
fn unit(sentence: &Sentence) -> Option<Mention> {
    let unit =
        sentence.all(Concept::UnitOf).find(|unit| sentence.is_own(*unit) && !sentence.is_denied(*unit))?;
    let conditions = [Concept::Thirty, Concept::SocialEnterprise, Concept::MainAim, Concept::Share];
    sentence.has_any(&conditions).then_some(unit)
}

/// A share that is lower than the law's.
fn share(sentence: &Sentence) -> Option<Mention> {
    let named = sentence.all(Concept::Share).filter_map(|part| Some((part, percent(sentence, part)?)));
    let mut shares = named.chain(ratio(sentence));
    let (share, _) = shares.find(|(_, share)| *share < LEAST_SHARE)?;
    sentence.has_any(&[Concept::Worker, Concept::Person, Concept::TargetGroup]).then_some(share)
}

/// Whether both conditions stand, or the reservation is one of those for welfare on its list.
fn is_whole(sentence: &Sentence, scene: &Scene<'_>) -> bool {
    let near = |concept| scene.reading.has_near(sentence, &[concept]);
    if near(Concept::ShelteredProgram) || near(Concept::Annex) && !sentence.has(Concept::LegalForm) {
        return true;
    }
    if near(Concept::Mission) {
        return true;
    }
    if near(Concept::WelfareSection) {
        return welfare(sentence, scene);
    }
    let slot = scene.reading.around(sentence).iter().any(Sentence::has_slot);
    let form = sentence.has(Concept::LegalForm) && !near(Concept::MainAim);
    let thirty = scene.reading.around(sentence).iter().any(|near| {
        let named = near.all(Concept::Share).filter_map(|part| percent(near, part));
        named.chain(ratio(near).map(|(_, share)| share)).any(|share| share >= LEAST_SHARE)
    });
    near(Concept::MainAim)
        && (near(Concept::Thirty) || thirty || slot)
        && !form
        && !sentence.has_any(&[Concept::Place, Concept::LocalFirm])
}

/// Reservations for mission-driven or non-profit organisations hold for the services on their lists.
fn welfare(sentence: &Sentence, scene: &Scene<'_>) -> bool {
    let written = scene.reading.around(sentence).iter().flat_map(codes);
    let codes: Vec<CpvCode> = written.chain(scene.context.cpv.iter().cloned()).collect();
    let on_list = |code: &CpvCode| {
        let cpv = &scene.catalogue.cpv;
        [CpvList::Reserved1925, CpvList::Reserved1925a]
            .iter()
            .any(|list| cpv.on_list(code, *list) != OnList::No)
    };
    codes.iter().all(on_list)
}

fn codes(sentence: &Sentence) -> Vec<CpvCode> {
    let eight = |token: &crate::wording::reading::Token| {
        let digits = matches!(token.kind, Kind::Number(_)) && token.text.len() == 8;
        digits.then(|| CpvCode::read(&token.text).ok()).flatten()
    };
    sentence.tokens().iter().filter_map(eight).collect()
}
