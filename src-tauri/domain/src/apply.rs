//! From a project and an edit to a new project, or a refusal that says why not. The old one is untouched.

use std::collections::{BTreeMap, HashSet};

use indexmap::IndexSet;
use jiff::civil::Date;

use crate::assess::assess;
use crate::catalogue::Catalogue;
use crate::catalogue::entry::Entry;
use crate::catalogue::id::{EntryId, ParameterName, QuestionId};
use crate::catalogue::parameter::{Parameter, ParameterValue};
use crate::catalogue::theme::Theme;
use crate::day::{self, LIKELY_YEARS};
use crate::edit::{Edit, FactEdit};
use crate::editions;
use crate::fixed;
use crate::format;
use crate::needs::answer::Answer;
use crate::procurement::Procurement;
use crate::project::{Project, ProjectId};
use crate::refusal::{Kind, Refusal};
use crate::requirements::custom;
use crate::requirements::decision::{Decision, Outcome};
use crate::requirements::neighbour;
use crate::requirements::own_wording;
use crate::requirements::requirement::Requirement;
use crate::review::finding::{FindingKey, FindingOverride, Severity};
use crate::signature::Signature;
use crate::text::{Bilingual, is_invisible, is_no_character, steers};

/// The shortest reason for setting a Stop aside, in characters.
pub const SHORTEST_OVERRIDE: usize = 30;

/// Applies an edit that somebody makes on a day: what is kept with a name and a date is signed so.
///
/// # Errors
/// When the edit names something that is not in the catalogue, or its value does not fit.
pub fn apply(
    project: &Project,
    edit: &Edit,
    catalogue: &Catalogue,
    signature: &Signature,
) -> Result<Project, Refusal> {
    let mut next = project.clone();
    match edit.clone() {
        Edit::Fact(fact) => set_fact(&mut next, fact, catalogue)?,
        Edit::Answer { question, answer } => set_answer(&mut next, question, answer, catalogue)?,
        Edit::OverruleRegime { choice } => {
            choice.iter().try_for_each(|c| reason_given(&c.reason, 1))?;
            next.regime_override = choice;
        }
        Edit::Choose { entry } => choose_in_theme(&mut next, project, &entry, catalogue)?,
        Edit::ChooseSeveral { entries } => {
            some(&entries)?;
            entries.iter().try_for_each(|entry| choose_in_theme(&mut next, project, entry, catalogue))?;
        }
        Edit::Remove { entry } => remove(&mut next, &entry)?,
        Edit::ChangeLevel { entry, level } => {
            neighbour::change(&mut next, &entry, |other| other.rules.level == level, catalogue)?;
        }
        Edit::ChangePlacement { entry, placement } => {
            neighbour::change(&mut next, &entry, |other| other.rules.placement == placement, catalogue)?;
        }
        Edit::SetParameter { entry, parameter, value } => {
            set_parameter(&mut next, &entry, parameter, value, catalogue)?;
        }
        Edit::WriteOwn { entry, requirement: Some(written) } => {
            custom::write(&mut next, &entry, &written, catalogue, signature.on)?;
            ends_in_choice(&mut next, project, &entry);
        }
        Edit::WriteOwn { entry, requirement: None } => custom::discard(&mut next, &entry)?,
        Edit::Reword { entry, duties } => reword(&mut next, &entry, duties.as_deref())?,
        Edit::AcceptEdition { entry } => editions::accept(&mut next, &entry, catalogue, signature.on)?,
        Edit::KeepEdition { entry } => editions::keep(&mut next, &entry, catalogue)?,
        Edit::Decide { theme, decision } => decide(&mut next, theme, decision)?,
        Edit::DecideSeveral { themes, decision } => {
            some(&themes)?;
            themes.into_iter().try_for_each(|theme| decide(&mut next, theme, Some(decision.clone())))?;
        }
        Edit::Override { finding, reason } => {
            is_stop(project, &finding, catalogue, signature.on)?;
            reason_given(&reason, SHORTEST_OVERRIDE)?;
            next.overrides.retain(|other| other.finding != finding);
            next.overrides.push(signed(finding, reason, project, signature));
        }
        Edit::Reinstate { finding } => next.overrides.retain(|other| other.finding != finding),
        Edit::Sheet { edits } => next = take_in(next, &edits, catalogue, signature)?,
        Edit::Fix { version, documents } => fixed::fix(&mut next, version, documents, catalogue, signature)?,
    }
    Ok(next)
}

