//! Two copies of a project become one, field by field, against the last version that both come from.
//!
//! What one of them has changed holds; what both have changed differently is a conflict, and the officer chooses. Without a
//! common version a field that one of them has not filled in, or has without its internal notes, is taken from the other,
//! and all else that differs is a conflict. So no value is lost in silence, and which copy is called mine decides nothing but the names of the sides.

mod field;
mod fixed;
mod lineage;
mod order;
mod own;
mod pick;
mod requirement;
mod spoken;
mod words;

pub use field::{Field, Part};
pub use lineage::{Relation, common, relation, united};
pub use own::texts;
pub use pick::{Change, Choices, Kind, Settled, Side};
pub use spoken::{Spoken, label};

use std::collections::BTreeMap;
use std::hash::Hash;

use indexmap::IndexMap;

use crate::catalogue::Catalogue;
use crate::catalogue::id::QuestionId;
use crate::catalogue::theme::Theme;
use crate::fixed::Version;
use crate::needs::answer::Answer;
use crate::notes::Noted;
use crate::procurement::Procurement;
use crate::project::Project;
use crate::refusal::{Kind as RefusalKind, Refusal};
use crate::requirements::decision::Decision;
use crate::review::finding::FindingOverride;
use crate::signature::Signature;
use order::woven;
use pick::{Blank, Sides};

/// What two copies of a project become together.
#[derive(Clone, Debug, PartialEq)]
pub struct Merged {
    /// The project; where a conflict is open, or is decided by a text of the officer's own, it has what mine says.
    pub project: Project,
    /// What has been changed since the common version by one of them, and stands in the project.
    pub changes: Vec<Change>,
    /// What both have changed differently.
    pub conflicts: Vec<Conflict>,
    /// In how many fields that are filled in they agree.
    pub unchanged: usize,
}

/// A field that both have changed differently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The field.
    pub field: Field,
    /// What the officer has chosen; none while it is open.
    pub chosen: Option<Settled>,
}

impl Merged {
    /// The conflicts that wait for the officer.
    pub fn open(&self) -> impl Iterator<Item = &Field> {
        self.conflicts.iter().filter(|conflict| conflict.chosen.is_none()).map(|conflict| &conflict.field)
    }

    /// The project, once no conflict is open, with what the officer has written out of both.
    ///
    /// # Errors
    /// While one is open, or when what was written does not fit in its field.
    pub fn whole(self, catalogue: &Catalogue, signature: &Signature) -> Result<Project, Refusal> {
        match self.open().count() {
            0 => self.conflicts.iter().try_fold(self.project, |project, conflict| {
                let Some(Settled::Own(text)) = &conflict.chosen else { return Ok(project) };
                own::written(&project, &conflict.field, text, catalogue, signature)
            }),
            open => Err(undecided(open)),
        }
    }
}

/// Merges two copies of a project; `base` is the last version that both come from, when it is known.
///
/// # Errors
/// When each of them has fixed a version that the other lacks: both have been decided and sent, and one would be lost. Or
/// when the officer has written a text where they differ in more than that.
pub fn merge(
    base: Option<&Project>,
    mine: &Project,
    theirs: &Project,
    choices: &Choices,
) -> Result<Merged, Refusal> {
    let mut merger = Merger::new(choices);
    let project = merger.project(Sides { base, mine, theirs });
    own::are_texts(&merger.conflicts, mine, theirs)?;
    match merger.fixed_apart {
        Some(version) => Err(fixed_apart(version)),
        None => Ok(Merged {
            project,
            changes: merger.changes,
            conflicts: merger.conflicts,
            unchanged: merger.unchanged,
        }),
    }
}

/// What has been changed from one project to another.
pub fn differences(before: &Project, after: &Project) -> Vec<Change> {
    let choices = Choices::default();
    let mut merger = Merger::new(&choices);
    merger.project(Sides { base: Some(before), mine: before, theirs: after });
    let gone = before.fixed.iter().filter(|fixed| !after.fixed.contains(fixed));
    let gone = gone.map(|fixed| Change {
        field: Field::Fixed(fixed.version),
        by: Side::Theirs,
        kind: Kind::Removed,
    });
    merger.changes.into_iter().chain(gone).collect()
}

/// Goes through the fields, and keeps what it finds.
struct Merger<'c> {
    choices: &'c Choices,
    changes: Vec<Change>,
    conflicts: Vec<Conflict>,
    unchanged: usize,
    /// A version that only one of them has, while the other has one of its own.
    fixed_apart: Option<Version>,
}

/// Every fact is named here, so that a new one cannot be left out.
macro_rules! facts {
    ($merger:ident, $sides:ident: $($name:ident)*) => {
        Procurement { $($name: $merger.pick(Field::Fact(stringify!($name)), $sides.map(|p| &p.$name)).clone()),* }
    };
}

impl<'c> Merger<'c> {
    fn new(choices: &'c Choices) -> Self {
        Self { choices, changes: Vec::new(), conflicts: Vec::new(), unchanged: 0, fixed_apart: None }
    }

    /// Every part is named here, so that a new one cannot be left out.
    fn project(&mut self, sides: Sides<&Project>) -> Project {
        Project {
            id: sides.mine.id.clone(),
            edition: sides.mine.edition.clone(),
            procurement: self.procurement(sides.map(|project| &project.procurement)),
            regime_override: self
                .pick_noted(Field::Regime, sides.map(|project| project.regime_override.as_ref())),
            answers: self.answers(sides),
            requirements: self.requirements(sides.map(|project| &*project.requirements)),
            decisions: self.decisions(sides),
            overrides: self.overrides(sides),
            fixed: self.fixed(sides.map(|project| &*project.fixed)),
        }
    }

