//! The worked cases: what the officer is recommended, with the arithmetic behind it.
//!
//! One file a case in `cases/`: facts, answers, and what is to come of them. A line such as
//! `emp-language 4 advanced places=6` is an entry, its score, its level and some of its values. `findings` is all that the
//! review says when what is recommended has been chosen and every theme decided: code, case, place, severity.

use crate::support::{EXAMPLES, SHIPPED, TODAY, apply, example, example_json, project, root};
use domain::assess::{Assessment, assess};
use domain::catalogue::Catalogue;
use domain::catalogue::entry::Entry;
use domain::catalogue::id::{Code, ParameterName};
use domain::catalogue::parameter::{ParameterKind, ParameterValue};
use domain::catalogue::question::QuestionGroup;
use domain::edit::Edit;
use domain::follow_up::hours;
use domain::needs::answer::{Answer, FieldValue};
use domain::needs::facts::serde_name;
use domain::needs::question_state::State;
use domain::project::Project;
use domain::requirements::decision::{Decision, Outcome as Decided, ThemeState};
use domain::requirements::recommend::{Recommendation, Standing};
use domain::requirements::values::Origin;
use domain::requirements::wording::plain;
use domain::requirements::words::Speaker;
use domain::review::finding::{Finding, Place};
use domain::text::Language;
use serde::Deserialize;
use serde_json::{Value, json};

/// What holds in a case unless it says otherwise.
const ASSUMED: &str = r#"{
  "procurement": { "act": "lou", "authority_kind": "municipality", "supplier_count": 1, "notice_date": "2027-02-15" },
  "answers": { "q34": "no", "q35": 80, "q36": { "market": "some", "small_firms": "no" } }
}"#;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    example: Option<String>,
    #[serde(default)]
    procurement: toml::Table,
    #[serde(default)]
    answers: toml::Table,
    expect: Expected,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    regime: String,
    work: Option<Work>,
    value_for_a_place: Option<f64>,
    #[serde(default)]
    duties: Vec<String>,
    candidates: Vec<String>,
    #[serde(default)]
    companions: Vec<String>,
    absent: Vec<String>,
    #[serde(default)]
    beside: Vec<String>,
    share: Option<f64>,
    follow_up_hours: Option<f64>,
    findings: Vec<String>,
}

/// L whole hours, F and N with one decimal, as they are shown.
#[derive(Debug, PartialEq, Deserialize)]
struct Work {
    hours: f64,
    months: f64,
    headcount: f64,
}

impl Case {
    fn read(name: &str) -> Self {
        let path = root().join("tests/domain/cases").join(format!("{name}.toml"));
        toml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
    }

    fn project(&self) -> Project {
        let mut facts = match &self.example {
            Some(name) => example_json(name),
            None => serde_json::from_str(ASSUMED).unwrap(),
        };
        for (table, own) in [("procurement", &self.procurement), ("answers", &self.answers)] {
            for (key, value) in own {
                facts[table][key] = serde_json::to_value(value).unwrap();
            }
        }
        project(serde_json::from_value(facts).unwrap())
    }
}

/// The laundry of a region, as an officer who was new to it answered.
pub fn region_laundry() -> Project {
    Case::read("27-region-laundry").project()
}

/// What came out, in the form of the case files.
struct Outcome<'a> {
    project: &'a Project,
    catalogue: &'a Catalogue,
    assessment: Assessment,
}

impl<'a> Outcome<'a> {
    fn of(project: &'a Project, catalogue: &'a Catalogue) -> Self {
        Self { project, catalogue, assessment: assess(project, catalogue, TODAY) }
    }

    fn recommended(&self, standing: Standing) -> Vec<&Recommendation> {
        self.assessment.recommendations.iter().filter(|r| r.standing == standing).collect()
    }

    fn ids(&self, standing: Standing) -> Vec<&str> {
        self.recommended(standing).into_iter().map(|r| r.entry.as_str()).collect()
    }

