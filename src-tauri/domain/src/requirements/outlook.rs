//! What a theme comes to before it is decided: what the answers point at, what keeps it away, and why nothing is
//! recommended. Worked out when it is told, since most that follows from a project does not need it.

use super::block::Block;
use super::blocked::{Blocked, blocked, is_there, openers, waits_for_answers};
use super::decision::ThemeState;
use super::proportionality::Capacity;
use super::recommend::fits;
use super::selection::points_at;
use crate::assess::Assessment;
use crate::catalogue::Catalogue;
use crate::catalogue::entry::{Class, Entry};
use crate::catalogue::phrases::Phrases;
use crate::catalogue::theme::Theme;
use crate::format;
use crate::project::Project;
use crate::text::{Bilingual, Language};

/// What a theme comes to before it is decided.
#[derive(Clone, Debug, PartialEq)]
pub struct Outlook<'a> {
    /// What the answers point at and that something keeps away, with what that is.
    pub blocked: Vec<Blocked<'a>>,
    /// While nothing is recommended and nothing is kept away: the questions and facts that could lead to a requirement.
    pub openers: Vec<Block>,
    /// Why nothing is recommended, when nothing is.
    pub why_none: Option<Bilingual>,
    /// The answers rule the theme out: they point at nothing in it, and none is missing. What they point at and something
    /// keeps away is the officer's own to decide about.
    pub ruled_out: bool,
}

impl ThemeState {
    /// What the theme comes to before it is decided.
    pub fn outlook<'a>(&self, project: &'a Project, assessment: &'a Assessment) -> Outlook<'a> {
        let blocked = blocked(self.theme, project, assessment);
        if self.recommended > 0 {
            return Outlook { blocked, openers: Vec::new(), why_none: None, ruled_out: false };
        }
        let quiet = blocked.is_empty();
        let openers = if quiet { openers(self.theme, project, assessment) } else { Vec::new() };
        let waits = waits_for_answers(self.theme, project, assessment);
        let why = WhyNone::of(self.theme, &blocked, waits, project, assessment);
        let to_choose = left_to_the_officer(self.theme, assessment);
        Outlook {
            ruled_out: to_choose.is_empty() && why.rules_out() && !waits,
            why_none: Some(why.beside(&to_choose, &blocked, assessment)),
            blocked,
            openers,
        }
    }
}

impl Outlook<'_> {
    /// Why nothing was proposed, as the decision record prints it and the window says that it does: the reason, and what
    /// keeps away what the answers point at.
    pub fn nothing(&self, phrases: &Phrases) -> Option<Bilingual> {
        let why = self.why_none.as_ref()?;
        let several = self.blocked.len() > 1;
        let told = Bilingual::each(|language| {
            let hindered = self.blocked.iter().map(|one| one.hindered(several, language));
            std::iter::once(why.of(language).clone()).chain(hindered).collect::<Vec<_>>().join(" ")
        });
        Some(phrases.fill("decision_record.themes.nothing", &[("why", told)]))
    }
}

impl Blocked<'_> {
    /// What keeps it away; of several, each with its name.
    fn hindered(&self, several: bool, language: Language) -> String {
        let why = self.misfits.iter().map(|misfit| misfit.text.of(language).as_str());
        let why = why.collect::<Vec<_>>().join(" ");
        let title = &self.entry.text.of(language).title;
        if several { format!("{}: {why}", format::quoted(title, language)) } else { why }
    }
}

