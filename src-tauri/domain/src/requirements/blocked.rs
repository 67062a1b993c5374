//! What the answers point at and that is not recommended all the same: which requirements, and what keeps each away. And in a
//! theme that nothing points at: the questions whose answers could.

use std::collections::BTreeSet;

use super::block::{Block, Tracer};
use super::misfit::{Judge, Misfit, excluding, joined, misfits};
use super::quantity;
use super::recommend::{exclude_each_other, fits, is_duty, is_for_this};
use super::selection::{opens, points_at};
use super::values::{Context, missing};
use crate::assess::Assessment;
use crate::catalogue::condition::{Condition, UNKNOWN};
use crate::catalogue::entry::{Class, Entry};
use crate::catalogue::id::{Code, EntryId, FactName, ParameterName};
use crate::catalogue::question::Question;
use crate::catalogue::theme::Theme;
use crate::follow_up::hours::{self, HOURS};
use crate::format;
use crate::needs::facts::{FactValue, Facts};
use crate::project::Project;
use crate::spot::Spot;
use crate::text::Bilingual;

/// A requirement that the answers point at, with what keeps it away.
#[derive(Clone, Debug, PartialEq)]
pub struct Blocked<'a> {
    /// The entry.
    pub entry: &'a Entry,
    /// Why it is not recommended.
    pub misfits: Vec<Misfit>,
    /// The law would demand it, once an answer is given.
    pub awaited: bool,
}

/// What the answers point at in a theme and that is neither recommended nor chosen. What is left out because others came
/// before it, with nothing against it, is not told here.
pub(super) fn blocked<'a>(
    theme: Theme,
    project: &'a Project,
    assessment: &'a Assessment,
) -> Vec<Blocked<'a>> {
    let here = assessment.catalogue.offered_in(theme);
    let here = here.filter(|entry| is_for_this(entry, &assessment.facts));
    let demanded = demanded(assessment);
    let here = here.filter(|entry| !demanded.iter().any(|other| exclude_each_other(entry, other)));
    let away = here.filter(|entry| !is_there(entry, assessment));
    let told = away.filter_map(|entry| {
        if let Some(when) = awaits(entry, assessment) {
            let misfits = vec![awaited(entry, when, project, assessment)];
            return Some(Blocked { entry, misfits, awaited: true });
        }
        let pointed_at =
            points_at(entry, project, assessment) || is_asked_for_in_vain(entry, &assessment.facts);
        let against = pointed_at.then(|| against(entry, project, assessment));
        Some(Blocked { entry, misfits: against?, awaited: false })
    });
    told.filter(|blocked| !blocked.misfits.is_empty()).collect()
}

/// What is never recommended, that an answer asks for, and that does not fit here: an answer that names a risk is no answer
/// that rules the theme out.
fn is_asked_for_in_vain(entry: &Entry, facts: &Facts) -> bool {
    let asked_for = entry.rules.need.iter().any(|need| need.when.holds(facts));
    entry.rules.class == Class::OptIn && asked_for && !fits(entry, facts)
}

/// The questions and facts that could lead to a requirement in a theme.
pub(super) fn openers(theme: Theme, project: &Project, assessment: &Assessment) -> Vec<Block> {
    let here = assessment.catalogue.offered_in(theme);
    let here = here.filter(|entry| opens(entry) || entry.rules.class == Class::OptIn);
    let here = here.filter(|entry| is_for_this(entry, &assessment.facts));
    let needs = here.flat_map(|entry| entry.rules.need.iter().map(|need| &need.when));
    Tracer { project, assessment }.blocks(needs)
}

/// What keeps an option of a question from being chosen; nothing when it can be, or when no answer would open it.
pub fn closing(option: &Code, question: &Question, project: &Project, assessment: &Assessment) -> Vec<Block> {
    let conditions = question.rules.fields.values().filter_map(|field| field.option_when.get(option));
    Tracer { project, assessment }.blocks(conditions)
}

/// Whether something is unanswered that could lead to a requirement in a theme.
pub(super) fn waits_for_answers(theme: Theme, project: &Project, assessment: &Assessment) -> bool {
    let tracer = Tracer { project, assessment };
    let here = assessment.catalogue.offered_in(theme).filter(|entry| is_for_this(entry, &assessment.facts));
    let mut grounds = here.flat_map(|entry| {
        let needs = entry.rules.need.iter().map(|need| &need.when);
        needs.chain(&entry.rules.duty_when).chain(&entry.rules.when)
    });
    grounds.any(|when| tracer.lacks(when))
}

