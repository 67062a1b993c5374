//! What a rule never means, whether it finds it itself or it was learned: the words of the trap are there, and are said of those who
//! are helped, of which supplier is meant, or of what is to be told.

use std::ops::Range;

use super::{Scene, r23_ilo_list_vague};
use crate::catalogue::theme::Placement;
use crate::review::rule::Rule;
use crate::wording::lexicon::Concept;
use crate::wording::reading::{ClauseKind, Kind, Mention, Sentence, Token};

/// Those who are given work or places: what is said beside them is said of them.
const HIRED: [Concept; 6] = [
    Concept::Hire,
    Concept::Employ,
    Concept::Internship,
    Concept::PlaceWord,
    Concept::Participant,
    Concept::Intern,
];
/// Those who do the work.
const WORKING: [Concept; 4] = [Concept::Worker, Concept::RoleNoun, Concept::Supplier, Concept::Subcontractor];
/// How many words those who are helped can stand behind what leads to them: "till alla de brukare".
const TO_PERSON: usize = 4;

/// Whether a rule does not mean what a sentence says.
pub fn is_spared(scene: &Scene<'_>, sentence: &Sentence, rule: Rule) -> bool {
    match rule {
        Rule::LocalPreference => lives_where_served(sentence),
        Rule::DiscriminatoryGroup => is_of_those_helped(sentence) || is_language_of_task(sentence),
        Rule::CollectiveAgreementDemanded => says_which(scene, sentence),
        Rule::OriginOfGoods => is_told(sentence),
        Rule::PersonalData => is_shown_extract(scene, sentence) || is_forbidden(sentence),
        Rule::InternshipAsLabour | Rule::SensitiveProof => is_forbidden(sentence),
        Rule::IloListVague => is_whole_list(scene, sentence),
        Rule::AboveLowestLevel => is_the_lowest(sentence),
        _ => false,
    }
}

/// Whether what a rule finds is only to be read again: "minst en i arbetslaget ska tala svenska" can be what the task needs.
pub fn is_doubtful(sentence: &Sentence, rule: Rule) -> bool {
    let one = || {
        let speaks = |one: Mention| {
            sentence.all(Concept::Speaks).any(|speaks| speaks.from >= one.to && speaks.from - one.to <= 6)
        };
        sentence.all(Concept::OneOfThem).any(speaks)
    };
    rule == Rule::DiscriminatoryGroup && one() && !is_drawn(sentence)
}

/// "Hemtjänsten utförs hos brukare som är folkbokförda i kommunen": those who are served live where they live.
fn lives_where_served(sentence: &Sentence) -> bool {
    let places = [
        Concept::LocalPerson,
        Concept::Reside,
        Concept::ResidePlain,
        Concept::Demonym,
        Concept::Tie,
        Concept::Seat,
        Concept::LocalFirm,
        Concept::NearDistance,
        Concept::OtherPlace,
    ];
    let place = if sentence.has_any(&places) { &places[..] } else { &[Concept::Place][..] };
    sentence.has(Concept::Service) && are_all_within(sentence, place, &served(sentence))
}

/// "Stödet riktas till pojkar", "erfarenhet av arbete med unga män": who they are that are helped is no choice among staff.
fn is_of_those_helped(sentence: &Sentence) -> bool {
    let mut helped = known(sentence);
    if sentence.has(Concept::Service) {
        helped.extend(served(sentence));
    }
    if sentence.has(Concept::CareHome) {
        helped
            .extend(sentence.all(Concept::TakesIn).map(|takes| takes.to..end_of_phrase(sentence, takes.to)));
    }
    helped.extend(users(sentence));
    are_all_within(sentence, &GROUP, &helped)
}

/// What draws a group.
const GROUP: [Concept; 7] = [
    Concept::Citizenship,
    Concept::MotherTongue,
    Concept::FaithOrOrigin,
    Concept::Sex,
    Concept::AgeLimit,
    Concept::Descent,
    Concept::NationWord,
];

/// Whether some of these are meant, all of them within the phrases, and nobody is to work who is described by them.
fn are_all_within(sentence: &Sentence, concepts: &[Concept], phrases: &[Range<usize>]) -> bool {
    let within = |one: Mention| phrases.iter().any(|phrase| phrase.contains(&one.from));
    let mut some = false;
    // "hemma hos" somebody is where they live.
    let at_home = |one: Mention| sentence.all(Concept::ToWhom).any(|lead| lead.from == one.to);
    let meant = |one: &Mention| !is_spoken(sentence, *one) && !at_home(*one);
    let all = sentence.any(concepts).filter(meant).all(|one| {
        some = true;
        within(one)
    });
    some && all && !sentence.has_any(&HIRED) && !describes_those_who_work(sentence)
}