/// None is a valid answer, for one of these reasons.
enum WhyNone<'a> {
    GoodsOnly,
    NoProfile,
    NotKnown,
    TooSmall(&'a Capacity),
    Blocked,
    Crowded(Vec<&'a Entry>),
    NothingPoints,
    NothingPointsYet,
}

impl<'a> WhyNone<'a> {
    /// `waits`: an answer is missing that could lead here.
    fn of(
        theme: Theme,
        blocked: &[Blocked<'_>],
        waits: bool,
        project: &'a Project,
        assessment: &'a Assessment,
    ) -> Self {
        let Assessment { catalogue, facts, capacity, .. } = assessment;
        let employment = theme == Theme::Employment;
        match capacity {
            None if employment && facts.code("object") == Some("goods_only") => Self::GoodsOnly,
            None if employment && branch_is_unknown(project, catalogue) => Self::NoProfile,
            None if employment => Self::NotKnown,
            Some(capacity) if employment && capacity.headcount.used < 2.0 => Self::TooSmall(capacity),
            _ if !blocked.is_empty() => Self::Blocked,
            _ => Self::crowded(theme, project, assessment).unwrap_or(if waits {
                Self::NothingPointsYet
            } else {
                Self::NothingPoints
            }),
        }
    }

    /// What the answers point at and others came before.
    fn crowded(theme: Theme, project: &'a Project, assessment: &'a Assessment) -> Option<Self> {
        let fitting = assessment.catalogue.offered_in(theme).filter(|entry| fits(entry, &assessment.facts));
        let pointed_at: Vec<_> = fitting.filter(|entry| points_at(entry, project, assessment)).collect();
        (!pointed_at.is_empty()).then_some(Self::Crowded(pointed_at))
    }

    /// Whether it is reason enough to set nothing, once every answer that could lead here is given. What the answers point at
    /// is relevant all the same, whether it is kept away or others came before it.
    fn rules_out(&self) -> bool {
        match self {
            Self::GoodsOnly | Self::TooSmall(_) | Self::NothingPoints | Self::NothingPointsYet => true,
            Self::NoProfile | Self::NotKnown | Self::Blocked | Self::Crowded(_) => false,
        }
    }

    /// What fits and is the officer's to choose, and then what the rest comes to; that nothing points here is then untrue.
    fn beside(&self, to_choose: &[&Entry], blocked: &[Blocked<'_>], assessment: &Assessment) -> Bilingual {
        let nothing = matches!(self, Self::NothingPoints | Self::NothingPointsYet);
        let silent = nothing && !to_choose.is_empty();
        let rest = (!silent).then(|| self.in_words(blocked, assessment));
        let told = to_choose.iter().map(|entry| fits_when(entry, assessment)).chain(rest);
        let told: Vec<Bilingual> = told.collect();
        Bilingual::each(|language| {
            told.iter().map(|text| text.of(language).as_str()).collect::<Vec<_>>().join(" ")
        })
    }

    fn in_words(&self, blocked: &[Blocked<'_>], assessment: &Assessment) -> Bilingual {
        let phrases = &assessment.catalogue.phrases;
        match self {
            Self::GoodsOnly => phrases.say("program.none.goods_only"),
            Self::NoProfile => phrases.say("program.none.no_profile"),
            Self::NotKnown => phrases.say("program.none.not_known"),
            Self::TooSmall(capacity) => too_small(capacity, assessment),
            Self::Blocked => {
                naming("blocked", &blocked.iter().map(|one| one.entry).collect::<Vec<_>>(), assessment)
            }
            Self::Crowded(entries) => naming("crowded", entries, assessment),
            Self::NothingPoints => phrases.say("program.none.nothing_points"),
            Self::NothingPointsYet => phrases.say("program.none.nothing_points_yet"),
        }
    }
}

/// What is never recommended, fits, and is asked for by an answer about what it is for.
fn left_to_the_officer(theme: Theme, assessment: &Assessment) -> Vec<&Entry> {
    let facts = &assessment.facts;
    let here = assessment.catalogue.offered_in(theme).filter(|entry| entry.rules.class == Class::OptIn);
    let asked_for = here.filter(|entry| entry.rules.need.iter().any(|need| need.when.holds(facts)));
    asked_for.filter(|entry| fits(entry, facts) && !is_there(entry, assessment)).collect()
}

fn fits_when(entry: &Entry, assessment: &Assessment) -> Bilingual {
    let title = Bilingual::each(|language| format::quoted(&entry.text.of(language).title, language));
    let when = Bilingual::each(|language| entry.text.of(language).choose_when.clone());
    let key = if when.sv.is_empty() { "to_choose" } else { "to_choose_when" };
    assessment.catalogue.phrases.fill(&format!("program.none.{key}"), &[("title", title), ("when", when)])
}

fn too_small(capacity: &Capacity, assessment: &Assessment) -> Bilingual {
    let value = Bilingual::each(|language| format::money(capacity.value_for_a_place().ceil(), language));
    let persons = Bilingual::each(|language| format::decimal(capacity.headcount.used, 1, language));
    let slots = [("value", value), ("persons", persons)];
    assessment.catalogue.phrases.fill("program.none.too_small", &slots)
}

fn naming(key: &str, entries: &[&Entry], assessment: &Assessment) -> Bilingual {
    let titles = Bilingual::each(|language| {
        let titles = entries.iter().map(|entry| format::quoted(&entry.text.of(language).title, language));
        format::list(&titles.collect::<Vec<_>>(), language)
    });
    assessment.catalogue.phrases.fill(&format!("program.none.{key}"), &[("titles", titles)])
}

fn branch_is_unknown(project: &Project, catalogue: &Catalogue) -> bool {
    let code = project.procurement.main_cpv();
    code.is_some_and(|code| catalogue.profile(code).is_none())
}

#[cfg(test)]
mod tests {
    use crate::assess::{Assessment, assess};
    use crate::catalogue::theme::Theme;
    use crate::project::Project;
    use crate::requirements::decision::{Decision, Outcome, ThemeState};
    use crate::requirements::recommend::fits;
    use crate::review::try_out::{CATALOGUE, answering, choosing, example, guards, removals, signature};
    use serde_json::json;

    fn look(project: &Project) -> Assessment {
        assess(project, &CATALOGUE, signature().on)
    }

    fn theme(project: &Project, theme: Theme) -> ThemeState {
        look(project).themes.into_iter().find(|state| state.theme == theme).unwrap()
    }

    fn ruled_out(project: &Project) -> Vec<Theme> {
        let assessment = look(project);
        let out = assessment.themes.iter().filter(|state| state.outlook(project, &assessment).ruled_out);
        out.map(|state| state.theme).collect()
    }

    fn ending(mut project: Project, theme: Theme, outcome: Outcome) -> Project {
        project.decisions.insert(theme, Decision { outcome, reason: String::new() });
        project
    }

    #[test]
    fn a_theme_that_the_answers_rule_out_needs_no_reason_of_the_officer_s() {
        let cleaning = example("stadning");
        let themes = [
            Theme::Accessibility,
            Theme::SupplyChains,
            Theme::EqualTreatment,
            Theme::EthicalGoods,
            Theme::ReservedContracts,
        ];
        assert_eq!(ruled_out(&cleaning), themes);
        let (out, other) = (Theme::ReservedContracts, Theme::LabourTerms);
        let is_open = |on, outcome| theme(&ending(cleaning.clone(), on, outcome), on).is_open();
        assert!(!is_open(out, Outcome::NotRelevant));
        assert!(is_open(out, Outcome::NotNow), "when it is to be taken up again is the officer's to say");
        assert!(is_open(other, Outcome::NotRelevant), "the answers point there");
    }

    /// A duty of some act's, which only the officer can name, and a declaration that is never proposed.
    #[test]
    fn what_fits_and_is_the_officer_s_to_choose_speaks_for_its_theme() {
        let asked = |answers| answering(example("stadning"), &answers);
        let children = "”Registerutdrag när lagen kräver det” passar om";
        let cases = [
            (asked(json!({})), Theme::Children, Some(children)),
            (asked(json!({ "q33": "no" })), Theme::Children, Some(children)),
            (asked(json!({ "q31": ["public"] })), Theme::Children, Some(children)),
            (asked(json!({ "q31": ["public"], "q33": "no", "q06": ["none"] })), Theme::Children, None),
            (
                asked(json!({ "q01": "work_and_goods", "q27": ["textile"], "q28": "under_100k" })),
                Theme::SupplyChains,
                Some("”Självskattning på begäran” passar om"),
            ),
            (asked(json!({})), Theme::EqualTreatment, None),
        ];
        for (project, theme, says) in cases {
            let assessment = look(&project);
            let state = assessment.themes.iter().find(|state| state.theme == theme).unwrap();
            let outlook = state.outlook(&project, &assessment);
            let why = outlook.why_none.unwrap().sv;
            assert_eq!(outlook.ruled_out, says.is_none(), "{theme:?}: {why}");
            match says {
                Some(title) => assert!(why.contains(title) && why.contains("passar om "), "{why}"),
                None => assert!(!why.contains("passar om"), "{why}"),
            }
        }
    }

    #[test]
    fn what_is_chosen_is_not_told_as_the_officer_s_to_choose() {
        let chosen = choosing(&example("stadning"), &["chi-records"]);
        let assessment = look(&chosen);
        let state = assessment.themes.iter().find(|state| state.theme == Theme::Children).unwrap();
        let why = state.outlook(&chosen, &assessment).why_none.unwrap().sv;
        assert!(!why.contains("Registerutdrag"), "{why}");
    }

    #[test]
    fn what_only_lacks_hours_to_follow_up_is_relevant() {
        let answers = json!({ "q31": ["public", "children"], "q22": ["public"], "q26": "yes", "q35": 1 });
        let no_hours = answering(example("stadning"), &answers);
        let assessment = look(&no_hours);
        let lacks_hours = |state: &&ThemeState| {
            let blocked = state.outlook(&no_hours, &assessment).blocked;
            blocked.iter().flat_map(|one| &one.misfits).any(|one| one.text.sv.contains("timmar om året"))
        };
        let lacking: Vec<Theme> = assessment.themes.iter().filter(lacks_hours).map(|one| one.theme).collect();
        let silent =
            |theme: &&Theme| !assessment.themes.iter().any(|s| s.theme == **theme && s.recommended > 0);
        assert!(lacking.iter().filter(silent).count() > 0, "{lacking:?}");
        let out = ruled_out(&no_hours);
        assert!(!lacking.iter().any(|theme| out.contains(theme)), "{lacking:?} {out:?}");
    }

    /// The press that ends a theme and the words about it rest on one rule.
    #[test]
    fn no_theme_is_ruled_out_while_the_answers_are_said_to_point_at_something_in_it() {
        let by_day = json!({ "q16": ["earlier_breaches", "squeezed_price"] });
        let in_the_park = json!({ "q20": ["premises", "street_or_park"], "q26": "yes" });
        let cases = [
            // (what is asked, theme, ruled out, how it is said)
            (guards(), Theme::Children, false, "”Registerutdrag när lagen kräver det” passar om"),
            (guards(), Theme::LabourTerms, false, "Svaren pekar mot ”Lägsta villkor"),
            (guards(), Theme::Accessibility, true, "Svaren pekar inte mot något krav"),
            (guards(), Theme::EthicalGoods, true, "Svaren pekar inte mot något krav"),
            (guards(), Theme::WorkEnvironment, false, "”Olyckor och tillbud rapporteras” passar om"),
            // Alone or at night, but where the library has nothing for it: the risk is there all the same.
            (
                answering(guards(), &json!({ "q20": ["none"] })),
                Theme::WorkEnvironment,
                false,
                "Svaren pekar mot ”Olyckor och tillbud rapporteras”",
            ),
            // On the buyer's premises by day: nothing there is dangerous.
            (answering(guards(), &by_day), Theme::WorkEnvironment, true, "Svaren pekar inte mot"),
            (answering(guards(), &json!({ "q26": "yes" })), Theme::Accessibility, false, "Svaren pekar mot"),
            (
                answering(guards(), &json!({ "q26": "yes", "q35": 1 })),
                Theme::Children,
                false,
                "Svaren pekar mot",
            ),
            (answering(guards(), &json!({ "q02": 1 })), Theme::Employment, true, "Under två personer"),
        ];
        for (project, theme, out, says) in cases {
            let assessment = look(&project);
            let state = assessment.themes.iter().find(|state| state.theme == theme).unwrap();
            let outlook = state.outlook(&project, &assessment);
            let why = outlook.why_none.map(|why| why.sv).unwrap_or_default();
            assert_eq!((outlook.ruled_out, why.contains(says)), (out, true), "{theme:?}: {why}");
        }
        let many = [guards(), removals(), example("stadning"), example("byggtjanster"), example("it-system")];
        let many = many.into_iter().flat_map(|one| {
            [one.clone(), answering(one.clone(), &in_the_park), answering(one, &json!({ "q35": 1 }))]
        });
        for project in many {
            let assessment = look(&project);
            for state in &assessment.themes {
                let outlook = state.outlook(&project, &assessment);
                let why = outlook.why_none.map(|why| why.sv).unwrap_or_default();
                assert!(!(outlook.ruled_out && why.contains("Svaren pekar mot")), "{:?}: {why}", state.theme);
            }
        }
    }

    #[test]
    fn accidents_can_be_reported_where_the_work_is_done_alone_or_at_night_whatever_the_passages_are() {
        let by_day = json!({ "q16": ["earlier_breaches", "squeezed_price"] });
        let one_sign = json!({ "q16": ["lone_or_night"] });
        let cases = [
            (guards(), true),
            (answering(guards(), &by_day), false),
            (answering(guards(), &one_sign), false),
        ];
        for (project, is_offered) in cases {
            let incident = CATALOGUE.entry(&"env-incident".into()).unwrap();
            assert_eq!(fits(incident, &look(&project).facts), is_offered, "{:?}", project.answers.get("q16"));
        }
    }

    /// The reason is signed: it sounds provisional only while an answer is missing.
    #[test]
    fn the_answers_point_at_nothing_or_at_nothing_yet() {
        let why = |project: &Project| {
            let state = theme(project, Theme::ReservedContracts);
            state.outlook(project, &look(project)).nothing(&CATALOGUE.phrases).unwrap().sv
        };
        let cleaning = example("stadning");
        assert_eq!(why(&cleaning), "Inget föreslogs. Svaren pekar inte mot något krav i temat.");
        let asked = answering(cleaning, &json!({ "q34": null }));
        assert_eq!(why(&asked), "Inget föreslogs. Svaren hittills pekar inte mot något krav i temat.");
    }

    #[test]
    fn what_nobody_has_answered_rules_nothing_out() {
        let cleaning = example("stadning");
        assert!(ruled_out(&cleaning).contains(&Theme::ReservedContracts));
        let asked = answering(cleaning, &json!({ "q34": null }));
        assert!(!ruled_out(&asked).contains(&Theme::ReservedContracts));
        assert_eq!(ruled_out(&Project::new("p".into(), "2026:1")), []);
    }
}