/// The grounds on which the law would demand an entry, when nothing speaks against them but that an answer is missing, and an
/// answer that is given speaks for them.
pub(crate) fn awaits<'a>(entry: &'a Entry, assessment: &Assessment) -> Option<&'a Condition> {
    let facts = &assessment.facts;
    let when = entry.rules.duty_when.as_ref()?;
    let Condition::All(parts) = when else { return None };
    let (met, unmet): (Vec<&Condition>, Vec<&Condition>) = parts.iter().partition(|part| part.holds(facts));
    let given = |fact: &FactName| facts.source(fact).is_some();
    let open = |fact: &FactName| match facts.get(fact) {
        Some(value) => is_open(fact, value, assessment),
        None => !is_hidden(fact, assessment),
    };
    let answered = met.into_iter().any(|part| asks(part).any(given));
    (answered && !unmet.is_empty() && unmet.into_iter().all(|part| asks(part).all(open))).then_some(when)
}

/// Whether an answer comes from a question that is not asked here, since another answer has settled it.
fn is_hidden(fact: &FactName, assessment: &Assessment) -> bool {
    let asked = assessment.catalogue.asking(fact);
    asked.is_some_and(|(question, _)| {
        assessment.questions.iter().any(|state| state.id == question.id && !state.visible)
    })
}

/// Whether an answer says that nobody knows, or that somebody is yet to find out.
fn is_open(fact: &FactName, value: &FactValue, assessment: &Assessment) -> bool {
    let FactValue::Code(code) = value else { return false };
    let asked = assessment.catalogue.asking(fact);
    code.as_str() == UNKNOWN || asked.is_some_and(|(_, field)| field.not_known_yet.contains(code))
}

/// What the law demands here, or may come to demand: what cannot stand beside it is no choice.
fn demanded(assessment: &Assessment) -> Vec<&Entry> {
    let by_law = |entry: &&Entry| is_duty(entry, &assessment.facts) || awaits(entry, assessment).is_some();
    assessment.catalogue.offered().filter(by_law).collect()
}

fn asks(condition: &Condition) -> impl Iterator<Item = &FactName> {
    condition.leaves().into_iter().filter_map(|leaf| match leaf {
        Condition::Fact(name, _) => Some(name),
        _ => None,
    })
}

/// What is awaited, with what the requirement will need and whom to ask, so that it can be found out at once.
fn awaited(entry: &Entry, when: &Condition, project: &Project, assessment: &Assessment) -> Misfit {
    let blocks = said_in_words(Tracer { project, assessment }.blocks([when]));
    let values = lacking(entry, project, assessment).filter(|_| fits(entry, &assessment.facts));
    let along = along(entry, assessment);
    let key = match (&values, &along) {
        (None, _) => "awaits",
        (Some(_), None) => "awaits_values",
        (Some(_), Some(_)) => "awaits_values_along",
    };
    let slots = [
        ("who", whom(&blocks, assessment)),
        ("values", values.unwrap_or_default()),
        ("along", along.unwrap_or_default()),
    ];
    let text = assessment.catalogue.phrases.fill(&format!("window.misfit.{key}"), &slots);
    Misfit { text, blocks }
}

/// What would be recommended, were it not that somebody is yet to be asked: whom, what then leads to it, and what comes along.
fn waiting(entry: &Entry, project: &Project, assessment: &Assessment) -> Option<Misfit> {
    let facts = &assessment.facts;
    let parts = match entry.rules.when.as_ref()? {
        Condition::All(parts) => parts.iter().collect(),
        one => vec![one],
    };
    let unmet: Vec<&Condition> = parts.into_iter().filter(|part| !part.holds(facts)).collect();
    let open = |fact: &FactName| facts.get(fact).is_some_and(|value| is_open(fact, value, assessment));
    if !unmet.iter().all(|part| asks(part).all(open)) {
        return None;
    }
    let judge = Judge { assessment };
    let wanted: Vec<Bilingual> = unmet.iter().filter_map(|part| judge.wanted(part)).collect();
    let blocks = said_in_words(Tracer { project, assessment }.blocks(unmet));
    let say = |key: &str, slots: &[(&str, Bilingual)]| {
        assessment.catalogue.phrases.fill(&format!("window.misfit.{key}"), slots)
    };
    let asked = [("who", whom(&blocks, assessment)), ("what", joined(&wanted, format::list)?)];
    let along = along(entry, assessment).map(|along| say("waits_along", &[("along", along)]));
    let said: Vec<Bilingual> = [Some(say("waits", &asked)), along].into_iter().flatten().collect();
    Some(Misfit { text: joined(&said, |texts, _| texts.join(" "))?, blocks })
}

