//! R01. Persons or suppliers from a place. Where the work is done, and who uses the service, is another thing.

use super::spared::describes_those_who_work;
use super::{Draft, Scene};
use crate::catalogue::theme::Placement;
use crate::review::rule::Rule;
use crate::wording::lexicon::Concept;
use crate::wording::reading::{Mention, Sentence};

const RULE: Rule = Rule::LocalPreference;
/// How the names of people from a place end.
const DEMONYMS: [&str; 9] = ["bo", "bor", "bors", "borna", "bon", "are", "ingar", "iter", "it"];
/// What tells that a person is to get work, a place or a task.
const WORK: [Concept; 7] = [
    Concept::Employ,
    Concept::Internship,
    Concept::Participant,
    Concept::Worker,
    Concept::TargetGroup,
    Concept::PlaceWord,
    Concept::RoleNoun,
];

/// Those who tender or do the work as firms.
const FIRMS: [Concept; 3] = [Concept::Supplier, Concept::Subcontractor, Concept::Tender];

/// What is found when persons or suppliers are to be from a place.
pub fn check(scene: &Scene<'_>, found: &mut Vec<Draft>) {
    for sentence in scene.statements() {
        if let Some(mention) = turned_away(sentence) {
            let firm = sentence.has_any(&FIRMS);
            let case = if firm { "supplier" } else { "person" };
            found.push(scene.found(RULE, case, sentence, mention).plainly(true));
        }
        if let Some(mention) = person(sentence, scene) {
            let draft = scene.found(RULE, "person", sentence, mention);
            found.push(draft.model_where(is_target_group(sentence, mention), sentence));
        }
        if let Some(mention) = supplier(sentence, scene) {
            found.push(scene.found(RULE, "supplier", sentence, mention));
        }
        if let Some(mention) = distance(sentence, scene) {
            let plain = scene.is(Placement::AwardCriterion) && mention.concept == Concept::NearerMore;
            found.push(scene.found(RULE, "distance", sentence, mention).plainly(plain));
        }
    }
}

/// Persons who are to be given work or places, and who are not turned away.
fn is_target_group(sentence: &Sentence, mention: Mention) -> bool {
    let places = [Concept::Internship, Concept::PlaceWord, Concept::TargetGroup, Concept::Participant];
    let chosen = sentence.has(Concept::Person) && !sentence.has(Concept::Worker);
    (sentence.has_any(&places) || chosen) && !sentence.is_barred(mention)
}

/// Someone who is to live somewhere, or to come from there.
fn person(sentence: &Sentence, scene: &Scene<'_>) -> Option<Mention> {
    let told = sentence.has_any(&[Concept::Inform, Concept::ServiceFor])
        && !sentence.has_any(&[Concept::Employ, Concept::Internship]);
    if told && !describes_those_who_work(sentence) {
        return None;
    }
    let wanted = sentence.has_any(&WORK)
        || scene.reading.has_near(sentence, &[Concept::Employ, Concept::Internship, Concept::TargetGroup]);
    let wanted = wanted
        || sentence.has(Concept::Person)
        || scene.is(Placement::AwardCriterion)
        || scene.is(Placement::SelectionCriterion);
    let local =
        sentence.any(&[Concept::LocalPerson, Concept::ResidePlain, Concept::Reside, Concept::Demonym]);
    let people = [Concept::TargetGroup, Concept::Person, Concept::Participant, Concept::Worker, Concept::Sex];
    let from = sentence.any(&people);
    let from = from.filter_map(|who| from_place(sentence, who));
    let tied = sentence.any(&[Concept::Tie, Concept::Schooling]).filter_map(|tie| tied(sentence, tie));
    let meant = |mention: &Mention| wanted || matches!(mention.concept, Concept::Tie | Concept::Schooling);
    let mut all = local.filter(|mention| is_of_person(sentence, *mention)).chain(from).chain(tied);
    all.find(|mention| meant(mention) && sentence.holds(*mention) && !is_everywhere(sentence, *mention))
}