/// "tala finska": a language that is spoken draws no group by itself.
fn is_spoken(sentence: &Sentence, nation: Mention) -> bool {
    let speaks = |verb: Mention| verb.to <= nation.from && nation.from - verb.to <= 3;
    nation.concept == Concept::NationWord && sentence.all(Concept::Speaks).any(speaks)
}

/// "personal från orten", "utförare som är bosatta …"
pub fn describes_those_who_work(sentence: &Sentence) -> bool {
    let goes_on = |who: Mention| {
        let leads = [Concept::Preposition, Concept::RelativeWord];
        sentence.any(&leads).any(|lead| lead.from == who.to && sentence.word(lead.from) != "med")
    };
    sentence.any(&WORKING).any(goes_on)
}

/// Those to whom a service is given.
fn served(sentence: &Sentence) -> Vec<Range<usize>> {
    sentence.all(Concept::ToWhom).filter_map(|lead| persons(sentence, lead.to)).collect()
}

/// Those whom staff is to know how to help.
fn known(sentence: &Sentence) -> Vec<Range<usize>> {
    let skilled = |work: &Mention| {
        sentence.all(Concept::Experience).any(|skill| skill.from <= work.from && work.from - skill.from <= 6)
    };
    let work = sentence.all(Concept::WorkWith).filter(skilled);
    work.filter_map(|work| persons(sentence, work.to)).collect()
}

/// "med de brukare som har finska som modersmål"
fn users(sentence: &Sentence) -> Vec<Range<usize>> {
    let led = |who: &Mention| {
        let from = who.from.saturating_sub(2);
        sentence.all(Concept::Preposition).any(|lead| (from..who.from).contains(&lead.from))
    };
    sentence.all(Concept::Users).filter(led).map(|who| who.from..end_of_phrase(sentence, who.from)).collect()
}

/// The words about persons who stand at a place.
fn persons(sentence: &Sentence, from: usize) -> Option<Range<usize>> {
    let people = [
        Concept::Users,
        Concept::Person,
        Concept::Whom,
        Concept::TargetGroup,
        Concept::Sex,
        Concept::Descent,
    ];
    let near = from..from + TO_PERSON;
    let who = sentence.any(&people).any(|who| near.contains(&who.from));
    who.then(|| from..end_of_phrase(sentence, from))
}

/// Where what is said of somebody ends: before those who do it for them, or a verb that is not theirs.
fn end_of_phrase(sentence: &Sentence, from: usize) -> usize {
    let ends = |at: usize| {
        let clause = sentence.clause_at(at);
        let theirs = clause.kind == ClauseKind::Relative;
        let begun = sentence.clause_at(from).from == clause.from || theirs;
        let verb = sentence.all(Concept::MainVerb).any(|verb| verb.from == at);
        let others = sentence.any(&WORKING).any(|who| who.from == at && who.concept != Concept::RoleNoun);
        let sign = matches!(sentence.tokens()[at].kind, Kind::Sign(sign) if sign != ',');
        !begun || verb && !theirs || others || sign || sentence.word(at) == "av"
    };
    (from..sentence.tokens().len()).find(|at| ends(*at)).unwrap_or(sentence.tokens().len())
}

/// "Tolken ska tala dari", "de som inte talar svenska ska få tolk": a language that the task is, or help for those who lack it.
fn is_language_of_task(sentence: &Sentence) -> bool {
    let helped = sentence.has(Concept::NoSpeech) && sentence.has(Concept::GetsHelp);
    let speaks = |must: Mention| {
        let near = must.to..must.to + 3;
        sentence.all(Concept::Speaks).any(|speaks| near.contains(&speaks.from))
    };
    let must: Vec<Mention> = sentence.all(Concept::Must).collect();
    let trade = sentence.has(Concept::LanguageTrade) && matches!(must[..], [one] if speaks(one));
    (helped || trade) && !is_drawn(sentence) && !sentence.has_any(&HIRED)
}

/// Whether a group is drawn by more than a language that is spoken.
fn is_drawn(sentence: &Sentence) -> bool {
    sentence.any(&GROUP).any(|one| one.concept != Concept::NationWord)
}