/// Places where the sentence beside them says what is looked for.
fn said_in_words(blocks: Vec<Block>) -> Vec<Block> {
    blocks.into_iter().map(|block| Block { wanted: Bilingual::default(), ..block }).collect()
}

/// The labels of the values that an entry would need filled in.
fn lacking(entry: &Entry, project: &Project, assessment: &Assessment) -> Option<Bilingual> {
    let values = assessment.values_of(entry, project);
    let lacking = missing(entry, &values, &assessment.facts);
    let label = |name: &ParameterName, language| {
        entry.text.of(language).parameters.get(name).map(|label| format::lower_first(label))
    };
    let labels = |language| {
        let labels: Vec<String> = lacking.iter().filter_map(|name| label(name, language)).collect();
        format::list(&labels, language)
    };
    (!lacking.is_empty()).then(|| Bilingual::each(labels))
}

/// The titles of what comes along with an entry in its own theme: how it is passed on, told and checked.
fn along(entry: &Entry, assessment: &Assessment) -> Option<Bilingual> {
    let others = entry.rules.requires.iter().filter_map(|id| assessment.catalogue.entry(id));
    let own: Vec<&Entry> = others.filter(|other| other.theme == entry.theme).collect();
    let titles = |language| {
        let titles = own.iter().map(|other| format::quoted(&other.text.of(language).title, language));
        format::list(&titles.collect::<Vec<_>>(), language)
    };
    (!own.is_empty()).then(|| Bilingual::each(titles))
}

/// Whom to ask about the first of what is awaited.
fn whom(blocks: &[Block], assessment: &Assessment) -> Bilingual {
    let asked = blocks.iter().find_map(|block| match &block.spot {
        Spot::Question(id) => assessment.catalogue.questions.get(id),
        _ => None,
    });
    asked
        .map(|question| Bilingual::each(|language| question.text.of(language).ask.clone()))
        .unwrap_or_default()
}

/// Whether an entry is proposed or chosen.
pub(super) fn is_there(entry: &Entry, assessment: &Assessment) -> bool {
    assessment.recommendations.iter().any(|r| r.entry == entry.id && r.standing.is_proposed())
        || assessment.active_for(&entry.id).is_some()
}

fn against(entry: &Entry, project: &Project, assessment: &Assessment) -> Vec<Misfit> {
    if !fits(entry, &assessment.facts) {
        let waiting = waiting(entry, project, assessment);
        return waiting.map_or_else(|| misfits(entry, project, assessment), |waiting| vec![waiting]);
    }
    let excluding = excluding(entry, project, assessment);
    let title = |other: &Entry| {
        assessment.catalogue.phrases.fill("window.misfit.conflict", &[("title", other.title())])
    };
    let excluded: Vec<Misfit> =
        excluding.into_iter().map(|other| Misfit { text: title(other), blocks: Vec::new() }).collect();
    if !excluded.is_empty() {
        return excluded;
    }
    let no_place = no_place(entry, project, assessment);
    no_place.or_else(|| too_many_hours(entry, project, assessment)).into_iter().collect()
}

/// What is counted and comes to nothing: the work has no room for one place, or the others take it.
fn no_place(entry: &Entry, project: &Project, assessment: &Assessment) -> Option<Misfit> {
    let capacity = assessment.capacity.as_ref().filter(|_| quantity::is_counted(entry))?;
    let catalogue = &assessment.catalogue;
    let standing = assessment.active.iter().map(|active| &active.entry);
    let beside: BTreeSet<&EntryId> = proposed(assessment).chain(standing).collect();
    let mut entries: Vec<&Entry> = beside.into_iter().filter_map(|id| catalogue.entry(id)).collect();
    entries.push(entry);
    let context = Context { project, facts: &assessment.facts, catalogue };
    let own = *quantity::settle(&entries, Some(capacity), &context).get(&entry.id)?;
    let (one, all) = (own.least * own.unit_hours, quantity::ADVANCED_SHARE * capacity.labour_hours);
    let key = if one > all { "no_room" } else { "no_place" };
    let hours = |n: f64| Bilingual::each(|language| format::decimal(n, 0, language));
    let slots = [("one", hours(one)), ("all", hours(all))];
    let text = catalogue.phrases.fill(&format!("window.misfit.{key}"), &slots);
    (own.places == 0.0).then_some(Misfit { text, blocks: Vec::new() })
}

