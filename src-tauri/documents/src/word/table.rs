//! Tables: with a head that is repeated on every page, or with labels to the left.
//!
//! That a row is not broken over a page is said of the paragraphs in it and not of the row (`cantSplit`): `LibreOffice` 7.4 then
//! loses rows for which there is no room on the page. So it breaks a row now and then, and loses none.

use super::run::{paragraph, paragraph_with, plain, runs};
use super::xml::{Element, el, val};
use super::{MARGIN, WIDTH};
use crate::model::{Align, Column, Fact, Inline, Rich, RowHeads, Table};

/// A table with a head, so far in from the left margin. Its caption stands above it, and is also what those who do not see
/// it hear it is about. One that `leads` to the line after it ends on the page of that.
pub fn headed(table: &Table, indent: u32, leads: bool) -> Vec<Element> {
    let shown: Vec<(usize, &Column)> =
        table.columns.iter().enumerate().filter(|(index, _)| !points_at_pages(table, *index)).collect();
    if shown.is_empty() {
        return Vec::new();
    }
    let widths = widths(&shown, WIDTH - indent);
    let head =
        shown.iter().map(|(_, column)| paragraph_with("TableHead", align(column), plain(&column.head)));
    let head = row(&[el("w:cantSplit"), el("w:tblHeader")], head.zip(widths.iter().copied()));
    let rows = table.rows.iter().enumerate().map(|(at, cells)| {
        // The last row, often a sum, does not stand alone on a page.
        let kept = at + 2 == table.rows.len() || (leads && at + 1 == table.rows.len());
        let cells =
            shown.iter().map(|&(index, column)| data(cells.get(index), index, column, table.row_heads, kept));
        row(&[], cells.zip(widths.iter().copied()))
    });
    let caption = table.caption.as_deref().unwrap_or_default();
    let above = (!caption.is_empty()).then(|| caption_above(caption, indent));
    let [properties, grid] = frame("HeadedTable", caption, indent, &widths);
    let whole = el("w:tbl").with([properties, grid, head]).with(rows);
    above.into_iter().chain([whole, after(leads)]).collect()
}

/// Labels to the left, each with the paragraph that stands to the right of it. `about` says what of to those who do not
/// see it.
pub fn labelled(about: &str, rows: impl IntoIterator<Item = (String, Element)>) -> Vec<Element> {
    labelled_rows(about, rows.into_iter().map(|(label, text)| [paragraph("TableLabel", plain(&label)), text]))
}

/// The same, of rows that stand on one page and on that of what leads to them: each is kept with the next.
pub fn kept_together(facts: &[Fact]) -> Vec<Element> {
    let rows = facts.iter().enumerate().map(|(index, fact)| {
        let kept = (index + 1 < facts.len()).then(|| el("w:keepNext"));
        [
            paragraph_with("TableLabel", kept.clone(), plain(&fact.label)),
            paragraph_with("TableText", kept, runs(&fact.text)),
        ]
    });
    labelled_rows("", rows)
}

fn labelled_rows(about: &str, rows: impl Iterator<Item = [Element; 2]>) -> Vec<Element> {
    let widths = [MARGIN, WIDTH - MARGIN];
    let rows: Vec<Element> = rows.map(|cells| row(&[], cells.into_iter().zip(widths))).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    vec![el("w:tbl").with(frame("LabelledTable", about, 0, &widths)).with(rows), after(false)]
}

/// A column that only points at pages says nothing where they are not known.
fn points_at_pages(table: &Table, column: usize) -> bool {
    let points =
        |row: &Vec<Rich>| row.get(column).is_some_and(|cell| matches!(cell.inlines(), [Inline::PageOf(_)]));
    !table.rows.is_empty() && table.rows.iter().all(points)
}

/// A cell, kept with the row after it or not.
fn data(text: Option<&Rich>, index: usize, column: &Column, heads: RowHeads, kept: bool) -> Element {
    let style = if index == 0 && heads == RowHeads::Bold { "TableLabel" } else { "TableText" };
    let kept = kept.then(|| el("w:keepNext"));
    paragraph_with(style, kept.into_iter().chain(align(column)), text.map(runs).unwrap_or_default())
}

fn align(column: &Column) -> Option<Element> {
    (column.align == Align::End).then(|| val("w:jc", "right"))
}

/// The width of each column in twentieths of a point, by its share of the whole.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a part of a page's width is small"
)]
#[expect(clippy::cast_precision_loss, reason = "a page is narrower than 2^23 twentieths of a point")]
fn widths(columns: &[(usize, &Column)], whole: u32) -> Vec<u32> {
    let share = |column: &Column| if column.share.is_finite() { column.share.max(0.1) } else { 1.0 };
    let all: f32 = columns.iter().map(|(_, column)| share(column)).sum();
    columns.iter().map(|(_, column)| (share(column) / all * whole as f32) as u32).collect()
}

fn frame(style: &str, about: &str, indent: u32, widths: &[u32]) -> [Element; 2] {
    let width = el("w:tblW").set("w:w", widths.iter().sum::<u32>()).set("w:type", "dxa");
    let indent = el("w:tblInd").set("w:w", indent).set("w:type", "dxa");
    let heads = el("w:tblLook")
        .set("w:val", "04A0")
        .set("w:firstRow", u8::from(style == "HeadedTable"))
        .set("w:lastRow", 0)
        .set("w:firstColumn", 1)
        .set("w:lastColumn", 0)
        .set("w:noHBand", 1)
        .set("w:noVBand", 1);
    let about = (!about.is_empty()).then(|| val("w:tblCaption", about));
    let properties = el("w:tblPr")
        .with([val("w:tblStyle", style), width, indent, val_type("w:tblLayout", "fixed"), heads])
        .with(about);
    let columns = widths.iter().map(|width| el("w:gridCol").set("w:w", width));
    [properties, el("w:tblGrid").with(columns)]
}

fn val_type(name: &'static str, kind: &str) -> Element {
    el(name).set("w:type", kind)
}

fn row(properties: &[Element], cells: impl Iterator<Item = (Element, u32)>) -> Element {
    let cells = cells.map(|(content, width)| {
        let width = el("w:tcW").set("w:w", width).set("w:type", "dxa");
        el("w:tc").with([el("w:tcPr").with([width]), content])
    });
    let properties = (!properties.is_empty()).then(|| el("w:trPr").with(properties.to_vec()));
    el("w:tr").with(properties).with(cells)
}

fn caption_above(caption: &str, indent: u32) -> Element {
    paragraph_with("Caption", [el("w:ind").set("w:left", indent)], plain(caption))
}

/// Two tables that touch would become one.
fn after(leads: bool) -> Element {
    paragraph_with("AfterTable", leads.then(|| el("w:keepNext")), [])
}
