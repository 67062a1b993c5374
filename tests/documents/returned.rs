//! A sheet that an officer has changed in a spreadsheet and takes back in.

use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::support::project::{CATALOGUE, TODAY, doing, example, print};
use documents::file::DocumentName;
use documents::model::Language;
use documents::returned::{self, Returned};
use documents::sheet::{self, xlsx};
use domain::assess::assess;
use domain::edit::Edit;
use domain::project::Project;
use domain::refusal::Refusal;
use domain::requirements::decision::Outcome;
use domain::signature::Signature;
use serde_json::{Value, json};

fn book(project: &Project, document: DocumentName, language: Language) -> Vec<u8> {
    let assessment = assess(project, &CATALOGUE, TODAY);
    xlsx::render(&sheet::book(document, project, &assessment, &print(language)).unwrap()).unwrap()
}

/// The workbook after each of these changes, made by a library that is not ours.
fn changed<const N: usize>(book: &[u8], changes: [Value; N]) -> [Vec<u8>; N] {
    let folder = tempfile::tempdir().unwrap();
    let place = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    fs::write(place("book.xlsx"), book).unwrap();
    let mut files = changes;
    for (index, file) in files.iter_mut().enumerate() {
        file["to"] = place(&format!("{index}.xlsx")).into();
    }
    let job = json!({ "book": place("book.xlsx"), "files": files.to_vec() }).to_string();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut python = Command::new(root.join("scripts/form-check"))
        .args([Path::new("--python"), &root.join("tests/documents/support/change.py")])
        .stdin(Stdio::piped())
        .spawn()
        .unwrap();
    python.stdin.take().unwrap().write_all(job.as_bytes()).unwrap();
    assert!(python.wait().unwrap().success());
    let mut index = 0..;
    [(); N].map(|()| fs::read(place(&format!("{}.xlsx", index.next().unwrap()))).unwrap())
}

fn taken(bytes: &[u8], project: &Project) -> Result<Returned, Refusal> {
    returned::changes(bytes, project, &CATALOGUE, &Signature { by: String::new(), on: TODAY })
}

/// The changes as they are shown, old before new.
fn shown(returned: &Returned) -> Vec<String> {
    let all = returned.changes.iter().flat_map(|change| {
        change
            .differences
            .iter()
            .map(|it| format!("{}: {}: {} → {}", change.about.sv, it.what.sv, it.old, it.new))
    });
    all.map(|line| line.replace('\u{a0}', " ")).collect()
}

/// The project with all changes made.
fn after(returned: &Returned, project: &Project) -> Project {
    doing(project, &Edit::Sheet { edits: returned.edits().unwrap() })
}

fn refusals(returned: &Returned) -> Vec<String> {
    returned.changes.iter().filter_map(|change| Some(change.outcome.as_ref().err()?.to_string())).collect()
}

/// The row of the sheet, from one, whose first cell says this.
fn row(project: &Project, document: DocumentName, sheet: usize, id: &str) -> usize {
    let assessment = assess(project, &CATALOGUE, TODAY);
    let book = sheet::book(document, project, &assessment, &print(Language::Sv)).unwrap();
    book.sheets[sheet].rows.iter().position(|row| row.id == id).unwrap() + 2
}

const VISIT: &str = "emp-study-visit";

