//! G10. A requirement whose entry is withdrawn, or says something else in the catalogue now. What the officer has chosen
//! to keep is not named again until it changes anew.

use super::finding::{Finding, Severity};
use super::rule::Rule;
use super::view::{Ground, Stands, View};
use crate::catalogue::entry::Entry;
use crate::catalogue::id::EntryId;
use crate::editions::{Now, Pending};
use crate::format;
use crate::text::Bilingual;

/// What is found when the catalogue has gone on since a requirement was chosen.
pub fn check(view: &View<'_>) -> Vec<Finding> {
    let asked = view.assessment.editions.iter().filter(|pending| pending.asks());
    asked.filter_map(|pending| named(pending, view)).collect()
}

fn named(pending: &Pending, view: &View<'_>) -> Option<Finding> {
    let stands = view.standing.iter().find(|stands| stands.entry.id == pending.entry)?;
    match &pending.now {
        Now::Changed(_) => Some(changed(stands, view)),
        Now::Withdrawn { entry, by } => {
            let why = Bilingual::each(|language| entry.text.of(language).withdrawn.clone());
            Some(withdrawn(stands, why, by, view))
        }
        Now::Elsewhere => None,
    }
}

fn changed(stands: &Stands<'_>, view: &View<'_>) -> Finding {
    view.about(stands, Rule::EntryChanged, "changed", Severity::Info).on(Ground::GoodOrder)
}

fn withdrawn(stands: &Stands<'_>, why: Bilingual, by: &[EntryId], view: &View<'_>) -> Finding {
    let case = if by.is_empty() { "withdrawn" } else { "replaced" };
    let catalogue = &view.assessment.catalogue;
    let titles: Vec<Bilingual> = by.iter().filter_map(|id| catalogue.entry(id)).map(Entry::title).collect();
    let others = Bilingual::each(|language| {
        let titles: Vec<String> = titles.iter().map(|title| title.of(language).clone()).collect();
        format::list(&titles, language)
    });
    let draft = view.about(stands, Rule::EntryChanged, case, Severity::Warning);
    draft.with("why", why).with("others", others).on(Ground::GoodOrder)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::apply::apply;
    use crate::assess::assess;
    use crate::catalogue::Catalogue;
    use crate::catalogue::entry::Entry;
    use crate::edit::Edit;
    use crate::project::Project;
    use crate::review::finding::Severity;
    use crate::review::rule::Rule;
    use crate::review::try_out::{CATALOGUE, choosing, example, signature};

    fn since(change: impl Fn(&mut Entry)) -> Catalogue {
        let mut catalogue = CATALOGUE.clone();
        change(Arc::make_mut(catalogue.entries.get_mut("emp-study-visit").unwrap()));
        catalogue
    }

    fn withdraw(entry: &mut Entry, by: &str) {
        entry.rules.withdrawn_on = Some(signature().on);
        entry.rules.replaced_by = vec![by.into()];
        "Reglerna har ändrats.".clone_into(&mut entry.text.sv.withdrawn);
        "The rules have changed.".clone_into(&mut entry.text.en.withdrawn);
    }

    fn found(project: &Project, catalogue: &Catalogue) -> Vec<(Severity, String)> {
        let findings = assess(project, catalogue, signature().on).findings;
        let here = findings.into_iter().filter(|finding| finding.rule == Rule::EntryChanged);
        here.map(|finding| (finding.severity, format!("{} {}", finding.message.sv, finding.remedy.sv)))
            .collect()
    }

    #[test]
    fn every_project_that_uses_a_withdrawn_entry_is_told_why_and_what_instead() {
        let project = choosing(&example("stadning"), &["emp-study-visit"]);
        assert!(found(&project, &CATALOGUE).is_empty());
        let said = found(&project, &since(|entry| withdraw(entry, "emp-career-talks")));
        assert_eq!((said.len(), said[0].0), (1, Severity::Warning));
        assert!(
            said[0].1.contains("Reglerna har ändrats.") && said[0].1.contains("Yrkesinformation"),
            "{said:?}"
        );
    }

    #[test]
    fn a_change_is_news_until_it_is_kept_or_taken_over() {
        let project = choosing(&example("stadning"), &["emp-study-visit"]);
        let catalogue = since(|entry| entry.text.sv.title.push_str(" nu"));
        assert_eq!(found(&project, &catalogue)[0].0, Severity::Info);
        let entry = || "emp-study-visit".into();
        for edit in [Edit::KeepEdition { entry: entry() }, Edit::AcceptEdition { entry: entry() }] {
            let decided = apply(&project, &edit, &catalogue, &signature()).unwrap();
            assert!(found(&decided, &catalogue).is_empty());
        }
    }
}
