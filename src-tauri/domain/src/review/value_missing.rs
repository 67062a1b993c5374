//! G06. What the text needs and nobody has filled in, a value or a reason; what may only hold the place of one; and a value
//! that the officer's own text no longer says.

use super::finding::{Case, Finding, Passage, Severity};
use super::own_words::own_duties;
use super::rule::Rule;
use super::undefined_award_criterion::is_criterion;
use super::vague_labour_terms::{is_annex, is_awaited, is_directive_governed};
use super::view::{Ground, Stands, View};
use crate::catalogue::check_words::slots;
use crate::catalogue::entry::Duty;
use crate::catalogue::id::ParameterName;
use crate::catalogue::parameter::{ParameterKind, ParameterValue};
use crate::format;
use crate::requirements::placeholder;
use crate::requirements::values::{Filled, is_wanted, missing};
use crate::text::Bilingual;
use crate::wording::finding::{Lines, Span};

/// What is found when a requirement would be printed with a gap. Award criteria have a rule of their own, and
/// so have labour terms that wait for their levels, and their annex where the law demands that levels are stated.
pub fn check(view: &View<'_>) -> Vec<Finding> {
    let others = view.standing.iter().filter(|stands| !is_criterion(stands) && !is_awaited(stands, view));
    let unsaid = view.standing.iter().filter_map(|stands| unsaid(stands, view));
    let written = view.standing.iter().flat_map(|stands| placeholders(stands, view));
    let doubtful = view.standing.iter().filter_map(|stands| doubtful(stands, view));
    let unreasoned = view.standing.iter().filter_map(|stands| unreasoned(stands, view));
    others
        .flat_map(|stands| findings(stands, view))
        .chain(unsaid)
        .chain(written)
        .chain(doubtful)
        .chain(unreasoned)
        .collect()
}

/// The officer's own duties that have something in place of what is to be written.
fn placeholders(stands: &Stands<'_>, view: &View<'_>) -> Vec<Finding> {
    let duties = own_duties(stands.entry, view).into_iter().enumerate();
    duties.filter_map(|(duty, text)| placeholder(stands, view, duty, &text)).collect()
}

fn placeholder(stands: &Stands<'_>, view: &View<'_>, duty: usize, text: &str) -> Option<Finding> {
    let place = placeholder::in_wording(text)?;
    let start = text[..place.start].chars().count();
    let span = Span { start, end: start + text[place].chars().count() };
    let words = Lines::of(text).words(span);
    let draft = view.about(stands, Rule::ValueMissing, "placeholder", Severity::Stop);
    let quoted = Bilingual::each(|language| format::quoted(&words, language));
    let finding = draft.with("words", quoted).on(Ground::Law("principles"));
    let case = Case::from(format!("placeholder: {}", words.to_lowercase()));
    Some(Finding { case, passage: Some(Passage { duty, span, words, replacement: None }), ..finding })
}

/// Values with dots or brackets among their words. Nobody but the officer can tell text from what is lacking, so a reason is
/// enough.
fn doubtful(stands: &Stands<'_>, view: &View<'_>) -> Option<Finding> {
    let values = &stands.active.values;
    let is_doubtful = |(name, filled): &(&ParameterName, &Filled)| {
        let doubtful = match &filled.value {
            Some(ParameterValue::Text(text)) => placeholder::is_doubtful(text),
            Some(ParameterValue::Table(rows)) => {
                rows.iter().flatten().any(|cell| placeholder::is_doubtful(cell))
            }
            _ => false,
        };
        doubtful && !filled.is_to_be_written() && is_wanted(name, stands.entry, values, view.facts())
    };
    let doubtful: Vec<&ParameterName> = values.iter().filter(is_doubtful).map(|(name, _)| name).collect();
    let draft = view.about(stands, Rule::ValueMissing, "doubtful", Severity::Stop);
    let draft = draft.with("values", stands.labels(&doubtful)).values(&doubtful);
    (!doubtful.is_empty()).then(|| draft.on(Ground::Law("principles")))
}

/// A requirement that nobody has written the reason for: an own one, since the catalogue's have theirs.
fn unreasoned(stands: &Stands<'_>, view: &View<'_>) -> Option<Finding> {
    let draft = view.about(stands, Rule::ValueMissing, "motive", Severity::Info);
    stands.entry.text.sv.motive.trim().is_empty().then(|| draft.on(Ground::GoodOrder))
}