fn wording(project: &Project) -> String {
    let assessment = assess(project, &CATALOGUE, TODAY);
    let book = sheet::book(DocumentName::Specification, project, &assessment, &print(Language::Sv)).unwrap();
    let row = book.sheets[0].rows.iter().find(|row| row.id == VISIT).unwrap();
    match &row.cells[3] {
        sheet::Cell::Text(text) => text.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_untouched_sheet_changes_nothing_also_when_the_project_has_gone_on() {
    let project = example("byggtjanster");
    let untouched = book(&project, DocumentName::Specification, Language::Sv);
    let [saved] = changed(&untouched, [json!({})]);
    let set = json!({ "edit": "set_parameter", "entry": VISIT, "parameter": "visits", "value": 5 });
    let later = doing(&project, &serde_json::from_value(set).unwrap());
    for bytes in [&untouched, &saved] {
        assert_eq!(taken(bytes, &project).unwrap(), Returned::default());
        assert_eq!(taken(bytes, &later).unwrap(), Returned::default());
    }
}

#[test]
fn values_wordings_and_decisions_come_back() {
    let project = example("byggtjanster");
    let place = |sheet, column: &str, id: &str| {
        let name = ["Krav", "Värden"][sheet];
        format!("{name}!{column}{}", row(&project, DocumentName::Specification, sheet, id))
    };
    let text = wording(&project).replacen("Leverantören ska per", "Leverantören ska gratis per", 1);
    let cells = json!({
        (place(0, "D", VISIT)): text,
        (place(1, "E", "emp-study-visit.visits")): 3,
        (place(1, "E", "emp-framework-step.step")): "8,5 Mkr",
        (place(1, "E", "emp-framework-step.form")): "språkträningsplats",
        (place(1, "E", "emp-study-visit.hours")): "2,5",
    });
    let [specification] =
        changed(&book(&project, DocumentName::Specification, Language::Sv), [json!({ "cells": cells })]);
    let returned = taken(&specification, &project).unwrap();
    insta::assert_snapshot!(shown(&returned).join("\n"));
    let project = after(&returned, &project);
    // The same sheet a second time finds the values as they are, and does not put the old ones back into the sentence.
    let again = taken(&specification, &project).unwrap();
    assert_eq!((again.changes.len(), refusals(&again).len()), (1, 1));
    // The value in the sentence that was changed is a value still.
    assert!(wording(&project).replace('\u{a0}', " ").starts_with(
        "Leverantören ska gratis per påbörjat avtalsår ta emot tre studiebesök, på minst 2,5 timmar"
    ));

    let children = row(&project, DocumentName::DecisionRecord, 0, "children");
    let cells = json!({ (format!("Beslut!C{children}")): "Inte nu", (format!("Beslut!D{children}")): "Inga barn berörs." });
    let [decisions] =
        changed(&book(&project, DocumentName::DecisionRecord, Language::Sv), [json!({ "cells": cells })]);
    let returned = taken(&decisions, &project).unwrap();
    assert_eq!(
        shown(&returned),
        ["Barn och unga: Beslut: inget → Inte nu", "Barn och unga: Skäl: inget → Inga barn berörs."]
    );
    let edit = json!({ "edit": "decide", "theme": "children", "decision": { "outcome": "not_now", "reason": "Inga barn berörs." } });
    assert_eq!(returned.edits(), Ok(vec![serde_json::from_value::<Edit>(edit).unwrap()]));
}

#[test]
fn what_is_not_the_programs_own_is_left_alone() {
    let project = example("byggtjanster");
    let at = row(&project, DocumentName::Specification, 1, "emp-study-visit.visits");
    let change = json!({
        "rows": { "Krav": [["egen-rad", "K99", "Något"], [], ["", "", "Summa"]], "Värden": [["", "", "kommentar"]] },
        "insert_column": ["Värden", 2],
        "cells": { (format!("Värden!E{at}")): 4, "Krav!Q1": "Egen kolumn", "Krav!Q2": "Klart" },
        "names": { "Krav": "Min flik" },
    });
    let [bytes] = changed(&book(&project, DocumentName::Specification, Language::Sv), [change]);
    let returned = taken(&bytes, &project).unwrap();
    assert_eq!(shown(&returned), ["K2 Studiebesök: Antal besök per avtalsår: 2 → 4"]);
    assert_eq!((returned.edits().unwrap().len(), returned.notes.len()), (1, 0));
}

/// What is said of a workbook that has been changed so: the changes, why they cannot be made, and what is not taken in.
fn said<const N: usize>(book: &[u8], project: &Project, changes: [Value; N]) -> [String; N] {
    changed(book, changes).map(|bytes| {
        let returned = taken(&bytes, project).unwrap();
        let notes = returned.notes.iter().map(|note| note.sv.clone());
        let all: Vec<String> = shown(&returned).into_iter().chain(refusals(&returned)).chain(notes).collect();
        all.join("\n")
    })
}

#[test]
fn a_table_that_has_been_moved_or_spaced_otherwise_is_read_as_before() {
    let project = example("byggtjanster");
    let at = row(&project, DocumentName::Specification, 1, "emp-study-visit.visits");
    let value = format!("Värden!E{at}");
    let name = format!("Värden!A{at}");
    let cases = [
        json!({ "cells": { (&*value): 4 }, "insert_row": ["Värden", 1] }),
        json!({ "cells": { (&*value): 4, "Värden!E1": " värde ", "Värden!A1": "NAMN I  PROGRAMMET" } }),
        json!({ "cells": { (&*value): 4, (&*name): "Emp-study-visit.visits " } }),
        json!({ "cells": { (&*value): 4 }, "delete_column": ["Värden", 4] }),
    ];
    let book = book(&project, DocumentName::Specification, Language::Sv);
    for said in said(&book, &project, cases) {
        assert_eq!(said, "K2 Studiebesök: Antal besök per avtalsår: 2 → 4");
    }
}

#[test]
fn what_is_changed_and_not_taken_in_is_said_with_the_place() {
    let project = example("byggtjanster");
    let at = |sheet, id| row(&project, DocumentName::Specification, sheet, id);
    let (visits, first) = (at(1, "emp-study-visit.visits"), at(0, VISIT));
    let cell = |sheet: &str, column: &str, at: usize, value: Value| json!({ "cells": { (format!("{sheet}!{column}{at}")): value } });
    let four = |mut change: Value| {
        change["cells"][format!("Värden!E{visits}")] = 4.into();
        change
    };
    let named = |name: Value| four(cell("Värden", "A", visits, name));
    let foreign = |row: Value| json!({ "rows": { "Krav": [row] } });
    let cases = [
        (
            four(json!({ "cells": { "Värden!E1": "Nytt värde" } })),
            "Kolumnen Värde finns inte längre på bladet Värden",
        ),
        (four(json!({ "cells": { "Värden!A1": "Namn" } })), "Kolumnen Namn i programmet finns inte längre"),
        (four(json!({ "delete_column": ["Värden", 1] })), "Kolumnen Namn i programmet finns inte längre"),
        (four(json!({ "delete_row": ["Värden", 1] })), "Bladet Värden har inte kvar sina rubriker"),
        (four(json!({ "cells": { "Värden!J1": "Värde" } })), "Kolumnen Värde står två gånger"),
        (four(json!({ "without": ["Krav"] })), "Bladet Krav finns inte längre i Excel-filen"),
        (named(json!("emp-study-visit.visit")), "Namnet finns inte i projektet: Värden!A"),
        (named(json!(null)), "Raden saknar namn i kolumnen Namn i programmet: Värden!E"),
        (foreign(json!(["egen-rad", "K99", "Något", "Vad som helst"])), "(egen-rad)"),
        (foreign(json!(["", "", "", "Leverantören ska bjuda på kaffe."])), "Raden saknar namn"),
        (cell("Krav", "C", first, json!("En annan rubrik")), "Kolumnen Rubrik är ändrad i Krav!C"),
        (cell("Krav", "J", first, json!("2027-01-01")), "Kolumnen Första kontroll är ändrad i Krav!J"),
        (cell("Krav", "K", first, json!(null)), "Kolumnen Påföljd är ändrad i Krav!K"),
        (cell("Krav", "K", first, json!("=1+1")), "Kolumnen Påföljd är ändrad i Krav!K"),
        (
            json!({ "delete_row": ["Krav", first] }),
            "Bladet Krav har inte längre någon rad för emp-study-visit",
        ),
    ];
    let book = book(&project, DocumentName::Specification, Language::Sv);
    for (said, (change, words)) in
        said(&book, &project, cases.clone().map(|(change, _)| change)).iter().zip(cases)
    {
        assert!(said.contains(words), "{words}: {said}: {change}");
    }
}

#[test]
fn of_two_copies_of_a_sheet_the_changed_one_is_read() {
    let project = example("byggtjanster");
    let at = row(&project, DocumentName::Specification, 1, "emp-study-visit.visits");
    let book = book(&project, DocumentName::Specification, Language::Sv);
    let [copied] = changed(&book, [json!({ "copy": ["Värden"] })]);
    let set = |sheet: &str| (format!("{sheet}!E{at}"), json!(4));
    let cells = |sheets: &[&str]| json!({ "cells": sheets.iter().map(|sheet| set(sheet)).collect::<serde_json::Map<_, _>>() });
    let [none, one, both] =
        said(&copied, &project, [&[][..], &["Värden Copy"], &["Värden", "Värden Copy"]].map(cells));
    assert_eq!((&*none, &*one), ("", "K2 Studiebesök: Antal besök per avtalsår: 2 → 4"));
    assert!(both.contains("Bladet Värden står två gånger"), "{both}");
}

#[test]
fn of_many_places_the_first_are_named_and_the_rest_counted() {
    let project = example("byggtjanster");
    let rows: Vec<Value> = (0..20).map(|index| json!(["", "", "", format!("Krav {index}")])).collect();
    let book = book(&project, DocumentName::Specification, Language::Sv);
    let [said] = said(&book, &project, [json!({ "rows": { "Krav": rows } })]);
    assert!(said.contains(" och 12 till. Det som står där"), "{said}");
}

#[test]
fn a_change_on_a_row_of_a_requirement_that_is_gone_is_said() {
    let project = example("byggtjanster");
    let at = row(&project, DocumentName::Specification, 1, "emp-study-visit.visits");
    let book = book(&project, DocumentName::Specification, Language::Sv);
    let remove = json!({ "edit": "remove", "entry": VISIT });
    let without = doing(&project, &serde_json::from_value(remove).unwrap());
    let change = json!({ "cells": { (format!("Värden!E{at}")): 4 } });
    let [untouched, changed] = said(&book, &without, [json!({}), change]);
    assert_eq!(untouched, "");
    assert!(changed.contains("kravet står inte längre i projektet"), "{changed}");
}

#[test]
fn what_was_changed_in_both_is_said_and_not_taken_in() {
    let project = example("byggtjanster");
    let at = row(&project, DocumentName::Specification, 1, "emp-study-visit.visits");
    let change = json!({ "cells": { (format!("Värden!E{at}")): 4 } });
    let [bytes] = changed(&book(&project, DocumentName::Specification, Language::Sv), [change]);
    let set =
        |value| json!({ "edit": "set_parameter", "entry": VISIT, "parameter": "visits", "value": value });
    let other = doing(&project, &serde_json::from_value(set(3)).unwrap());
    let returned = taken(&bytes, &other).unwrap();
    assert!(refusals(&returned)[0].contains("både i bladet och i projektet"), "{returned:?}");
    assert!(returned.edits().is_err());
    // The same change in both is none.
    let same = doing(&project, &serde_json::from_value(set(4)).unwrap());
    assert_eq!(taken(&bytes, &same).unwrap().changes, []);
}

#[test]
fn a_cell_that_cannot_be_taken_in_says_why() {
    let project = example("byggtjanster");
    let at = |id| row(&project, DocumentName::Specification, 1, id);
    let visits = at("emp-study-visit.visits");
    let set = |value: Value| json!({ "cells": { (format!("Värden!E{visits}")): value } });
    let first = row(&project, DocumentName::Specification, 0, VISIT);
    let wording = |value: Value| json!({ "cells": { (format!("Krav!D{first}")): value } });
    let (form, step) = (at("emp-framework-step.form"), at("emp-framework-step.step"));
    let cases = [
        (set(json!("=1+1")), "formel"),
        (set(json!(1000)), "1 till"),
        (set(json!("två")), "siffror"),
        (json!({ "cells": { (format!("Värden!E{step}")): 9_000_000.5 } }), "hela kronor"),
        (set(json!("#REF!")), "går inte att läsa"),
        (json!({ "cells": { (format!("Värden!E{form}")): "kurs" } }), "Välj bland praktikplats"),
        (
            json!({ "merge": [format!("Värden!E{visits}:F{visits}")], "cells": { (format!("Värden!E{visits}")): 3 } }),
            "sammanslagen",
        ),
        (wording(json!("")), "ingen skyldighet"),
        (wording(json!("å".repeat(20_000))), "fler än"),
        (wording(json!("Ta emot {många} besök.")), "inget värde i kravet"),
    ];
    let changes = cases.clone().map(|(change, _)| change);
    for (bytes, (_, why)) in
        changed(&book(&project, DocumentName::Specification, Language::Sv), changes).iter().zip(cases)
    {
        let returned = taken(bytes, &project).unwrap();
        let refusals = refusals(&returned);
        assert_eq!(refusals.len(), 1, "{why}: {returned:?}");
        assert!(refusals[0].replace('\u{a0}', " ").contains(why), "{why}: {}", refusals[0]);
    }
}

#[test]
fn a_theme_with_requirements_cannot_be_left_without_a_decision() {
    let project = example("byggtjanster");
    let at = |id| row(&project, DocumentName::DecisionRecord, 0, id);
    let outcome = |id, word: Value| json!({ "cells": { (format!("Beslut!C{}", at(id))): word } });
    let sheet = book(&project, DocumentName::DecisionRecord, Language::Sv);
    let cases = [outcome("employment", json!(null)), outcome("employment", json!("Inte nu"))];
    let [emptied, put_off] = changed(&sheet, cases).map(|bytes| taken(&bytes, &project).unwrap());
    assert_eq!(
        refusals(&emptied),
        ["Temat har krav och är därför Valt. Skriv Valt igen, eller ta bort kraven i Samkrav."]
    );
    // The window lets the same be decided, and the review asks about it.
    let remarks: Vec<&str> =
        put_off.changes.iter().flat_map(|change| &change.remarks).map(|it| &*it.sv).collect();
    assert_eq!(
        remarks,
        [
            "Kraven i temat är fortfarande valda. Granskningen tar upp det tills de är borttagna eller beslutet är Valt."
        ]
    );
    let decided = after(&put_off, &project);
    let found = assess(&decided, &CATALOGUE, TODAY).findings;
    assert!(found.iter().any(|finding| finding.case.as_str() == "against_choice"));
    // Emptied then, it goes back to what its requirements make of it.
    let sheet = book(&decided, DocumentName::DecisionRecord, Language::Sv);
    let [emptied] = changed(&sheet, [outcome("employment", json!(null))]);
    let emptied = taken(&emptied, &decided).unwrap();
    assert_eq!(refusals(&emptied), [""; 0]);
    let themes = assess(&after(&emptied, &decided), &CATALOGUE, TODAY).themes;
    let employment = themes.iter().find(|state| state.theme.code() == "employment").unwrap();
    assert_eq!(employment.outcome, Some(Outcome::Chosen));
}

#[test]
fn what_makes_no_difference_is_not_said_to_be_a_change() {
    let project = example("byggtjanster");
    let visits = row(&project, DocumentName::Specification, 1, "emp-study-visit.visits");
    let hours = row(&project, DocumentName::Specification, 1, "emp-study-visit.hours");
    let first = row(&project, DocumentName::Specification, 0, VISIT);
    let nothing = "gör ingen skillnad i projektet. Det som står där gäller redan, och en tömd cell går tillbaka till det föreslagna värdet.";
    let emptied = json!({ (format!("Värden!E{visits}")): null });
    let both = json!({ (format!("Värden!E{visits}")): null, (format!("Värden!E{hours}")): 3 });
    let spaced =
        json!({ (format!("Krav!D{first}")): format!("{}\n\n", wording(&project).replace('\n', "\n\n")) });
    let cases = [emptied, both, spaced].map(|cells| json!({ "cells": cells }));
    let book = book(&project, DocumentName::Specification, Language::Sv);
    let [emptied, both, spaced] = changed(&book, cases).map(|bytes| taken(&bytes, &project).unwrap());
    let notes = |returned: &Returned| returned.notes.iter().map(|it| it.sv.clone()).collect::<Vec<_>>();
    assert_eq!(
        (shown(&emptied).len(), notes(&emptied)),
        (0, vec![format!("Det som är ändrat i Värden!E{visits} {nothing}")])
    );
    assert_eq!(shown(&both), ["K2 Studiebesök: Timmar per besök: 2 → 3"]);
    assert_eq!(notes(&both), notes(&emptied));
    assert_eq!(spaced.changes, []);

    let work = row(&project, DocumentName::DecisionRecord, 0, "employment");
    let loud = json!({ "cells": { (format!("Beslut!C{work}")): "VALT" } });
    let [loud] = changed(&self::book(&project, DocumentName::DecisionRecord, Language::Sv), [loud]);
    assert_eq!(shown(&taken(&loud, &project).unwrap()).len(), 0);
}

#[test]
fn a_number_is_shown_as_it_is_taken() {
    let project = example("byggtjanster");
    let at = |id| row(&project, DocumentName::Specification, 1, id);
    let (step, visits) = (at("emp-framework-step.step"), at("emp-study-visit.visits"));
    let cells = json!({ (format!("Värden!E{step}")): "9000000,5 kr", (format!("Värden!E{visits}")): "3.0" });
    let book = book(&project, DocumentName::Specification, Language::Sv);
    let [said] = said(&book, &project, [json!({ "cells": cells })]);
    assert!(said.contains("→ 9 000 001") && said.contains("2 → 3"), "{said}");
}

#[test]
fn an_empty_value_goes_back_to_the_proposed_one() {
    let set = json!({ "edit": "set_parameter", "entry": VISIT, "parameter": "visits", "value": 5 });
    let project = doing(&example("byggtjanster"), &serde_json::from_value(set).unwrap());
    let at = row(&project, DocumentName::Specification, 1, "emp-study-visit.visits");
    let change = json!({ "cells": { (format!("Värden!E{at}")): null } });
    let [bytes] = changed(&book(&project, DocumentName::Specification, Language::Sv), [change]);
    let returned = taken(&bytes, &project).unwrap();
    assert_eq!(shown(&returned), ["K2 Studiebesök: Antal besök per avtalsår: 5 → inget"]);
    assert_eq!(after(&returned, &project).requirement(&VISIT.into()).unwrap().values.len(), 0);
}

#[test]
fn a_sheet_that_does_not_belong_is_refused_with_the_reason() {
    let project = example("byggtjanster");
    let ours = book(&project, DocumentName::Specification, Language::Sv);
    let changes = [
        json!({ "without": ["samkrav"] }),
        json!({ "cells": { "samkrav!B1": "99" } }),
        json!({ "cells": { "samkrav!B2": null } }),
        json!({ "rows": { "Värden": [["emp-study-visit.visits", "K2", "", "", 4]] } }),
    ];
    let [foreign, newer, nameless, twice] = changed(&ours, changes);
    let mut other = project.clone();
    other.id = "01a21512-0000-7ee0-8f47-4871ddb9112b".into();
    let refused = |bytes: &[u8], project: &Project| taken(bytes, project).unwrap_err().to_string();
    assert!(refused(&ours, &other).contains("annat projekt"));
    for bytes in [&foreign, &nameless] {
        assert!(refused(bytes, &project).contains("inte gjord av Samkrav"));
    }
    assert!(refused(&newer, &project).contains("annan version"));
    assert!(refused(&twice, &project).contains("emp-study-visit.visits står på två rader"));
    let [nothing] = changed(&ours, [json!({ "without": ["samkrav", "Krav", "Värden"] })]);
    assert!(refused(&nothing, &project).contains("inte gjord av Samkrav"));
}

#[test]
fn a_workbook_of_what_is_never_taken_in_says_which_are() {
    let project = example("byggtjanster");
    for (document, sheet) in
        [(DocumentName::NoticeFields, "Annonsuppgifter"), (DocumentName::FollowUpPlan, "Uppföljningsplan")]
    {
        let refusal = taken(&book(&project, document, Language::Sv), &project).unwrap_err().to_string();
        assert!(
            refusal.starts_with(&format!("Bladet {sheet} läses inte in igen. Det är Excel-filen av")),
            "{refusal}"
        );
    }
}

#[test]
fn of_too_many_rows_is_said_that_it_is_rows_and_where() {
    let project = example("stadning");
    let whole = book(&project, DocumentName::Specification, Language::Sv);
    let row = |row: u32| format!("<row r=\"{row}\"><c><v>1</v></c><c><v>1</v></c><c><v>1</v></c></row>");
    let rows: String = (2000..72_000).map(row).collect();
    let bytes = with(&whole, "xl/worksheets/sheet2.xml", "</sheetData>", &format!("{rows}</sheetData>"));
    let refusal = taken(&bytes, &project).unwrap_err().to_string();
    assert!(refusal.contains("Bladet Värden har fler ifyllda rader"), "{refusal}");
}

/// A package with one part that unfolds to this.
fn package(name: &str, content: &[u8]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    zip.start_file(name, options).unwrap();
    zip.write_all(content).unwrap();
    zip.finish().unwrap().into_inner()
}

#[test]
fn what_is_no_workbook_or_unfolds_without_end_is_refused() {
    let project = example("stadning");
    let refused = |bytes: &[u8]| taken(bytes, &project).unwrap_err().to_string();
    for bytes in [&b""[..], b"hej", b"PK\x03\x04", &package("word/document.xml", b"<w/>")] {
        assert!(refused(bytes).contains("ingen Excel-fil"), "{}", refused(bytes));
    }
    assert!(refused(&package("xl/a.xml", &vec![0; 80 << 20])).contains("för stor"));
}

/// The workbook with something else in a part; whatever is not there is an error of the test's own.
fn with(book: &[u8], part: &str, from: &str, to: &str) -> Vec<u8> {
    let mut old = zip::ZipArchive::new(Cursor::new(book)).unwrap();
    let mut new = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..old.len() {
        let mut file = old.by_index(at).unwrap();
        let mut content = String::new();
        file.read_to_string(&mut content).unwrap();
        let name = file.name().unwrap().into_owned();
        if name == part {
            assert!(content.contains(from), "{part} holds no {from}");
            content = content.replacen(from, to, 1);
        }
        new.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        new.write_all(content.as_bytes()).unwrap();
    }
    new.finish().unwrap().into_inner()
}

#[test]
fn a_workbook_that_names_a_place_or_a_number_beyond_all_measure_is_refused() {
    let project = example("stadning");
    let whole = book(&project, DocumentName::Specification, Language::Sv);
    let refused = |part: &str, from: &str, to: &str| match taken(&with(&whole, part, from, to), &project) {
        Err(refusal) => assert!(refusal.to_string().contains("ingen Excel-fil"), "{to}: {refusal}"),
        Ok(_) => panic!("{to} was read"),
    };
    let sheet = "xl/worksheets/sheet1.xml";
    for place in ["AAAAAAAA1", "fmmmmmmmmmmmmmm3", "A99999999999", "A$1", "AAAA1", "A1:B2:C3", "Ä1"] {
        refused(sheet, "<c r=\"A1\"", &format!("<c r=\"{place}\""));
    }
    refused(sheet, "<row r=\"1\"", "<row r=\"99999999999\"");
    refused(sheet, "<dimension ref=\"A1:", "<dimension ref=\"ZZ99:");
    refused(
        sheet,
        "</sheetData>",
        "</sheetData><mergeCells count=\"1\"><mergeCell ref=\"B9:A1\"/></mergeCells>",
    );
    let format = format!("<numFmts><numFmt numFmtId=\"200\" formatCode=\"{}\"/></numFmts>", "[".repeat(300));
    refused("xl/styles.xml", "<fonts", &format!("{format}<fonts"));
    let late = format!("<!--{}--><sst uniqueCount=\"99999999999999\" ", " ".repeat(9000));
    refused("xl/sharedStrings.xml", "<sst ", &late);
    let numbered = "<f t=\"shared\" si=\"99999999999999\" ref=\"A1:A2\">1+1</f></c>";
    let read = taken(&with(&whole, sheet, "</c>", numbered), &project).unwrap();
    // A number that nothing is made room for is only a number; the head that it stands in is gone.
    assert!(refusals(&read)[0].contains("Kolumnen Namn i programmet finns inte längre"), "{read:?}");
    let behind = [&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1][..], &[0xff; 600], &whole].concat();
    assert!(taken(&behind, &project).unwrap_err().to_string().contains("ingen Excel-fil"));
}

/// The workbook with a part made into something else, or taken away.
fn remade(book: &[u8], part: &str, remake: impl Fn(Vec<u8>) -> Option<Vec<u8>>) -> Vec<u8> {
    let mut old = zip::ZipArchive::new(Cursor::new(book)).unwrap();
    let mut new = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..old.len() {
        let mut file = old.by_index(at).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        let content = if name == part { remake(content) } else { Some(content) };
        let Some(content) = content else { continue };
        new.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        new.write_all(&content).unwrap();
    }
    new.finish().unwrap().into_inner()
}

#[test]
fn a_sheet_that_is_not_whole_is_refused_and_never_taken_for_unchanged() {
    let project = example("byggtjanster");
    let whole = book(&project, DocumentName::Specification, Language::Sv);
    let sheet = "xl/worksheets/sheet2.xml";
    let refused = |remake: &dyn Fn(Vec<u8>) -> Option<Vec<u8>>, words: &str| {
        let refusal = taken(&remade(&whole, sheet, remake), &project).unwrap_err().to_string();
        assert!(refusal.contains(words), "{words}: {refusal}");
    };
    let until = |bytes: Vec<u8>, end: &str| {
        let text = String::from_utf8(bytes).unwrap();
        Some(text.as_bytes()[..text.find(end).unwrap()].to_vec())
    };
    refused(&|_| None, "ingen Excel-fil");
    refused(&|_| Some(Vec::new()), "ingen Excel-fil");
    for end in ["<sheetViews", "<sheetData", "<row r=\"2\"", "</sheetData", "</worksheet>"] {
        refused(&|bytes| until(bytes, end), "ingen Excel-fil");
    }
    let latin = |mut bytes: Vec<u8>| {
        let at = bytes.windows(11).position(|window| window == b"<sheetViews").unwrap();
        bytes.splice(at..at, *b"<!--\xe5-->");
        Some(bytes)
    };
    refused(&latin, "ingen Excel-fil");
    let twice = |bytes| {
        let text = String::from_utf8(bytes).unwrap();
        let (from, to) = (text.find("<c r=\"A1\"").unwrap(), text.find("<c r=\"B1\"").unwrap());
        let cell = text[from..to].to_owned();
        Some(text.replacen(&cell, &format!("{cell}{cell}"), 1).into_bytes())
    };
    refused(&twice, "Cellen Värden!A1 står två gånger");
}

#[test]
fn a_workbook_that_grows_when_it_is_read_is_refused() {
    let project = example("stadning");
    let whole = book(&project, DocumentName::Specification, Language::Sv);
    let refused = |part: &str, from: &str, to: &str| {
        let refusal = taken(&with(&whole, part, from, to), &project).err().map(|it| it.to_string());
        assert!(refusal.as_ref().is_some_and(|it| it.contains("för stor")), "{refusal:?}");
    };
    let long = "långt ".repeat(200_000);
    let row = |row: u32| format!("<row r=\"{row}\"><c t=\"s\"><v>0</v></c></row>");
    let cells: String = (2000..2100).map(row).collect();
    let texts = with(&whole, "xl/sharedStrings.xml", "<t>", &format!("<t>{long}"));
    let texts = with(&texts, "xl/worksheets/sheet1.xml", "</sheetData>", &format!("{cells}</sheetData>"));
    assert!(taken(&texts, &project).is_err_and(|refusal| refusal.to_string().contains("för stor")));
    refused("xl/styles.xml", "<cellXfs", &format!("<cellXfs>{}</cellXfs><cellXfs", "<xf/>".repeat(20_000)));
    refused("xl/styles.xml", "<name val=\"", &format!("<name val=\"{long}"));
    let merged = "<mergeCell ref=\"A1:B1\"/>".repeat(20_000);
    let merged = format!("</sheetData><mergeCells>{merged}</mergeCells>");
    refused("xl/worksheets/sheet1.xml", "</sheetData>", &merged);
}

#[test]
fn a_damaged_workbook_never_crashes_and_never_invents_a_change() {
    let project = example("stadning");
    let whole = book(&project, DocumentName::Specification, Language::Sv);
    for step in 1..60 {
        let cut = &whole[..whole.len() * step / 60];
        assert!(taken(cut, &project).is_err());
        let mut turned = whole.clone();
        turned[whole.len() * step / 61] ^= 0x55;
        if let Ok(returned) = taken(&turned, &project) {
            assert_eq!(returned.changes, []);
        }
    }
}

#[test]
fn an_english_sheet_gives_values_and_no_swedish_wording() {
    let project = example("byggtjanster");
    let first = row(&project, DocumentName::Specification, 0, VISIT);
    let visits = row(&project, DocumentName::Specification, 1, "emp-study-visit.visits");
    let change = json!({ "cells": { (format!("Requirements!D{first}")): "The supplier shall.", (format!("Values!E{visits}")): 3 } });
    let [bytes] = changed(&book(&project, DocumentName::Specification, Language::En), [change]);
    let returned = taken(&bytes, &project).unwrap();
    assert_eq!(
        (returned.changes.len(), returned.changes[0].place.as_str()),
        (1, &*format!("Values!E{visits}"))
    );
    let notes: Vec<&str> = returned.notes.iter().map(|note| &*note.sv).collect();
    assert_eq!(
        notes,
        [format!(
            "Kolumnen Wording är ändrad i Requirements!D{first} men läses inte in. Kravtexten ändras i ett blad på svenska."
        )]
    );
}