/// All that was changed in a sheet, one after the other.
fn take_in(
    project: Project,
    edits: &[Edit],
    catalogue: &Catalogue,
    signature: &Signature,
) -> Result<Project, Refusal> {
    if !edits.iter().all(Edit::stands_in_a_sheet) {
        return Err(Refusal::bad_input(
            "Ett blad kan bara ändra kravtexter, värden och beslut.",
            "A sheet can change only wordings, values and decisions.",
        ));
    }
    edits.iter().try_fold(project, |project, edit| apply(&project, edit, catalogue, signature))
}

/// A new project with these facts and answers, all of them checked.
///
/// # Errors
/// When a CPV code or a question does not exist, or a value does not fit the others or its question.
pub fn begin(
    id: ProjectId,
    procurement: Procurement,
    answers: BTreeMap<QuestionId, Answer>,
    catalogue: &Catalogue,
) -> Result<Project, Refusal> {
    procurement.cpv.iter().try_for_each(|code| catalogue.cpv.find(code).map(drop))?;
    options_within(&procurement)?;
    let mut project = Project { procurement, ..Project::new(id, &*catalogue.edition.edition) };
    for (question, answer) in answers {
        set_answer(&mut project, question, Some(answer), catalogue)?;
    }
    Ok(project)
}

fn set_answer(
    project: &mut Project,
    question: QuestionId,
    answer: Option<Answer>,
    catalogue: &Catalogue,
) -> Result<(), Refusal> {
    let asked = catalogue.find_question(&question)?;
    answer.iter().try_for_each(|answer| answer.check(asked, &catalogue.phrases))?;
    put(&mut project.answers, question, answer);
    Ok(())
}

/// Only a Stop that is there can be set aside: a warning needs no reason, and a reason for what may come is none.
fn is_stop(project: &Project, key: &FindingKey, catalogue: &Catalogue, today: Date) -> Result<(), Refusal> {
    let findings = assess(project, catalogue, today).findings;
    if findings.iter().any(|finding| finding.severity == Severity::Stop && finding.key() == *key) {
        return Ok(());
    }
    Err(Refusal::bad_input("Stoppet finns inte i projektet.", "The project has no such Stop.")
        .hint("Granskningen visar vilka stopp som finns.", "The review shows which Stops there are."))
}

/// Somebody without a name signs as the officer of the project.
fn signed(finding: FindingKey, reason: String, project: &Project, signature: &Signature) -> FindingOverride {
    let Signature { by, on } = signature;
    let by = if by.trim().is_empty() { &project.procurement.officer } else { by };
    FindingOverride { finding, reason, by: by.clone(), on: *on }
}

fn put<K: Ord, V>(map: &mut BTreeMap<K, V>, key: K, value: Option<V>) {
    match value {
        Some(value) => drop(map.insert(key, value)),
        None => drop(map.remove(&key)),
    }
}

fn set_fact(project: &mut Project, fact: FactEdit, catalogue: &Catalogue) -> Result<(), Refusal> {
    let p = &mut project.procurement;
    let sums = matches!(fact, FactEdit::ValueSek(_) | FactEdit::OptionValueSek(_));
    match fact {
        FactEdit::Title(title) => p.title = line(&title)?,
        FactEdit::Reference(reference) => p.reference = line(&reference)?,
        FactEdit::AuthorityName(name) => p.authority_name = line(&name)?,
        FactEdit::AuthorityKind(kind) => p.authority_kind = kind,
        FactEdit::Unit(unit) => p.unit = line(&unit)?,
        FactEdit::Officer(officer) => p.officer = line(&officer)?,
        FactEdit::Contact(contact) => p.contact = line(&contact)?,
        FactEdit::ContractManager(manager) => p.contract_manager = line(&manager)?,
        FactEdit::DecisionMaker(maker) => p.decision_maker = line(&maker)?,
        FactEdit::Aim(aim) => p.aim = aim,
        FactEdit::Act(act) => p.act = act,
        FactEdit::Nature(nature) => p.nature = nature,
        FactEdit::Cpv(codes) => {
            codes.iter().try_for_each(|code| catalogue.cpv.find(code).map(drop))?;
            p.cpv = codes.into_iter().collect::<IndexSet<_>>().into_iter().collect();
        }
        FactEdit::Annex2Service(is) => p.annex_2_service = is,
        FactEdit::ValueSek(value) => p.value_sek = value,
        FactEdit::OptionValueSek(value) => p.option_value_sek = value,
        FactEdit::Months(months) => p.months = months,
        FactEdit::OptionMonths(months) => p.option_months = months,
        FactEdit::Framework(framework) => p.framework = framework,
        FactEdit::GuaranteedVolume(guaranteed) => p.guaranteed_volume = guaranteed,
        FactEdit::CallOff(call_off) => p.call_off = call_off,
        FactEdit::SupplierCount(count) => p.supplier_count = suppliers(count)?,
        FactEdit::Lots(lots) => p.lots = named(&lots)?,
        FactEdit::Subcontracting(subcontracting) => p.subcontracting = subcontracting,
        FactEdit::AdvertisedAnyway(anyway) => p.advertised_anyway = anyway,
        FactEdit::Design(design) => p.design = design,
        FactEdit::NoticeDate(date) => p.notice_date = likely(date)?,
        FactEdit::TenderDeadline(date) => p.tender_deadline = likely(date)?,
        FactEdit::Start(date) => p.start = likely(date)?,
    }
    if sums { options_within(p) } else { Ok(()) }
}