    /// The entry as a line that names the same values as the expected one.
    fn line(&self, recommended: &Recommendation, expected: Option<&String>) -> String {
        let entry = self.catalogue.entry(&recommended.entry).unwrap();
        let values = self.assessment.values_of(entry, self.project);
        let mut words = vec![recommended.entry.to_string()];
        words.extend(recommended.score.map(|s| format!("{} {}", s.total(), serde_name(&entry.rules.level))));
        let named = expected.map_or("", String::as_str).split(' ').filter_map(|word| word.split_once('='));
        for (name, _) in named {
            let value = values.get(name).unwrap_or_else(|| panic!("{}: {name}", entry.id));
            words.push(format!("{name}={}", shown(value.value.as_ref())));
        }
        words.join(" ")
    }

    fn lines(&self, standing: Standing, expected: &[String]) -> Vec<String> {
        let line = |r: &&Recommendation| {
            let same = |line: &&String| line.split(' ').next() == Some(r.entry.as_str());
            self.line(r, expected.iter().find(same))
        };
        self.recommended(standing).iter().map(line).collect()
    }

    fn work(&self) -> Option<Work> {
        self.assessment.capacity.as_ref().map(|c| Work {
            hours: c.labour_hours.round(),
            months: (c.full_time_months * 10.0).round() / 10.0,
            headcount: (c.headcount.used * 10.0).round() / 10.0,
        })
    }

    fn share(&self) -> f64 {
        let recommended = self.recommended(Standing::Candidate);
        recommended.iter().filter_map(|r| self.assessment.quantities.get(&r.entry)).map(|q| q.share).sum()
    }

    /// Hours a year for what is recommended with all that comes along.
    fn follow_up_hours(&self) -> f64 {
        let counted = [Standing::Duty, Standing::Candidate, Standing::Companion];
        let entries = counted.into_iter().flat_map(|standing| self.recommended(standing));
        entries.map(|r| hours::own(self.catalogue.entry(&r.entry).unwrap(), &self.assessment.facts)).sum()
    }
}

fn shown(value: Option<&ParameterValue>) -> String {
    match value {
        None => "fyll i".to_owned(),
        Some(ParameterValue::Text(text)) => text.clone(),
        Some(ParameterValue::List(list)) => list.join(","),
        Some(other) => serde_json::to_string(other).unwrap(),
    }
}

fn check(name: &str, catalogue: &Catalogue) {
    let case = Case::read(name);
    let project = case.project();
    let outcome = Outcome::of(&project, catalogue);
    let expect = &case.expect;
    assert_eq!(serde_name(&outcome.assessment.regime.regime()), expect.regime, "{name}: regime");
    assert_eq!(outcome.work(), expect.work, "{name}: work");
    assert_eq!(outcome.lines(Standing::Duty, &expect.duties), expect.duties, "{name}: duties");
    assert_eq!(
        outcome.lines(Standing::Candidate, &expect.candidates),
        expect.candidates,
        "{name}: candidates"
    );
    let companions = outcome.ids(Standing::Companion);
    for companion in &expect.companions {
        assert!(companions.contains(&companion.as_str()), "{name}: {companion} comes along");
    }
    let beside = outcome.ids(Standing::Beside);
    for shown in &expect.beside {
        assert!(beside.contains(&shown.as_str()), "{name}: {shown} is shown beside");
    }
    let proposed =
        [Standing::Duty, Standing::Candidate, Standing::Companion].map(|standing| outcome.ids(standing));
    for absent in &expect.absent {
        assert!(!proposed.concat().contains(&absent.as_str()), "{name}: {absent} is not proposed");
    }
    if let Some(share) = expect.share {
        assert!((outcome.share() - share).abs() < 5e-5, "{name}: share {}", outcome.share());
    }
    if let Some(hours) = expect.follow_up_hours {
        assert_eq!(outcome.follow_up_hours(), hours, "{name}: hours");
    }
    if let Some(value) = expect.value_for_a_place {
        assert_eq!(outcome.assessment.capacity.unwrap().value_for_a_place().round(), value, "{name}");
    }
    let settled = settled(&project, catalogue);
    assert_eq!(found(&settled, catalogue), sorted(expect.findings.clone()), "{name}: findings");
    let whole = filled_in(&settled, catalogue);
    let stops = found(&whole, catalogue).into_iter().filter(|finding| finding.ends_with(" stop"));
    // An assessment, and an answer that waits for the parties to an agreement, are no values to fill in.
    let waits = |stop: &String| stop.starts_with("G04") || stop.starts_with("R07 need");
    let left: Vec<String> = stops.filter(|stop| !waits(stop)).collect();
    assert_eq!(left, [""; 0], "{name}: what is left when all has been filled in");
}

