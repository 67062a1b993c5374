//! `samkrav import`: what was changed in an exported sheet, taken back in.

use std::path::PathBuf;

use clap::Args;
use documents::returned::{self, Change, Difference, Returned};
use domain::apply::apply;
use domain::edit::Edit;
use domain::refusal::Refusal;
use store::Stamp;

use super::in_use;
use crate::answer::Answer;
use crate::report::Page;
use crate::streams::Place;

/// Läs in det som har ändrats i ett exporterat Excel-blad
#[derive(Args)]
#[command(
    override_usage = "samkrav import P.samkrav BLAD.xlsx [--write]",
    after_help = "Utan --write visas bara ändringarna. Går en av dem inte att göra skrivs ingen. Status 1: något som är ändrat läses inte in."
)]
pub struct Import {
    /// Projektfilen
    #[arg(value_name = "P.samkrav")]
    project: PathBuf,
    /// Excel-bladet
    #[arg(value_name = "BLAD.xlsx")]
    sheet: PathBuf,
    /// Skriv ändringarna i projektet
    #[arg(long)]
    write: bool,
}

impl Import {
    pub fn run(self) -> Result<Answer, Refusal> {
        let catalogue = in_use()?;
        let place = Place::File(self.project);
        let bytes = store::read_bytes(&self.sheet)?;
        let _held = place.hold();
        let file = place.read_project()?;
        let stamp = Stamp::now("")?;
        let signature = stamp.signature();
        let returned = returned::changes(&bytes, &file.project, &catalogue, &signature)?;
        let Ok(edits) = returned.edits() else { return Ok(Answer::no(report(&returned, NOT_ALL))) };
        if !self.write || edits.is_empty() {
            return Ok(answer(&returned, if edits.is_empty() { NOTHING } else { NOT_WRITTEN }));
        }
        let edit = Edit::Sheet { edits };
        let project = apply(&file.project, &edit, &catalogue, &signature)?;
        place.write_project(&file.revised(project, &stamp))?;
        Ok(answer(&returned, WRITTEN))
    }
}

/// How it ends when all is taken in, and when something in the sheet is not.
const NOTHING: [&str; 2] = ["Inget är ändrat i bladet.", "Inget läses in från bladet."];
const NOT_WRITTEN: [&str; 2] = [
    "Inget är skrivet. Lägg till --write för att skriva.",
    "Inget är skrivet. Lägg till --write för att skriva det som läses in.",
];
const WRITTEN: [&str; 2] =
    ["Ändringarna är skrivna.", "Det som läses in är skrivet. Det som inte läses in står ovanför."];
const NOT_ALL: &str = "Inget är skrivet, eftersom en eller flera ändringar inte går att göra. Rätta bladet och läs in det igen.";

/// "No" also when something was changed that is not taken in.
fn answer(returned: &Returned, [all, not_all]: [&str; 2]) -> Answer {
    if returned.notes.is_empty() {
        Answer::yes(report(returned, all))
    } else {
        Answer::no(report(returned, not_all))
    }
}

fn report(returned: &Returned, end: &str) -> String {
    let mut page = Page::default();
    for change in &returned.changes {
        about(&mut page, change);
    }
    for note in &returned.notes {
        page.line(&note.sv);
    }
    page.line(end);
    page.text()
}

/// "K2 Studiebesök (Krav!D3)", then what is otherwise, old before new.
fn about(page: &mut Page, change: &Change) {
    page.line(&format!("{} ({})", change.about.sv, change.place));
    for difference in &change.differences {
        page.below(&line(difference));
    }
    for remark in &change.remarks {
        page.below(&format!("Obs! {}", remark.sv));
    }
    if let Err(refusal) = &change.outcome {
        page.below(&format!("Går inte: {refusal}"));
    }
}

fn line(Difference { what, old, new }: &Difference) -> String {
    let [old, new] = [old, new].map(|text| if text.is_empty() { "–" } else { text });
    format!("{}: {old} → {new}", what.sv)
}
