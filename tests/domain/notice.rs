//! The notice fields: what the officer is given to type in, for one small project after the other.

use std::sync::Arc;

use crate::support::{SHIPPED, TODAY, apply, project, root};
use domain::assess::assess;
use domain::catalogue::Catalogue;
use domain::catalogue::entry::EntryText;
use domain::catalogue::parameter::ParameterValue;
use domain::edit::Edit;
use domain::notice::eforms::{Eforms, Term};
use domain::notice::{ChosenCode, Content, Fit, Lot, NoticeField, NoticeFields, NoticeText, fields};
use domain::project::Project;
use domain::text::Language;
use serde_json::{Value, json};

/// A project under the directive with these answers and requirements; what the requirements need comes along.
fn made(facts: Value, entries: &[&str]) -> Project {
    let mut facts = facts;
    facts["procurement"]["value_sek"] = json!(20_000_000);
    facts["procurement"]["nature"] = json!("services");
    facts["procurement"]["cpv"] = json!(["90910000"]);
    let project = project(serde_json::from_value(facts).unwrap());
    entries.iter().fold(project, |project, id| {
        apply(&project, &Edit::Choose { entry: (*id).into() }, &SHIPPED).unwrap()
    })
}

fn notice(project: &Project, catalogue: &Catalogue) -> NoticeFields {
    fields(project, &assess(project, catalogue, TODAY))
}

/// As an officer types it in: "BT-06 soc-obj".
fn typed_in(field: &NoticeField) -> String {
    let content = match &field.content {
        Content::Codes(codes) => codes.iter().map(|c| c.item.code.as_str()).collect::<Vec<_>>().join(" "),
        Content::Text(text) => format!("”{}”", text.sv.lines.join(" | ")),
        Content::Number(number) => number.to_string(),
        Content::Left => "–".to_owned(),
    };
    format!("{} {content}", field.term)
}

fn of_lot(notice: &NoticeFields, lot: usize) -> Vec<String> {
    notice.procedure.iter().chain(&notice.lots[lot].fields).map(typed_in).collect()
}

/// The fields that are to be there, each as it is typed in; a field that ends in "…" only begins so.
#[track_caller]
fn check(facts: Value, entries: &[&str], expected: &[&str]) {
    let notice = notice(&made(facts, entries), &SHIPPED);
    assert_eq!(notice.lots.len(), 1);
    check_fields(&of_lot(&notice, 0), expected);
}

#[track_caller]
fn check_fields(fields: &[String], expected: &[&str]) {
    let same = |(field, wanted): (&String, &&str)| match wanted.strip_suffix('…') {
        Some(start) => field.starts_with(start),
        None => field == wanted,
    };
    let all = fields.len() == expected.len() && fields.iter().zip(expected).all(same);
    assert!(all, "{}", fields.join("\n"));
}

const NO_RESERVATION: [&str; 2] = ["BT-71 none", "BT-736 no"];

#[test]
fn without_requirements_the_aim_is_none_and_never_empty() {
    check(json!({}), &[], &["BT-06 none", "BT-754 –", "BT-71 none", "BT-736 no"]);
}

#[test]
fn employment_gives_the_social_aim_its_sentences_and_numbered_terms() {
    let notice = notice(&made(json!({}), &["emp-study-visit"]), &SHIPPED);
    check_fields(
        &of_lot(&notice, 0),
        &[
            "BT-06 soc-obj",
            "BT-777 ”Sysselsättningsmöjligheter för långtidsarbetslösa, missgynnade personer och/eller personer med \
             funktionsnedsättning: …",
            "BT-775 opp",
            "BT-754 –",
            "BT-71 none",
            "BT-736 no",
            "OPT-060 performance",
            "BT-70 ”K1 …",
        ],
    );
    let described = typed_in(&notice.lots[0].fields[1]);
    assert!(described.ends_with(" Se K1 i kravspecifikationen.”"), "{described}");
    let terms = typed_in(notice.lots[0].fields.last().unwrap());
    for companion in [" | K2 ", " | K3 ", " | K4 "] {
        assert!(terms.contains(companion), "{terms}");
    }
}

