//! The form: what a reader fills in, each field with its name, its tooltip and an appearance for every state.

use super::structure::{Annotation, number};
use super::{Error, File, form_font, text};
use crate::layout::style::PAGE_HEIGHT;
use crate::layout::{Input, Layout, PlacedInput};
use crate::model::{Field, FieldKind};
use lopdf::{Dictionary, Object, ObjectId, Stream, dictionary};
use std::collections::HashMap;

/// What is typed is set in the sans in 10 pt, in the black of the page.
const TYPED: &str = "/Sans 10 Tf 0.067 g";
/// A field of several lines.
const MULTILINE: i64 = 1 << 12;
/// A choice of one, which stays chosen until another is.
const RADIO: i64 = (1 << 15) | (1 << 14);
/// How far the cross stays from the edges of its box.
const INSET: f32 = 2.0;

/// Adds all fields, if there are any; the keys by which each finds its node begin at `first_key`.
pub fn add(file: &mut File, layout: &Layout, first_key: usize) -> Result<Vec<Annotation>, Error> {
    let mut form = Form { fields: Vec::new(), choices: HashMap::new() };
    let mut annotations: Vec<Annotation> = Vec::new();
    for (page, content) in layout.pages.iter().enumerate() {
        for placed in &content.inputs {
            let key = first_key + annotations.len();
            let id = form.add(file, placed, key)?;
            annotations.push(Annotation { node: placed.input.node, id, page });
        }
    }
    if !form.fields.is_empty() {
        form.finish(file)?;
    }
    Ok(annotations)
}

struct Form {
    /// In reading order.
    fields: Vec<ObjectId>,
    /// The fields whose boxes have a field of their own above them, by name.
    choices: HashMap<String, ObjectId>,
}

impl Form {
    fn add(&mut self, file: &mut File, placed: &PlacedInput, key: usize) -> Result<ObjectId, Error> {
        let mut widget = widget(placed, key);
        match (&placed.input.field.kind, placed.input.choice) {
            (FieldKind::Choice(choices), Some(index)) if index < choices.len() => {
                let above = self.choice(file, &placed.input.field);
                add_states(file, &mut widget, &placed.input, &choices[index].value);
                widget.set("Parent", above);
                let id = file.add(widget);
                file.pdf.get_dictionary_mut(above)?.get_mut(b"Kids")?.as_array_mut()?.push(id.into());
                Ok(id)
            }
            (FieldKind::Text(lines), _) => {
                widget.extend(&text_field(&placed.input.field, *lines));
                let empty = appearance(file, &placed.input, "/Tx BMC EMC");
                widget.set("AP", dictionary! { "N" => empty });
                let id = file.add(widget);
                self.fields.push(id);
                Ok(id)
            }
            (FieldKind::Choice(_), _) => Ok(file.add(widget)),
        }
    }

    /// The field that the boxes of a choice belong to.
    fn choice(&mut self, file: &mut File, field: &Field) -> ObjectId {
        if let Some(id) = self.choices.get(&field.name) {
            return *id;
        }
        let id = file.add(dictionary! {
            "FT" => "Btn",
            "Ff" => RADIO,
            "T" => text(&field.name),
            "TU" => text(&field.tooltip),
            "V" => "Off",
            "Kids" => Vec::<Object>::new(),
        });
        self.choices.insert(field.name.clone(), id);
        self.fields.push(id);
        id
    }

    fn finish(self, file: &mut File) -> Result<(), Error> {
        let font = form_font::add(file)?;
        let fields: Vec<Object> = self.fields.into_iter().map(Object::from).collect();
        file.catalog()?.set(
            "AcroForm",
            dictionary! {
                "Fields" => fields,
                "DR" => dictionary! { "Font" => dictionary! { "Sans" => font } },
                "DA" => Object::string_literal(TYPED),
            },
        );
        Ok(())
    }
}

/// The flag 4 says that it is printed, which archives demand of every annotation.
fn widget(placed: &PlacedInput, key: usize) -> Dictionary {
    let PlacedInput { input, x, y } = placed;
    let top = PAGE_HEIGHT - y;
    dictionary! {
        "Type" => "Annot",
        "Subtype" => "Widget",
        "Rect" => [*x, top - input.height, x + input.width, top].map(Object::Real).to_vec(),
        "F" => 4,
        "StructParent" => number(key),
    }
}

fn text_field(field: &Field, lines: usize) -> Dictionary {
    dictionary! {
        "FT" => "Tx",
        "Ff" => if lines > 1 { MULTILINE } else { 0 },
        "T" => text(&field.name),
        "TU" => text(&field.tooltip),
        "V" => Object::string_literal(""),
        "DA" => Object::string_literal(TYPED),
    }
}

/// A box looks like nothing until it is chosen, and then like a cross; its frame is on the page.
fn add_states(file: &mut File, widget: &mut Dictionary, input: &Input, value: &str) {
    let (left, right) = (INSET, input.width - INSET);
    let cross =
        format!("1.5 w 0.067 G {left} {left} m {right} {right} l {left} {right} m {right} {left} l S");
    let states = dictionary! {
        value => appearance(file, input, &cross),
        "Off" => appearance(file, input, ""),
    };
    widget.set("AP", dictionary! { "N" => states });
    widget.set("AS", "Off");
}

fn appearance(file: &mut File, input: &Input, drawing: &str) -> ObjectId {
    let form = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Form",
        "BBox" => [0.0, 0.0, input.width, input.height].map(Object::Real).to_vec(),
        "Resources" => Dictionary::new(),
    };
    file.add(Stream::new(form, drawing.as_bytes().to_vec()))
}
