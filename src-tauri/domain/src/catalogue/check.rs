//! Checks on the whole catalogue: every reference leads somewhere, every word has its place, in both languages.

use super::check_facts::KnownFacts;
use super::condition::{Condition, Test};
use super::entry::{Class, Entry, Role, Sanction};
use super::id::{EntryId, FactName, ParameterName};
use super::load::Fault;
use super::parameter::{Parameter, ParameterKind, Source};
use super::profile::Profile;
use super::stated::StatedFinding;
use super::{Catalogue, check_notice, check_question, check_shape, check_words};
use crate::needs::facts::FactValue;
use crate::requirements::recommend::reason_keys;
use crate::review::finding::Place;
use crate::review::view::NAMED;

/// All faults of a catalogue that could be read.
pub fn all(catalogue: &Catalogue) -> Vec<Fault> {
    let known = KnownFacts::of(catalogue);
    let entries = catalogue.entries.values().flat_map(|entry| entry_faults(entry, catalogue, &known));
    let questions = catalogue.questions.values();
    let questions = questions.flat_map(|question| check_question::faults(question, catalogue, &known));
    let derived = catalogue.derived.iter().flat_map(|fact| {
        known
            .faults(&fact.when)
            .into_iter()
            .map(|message| Fault::new("derived.toml", fact.name.as_str(), message))
    });
    let legal = catalogue.legal_bases.iter().flat_map(|(name, basis)| {
        let faults = basis.when.iter().flat_map(|when| known.faults(when));
        faults.map(|message| Fault::new("legal_bases.toml", &**name, message)).collect::<Vec<_>>()
    });
    let unnamed = NAMED.into_iter().filter(|name| !catalogue.legal_bases.contains_key(*name));
    let unnamed = unnamed
        .map(|name| Fault::new("legal_bases.toml", name, "lagrummet saknas, och granskningen anger det"));
    let findings = catalogue.findings.iter().flat_map(|finding| finding_faults(finding, catalogue, &known));
    let rest = legal
        .chain(unnamed)
        .chain(findings)
        .chain(profile_faults(catalogue, &known))
        .chain(ladder_faults(catalogue));
    let periods = check_shape::period_faults(&catalogue.thresholds, "thresholds.toml");
    let nameless = catalogue.edition.order().is_none();
    let nameless =
        nameless.then(|| Fault::new("edition.toml", "", "edition: skriv år och nummer, till exempel 2026:1"));
    let groundless = catalogue.placements.values().flatten();
    let groundless = groundless.filter(|name| !catalogue.legal_bases.contains_key(*name));
    let groundless = groundless.map(|name| Fault::new("themes.toml", &**name, "lagrummet finns inte"));
    let rest = rest.chain(groundless);
    let shape = rings(catalogue).chain(periods).chain(nameless);
    entries.chain(questions).chain(derived).chain(rest).chain(shape).collect()
}

/// All faults of an authority's own entries beside a catalogue that is whole.
pub(super) fn own(catalogue: &Catalogue) -> Vec<Fault> {
    let known = KnownFacts::of(catalogue);
    let entries = catalogue.own.iter().filter_map(|id| catalogue.entry(id));
    let faults = entries.flat_map(|entry| entry_faults(entry, catalogue, &known));
    faults.chain(rings(catalogue)).collect()
}

fn rings(catalogue: &Catalogue) -> impl Iterator<Item = Fault> {
    let named = check_shape::rings(catalogue).into_iter();
    named.filter_map(|(id, ring)| {
        let file = entry_file(catalogue.entry(id)?);
        Some(Fault::new(file, id.as_str(), format!("requires: {ring} går i ring")))
    })
}

/// The file that the rules of an entry stand in.
pub(super) fn entry_file(entry: &Entry) -> String {
    format!("entries/{}.toml", entry.theme.code())
}

