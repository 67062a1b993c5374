//! The official fields and code lists of a notice (eForms), with their names in Swedish and English.

use std::collections::{BTreeMap, HashMap};
use std::fmt;

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use crate::catalogue::theme::Placement;
use crate::refusal::{Kind, Refusal};
use crate::rows::rows;
use crate::text::Bilingual;

macro_rules! terms {
    ($($(#[$doc:meta])* $term:ident = $id:literal),* $(,)?) => {
        /// A field of the notice (business term) that the program fills in.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Term {
            $($(#[$doc])* #[serde(rename = $id)] $term),*
        }

        impl Term {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$term),*];

            /// The official number: "BT-06".
            pub const fn id(self) -> &'static str {
                match self {
                    $(Self::$term => $id),*
                }
            }
        }
    };
}

terms! {
    /// Strategic procurement.
    Bt06 = "BT-06",
    /// How the aim is pursued.
    Bt777 = "BT-777",
    /// Social objectives.
    Bt775 = "BT-775",
    /// Accessibility in the technical specifications.
    Bt754 = "BT-754",
    /// Why there is none.
    Bt755 = "BT-755",
    /// Reserved participation.
    Bt71 = "BT-71",
    /// Execution within a programme of sheltered employment.
    Bt736 = "BT-736",
    /// Additional information.
    Bt300 = "BT-300",
    /// The mark before the terms of performance.
    Opt060 = "OPT-060",
    /// Terms of performance.
    Bt70 = "BT-70",
    /// Kind of award criterion.
    Bt539 = "BT-539",
    /// Its name.
    Bt734 = "BT-734",
    /// Its description.
    Bt540 = "BT-540",
    /// Its weight.
    Bt541 = "BT-541",
    /// What kind of weight.
    Bt5421 = "BT-5421",
    /// Where the selection criteria are told.
    Bt821 = "BT-821",
    /// Selection criterion.
    Bt809 = "BT-809",
    /// Its description.
    Bt750 = "BT-750",
    /// Where the exclusion grounds are told.
    Bt806 = "BT-806",
    /// Exclusion ground.
    Bt67a = "BT-67(a)",
    /// Its description.
    Bt67b = "BT-67(b)",
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

/// A code with its official name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeItem {
    /// The code.
    pub code: String,
    /// Its official name.
    pub label: Bilingual,
}

/// A field as the form has it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Field {
    label: Bilingual,
    limit: Option<usize>,
    list: Option<Box<str>>,
}

/// All fields and code lists that the program carries.
#[derive(Clone, Debug, Default)]
pub struct Eforms {
    fields: HashMap<Box<str>, Field>,
    lists: BTreeMap<Box<str>, IndexMap<Box<str>, Bilingual>>,
    goals: HashMap<Box<str>, Box<str>>,
    strategies: HashMap<Placement, Option<Box<str>>>,
}

#[derive(Deserialize)]
struct FieldRow {
    field: String,
    bt: Box<str>,
    name_en: String,
    label_sv: String,
    max_length: Option<usize>,
    codelist: Option<Box<str>>,
}

#[derive(Deserialize)]
struct CodeRow {
    code: Box<str>,
    sv: String,
    en: String,
}

#[derive(Deserialize)]
struct GoalRow {
    eforms_codelist: Box<str>,
    eforms_code: Box<str>,
    ocds_goal: Box<str>,
}

#[derive(Deserialize)]
struct StrategyRow {
    placement: Placement,
    ocds_strategy: Option<Box<str>>,
}

