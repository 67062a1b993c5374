//! The structure tree: what each marked content on each page is, in reading order.

use super::{Error, File, form, links};
use crate::layout::Layout;
use crate::layout::tree::{Node, NodeId, Numbering, Tag};
use lopdf::{Dictionary, Object, ObjectId, dictionary};
use std::collections::HashMap;

/// A standard structure type's name in the file. There are only such, so there is no role map.
pub fn name(tag: Tag) -> &'static str {
    match tag {
        Tag::Document => "Document",
        Tag::Section => "Sect",
        Tag::Paragraph => "P",
        Tag::Heading(1) => "H1",
        Tag::Heading(2) => "H2",
        Tag::Heading(_) => "H3",
        Tag::List(_) => "L",
        Tag::ListItem => "LI",
        Tag::Label => "Lbl",
        Tag::ListBody => "LBody",
        Tag::Table => "Table",
        Tag::Caption => "Caption",
        Tag::TableHead => "THead",
        Tag::TableBody => "TBody",
        Tag::TableRow => "TR",
        Tag::ColumnHeader | Tag::RowHeader => "TH",
        Tag::Cell => "TD",
        Tag::Contents => "TOC",
        Tag::ContentsItem => "TOCI",
        Tag::Reference => "Reference",
        Tag::Link => "Link",
        Tag::Form => "Form",
        Tag::Words | Tag::SwedishWords => "Span",
    }
}

/// What lies on a page and can be pressed or filled in: a link, or a part of the form.
pub struct Annotation {
    pub node: NodeId,
    pub id: ObjectId,
    pub page: usize,
}

/// Adds the tree, and with it the links and the form, which are part of it.
pub fn add(file: &mut File, layout: &Layout, contents: &[Vec<NodeId>]) -> Result<(), Error> {
    let ids: HashMap<NodeId, ObjectId> =
        layout.tree.nodes().map(|(id, _)| (id, file.pdf.new_object_id())).collect();
    let root = file.pdf.new_object_id();
    let mut kids = contents_of_nodes(contents);
    let mut annotations = links::add(file, layout, contents.len());
    annotations.extend(form::add(file, layout, contents.len() + annotations.len())?);
    annotate(file, &annotations)?;
    for annotation in &annotations {
        kids.entry(annotation.node).or_default().push(Kid::Annotation(annotation.id, annotation.page));
    }
    let mut attributes = Attributes::default();
    for (id, node) in layout.tree.nodes() {
        let own = kids.remove(&id).unwrap_or_default();
        let mut element = element(file, node, &ids, root, &own);
        if let Some(shared) = attributes.of(node.tag, file) {
            element.set("A", shared);
        }
        file.ready.add(ids[&id], element)?;
    }
    let parents = parent_tree(file, contents, &annotations, &ids)?;
    file.pdf.set_object(
        root,
        dictionary! {
            "Type" => "StructTreeRoot",
            "K" => vec![ids[&NodeId::ROOT].into()],
            "ParentTree" => parents,
            "ParentTreeNextKey" => number(contents.len() + annotations.len()),
        },
    );
    file.catalog()?.set("StructTreeRoot", root);
    file.catalog()?.set("MarkInfo", dictionary! { "Marked" => true });
    Ok(())
}

/// What belongs to a node itself, as against its children.
#[derive(Clone, Copy)]
enum Kid {
    /// Page and number of a marked content.
    Content(usize, usize),
    /// An annotation and its page.
    Annotation(ObjectId, usize),
}

/// Tells each page what lies on it.
fn annotate(file: &mut File, annotations: &[Annotation]) -> Result<(), Error> {
    for page in 0..file.pages.len() {
        let here = annotations.iter().filter(|annotation| annotation.page == page);
        let here: Vec<Object> = here.map(|annotation| annotation.id.into()).collect();
        if here.is_empty() {
            file.page(page)?.remove(b"Annots");
        } else {
            file.page(page)?.set("Annots", here);
        }
    }
    Ok(())
}