fn entry_faults(entry: &Entry, catalogue: &Catalogue, known: &KnownFacts) -> Vec<Fault> {
    let file = entry_file(entry);
    let mut found = reference_faults(entry, catalogue);
    found.extend(check_shape::entry_faults(entry, catalogue));
    found.extend(entry.rules.conditions().flat_map(|condition| known.faults(condition)));
    found.extend(missing_reasons(entry, catalogue));
    found.extend(
        entry
            .rules
            .parameters
            .iter()
            .filter_map(|(name, parameter)| parameter_fault(name, parameter, catalogue, known)),
    );
    let rules = found.into_iter().map(|message| Fault::new(&*file, entry.id.as_str(), message));
    rules.chain(check_words::faults(entry, known)).chain(check_notice::faults(entry, catalogue)).collect()
}

fn reference_faults(entry: &Entry, catalogue: &Catalogue) -> Vec<String> {
    let rules = &entry.rules;
    let named = [
        ("requires", &*rules.requires),
        ("suggests", &rules.suggests),
        ("conflicts", &rules.conflicts),
        ("cured_by", rules.cured_by.as_slice()),
    ];
    let lost = named.iter().flat_map(|(field, ids)| {
        ids.iter()
            .filter(|id| catalogue.entry(id).is_none())
            .map(move |id| format!("{field}: {id} finns inte"))
    });
    let one_sided = rules
        .conflicts
        .iter()
        // What is shipped cannot name what an authority has put beside it.
        .filter(|id| catalogue.own.contains(&entry.id) <= catalogue.own.contains(*id))
        .filter(|id| catalogue.entry(id).is_some_and(|other| !other.rules.conflicts.contains(&entry.id)));
    let own =
        rules.conflicts.contains(&entry.id).then(|| "conflicts: kravet utesluter sig självt".to_owned());
    let bases = rules.legal_basis.iter().filter(|name| !catalogue.legal_bases.contains_key(*name));
    lost.chain(own)
        .chain(one_sided.map(|id| format!("conflicts: {id} nämner inte tillbaka")))
        .chain(bases.map(|name| format!("legal_basis: {name} finns inte")))
        .chain(required_conflict(entry, catalogue))
        .chain(promised_cure(entry, catalogue))
        .collect()
}

/// A sanction that begins with a cure is empty words unless the term that says how a shortfall is put right comes along.
/// A companion stands beside what brings it.
fn promised_cure(entry: &Entry, catalogue: &Catalogue) -> Option<String> {
    let rules = &entry.rules;
    if rules.sanction == Sanction::None || rules.class == Class::Companion {
        return None;
    }
    let says_how = |id: &EntryId| catalogue.entry(id).is_some_and(|e| e.rules.role == Some(Role::Cure));
    let together = catalogue.with_companions(&entry.id);
    let cure = catalogue.entries.values().find(|other| other.rules.role == Some(Role::Cure))?;
    let missing = !together.iter().any(says_how);
    missing.then(|| format!("sanction: rättelse kräver att {} står i requires", cure.id))
}

fn required_conflict(entry: &Entry, catalogue: &Catalogue) -> Option<String> {
    let together = catalogue.with_companions(&entry.id);
    let excluded = together.iter().skip(1).find(|id| entry.rules.conflicts.contains(id))?;
    Some(format!("requires: {excluded} krävs och utesluts på samma gång"))
}

/// Every reason that can be given has words.
fn missing_reasons(entry: &Entry, catalogue: &Catalogue) -> Vec<String> {
    let needs = entry.rules.need.iter().map(|need| &need.when).chain(&entry.rules.duty_when);
    let leaves = needs.flat_map(Condition::leaves);
    let keys = leaves.flat_map(|leaf| match leaf {
        Condition::Fact(name, test) => possible_reasons(name, test),
        _ => Vec::new(),
    });
    keys.filter(|key| catalogue.phrases.get(key).is_none())
        .map(|key| format!("skälet {key} saknar text"))
        .collect()
}

fn possible_reasons(name: &FactName, test: &Test) -> Vec<String> {
    match test {
        Test::HasAny(codes) => reason_keys(name.as_str(), test, &FactValue::Codes(codes.clone())),
        Test::In(codes) => codes
            .iter()
            .flat_map(|code| reason_keys(name.as_str(), test, &FactValue::Code(code.clone())))
            .collect(),
        Test::Is(value) => reason_keys(name.as_str(), test, value),
        // That something is answered, or that a number is large enough, may go unsaid.
        _ => Vec::new(),
    }
}