#[test]
fn objectives_are_the_union_each_with_the_requirements_behind_it() {
    // Both are about women and men; one is about jobs for all, whatever their origin, too.
    let notice = notice(&made(json!({}), &["eq-needs", "eq-recruit"]), &SHIPPED);
    let objectives: Vec<(&str, &[usize])> =
        notice.lots[0].objectives.iter().map(|o| (&*o.code.item.code, &*o.code.from)).collect();
    assert_eq!(objectives, [("gen-eq", &[1, 2][..]), ("et-eq", &[1])]);
    let described = typed_in(&notice.lots[0].fields[1]);
    assert_eq!(described.matches(" | ").count(), 1, "{described}");
}

/// A training in meeting everybody alike is about sex and origin. That it takes up disabilities makes nothing accessible.
#[test]
fn a_topic_of_a_training_is_no_objective_of_the_procurement() {
    let notice = notice(&made(json!({}), &["eq-conduct"]), &SHIPPED);
    let objectives: Vec<&str> = notice.lots[0].objectives.iter().map(|o| &*o.code.item.code).collect();
    assert_eq!(objectives, ["gen-eq", "et-eq"]);
}

/// Whatever is chosen, an objective says what it is about, and not only where that stands.
#[test]
fn no_objective_is_told_as_a_number_alone() {
    let chosen: Vec<&str> = SHIPPED.offered().map(|entry| entry.id.as_str()).collect();
    for one in chosen {
        let notice = notice(&made(json!({}), &[one]), &SHIPPED);
        let described = notice.lots[0].fields.iter().find(|field| field.term == Term::Bt777).map(typed_in);
        let bare = described.unwrap_or_default().split(" | ").any(|line| line.contains(": Se K"));
        assert!(!bare, "{one}");
    }
}

#[test]
fn a_term_has_the_heading_that_it_has_in_the_specification() {
    let notice = notice(&made(json!({}), &["lab-ilo"]), &SHIPPED);
    let field = notice.lots[0].fields.iter().find(|field| field.term == Term::Bt70).unwrap();
    let Content::Text(text) = &field.content else { panic!("{field:?}") };
    let lines = &text.of(Language::Sv).lines;
    assert_eq!(lines[0], "K1 ILO:s kärnkonventioner där svensk arbetsrätt inte gäller.");
    assert!(lines.iter().any(|line| line.ends_with(" Kontaktpersoner och bevis.")), "{lines:#?}");
}

/// Work abroad is about conditions of work and about human rights: one sentence, under the first, and a number under both.
#[test]
fn a_requirement_of_two_objectives_says_its_sentence_once() {
    let notice = notice(&made(json!({}), &["lab-ilo"]), &SHIPPED);
    let described = typed_in(&notice.lots[0].fields[1]);
    let counted = ["svensk arbetsrätt inte gäller", "Se K"].map(|words| described.matches(words).count());
    assert_eq!(counted, [1, 2], "{described}");
}

#[test]
fn a_specification_about_accessibility_is_told_whatever_was_answered() {
    let nobody = json!({ "answers": { "q22": ["nobody"] } });
    let fields = of_lot(&notice(&made(nobody, &["acc-service"]), &SHIPPED), 0);
    assert!(fields.contains(&"BT-754 inc".to_owned()), "{fields:?}");
}

/// The specification then says nothing of disability, and so neither may the notice.
#[test]
fn sizes_and_fit_alone_are_not_told_as_accessibility() {
    let told = |functions: &[&str]| {
        let project = made(json!({ "answers": { "q22": ["public"] } }), &["acc-product"]);
        let value = Some(ParameterValue::List(functions.iter().map(ToString::to_string).collect()));
        let entry = "acc-product".into();
        let edit = Edit::SetParameter { entry, parameter: "functions".into(), value };
        let notice = notice(&apply(&project, &edit, &SHIPPED).unwrap(), &SHIPPED);
        let field = notice.lots[0].fields.iter().find(|field| field.term == Term::Bt754).unwrap();
        (typed_in(field), field.why.sv.clone())
    };
    let (field, why) = told(&["fit"]);
    assert_eq!(field, "BT-754 –");
    assert!(why.starts_with("K1 gäller storlekar och passform, inte funktionsnedsättning."), "{why}");
    assert_eq!(told(&["fit", "grip"]).0, "BT-754 inc");
}

