//! What a person reads: a project as it stands, and an entry of the catalogue.

mod editions;
mod entry;
mod findings;
mod page;
mod recommended;
mod wording;

use domain::assess::Assessment;
use domain::catalogue::Catalogue;
use domain::catalogue::theme::{Level, Placement, Theme};
use domain::fixed::before;
use domain::needs::facts::serde_name;
use domain::needs::question_state::{QuestionState, State};
use domain::procurement::regime_words;
use domain::progress::{Task, TaskProgress, TaskState};
use domain::project::Project;
use domain::requirements::block::Block;
use domain::requirements::calculation;
use domain::requirements::decision::{Outcome, ThemeState};
use domain::requirements::misfit::Misfit;
use domain::text::Bilingual;

pub use entry::entry;
pub use findings::findings;
pub use page::Page;
pub use wording::wording;

/// All that follows from a project, as a page.
pub fn page(project: &Project, assessment: &Assessment) -> String {
    let catalogue = &assessment.catalogue;
    let mut report = Report { project, assessment, catalogue, page: Page::default() };
    report.title();
    report.regime();
    report.progress();
    report.left();
    report.work();
    report.recommendations();
    report.themes();
    report.editions();
    report.findings();
    report.before_fixing();
    report.page.text()
}

/// The name of a theme.
pub fn theme(theme: Theme, catalogue: &Catalogue) -> String {
    catalogue.phrases.say(&format!("general.themes.{}", theme.code())).sv
}

/// The name of a level.
pub fn level(level: Level, catalogue: &Catalogue) -> String {
    catalogue.phrases.say(&format!("general.levels.{}", serde_name(&level))).sv
}

fn placement(placement: Placement, catalogue: &Catalogue) -> String {
    catalogue.phrases.say(&format!("general.placements.{}", serde_name(&placement))).sv
}

struct Report<'a> {
    project: &'a Project,
    assessment: &'a Assessment,
    catalogue: &'a Catalogue,
    page: Page,
}

impl Report<'_> {
    fn title(&mut self) {
        let procurement = &self.project.procurement;
        let title =
            Some(&*procurement.title).filter(|title| !title.is_empty()).unwrap_or("Upphandling utan namn");
        self.page.line(title);
        if !procurement.authority_name.is_empty() {
            self.page.line(&procurement.authority_name);
        }
    }

    fn regime(&mut self) {
        let outcome = &self.assessment.regime;
        let words = regime_words::explain(outcome, &self.project.procurement, &self.catalogue.phrases);
        self.page.heading("Regim");
        self.page.line(&words.name.sv);
        self.page.line(&words.reason.sv);
        if let (Some(status), Some(period)) = (&words.status, &outcome.period) {
            self.page.line(&format!("{}. Gränserna gäller från {}.", status.sv, period.valid_from));
        }
        if let Some(basis) = &words.legal_basis {
            self.page.line(&format!("Lagrum: {}.", basis.sv));
        }
        if !words.what_if.is_empty() {
            self.page.line("Det här skulle ändra regimen:");
        }
        words.what_if.iter().for_each(|what| self.page.point(&what.sv));
    }

    fn progress(&mut self) {
        self.page.heading("Uppgifter");
        for progress in &self.assessment.progress {
            self.page.row(task(progress.task), &state(progress));
        }
    }

    /// The questions that matter and wait for an answer, and those whose answer somebody is to find out.
    fn left(&mut self) {
        let assessment = self.assessment;
        self.waiting("Frågor som är kvar", |question| question.visible && assessment.is_left(question));
        self.waiting("Väntar på svar", |question| assessment.is_to_find_out(question));
    }

    fn waiting(&mut self, heading: &str, waits_here: impl Fn(&QuestionState) -> bool) {
        let waiting: Vec<&QuestionState> =
            self.assessment.questions.iter().filter(|question| waits_here(question)).collect();
        if waiting.is_empty() {
            return;
        }
        self.page.heading(heading);
        for question in waiting {
            let text = self.catalogue.questions.get(&question.id).map(|known| &*known.text.sv.question);
            let said = format!("{}  {} ({})", question.id, text.unwrap_or_default(), waits(question.state));
            self.page.point(&said);
        }
    }

    /// How much work the contract is; everything that is counted rests on it.
    fn work(&mut self) {
        let Some(capacity) = &self.assessment.capacity else { return };
        self.page.heading("Så mycket arbete är avtalet (tumregel, inte lag)");
        for step in calculation::of_capacity(capacity, self.project, self.catalogue) {
            self.page.row(&step.label.sv, &format!("{} ({})", step.value.sv, step.from.sv));
        }
    }

    fn themes(&mut self) {
        self.page.heading("Teman");
        for state in &self.assessment.themes {
            let name = theme(state.theme, self.catalogue);
            let outlook = state.outlook(self.project, self.assessment);
            self.page.row(&name, &decided(state, outlook.why_none));
            for one in outlook.blocked {
                self.page.point(&format!("{}: {}", one.entry.text.sv.title, hindered(&one.misfits)));
            }
        }
    }

    /// What the one who decides ought to know, when there is anything.
    fn before_fixing(&mut self) {
        let before = before(self.project, self.assessment);
        if !before.words.is_empty() {
            self.page.heading("Innan en version fastställs");
        }
        before.words.iter().for_each(|words| self.page.point(&words.sv));
    }

    fn findings(&mut self) {
        if !self.assessment.findings.is_empty() {
            self.page.heading("Anmärkningar");
            findings::write(&mut self.page, self.assessment);
        }
    }
}