fn proposed(assessment: &Assessment) -> impl Iterator<Item = &EntryId> {
    assessment.recommendations.iter().filter(|r| r.standing.is_proposed()).map(|r| &r.entry)
}

/// The time to follow up is what decides how much is recommended.
fn too_many_hours(entry: &Entry, project: &Project, assessment: &Assessment) -> Option<Misfit> {
    let facts = &assessment.facts;
    let needed = hours::together(proposed(assessment).chain([&entry.id]), &assessment.catalogue, facts);
    if !hours::too_many(needed, facts) {
        return None;
    }
    let hours = Bilingual::each(|language| format::decimal(needed, 1, language));
    let phrases = &assessment.catalogue.phrases;
    let text = phrases.fill("window.misfit.hours", &[("n", hours.clone())]);
    let wanted = phrases.fill("window.block.hours", &[("n", hours)]);
    Some(Misfit {
        text,
        blocks: Tracer { project, assessment }.at(&HOURS.into(), wanted).into_iter().collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::assess;
    use crate::requirements::block::Role;
    use crate::review::try_out::{
        CATALOGUE, answering, buying, choosing, example, guards, removals, signature,
    };
    use serde_json::json;

    /// What is said of each entry that the answers point at: why not, and the places with what is said there.
    fn told(project: &Project, theme: Theme) -> Vec<String> {
        let assessment = assess(project, &CATALOGUE, signature().on);
        let one = |blocked: Blocked<'_>| {
            let misfit = |one: &Misfit| {
                let at = |block: &Block| format!(" {}: {}. {}", block.what.sv, block.now.sv, block.wanted.sv);
                format!("{}{}", one.text.sv, one.blocks.iter().map(at).collect::<String>())
            };
            let why = blocked.misfits.iter().map(misfit).collect::<Vec<_>>().join(" ");
            format!("{} {why}", blocked.entry.id).replace(format::NBSP, " ")
        };
        blocked(theme, project, &assessment).into_iter().map(one).collect()
    }

    /// The posts are of one supplier's share, without options: beside the whole value that has to be said.
    #[test]
    fn the_posts_beside_the_value_say_which_part_of_it_they_are_of() {
        let removals = answering(removals(), &json!({ "q02": null }));
        let said = told(&removals, Theme::LabourTerms).join("\n");
        assert!(
            said.contains(
                "11 200 000 kr, där en leverantörs del utan optioner (1 866 667 kr som om värdet delas lika på 3, \
                 fast den som är först i rangordningen oftast får mer) räcker till omkring"
            ),
            "{said}"
        );
        let alone = json!({ "supplier_count": 1, "call_off": "single" });
        let said = told(&buying(removals, &alone), Theme::LabourTerms).join("\n");
        assert!(
            said.contains("11 200 000 kr, där värdet utan optioner (5 600 000 kr) räcker till"),
            "{said}"
        );
    }

    #[test]
    fn a_goal_that_leads_to_no_requirement_names_the_answer_that_blocks_it() {
        let call_offs = json!({ "q07": ["experience"], "q11": null, "q04": { "need_pattern": "call_off" } });
        let said = told(&answering(example("stadning"), &call_offs), Theme::Employment);
        let places = said.iter().find(|line| line.starts_with("emp-internship")).unwrap();
        assert!(
            places.contains(
                "Kravet förutsätter att volymen är säker. Hur kommer behovet?: Avrop utan garanterad volym. \
                 svaret är ”Jämnt över året” eller ”I säsong”"
            ),
            "{said:#?}"
        );
    }

    #[test]
    fn a_framework_without_a_volume_leads_to_the_fact_and_not_to_a_question() {
        let framework =
            buying(example("stadning"), &json!({ "framework": true, "guaranteed_volume": false }));
        let said =
            told(&answering(framework, &json!({ "q07": ["experience"], "q11": null })), Theme::Employment);
        let places = said.iter().find(|line| line.starts_with("emp-internship")).unwrap();
        assert!(places.contains("Garanterad volym: Nej."), "{said:#?}");
    }

    #[test]
    fn what_there_are_no_hours_for_names_the_answer_about_hours() {
        let no_hours = answering(example("stadning"), &json!({ "q35": 1 }));
        let said = told(&no_hours, Theme::Employment);
        assert!(said.iter().any(|line| line.contains("timmar om året")), "{said:#?}");
    }

    #[test]
    fn labour_terms_that_are_needed_are_not_said_to_be_pointed_at_by_nothing_while_nobody_knows_the_levels() {
        let unknown = answering(example("stadning"), &json!({ "q17": { "unknown": "parterna" } }));
        let said = told(&unknown, Theme::LabourTerms);
        let terms = said.iter().find(|line| line.starts_with("lab-terms-duty")).unwrap();
        let asked = "Går lägsta nivån i ett centralt kollektivavtal att ange?: vet inte.";
        assert!(terms.contains(asked), "{said:#?}");
    }

    #[test]
    fn the_right_terms_are_named_while_the_parties_are_not_asked_with_what_to_ask_for() {
        let not_asked =
            answering(example("stadning"), &json!({ "q17": { "pay_level": "parties_not_asked" } }));
        let said = told(&not_asked, Theme::LabourTerms);
        let terms = said.iter().find(|line| line.starts_with("lab-terms-duty")).unwrap();
        assert!(terms.contains("parterna i det centrala kollektivavtalet"), "{terms}");
        assert!(
            terms.contains("lägsta lön per yrkesgrupp") && terms.contains("arbetstid: gränser"),
            "{terms}"
        );
        assert!(terms.contains("varje lucka är ett stopp i granskningen tills den är ifylld"), "{terms}");
        let along = "Med kravet följer ”Samma villkor hos underleverantörer";
        assert!(terms.contains(along) && terms.contains("”Granskning av lön och arbetstid”"), "{terms}");
        assert!(!said.iter().any(|line| line.starts_with("lab-terms-voluntary")), "{said:#?}");
        let chosen = choosing(&not_asked, &["lab-terms-duty"]);
        let found = crate::review::try_out::codes(&chosen, "G08");
        assert!(found.is_empty(), "it waits for its levels, and fits: {found:?}");
    }

    /// Where the law leaves the choice, the terms wait for the same answer: it is said whom to ask and what then comes.
    #[test]
    fn terms_of_the_officer_s_own_choice_say_whom_to_ask_and_what_is_then_proposed() {
        let terms = |project: &Project| {
            let said = told(project, Theme::LabourTerms);
            said.into_iter().find(|line| line.starts_with("lab-terms-voluntary")).unwrap()
        };
        let unknown = answering(guards(), &json!({ "q17": { "unknown": "parterna" } }));
        for waits in [terms(&guards()), terms(&unknown)] {
            let parts = [
                "Kravet väntar på ett svar. Fråga parterna i det centrala kollektivavtalet.",
                "Kravet föreslås om lägsta nivån i ett kollektivavtal går att ange.",
                "Med kravet följer ”Samma villkor hos underleverantörer",
                "”Granskning av lön och arbetstid”",
                "Går lägsta nivån i ett centralt kollektivavtal att ange?: ",
            ];
            assert!(parts.iter().all(|part| waits.contains(part)), "{waits}");
        }
        let short = buying(guards(), &json!({ "months": 3, "option_months": null }));
        assert!(
            terms(&short).contains("Kravet förutsätter att"),
            "no answer alone leads there: {}",
            terms(&short)
        );
        let no =
            answering(guards(), &json!({ "q17": { "pay_level": "no", "reason": "Flera avtal gäller." } }));
        assert!(terms(&no).contains("Kravet förutsätter att lägsta nivån"), "{}", terms(&no));
    }

    /// Why the channel for whistle-blowing, which asks for ten at work, does not fit.
    fn channel_of(project: &Project) -> Option<Vec<Misfit>> {
        let assessment = assess(project, &CATALOGUE, signature().on);
        let mut said = blocked(Theme::LabourTerms, project, &assessment).into_iter();
        said.find(|one| one.entry.id.as_str() == "lab-channel").map(|one| one.misfits)
    }

    fn channel(project: &Project) -> String {
        told(project, Theme::LabourTerms).into_iter().find(|line| line.starts_with("lab-channel")).unwrap()
    }

    /// Whose figure it is: the officer's own answer is not what was worked out.
    #[test]
    fn how_many_are_at_work_is_told_as_answered_or_as_worked_out() {
        let cases = [
            (json!({}), "5 personer enligt svaret."),
            (json!({ "q02": null }), "omkring 7,5 personer enligt uträkningen."),
            (json!({ "q02": "calculate" }), "omkring 7,5 personer enligt uträkningen."),
            (json!({ "q02": 9 }), "9 personer enligt svaret."),
            (
                json!({ "q02": 9 }),
                "av svaret, 9 personer, räknas högst en och en halv gång så många, omkring 7,5.",
            ),
            (
                json!({ "q02": 9 }),
                "räcker till omkring 2,3 heltidstjänster, med deltiden omkring 5 personer; av svaret",
            ),
        ];
        for (answers, says) in cases {
            let worked_out = !answers["q02"].is_number() && answers != json!({});
            let value = if worked_out { 20_900_000 } else { 7_600_000 };
            let channel = channel(&answering(buying(guards(), &json!({ "value_sek": value })), &answers));
            assert!(channel.contains(says), "{answers}: {channel}");
            let value = channel.split_once("Värde exklusive moms").map_or("", |(_, value)| value);
            assert!(!value.contains("10 personer"), "{channel}");
        }
    }

    /// No question is named where no answer to it would help.
    #[test]
    fn where_an_answer_is_large_enough_the_value_or_the_part_of_full_time_is_what_is_left() {
        let asks = |said: &str| said.contains("Hur många personer arbetar samtidigt");
        let enough = channel(&answering(guards(), &json!({ "q02": 12 })));
        assert!(!asks(&enough), "{enough}");
        assert!(enough.contains("minst 10 personer räknas, alltså när värdet räcker till fler"), "{enough}");
        let part = channel(&answering(guards(), &json!({ "q02": 12, "q02b": null })));
        assert!(!asks(&part), "{part}");
        let open = "Hur stor del av heltid arbetar var och en?: inte besvarad. svaret är högst 33 procent";
        assert!(part.contains(open), "{part}");
        let worked_out = channel(&answering(guards(), &json!({ "q02": null })));
        assert!(!asks(&worked_out), "an answer counts to one and a half times the value: {worked_out}");
        let low = channel(&answering(guards(), &json!({})));
        assert!(asks(&low), "{low}");
    }

    /// What is told to be enough is enough, and what is told to be needed is not enough alone.
    #[test]
    fn what_a_place_is_said_to_need_is_what_makes_the_requirement_fit() {
        let fits = |project: &Project| channel_of(project).is_none();
        let roles = |project: &Project| -> Vec<Role> {
            let misfits = channel_of(project).unwrap();
            misfits.iter().flat_map(|misfit| &misfit.blocks).map(|block| block.role).collect()
        };
        let large = answering(guards(), &json!({ "q02": 12, "q02b": null }));
        assert_eq!(roles(&large), [Role::Enough, Role::Enough]);
        assert!(fits(&answering(large.clone(), &json!({ "q02b": 33 }))));
        assert!(!fits(&answering(large.clone(), &json!({ "q02b": 34 }))));
        let low = answering(guards(), &json!({ "q02b": 15 }));
        assert_eq!(roles(&low), [Role::Needed]);
        assert!(fits(&answering(low, &json!({ "q02": 10 }))));
        let whole = json!({ "value_sek": 5_700_000, "option_months": null, "option_value_sek": null });
        let both = buying(guards(), &whole);
        assert_eq!(roles(&both), [Role::Needed, Role::Needed]);
        let enough = json!({ "value_sek": 7_600_000 });
        assert!(!fits(&buying(both.clone(), &enough)));
        assert!(!fits(&answering(both.clone(), &json!({ "q02": 10 }))));
        assert!(fits(&answering(buying(both, &enough), &json!({ "q02": 10 }))));
    }

    /// The part of the price that is work is a question of its own, and not how many are at work.
    #[test]
    fn a_share_of_work_that_is_too_low_names_the_bands_that_would_do() {
        let large = buying(example("stadning"), &json!({ "value_sek": 300_000_000 }));
        let low = answering(large, &json!({ "q11": "share", "q02": null, "q03": "0_20" }));
        let assessment = assess(&low, &CATALOGUE, signature().on);
        let entry = CATALOGUE.entry(&"emp-hours-share".into()).unwrap();
        let misfits = misfits(entry, &low, &assessment);
        let blocks: Vec<_> = misfits.iter().flat_map(|misfit| &misfit.blocks).collect();
        let band = blocks.iter().find(|block| block.spot == Spot::Question("q03".into()));
        let Some(band) = band else { panic!("{misfits:#?}") };
        assert!(band.wanted.sv.starts_with("svaret är ”40"), "{}", band.wanted.sv);
    }

    /// An answer counts up to one and a half times what the value is enough for, so that both may have to be another.
    #[test]
    fn what_the_value_would_have_to_be_is_counted_back_where_it_can_be() {
        let whole = json!({ "value_sek": 5_700_000, "option_months": null, "option_value_sek": null });
        let cases = [
            (
                json!({}),
                whole.clone(),
                Some("omkring 3 heltidstjänster ryms, alltså vid ungefär 7 600 000 kr"),
            ),
            (
                json!({ "q02": null }),
                whole.clone(),
                Some("omkring 10 heltidstjänster ryms, alltså vid ungefär 25 200 000 kr"),
            ),
            (json!({}), json!({}), Some("värdet räcker till fler heltidstjänster")),
            (json!({ "q02": 12 }), whole, Some("minst 10 personer räknas, alltså vid ungefär 7 600 000 kr")),
            (
                json!({ "q02": 12 }),
                json!({}),
                Some("minst 10 personer räknas, alltså när värdet räcker till fler heltidstjänster"),
            ),
            (json!({}), json!({ "value_sek": 60_000_000 }), None),
        ];
        for (answers, facts, says) in cases {
            let project = buying(answering(guards(), &answers), &facts);
            let assessment = assess(&project, &CATALOGUE, signature().on);
            let blocked = blocked(Theme::LabourTerms, &project, &assessment);
            let channel = blocked.iter().find(|one| one.entry.id.as_str() == "lab-channel").unwrap();
            let blocks = channel.misfits.iter().flat_map(|misfit| &misfit.blocks);
            let value = blocks.clone().find(|block| block.spot == Spot::Fact("value_sek".into()));
            let wanted = value.map(|value| value.wanted.sv.replace(format::NBSP, " "));
            assert_eq!(wanted.is_some(), says.is_some(), "{wanted:?}");
            assert!(wanted.unwrap_or_default().starts_with(says.unwrap_or_default()));
        }
    }

    #[test]
    fn what_is_chosen_is_never_said_to_be_blocked() {
        let call_offs = json!({ "q07": ["experience"], "q11": null, "q04": { "need_pattern": "call_off" } });
        let chosen = choosing(&answering(example("stadning"), &call_offs), &["emp-internship"]);
        assert!(!told(&chosen, Theme::Employment).iter().any(|line| line.starts_with("emp-internship")));
    }

    #[test]
    fn a_theme_that_nothing_points_at_names_the_questions_that_could() {
        let quiet = answering(example("stadning"), &json!({ "q33": "no" }));
        let assessment = assess(&quiet, &CATALOGUE, signature().on);
        let opening = openers(Theme::Children, &quiet, &assessment);
        let asked = opening.iter().find(|block| block.spot == Spot::Question("q33".into())).unwrap();
        assert_eq!((&*asked.now.sv, &*asked.wanted.sv), ("Nej", "svaret är ”Ja”"));
    }

    #[test]
    fn whatever_is_answered_each_theme_says_what_blocks_it_in_whole_words() {
        for name in ["stadning", "byggtjanster", "it-system", "arbetsklader"] {
            let project = example(name);
            let assessment = assess(&project, &CATALOGUE, signature().on);
            for theme in Theme::DECIDED {
                let blocks = openers(theme, &project, &assessment);
                let within = blocked(theme, &project, &assessment).into_iter().flat_map(|one| one.misfits);
                for block in blocks.into_iter().chain(within.flat_map(|one| one.blocks)) {
                    let texts = [&block.what, &block.now, &block.wanted];
                    assert!(
                        texts
                            .iter()
                            .all(|text| !text.sv.contains(['{', '_']) && !text.en.contains(['{', '_'])),
                        "{name} {theme:?}: {block:?}"
                    );
                    assert!(!block.now.sv.is_empty(), "{name} {theme:?}: {block:?}");
                }
            }
        }
    }
}