#[test]
fn a_term_about_accessibility_is_no_specification() {
    let public = json!({ "answers": { "q22": ["public"] } });
    let notice = notice(&made(public, &["acc-passage"]), &SHIPPED);
    let fields = of_lot(&notice, 0);
    assert!(
        fields.contains(&"BT-775 acc-all".to_owned()) && fields.contains(&"BT-754 –".to_owned()),
        "{fields:?}"
    );
    let field = notice.lots[0].fields.iter().find(|field| field.term == Term::Bt754).unwrap();
    assert!(field.why.sv.starts_with("Människor ska använda det som köps"), "{}", field.why.sv);
}

#[test]
fn what_nobody_uses_needs_no_accessibility() {
    let [participation, execution] = NO_RESERVATION;
    let nobody = json!({ "answers": { "q22": ["nobody"] } });
    check(nobody, &[], &["BT-06 none", "BT-754 n-inc", participation, execution]);
}

#[test]
fn special_reasons_are_given_as_the_officer_wrote_them() {
    let [participation, execution] = NO_RESERVATION;
    let answers = |reason: &str| {
        let why = json!({ "special_reasons": "yes", "reason": reason });
        json!({ "answers": { "q22": ["staff"], "q25": why } })
    };
    check(
        answers("Bara två tekniker\nnår utrymmet."),
        &[],
        &[
            "BT-06 none",
            "BT-754 n-inc-just",
            "BT-755 ”Bara två tekniker når utrymmet.”",
            participation,
            execution,
        ],
    );
    check(answers(" "), &[], &["BT-06 none", "BT-754 n-inc-just", "BT-755 –", participation, execution]);
}

/// The fields about reservation.
#[track_caller]
fn check_reservation(entry: &str, expected: &[&str]) {
    let notice = notice(&made(json!({}), &[entry]), &SHIPPED);
    let reservation =
        |field: &String| ["BT-71 ", "BT-736 ", "BT-300 "].iter().any(|term| field.starts_with(term));
    let fields: Vec<String> = of_lot(&notice, 0).into_iter().filter(reservation).collect();
    check_fields(&fields, expected);
}

#[test]
fn a_reservation_has_its_code_or_is_told_in_words() {
    check_reservation("res-418", &["BT-71 res-ws", "BT-736 no"]);
    check_reservation("res-execution", &["BT-71 none", "BT-736 yes"]);
    check_reservation("res-1925", &["BT-71 res-pub-ser", "BT-736 no"]);
    check_reservation(
        "res-1925a",
        &["BT-71 –", "BT-736 no", "BT-300 ”Deltagandet är reserverat för idéburna organisationer …"],
    );
}

#[test]
fn a_reserved_lot_is_reserved_alone() {
    let lots = json!({ "procurement": { "lots": ["Fönsterputs", "Golvvård"] } });
    let reserved = made(lots, &["res-lot"]);
    let set = |value: &str| Edit::SetParameter {
        entry: "res-lot".into(),
        parameter: "lot".into(),
        value: Some(serde_json::from_value(json!(value)).unwrap()),
    };
    let reserved = apply(&reserved, &set("Fönsterputs"), &SHIPPED).unwrap();
    let notice = notice(&reserved, &SHIPPED);
    let [one, others] = &notice.lots[..] else { panic!("{}", notice.lots.len()) };
    assert!(matches!(&one.lot, Lot::Named(name) if name.sv == "Fönsterputs" && name.en == "Fönsterputs"));
    assert_eq!(others.lot, Lot::Others);
    check_fields(
        &of_lot(&notice, 0),
        &["BT-06 soc-obj", "BT-777 …", "BT-775 opp", "BT-754 –", "BT-71 res-ws", "BT-736 no"],
    );
    check_fields(&of_lot(&notice, 1), &["BT-06 none", "BT-754 –", "BT-71 none", "BT-736 no"]);
}

#[test]
fn a_reservation_of_a_lot_without_a_name_asks_for_it() {
    let notice = notice(&made(json!({}), &["res-lot"]), &SHIPPED);
    assert!(matches!(&notice.lots[0].lot, Lot::Named(name) if name.sv.starts_with("[fyll i: ")));
}

#[test]
fn an_award_criterion_has_name_text_and_weight() {
    let notice = notice(&made(json!({}), &["acc-award"]), &SHIPPED);
    let fields: Vec<&NoticeField> = notice.lots[0].fields.iter().filter(|f| f.of.is_some()).collect();
    let typed: Vec<String> = fields.iter().map(|field| typed_in(field)).collect();
    check_fields(
        &typed,
        &[
            "BT-539 quality",
            "BT-734 ”Tilldelning: användbarhet för alla”",
            "BT-540 ”Anbuden ska bedömas efter …",
            "BT-541 10",
            "BT-5421 per-exa",
        ],
    );
    assert_eq!(fields[0].of.as_ref().unwrap().sv, "K1 Tilldelning: användbarhet för alla");
}

