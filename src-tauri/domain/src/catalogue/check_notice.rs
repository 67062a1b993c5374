//! Checks on what an entry puts into the notice: official codes only, and sentences to say it with.

use super::Catalogue;
use super::check::entry_file;
use super::entry::Entry;
use super::load::Fault;
use super::theme::Placement;
use crate::notice::eforms::Term;

/// What is wrong with an entry's part of the notice.
pub(super) fn faults(entry: &Entry, catalogue: &Catalogue) -> Vec<Fault> {
    let file = entry_file(entry);
    let rules = strange_codes(entry, catalogue).chain(lost_parameters(entry)).chain(missing_code(entry));
    let rules = rules.map(|message| Fault::new(&*file, entry.id.as_str(), message));
    rules.chain(silent(entry)).collect()
}

fn strange_codes<'e>(entry: &'e Entry, catalogue: &'e Catalogue) -> impl Iterator<Item = String> + 'e {
    let objectives = entry.rules.notice.iter().map(|code| (Term::Bt775, code));
    let own = &entry.rules.in_notice.codes;
    let own = own.iter().flat_map(|(term, codes)| codes.iter().map(move |code| (*term, code)));
    let strange = objectives.chain(own).filter(|(term, code)| catalogue.eforms.code(*term, code).is_none());
    strange.map(|(term, code)| format!("annonsen: {term} har ingen kod {code}"))
}

fn lost_parameters(entry: &Entry) -> impl Iterator<Item = String> + '_ {
    let named = [&entry.rules.in_notice.lot, &entry.rules.in_notice.weight].into_iter().flatten();
    let lost = named.filter(|name| !entry.rules.parameters.contains_key(*name));
    lost.map(|name| format!("in_notice: {name} finns inte bland parameters"))
}

/// A criterion or a ground has to say which of the official ones it is.
fn missing_code(entry: &Entry) -> Option<String> {
    let term = match entry.rules.placement {
        Placement::SelectionCriterion => Term::Bt809,
        Placement::ExclusionGround => Term::Bt67a,
        _ => return None,
    };
    let missing = entry.rules.in_notice.codes(term).is_empty();
    missing.then(|| format!("in_notice: codes saknar {term}"))
}

fn silent(entry: &Entry) -> Option<Fault> {
    let text = &entry.text;
    let file = [("sv", &text.sv), ("en", &text.en)].into_iter().find(|(_, t)| t.notice_aim.is_empty())?.0;
    let file = format!("texts/{}.{file}.toml", entry.theme.code());
    Some(Fault::new(file, entry.id.as_str(), "notice_aim saknas"))
}