    fn procurement(&mut self, sides: Sides<&Procurement>) -> Procurement {
        facts!(self, sides: title reference authority_name authority_kind unit officer contact contract_manager
            decision_maker aim act nature cpv annex_2_service value_sek option_value_sek months option_months framework
            guaranteed_volume call_off supplier_count lots subcontracting advertised_anyway design notice_date
            tender_deadline start)
    }

    fn answers(&mut self, sides: Sides<&Project>) -> BTreeMap<QuestionId, Answer> {
        let by_question = sides.map(|project| project.answers.iter().collect());
        self.keyed(&by_question, |merger, id, sides| merger.pick_noted(Field::Answer(id.clone()), sides))
            .into_iter()
            .collect()
    }

    fn decisions(&mut self, sides: Sides<&Project>) -> BTreeMap<Theme, Decision> {
        let by_theme = sides.map(|project| project.decisions.iter().collect());
        self.keyed(&by_theme, |merger, theme, sides| merger.pick_noted(Field::Decision(*theme), sides))
            .into_iter()
            .collect()
    }

    fn overrides(&mut self, sides: Sides<&Project>) -> Vec<FindingOverride> {
        let by_finding = sides.map(|project| project.overrides.iter().map(|o| (&o.finding, o)).collect());
        let merged = self.keyed(&by_finding, |merger, finding, sides| {
            merger.pick(Field::Override(finding.clone()), sides).cloned()
        });
        merged.into_values().collect()
    }

    /// Merges what is held by key: what only one of them has is taken or left as `each` says.
    fn keyed<K: Hash + Eq + Ord + Clone, V>(
        &mut self,
        sides: &Sides<IndexMap<&K, &V>>,
        mut each: impl FnMut(&mut Self, &K, Sides<Option<&V>>) -> Option<V>,
    ) -> IndexMap<K, V> {
        let keys = woven(&sides.map_ref(|held| held.keys().copied().collect()));
        let merged = keys.into_iter().filter_map(|key| {
            let value = each(self, key, sides.map_ref(|held| held.get(key).copied()))?;
            Some((key.clone(), value))
        });
        merged.collect()
    }

    /// What a field becomes.
    fn pick<T: PartialEq + Blank + Copy>(&mut self, field: Field, sides: Sides<T>) -> T {
        self.pick_fuller(field, sides, |_, _| false)
    }

    /// What a field becomes that can have left the house without its notes.
    fn pick_noted<T: Noted + PartialEq + Clone>(
        &mut self,
        field: Field,
        sides: Sides<Option<&T>>,
    ) -> Option<T> {
        let lacks =
            |less: Option<&T>, more: Option<&T>| less.zip(more).is_some_and(|(a, b)| lacks_notes(a, b));
        self.pick_fuller(field, sides, lacks).cloned()
    }

    /// What a field becomes, where `lacks` says that one says only a part of what the other does.
    fn pick_fuller<T: PartialEq + Blank + Copy>(
        &mut self,
        field: Field,
        sides: Sides<T>,
        lacks: impl Fn(T, T) -> bool,
    ) -> T {
        let Sides { base, mine, theirs } = sides;
        if mine == theirs {
            self.unchanged += usize::from(!mine.is_blank());
            return mine;
        }
        let by = match base {
            Some(base) if base == mine => Some(Side::Theirs),
            Some(base) if base == theirs => Some(Side::Mine),
            None if mine.is_blank() || lacks(mine, theirs) => Some(Side::Theirs),
            None if theirs.is_blank() || lacks(theirs, mine) => Some(Side::Mine),
            _ => None,
        };
        match by {
            Some(by) => {
                let now = sides.of(by);
                self.changes.push(Change { field, by, kind: Kind::of(base, now) });
                now
            }
            None => self.choose(field, sides),
        }
    }

    /// What the officer has chosen; mine while nothing is.
    fn choose<T: Copy>(&mut self, field: Field, sides: Sides<T>) -> T {
        let chosen = self.choices.of(&field);
        let side = if chosen == Some(Settled::Theirs) { Side::Theirs } else { Side::Mine };
        self.conflicts.push(Conflict { field, chosen });
        sides.of(side)
    }
}

/// Whether something is the other without its internal notes.
fn lacks_notes<T: Noted + PartialEq>(less: &T, more: &T) -> bool {
    *less == more.without_notes()
}

fn undecided(open: usize) -> Refusal {
    let (sv, en) = match open {
        1 => ("Ett fält".to_owned(), "One field".to_owned()),
        _ => (format!("{open} fält"), format!("{open} fields")),
    };
    Refusal::new(
        RefusalKind::NotNow,
        format!("{sv} har ändrats på olika sätt i båda. Inget är ihopslaget."),
        format!("{en} have been changed in different ways in both. Nothing has been merged."),
    )
    .hint("Välj vad som ska gälla i varje.", "Choose what is to hold in each.")
}

fn fixed_apart(version: Version) -> Refusal {
    Refusal::new(
        RefusalKind::NotNow,
        format!("Båda har fastställt var sin version, bland dem {version}. De går inte att slå ihop."),
        format!(
            "Each of them has finalised a version of its own, {version} among them. They cannot be merged."
        ),
    )
    .hint("Behåll båda som två projekt.", "Keep both as two projects.")
}
