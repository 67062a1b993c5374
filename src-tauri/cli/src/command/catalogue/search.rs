//! `samkrav catalogue search`: what everyday words lead to, among the requirements and the CPV codes.

use clap::Args;
use domain::procurement::cpv::CpvItem;
use domain::refusal::Refusal;
use domain::search::codes::with_other_check_digit;
use domain::search::{Hit, Hits, Marked, in_catalogue};
use domain::spot::Spot;
use domain::text::Language;
use serde::Serialize;

use crate::answer::Answer;
use crate::command::{in_use, json};
use crate::report::Page;

/// Sök krav och CPV-koder med vardagliga ord
#[derive(Args)]
#[command(
    override_usage = "samkrav catalogue search ORD … [--english] [--json]",
    after_help = "Svarar 0 när något hittas och 1 annars. En CPV-kod kan skrivas med eller utan kontrollsiffra."
)]
pub struct Search {
    /// Ord eller början på en CPV-kod, till exempel sommarjobb, städ eller 9091
    #[arg(value_name = "ORD", required = true)]
    words: Vec<String>,
    /// Sök bland de engelska texterna
    #[arg(long)]
    english: bool,
    /// Svara med JSON i stället för text: alla träffar, med det funna utmärkt
    #[arg(long)]
    json: bool,
}

/// More hits of a kind than these are not printed for a person to read.
const SHOWN: usize = 12;

#[derive(Serialize)]
struct HitsJson<'a> {
    requirements: Vec<HitJson<'a>>,
    codes: Vec<HitJson<'a>>,
}

#[derive(Serialize)]
struct HitJson<'a> {
    id: &'a str,
    title: MarkedJson<'a>,
    excerpt: Option<MarkedJson<'a>>,
}

/// A text, and the parts of it that were found.
#[derive(Serialize)]
struct MarkedJson<'a> {
    text: &'a str,
    found: Vec<&'a str>,
}

impl Search {
    pub fn run(self) -> Result<Answer, Refusal> {
        let catalogue = in_use()?;
        let language = if self.english { Language::En } else { Language::Sv };
        let typed = self.words.join(" ");
        let hits = in_catalogue(&catalogue, &typed, language);
        let other = with_other_check_digit(&catalogue.cpv, &typed);
        let text = if self.json { json(&HitsJson::of(&hits))? } else { page(&hits, &typed, other) };
        Ok(if hits == Hits::default() { Answer::no(text) } else { Answer::yes(text) })
    }
}

fn page(hits: &Hits, typed: &str, other_check_digit: Option<&CpvItem>) -> String {
    let mut page = Page::default();
    if let Some(item) = other_check_digit {
        page.line(&format!("Kontrollsiffran stämmer inte i {typed}, koden är {}.", item.printed()));
    }
    if *hits == Hits::default() {
        page.line("Inget hittades. Pröva ett annat ord, eller bara början på ordet.");
    }
    for (name, hits) in [("Krav", &hits.catalogue), ("CPV-koder", &hits.codes)] {
        if !hits.is_empty() {
            page.heading(name);
        }
        hits.iter().take(SHOWN).for_each(|hit| page.line(&line(hit)));
        if hits.len() > SHOWN {
            page.line(&format!("och {} till", hits.len() - SHOWN));
        }
    }
    page.text()
}

fn line(hit: &Hit) -> String {
    match &hit.spot {
        Spot::Requirement(entry) => format!("{:<28} {}", entry.as_str(), hit.title.text),
        _ => match &hit.excerpt {
            Some(everyday) => format!("{} ({})", hit.title.text, everyday.text),
            None => hit.title.text.clone(),
        },
    }
}

impl<'a> HitsJson<'a> {
    fn of(hits: &'a Hits) -> Self {
        let all = |hits: &'a [Hit]| hits.iter().map(HitJson::of).collect();
        Self { requirements: all(&hits.catalogue), codes: all(&hits.codes) }
    }
}

impl<'a> HitJson<'a> {
    fn of(hit: &'a Hit) -> Self {
        let id = match &hit.spot {
            Spot::Requirement(entry) => entry.as_str(),
            Spot::Cpv(code) => code.as_str(),
            _ => "",
        };
        let excerpt = hit.excerpt.as_ref().map(MarkedJson::of);
        Self { id, title: MarkedJson::of(&hit.title), excerpt }
    }
}

impl<'a> MarkedJson<'a> {
    fn of(marked: &'a Marked) -> Self {
        let found = marked.found.iter().filter_map(|place| marked.text.get(place.clone()));
        Self { text: &marked.text, found: found.collect() }
    }
}
