//! R36. Local or Swedish origin as such. What is wanted of the production can be said without the country.

use super::{Draft, Scene};
use crate::procurement::ContractNature;
use crate::review::rule::Rule;
use crate::wording::lexicon::Concept;
use crate::wording::reading::{Mention, Sentence};

/// What is found when goods are to come from a place.
pub fn check(scene: &Scene<'_>, found: &mut Vec<Draft>) {
    for sentence in scene.statements() {
        let free = sentence.has_any(&[Concept::OriginRight, Concept::Wherever]);
        let origin = sentence.first_holding(&[Concept::Origin]).or_else(|| made_in(sentence, scene));
        let origin = origin.or_else(|| taken_from(sentence));
        let of_person = |origin: &Mention| {
            let comes = matches!(sentence.word(origin.from), "komma" | "kommer" | "kommit");
            let staff = matches!(sentence.subject(*origin), Some(Concept::Worker | Concept::Participant));
            (comes || staff) && !sentence.has(Concept::Goods)
        };
        if let Some(origin) = origin.filter(|origin| !free && !of_person(origin)) {
            found.push(scene.found(Rule::OriginOfGoods, "origin", sentence, origin));
        }
    }
}

/// "slaktats inom landets gränser", "bakat på mjöl från en kvarn i grannskapet": made, and where.
fn made_in(sentence: &Sentence, scene: &Scene<'_>) -> Option<Mention> {
    let made = sentence.all(Concept::MadeVerb).filter(|made| sentence.holds(*made));
    let place = |made: Mention| {
        let land =
            sentence.all(Concept::Geography).find(|land| land.from >= made.to && land.from <= made.to + 8);
        land.map(|land| land.to).or_else(|| sentence.place_within(made.to, 8))
    };
    let people =
        [Concept::Worker, Concept::Participant, Concept::Supplier, Concept::TargetGroup, Concept::Person];
    let supplies = scene.context.nature == Some(ContractNature::Supplies) && !sentence.has_any(&people);
    let goods = (sentence.has(Concept::Goods) || supplies) && !sentence.has(Concept::Label);
    made.into_iter().filter(|_| goods).find_map(|made| Some(Mention { to: place(made)?, ..made }))
}

/// "fisk ur Vättern", "äpplen från Kivik"
fn taken_from(sentence: &Sentence) -> Option<Mention> {
    let led = |at: usize| matches!(sentence.word(at), "från" | "ur");
    let place = |goods: &Mention| {
        let named = sentence.tokens().get(goods.to + 1).is_some_and(|token| token.capital && !token.capitals);
        let land = sentence.all(Concept::Geography).any(|land| land.from == goods.to + 1);
        led(goods.to) && (named || land) && sentence.holds(*goods)
    };
    let goods = sentence.all(Concept::Goods).find(place)?;
    let wanted = sentence.has_any(&[Concept::Only, Concept::Must, Concept::AwardVerb]);
    wanted.then_some(Mention { to: goods.to + 2, ..goods })
}