impl Eforms {
    /// Reads the fields (`field,bt,name_en,label_sv,type,max_length,codelist,…`) and the code lists (`code,sv,en`), each with
    /// its name.
    ///
    /// # Errors
    /// When a row cannot be read, a name is empty, a code stands twice, or a field or list is missing: says which.
    pub fn read(fields: &str, lists: &[(&'static str, &str)]) -> Result<Self, Refusal> {
        let mut eforms = Self::default();
        for row in rows::<FieldRow>("eforms-terms.csv", fields) {
            eforms.take_field(row?)?;
        }
        for (name, text) in lists {
            let list = codes(name, text)?;
            eforms.lists.insert((*name).into(), list);
        }
        match Term::ALL.iter().find(|term| !eforms.is_whole(**term)) {
            Some(term) => Err(broken(&format!("{term} saknas eller är ofullständigt"))),
            None => Ok(eforms),
        }
    }

    /// The same with what answers to its codes in the sustainability extension of OCDS: a goal to each social objective
    /// (`eforms_codelist,eforms_code,ocds_goal`), a strategy to each kriterietyp (`placement,ocds_strategy`).
    ///
    /// # Errors
    /// When a row cannot be read.
    pub fn with_ocds(mut self, goals: &str, strategies: &str) -> Result<Self, Refusal> {
        for row in rows::<GoalRow>("eforms-to-ocds.csv", goals) {
            let GoalRow { eforms_codelist, eforms_code, ocds_goal } = row?;
            if &*eforms_codelist == "social-objective" {
                self.goals.insert(eforms_code, ocds_goal);
            }
        }
        for row in rows::<StrategyRow>("ocds-placement-strategies.csv", strategies) {
            let StrategyRow { placement, ocds_strategy } = row?;
            self.strategies.insert(placement, ocds_strategy);
        }
        Ok(self)
    }

    /// The goal, in OCDS, of a social objective.
    pub fn ocds_goal(&self, objective: &str) -> Option<&str> {
        self.goals.get(objective).map(|goal| &**goal)
    }

    /// The strategy, in OCDS, of a kriterietyp; an exclusion ground has none.
    pub fn ocds_strategy(&self, placement: Placement) -> Option<&str> {
        self.strategies.get(&placement)?.as_deref()
    }

    /// A lot and a part of a prior notice have the same field; the first stands for both.
    fn take_field(&mut self, row: FieldRow) -> Result<(), Refusal> {
        if row.label_sv.is_empty() || row.name_en.is_empty() {
            return Err(broken(&format!("{} saknar namn", row.field)));
        }
        let label = Bilingual::new(row.label_sv, row.name_en);
        let field = Field { label, limit: row.max_length, list: row.codelist };
        self.fields.entry(row.bt).or_insert(field);
        Ok(())
    }

    /// Whether the field is there with the list that it needs.
    fn is_whole(&self, term: Term) -> bool {
        let field = self.fields.get(term.id());
        field.is_some_and(|field| field.list.as_ref().is_none_or(|list| self.lists.contains_key(list)))
    }

    /// The official name of a field.
    pub fn label(&self, term: Term) -> Bilingual {
        self.fields.get(term.id()).map(|field| field.label.clone()).unwrap_or_default()
    }

    /// The most characters that a field takes.
    pub fn limit(&self, term: Term) -> usize {
        self.fields.get(term.id()).and_then(|field| field.limit).unwrap_or(usize::MAX)
    }

    /// A code of the list that a field takes its values from.
    pub fn code(&self, term: Term, code: &str) -> Option<CodeItem> {
        let list = self.fields.get(term.id())?.list.as_ref()?;
        let label = self.lists.get(list)?.get(code)?;
        Some(CodeItem { code: code.to_owned(), label: label.clone() })
    }

    /// The codes of a list in its order, with their official names.
    pub fn list(&self, name: &str) -> impl Iterator<Item = (&str, &Bilingual)> {
        self.lists.get(name).into_iter().flatten().map(|(code, label)| (&**code, label))
    }
}

fn codes(name: &'static str, text: &str) -> Result<IndexMap<Box<str>, Bilingual>, Refusal> {
    let mut list = IndexMap::new();
    for row in rows::<CodeRow>(name, text) {
        let CodeRow { code, sv, en } = row?;
        if sv.is_empty() || en.is_empty() {
            return Err(broken(&format!("{name}: {code} saknar namn")));
        }
        if list.insert(code.clone(), Bilingual::new(sv, en)).is_some() {
            return Err(broken(&format!("{name}: {code} finns två gånger")));
        }
    }
    if list.is_empty() { Err(broken(&format!("{name} är tom"))) } else { Ok(list) }
}

fn broken(what: &str) -> Refusal {
    Refusal::new(
        Kind::Broken,
        format!("Annonsens kodlistor: {what}."),
        format!("Code lists of the notice: {what}."),
    )
}