/// What the catalogue's duties name and the officer's own do not: the rest of the requirement may still speak of it.
fn unsaid(stands: &Stands<'_>, view: &View<'_>) -> Option<Finding> {
    let requirement = view.project.requirement(&stands.entry.id)?;
    let own = &requirement.own_wording;
    let said: Vec<&str> = own.iter().flat_map(|duty| slots(duty)).collect();
    let says = |duty: &Duty, name: &ParameterName| slots(&duty.text).contains(&name.as_str());
    let named = |name: &&ParameterName| requirement.entry.text.sv.duties.iter().any(|duty| says(duty, name));
    let parameters = requirement.entry.rules.parameters.iter();
    let listed = parameters.filter(|(_, p)| p.kind == ParameterKind::Multi).map(|(name, _)| name);
    let gone: Vec<&ParameterName> =
        listed.filter(named).filter(|name| !said.contains(&name.as_str())).collect();
    if own.is_empty() || gone.is_empty() {
        return None;
    }
    let labels = Bilingual::each(|language| {
        let texts = &requirement.entry.text.of(language).parameters;
        let labels = gone.iter().filter_map(|name| texts.get(*name));
        format::list(&labels.map(|label| format::quoted(label, language)).collect::<Vec<_>>(), language)
    });
    let draft = view.about(stands, Rule::ValueMissing, "unsaid", Severity::Warning);
    Some(draft.with("values", labels).on(Ground::GoodOrder))
}

