//! What a reader, and a screen reader, gets from the PDF.

use crate::support;
use crate::support::read::{Node, Read, read};
use documents::model::{Column, Document, Rich, Section, Status, Table};
use documents::pdf;

fn made(document: &Document) -> Read {
    read(&pdf::render(document).unwrap())
}

#[test]
fn the_same_document_makes_the_same_bytes() {
    assert_eq!(
        pdf::render(&support::specification()).unwrap(),
        pdf::render(&support::specification()).unwrap()
    );
    assert_ne!(pdf::render(&support::specification()).unwrap(), pdf::render(&support::draft()).unwrap());
}

#[test]
fn the_specification_reads_in_order() {
    insta::assert_snapshot!(made(&support::specification()).structure().outline());
}

#[test]
fn the_contents_tell_the_page_that_each_heading_stands_on() {
    let structure = made(&support::specification()).structure();
    let headings: Vec<&Node> = structure.all().into_iter().filter(|node| is_numbered(node)).collect();
    let links = structure.tagged("Link");
    assert_eq!(links.len(), headings.len());
    for (link, heading) in links.into_iter().zip(headings) {
        assert_eq!(link.text(), format!("{} {}", heading.text(), heading.pages()[0]));
    }
}

/// A heading that contents lead to: "3 Särskilda kontraktsvillkor" or "K1 Studiebesök".
fn is_numbered(node: &Node) -> bool {
    let text = node.text();
    let number = text.split(' ').next().unwrap_or_default();
    ["H2", "H3"].contains(&node.tag.as_str())
        && (number == "Bilaga" || number.ends_with(|c: char| c.is_ascii_digit()))
}

#[test]
fn bookmarks_are_sections_with_their_requirements() {
    let read = made(&support::specification());
    let outline = read.file.get_toc().unwrap().toc;
    let entries: Vec<(usize, &str)> =
        outline.iter().map(|entry| (entry.level, entry.title.as_str())).collect();
    assert_eq!(
        entries[..4],
        [
            (1, "1 Om kraven"),
            (1, "2 Kraven i korthet"),
            (1, "3 Särskilda kontraktsvillkor"),
            (2, "K1 Dialog om sysselsättningsfrämjande insatser")
        ]
    );
    assert_eq!(entries.last(), Some(&(1, "Bilaga 1 Arbetsrättsliga villkor")));
}

#[test]
fn every_footer_says_whether_it_is_a_draft_and_which_page_it_is() {
    let read = made(&support::draft());
    let count = read.artifacts.len();
    for (index, artifacts) in read.artifacts.iter().enumerate() {
        assert_eq!(
            artifacts[artifacts.len() - 4..],
            [
                "Utkast".to_owned(),
                ", version 0.4".into(),
                "2026-11-25 14:32".into(),
                format!("Sida {} av {count}", index + 1)
            ]
        );
    }
    let english = made(&support::english::specification(Status::fixed("1.0"), "2026-12-11"));
    assert!(english.artifacts[0].contains(&"Page 1 of 2".to_owned()));
}

#[test]
fn a_requirement_keeps_its_title_with_its_first_two_duties() {
    let structure = made(&support::long(40)).structure();
    let requirements = structure.tagged("Sect").into_iter().filter(|node| node.children[0].tag == "H3");
    for requirement in requirements {
        let title = requirement.children[0].pages();
        let duties = requirement.tagged("LI");
        assert_eq!(
            [duties[0].pages(), duties[1].pages()],
            [title.clone(), title],
            "{}",
            requirement.children[0].text()
        );
    }
}

#[test]
fn a_table_repeats_its_head_for_the_eye_only_and_splits_no_row() {
    let columns = vec![Column::text("Avdelning", 1.0), Column::number("Antal", 1.0)];
    let table = (0..120).fold(Table::new(columns), |table, row| {
        table.row([format!("Rad {row}\nnästa rad"), row.to_string()])
    });
    let read = made(&support::saying("Prov", Section::new("1", "Tabell").wide_table(table)));
    let structure = read.structure();
    assert_eq!(structure.tagged("THead").len(), 1);
    assert!(read.artifacts.len() > 4);
    for artifacts in &read.artifacts[2..] {
        assert!(artifacts.contains(&"Avdelning".to_owned()));
    }
    assert!(structure.tagged("TR").iter().all(|row| row.pages().len() == 1));
}

#[test]
fn amounts_dates_and_sections_never_break_over_a_line() {
    let phrases = ["20 000 000 kr", "2026-12-11", "19 kap. 3 och 9 §§", "15 april 2027", "3 procent", "K3 f"];
    let paragraphs = (0..60).map(|words| format!("{}{}.", "ord ".repeat(words), phrases.join(" ord ")));
    let section = paragraphs.fold(Section::new("1", "Text"), Section::paragraph);
    let lines = made(&support::saying("Prov", section)).lines();
    for phrase in phrases {
        assert_eq!(lines.iter().filter(|line| line.contains(phrase)).count(), 60, "{phrase}");
    }
}

#[test]
fn a_character_that_no_font_has_is_shown_as_a_box() {
    let text = "A\u{7}B\u{ad}C\u{200b}D – سلام 👩\u{200d}🔧 ≥ α □";
    let read = made(&support::saying("Prov", Section::new("1", "Tecken").paragraph(text)));
    let paragraph = read.structure().tagged("P").last().unwrap().text();
    assert_eq!(paragraph, "A BCD – □□□□ □□ ≥ α □");
}

#[test]
fn pages_that_a_table_refers_to_are_those_where_the_requirement_stands() {
    let columns = || vec![Column::text("Krav", 1.0), Column::number("Sida", 1.0)];
    let table = (1..=9).fold(Table::new(columns()), |table, n| {
        table.row([Rich::from(format!("K{n}")), Rich::default().page_of(&format!("K{n}"))])
    });
    let mut document = support::long(9);
    document.sections.insert(0, Section::new("0", "Korthet").wide_table(table));
    let structure = made(&document).structure();
    let told: Vec<String> = structure
        .tagged("TD")
        .into_iter()
        .map(Node::text)
        .filter(|text| text.parse::<usize>().is_ok())
        .collect();
    let found: Vec<String> =
        structure.tagged("H3").into_iter().map(|title| title.pages()[0].to_string()).collect();
    assert_eq!(told, found);
}
