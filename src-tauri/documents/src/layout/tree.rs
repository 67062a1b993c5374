//! The document's logical structure: what a screen reader goes through, without pages.

/// A node of the structure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NodeId(usize);

impl NodeId {
    /// The node that holds the whole document.
    pub const ROOT: Self = Self(0);
}

/// A standard structure type of PDF 1.7 (ISO 32000-1, 14.8.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tag {
    Document,
    Section,
    Paragraph,
    Heading(u8),
    List(Numbering),
    ListItem,
    Label,
    ListBody,
    Table,
    Caption,
    TableHead,
    TableBody,
    TableRow,
    ColumnHeader,
    RowHeader,
    Cell,
    Contents,
    ContentsItem,
    Reference,
    Link,
    /// Something to fill in.
    Form,
    /// Words within a text that are told apart from the rest of it.
    Words,
    /// The same in Swedish, in a document in English.
    SwedishWords,
}

/// What the labels of a list are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Numbering {
    Letters,
    Figures,
    Bullets,
}

/// All nodes, in reading order. What is drawn belongs to a node by its id.
#[derive(Debug)]
pub struct Tree {
    nodes: Vec<Node>,
}

#[derive(Debug)]
pub struct Node {
    pub tag: Tag,
    pub parent: Option<NodeId>,
    pub children: Vec<NodeId>,
}

impl Tree {
    pub fn new() -> Self {
        Self { nodes: vec![Node { tag: Tag::Document, parent: None, children: Vec::new() }] }
    }

    /// A new last child of `parent`.
    pub fn add(&mut self, parent: NodeId, tag: Tag) -> NodeId {
        let id = NodeId(self.nodes.len());
        self.nodes.push(Node { tag, parent: Some(parent), children: Vec::new() });
        self.nodes[parent.0].children.push(id);
        id
    }

    pub fn tag(&self, node: NodeId) -> Tag {
        self.nodes[node.0].tag
    }

    pub fn nodes(&self) -> impl Iterator<Item = (NodeId, &Node)> {
        self.nodes.iter().enumerate().map(|(index, node)| (NodeId(index), node))
    }
}
