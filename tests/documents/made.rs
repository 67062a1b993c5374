//! What the documents of a project say, and what they keep to themselves.

use std::collections::HashSet;

use crate::support::odd::everywhere;
use crate::support::project::{
    CATALOGUE, EXAMPLES, KEPT, PRINTED, Printed, TODAY, doing, empty, everything, example, made,
    notice_fields, print, told, with,
};
use crate::support::read::read;
use documents::file::DocumentName;
use documents::front::Print;
use documents::model::{Block, Document, Field, FieldKind, Inline, Passage, Rich, Status};
use documents::sheet::Cell;
use documents::{
    decision_record, follow_up_plan, pdf, response_form, specification, supplier_guide, text, word,
};
use domain::assess::assess;
use domain::catalogue::parameter::ParameterValue;
use domain::edit::{Edit, FactEdit};
use domain::procurement::amount::{Months, Sek};
use domain::procurement::cpv::CpvCode;
use domain::project::Project;
use domain::requirements::recommend::Standing;
use domain::text::Language;

/// A document as it is pasted, with plain spaces.
fn said(document: &Document) -> String {
    text::render(document).replace('\u{a0}', " ")
}

#[test]
fn no_place_in_a_sentence_is_left_unfilled() {
    for Printed { name, document, .. } in PRINTED.iter() {
        let said = said(document);
        assert!(!said.contains('{'), "{name}: {said}");
    }
}

#[test]
fn a_requirement_has_the_same_number_in_every_document() {
    let project = example("byggtjanster");
    let heading = "K2 Studiebesök";
    for make in [specification::document, follow_up_plan::document, decision_record::document] {
        let said = said(&made(&project, make, Language::Sv));
        assert!(said.contains(heading), "{said}");
    }
    assert!(said(&made(&project, response_form::document, Language::Sv)).contains("K2\tStudiebesök"));
    assert!(said(&made(&project, supplier_guide::document, Language::Sv)).contains("K2\tStudiebesök."));
}

#[test]
fn the_plan_names_every_way_to_put_right_and_what_follows_when_nothing_else_does() {
    let plan = said(&made(&example("arbetsklader"), follow_up_plan::document, Language::Sv));
    for step in ["Rättelse (K3)", "Rättelse (K5)", "Rättelse (K9)", "Avtalets bestämmelser om avtalsbrott"]
    {
        assert!(plan.contains(step), "{step}: {plan}");
    }
}

#[test]
fn what_is_handed_in_once_has_its_day_in_the_plan_and_in_the_guide() {
    let project = example("arbetsklader");
    let plan = said(&made(&project, follow_up_plan::document, Language::Sv));
    assert!(plan.contains("2027-06-30\tSista dag för rapport: K6."), "{plan}");
    assert!(said(&made(&project, supplier_guide::document, Language::Sv)).contains("2027-06-30"));
}

#[test]
fn nobody_has_to_show_anything_when_the_contract_is_over() {
    for (name, after, last) in
        [("it-system", "2032-10-01", "2032-09-30"), ("arbetsklader", "2031-05-02", "2031-04-30")]
    {
        let plan = said(&made(&example(name), follow_up_plan::document, Language::Sv));
        assert!(!plan.contains(after) && plan.contains(&format!("{last}\tKontroll")), "{name}: {plan}");
    }
}

/// What is said in Swedish in a document in English.
fn swedish(document: &Document) -> Vec<String> {
    let inlines = document.sections.iter().flat_map(|section| &section.blocks).flat_map(rich);
    let told = inlines.chain(document.cover.iter().map(|row| &row.text)).flat_map(Rich::inlines);
    let told = told.filter_map(|inline| match inline {
        Inline::Swedish(text) => Some(text.clone()),
        _ => None,
    });
    told.collect()
}