/// Clauses on trainees in it contracts suit neither side; a student's placement is the exception.
#[test]
fn specialists_are_proposed_no_places_for_beginners() {
    let proposed = |code: &str, goal: &str| -> Vec<String> {
        let mut facts: Value = serde_json::from_str(ASSUMED).unwrap();
        facts["procurement"]["cpv"] = json!([code]);
        facts["procurement"]["nature"] = json!("services");
        facts["procurement"]["value_sek"] = json!(40_000_000);
        facts["procurement"]["months"] = json!(48);
        facts["procurement"]["framework"] = json!(false);
        facts["answers"]["q01"] = json!("work");
        facts["answers"]["q02"] = json!("calculate");
        facts["answers"]["q05"] = json!({ "beginner_tasks": ["office"], "supervisors": 4 });
        facts["answers"]["q06"] = json!(["none"]);
        facts["answers"]["q07"] = json!([goal]);
        facts["answers"]["q09"] = json!({ "candidates_per_year": 4 });
        facts["answers"]["q10"] = json!("labour_market_unit");
        facts["answers"]["q11"] = json!("fixed_number");
        let project = project(serde_json::from_value(facts).unwrap());
        let outcome = Outcome::of(&project, &SHIPPED);
        let ids = outcome.ids(Standing::Candidate).into_iter().map(str::to_owned);
        ids.filter(|id| SHIPPED.entry(&id.as_str().into()).unwrap().rules.form.is_some()).collect()
    };
    for code in ["72220000", "79411000", "71320000"] {
        for goal in ["experience", "language", "paid_job"] {
            assert_eq!(proposed(code, goal), [""; 0], "{code} {goal}");
        }
        assert_eq!(proposed(code, "vocational"), ["emp-student"], "{code}");
    }
    assert_eq!(proposed("79500000", "experience"), ["emp-internship"], "office services are no specialists");
}

// ---- The review, when the officer has done all that is proposed

/// The project with all that is recommended chosen, and every theme decided.
fn settled(project: &Project, catalogue: &Catalogue) -> Project {
    let recommendations = assess(project, catalogue, TODAY).recommendations;
    let proposed =
        recommendations.into_iter().filter(|r| matches!(r.standing, Standing::Duty | Standing::Candidate));
    let choices = proposed.map(|recommended| Edit::Choose { entry: recommended.entry });
    let chosen = choices.fold(project.clone(), |project, edit| apply(&project, &edit, catalogue).unwrap());
    let open = assess(&chosen, catalogue, TODAY).themes.into_iter().filter(ThemeState::is_open);
    let decision = || Decision { outcome: Decided::NotRelevant, reason: "Inget pekar hit.".to_owned() };
    let decisions = open.map(|state| Edit::Decide { theme: state.theme, decision: Some(decision()) });
    decisions.fold(chosen, |project, edit| apply(&project, &edit, catalogue).unwrap())
}

