//! Checks on a question: its conditions, its fields, and the names of its answers.

use super::Catalogue;
use super::check_facts::KnownFacts;
use super::id::Code;
use super::load::Fault;
use super::question::Question;
use crate::needs::facts::REASON;

/// What is wrong with a question.
pub(super) fn faults(question: &Question, catalogue: &Catalogue, known: &KnownFacts) -> Vec<Fault> {
    let file = "questions.toml";
    let rules = question
        .rules
        .fields
        .values()
        .flat_map(|field| field.option_when.values().chain(&field.prefill_when).chain(&field.asked_when))
        .chain(&question.rules.visible_when)
        .chain(&question.rules.asked_when)
        .chain(&question.rules.help_when)
        .chain(question.rules.demanded.iter().map(|demand| &demand.when));
    let conditions = rules.flat_map(|condition| known.faults(condition));
    let fault = |message: String| Fault::new(file, question.id.as_str(), message);
    let mut faults: Vec<Fault> = conditions.map(fault).collect();
    faults
        .extend(question.rules.fields.is_empty().then(|| fault("fields: minst ett fält behövs".to_owned())));
    faults.extend(lost_records(question).chain(lost_requirements(question)).map(fault));
    faults.extend(shared_fields(question, catalogue).map(fault));
    let bases = question.rules.demanded.iter().map(|demand| &demand.legal_basis);
    let lost = bases.filter(|basis| !catalogue.legal_bases.contains_key(*basis));
    faults.extend(lost.map(|basis| fault(format!("demanded: {basis} finns inte"))));
    faults.extend(unlabelled_options(question, catalogue));
    faults
}

/// What is only recorded is one of the options.
fn lost_records(question: &Question) -> impl Iterator<Item = String> {
    let fields = question.rules.fields.values();
    let lost =
        fields.flat_map(|field| field.records_only.iter().filter(|code| !field.options.contains(code)));
    lost.map(|code| format!("records_only: {code} finns inte bland svaren"))
}

/// What makes a field required, or looked for, can be answered.
fn lost_requirements(question: &Question) -> impl Iterator<Item = String> {
    let fields = || question.rules.fields.values();
    let named = fields().flat_map(|field| {
        let required = field.required_with.iter().map(|code| ("required_with", code));
        required.chain(field.wanted_with.iter().map(|code| ("wanted_with", code)))
    });
    let lost = named.filter(move |(_, code)| !fields().any(|field| field.options.contains(code)));
    lost.map(|(key, code)| format!("{key}: {code} finns inte bland svaren"))
}

/// Two questions cannot give the same fact: the later answer would hide the earlier.
fn shared_fields<'c>(question: &'c Question, catalogue: &'c Catalogue) -> impl Iterator<Item = String> {
    let others = catalogue.questions.values().take_while(|other| other.id != question.id);
    let taken = others.flat_map(|other| other.rules.fields.keys().map(|name| (name, &other.id)));
    taken
        .filter(|(name, _)| question.rules.fields.contains_key(*name) && **name != REASON)
        .map(|(name, other)| format!("fields.{name}: finns också i {other}"))
}

fn unlabelled_options(question: &Question, catalogue: &Catalogue) -> Vec<Fault> {
    let codes = question.rules.fields.values().flat_map(|field| &field.options);
    let common = |code: &Code| catalogue.phrases.get(&format!("general.options.{code}")).is_some();
    let missing = codes.filter(|code| {
        let own =
            question.text.sv.options.contains_key(*code) && question.text.en.options.contains_key(*code);
        !own && !common(code)
    });
    missing
        .map(|code| {
            Fault::new(
                "texts/questions.sv.toml",
                question.id.as_str(),
                format!("options: {code} saknar namn"),
            )
        })
        .collect()
}
