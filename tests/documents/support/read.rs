//! Reads a PDF back, as a screen reader would: what each node of the structure says, and what is only for the eye.

#![expect(clippy::unwrap_used, reason = "a file that cannot be read fails the test")]

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};
use std::collections::{BTreeMap, HashMap};

/// A PDF file that has been read.
pub struct Read {
    pub file: Document,
    /// By page and number of marked content: what it says, line by line.
    contents: BTreeMap<(usize, i64), Vec<Shown>>,
    /// What is not part of the structure, by page.
    pub artifacts: Vec<Vec<String>>,
    pages: HashMap<ObjectId, usize>,
}

/// Text that is shown at one height.
#[derive(Debug, Clone)]
pub struct Shown {
    pub page: usize,
    pub y: f32,
    pub text: String,
}

/// A node of the structure with all that is below it.
#[derive(Debug)]
pub struct Node {
    pub tag: String,
    /// What it says itself, as against its children.
    pub shown: Vec<Shown>,
    pub children: Vec<Node>,
}

impl Node {
    /// What it and its children say.
    pub fn text(&self) -> String {
        let own = self.shown.iter().map(|shown| shown.text.as_str());
        own.map(str::to_owned).chain(self.children.iter().map(Self::text)).collect()
    }

    /// It and all that is below it, in reading order.
    pub fn all(&self) -> Vec<&Node> {
        std::iter::once(self).chain(self.children.iter().flat_map(Self::all)).collect()
    }

    pub fn tagged<'a>(&'a self, tag: &str) -> Vec<&'a Node> {
        self.all().into_iter().filter(|node| node.tag == tag).collect()
    }

    /// The pages that it stands on, from 1.
    pub fn pages(&self) -> Vec<usize> {
        let mut pages: Vec<usize> =
            self.all().iter().flat_map(|node| node.shown.iter().map(|shown| shown.page + 1)).collect();
        pages.sort_unstable();
        pages.dedup();
        pages
    }

    /// What it says, with what stands in different cells or beside a number told apart.
    fn cells(&self) -> Vec<String> {
        let own: String = self.shown.iter().map(|shown| shown.text.as_str()).collect();
        let inline = |node: &&Self| ["Span", "Link", "Reference"].contains(&node.tag.as_str());
        let own = own + &self.children.iter().filter(inline).map(Self::text).collect::<String>();
        let others = self.children.iter().filter(|node| !inline(node)).flat_map(Self::cells);
        std::iter::once(own).chain(others).filter(|text| !text.is_empty()).collect()
    }

    /// What is read in one go (a paragraph, an item, a row), each with its tag, in reading order. Below the head of a table that
    /// tag is `THead`.
    pub fn pieces(&self) -> Vec<(&str, String)> {
        const WHOLE: [&str; 9] = ["P", "H1", "H2", "H3", "LI", "THead", "TR", "Caption", "TOCI"];
        if WHOLE.contains(&self.tag.as_str()) || !self.shown.is_empty() {
            return vec![(&self.tag, self.cells().join(" "))];
        }
        self.children.iter().flat_map(Self::pieces).collect()
    }

    /// The tree as indented lines.
    pub fn outline(&self) -> String {
        let mut out = String::new();
        self.write(0, &mut out);
        out
    }

    fn write(&self, depth: usize, out: &mut String) {
        let own: String = self.shown.iter().map(|shown| shown.text.as_str()).collect();
        let line = format!("{}{} {}", "  ".repeat(depth), self.tag, own);
        out.push_str(line.trim_end());
        out.push('\n');
        self.children.iter().for_each(|child| child.write(depth + 1, out));
    }
}

/// Reads a file and what its pages show.
pub fn read(bytes: &[u8]) -> Read {
    let file = Document::load_mem(bytes).unwrap();
    let pages: Vec<ObjectId> = file.get_pages().into_values().collect();
    let mut read = Read {
        contents: BTreeMap::new(),
        artifacts: vec![Vec::new(); pages.len()],
        pages: pages.iter().enumerate().map(|(index, id)| (*id, index)).collect(),
        file,
    };
    for (index, id) in pages.into_iter().enumerate() {
        read.page(index, id);
    }
    read
}