/// The findings, a line each, in the order of the alphabet.
fn found(project: &Project, catalogue: &Catalogue) -> Vec<String> {
    let line = |finding: &Finding| {
        let place = match &finding.place {
            Place::Whole => "whole".to_owned(),
            Place::Fact(field) => format!("fact {}", serde_name(field)),
            Place::Question(id) => format!("question {id}"),
            Place::Theme(theme) => format!("theme {}", theme.code()),
            Place::Requirement(id) => format!("requirement {id}"),
        };
        format!("{} {} {place} {}", finding.rule.code(), finding.case, serde_name(&finding.severity))
    };
    sorted(assess(project, catalogue, TODAY).findings.iter().map(line).collect())
}

/// The project with every value filled in that waits for it: the levels of pay, holiday and hours too.
fn filled_in(project: &Project, catalogue: &Catalogue) -> Project {
    let mut project = project.clone();
    if let Some(Answer::Fields(fields)) = project.answers.get_mut("q17")
        && fields["pay_level"] == FieldValue::Text("yes".to_owned())
    {
        let levels = ["pay", "holiday", "hours"].map(Code::from);
        fields.insert("levels".into(), FieldValue::Codes(levels.into()));
        fields.insert("parties_heard".into(), FieldValue::Text("Parterna har svarat.".to_owned()));
    }
    for active in assess(&project, catalogue, TODAY).active {
        let entry = catalogue.entry(&active.entry).unwrap();
        for (name, _) in active.values.iter().filter(|(_, filled)| filled.origin == Origin::Missing) {
            let (parameter, value) = (name.clone(), Some(fitting(entry, name)));
            let edit = Edit::SetParameter { entry: active.entry.clone(), parameter, value };
            project = apply(&project, &edit, catalogue).unwrap();
        }
    }
    project
}

/// A value that fits.
fn fitting(entry: &Entry, name: &ParameterName) -> ParameterValue {
    let parameter = &entry.rules.parameters[name];
    let code = || parameter.options[0].to_string();
    match parameter.kind {
        ParameterKind::Choice => ParameterValue::Text(code()),
        ParameterKind::Multi => ParameterValue::List(vec![code()]),
        ParameterKind::Text => ParameterValue::Text("Enligt bilagan.".to_owned()),
        ParameterKind::Date => ParameterValue::Text("2028-03-31".to_owned()),
        ParameterKind::Table => {
            ParameterValue::Table(vec![vec!["150".to_owned(); entry.text.sv.columns[name].len()]])
        }
        ParameterKind::Flag => ParameterValue::Flag(true),
        _ => ParameterValue::number(parameter.range.unwrap()[0]),
    }
}

fn sorted(mut lines: Vec<String>) -> Vec<String> {
    lines.sort();
    lines
}