#[test]
fn a_criterion_without_weight_leaves_the_weight_to_the_officer() {
    let fields = of_lot(&notice(&made(json!({}), &["emp-award-months"]), &SHIPPED), 0);
    assert!(fields.contains(&"BT-541 –".to_owned()), "{fields:?}");
    assert!(!fields.iter().any(|field| field.starts_with("BT-5421")), "{fields:?}");
}

#[test]
fn selection_criteria_and_exclusion_grounds_stand_in_full() {
    let notice = notice(&made(json!({}), &["acc-competence", "lab-exclusion"]), &SHIPPED);
    let typed: Vec<String> = of_lot(&notice, 0)
        .into_iter()
        .filter(|f| ["BT-6", "BT-806", "BT-821", "BT-809", "BT-750"].iter().any(|term| f.starts_with(term)))
        .collect();
    check_fields(
        &typed,
        &[
            "BT-806 epo-notice",
            "BT-67(a) exg-mis-bre-env-law exg-mis-bre-soc-law exg-mis-bre-lab-law",
            "BT-67(b) ”Beställaren får utesluta en leverantör …",
            "BT-821 epo-notice",
            "BT-809 slc-abil-staff-qual",
            "BT-750 ”Anbudsgivaren ska …",
        ],
    );
    let procedure = [Term::Bt806, Term::Bt67a, Term::Bt67b];
    assert!(notice.procedure.iter().all(|field| procedure.contains(&field.term)));
}

#[test]
fn a_text_with_something_left_to_fill_in_says_so() {
    let why = |entry: &str| {
        let notice = notice(&made(json!({}), &[entry]), &SHIPPED);
        let field =
            notice.lots[0].fields.iter().find(|f| matches!(f.term, Term::Bt540 | Term::Bt750)).unwrap();
        field.why.sv.clone()
    };
    assert_eq!(
        why("acc-competence"),
        "Hela texten i K1. Något är inte ifyllt i kravet. Fyll i det innan du kopierar texten."
    );
    assert_eq!(
        why("emp-award-months"),
        "Hela texten i K1. Den som läser annonsen ska kunna se vad som krävs."
    );
}

// ---- Limits

/// The terms when the first of them is as long as this, in letters that are several bytes each.
fn terms_with(length: usize) -> (NoticeText, NoticeText) {
    let mut catalogue = SHIPPED.clone();
    let entry = Arc::make_mut(catalogue.entries.get_mut("emp-study-visit").unwrap());
    entry.rules.requires.clear();
    let long = |text: &mut EntryText, letters: &str| {
        text.notice_term = letters.chars().cycle().take(length).collect();
    };
    let words = &mut entry.text;
    long(&mut words.sv, "åäöÅÄÖé–”");
    "Short.".clone_into(&mut words.en.notice_term);
    let chosen =
        apply(&made(json!({}), &[]), &Edit::Choose { entry: "emp-study-visit".into() }, &catalogue).unwrap();
    let notice = notice(&chosen, &catalogue);
    let field = notice.lots[0].fields.iter().find(|field| field.term == Term::Bt70).unwrap();
    let Content::Text(text) = &field.content else { panic!("{field:?}") };
    (text.of(Language::Sv).clone(), text.of(Language::En).clone())
}

#[test]
fn a_text_near_its_limit_says_so_and_one_over_it_points_to_the_specification() {
    // "K1 " is counted too, and so is the line that tells where the terms stand.
    let pointer = "Se avsnittet Särskilda kontraktsvillkor i kravspecifikationen.";
    let terms_of = |length: usize| terms_with(length - "K1 ".len() - "\n".len() - pointer.chars().count());
    let (text, english) = terms_of(5_499);
    assert_eq!((text.length(), text.fit, english.fit), (5_499, Fit::Whole, Fit::Whole));
    let (text, english) = terms_of(5_500);
    assert_eq!((text.length(), text.fit, english.fit), (5_500, Fit::Near, Fit::Whole));
    let (text, _) = terms_of(6_000);
    assert_eq!((text.length(), text.fit), (6_000, Fit::Near));
    let (text, english) = terms_of(6_001);
    assert_eq!(text.lines, [pointer]);
    assert_eq!((text.fit, english.fit), (Fit::Shortened, Fit::Whole));
}

