//! What has changed in an entry, as far as it matters to a requirement that stands.

use indexmap::IndexMap;
use jiff::civil::Date;
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::catalogue::entry::{Class, Entry, EntryRules, EntryText, FollowUp, FollowUpValues, Sanction};
use crate::catalogue::id::EntryId;
use crate::catalogue::theme::{Level, Placement};

/// A kind of change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// What is printed: duties, evidence, follow-up, sanction.
    Words,
    /// Its parameters: which there are, what they take, what is proposed.
    Values,
    /// How far it goes.
    Level,
    /// Where it works.
    Placement,
    /// What it rests on.
    LegalBasis,
    /// Who checks and when, and what happens on a shortfall.
    FollowUp,
    /// What comes along with it.
    Companions,
    /// What the officer reads beside it: why, proportionality, common mistakes, what others do.
    Advice,
    /// How it goes together with others, and other rules.
    Rules,
    /// It is withdrawn.
    Withdrawn,
}

/// What differs, in the order in which it matters.
pub(super) fn changes(old: &Entry, new: &Entry) -> Vec<Change> {
    if old == new {
        return Vec::new();
    }
    let (a, b) = (&old.rules, &new.rules);
    let found = [
        (Change::Withdrawn, new.is_withdrawn() && !old.is_withdrawn()),
        (Change::Words, words_differ(old, new, |a, b| printed(a) != printed(b))),
        (Change::Values, a.parameters != b.parameters),
        (Change::Level, a.level != b.level),
        (Change::Placement, a.placement != b.placement),
        (Change::LegalBasis, a.legal_basis != b.legal_basis),
        (Change::FollowUp, follow_up(a) != follow_up(b)),
        (Change::Companions, a.requires != b.requires),
        (Change::Advice, words_differ(old, new, |a, b| advice(a) != advice(b))),
        (Change::Rules, rest(old) != rest(new)),
    ];
    found.into_iter().filter_map(|(change, differs)| differs.then_some(change)).collect()
}

fn follow_up(rules: &EntryRules) -> (Option<FollowUp>, &FollowUpValues, Sanction, Option<&EntryId>) {
    (rules.follow_up, &rules.follow_up_values, rules.sanction, rules.cured_by.as_ref())
}

fn words_differ(old: &Entry, new: &Entry, differ: impl Fn(&EntryText, &EntryText) -> bool) -> bool {
    differ(&old.text.sv, &new.text.sv) || differ(&old.text.en, &new.text.en)
}

/// What an entry is like, as far as `changes` tells entries apart: the beginning of a SHA-256.
pub(super) fn mark(entry: &Entry) -> String {
    let counted = Entry { rules: counted(&entry.rules), ..entry.clone() };
    let text = serde_json::to_vec(&counted).unwrap_or_default();
    Sha256::digest(text).iter().take(8).fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"))
}

/// The rules without what decides whether it is recommended, since it stands, and without what tells who looked when.
fn counted(rules: &EntryRules) -> EntryRules {
    EntryRules {
        version: 0,
        checked_on: Date::ZERO,
        sources: Vec::new(),
        class: Class::Candidate,
        group: None,
        burden: 0,
        cpv: None,
        cpv_list: None,
        when: None,
        duty_when: None,
        need: Vec::new(),
        suggests: Vec::new(),
        lint_exempt: Vec::new(),
        needs_matching_lead: false,
        uses_apl_places: false,
        ..rules.clone()
    }
}

/// The rules that no other kind of change tells of.
fn rest(entry: &Entry) -> EntryRules {
    EntryRules {
        parameters: IndexMap::new(),
        level: Level::Base,
        placement: Placement::ContractTerm,
        legal_basis: Vec::new(),
        follow_up: None,
        follow_up_values: FollowUpValues::default(),
        sanction: Sanction::None,
        cured_by: None,
        requires: Vec::new(),
        withdrawn_on: None,
        replaced_by: Vec::new(),
        ..counted(&entry.rules)
    }
}

/// The words without what the officer only reads beside them.
fn printed(text: &EntryText) -> EntryText {
    EntryText {
        summary: String::new(),
        motive: String::new(),
        suitable: String::new(),
        necessary: String::new(),
        balanced: String::new(),
        withdrawn: String::new(),
        pitfalls: Vec::new(),
        buyer_duties: Vec::new(),
        practice: Vec::new(),
        arguments: None,
        ..text.clone()
    }
}

/// What the officer reads beside the words. Why it was withdrawn is said with the withdrawal.
fn advice(text: &EntryText) -> impl PartialEq + '_ {
    (
        [&text.summary, &text.motive, &text.suitable, &text.necessary, &text.balanced],
        [&text.pitfalls, &text.buyer_duties],
        (&text.practice, &text.arguments),
    )
}
