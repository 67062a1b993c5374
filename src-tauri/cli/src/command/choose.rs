//! `samkrav choose`: the recommended requirements, or one by its id, with values.

use clap::{ArgGroup, Args};
use domain::apply::apply;
use domain::assess::{Assessment, assess};
use domain::catalogue::Catalogue;
use domain::catalogue::id::EntryId;
use domain::edit::Edit;
use domain::project::Project;
use domain::refusal::Refusal;
use jiff::civil::Date;
use store::Stamp;

use super::{Day, in_use};
use crate::answer::one_line;
use crate::streams::Place;

mod value;

/// Välj krav. Det som följer med ett krav följer med av sig självt
#[derive(Args)]
#[command(
    override_usage = "samkrav choose P.samkrav --recommended\n  samkrav choose P.samkrav KRAV [NAMN=VÄRDE …]",
    after_help = value::HELP,
    group = ArgGroup::new("what").required(true).args(["recommended", "entry"])
)]
#[group(skip)]
pub struct Choose {
    /// Projektfilen, eller - (läses från standard in och skrivs till standard ut)
    #[arg(value_name = "P.samkrav")]
    project: Place,
    /// Kravets namn i katalogen, till exempel emp-study-visit
    #[arg(value_name = "KRAV")]
    entry: Option<String>,
    /// Värden i kravet. Det som inte anges räknas fram eller föreslås
    #[arg(value_name = "NAMN=VÄRDE")]
    values: Vec<String>,
    /// Välj allt som rekommenderas och allt som lagen kräver
    #[arg(long)]
    recommended: bool,
    #[command(flatten)]
    day: Day,
}

impl Choose {
    pub fn run(self) -> Result<String, Refusal> {
        let catalogue = in_use()?;
        let today = self.day.or_today()?;
        let _held = self.project.hold();
        let mut file = self.project.read_project()?;
        let edits = match &self.entry {
            Some(id) => one(id, &self.values, &file.project, &catalogue)?,
            None => recommended(&file.project, &catalogue, today),
        };
        let stamp = Stamp::now("")?;
        let mut project = file.project.clone();
        for edit in &edits {
            project = apply(&project, edit, &catalogue, &stamp.signature())?;
        }
        if !edits.is_empty() {
            file = file.revised(project, &stamp);
        }
        self.project.write_project(&file)?;
        let shown = || standing(&file.project, &catalogue, today, &edits);
        Ok(if self.project == Place::Stream { String::new() } else { shown() })
    }
}

/// Values given to what stands already are set there: a companion does not come to stand by itself for their sake.
fn one(id: &str, values: &[String], project: &Project, catalogue: &Catalogue) -> Result<Vec<Edit>, Refusal> {
    let here = catalogue.as_in(project);
    let entry = here.find(&id.into())?;
    let set = values.iter().map(|text| value::edit(entry, text));
    let stands = project.standing().iter().any(|requirement| *requirement.id() == entry.id);
    let choose = (!stands || values.is_empty()).then(|| Edit::Choose { entry: entry.id.clone() });
    choose.map(Ok).into_iter().chain(set).collect()
}

fn recommended(project: &Project, catalogue: &Catalogue, today: Date) -> Vec<Edit> {
    let proposed = assess(project, catalogue, today).recommendations.into_iter();
    proposed.filter(|r| r.standing.is_proposed()).map(|r| Edit::Choose { entry: r.entry }).collect()
}

/// What stands now, with what came along.
fn standing(project: &Project, catalogue: &Catalogue, today: Date, edits: &[Edit]) -> String {
    if edits.is_empty() {
        return "Inget krav rekommenderas. samkrav assess visar varför, tema för tema.\n".to_owned();
    }
    let assessment = assess(project, catalogue, today);
    assessment.active.iter().map(|active| line(&active.entry, &assessment)).collect()
}

fn line(id: &EntryId, assessment: &Assessment) -> String {
    let title = assessment.catalogue.entry(id).map_or(id.as_str(), |entry| &entry.text.sv.title);
    let active = assessment.active_for(id);
    let number = active.map_or(0, |active| active.number);
    let along = if active.is_some_and(|active| active.companion) { ", följer med" } else { "" };
    one_line(&format!("K{number} {title} ({id}{along})")) + "\n"
}