/// The longest fact that is one line, in characters.
const LONGEST_LINE: usize = 1000;

/// A fact that is one line of text: what would break or steer it, as a pasted text can, becomes a space, and what is no
/// character falls away. One of which nothing is seen is none.
fn line(text: &str) -> Result<String, Refusal> {
    if text.chars().all(|c| is_invisible(c) || c.is_whitespace()) {
        return Ok(String::new());
    }
    if text.chars().count() <= LONGEST_LINE {
        return Ok(text.replace(is_no_character, "").replace(steers, " "));
    }
    Err(Refusal::bad_input(
        format!("Texten har fler än {LONGEST_LINE} tecken."),
        format!("The text has more than {LONGEST_LINE} characters."),
    )
    .hint("Skriv kortare.", "Shorten it."))
}

/// The lots that have a name, each once: two of one name could not be told apart in the documents.
fn named(lots: &[String]) -> Result<Vec<String>, Refusal> {
    let named = lots.iter().map(|lot| Ok(line(lot)?.trim().to_owned()));
    let named = named.collect::<Result<IndexSet<_>, Refusal>>()?;
    Ok(named.into_iter().filter(|lot| !lot.is_empty()).collect())
}

/// More suppliers than these share no contract. Own judgement.
const MOST_SUPPLIERS: u32 = 1000;

fn suppliers(count: Option<u32>) -> Result<Option<u32>, Refusal> {
    if count.is_none_or(|count| (1..=MOST_SUPPLIERS).contains(&count)) {
        return Ok(count);
    }
    Err(Refusal::bad_input(
        format!("Antalet leverantörer ska vara 1 till {MOST_SUPPLIERS}."),
        format!("The number of suppliers is to be 1 to {MOST_SUPPLIERS}."),
    )
    .hint("Skriv ett sådant tal, eller lämna fältet tomt.", "Write such a number, or leave the field empty."))
}

fn likely(day: Option<Date>) -> Result<Option<Date>, Refusal> {
    let Some(odd) = day.filter(|day| !day::is_likely(*day)) else { return Ok(day) };
    let (first, last) = (LIKELY_YEARS.start(), LIKELY_YEARS.end());
    Err(Refusal::bad_input(
        format!("Året {} i {odd} är inget år för en upphandling.", odd.year()),
        format!("The year {} in {odd} is no year of a procurement.", odd.year()),
    )
    .hint(
        format!("Skriv ett år från {first} till {last}, till exempel 2027-04-01."),
        format!("Write a year from {first} to {last}, for instance 2027-04-01."),
    ))
}

/// Options are a part of the value.
fn options_within(p: &Procurement) -> Result<(), Refusal> {
    let larger = p.option_value_sek.zip(p.value_sek).is_some_and(|(options, value)| options > value);
    if !larger {
        return Ok(());
    }
    Err(Refusal::bad_input(
        "Värdet av optionerna är större än hela värdet.",
        "The options are worth more than the whole contract.",
    )
    .hint("Hela värdet ska räkna med optionerna.", "The whole value includes the options."))
}

