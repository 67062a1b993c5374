//! Tables with a head, whose first column names each row.

use super::Rich;
use serde::Serialize;

/// A table with a head. The first column names each row, also for those who hear the table read.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Table {
    /// "Tabell 2. Platsformer …"; the builder numbers it, since texts refer to the number.
    pub caption: Option<String>,
    /// The columns, from the left.
    pub columns: Vec<Column>,
    /// How the first cell of each row is set.
    pub row_heads: RowHeads,
    /// A cell a column; missing ones are empty, surplus ones are not shown.
    pub rows: Vec<Vec<Rich>>,
}

impl Table {
    /// A table without rows yet, whose first column is in bold.
    pub fn new(columns: Vec<Column>) -> Self {
        Self { caption: None, columns, row_heads: RowHeads::Bold, rows: Vec::new() }
    }

    /// The line above the table.
    #[must_use]
    pub fn caption(mut self, caption: &str) -> Self {
        self.caption = Some(caption.into());
        self
    }

    /// Sets the first column like the others.
    #[must_use]
    pub fn plain_row_heads(mut self) -> Self {
        self.row_heads = RowHeads::Plain;
        self
    }

    /// Adds a row.
    #[must_use]
    pub fn row<const N: usize>(mut self, cells: [impl Into<Rich>; N]) -> Self {
        self.rows.push(cells.into_iter().map(Into::into).collect());
        self
    }
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Column {
    /// What stands in the head.
    pub head: String,
    /// How wide it is against the other columns.
    pub share: f32,
    /// Words from the left, figures from the right.
    pub align: Align,
}

impl Column {
    /// A column of words.
    pub fn text(head: &str, share: f32) -> Self {
        Self { head: head.into(), share, align: Align::Start }
    }

    /// A column of figures.
    pub fn number(head: &str, share: f32) -> Self {
        Self { head: head.into(), share, align: Align::End }
    }
}

/// Where the text of a column is aligned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    /// To the left.
    Start,
    /// To the right.
    End,
}

/// How the first cell of each row is set; it names the row either way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RowHeads {
    /// In bold.
    Bold,
    /// Like the other cells.
    Plain,
}
