//! What the one who decides ought to know before a version is fixed, though nothing hinders it.

use std::collections::BTreeSet;

use crate::assess::Assessment;
use crate::format;
use crate::project::Project;
use crate::requirements::words::Speaker;
use crate::review::finding::Finding;
use crate::text::{Bilingual, Language};

/// What a version would be fixed with.
#[derive(Clone, Debug, PartialEq)]
pub struct Before<'a> {
    /// The Stops that stand with a reason.
    pub set_aside: Vec<&'a Finding>,
    /// How many sections of law that the requirements cite are marked as to be checked.
    pub to_check: usize,
    /// The same in sentences; none when there is nothing to know.
    pub words: Vec<Bilingual>,
}

/// What a version would be fixed with now.
pub fn before<'a>(project: &Project, assessment: &'a Assessment) -> Before<'a> {
    let set_aside: Vec<&Finding> =
        assessment.findings.iter().filter(|finding| finding.overridden.is_some()).collect();
    let to_check = to_check(project, assessment);
    // The Stops come last: each is named after them.
    let told = [("to_check", to_check), ("set_aside", set_aside.len())].into_iter().filter(|(_, n)| *n > 0);
    let phrases = &assessment.catalogue.phrases;
    let said = |(key, n): (&str, usize)| {
        let said = phrases.fill(
            &format!("program.before.{key}"),
            &[("n", Bilingual::each(|language| counted(n, language)))],
        );
        Bilingual::each(|language| format::upper_first(said.of(language)))
    };
    Before { words: told.map(said).collect(), set_aside, to_check }
}

/// In words, as the window counts what is left beside it; one picks a form of its own in the phrase.
fn counted(n: usize, language: Language) -> String {
    match u32::try_from(n) {
        Ok(n) if n > 1 => format::count(f64::from(n), language),
        _ => n.to_string(),
    }
}

/// Each section counts once, however many requirements rest on it.
fn to_check(project: &Project, assessment: &Assessment) -> usize {
    let speaker = Speaker::new(project, assessment, Language::Sv);
    let entries = assessment.active.iter().filter_map(|active| assessment.catalogue.entry(&active.entry));
    let cited = entries.flat_map(|entry| speaker.requirement(entry).citations());
    let unread = cited.filter(|citation| !citation.verified);
    unread.map(|citation| speaker.sections(citation)).collect::<BTreeSet<_>>().len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::assess;
    use crate::edit::Edit;
    use crate::review::try_out::{CATALOGUE, choosing, doing, example, signature};

    fn told(project: &Project) -> (usize, usize, Vec<String>) {
        let assessment = assess(project, &CATALOGUE, signature().on);
        let Before { set_aside, to_check, words } = before(project, &assessment);
        let plain = |words: Bilingual| words.sv.replace(format::NBSP, " ");
        (set_aside.len(), to_check, words.into_iter().map(plain).collect())
    }

    #[test]
    fn a_stop_that_stands_with_a_reason_is_told_once_more() {
        let terms = choosing(&example("stadning"), &["lab-terms-duty"]);
        let findings = assess(&terms, &CATALOGUE, signature().on).findings;
        let finding = findings.iter().find(|finding| finding.is_open_stop()).unwrap().key();
        let reason = "Nivåerna förs in före annonseringen.".to_owned();
        let (kept, _, words) = told(&doing(&terms, &Edit::Override { finding, reason }));
        assert_eq!((kept, &**words.last().unwrap()), (1, "Du går vidare trots ett stopp, med skäl:"));
        assert_eq!(told(&terms).0, 0);
    }

    #[test]
    fn several_are_counted_in_words() {
        let mut project = choosing(&example("stadning"), &["lab-terms-duty", "lab-info"]);
        let findings = assess(&project, &CATALOGUE, signature().on).findings;
        for finding in findings.iter().filter(|finding| finding.is_open_stop()).map(Finding::key) {
            let reason = "Nivåerna förs in före annonseringen.".to_owned();
            project = doing(&project, &Edit::Override { finding, reason });
        }
        let (kept, _, words) = told(&project);
        assert_eq!((kept, &**words.last().unwrap()), (3, "Du går vidare trots tre stopp, med skäl:"));
    }

    #[test]
    fn a_section_that_is_to_be_checked_counts_once() {
        let (_, none, words) = told(&choosing(&example("stadning"), &["emp-study-visit"]));
        assert_eq!((none, words.len()), (0, 0));
        let (_, one, words) = told(&choosing(&example("stadning"), &["emp-internship", "emp-language"]));
        assert_eq!(one, 1, "{words:?}");
        assert!(words[0].starts_with("Ett lagrum är märkt Kontrollera"), "{words:?}");
    }
}