impl Read {
    fn page(&mut self, page: usize, id: ObjectId) {
        let fonts = self.fonts(id);
        let content = Content::decode(&self.file.get_page_content(id)).unwrap();
        let (mut mark, mut font, mut y) = (None, &HashMap::new(), 0.0);
        for operation in content.operations {
            let operands = &operation.operands;
            match operation.operator.as_str() {
                "BDC" => {
                    mark = operands[1].as_dict().unwrap().get(b"MCID").ok().map(|id| id.as_i64().unwrap());
                }
                "Tf" => font = &fonts[operands[0].as_name().unwrap()],
                "Tm" => y = operands[5].as_float().unwrap(),
                "TJ" | "Tj" => {
                    let text = spell(operands[0].as_array().unwrap_or(operands), font);
                    match mark {
                        Some(id) => {
                            self.contents.entry((page, id)).or_default().push(Shown { page, y, text });
                        }
                        None => self.artifacts[page].push(text),
                    }
                }
                _ => {}
            }
        }
    }

    /// The fonts of a page, as the characters that each of their glyphs shows.
    fn fonts(&self, page: ObjectId) -> HashMap<Vec<u8>, HashMap<u16, String>> {
        let fonts = self.file.get_page_fonts(page).unwrap();
        fonts.into_iter().map(|(name, font)| (name, self.characters(font))).collect()
    }

    fn characters(&self, font: &Dictionary) -> HashMap<u16, String> {
        let map = self.file.get_object(font.get(b"ToUnicode").unwrap().as_reference().unwrap()).unwrap();
        let map = map.as_stream().unwrap().get_plain_content().unwrap();
        String::from_utf8(map).unwrap().lines().filter_map(entry).collect()
    }

    /// The structure, from the document down.
    pub fn structure(&self) -> Node {
        let root = self.file.catalog().unwrap().get(b"StructTreeRoot").unwrap().as_reference().unwrap();
        let kids = self.file.get_dictionary(root).unwrap().get(b"K").unwrap().as_array().unwrap();
        self.node(kids[0].as_reference().unwrap())
    }

    fn node(&self, id: ObjectId) -> Node {
        let element = self.file.get_dictionary(id).unwrap();
        let tag = String::from_utf8(element.get(b"S").unwrap().as_name().unwrap().to_vec()).unwrap();
        let mut node = Node { tag, shown: Vec::new(), children: Vec::new() };
        let kids = match element.get(b"K") {
            Ok(Object::Array(kids)) => kids.clone(),
            Ok(only) => vec![only.clone()],
            Err(_) => Vec::new(),
        };
        for kid in kids {
            match kid {
                Object::Reference(child) => node.children.push(self.node(child)),
                Object::Dictionary(own) => node.shown.extend(self.marked(&own)),
                // On the element's own page.
                Object::Integer(id) => node.shown.extend(self.content(element, id)),
                other => panic!("{other:?} is no kid of a structure element"),
            }
        }
        node
    }

    fn marked(&self, reference: &Dictionary) -> Vec<Shown> {
        let Ok(id) = reference.get(b"MCID") else { return Vec::new() };
        self.content(reference, id.as_i64().unwrap())
    }

    /// What a numbered content says, on the page that `at` names.
    fn content(&self, at: &Dictionary, id: i64) -> Vec<Shown> {
        let page = self.pages[&at.get(b"Pg").unwrap().as_reference().unwrap()];
        self.contents.get(&(page, id)).cloned().unwrap_or_default()
    }

    /// Everything that is read, line by line as it stands on paper.
    pub fn lines(&self) -> Vec<String> {
        let mut lines: Vec<(usize, f32, String)> = Vec::new();
        for shown in self.contents.values().flatten() {
            match lines.last_mut() {
                Some((page, y, text)) if *page == shown.page && y.to_bits() == shown.y.to_bits() => {
                    text.push_str(&shown.text);
                }
                _ => lines.push((shown.page, shown.y, shown.text.clone())),
            }
        }
        lines.into_iter().map(|(_, _, text)| text).collect()
    }
}

/// `<0001> <0041>`: glyph 1 shows "A".
fn entry(line: &str) -> Option<(u16, String)> {
    let (glyph, text) = line.strip_prefix('<')?.split_once("> <")?;
    let units: Option<Vec<u16>> =
        (0..text.len() / 4).map(|at| u16::from_str_radix(text.get(at * 4..at * 4 + 4)?, 16).ok()).collect();
    Some((u16::from_str_radix(glyph, 16).ok()?, String::from_utf16(&units?).ok()?))
}

fn spell(shown: &[Object], font: &HashMap<u16, String>) -> String {
    let codes = shown.iter().filter_map(|object| object.as_str().ok()).flat_map(|bytes| bytes.chunks(2));
    codes.map(|code| font[&u16::from_be_bytes([code[0], code[1]])].as_str()).collect()
}