/// "Den som är bunden av kollektivavtal visar en kopia, övriga fyller i bilaga 6": the agreement only says which supplier is meant,
/// and both show something.
fn says_which(scene: &Scene<'_>, sentence: &Sentence) -> bool {
    let weighed = [
        Concept::May,
        Concept::Negation,
        Concept::Only,
        Concept::Excludes,
        Concept::ShutOut,
        Concept::ExcludeWord,
        Concept::TurnedAway,
        Concept::RejectTender,
        Concept::Terminate,
        Concept::AwardVerb,
        Concept::Weight,
        Concept::Banned,
        Concept::EmployersMember,
    ];
    let parted = sentence.all(Concept::TheOthers).any(|others| {
        let shows = |from: usize, to: usize| {
            sentence.all(Concept::Shows).any(|shows| (from..to).contains(&shows.from))
        };
        let which = |agreement: Mention| {
            let relative = sentence.clause(agreement).kind == ClauseKind::Relative;
            let with = sentence.word(agreement.from.wrapping_sub(1)) == "med";
            (relative || with) && agreement.to <= others.from && shows(agreement.to, others.from)
        };
        sentence.all(Concept::Agreement).all(which) && shows(others.to, sentence.tokens().len())
    });
    parted
        && sentence.has(Concept::Agreement)
        && !sentence.has_any(&weighed)
        && !scene.is(Placement::AwardCriterion)
}

/// "Av förpackningen ska framgå i vilket land djuret är uppfött": the country is to be told, and none is asked for.
fn is_told(sentence: &Sentence) -> bool {
    let named = |(at, token): (usize, &Token)| at > 0 && token.capital && token.kind == Kind::Word;
    let places = [Concept::Origin, Concept::NationWord, Concept::LocalWord, Concept::Place];
    let asked = |land: Mention| sentence.all(Concept::OriginAsked).any(|asked| asked.distance(land) == 0);
    sentence.has(Concept::OriginAsked)
        && sentence.has(Concept::Told)
        && !sentence.has_any(&places)
        && sentence.all(Concept::Geography).all(asked)
        && !sentence.tokens().iter().enumerate().any(named)
}

/// "Utdrag ur belastningsregistret visas upp för arbetsgivaren": whoever works with children shows it, and it is handed to nobody.
fn is_shown_extract(scene: &Scene<'_>, sentence: &Sentence) -> bool {
    let others = [
        Concept::HandedOver,
        Concept::Buyer,
        Concept::Agency,
        Concept::PersonalNumber,
        Concept::NamesOf,
        Concept::Health,
        Concept::Benefit,
        Concept::Identity,
    ];
    sentence.has(Concept::RegisterExtract)
        && sentence.has(Concept::ShownUp)
        && scene.reading.has_near(sentence, &[Concept::WithChildren])
        && !sentence.has_any(&others)
}

/// All ten conventions, and none of them left out.
fn is_whole_list(scene: &Scene<'_>, sentence: &Sentence) -> bool {
    let but = [Concept::Negation, Concept::Without];
    r23_ilo_list_vague::are_all_named(scene, sentence) && !sentence.has_any(&but)
}

/// "Leverantören får inte: – låta praktikanter ersätta …", "det är förbjudet att …": what the law forbids is forbidden there too.
fn is_forbidden(sentence: &Sentence) -> bool {
    let turned =
        [Concept::Negation, Concept::Without, Concept::Lack, Concept::Refuse, Concept::Must, Concept::May];
    sentence.all(Concept::Forbids).any(|forbids| {
        let lead = !sentence.is_own(forbids) || sentence.has(Concept::Forbidden);
        lead && !sentence.any(&turned).any(|turned| turned.from >= forbids.to)
    })
}

/// "minst 148 kronor, vilket är lägsta lönen enligt det centrala kollektivavtalet": the amount is the lowest level, and nothing is
/// demanded beyond it.
fn is_the_lowest(sentence: &Sentence) -> bool {
    let more = [
        Concept::AboveStrong,
        Concept::AboveLevel,
        Concept::Percent,
        Concept::Share,
        Concept::Negation,
        Concept::Pension,
    ];
    let agreements = [Concept::Agreement, Concept::NamedAgreement];
    let agreed = |level: Mention| {
        let near = level.to..level.to + 5;
        sentence.any(&agreements).any(|agreement| near.contains(&agreement.from))
    };
    sentence.all(Concept::LowestLevel).any(agreed) && !sentence.has_any(&more)
}