macro_rules! cases {
    ($($test:ident = $file:literal),* $(,)?) => { $(#[test] fn $test() { check($file, &SHIPPED); })* };
}

cases! {
    minor_building_services = "01-minor-building-services",
    the_same_as_services = "01b-the-same-as-services",
    school_cleaning = "02-school-cleaning",
    an_it_system = "03-it-system",
    workwear = "04-workwear",
    coffee = "05-coffee",
    snow_clearing = "06-snow-clearing",
    taxi_and_school_transport = "07-taxi-and-school-transport",
    a_care_home = "08-care-home",
    park_maintenance = "09-park-maintenance",
    a_preschool_building = "10-preschool-building",
    a_paint_job = "11-paint-job",
    one_consultant = "12-one-consultant",
    medical_gloves = "13-medical-gloves",
    school_furniture = "14-school-furniture",
    office_furniture = "15-office-furniture",
    coffee_machines = "16-coffee-machines",
    it_consultants = "17-it-consultants",
    laundry = "18-laundry",
    a_playground_as_works = "19-playground-works",
    a_playground_as_goods = "19b-playground-equipment",
    road_works = "20-road-works",
    interpreters = "21-interpreters",
    surgical_gloves = "22-surgical-gloves",
    school_meals = "23-school-meals",
    guarding = "24-guarding",
    a_swimming_hall = "25-swimming-hall",
    removal_services = "26-removal-services",
    a_region_s_laundry = "27-region-laundry",
}

#[test]
fn the_examples_come_out_the_same_with_what_is_shipped() {
    let files = ["01-minor-building-services", "02-school-cleaning", "03-it-system", "04-workwear"];
    for file in files {
        check(file, &SHIPPED);
    }
}

#[test]
fn no_case_file_is_forgotten() {
    let files = std::fs::read_dir(root().join("tests/domain/cases")).unwrap().count();
    assert_eq!(files, 29);
}

/// The answers of a case are whole: each fits its question, which is asked, and all that is asked has an answer. The
/// share of work may be left to the branch's profile, and the readiness of the house to itself.
#[test]
fn the_cases_answer_what_is_asked() {
    for file in std::fs::read_dir(root().join("tests/domain/cases")).unwrap() {
        let name = file.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned();
        let project = Case::read(&name).project();
        for (id, answer) in &project.answers {
            answer.check(&SHIPPED.questions[id], &SHIPPED.phrases).unwrap();
        }
        for question in assess(&project, &SHIPPED, TODAY).questions {
            let answered = project.answers.contains_key(&question.id);
            let may_wait = question.id == "q03" || question.group == QuestionGroup::Readiness;
            assert!(question.visible == answered || may_wait, "{name}: {}", question.id);
            // Whether the levels can be stated is known before they are written down.
            let is_half = question.state == State::Incomplete && question.id != "q17";
            assert!(!is_half, "{name}: {}", question.id);
        }
    }
}

/// Every answer of an example fits its question, and everything that is asked has been answered.
#[test]
fn the_examples_are_whole() {
    for name in EXAMPLES {
        let project = example(name);
        for (id, answer) in &project.answers {
            answer.check(&SHIPPED.questions[id], &SHIPPED.phrases).unwrap();
        }
        let assessment = assess(&project, &SHIPPED, TODAY);
        let left: Vec<String> = assessment
            .questions
            .iter()
            .filter(|q| q.visible && assessment.is_left(q))
            .map(|q| format!("{} {:?}", q.id, q.state))
            .collect();
        assert!(left.is_empty(), "{name}: {left:?}");
        let to_find_out = assessment.questions.iter().filter(|q| assessment.is_to_find_out(q));
        let to_find_out: Vec<&str> = to_find_out.map(|q| q.id.as_str()).collect();
        let expected: &[&str] = if name == "byggtjanster" { &["q32"] } else { &[] };
        assert_eq!(to_find_out, expected, "{name}");
        let hidden: Vec<_> = assessment
            .questions
            .iter()
            .filter(|q| !q.visible && project.answers.contains_key(&q.id))
            .map(|q| q.id.clone())
            .collect();
        assert!(hidden.is_empty(), "{name} answers what is not asked: {hidden:?}");
        assert!(assessment.regime.missing.is_empty(), "{name}");
    }
}

/// What is known when the supplier begins counts as reported then: in the words of what is bought.
#[test]
fn defects_are_spoken_of_by_what_is_bought() {
    let told = |project: Project, entry: &str| {
        let project = apply(&project, &Edit::Choose { entry: entry.into() }, &SHIPPED).unwrap();
        let assessment = assess(&project, &SHIPPED, TODAY);
        let speaker = Speaker::new(&project, &assessment, Language::Sv);
        let said = speaker.requirement(assessment.catalogue.entry(&"acc-defects".into()).unwrap()).duties();
        said.iter().map(|duty| plain(duty)).collect::<String>()
    };
    let journeys = told(Case::read("07-taxi-and-school-transport").project(), "acc-transport");
    assert!(journeys.contains("när avtalet börjar") && !journeys.contains("leverans"), "{journeys}");
    let building = told(Case::read("10-preschool-building").project(), "acc-built");
    assert!(building.contains("när arbetet godkänns") && !building.contains("leverans"), "{building}");
    assert!(told(example("it-system"), "acc-ict").contains("godkännandet av leveransen"));
}