fn contents_of_nodes(contents: &[Vec<NodeId>]) -> HashMap<NodeId, Vec<Kid>> {
    let mut kids: HashMap<NodeId, Vec<Kid>> = HashMap::new();
    for (page, nodes) in contents.iter().enumerate() {
        for (number, node) in nodes.iter().enumerate() {
            kids.entry(*node).or_default().push(Kid::Content(page, number));
        }
    }
    kids
}

/// A long document has tens of thousands of these, so each says only what it must: no `Type`, its page once for all that
/// it shows there, and attributes that it shares with others.
fn element(
    file: &File,
    node: &Node,
    ids: &HashMap<NodeId, ObjectId>,
    root: ObjectId,
    own: &[Kid],
) -> Dictionary {
    let mut element = dictionary! {
        "S" => name(node.tag),
        "P" => node.parent.map_or(root, |parent| ids[&parent]),
    };
    if node.tag == Tag::SwedishWords {
        element.set("Lang", lopdf::text_string("sv-SE"));
    }
    let page = own.iter().find_map(|kid| match kid {
        Kid::Content(page, _) => Some(*page),
        Kid::Annotation(..) => None,
    });
    if let Some(page) = page {
        element.set("Pg", file.pages[page]);
    }
    let own = own.iter().map(|kid| reference(file, *kid, page));
    let children = node.children.iter().map(|child| ids[child].into());
    let mut kids: Vec<Object> = own.chain(children).collect();
    match kids.len() {
        0 => {}
        1 => element.set("K", kids.remove(0)),
        _ => element.set("K", kids),
    }
    element
}

/// What an element shows on its own page is named by its number alone.
fn reference(file: &File, kid: Kid, own_page: Option<usize>) -> Object {
    match kid {
        Kid::Content(page, mcid) if own_page == Some(page) => number(mcid),
        Kid::Content(page, mcid) => {
            dictionary! { "Type" => "MCR", "Pg" => file.pages[page], "MCID" => number(mcid) }.into()
        }
        Kid::Annotation(annotation, page) => {
            dictionary! { "Type" => "OBJR", "Pg" => file.pages[page], "Obj" => annotation }.into()
        }
    }
}

/// The attributes that elements have, each written once.
#[derive(Default)]
struct Attributes(HashMap<&'static str, ObjectId>);

impl Attributes {
    fn of(&mut self, tag: Tag, file: &mut File) -> Option<ObjectId> {
        let (owner, key, value) = match tag {
            Tag::ColumnHeader => ("Table", "Scope", "Column"),
            Tag::RowHeader => ("Table", "Scope", "Row"),
            Tag::List(Numbering::Letters) => ("List", "ListNumbering", "LowerAlpha"),
            Tag::List(Numbering::Figures) => ("List", "ListNumbering", "Decimal"),
            Tag::List(Numbering::Bullets) => ("List", "ListNumbering", "Disc"),
            _ => return None,
        };
        Some(*self.0.entry(value).or_insert_with(|| file.add(dictionary! { "O" => owner, key => value })))
    }
}

/// From pages and annotations back to the nodes they belong to.
fn parent_tree(
    file: &mut File,
    contents: &[Vec<NodeId>],
    annotations: &[Annotation],
    ids: &HashMap<NodeId, ObjectId>,
) -> Result<ObjectId, Error> {
    let mut numbers: Vec<Object> = Vec::new();
    for (page, nodes) in contents.iter().enumerate() {
        let nodes: Vec<Object> = nodes.iter().map(|node| ids[node].into()).collect();
        let nodes = file.add(nodes);
        numbers.extend([number(page), nodes.into()]);
        let dictionary = file.page(page)?;
        dictionary.set("StructParents", number(page));
        dictionary.set("Tabs", "S");
    }
    for (index, annotation) in annotations.iter().enumerate() {
        numbers.extend([number(contents.len() + index), ids[&annotation.node].into()]);
    }
    Ok(file.add(dictionary! { "Nums" => numbers }))
}

/// A count as the file writes it.
pub fn number(count: usize) -> Object {
    Object::Integer(i64::try_from(count).unwrap_or(i64::MAX))
}