/// Chooses an entry. What it requires is put beside it, unchosen. What stands already is left as it was taken over; what
/// was taken away before comes back as it is now, with its values.
fn choose(project: &mut Project, id: &EntryId, catalogue: &Catalogue) -> Result<(), Refusal> {
    if custom::choose(project, id, catalogue).is_some() {
        return Ok(());
    }
    let entry = catalogue.find(id)?;
    if !catalogue.is_offered(id) {
        return Err(not_offered(entry));
    }
    take_over(project, id, catalogue);
    requirement_of(project, id)?.chosen = true;
    Ok(())
}

fn choose_in_theme(
    project: &mut Project,
    before: &Project,
    id: &EntryId,
    catalogue: &Catalogue,
) -> Result<(), Refusal> {
    choose(project, id, catalogue)?;
    ends_in_choice(project, before, id);
    Ok(())
}

/// A theme in which something has just been chosen ends in that. A decision that says the opposite goes, and its reason with
/// it: it speaks for having none.
fn ends_in_choice(project: &mut Project, before: &Project, id: &EntryId) {
    let theme_in = |project: &Project| {
        project
            .requirement(id)
            .filter(|requirement| requirement.chosen)
            .map(|requirement| requirement.entry.theme)
    };
    let Some(theme) = theme_in(project).filter(|theme| theme_in(before) != Some(*theme)) else { return };
    if project.decisions.get(&theme).is_some_and(|decision| decision.outcome != Outcome::Chosen) {
        project.decisions.remove(&theme);
    }
}

/// Puts an entry and what it requires into a project, each as it is now, unless it stands there.
pub(crate) fn take_over(project: &mut Project, id: &EntryId, catalogue: &Catalogue) {
    let standing: HashSet<EntryId> = project.standing().into_iter().map(|r| r.id().clone()).collect();
    let new = catalogue.with_companions(id).into_iter().filter(|other| !standing.contains(other));
    for requirement in new.filter_map(|other| Some(Requirement::of(catalogue.entries.get(&other)?, false))) {
        match project.requirements.iter_mut().find(|known| known.id() == requirement.id()) {
            // An own text that names a value which is gone stands with the entry that it was written for.
            Some(known) if !own_wording::fits(&known.own_wording, &requirement.entry) => {}
            Some(known) => {
                known.entry = requirement.entry;
                known.kept_before = None;
            }
            None => project.requirements.push(requirement),
        }
    }
}

/// Takes a choice back. Its values stay, should it be chosen again.
fn remove(project: &mut Project, id: &EntryId) -> Result<(), Refusal> {
    let chosen = project.requirements.iter_mut().find(|r| r.id() == id && r.chosen);
    chosen.ok_or_else(|| not_chosen(id))?.chosen = false;
    Ok(())
}

pub(crate) fn requirement_of<'p>(
    project: &'p mut Project,
    id: &EntryId,
) -> Result<&'p mut Requirement, Refusal> {
    project.requirements.iter_mut().find(|requirement| requirement.id() == id).ok_or_else(|| not_chosen(id))
}

pub(crate) fn not_chosen(id: &EntryId) -> Refusal {
    Refusal::new(Kind::NotFound, format!("Kravet {id} är inte valt."), format!("{id} has not been chosen."))
        .hint("Välj kravet först.", "Choose it first.")
}

fn set_parameter(
    project: &mut Project,
    id: &EntryId,
    name: ParameterName,
    value: Option<ParameterValue>,
    catalogue: &Catalogue,
) -> Result<(), Refusal> {
    let here = project.requirement(id).map(|requirement| &requirement.entry);
    let entry = here.or_else(|| catalogue.entries.get(id)).cloned();
    let known = entry.as_ref().and_then(|entry| entry.rules.parameters.get(&name));
    let parameter = known.ok_or_else(|| no_parameter(id, &name, entry.as_deref()))?;
    value
        .iter()
        .try_for_each(|value| parameter.take(value).map_err(|what| misfit(entry.as_deref(), &name, &what)))?;
    put(&mut requirement_of(project, id)?.values, name, value.map(ParameterValue::each_once));
    Ok(())
}

/// Puts the officer's own duties in the place of the entry's, or takes them away.
fn reword(project: &mut Project, id: &EntryId, duties: Option<&[String]>) -> Result<(), Refusal> {
    let requirement = requirement_of(project, id)?;
    if requirement.entry.is_custom() {
        let (sv, en) = ("Kravet är ditt eget.", "The requirement is your own.");
        return Err(
            Refusal::bad_input(sv, en).hint("Ändra kravet i stället.", "Change the requirement instead.")
        );
    }
    let parameters = &requirement.entry.rules.parameters;
    requirement.own_wording = match duties {
        Some(duties) => own_wording::checked(duties, parameters)?,
        None => Vec::new(),
    };
    Ok(())
}