#[test]
fn no_text_is_longer_than_its_field_when_everything_is_demanded() {
    let all = SHIPPED.offered().map(|entry| entry.id.as_str()).collect::<Vec<_>>();
    let notice = notice(&made(json!({}), &all), &SHIPPED);
    let fields = notice.lots.iter().flat_map(|lot| &lot.fields).chain(&notice.procedure);
    let mut shortened = Vec::new();
    for field in fields {
        let Content::Text(text) = &field.content else { continue };
        for text in [&text.sv, &text.en] {
            assert_eq!(text.limit, SHIPPED.eforms.limit(field.term));
            assert!(text.text().chars().count() <= text.limit, "{}", field.term);
            assert!(!text.text().contains('{'), "{}", text.text());
        }
        shortened.extend((text.sv.fit == Fit::Shortened).then_some(field.term));
    }
    assert!(shortened.contains(&Term::Bt777), "{shortened:?}");
}

// ---- The official lists

#[test]
fn the_official_fields_and_lists_are_carried_whole() {
    let eforms = &SHIPPED.eforms;
    let counts = [
        ("accessibility", 3),
        ("award-criterion-type", 3),
        ("conditions", 1),
        ("contract-nature", 3),
        ("cpv-reserved-services-art77", 115),
        ("exclusion-ground", 31),
        ("notice-subtype", 51),
        ("number-weight", 7),
        ("reserved-execution", 3),
        ("reserved-procurement", 3),
        ("selection-criterion", 32),
        ("social-objective", 7),
        ("strategic-procurement", 4),
    ];
    for (list, count) in counts {
        assert_eq!(eforms.list(list).count(), count, "{list}");
    }
    assert_eq!(eforms.limit(Term::Bt70), 6_000);
    assert_eq!(eforms.limit(Term::Bt734), 400);
    assert_eq!(eforms.limit(Term::Bt300), 10_000);
    for term in Term::ALL {
        assert!(!eforms.label(*term).sv.is_empty() && !eforms.label(*term).en.is_empty(), "{term}");
    }
    assert_eq!(eforms.label(Term::Bt06).sv, "Syftet med strategisk upphandling");
}

/// A list or a field spoiled: the program does not start with it.
#[test]
fn a_spoiled_list_is_refused_and_named() {
    let fields = std::fs::read_to_string(root().join("assets/codes/eforms-terms.csv")).unwrap();
    let said =
        |fields: &str, lists: &[(&'static str, &str)]| Eforms::read(fields, lists).unwrap_err().text.sv;
    let list = |rows: &'static str| said(&fields, &[("conditions", rows)]);
    assert_eq!(list("code,sv,en\na,A,A\na,B,B\n"), "Annonsens kodlistor: conditions: a finns två gånger.");
    assert_eq!(list("code,sv,en\na,,A\n"), "Annonsens kodlistor: conditions: a saknar namn.");
    assert_eq!(list("code,sv,en\n"), "Annonsens kodlistor: conditions är tom.");
    assert_eq!(list("code,sv,en\na,A,A\n"), "Annonsens kodlistor: BT-06 saknas eller är ofullständigt.");
    let nameless = fields.replace("Syftet med strategisk upphandling", "");
    assert_eq!(said(&nameless, &[]), "Annonsens kodlistor: BT-06-Lot saknar namn.");
    let strange = Eforms::default().with_ocds("", "placement,ocds_strategy\nannonsen,x\n").unwrap_err();
    assert!(strange.text.sv.starts_with("ocds-placement-strategies.csv: "), "{}", strange.text.sv);
}

#[test]
fn every_requirement_has_official_codes_and_the_names_of_the_list() {
    let all = SHIPPED.offered().map(|entry| entry.id.as_str()).collect::<Vec<_>>();
    let notice = notice(&made(json!({}), &all), &SHIPPED);
    let objectives: Vec<&ChosenCode> =
        notice.lots.iter().flat_map(|lot| &lot.objectives).map(|o| &o.code).collect();
    for (code, label) in SHIPPED.eforms.list("social-objective") {
        let found = objectives.iter().find(|chosen| chosen.item.code == code);
        assert_eq!(found.map(|chosen| &chosen.item.label), Some(label), "{code}");
    }
}
