//! XML as a tree, written in one piece.

use std::io::Cursor;

use domain::text::{is_no_character, steers};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// An element with what is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    children: Vec<Node>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Node {
    Element(Element),
    Text(String),
}

/// An element with nothing in it yet.
pub fn el(name: &'static str) -> Element {
    Element { name, attributes: Vec::new(), children: Vec::new() }
}

/// An element that says only one thing, as most of the properties of a text do.
pub fn val(name: &'static str, value: impl ToString) -> Element {
    el(name).set("w:val", value)
}

impl Element {
    /// Adds an attribute.
    #[expect(clippy::needless_pass_by_value, reason = "a number is given as a word is")]
    pub fn set(mut self, name: &'static str, value: impl ToString) -> Self {
        self.attributes.push((name, shown(&value.to_string())));
        self
    }

    /// Adds elements.
    pub fn with(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        self.children.extend(children.into_iter().map(Node::Element));
        self
    }

    /// Adds text.
    pub fn text(mut self, text: &str) -> Self {
        self.children.push(Node::Text(shown(text)));
        self
    }

    /// The file whose root this is.
    pub fn file(&self) -> Result<Vec<u8>, std::io::Error> {
        let mut writer = Writer::new(Cursor::new(Vec::new()));
        writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))))?;
        self.write(&mut writer)?;
        Ok(writer.into_inner().into_inner())
    }

    fn write(&self, writer: &mut Writer<Cursor<Vec<u8>>>) -> Result<(), std::io::Error> {
        let mut start = BytesStart::new(self.name);
        for (name, value) in &self.attributes {
            start.push_attribute((*name, value.as_str()));
        }
        if self.children.is_empty() {
            return writer.write_event(Event::Empty(start));
        }
        writer.write_event(Event::Start(start))?;
        for child in &self.children {
            match child {
                Node::Element(element) => element.write(writer)?,
                Node::Text(text) => writer.write_event(Event::Text(BytesText::new(text)))?,
            }
        }
        writer.write_event(Event::End(BytesEnd::new(self.name)))
    }
}

/// What steers how text is shown becomes a space, and what is no character, which XML cannot hold either, falls away.
fn shown(text: &str) -> String {
    let shown = |c| if steers(c) { ' ' } else { c };
    text.chars().filter(|c| !is_no_character(*c)).map(shown).collect()
}
