//! A requirement: rule, number and title, level and placement, duties by letter, its table, its facts.

use super::Builder;
use super::item::Starts;
use super::row::{Row, Rule};
use super::section::is_end;
use super::style::{
    BODY_HEIGHT, Colour, FACT, H3, LABEL_WIDTH, LEFT, LETTER, META, NUMBER, TEXT, TEXT_WIDTH, WORDING,
};
use super::tree::{NodeId, Numbering, Tag};
use crate::font::Face;
use crate::model::{Duty, Fact, Inline, Requirement, Rich};

/// Between the rule and the title.
const PADDING: f32 = 4.35;
const ABOVE_DUTIES: f32 = 6.2;
/// Between two duties: 1.5 mm.
const BETWEEN_DUTIES: f32 = 4.25;
const ABOVE_TABLE: f32 = 9.7;
/// Above the facts: 3 mm.
const ABOVE_FACTS: f32 = 8.5;
/// Above and below the text of a fact.
const FACT_PADDING: f32 = 2.75;
const FACT_PADDING_OF_LEAFLET: f32 = 1.6;
/// More above and below what is filled in.
const INPUT_PADDING: f32 = 2.25;
/// Title, level and as many duties as this stand on the same page.
const TOGETHER: usize = 2;
/// Facts that take no more than this part of a page move to the next one whole.
const FACTS_WHOLE: f32 = BODY_HEIGHT / 3.0;

impl Builder<'_> {
    pub(super) fn requirement(&mut self, section: NodeId, requirement: &Requirement, space: f32) {
        let node = self.node(section, Tag::Section);
        let start = self.requirement_title(node, requirement);
        self.level_and_placement(node, requirement);
        self.keep_from(start);
        self.duties(node, requirement);
        if let Some(table) = &requirement.table {
            self.table(node, table, TEXT, ABOVE_TABLE);
        }
        self.facts(node, &requirement.facts, ABOVE_FACTS);
        if let Some(last) = self.strips.last_mut() {
            last.keep = false;
        }
        let whole = self.strips[start..].iter().map(|strip| strip.space + strip.height).sum();
        let first = &mut self.strips[start];
        (first.space, first.starts) = (space, Starts::Third(whole));
    }

    fn requirement_title(&mut self, parent: NodeId, requirement: &Requirement) -> usize {
        let node = self.node(parent, Tag::Heading(3));
        let number =
            self.cell(node, LEFT, LABEL_WIDTH, &Rich::from(format!("{} ", requirement.number)), NUMBER);
        let title =
            self.cell(node, TEXT, TEXT_WIDTH, &self.document.swedish.told_apart(&requirement.title), H3);
        let mut strips = Row::new(H3, vec![number, title]).strips();
        let rule = Rule::page_wide(1.25, Colour::Ink);
        strips[0].raise(rule.thickness + PADDING);
        strips[0].items.push(rule.at(0.0));
        let start = self.push(0.0, strips);
        self.strips[start].anchor = Some(self.next_anchor());
        start
    }

    fn level_and_placement(&mut self, parent: NodeId, requirement: &Requirement) {
        let mut text = Rich::default();
        if let Some(line) = &requirement.level {
            text = text.level(line.level, &line.words);
        }
        if !requirement.placement.is_empty() {
            let dot = if requirement.level.is_some() { "\u{a0}\u{a0}·\u{a0} " } else { "" };
            text = text.text(dot).text(&requirement.placement);
        }
        if text.inlines().is_empty() {
            return;
        }
        let node = self.node(parent, Tag::Paragraph);
        let cell = self.cell(node, TEXT, TEXT_WIDTH, &text, META);
        self.push(0.0, Row::new(META, vec![cell]).strips());
    }

    fn duties(&mut self, parent: NodeId, requirement: &Requirement) {
        if requirement.duties.is_empty() {
            return;
        }
        let list = self.node(parent, Tag::List(Numbering::Letters));
        for (index, duty) in requirement.duties.iter().enumerate() {
            let space = if index == 0 { ABOVE_DUTIES } else { BETWEEN_DUTIES };
            let start = self.duty(list, &requirement.cite(duty), duty, space);
            if index + 1 < TOGETHER.min(requirement.duties.len()) {
                self.keep_from(start);
            } else if index < TOGETHER {
                self.keep_but_last_from(start);
            }
        }
    }

    fn duty(&mut self, list: NodeId, cite: &str, duty: &Duty, space: f32) -> usize {
        let item = self.node(list, Tag::ListItem);
        let (label, body) = (self.node(item, Tag::Label), self.node(item, Tag::ListBody));
        let letter = self.cell(label, LEFT, LABEL_WIDTH, &Rich::from(format!("{cite} ")), LETTER);
        let text = self.cell(body, TEXT, TEXT_WIDTH, &duty.text, WORDING);
        self.push(space, Row { breaks: true, ..Row::new(WORDING, vec![letter, text]) }.strips())
    }

    pub(super) fn facts(&mut self, parent: NodeId, facts: &[Fact], space: f32) {
        if facts.is_empty() {
            return;
        }
        let table = self.node(parent, Tag::Table);
        let start = self.strips.len();
        for (index, fact) in facts.iter().enumerate() {
            let row = self.fact(table, fact);
            if is_end(index, facts.len()) {
                self.keep_from(row);
            }
        }
        self.strips[start].space = space;
        let height: f32 = self.strips[start..].iter().map(|strip| strip.height).sum();
        if height <= FACTS_WHOLE {
            self.keep_but_last_from(start);
        }
    }

    fn fact(&mut self, table: NodeId, fact: &Fact) -> usize {
        let row = self.node(table, Tag::TableRow);
        let (head, data) = (self.node(row, Tag::RowHeader), self.node(row, Tag::Cell));
        let label = self.cell(
            head,
            LEFT,
            LABEL_WIDTH,
            &fact.label.as_str().into(),
            FACT.with_face(Face::SansSemiBold),
        );
        let text = self.cell(data, TEXT, TEXT_WIDTH, &fact.text, FACT);
        let above = Some(Rule::page_wide(0.5, Colour::Row));
        let filled_in = fact.text.inlines().iter().any(|inline| matches!(inline, Inline::Field(_)));
        let usual = if self.document.contents { FACT_PADDING } else { FACT_PADDING_OF_LEAFLET };
        let padding = usual + if filled_in { INPUT_PADDING } else { 0.0 };
        self.push(0.0, Row { above, padding, ..Row::new(FACT, vec![label, text]) }.strips())
    }

    /// What was added since `start` stands on the same page.
    pub(super) fn keep_but_last_from(&mut self, start: usize) {
        self.keep_from(start);
        if let Some(last) = self.strips.last_mut() {
            last.keep = false;
        }
    }
}