fn parameter_fault(
    name: &ParameterName,
    parameter: &Parameter,
    catalogue: &Catalogue,
    known: &KnownFacts,
) -> Option<String> {
    let choice = matches!(parameter.kind, ParameterKind::Choice | ParameterKind::Multi);
    if choice && parameter.options.is_empty() {
        return Some(format!("parameters.{name}: options saknas"));
    }
    let fault = |what: String| Some(format!("parameters.{name}: {what}"));
    let others = parameter.default_when.iter().map(|other| &other.when);
    let conditions = parameter.needed_when.iter().chain(others);
    if let Some(what) = conditions.flat_map(|when| known.faults(when)).next() {
        return fault(what);
    }
    if let Some(what) = parameter.proposals().find_map(|value| parameter.fits(value).err()) {
        return fault(what.sv);
    }
    match &parameter.source {
        Source::Fact(fact) if !known.has(fact) => fault(format!("faktan {fact} finns inte")),
        Source::SameAs(other) => {
            let there = catalogue.entry(&other.entry).and_then(|e| e.rules.parameters.get(&other.parameter));
            let reference = format!("{}.{}", other.entry, other.parameter);
            match there.map(|parameter| &parameter.source) {
                None => fault(format!("{reference} finns inte")),
                Some(Source::SameAs(_)) => fault(format!("{reference} hämtar själv sitt värde")),
                Some(_) => None,
            }
        }
        _ => None,
    }
}

fn finding_faults(finding: &StatedFinding, catalogue: &Catalogue, known: &KnownFacts) -> Vec<Fault> {
    let words = ["message", "remedy"].map(|part| format!("{}.{part}", finding.words()));
    let wordless = words.into_iter().filter(|key| catalogue.phrases.get(key).is_none());
    let wordless = wordless.map(|key| format!("texten {key} saknas"));
    let basis = (!catalogue.legal_bases.contains_key(&finding.legal_basis))
        .then(|| format!("legal_basis: {} finns inte", finding.legal_basis));
    let place = match &finding.place {
        Place::Question(id) if !catalogue.questions.contains_key(id) => {
            Some(format!("place: {id} finns inte"))
        }
        Place::Requirement(id) if catalogue.entry(id).is_none() => Some(format!("place: {id} finns inte")),
        _ => None,
    };
    let entries = finding.when.leaves().into_iter().filter_map(|leaf| match leaf {
        Condition::Chosen(ids) => ids.iter().find(|id| catalogue.entry(id).is_none()),
        _ => None,
    });
    let entries = entries.map(|id| format!("when: {id} finns inte"));
    let conditions = known.faults(&finding.when).into_iter();
    let all = conditions.chain(entries).chain(wordless).chain(basis).chain(place);
    all.map(|message| Fault::new("findings.toml", finding.words(), message)).collect()
}

fn profile_faults(catalogue: &Catalogue, known: &KnownFacts) -> Vec<Fault> {
    let of = |profile: &Profile| {
        let lost = profile.entries.iter().filter(|id| catalogue.entry(id).is_none());
        let lost = lost.map(|id| format!("entries: {id} finns inte"));
        let strange = profile.goods_risk.iter().filter(|code| !known.has_code("risk_goods", code));
        let strange = strange.map(|code| format!("goods_risk: {code} finns inte"));
        let odd = (!(0.0..=1.0).contains(&profile.labour_share) || profile.hourly_cost <= 0.0)
            .then(|| "labour_share ska vara 0 till 1 och hourly_cost över 0".to_owned());
        let fault = |message| Fault::new("profiles.toml", &*profile.cpv, message);
        lost.chain(strange).chain(odd).map(fault).collect::<Vec<_>>()
    };
    catalogue.profiles.iter().flat_map(of).collect()
}

fn ladder_faults(catalogue: &Catalogue) -> Vec<Fault> {
    let ids = catalogue.ladders.iter().flat_map(|ladder| &ladder.entries);
    ids.filter(|id| catalogue.entry(id).is_none())
        .map(|id| Fault::new("ladders.toml", id.as_str(), "kravet finns inte"))
        .collect()
}