fn task(task: Task) -> &'static str {
    match task {
        Task::Procurement => "1 Upphandlingen",
        Task::Readiness => "2 Förutsättningar",
        Task::Needs => "3 Behov och risker",
        Task::Requirements => "4 Krav",
        Task::FollowUp => "5 Uppföljning",
        Task::Review => "6 Granskning",
        Task::Documents => "7 Dokument",
    }
}

fn state(progress: &TaskProgress) -> String {
    let unsettled = progress.unsettled;
    match progress.state {
        TaskState::Done if progress.warnings > 0 => {
            format!("inga stopp, varningar kvar: {}", progress.warnings)
        }
        TaskState::Done if unsettled > 0 && progress.task == Task::Review => {
            format!("klar, {unsettled} stopp med skäl att gå vidare")
        }
        TaskState::Done if unsettled > 0 => format!("klar, {unsettled} väntar på svar"),
        TaskState::NotBegun => "inte börjad".to_owned(),
        TaskState::Left { left, of } => format!("{left} kvar av {of}"),
        TaskState::Done => "klar".to_owned(),
        TaskState::Stops { count } => format!("{count} stopp"),
    }
}

fn waits(state: State) -> &'static str {
    match state {
        State::Prefilled => "förslag att bekräfta",
        State::Incomplete => "svaret är inte helt",
        State::Unknown => "vet inte",
        State::Unanswered | State::Answered | State::NotRelevant => "obesvarad",
    }
}

/// Why not, and where that is answered: "Hur kommer behovet? Nu: Avrop."
fn hindered(misfits: &[Misfit]) -> String {
    let at = |block: &Block| {
        let end = if block.what.sv.ends_with('?') { "" } else { ":" };
        let wanted = Some(&block.wanted.sv).filter(|wanted| !wanted.is_empty());
        let fits = wanted.map(|wanted| format!(" Passar om {wanted}.")).unwrap_or_default();
        format!("{}{end} Nu: {}.{fits}", block.what.sv, block.now.sv)
    };
    let said = |one: &Misfit| {
        let places = one.blocks.iter().map(at).collect::<Vec<_>>().join(" ");
        format!("{} {places}", one.text.sv)
    };
    misfits.iter().map(said).collect::<Vec<_>>().join(" ")
}

fn decided(theme: &ThemeState, why_none: Option<Bilingual>) -> String {
    let outcome = match theme.outcome {
        Some(Outcome::Chosen) if theme.along > 0 => {
            format!("valt, {} krav och {} som följer med", theme.chosen, theme.along)
        }
        Some(Outcome::Chosen) => format!("valt, {} krav", theme.chosen),
        Some(Outcome::NotRelevant) => "inte relevant".to_owned(),
        Some(Outcome::NotNow) => "inte nu".to_owned(),
        None => "inget beslut".to_owned(),
    };
    let rest = match (theme.reason.trim(), why_none) {
        ("", Some(why)) => why.sv,
        ("", None) => format!("{} rekommenderas.", theme.recommended),
        (reason, _) => format!("Skäl: {reason}"),
    };
    format!("{outcome}. {rest}")
}
