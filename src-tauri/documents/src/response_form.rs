//! The response form (svarsbilaga): what the tenderer states per requirement, to fill in. It is published, so it holds
//! nothing but what the specification holds.

use std::ops::Deref;

use domain::assess::{Active, Assessment};
use domain::catalogue::entry::{Entry, Statement};
use domain::catalogue::theme::Placement;
use domain::project::Project;

use crate::front::{PLACEMENTS, Print, SIGNATURE, Teller, name, number, numbered};
use crate::model::{Column, Document, Fact, Field, Requirement, Rich, Section, Table};

/// The response form of a project.
pub fn document(project: &Project, assessment: &Assessment, print: &Print) -> Document {
    Builder(Teller::new(project, assessment, print, "response_form")).document()
}

struct Builder<'a>(Teller<'a>);

impl<'a> Deref for Builder<'a> {
    type Target = Teller<'a>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl Builder<'_> {
    fn document(&self) -> Document {
        let document = self.begun(&["date", "reference", "buyer"]);
        if self.assessment.active.is_empty() {
            return document.section(self.headed("about.title").paragraph(self.say("about.none")));
        }
        let placed = PLACEMENTS.into_iter().filter(|placement| self.placed(*placement).next().is_some());
        let mut sections = vec![self.about(), self.tenderer()];
        sections.extend(placed.map(|placement| self.requirements(placement)));
        sections.extend(self.common_terms().next().map(|_| self.common()));
        sections.push(self.signature());
        numbered(document, sections)
    }

    fn about(&self) -> Section {
        let has = |placement| self.placed(placement).next().is_some();
        let accepted = has(Placement::ContractTerm) || self.common_terms().next().is_some();
        let shown = self.own_requirements().any(|active| !self.statements(active).is_empty());
        let keys = [
            (true, "answer_all"),
            (accepted, "contract_term"),
            (shown, "shown"),
            (has(Placement::SelectionCriterion), "own_declaration"),
            (self.asks_for(Statement::KnownFaults), "known_faults"),
            (true, "answer_no"),
            (has(Placement::AwardCriterion), "answer_no_award"),
            (true, "room"),
            (true, "persons"),
            (true, "binding"),
        ];
        let said = keys.into_iter().filter(|(holds, _)| *holds);
        let items = said.map(|(_, key)| self.say(&format!("about.{key}")).into()).collect();
        self.headed("about.title").bullets(items)
    }

    fn tenderer(&self) -> Section {
        let keys = ["name", "number", "contact", "email", "phone"];
        let facts = keys.map(|key| self.line(&format!("tenderer.{key}"), &format!("tenderer_{key}")));
        self.headed("tenderer.title").facts(facts.into_iter().chain(self.lots()).collect())
    }

    /// Which of the lots the tender is for, a yes or a no each.
    fn lots(&self) -> impl Iterator<Item = Fact> {
        self.project.procurement.lots.iter().enumerate().map(|(place, lot)| {
            let label = self.fill("tenderer.lot", &[("lot", lot.clone())]);
            Fact::new(&label, self.choice(&format!("lot_{}", place + 1), &label))
        })
    }

    /// One line to fill in, asked for by its label.
    fn line(&self, key: &str, field: &str) -> Fact {
        let label = self.say(key);
        Fact::new(&label, Field::text(field, &label, 1))
    }

    fn requirements(&self, placement: Placement) -> Section {
        let title = self.phrase(&format!("specification.sections.{}", name(&placement)));
        let section = Section::new("", &title);
        let section = match placement {
            Placement::ExclusionGround => section.paragraph(self.say("exclusion.intro")),
            _ => section,
        };
        let (shown, answered): (Vec<&Active>, Vec<&Active>) =
            self.placed(placement).partition(|active| !self.statements(active).is_empty());
        let section = if answered.is_empty() {
            section
        } else {
            section.wide_table(self.answered(&answered, placement))
        };
        shown
            .into_iter()
            .fold(section, |section, active| section.requirement(self.requirement(active, placement)))
    }

    fn asks_for(&self, statement: Statement) -> bool {
        self.own_requirements().any(|active| self.statements(active).contains(&statement))
    }

    fn statements(&self, active: &Active) -> &[Statement] {
        self.entry(active).map(Entry::in_tender).unwrap_or_default()
    }

    /// What takes a yes or a no and nothing more, a row each. A ground for exclusion takes none: it is only named.
    fn answered(&self, answered: &[&Active], placement: Placement) -> Table {
        let mut columns = self.heads();
        if placement == Placement::ExclusionGround {
            return answered
                .iter()
                .fold(Table::new(columns), |table, active| table.row([number(active), self.title(active)]));
        }
        columns.push(Column::text(&self.ask(placement), 3.4));
        answered.iter().fold(Table::new(columns), |table, active| {
            let field = Rich::from(self.yes_or_no(active, placement));
            table.row([number(active).into(), self.title(active).into(), field])
        })
    }

    fn heads(&self) -> Vec<Column> {
        let head = |key: &str, share| Column::text(&self.say(&format!("table.{key}")), share);
        vec![head("requirement", 0.9), head("heading", 6.0)]
    }

    fn requirement(&self, active: &Active, placement: Placement) -> Requirement {
        let requirement =
            Requirement::new(&number(active), &self.title(active)).placement(&self.placement(placement));
        let statements = self.statements(active);
        let evidence = self.said(active).map(|said| said.evidence_tender());
        let evidence = evidence.filter(|text| !text.is_empty());
        let requirement = evidence.into_iter().fold(requirement, |requirement, text| {
            requirement.fact(&self.say("requirement.in_tender"), text)
        });
        let requirement = requirement.fact(&self.say("requirement.answer"), self.answer(active, placement));
        statements.iter().fold(requirement, |requirement, statement| {
            let label = self.say(&format!("statement.{}", name(statement)));
            requirement.fact(&label, self.statement(active, *statement, &label))
        })
    }

    /// The question and its yes and no.
    fn answer(&self, active: &Active, placement: Placement) -> Rich {
        Rich::new(&format!("{}   ", self.ask(placement))).field(self.yes_or_no(active, placement))
    }

    fn ask(&self, placement: Placement) -> String {
        self.say(&format!("ask.{}", name(&placement)))
    }

    fn yes_or_no(&self, active: &Active, placement: Placement) -> Field {
        let tooltip = self.tooltip(active, &self.ask(placement));
        self.choice(&format!("{}_answer", number(active)), &tooltip)
    }

    fn choice(&self, field: &str, tooltip: &str) -> Field {
        Field::choice(field, tooltip, [("yes", &*self.say("yes")), ("no", &*self.say("no"))])
    }

    /// What is to be stated, and room for it.
    fn statement(&self, active: &Active, statement: Statement, label: &str) -> Rich {
        let field = format!("{}_{}", number(active), name(&statement));
        let room = Field::text(&field, &self.tooltip(active, label), lines(statement));
        Rich::new(&self.say(&format!("help.{}", name(&statement)))).field(room)
    }

    fn tooltip(&self, active: &Active, what: &str) -> String {
        let slots = [("number", number(active)), ("title", self.title(active)), ("what", what.to_owned())];
        self.fill("requirement.tooltip", &slots)
    }

    /// The common terms are confirmed with one answer.
    fn common(&self) -> Section {
        let table = self
            .common_terms()
            .fold(Table::new(self.heads()), |table, active| table.row([number(active), self.title(active)]));
        let ask = self.say("ask.common_terms");
        let answer = self.choice("common_terms_answer", &ask);
        let answer = Rich::new(&format!("{ask}   ")).field(answer);
        let numbers = [("numbers", self.numbers(self.common_terms()))];
        Section::new("", &self.speaker().filled("specification.sections.common_terms", &numbers))
            .paragraph(self.say("common.intro"))
            .wide_table(table)
            .facts(vec![Fact::new(&self.say("requirement.answer"), answer)])
    }

    fn signature(&self) -> Section {
        let lines = ["name", "role", "place"];
        let mut facts = vec![Fact::new(&self.say("signature.signature"), SIGNATURE)];
        facts.extend(lines.map(|key| self.line(&format!("signature.{key}"), &format!("signature_{key}"))));
        self.headed("signature.title").paragraph(self.say("signature.intro")).facts(facts)
    }
}

/// How much room a statement usually takes.
fn lines(statement: Statement) -> usize {
    match statement {
        Statement::Description | Statement::Method => 5,
        Statement::KnownFaults => 4,
        Statement::Plan => 7,
        Statement::Offer | Statement::Attachments => 1,
    }
}