#[test]
fn a_screen_reader_is_told_what_is_swedish_in_a_document_in_english() {
    let project = example("stadning");
    let in_language = |language| {
        let assessment = assess(&project, &CATALOGUE, TODAY);
        DocumentName::DecisionRecord.document(&project, &assessment, &print(language))
    };
    let english = in_language(Language::En);
    let told = swedish(&english);
    let written = serde_json::to_string(&english).unwrap();
    assert!(
        written.contains(r#"{"swedish":"Städning är en bransch i riskzonen."#),
        "why something was answered"
    );
    assert!(told.contains(&"Åsviks kommun".to_owned()), "{told:?}");
    let file = lopdf::Document::load_mem(&pdf::render(&english).unwrap()).unwrap();
    let elements = file.objects.values().filter_map(|object| object.as_dict().ok());
    let told = elements.filter(|it| it.has(b"Lang") && it.has(b"P")).count();
    assert!(told > 10, "the structure says so: {told}");
    assert!(swedish(&in_language(Language::Sv)).is_empty(), "nothing stands out where all is Swedish");
}

#[test]
fn extensions_are_spoken_of_only_where_the_contract_may_be_extended() {
    let firm = everything();
    let mut extended = everything();
    extended.procurement.option_months = Some(Months::new(12).unwrap());
    let mut unknown = everything();
    unknown.procurement.months = None;
    let told = ["förlängningar inte medräknade", "även vid förlängning", "förlängningar medräknade"];
    for (project, tells) in [(firm, false), (extended, true), (unknown, true)] {
        let said = said(&made(&project, specification::document, Language::Sv));
        assert!(told.iter().all(|words| said.contains(words) == tells), "{tells}: {said}");
    }
}

/// Nothing demands a notice of a social service under its limit: a purchase that is advertised all the same is not told as one
/// that has to be.
#[test]
fn what_is_advertised_by_choice_is_told_so() {
    let mut project = example("stadning");
    project.procurement.cpv = vec![CpvCode::read("85311100").unwrap()];
    project.procurement.value_sek = Some(Sek(2_000_000));
    project.procurement.advertised_anyway = true;
    for make in [specification::document, decision_record::document] {
        let said = said(&made(&project, make, Language::Sv));
        let told = "Annonseras av eget val enligt 19 kap. lagen (2016:1145) om offentlig upphandling, LOU";
        assert!(said.contains(told), "{said}");
        assert!(
            !said.to_lowercase().contains("annonspliktig") && !said.contains("men ni annonserar"),
            "{said}"
        );
    }
}

#[test]
fn what_is_told_once_for_all_is_not_told_under_each_requirement() {
    let printed = said(&made(&example("stadning"), specification::document, Language::Sv));
    assert!(printed.contains("Saknas raden Påföljd rättas en brist enligt K17."), "{printed}");
    assert!(
        printed.contains("Saknas raden Bevis i anbudet räcker det att anbudsgivaren bekräftar"),
        "{printed}"
    );
    assert!(!printed.contains("Påföljd: Rättelse enligt K17.\n"), "{printed}");
    assert!(!printed.contains("Bevis i anbudet: Inget."), "{printed}");
}

#[test]
fn places_are_checked_on_the_day_when_the_report_on_them_is_read() {
    let plan = said(&made(&example("stadning"), follow_up_plan::document, Language::Sv));
    assert!(plan.contains("2028-02-16\tRapporten läses: K15. Kontroll: K2, K3 och K16–K18."), "{plan}");
}

#[test]
fn the_guide_says_when_evidence_is_due_and_what_the_tender_has_to_show() {
    let cleaning = said(&made(&example("stadning"), supplier_guide::document, Language::Sv));
    assert!(cleaning.contains("Första bevis: Lämnas senast 2027-09-01 (K11), 2027-11-01 (K4"), "{cleaning}");
    assert!(cleaning.contains("ska ingå i anbudspriset"), "{cleaning}");
    let system = said(&made(&example("it-system"), supplier_guide::document, Language::Sv));
    assert!(system.contains("I anbudet: beskrivning av utbildning eller uppdrag"), "{system}");
    assert!(!system.contains("Prövas i anbudet"), "{system}");
}

#[test]
fn what_nobody_has_read_in_the_act_is_said_in_a_version_that_is_fixed_as_well() {
    let project = example("stadning");
    for status in [Status::draft("0.1"), Status::fixed("1.0")] {
        assert!(specified(&project, status, Language::Sv).contains("kontrollera (lag)"));
    }
}

#[test]
fn no_document_says_that_all_has_been_checked_beside_what_has_not() {
    let checked = "agrum kontrollerade 2026-11-25 mot lagtext i lydelse till och med 2025-09-01";
    let but = format!("{checked}, utom de som är märkta kontrollera.");
    for Printed { name, document, .. } in PRINTED.iter() {
        let said = said(document);
        let unread = said.contains(", kontrollera (");
        let whole = said.matches(checked).count() - said.matches(&but).count();
        assert!(!unread || whole == 0, "{name}: {said}");
    }
    assert!(said(&made(&empty(), specification::document, Language::Sv)).contains(&format!("{checked}.")));
}

#[test]
fn what_the_same_law_demands_of_subcontractors_is_told_as_law() {
    let record = said(&made(&example("stadning"), decision_record::document, Language::Sv));
    assert!(record.contains("Följer av lag, tillsammans med K5."), "{record}");
    assert!(record.contains("Följer av lag: 1 av de valda och 1 av dem som följer med."), "{record}");
}

#[test]
fn a_place_that_follows_what_is_invoiced_has_only_its_own_relief() {
    let less = "minskas antalet återstående platser";
    let printed = |name| said(&made(&example(name), specification::document, Language::Sv));
    assert!(!printed("byggtjanster").contains(less));
    assert!(printed("stadning").contains(less));
}

#[test]
fn a_tender_that_does_not_meet_a_selection_criterion_is_not_examined() {
    let printed = said(&made(&example("it-system"), specification::document, Language::Sv));
    assert!(printed.contains("Anbudet prövas inte om kravet inte är uppfyllt."), "{printed}");
    assert!(!printed.contains("ett antal per avtalsår"), "nothing is counted by year");
}

#[test]
fn suppliers_read_no_limit_that_is_still_to_be_checked() {
    let papers =
        [specification::document as fn(&_, &_, &_) -> _, response_form::document, supplier_guide::document];
    for name in EXAMPLES {
        let project = example(name);
        for make in papers {
            let said = said(&made(&project, make, Language::Sv)).to_lowercase();
            assert!(!said.contains("tillkännagivande"), "{name}");
        }
        let internal = said(&made(&project, decision_record::document, Language::Sv));
        assert!(
            internal.contains("Kontrollera det i regeringens tillkännagivande"),
            "{name}: the decision record says it"
        );
    }
}

#[test]
fn a_section_that_nobody_has_read_in_the_act_and_a_rule_of_thumb_are_printed_as_what_they_are() {
    let said = said(&made(&example("byggtjanster"), specification::document, Language::Sv));
    assert!(
        said.contains("Artikel 5 och 9 i dataskyddsförordningen (EU) 2016/679, kontrollera (lag)"),
        "{said}"
    );
    assert!(said.contains("Kontrollera: lagrummet ska läsas i lagen"), "{said}");
    assert!(said.contains("Beräkningen är en tumregel, inte lag."), "{said}");
}

#[test]
fn all_that_stands_is_counted_with_its_kind() {
    let said = said(&made(&example("byggtjanster"), specification::document, Language::Sv));
    assert!(said.contains("Därtill kommer"), "{said}");
    assert!(said.contains("Gemensamma villkor, K"), "{said}");
}

#[test]
fn an_empty_project_says_that_there_is_nothing_yet() {
    for (make, told) in [
        (response_form::document as fn(&_, &_, &_) -> _, "Det finns inget att svara på."),
        (supplier_guide::document, "Inga krav är valda än."),
        (follow_up_plan::document, "Det finns inget att följa upp."),
        (decision_record::document, "Inga krav är valda."),
    ] {
        let said = said(&made(&empty(), make, Language::Sv));
        assert!(said.contains(told), "{said}");
    }
}

// ---- Kravspecifikation

/// The project with a reason for each open Stop, fixed as a version.
/// The levels of the labour terms, and the languages that workers are told of them in.
fn filled_in(project: Project) -> Project {
    let text = |text: &str| ParameterValue::Text(text.to_owned());
    let row = ["Snickare", "190", "timme"].map(str::to_owned).into();
    let values = [
        ("lab-terms-voluntary", "agreement", text("Byggavtalet mellan Byggföretagen och Byggnads")),
        ("lab-terms-voluntary", "valid", text("2031-12-31")),
        ("lab-terms-voluntary", "holiday", text("25 dagar")),
        ("lab-terms-voluntary", "hours", text("40 timmar i veckan")),
        ("lab-terms-voluntary", "pay_table", ParameterValue::Table(vec![row])),
        ("lab-info", "languages", text("svenska")),
    ];
    values.into_iter().fold(project, |project, (entry, parameter, value)| {
        let (entry, parameter) = (entry.into(), parameter.into());
        doing(&project, &Edit::SetParameter { entry, parameter, value: Some(value) })
    })
}

fn fixed(project: &Project, version: &str) -> Project {
    let findings = assess(project, &CATALOGUE, TODAY).findings;
    let project =
        findings.iter().filter(|finding| finding.is_open_stop()).fold(project.clone(), |project, stop| {
            doing(&project, &Edit::Override { finding: stop.key(), reason: KEPT.into() })
        });
    doing(&project, &Edit::Fix { version: version.parse().unwrap(), documents: Vec::new() })
}

fn specified(project: &Project, status: Status, language: Language) -> String {
    let print = Print { status, ..print(language) };
    said(&specification::document(project, &assess(project, &CATALOGUE, TODAY), &print))
}

#[test]
fn a_new_version_tells_those_who_have_read_the_one_before_what_has_changed() {
    let first = fixed(&filled_in(example("byggtjanster")), "1.0");
    let sv = Language::Sv;
    assert!(
        !specified(&first, Status::fixed("1.0"), sv).contains("Ändringar sedan"),
        "nobody has read an earlier one"
    );
    assert!(specified(&first, Status::draft("1.1"), sv).contains("Inget krav har ändrats sedan version 1.0"));

    let visits = Some(ParameterValue::number(4.0));
    let edits = [
        Edit::SetParameter { entry: "emp-study-visit".into(), parameter: "visits".into(), value: visits },
        Edit::Remove { entry: "env-intro".into() },
        Edit::Choose { entry: "emp-career-talks".into() },
        Edit::Fact(FactEdit::Title("Bygg".into())),
        Edit::Fact(FactEdit::DecisionMaker("Nämnden".into())),
    ];
    let next = edits.iter().fold(first, |project, edit| doing(&project, edit));
    let told = |project: &Project, status| specified(project, status, sv);
    for text in [told(&next, Status::draft("1.1")), told(&fixed(&next, "2.0"), Status::fixed("2.0"))] {
        for line in [
            "2 Ändringar sedan version 1.0",
            "K11\tSkyddsintroduktion på ett språk som förstås\tUtgår. Numret används inte för något annat krav.",
            "K2\tStudiebesök\tNy lydelse: K2 a.",
            "Namn på upphandlingen",
        ] {
            assert!(text.contains(line), "{line}: {text}");
        }
        assert!(text.contains("\tNytt krav."), "{text}");
        assert_eq!(
            text.matches("Beslutsfattare").count(),
            1,
            "who decides stands on the cover alone: {text}"
        );
    }
    let english = specified(&next, Status::draft("1.1"), Language::En);
    assert!(
        english.contains("2 Changes since version 1.0") && english.contains("New wording: K2 a."),
        "{english}"
    );

    let third = doing(&fixed(&next, "2.0"), &Edit::Remove { entry: "emp-study-visit".into() });
    let text = told(&third, Status::draft("2.1"));
    assert!(text.contains("Har utgått tidigare: K11."), "{text}");
    assert!(text.contains("K2\tStudiebesök\tUtgår."), "{text}");
}

// ---- Svarsbilaga

/// All places to fill in, in reading order.
fn fields(document: &Document) -> Vec<&Field> {
    let blocks = document.sections.iter().flat_map(|section| &section.blocks);
    blocks
        .flat_map(rich)
        .flat_map(Rich::inlines)
        .filter_map(|inline| match inline {
            Inline::Field(field) => Some(field),
            _ => None,
        })
        .collect()
}

fn rich(block: &Block) -> Vec<&Rich> {
    match block {
        Block::Passage(Passage::Table(table)) | Block::WideTable(table) => {
            table.rows.iter().flatten().collect()
        }
        Block::Facts(facts) => facts.iter().map(|fact| &fact.text).collect(),
        Block::Requirement(requirement) => requirement.facts.iter().map(|fact| &fact.text).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn every_requirement_is_answered_once_and_each_field_has_a_name_of_its_own() {
    for project in [everything(), told()] {
        let document = made(&project, response_form::document, Language::Sv);
        let names: Vec<&str> = fields(&document).iter().map(|field| field.name.as_str()).collect();
        let apart: HashSet<&&str> = names.iter().collect();
        assert_eq!(apart.len(), names.len());
        for active in &assess(&project, &CATALOGUE, TODAY).active {
            let entry = CATALOGUE
                .entry(&active.entry)
                .or_else(|| project.requirement(&active.entry).map(|r| &*r.entry));
            let rules = &entry.unwrap().rules;
            let common = active.theme == domain::catalogue::theme::Theme::CommonTerms;
            let asked = !common && rules.placement != domain::catalogue::theme::Placement::ExclusionGround;
            assert_eq!(names.contains(&&*format!("K{}_answer", active.number)), asked, "{}", active.entry);
        }
    }
}

#[test]
fn what_is_asked_for_fits_the_kind_of_requirement() {
    let project = example("it-system");
    let document = made(&project, response_form::document, Language::Sv);
    let names: Vec<&str> = fields(&document).iter().map(|field| field.name.as_str()).collect();
    let ict = assess(&project, &CATALOGUE, TODAY).active_for(&"acc-ict".into()).unwrap().number;
    let of = |number: usize| -> Vec<&str> {
        let start = format!("K{number}_");
        names.iter().copied().filter(|name| name.starts_with(&start)).collect()
    };
    assert_eq!(
        of(ict),
        ["answer", "method", "known_faults", "attachments"].map(|key| format!("K{ict}_{key}"))
    );
    let term = assess(&example("byggtjanster"), &CATALOGUE, TODAY).active[0].number;
    let document = made(&example("byggtjanster"), response_form::document, Language::Sv);
    let accepted = fields(&document);
    let accepted: Vec<&&Field> =
        accepted.iter().filter(|field| field.name.starts_with(&format!("K{term}_"))).collect();
    assert!(matches!(accepted[..], [Field { kind: FieldKind::Choice(_), .. }]));
}

#[test]
fn the_names_of_fields_are_the_same_in_english_and_what_is_heard_is_not() {
    let [sv, en] = [Language::Sv, Language::En].map(|l| made(&told(), response_form::document, l));
    let pairs: Vec<(&Field, &Field)> = fields(&sv).into_iter().zip(fields(&en)).collect();
    assert!(pairs.iter().all(|(sv, en)| sv.name == en.name));
    let accept = pairs.iter().find(|(sv, _)| sv.name == "K1_answer").unwrap();
    assert!(accept.0.tooltip.ends_with("Accepterar ni villkoret?"), "{}", accept.0.tooltip);
    assert!(accept.1.tooltip.ends_with("Do you accept the condition?"), "{}", accept.1.tooltip);
}

#[test]
fn what_is_published_says_nothing_of_what_the_officer_thought() {
    let project = told();
    let internal =
        ["Inga varor köps.", KEPT, "fastighetsenheten och skolorna", "Inget på arbetsplatsen passar"];
    for make in
        [specification::document, response_form::document, supplier_guide::document, follow_up_plan::document]
    {
        let said = said(&made(&project, make, Language::Sv));
        for text in internal {
            assert!(!said.contains(text), "{text}: {said}");
        }
    }
    let record = said(&made(&project, decision_record::document, Language::Sv));
    for text in internal {
        assert!(record.contains(text), "{text}: {record}");
    }
}

// ---- Leverantörsstöd

#[test]
fn a_supplier_reads_two_pages_at_most() {
    for name in EXAMPLES {
        for language in [Language::Sv, Language::En] {
            let document = made(&example(name), supplier_guide::document, language);
            let pages = pdf::print(&document).unwrap().pages;
            assert!(pages <= 2, "{name} {language:?}: {pages}");
        }
    }
}

#[test]
fn the_officers_own_words_are_what_suppliers_are_told() {
    let said = said(&made(&told(), supplier_guide::document, Language::Sv));
    assert!(said.contains("besök om året på arbetsplatsförläggningsöversynsmöten"), "{said}");
}

#[test]
fn suppliers_are_told_the_numbers_that_are_known() {
    let told = |name: &str| said(&made(&example(name), supplier_guide::document, Language::Sv));
    let cleaning = told("stadning");
    for number in ["sammanlagt sex handledda praktikplatser", "sex språkträningsplatser", "Minst 80 procent"]
    {
        assert!(cleaning.contains(number), "{number}: {cleaning}");
    }
    let building = told("byggtjanster").replace('\u{a0}', " ");
    assert!(
        building.contains("för varje 8 000 000 kr exklusive moms som ni fakturerar, högst två platser"),
        "{building}"
    );
    for vague in ["bestämt antal", "bestämt belopp", "angiven andel"] {
        assert!(!cleaning.contains(vague) && !building.contains(vague), "{vague}");
    }
}

/// Whoever hands the list in the day before the work begins has read the guide and broken the term.
#[test]
fn suppliers_are_told_how_long_before_the_work_subcontractors_are_named() {
    let project = example("byggtjanster");
    let guide = |language| said(&made(&project, supplier_guide::document, language)).replace('\n', " ");
    let (sv, en) = (guide(Language::Sv), guide(Language::En));
    let told = "Underleverantörer anmäls senast 5 dagar innan arbetet börjar, nya 5 dagar innan de börjar.";
    assert!(sv.contains(told), "{sv}");
    assert!(
        en.contains("You name them at least 5 days before the work begins, or before a new one begins."),
        "{en}"
    );
}

#[test]
fn suppliers_are_told_how_to_reach_the_authority_and_when_tenders_are_due() {
    let mut project = example("byggtjanster");
    project.procurement.contact = "upphandling@asvik.example".into();
    project.procurement.tender_deadline = Some("2027-02-28".parse().unwrap());
    let guide = said(&made(&project, supplier_guide::document, Language::Sv));
    for told in ["Kontakt: upphandling@asvik.example", "2027-02-28: Sista dag för anbud"] {
        assert!(guide.contains(told), "{told}: {guide}");
    }
    let cover = said(&made(&project, specification::document, Language::Sv));
    assert!(cover.contains(", upphandling@asvik.example"), "{cover}");
}

/// The other documents speak of the supplier and the tenderer; the guide speaks to them.
#[test]
fn the_guide_says_you_throughout() {
    let others = [
        (Language::Sv, ["Leverantören ", "nbudsgivaren "]),
        (Language::En, ["The supplier ", "he tenderer "]),
    ];
    for project in EXAMPLES.map(example).into_iter().chain([everything()]) {
        for (language, others) in others {
            let guide = said(&made(&project, supplier_guide::document, language));
            let spoken_of = guide.lines().find(|line| others.iter().any(|other| line.contains(other)));
            assert_eq!(spoken_of, None);
        }
    }
}

#[test]
fn suppliers_are_told_of_no_duty_that_is_the_buyers() {
    let start = |make| {
        let said = said(&made(&example("stadning"), make, Language::Sv));
        said.lines().find(|line| line.contains("Avtalet börjar gälla")).unwrap().to_owned()
    };
    let guide = start(supplier_guide::document);
    assert!(guide.ends_with("Senast den dagen: K13 a"), "{guide}");
    assert!(
        start(follow_up_plan::document).ends_with("Senast den dagen: K13 a och K13 b."),
        "the buyer's own plan"
    );
}

#[test]
fn suppliers_are_told_what_waits_for_no_day() {
    let guide = |name: &str| said(&made(&example(name), supplier_guide::document, Language::Sv));
    let cleaning = guide("stadning");
    assert!(cleaning.contains("När vi begär det: K6, K9 och K10."), "{cleaning}");
    let evidence = cleaning.lines().find(|line| line.starts_with("Första bevis")).unwrap();
    assert_eq!(evidence.matches("K9").count(), 1, "{evidence}");
    let system = guide("it-system");
    for told in ["Före godkännandet av leveransen: K2 och K4.", "Med varje leverans: K3."] {
        assert!(system.contains(told), "{told}: {system}");
    }
    let clothes = guide("arbetsklader");
    let evidence = clothes.lines().find(|line| line.starts_with("Första bevis")).unwrap();
    assert!(!evidence.contains("K6"), "K6 has a last day of its own: {clothes}");
}

// ---- Delområden

/// Cleaning, in two lots with a framework agreement.
fn divided() -> Project {
    let mut project = example("stadning");
    project.procurement.framework = Some(true);
    project.procurement.lots = vec!["Norr".into(), "Söder".into()];
    project
}

#[test]
fn the_lots_are_named_in_what_suppliers_read_and_in_what_is_typed_into_the_notice() {
    let specification = said(&made(&divided(), specification::document, Language::Sv));
    assert!(specification.contains("Delområden: Norr och Söder."), "{specification}");
    assert!(specification.contains("räknas de tillsammans"), "{specification}");
    let mut shared = divided();
    shared.procurement.supplier_count = Some(3);
    let shared = said(&made(&shared, specification::document, Language::Sv));
    assert!(shared.contains("Ramavtal med sammanlagt tre leverantörer"), "{shared}");
    let form = said(&made(&divided(), response_form::document, Language::Sv));
    assert!(form.contains("Anbudet gäller Norr") && form.contains("Anbudet gäller Söder"), "{form}");
    let notice = said(&notice_fields(&divided(), Language::Sv));
    assert!(notice.contains("delområden: Norr och Söder."), "{notice}");
    assert!(!said(&made(&example("stadning"), specification::document, Language::Sv)).contains("elområde"));
}

#[test]
fn an_answer_that_was_proposed_and_is_confirmed_keeps_its_source() {
    let record = |project: &Project| said(&made(project, decision_record::document, Language::Sv));
    let cleaning = example("stadning");
    let share = "Hur stor del av priset är arbete?\t60–80 %\tFörslag som är bekräftat: Samkravs uppskattning, tumregel";
    assert!(record(&cleaning).contains(share), "{}", record(&cleaning));
    let other =
        serde_json::from_value(serde_json::json!({ "edit": "answer", "question": "q03", "answer": "20_40" }))
            .unwrap();
    let other = doing(&cleaning, &other);
    assert!(
        !record(&other).contains("Hur stor del av priset är arbete?\t20–40 %\tFörslag"),
        "{}",
        record(&other)
    );
}

/// What was proposed and what was found elsewhere are told apart, and no figure stands without its scale.
#[test]
fn the_record_says_which_requirements_were_recommended() {
    let recommended = example("stadning");
    let found = doing(&recommended, &Edit::Choose { entry: "emp-mentor".into() });
    let told = |project: &Project| {
        let record = said(&made(project, decision_record::document, Language::Sv));
        assert!(!record.contains("Poäng"), "{record}");
        ["Rekommenderat, valt av handläggaren.", "Valt av handläggaren."]
            .map(|how| record.matches(how).count())
    };
    let [by_score, by_hand] = told(&recommended);
    assert!(by_score > 0);
    assert_eq!(told(&found), [by_score, by_hand + 1]);
}

#[test]
fn a_training_takes_up_children_where_the_staff_meet_them() {
    let training = |meets: &[&str]| {
        let answer = serde_json::json!({ "edit": "answer", "question": "q31", "answer": meets });
        let asked = doing(&example("stadning"), &serde_json::from_value(answer).unwrap());
        let chosen = doing(&asked, &Edit::Choose { entry: "eq-conduct".into() });
        said(&made(&chosen, specification::document, Language::Sv))
    };
    let topic = "hur man bemöter barn och unga";
    assert!(training(&["public", "children"]).contains(topic));
    let others = training(&["public"]);
    assert!(others.contains("hur man bemöter alla lika") && !others.contains(topic), "{others}");
}

// ---- Uppföljningsplan

#[test]
fn the_plan_has_what_is_due_when_the_contract_starts_and_the_last_day_for_a_place_to_begin() {
    let plan = said(&made(&example("stadning"), follow_up_plan::document, Language::Sv));
    for told in [
        "2027-08-01\tAvtalet börjar gälla. Före den dagen: K1 c och K5 g. Senast den dagen: K13 a och K13 b.",
        "2031-07-31\tAvtalet slutar.",
        "2029-08-01\tSista dag för en plats att börja: K2 och K3.",
    ] {
        assert!(plan.contains(told), "{told}: {plan}");
    }
}

#[test]
fn the_plan_has_the_days_that_follow_from_the_start_of_the_contract() {
    let said = said(&made(&example("byggtjanster"), follow_up_plan::document, Language::Sv));
    for told in ["Mötet hålls senast 2027-10-15.", "planerad till 2027-09-01"] {
        assert!(said.contains(told), "{told}: {said}");
    }
}

#[test]
fn a_report_is_handed_in_on_the_day_of_its_term_and_read_after_it() {
    let project = example("byggtjanster");
    let of = |make| said(&made(&project, make, Language::Sv));
    let guide = of(supplier_guide::document);
    assert!(guide.contains("2028-03-15: Sista dag för den första redovisningen: K15"), "{guide}");
    assert!(!guide.contains("2028-03-16: Sista dag"), "no day that would be a day late: {guide}");
    let plan = of(follow_up_plan::document);
    for told in [
        "Lämnas senast 2028-03-15, läses 2028-03-16, därefter varje halvår",
        "2028-03-15\tSista dag för rapport: K15.",
        "2028-03-16\tRapporten läses: K15. Kontroll: K3 och K16–K19.",
    ] {
        assert!(plan.contains(told), "{told} is not in: {plan}");
    }
}

#[test]
fn the_plan_says_what_a_ground_for_exclusion_leads_to() {
    let project = with(example("stadning"), ["lab-exclusion".into()]);
    let plan = said(&made(&project, follow_up_plan::document, Language::Sv));
    let row = plan.lines().find(|line| line.contains("Uteslutning vid åsidosatta")).unwrap();
    assert!(
        row.contains("Inget. Uteslutningsgrunder prövas före tilldelning.\tLeverantören kan uteslutas"),
        "{row}"
    );
}

#[test]
fn the_plan_has_the_last_day_for_the_buyer_to_send_a_form() {
    let plan = |name| said(&made(&example(name), follow_up_plan::document, Language::Sv));
    let clothes = plan("arbetsklader");
    // Thirty days before 2027-11-01 is a Saturday.
    assert!(clothes.contains("2027-10-01\tSista dag för beställaren att skicka formulär: K2."), "{clothes}");
    assert!(clothes.contains("är flyttad till arbetsdagen före"), "{clothes}");
    assert!(!plan("it-system").contains("att skicka formulär"));
    for entry in CATALOGUE.offered() {
        let days = entry.rules.form_days_before.map(|days| format!("formuläret minst {days} dagar före"));
        let says = |words: &str| entry.text.sv.buyer_duties.iter().any(|duty| duty.contains(words));
        assert!(days.map_or(!says("formuläret minst"), |days| says(&days)), "{}", entry.id);
    }
}

#[test]
fn the_plan_says_how_days_for_reports_fall_only_where_something_is_handed_in() {
    for (name, told) in [("byggtjanster", true), ("arbetsklader", true), ("it-system", false)] {
        let plan = said(&made(&example(name), follow_up_plan::document, Language::Sv));
        assert_eq!(plan.contains("Sista dag för en rapport är"), told, "{name}: {plan}");
        assert!(plan.contains("på samma sätt."), "{name}: {plan}");
    }
}

#[test]
fn without_a_start_the_plan_counts_days_and_invents_no_date() {
    let mut project = example("byggtjanster");
    project.procurement.start = None;
    project.procurement.notice_date = None;
    let said = said(&made(&project, follow_up_plan::document, Language::Sv));
    assert!(said.contains("45 dagar efter start") && !said.contains("2027-"), "{said}");
}

#[test]
fn the_supplier_reports_numbers_in_the_plans_own_form() {
    let document = made(&example("byggtjanster"), follow_up_plan::document, Language::Sv);
    let names: Vec<&str> = fields(&document).iter().map(|field| field.name.as_str()).collect();
    assert_eq!(names[..5], ["report_supplier", "report_period", "report_by", "report_date", "K2_offered"]);
    let of_report = names.iter().filter(|name| !name.contains("_sheet_"));
    assert_eq!(of_report.count(), 10, "visits and places, each with three fields: {names:?}");
}

/// What is asked for, what is looked at and when the papers go, so that a check of pay takes an hour and not a week.
#[test]
fn the_plan_has_a_sheet_for_each_check_that_has_steps() {
    let plan = |name| made(&example(name), follow_up_plan::document, Language::Sv);
    let names = |document: &Document| -> Vec<String> {
        fields(document)
            .iter()
            .map(|field| field.name.clone())
            .filter(|name| name.contains("_sheet_"))
            .collect()
    };
    let pay = plan("stadning");
    let text = said(&pay);
    assert!(text.contains("Kontrollblad: Granskning av lön och arbetstid"), "{text}");
    assert!(text.contains("maskerade") && text.contains("nivån i bilagan"), "{text}");
    for asked in ["_purpose", "_disposed_of"] {
        assert!(names(&pay).iter().any(|name| name.ends_with(asked)), "{asked} in {:?}", names(&pay));
    }
    let system = plan("it-system");
    let text = said(&system);
    assert!(text.contains("Kontrollblad: Digital tillgänglighet") && text.contains("skärmläsare"), "{text}");
    assert!(!names(&system).iter().any(|name| name.ends_with("_disposed_of")), "no papers about persons");
    assert!(names(&plan("arbetsklader")).is_empty());
}

/// A system and clothes give no places, and nobody reports.
#[test]
fn nothing_is_said_of_what_no_requirement_brings() {
    let brought =
        ["matchningsansvarig", "om avtalet har platser", "deltagare", "i beställarens mall", "rapportmall"];
    for name in ["it-system", "arbetsklader"] {
        let project = example(name);
        for make in [
            specification::document,
            response_form::document,
            supplier_guide::document,
            follow_up_plan::document,
        ] {
            let said = said(&made(&project, make, Language::Sv)).to_lowercase();
            let other = brought.iter().find(|other| said.contains(**other));
            assert_eq!(other, None, "{name}: {said}");
        }
    }
}

// ---- Beslutsunderlag

fn record(project: &Project) -> String {
    said(&made(project, decision_record::document, Language::Sv))
}

#[test]
fn the_record_tells_what_is_not_known_and_who_set_a_stop_aside() {
    let said = record(&told());
    for told in [
        "Vet inte\tFrågas: fastighetsenheten och skolorna",
        "Inte aktuellt\tInget på arbetsplatsen passar för reservation.",
        "Leveranskedjor\tInte relevant\tInga varor köps.",
        "Anna Lindqvist, 2026-11-25",
        "Handläggarens egen formulering i stället för kravbibliotekets.",
        "Stopp, med skäl att gå vidare",
    ] {
        assert!(said.contains(told), "{told}: {said}");
    }
}

#[test]
fn a_number_that_stands_in_no_calculation_is_told_with_its_rule() {
    let told = [
        ("stadning", "24 (halva avtalstiden, eller tidigare om platsen annars inte ryms före avtalets slut"),
        ("byggtjanster", "en (en plats för var tredje person som arbetar samtidigt"),
    ];
    for (name, told) in told {
        let record = record(&example(name));
        assert!(record.contains(told), "{told}: {record}");
    }
}

/// In what has been decided, what to do would stand as not done.
/// Also of a table, which is the value that is left out most.
#[test]
fn the_record_lists_every_value_that_is_filled_in_or_missing() {
    let label = "Lägsta lön per yrkesgrupp och löneform: ";
    let project = example("byggtjanster");
    assert!(record(&project).contains(&format!("{label}[fyll i: ")), "{}", record(&project));
    let filled = record(&filled_in(project));
    let told = format!("{label}se tabellen i kravspecifikationen (ifyllt av handläggaren).");
    assert!(filled.contains(&told), "{filled}");
}

#[test]
fn a_record_that_is_fixed_tells_what_was_found_and_orders_nobody() {
    let project = example("stadning");
    let assessment = assess(&project, &CATALOGUE, TODAY);
    let record = |status| {
        let print = Print { status, ..print(Language::Sv) };
        said(&decision_record::document(&project, &assessment, &print))
    };
    let (draft, fixed) = (record(Status::draft("0.1")), record(Status::fixed("1.0")));
    assert!(fixed.contains("men enligt svaret hinner"), "{fixed}");
    for finding in &assessment.findings {
        let remedy = finding.remedy.sv.replace('\u{a0}', " ");
        assert!(draft.contains(&remedy) && !fixed.contains(&remedy), "{remedy}");
    }
}

#[test]
fn the_record_tells_what_was_proposed_and_not_taken() {
    let project = told();
    let assessment = assess(&project, &CATALOGUE, TODAY);
    let left = assessment
        .recommendations
        .iter()
        .find(|one| one.standing == Standing::Candidate && assessment.active_for(&one.entry).is_none());
    let title = &CATALOGUE.entry(&left.unwrap().entry).unwrap().text.sv.title;
    let said = record(&project);
    let row = said.lines().find(|line| line.starts_with(&format!("{title}\t"))).unwrap();
    assert!(row.ends_with("\tInte valt"), "{row}");
}

#[test]
fn a_reminder_is_no_choice_that_was_declined() {
    let said = record(&example("byggtjanster"));
    let row = said.lines().find(|line| line.starts_with("Påminnelse: arbetsmiljöplan")).unwrap();
    assert!(row.ends_with("\tPåminnelse, inget krav"), "{row}");
}

#[test]
fn the_record_has_room_for_why_the_procurement_is_not_divided_where_the_law_asks() {
    assert!(record(&example("stadning")).contains("Skäl att inte dela upp (4 kap. 14 § LOU)"));
    assert!(!record(&example("byggtjanster")).contains("Skäl att inte dela upp"), "below the threshold");
    assert!(!record(&divided()).contains("Skäl att inte dela upp"));
}

#[test]
fn an_answer_of_several_parts_has_a_line_each_and_an_assessment_names_its_question() {
    let said = record(&example("stadning"));
    for told in [
        "obehövligt: Parterna fick brev den 12 oktober 2026 och har svarat.",
        "”Behövs villkor om lön, semester och arbetstid?” Kräver lagen (17 kap. 2, 3 och 5 §§ LOU) bedömningen? Ja.",
    ] {
        assert!(said.contains(told), "{told}: {said}");
    }
    assert!(!said.contains(".;"), "{said}");
}

/// One finding for all themes that wait stands at none of them.
#[test]
fn a_finding_about_several_themes_names_none_of_them_as_its_place() {
    let said = record(&example("it-system"));
    assert!(said.lines().any(|line| line.starts_with("Varning\tTeman\t")), "{said}");
}

#[test]
fn the_record_says_what_keeps_away_what_the_answers_point_at() {
    let mut project = example("stadning");
    project.answers.insert("q35".into(), serde_json::from_value(1.into()).unwrap());
    let said = record(&project);
    let hindered =
        said.lines().find(|line| line.contains("men andra svar eller uppgifter hindrar.")).unwrap();
    let (_, why) = hindered.split_once("men andra svar eller uppgifter hindrar.").unwrap();
    assert!(why.trim().starts_with("Med kravet tar uppföljningen "), "{hindered}");
}

/// Of several requirements that are kept away, each has its own reason.
#[test]
fn what_keeps_several_away_is_told_of_each() {
    let mut project = example("stadning");
    project.requirements.clear();
    project.answers.insert("q35".into(), serde_json::from_value(1.into()).unwrap());
    let said = record(&project);
    let hindered =
        said.lines().filter_map(|line| line.split_once(", men andra svar eller uppgifter hindrar. "));
    let several: Vec<_> = hindered.filter(|(titles, _)| titles.contains("” och ”")).collect();
    assert!(!several.is_empty(), "{said}");
    for (titles, why) in several {
        let (_, last) = titles.rsplit_once(" och ").unwrap();
        assert!(why.contains(&format!("{last}: ")), "{titles}: {why}");
    }
}

#[test]
fn a_step_in_the_record_can_be_worked_out_again() {
    let said = record(&example("byggtjanster"));
    let step = said.lines().find(|line| line.starts_with("Värde som ger en plats\t")).unwrap();
    assert!(
        step.contains(" timmar × ") && step.contains("× 3 %), avrundat uppåt till hela 500 000 kr"),
        "{step}"
    );
}

#[test]
fn every_figure_in_the_record_has_its_source() {
    let said = record(&example("byggtjanster"));
    for told in [
        "beräknat, tumregel).",
        "kravbibliotekets förslag).",
        "Andel arbete\t",
        "Alla tal är tumregler, inte lag.",
        "Tröskelvärde: ",
        "Kontrollera det i regeringens tillkännagivande",
    ] {
        assert!(said.contains(told), "{told}: {said}");
    }
}

// ---- On paper

#[test]
fn what_is_signed_stands_on_the_page_of_the_signature() {
    let forms = PRINTED.iter().filter(|one| one.name.contains("response_form"));
    for one in forms.filter(|one| !one.name.starts_with("empty")) {
        let structure = read(&one.pdf).structure();
        let sections = structure.tagged("Sect");
        assert_eq!(sections.last().unwrap().pages().len(), 1, "{}", one.name);
    }
}

/// The lines to sign on are kept with what is signed, in a word processor too.
#[test]
fn in_word_each_line_of_a_signature_is_kept_with_the_next() {
    let record = made(&example("arbetsklader"), decision_record::document, Language::Sv);
    let text = word_text(&record);
    let signed = &text[text.rfind("Kraven fastställs").unwrap()..];
    let kept = |row: &&str| row.matches("<w:keepNext/>").count() == 2;
    let rows: Vec<&str> = signed.split("<w:tr>").skip(1).collect();
    assert_eq!(rows.len(), 5, "{signed}");
    assert!(rows[..4].iter().all(kept) && !rows[4].contains("keepNext"), "{signed}");
}

#[test]
fn in_word_what_leads_to_a_table_and_lines_to_fill_in_are_kept_together() {
    let form = word_text(&made(&example("arbetsklader"), response_form::document, Language::Sv));
    let paragraphs: Vec<&str> = form.split("<w:p>").collect();
    let common = paragraphs.iter().rposition(|one| one.contains("Gemensamma villkor, K7")).unwrap();
    assert!(paragraphs[common + 1].contains("<w:keepNext/>"), "{}", paragraphs[common + 1]);
    let tenderer = form.split("<w:tbl>").find(|table| table.contains("Telefon")).unwrap();
    let rows: Vec<&str> = tenderer.split("<w:tr>").skip(1).collect();
    let (last, others) = rows.split_last().unwrap();
    assert!(
        others.iter().all(|row| row.contains("<w:keepNext/>")) && !last.contains("keepNext"),
        "{tenderer}"
    );
}

#[test]
fn in_word_the_sentence_below_a_heading_stands_with_what_it_leads_to() {
    let record = word_text(&made(&example("byggtjanster"), decision_record::document, Language::Sv));
    let paragraphs: Vec<&str> = record.split("<w:p>").collect();
    for title in ["Behovsanalysen", "Krav och skäl"] {
        let heading = paragraphs.iter().rposition(|one| one.contains(&format!(">{title}<"))).unwrap();
        assert!(paragraphs[heading + 1].contains("<w:keepNext/>"), "{title}: {}", paragraphs[heading + 1]);
    }
}

#[test]
fn in_word_a_sum_is_kept_with_the_row_before_it() {
    let plan = word_text(&made(&example("byggtjanster"), follow_up_plan::document, Language::Sv));
    let mut tables = plan.split("<w:tbl>").filter_map(|table| Some(table.split_once("</w:tbl>")?.0));
    let table = tables.find(|table| table.contains(">Summa<")).unwrap();
    let rows: Vec<&str> = table.split("<w:tr>").skip(1).collect();
    let [.., other, before, sum] = &rows[..] else { panic!("{table}") };
    assert_eq!(before.matches("<w:keepNext/>").count(), 3, "{before}");
    assert!(!other.contains("keepNext") && !sum.contains("keepNext"), "{table}");
}

/// A code of the notice with why it is chosen: the last row of its table, the space after it and the reason.
#[test]
fn in_word_why_a_code_is_chosen_stands_on_the_page_of_the_code() {
    let notice = word_text(&notice_fields(&example("arbetsklader"), Language::Sv));
    let tables: Vec<(&str, &str)> =
        notice.split("<w:tbl>").skip(1).filter_map(|rest| rest.split_once("</w:tbl>")).collect();
    let explained = tables.iter().filter(|(_, after)| {
        let note = after.split("<w:p>").nth(2).unwrap_or_default();
        note.contains(r#"<w:pStyle w:val="Note"/>"#)
    });
    let explained: Vec<_> = explained.collect();
    assert!(explained.len() > 2, "{notice}");
    for (table, after) in explained {
        let last = table.rsplit("<w:tr>").next().unwrap();
        assert_eq!(last.matches("<w:keepNext/>").count(), last.matches("<w:p>").count(), "{last}");
        assert!(after.split("<w:p>").nth(1).unwrap().contains("<w:keepNext/>"), "{after}");
    }
}

#[test]
fn in_word_a_reference_stands_whole_in_the_head_of_the_page() {
    let mut project = example("arbetsklader");
    project.procurement.reference = "KS / 2026/0461".into();
    let notice = notice_fields(&project, Language::Sv);
    let header = word_part(&notice, "word/header2.xml");
    assert!(header.contains("KS\u{a0}/\u{a0}2026/0461"), "{header}");
}

#[test]
fn in_word_a_date_is_not_broken_over_two_lines() {
    let plan = word_text(&made(&example("arbetsklader"), follow_up_plan::document, Language::Sv));
    let firm = |date: &str| date.replace('-', "</w:t><w:noBreakHyphen/><w:t xml:space=\"preserve\">");
    assert!(plan.contains(&firm("2027-05-01–\u{2060}2031-04-30")), "{plan}");
    assert!(plan.contains(&firm("e-postadress")), "{plan}");
}

fn word_text(document: &Document) -> String {
    word_part(document, "word/document.xml")
}

fn word_part(document: &Document, part: &str) -> String {
    let mut file = zip::ZipArchive::new(std::io::Cursor::new(word::render(document).unwrap())).unwrap();
    std::io::read_to_string(file.by_name(part).unwrap()).unwrap()
}

#[test]
fn a_number_of_suppliers_that_nobody_has_filled_in_is_not_made_up() {
    let edits = [
        serde_json::json!({ "edit": "fact", "field": "framework", "value": true }),
        serde_json::json!({ "edit": "fact", "field": "call_off", "value": "ranking" }),
        serde_json::json!({ "edit": "fact", "field": "supplier_count", "value": null }),
    ];
    let edits = edits.map(|edit| serde_json::from_value::<Edit>(edit).unwrap());
    let project = edits.iter().fold(example("stadning"), |project, edit| doing(&project, edit));
    let said = text::render(&made(&project, specification::document, Language::Sv));
    assert!(said.contains("Ramavtal.") && !said.contains("en leverantör."), "{said}");
}

#[test]
fn the_record_says_what_an_empty_number_of_suppliers_means() {
    let edit = |field: &str, value: serde_json::Value| -> Edit {
        serde_json::from_value(serde_json::json!({ "edit": "fact", "field": field, "value": value })).unwrap()
    };
    let line = |edits: &[Edit]| {
        let project = edits.iter().fold(example("stadning"), |project, edit| doing(&project, edit));
        let said = said(&made(&project, decision_record::document, Language::Sv));
        said.lines().find(|line| line.starts_with("Antal leverantörer")).unwrap().to_owned()
    };
    let empty = || edit("supplier_count", serde_json::Value::Null);
    let framework = || edit("framework", true.into());
    // The form asks to leave it empty when the supplier is one.
    assert_eq!(line(&[edit("framework", false.into()), empty()]), "Antal leverantörer: 1");
    assert_eq!(line(&[framework(), edit("call_off", "single".into()), empty()]), "Antal leverantörer: 1");
    for several in ["ranking", "renewed_competition"] {
        let call_off = || edit("call_off", several.into());
        assert_eq!(line(&[framework(), call_off(), empty()]), "Antal leverantörer: Inte ifyllt");
        assert_eq!(
            line(&[framework(), call_off(), edit("supplier_count", 3.into())]),
            "Antal leverantörer: 3"
        );
    }
}

#[test]
fn a_share_that_is_the_whole_reads_as_the_whole() {
    let share = |percent: u32| {
        let set = serde_json::json!({ "edit": "set_parameter", "entry": "lab-daytime", "parameter": "share", "value": percent });
        let project = with(example("stadning"), ["lab-daytime".into()]);
        doing(&project, &serde_json::from_value(set).unwrap())
    };
    let all = |project: &Project, language| {
        [specification::document, supplier_guide::document]
            .map(|make| said(&made(project, make, language)))
            .concat()
    };
    let (most, whole) = (share(80), share(100));
    for words in [
        "Minst 80 procent av de arbetade timmarna i avtalet ska",
        "Minst 80 procent av arbetstimmarna utförs",
    ] {
        assert!(all(&most, Language::Sv).contains(words), "{words}");
    }
    for words in ["Alla arbetade timmar i avtalet ska", "Alla arbetstimmar utförs"] {
        assert!(all(&whole, Language::Sv).contains(words), "{words}");
    }
    let english = all(&whole, Language::En);
    assert!(
        english.contains("All hours worked in the contract shall") && !english.contains("100 per cent of")
    );
}

/// Some viewers put U+FFFE where a PDF divides a word at the end of a line, when it is copied.
#[test]
fn a_word_that_was_divided_in_a_pasted_pdf_is_whole_in_every_form() {
    let document = everywhere("Bygg\u{fffe}tjänster");
    let pdf = read(&pdf::render(&document).unwrap()).structure().text();
    for said in [pdf, word_text(&document), text::render(&document)] {
        assert!(said.contains("Byggtjänster"), "{said}");
        assert!(!said.contains(['\u{fffd}', '\u{fffe}']), "{said}");
    }
    assert_eq!(Cell::text("Bygg\u{fffe}tjänster"), Cell::text("Byggtjänster"));
    let title = FactEdit::Title("Bygg\u{fffe}tjänster".into());
    assert_eq!(doing(&example("stadning"), &Edit::Fact(title)).procurement.title, "Byggtjänster");
}

#[test]
fn the_last_lines_of_contents_do_not_stand_alone() {
    for Printed { name, pdf, .. } in PRINTED.iter() {
        let structure = read(pdf).structure();
        let over = structure.tagged("TOCI").into_iter().filter(|line| line.pages().last() > Some(&1)).count();
        assert!(over == 0 || over > 3, "{name}: {over} lines");
    }
}

#[test]
fn words_that_lead_to_a_table_or_end_it_stand_with_it() {
    for one in PRINTED.iter().filter(|one| !one.name.starts_with("everything")) {
        let (name, structure) = (&one.name, read(&one.pdf).structure());
        for section in structure.tagged("Sect") {
            for pair in section.children.windows(2) {
                let [above, below] = pair else { continue };
                if matches!((&*above.tag, &*below.tag), ("P", "Table") | ("Table", "P")) {
                    assert_eq!(above.pages().last(), below.pages().first(), "{name}: {}", above.text());
                }
            }
        }
    }
}

#[test]
fn no_heading_stands_alone_at_the_foot_of_a_page() {
    for one in PRINTED.iter().filter(|one| !one.name.starts_with("everything")) {
        let (name, structure) = (&one.name, read(&one.pdf).structure());
        for section in structure.tagged("Sect") {
            let [heading, first, ..] = &section.children[..] else { continue };
            let pages = first.pages();
            if heading.tag.starts_with('H') && !pages.is_empty() {
                assert_eq!(heading.pages().last(), pages.first(), "{name}: {}", heading.text());
            }
        }
    }
}
