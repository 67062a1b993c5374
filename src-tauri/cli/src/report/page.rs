//! A page of plain text: headings, paragraphs, points, rows. No colours, so that it reads the same in a file.

use domain::text::steers;
use textwrap::Options;

/// Wide enough for a table, narrow enough for an ordinary terminal, in characters.
const WIDTH: usize = 90;

/// As wide as the longest label: "Personer samtidigt, använt".
const LABEL: usize = 26;

/// A page that grows downwards.
#[derive(Default)]
pub struct Page {
    text: String,
}

impl Page {
    /// A heading with a line under it and air above it.
    pub fn heading(&mut self, text: &str) {
        self.air();
        let under = "=".repeat(text.chars().count());
        self.text.extend([text, "\n", &under, "\n"]);
    }

    /// An empty line, unless there is one, or nothing, above.
    pub fn air(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// A paragraph.
    pub fn line(&mut self, text: &str) {
        self.hang("", "", text);
    }

    /// A paragraph below something.
    pub fn below(&mut self, text: &str) {
        self.hang("  ", "  ", text);
    }

    /// A point of a list below something.
    pub fn point(&mut self, text: &str) {
        self.hang("  - ", "    ", text);
    }

    /// A label with its text, which hangs to the right of it.
    pub fn row(&mut self, label: &str, text: &str) {
        let first = format!("  {label:<LABEL$} ");
        let under = " ".repeat(LABEL + 3);
        if label.chars().count() <= LABEL {
            return self.hang(&first, &under, text);
        }
        self.below(label);
        self.hang(&under, &under, text);
    }

    fn hang(&mut self, first: &str, next: &str, text: &str) {
        let options = Options::new(WIDTH).initial_indent(first).subsequent_indent(next).break_words(false);
        // What an officer typed may hold line breaks and other control characters: here it is one paragraph.
        let plain: String = text.chars().map(|c| if steers(c) { ' ' } else { c }).collect();
        for line in textwrap::wrap(&plain, options) {
            self.text.push_str(line.trim_end());
            self.text.push('\n');
        }
    }

    /// The page.
    pub fn text(self) -> String {
        self.text
    }
}
