//! An entry of the catalogue on a page.

use domain::catalogue::Catalogue;
use domain::catalogue::entry::{Entry, EntryText};
use domain::catalogue::id::{Code, EntryId};
use domain::format;
use domain::needs::facts::serde_name;
use domain::procurement::Act;
use domain::procurement::regime::Regime;
use domain::procurement::regime_words;
use domain::requirements::words;

use super::{Page, level, placement, theme};

/// An entry with its words, its values and what comes along with it.
pub fn entry(entry: &Entry, catalogue: &Catalogue) -> String {
    let mut page = Page::default();
    let text = &entry.text.sv;
    page.line(&format!("{} ({})", text.title, entry.id));
    let kind = placement(entry.rules.placement, catalogue).to_lowercase();
    page.line(&format!("{}, {}, {kind}", theme(entry.theme, catalogue), level(entry.rules.level, catalogue)));
    standing(&mut page, entry, catalogue);
    wording(&mut page, text);
    values(&mut page, entry, text);
    legal_bases(&mut page, entry, catalogue);
    others(&mut page, "Följer med", &entry.rules.requires, catalogue);
    others(&mut page, "Går inte ihop med", &entry.rules.conflicts, catalogue);
    page.heading("Kontrollerat");
    page.line(&format!("Version {}, kontrollerad {}.", entry.rules.version, entry.rules.checked_on));
    page.text()
}

/// What sets the entry apart from those that are offered as they were made.
fn standing(page: &mut Page, entry: &Entry, catalogue: &Catalogue) {
    if catalogue.own.contains(&entry.id) {
        page.line("Eget krav: det kommer från den egna katalogen.");
    }
    if catalogue.switched_off.contains(&entry.id) {
        page.line("Avstängt i den egna katalogen: det rekommenderas inte och går inte att välja.");
    }
    if let Some(day) = entry.rules.withdrawn_on {
        page.line(&format!("Återkallat {day}: det går inte att välja. {}", entry.text.sv.withdrawn));
        others(page, "Ersätts av", &entry.rules.replaced_by, catalogue);
    }
}

fn wording(page: &mut Page, text: &EntryText) {
    page.line(&text.summary);
    page.heading("Kravtext");
    text.duties.iter().chain(&text.relief).for_each(|duty| page.point(&duty.text));
    let rest = [
        ("Varför", &text.motive),
        ("Bevis i anbudet", &text.evidence_tender),
        ("Bevis under avtalet", &text.evidence_contract),
        ("Uppföljning", &text.follow_up),
        ("Påföljd", &text.sanction),
    ];
    for (heading, said) in rest.into_iter().filter(|(_, said)| !said.is_empty()) {
        page.heading(heading);
        page.line(said);
    }
}

fn values(page: &mut Page, entry: &Entry, text: &EntryText) {
    if entry.rules.parameters.is_empty() {
        return;
    }
    page.heading("Värden");
    for (name, parameter) in &entry.rules.parameters {
        let label = text.parameters.get(name).map_or("", String::as_str);
        let kind = serde_name(&parameter.kind);
        let range = parameter.range.map(|[least, most]| format!(", {least} till {most}")).unwrap_or_default();
        let options: Vec<&str> = parameter.options.iter().map(Code::as_str).collect();
        let options = if options.is_empty() { String::new() } else { format!(": {}", options.join(", ")) };
        page.point(&format!("{name}  {label} ({kind}{range}{options})"));
    }
}

/// The sections under each act and regime in which there are any.
fn legal_bases(page: &mut Page, entry: &Entry, catalogue: &Catalogue) {
    page.heading("Lagrum");
    for act in [Act::Lou, Act::Luf, Act::Luk] {
        for regime in [Regime::DirectiveGoverned, Regime::NationallyGoverned, Regime::DirectAward] {
            let cited = cited(entry, act, regime, catalogue);
            if !cited.is_empty() {
                page.row(&under(act, regime, catalogue), &cited);
            }
        }
    }
    let conditional =
        |name: &String| catalogue.legal_bases.get(name).is_some_and(|basis| basis.when.is_some());
    if entry.rules.legal_basis.iter().any(conditional) {
        page.line("Ett lagrum som bara gäller i vissa fall skrivs ut i dokumenten när det gäller.");
    }
}

fn cited(entry: &Entry, act: Act, regime: Regime, catalogue: &Catalogue) -> String {
    let cited = catalogue.citations(entry, act, regime, |_| true).into_iter().map(|citation| {
        let sections = words::sections(citation, act, &catalogue.phrases);
        let basis = format!("specification.facts.{}", serde_name(&citation.basis));
        catalogue.phrases.fill(&basis, &[("sections", sections)]).sv
    });
    cited.collect::<Vec<_>>().join(" ")
}

/// "LOU, annonspliktig enligt 19 kap.", "LOU utom 19 och 19 a kap."
fn under(act: Act, regime: Regime, catalogue: &Catalogue) -> String {
    let regime = regime_words::short(regime, act, &catalogue.phrases);
    let act = catalogue.phrases.say(&format!("general.acts.{}", serde_name(&act)));
    if regime.sv.starts_with(&act.sv) {
        return regime.sv;
    }
    format!("{}, {}", act.sv, format::lower_first(&regime.sv))
}

fn others(page: &mut Page, heading: &str, ids: &[EntryId], catalogue: &Catalogue) {
    if ids.is_empty() {
        return;
    }
    page.heading(heading);
    for id in ids {
        let known = catalogue.entry(id);
        page.point(&known.map_or_else(|| id.to_string(), |known| format!("{} ({id})", known.text.sv.title)));
    }
}