/// "ska ha sitt hem i Söderhamn", "gått i skola i Hultsfred", said of somebody who is to do the work.
fn tied(sentence: &Sentence, tie: Mention) -> Option<Mention> {
    let mut place = sentence.place_within(tie.to, 8)?;
    while let Some(next) = sentence.place_within(place, 6) {
        place = next;
    }
    let people = [
        Concept::Worker,
        Concept::Participant,
        Concept::TargetGroup,
        Concept::Intern,
        Concept::RoleNoun,
        Concept::Whom,
    ];
    let who = sentence.any(&people).any(|who| who.to <= tie.from);
    who.then_some(Mention { to: place, ..tie })
}

/// "boende i" after somebody; not a place where people live.
fn is_of_person(sentence: &Sentence, mention: Mention) -> bool {
    let word = sentence.word(mention.to - 1);
    match mention.concept {
        Concept::Demonym => return DEMONYMS.iter().any(|ending| word.ends_with(ending)),
        Concept::Reside => (),
        _ => return true,
    }
    let noun = sentence.word(mention.from) == "boende";
    let before = mention.from.checked_sub(1);
    let somebody = [
        Concept::Person,
        Concept::TargetGroup,
        Concept::Participant,
        Concept::Worker,
        Concept::Supplier,
        Concept::Have,
    ];
    !noun || before.is_some_and(|at| sentence.any(&somebody).any(|who| who.to == at + 1))
}

/// Users of the service may live where they like: the nearest one spoken of before is they.
fn is_everywhere(sentence: &Sentence, mention: Mention) -> bool {
    let people = [
        Concept::Users,
        Concept::TargetGroup,
        Concept::Participant,
        Concept::Worker,
        Concept::Person,
        Concept::Supplier,
    ];
    let nearest = sentence.any(&people).filter(|who| who.to <= mention.from).max_by_key(|who| who.to);
    let users = nearest.is_some_and(|who| who.concept == Concept::Users)
        && !sentence.has_any(&[Concept::Employ, Concept::Internship]);
    users
        || sentence.has(Concept::Wherever)
        || sentence
            .any(&[Concept::NotLocal])
            .any(|place| place.from >= mention.from && place.from <= mention.to + 2)
}

/// "arbetslösa i kommunen", "ungdomar från Hammarö".
fn from_place(sentence: &Sentence, who: Mention) -> Option<Mention> {
    let prep = sentence.all(Concept::PlacePrep).find(|prep| (who.to..=who.to + 1).contains(&prep.from))?;
    let from = matches!(sentence.word(prep.from), "från" | "ur");
    let place = sentence.all(Concept::Place).find(|place| (prep.to..=prep.to + 2).contains(&place.from));
    let named =
        sentence.tokens().get(prep.to).filter(|token| token.capital && !token.capitals).map(|_| prep.to + 1);
    let whose = |at: usize| {
        sentence.any(&[Concept::Buyer, Concept::Agency]).any(|buyer| buyer.from == at && buyer.to > at + 1)
    };
    let to = place.filter(|place| !whose(place.from)).map(|place| place.to).or(named)?;
    let open = match who.concept {
        Concept::TargetGroup | Concept::Sex => true,
        _ => from,
    };
    open.then_some(Mention { concept: Concept::Place, from: who.from, to })
}

/// "Den som bor utanför kommunen får inte anställas", "anbudsgivare utan kontor i regionen kommer inte i fråga": those from elsewhere,
/// or without a seat there, who are turned away.
fn turned_away(sentence: &Sentence) -> Option<Mention> {
    let people =
        [Concept::Person, Concept::Whom, Concept::Participant, Concept::TargetGroup, Concept::Worker];
    let who = sentence.any(&people).chain(sentence.any(&FIRMS)).min_by_key(|who| who.from)?;
    let away = sentence.any(&[Concept::ShutOut, Concept::ExcludeWord, Concept::TurnedAway]).find(|away| {
        let spared = away.concept == Concept::ExcludeWord && sentence.is_denied(*away);
        !spared && sentence.is_own(*away) && !sentence.is_condition(*away) && !sentence.is_quoted(*away)
    })?;
    let elsewhere = sentence.all(Concept::OtherPlace).find(|place| {
        let place_of = place.from >= who.to && place.from - who.to <= 6;
        place_of && place.to <= away.from && !sentence.is_quoted(*place)
    });
    elsewhere.or_else(|| without_seat(sentence, who, away))
}

