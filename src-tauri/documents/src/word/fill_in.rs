//! Places to fill in, as content controls: boxes to tick, and room for a text that the next press of a key replaces.

use super::run::plain;
use super::xml::{Element, el, val};
use crate::model::{Field, FieldKind};
use crate::phrase::one_line;

/// Word takes no longer name or title of a control.
const LONGEST: usize = 64;
/// What stands in an empty room, so that it is seen and can be pressed: spaces that are as wide as a letter.
const ROOM: usize = 30;
/// No room is higher, in lines.
const MOST_LINES: usize = 12;
/// A box to tick, empty and ticked.
const BOXES: [char; 2] = ['☐', '☒'];
/// The font in which Word and its like have both boxes.
const BOX_FONT: &str = "MS Gothic";

/// The controls of a place to fill in, with the words beside them.
pub fn controls(field: &Field) -> Vec<Element> {
    match &field.kind {
        FieldKind::Text(lines) => vec![room(field, (*lines).min(MOST_LINES))],
        FieldKind::Choice(choices) => choices
            .iter()
            .enumerate()
            .flat_map(|(index, choice)| {
                let before = if index == 0 { "" } else { "\u{2003}" };
                let title = format!("{} {}", field.tooltip, choice.words);
                let control = box_to_tick(&title, &format!("{}_{}", field.name, choice.value));
                let words = plain(&format!("\u{a0}{}", choice.words));
                plain(before).into_iter().chain([control]).chain(words)
            })
            .collect(),
    }
}

fn room(field: &Field, lines: usize) -> Element {
    let line = |index| {
        let start = (index > 0).then(|| el("w:br"));
        el("w:r").with(start).with([el("w:t").set("xml:space", "preserve").text(&"\u{2002}".repeat(ROOM))])
    };
    let kind = [el("w:showingPlcHdr"), el("w:text").set("w:multiLine", u8::from(lines > 1))];
    control(&field.tooltip, &field.name, kind, (0..lines).map(line))
}

fn box_to_tick(title: &str, name: &str) -> Element {
    let state = |tag, sign: char| {
        el(tag).set("w14:val", format!("{:04X}", u32::from(sign))).set("w14:font", BOX_FONT)
    };
    let [empty, ticked] = BOXES;
    let kind = el("w14:checkbox").with([
        el("w14:checked").set("w14:val", 0),
        state("w14:checkedState", ticked),
        state("w14:uncheckedState", empty),
    ]);
    let font = el("w:rFonts").set("w:ascii", BOX_FONT).set("w:hAnsi", BOX_FONT).set("w:eastAsia", BOX_FONT);
    let shown = el("w:r").with([el("w:rPr").with([font]), el("w:t").text(&empty.to_string())]);
    control(title, name, [kind], [shown])
}

/// A control with a title, which is what those who do not see it hear, and a name, which a program asks for.
fn control(
    title: &str,
    name: &str,
    kind: impl IntoIterator<Item = Element>,
    shown: impl IntoIterator<Item = Element>,
) -> Element {
    let short = |text: &str| one_line(text).chars().take(LONGEST).collect::<String>();
    let properties = el("w:sdtPr").with([val("w:alias", short(title)), val("w:tag", short(name))]).with(kind);
    el("w:sdt").with([properties, el("w:sdtContent").with(shown)])
}
