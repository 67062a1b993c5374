//! `samkrav diff`: what differs between two projects.

use clap::Args;
use domain::merge::{Change, Kind, Spoken, differences, label};
use domain::refusal::Refusal;
use serde::Serialize;

use super::{Day, in_use, json, spoken};
use crate::answer::Answer;
use crate::report::Page;
use crate::streams::Place;

/// Visa vad som skiljer två projektfiler åt, fält för fält. Svarar 1 när något skiljer
#[derive(Args)]
#[command(override_usage = "samkrav diff A.samkrav B.samkrav [--json] [--date DATUM]")]
pub struct Diff {
    /// Den ena projektfilen, eller -
    #[arg(value_name = "A.samkrav")]
    before: Place,
    /// Den andra
    #[arg(value_name = "B.samkrav")]
    after: Place,
    /// Svara med JSON i stället för text
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    day: Day,
}

/// What differs, in JSON.
#[derive(Serialize)]
pub struct DifferencesJson {
    pub differences: Vec<Difference>,
}

/// One of them.
#[derive(Serialize)]
pub struct Difference {
    field: String,
    label: String,
    kind: Kind,
    before: Option<String>,
    after: Option<String>,
}

impl Diff {
    pub fn run(self) -> Result<Answer, Refusal> {
        let (catalogue, today) = (in_use()?, self.day.or_today()?);
        let [before, after] = [self.before.read_project()?, self.after.read_project()?]
            .map(|file| spoken(file.project, &catalogue, today));
        let said = |change: &Change| said(change, &before, &after);
        let differences: Vec<Difference> =
            differences(&before.project, &after.project).iter().map(said).collect();
        let same = differences.is_empty();
        let text = if self.json { json(&DifferencesJson { differences })? } else { page(&differences) };
        Ok(if same { Answer::yes(text) } else { Answer::no(text) })
    }
}

/// A change in words.
pub fn said(change: &Change, before: &Spoken, after: &Spoken) -> Difference {
    let Change { field, kind, .. } = change;
    Difference {
        field: field.to_string(),
        label: label(field, &[after, before]),
        kind: *kind,
        before: before.shown(field),
        after: after.shown(field),
    }
}

/// All of them as a page to read.
pub fn page(differences: &[Difference]) -> String {
    let mut page = Page::default();
    for Difference { label, before, after, .. } in differences {
        page.line(label);
        page.below(&format!("A: {}", before.as_deref().unwrap_or("–")));
        page.below(&format!("B: {}", after.as_deref().unwrap_or("–")));
    }
    if differences.is_empty() {
        page.line("Inget skiljer projekten åt.");
    }
    page.text()
}