/// "utan kontor i regionen", "som saknar filial på orten"
fn without_seat(sentence: &Sentence, who: Mention, away: Mention) -> Option<Mention> {
    let lacks = |seat: &Mention| {
        sentence
            .any(&[Concept::Lack, Concept::Without])
            .any(|lack| lack.from >= who.to && lack.to <= seat.from && seat.from - lack.to <= 3)
    };
    let seat = sentence.all(Concept::Seat).find(|seat| seat.to <= away.from && lacks(seat))?;
    let place = sentence.place_within(seat.to, 4).filter(|place| *place <= away.from)?;
    Some(Mention { to: place, ..seat })
}

/// A firm that is to be from a place, or to have its seat there.
fn supplier(sentence: &Sentence, scene: &Scene<'_>) -> Option<Mention> {
    if sentence.has(Concept::Inform) && !sentence.has(Concept::Seat) {
        return None;
    }
    let local = sentence.first_holding(&[Concept::LocalFirm, Concept::LocalTax]);
    local
        .or_else(|| seated(sentence, scene))
        .or_else(|| placed(sentence, scene))
        .or_else(|| stands(sentence, scene))
}

/// "Snickeriet ska stå i kommunen": where something of a tenderer's stands.
fn stands(sentence: &Sentence, scene: &Scene<'_>) -> Option<Mention> {
    let chosen = scene.is(Placement::AwardCriterion) || scene.is(Placement::SelectionCriterion);
    let stand = sentence
        .first_holding(&[Concept::Stands])
        .filter(|_| chosen && !sentence.has(Concept::TravelTime))?;
    let others = sentence.has_any(&[Concept::Inform, Concept::ServiceFor]);
    let place = sentence.place_within(stand.to, 3).filter(|_| !others)?;
    Some(Mention { to: place, ..stand })
}

/// "företag i Norrbotten", where tenders are compared or tenderers chosen.
fn placed(sentence: &Sentence, scene: &Scene<'_>) -> Option<Mention> {
    let chosen = scene.is(Placement::AwardCriterion) || scene.is(Placement::SelectionCriterion);
    if !chosen && !sentence.has(Concept::Sought) {
        return None;
    }
    let near = |firm: &Mention| {
        let led = sentence.all(Concept::PlacePrep).any(|prep| prep.from == firm.to);
        let named = sentence.tokens().get(firm.to + 1).is_some_and(|token| token.capital && !token.capitals);
        let other = sentence.all(Concept::NotLocal).any(|other| other.from == firm.to + 1);
        led && named && !other && sentence.holds(*firm)
    };
    let firm = sentence.all(Concept::Supplier).find(near)?;
    Some(Mention { to: firm.to + 2, ..firm })
}

fn seated(sentence: &Sentence, scene: &Scene<'_>) -> Option<Mention> {
    let seat = sentence
        .all(Concept::Seat)
        .find(|seat| sentence.holds(*seat) && is_suppliers(sentence, *seat, scene))?;
    Some(Mention { to: sentence.place_within(seat.to, 6)?, ..seat })
}

/// The seat is one that the supplier is to have, not a house of the buyer's.
fn is_suppliers(sentence: &Sentence, seat: Mention, scene: &Scene<'_>) -> bool {
    let owner = [Concept::Supplier, Concept::Subcontractor, Concept::Tender];
    let has = sentence
        .any(&[Concept::Have, Concept::Must])
        .any(|have| have.from < seat.from && have.distance(seat) <= 6);
    let worth = scene.is(Placement::AwardCriterion) || scene.is(Placement::SelectionCriterion);
    sentence.any(&owner).any(|who| who.from < seat.from)
        && (has || worth)
        && !sentence.has(Concept::TravelTime)
}

/// Nearness to a place as the crow flies.
fn distance(sentence: &Sentence, scene: &Scene<'_>) -> Option<Mention> {
    let far = sentence.all(Concept::FarDistance).find(|far| sentence.clause(*far).negated);
    let near = sentence.all(Concept::NearDistance).find(|near| sentence.holds(*near)).or(far);
    let who = [Concept::Supplier, Concept::Seat, Concept::Reside, Concept::Tender, Concept::Have];
    let near = near.filter(|_| sentence.has_any(&who) && !sentence.has(Concept::Goods));
    let award =
        sentence.any(&[Concept::NearerMore, Concept::Distance]).find(|_| scene.is(Placement::AwardCriterion));
    near.or(award.filter(|award| sentence.holds(*award)))
}