/// What is not filled in, and rows of the annex of pay that say no pay: those are filled in, and are told of by themselves.
fn findings(stands: &Stands<'_>, view: &View<'_>) -> Vec<Finding> {
    let mut lacking = missing(stands.entry, &stands.active.values, view.facts());
    lacking.retain(|name| !(is_annex(stands, name) && is_directive_governed(view)));
    let has_rows =
        |name: &&ParameterName| is_annex(stands, name) && stands.active.values[*name].value.is_some();
    let (rows, lacking): (Vec<_>, Vec<_>) = lacking.into_iter().partition(has_rows);
    let told = [("fill_in", lacking), ("rows", rows)].into_iter().filter(|(_, names)| !names.is_empty());
    told.map(|(case, names)| {
        let draft = view.about(stands, Rule::ValueMissing, case, Severity::Stop);
        let draft = draft.with("values", stands.labels(&names)).values(&names).on_gaps(true);
        draft.on(Ground::Law("principles"))
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use crate::assess::assess;
    use crate::edit::Edit;
    use crate::review::rule::Rule;
    use crate::review::try_out::{
        CATALOGUE, answering, choosing, codes, doing, example, setting, signature, with_words, words,
    };
    use serde_json::json;

    #[test]
    fn a_requirement_says_why_it_is_set() {
        let visits = choosing(&example("stadning"), &["emp-study-visit"]);
        let unreasoned = with_words(visits, "emp-study-visit", |words| words.motive.clear());
        assert_eq!(codes(&unreasoned, "G06"), ["G06 motive requirement emp-study-visit info"]);
    }

    #[test]
    fn a_gap_in_the_text_is_a_stop_that_names_what_to_fill_in() {
        let system = choosing(&example("it-system"), &["acc-ict"]);
        assert_eq!(codes(&system, "G06"), ["G06 fill_in requirement acc-ict stop"]);
        assert!(words(&system, "G06").contains("delar som omfattas"), "{}", words(&system, "G06"));
        // What the test before acceptance tries stands in the annex.
        let parts = setting(&system, "acc-ict", "parts", &json!(["web"]));
        assert!(words(&parts, "G06").contains("uppgifter som användarna ska kunna slutföra"));
        let tasks = json!([["Söka och läsa ett beslut", "Allmänheten"]]);
        assert!(codes(&setting(&parts, "acc-ict", "tasks", &tasks), "G06").is_empty());
    }

    /// Other duties and the proof speak of "the functions stated".
    #[test]
    fn an_own_text_that_no_longer_names_a_list_is_told() {
        let clothes = setting(
            &choosing(&example("arbetsklader"), &["acc-product"]),
            "acc-product",
            "functions",
            &json!(["fit"]),
        );
        let written = |duty: &str| {
            let duties = Some(vec![duty.to_owned()]);
            doing(&clothes, &Edit::Reword { entry: "acc-product".into(), duties })
        };
        let gone = written("Kläderna ska finnas i storlekar för all personal.");
        assert_eq!(codes(&gone, "G06"), ["G06 unsaid requirement acc-product warning"]);
        assert!(words(&gone, "G06").contains("funktioner som omfattas"), "{}", words(&gone, "G06"));
        assert!(codes(&written("Kläderna ska klara {functions}."), "G06").is_empty());
    }

    #[test]
    fn a_value_that_only_holds_the_place_of_one_is_not_filled_in() {
        let terms = |agreement: &str| {
            let answer = json!({ "q17": { "pay_level": "yes", "levels": ["pay"], "agreement": agreement,
                "agreement_valid_to": "2031-12-31" } });
            let terms = choosing(&answering(example("stadning"), &answer), &["lab-terms-duty"]);
            words(&terms, "G06").contains("kollektivavtal som nivåerna kommer från")
        };
        assert!(terms("fylls i av handläggaren") && terms("[avtal]") && terms("XX"));
        assert!(!terms("Serviceentreprenadavtalet"));
    }

    #[test]
    fn dots_and_brackets_among_the_words_of_a_value_are_asked_about_and_a_reason_is_enough() {
        let asked = |languages: &str| {
            let project = choosing(&example("byggtjanster"), &["lab-info"]);
            let project = setting(&project, "lab-info", "languages", &json!(languages));
            let found = assess(&project, &CATALOGUE, signature().on).findings.into_iter();
            let found = found.filter(|finding| finding.rule == Rule::ValueMissing);
            found.map(|finding| (finding.case.as_str().to_owned(), finding.to_fill_in)).collect::<Vec<_>>()
        };
        assert_eq!(asked("svenska … engelska"), [("doubtful".to_owned(), false)]);
        assert_eq!(asked("svenska [engelska]"), [("doubtful".to_owned(), false)]);
        assert_eq!(asked("svenska och engelska"), []);
        for nothing in ["<språk>", "0", "x", "kompletteras", "svenska …"] {
            assert_eq!(asked(nothing), [("fill_in".to_owned(), true)], "{nothing}");
        }
    }

    #[test]
    fn what_is_doubtful_in_a_table_is_asked_about_too() {
        let asked = |trade: &str| {
            let project = choosing(&example("byggtjanster"), &["lab-terms-voluntary"]);
            let rows = json!([[trade, "150", "timme"]]);
            codes(&setting(&project, "lab-terms-voluntary", "pay_table", &rows), "G06")
        };
        let doubtful = |codes: Vec<String>| codes.iter().any(|code| code.starts_with("G06 doubtful"));
        assert!(doubtful(asked("Städare … natt")) && !doubtful(asked("Städare natt")));
    }

    #[test]
    fn an_own_text_that_is_not_finished_is_a_stop_that_points_it_out() {
        let chosen = choosing(&example("stadning"), &["emp-study-visit"]);
        let duties = ["Leverantören ska ta emot XX besök.", "Besöken ska vara klara [datum]."];
        let duties = Some(duties.map(str::to_owned).into());
        let project = doing(&chosen, &Edit::Reword { entry: "emp-study-visit".into(), duties });
        let found = codes(&project, "G06");
        let stop = |words| format!("G06 placeholder: {words} requirement emp-study-visit stop");
        assert_eq!(found, [stop("xx"), stop("[datum]")]);
    }

    #[test]
    fn an_answer_that_means_none_or_not_known_fills_in_nothing() {
        let apprentice = choosing(&example("byggtjanster"), &["emp-apprentice"]);
        let asks = |trades| {
            words(&answering(apprentice.clone(), &json!({ "q13": trades })), "G06").contains("yrken")
        };
        assert!(!asks(json!(["building", "painting"])));
        assert!(asks(json!(["none"])) && asks(json!({ "unknown": "driften" })));
    }

    #[test]
    fn a_value_that_no_duty_needs_is_not_asked_for() {
        let answers = json!({ "q17": { "pay_level": "yes", "levels": ["pay"], "agreement": "Avtalet",
            "agreement_valid_to": "2027-12-31" } });
        let terms = choosing(&answering(example("stadning"), &answers), &["lab-terms-duty"]);
        let found = codes(&terms, "G06");
        assert!(!found.contains(&"G06 fill_in requirement lab-terms-duty stop".to_owned()), "{found:?}");
    }
}
