//! What a theme comes to before it is decided: what the answers point at, what keeps it away, and why nothing is
//! recommended. Worked out when it is told, since most that follows from a project does not need it.

use super::block::Block;
use super::blocked::{Blocked, blocked, openers};
use super::decision::ThemeState;
use super::recommend::fits;
use super::selection::points_at;
use crate::assess::Assessment;
use crate::catalogue::Catalogue;
use crate::catalogue::entry::Entry;
use crate::catalogue::theme::Theme;
use crate::format;
use crate::project::Project;
use crate::text::Bilingual;

/// What a theme comes to before it is decided.
#[derive(Clone, Debug, PartialEq)]
pub struct Outlook<'a> {
    /// What the answers point at and that something keeps away, with what that is.
    pub blocked: Vec<Blocked<'a>>,
    /// While nothing is recommended and nothing is kept away: the questions and facts that could lead to a requirement.
    pub openers: Vec<Block>,
    /// Why nothing is recommended, when nothing is.
    pub why_none: Option<Bilingual>,
}

impl ThemeState {
    /// What the theme comes to before it is decided.
    pub fn outlook<'a>(&self, project: &'a Project, assessment: &'a Assessment) -> Outlook<'a> {
        let none = self.recommended == 0;
        let blocked = blocked(self.theme, project, assessment);
        let quiet = none && blocked.is_empty();
        let openers = if quiet { openers(self.theme, project, assessment) } else { Vec::new() };
        Outlook {
            why_none: none.then(|| why_none(self.theme, &blocked, project, assessment)),
            blocked,
            openers,
        }
    }
}

/// None is a valid answer, and it is said why.
fn why_none(theme: Theme, blocked: &[Blocked<'_>], project: &Project, assessment: &Assessment) -> Bilingual {
    let Assessment { catalogue, facts, capacity, .. } = assessment;
    let phrases = &catalogue.phrases;
    let employment = theme == Theme::Employment;
    match capacity {
        None if employment && facts.code("object") == Some("goods_only") => {
            phrases.say("program.none.goods_only")
        }
        None if employment && branch_is_unknown(project, catalogue) => phrases.say("program.none.no_profile"),
        None if employment => phrases.say("program.none.not_known"),
        Some(capacity) if employment && capacity.headcount.used < 2.0 => {
            let value =
                Bilingual::each(|language| format::money(capacity.value_for_a_place().ceil(), language));
            let persons = Bilingual::each(|l| format::decimal(capacity.headcount.used, 1, l));
            phrases.fill("program.none.too_small", &[("value", value), ("persons", persons)])
        }
        _ => nothing_or_blocked(theme, blocked, project, assessment),
    }
}

/// Whether the answers point at nothing, at what something else keeps away, or at what others came before.
fn nothing_or_blocked(
    theme: Theme,
    blocked: &[Blocked<'_>],
    project: &Project,
    assessment: &Assessment,
) -> Bilingual {
    let phrases = &assessment.catalogue.phrases;
    let told = |key: &str, entries: &[&Entry]| {
        let titles = Bilingual::each(|language| {
            let titles = entries.iter().map(|entry| format::quoted(&entry.text.of(language).title, language));
            format::list(&titles.collect::<Vec<_>>(), language)
        });
        phrases.fill(&format!("program.none.{key}"), &[("titles", titles)])
    };
    if !blocked.is_empty() {
        return told("blocked", &blocked.iter().map(|one| one.entry).collect::<Vec<_>>());
    }
    let fitting = assessment.catalogue.offered_in(theme).filter(|entry| fits(entry, &assessment.facts));
    match &*fitting.filter(|entry| points_at(entry, project, assessment)).collect::<Vec<_>>() {
        [] => phrases.say("program.none.nothing_points_here"),
        crowded => told("crowded", crowded),
    }
}

fn branch_is_unknown(project: &Project, catalogue: &Catalogue) -> bool {
    let code = project.procurement.main_cpv();
    code.is_some_and(|code| catalogue.profile(code).is_none())
}