fn reason_given(reason: &str, least: usize) -> Result<(), Refusal> {
    if reason.trim().chars().filter(|c| !is_invisible(*c)).count() >= least {
        return Ok(());
    }
    Err(Refusal::bad_input("Skälet saknas eller är för kort.", "The reason is missing or too short.").hint(
        format!("Skriv ett skäl med minst {least} tecken."),
        format!("Write at least {least} characters."),
    ))
}

/// Something is to be done to something.
fn some<T>(list: &[T]) -> Result<(), Refusal> {
    if list.is_empty() {
        return Err(Refusal::bad_input("Inget är angivet.", "Nothing is named.")
            .hint("Ange minst ett.", "Name at least one."));
    }
    Ok(())
}

fn decide(project: &mut Project, theme: Theme, decision: Option<Decision>) -> Result<(), Refusal> {
    decided(theme)?;
    put(&mut project.decisions, theme, decision);
    Ok(())
}

/// A decision about what needs none would be kept and never used.
fn decided(theme: Theme) -> Result<(), Refusal> {
    if Theme::DECIDED.contains(&theme) {
        return Ok(());
    }
    Err(Refusal::bad_input("Gemensamma villkor behöver inget beslut.", "The common terms need no decision.")
        .hint("De följer med de krav som behöver dem.", "They come along with what needs them."))
}

/// Why an entry of the catalogue cannot be chosen.
pub(crate) fn not_offered(entry: &Entry) -> Refusal {
    let title = Bilingual::each(|language| format::quoted(&entry.text.of(language).title, language));
    let (sv, en) = if entry.is_withdrawn() {
        ("är återkallat.", "is withdrawn.")
    } else {
        ("är avstängt i er egen katalog.", "is switched off in your own catalogue.")
    };
    let refusal =
        Refusal::new(Kind::NotNow, format!("Kravet {} {sv}", title.sv), format!("{} {en}", title.en));
    let id = &entry.id;
    let refusal = refusal.codes(format!("Kravet är {id}."), format!("It is {id}."));
    let others = entry.rules.replaced_by.iter().map(EntryId::as_str).collect::<Vec<_>>().join(", ");
    match &*others {
        "" => refusal.hint("Välj ett annat krav.", "Choose another."),
        others => refusal.hint(format!("Välj i stället {others}."), format!("Choose {others} instead.")),
    }
}

fn no_parameter(id: &EntryId, name: &ParameterName, entry: Option<&Entry>) -> Refusal {
    let names = entry.map(|entry| entry.rules.parameters.keys().map(ParameterName::as_str));
    let all = names.map(|names| names.collect::<Vec<_>>().join(", ")).unwrap_or_default();
    Refusal::bad_input(
        format!("Kravet {id} har inget värde som heter {name}."),
        format!("{id} has no value named {name}."),
    )
    .hint(format!("Värdena heter {all}."), format!("Its values are {all}."))
}

/// In the labels that the officer sees; the codes are for files.
fn misfit(entry: Option<&Entry>, name: &ParameterName, what: &Bilingual) -> Refusal {
    let label = Bilingual::each(|language| {
        let label = entry.and_then(|entry| entry.text.of(language).parameters.get(name));
        label.cloned().unwrap_or_else(|| name.to_string())
    });
    let options = entry.and_then(|entry| entry.options_of(name));
    let what = options.as_ref().map_or_else(
        || what.clone(),
        |all| Bilingual::new(format!("välj bland {}", all.sv), format!("choose among {}", all.en)),
    );
    let refusal = Refusal::bad_input(
        format!("”{}” passar inte: {}.", label.sv, what.sv),
        format!("“{}” does not fit: {}.", label.en, what.en),
    );
    let parameter = entry.and_then(|entry| entry.rules.parameters.get(name));
    let codes = parameter.map(Parameter::listed).unwrap_or_default();
    match &*codes {
        "" => refusal.codes(format!("Värdet heter {name}."), format!("The value is named {name}.")),
        codes => refusal.codes(
            format!("Värdet heter {name} och kan vara {codes}."),
            format!("The value is named {name} and can be {codes}."),
        ),
    }
}
