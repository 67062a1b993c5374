//! Another entry of the same idea: the ladder leads to another level, and where the levels work in different places, to
//! another kriterietyp.

use crate::apply::{not_offered, requirement_of, take_over};
use crate::catalogue::Catalogue;
use crate::catalogue::entry::Entry;
use crate::catalogue::id::{EntryId, ParameterName};
use crate::catalogue::parameter::ParameterValue;
use crate::editions::{label, sentence, takes};
use crate::project::Project;
use crate::refusal::{Kind, Refusal};
use crate::requirements::requirement::Requirement;
use crate::text::{Bilingual, Language};

/// The entries on the same ladder, itself included, from the lowest level; none when it stands on no ladder.
pub fn ladder<'c>(id: &'c EntryId, catalogue: &'c Catalogue) -> impl Iterator<Item = &'c Entry> {
    let ladder = catalogue.ladders.iter().find(move |ladder| ladder.entries.contains(id));
    let ids = ladder.into_iter().flat_map(|ladder| &ladder.entries);
    ids.filter(move |other| catalogue.is_offered(other) || *other == id).filter_map(|id| catalogue.entry(id))
}

/// The other entry of the same idea that `is` the one sought.
pub fn of<'c>(id: &'c EntryId, catalogue: &'c Catalogue, is: impl Fn(&Entry) -> bool) -> Option<&'c Entry> {
    ladder(id, catalogue).find(|other| other.id != *id && is(other))
}

/// Puts another entry of the same idea in the place of a chosen one. What the officer has set goes along where it fits; the
/// old one waits with all that it had.
pub(crate) fn change(
    project: &mut Project,
    id: &EntryId,
    is: impl Fn(&Entry) -> bool,
    catalogue: &Catalogue,
) -> Result<(), Refusal> {
    let to = of(id, catalogue, is).ok_or_else(|| no_neighbour(id))?;
    if !catalogue.is_offered(&to.id) {
        return Err(not_offered(to));
    }
    let old = requirement_of(project, id)?;
    if !old.chosen {
        return Err(crate::apply::not_chosen(id));
    }
    old.chosen = false;
    let values = old.values.clone();
    take_over(project, &to.id, catalogue);
    let new = requirement_of(project, &to.id)?;
    new.chosen = true;
    let entry = new.entry.clone();
    new.values.extend(values.into_iter().filter(|(name, value)| takes(&entry, name, value)));
    Ok(())
}

fn no_neighbour(id: &EntryId) -> Refusal {
    Refusal::new(
        Kind::NotFound,
        format!("Kravet {id} finns inte i den formen."),
        format!("{id} does not exist in that form."),
    )
    .hint("Välj bland de nivåer och kriterietyper som kravet har.", "Choose among those that it has.")
}

/// What does not go along to another entry: "Värden som inte längre passar: Antal besök. Den egna texten följer inte
/// med."
pub fn lost_words(
    requirement: &Requirement,
    to: &Entry,
    catalogue: &Catalogue,
    language: Language,
) -> String {
    let lost = |(name, value): &(&ParameterName, &ParameterValue)| !takes(to, name, value);
    let lost = requirement.values.iter().filter(lost);
    let lost: Vec<String> = lost.map(|(name, _)| label(requirement, name, language)).collect();
    let own = (!requirement.own_wording.is_empty())
        .then(|| catalogue.phrases.word("program.editions.own.goes", language).to_owned());
    let said = [sentence("lost", "values", &lost, catalogue, language), own];
    said.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// What is done, after the name of the edit: "Studiebesök → Praktik. Värden som inte längre passar: Antal besök."
pub(crate) fn words(
    project: &Project,
    id: &EntryId,
    is: impl Fn(&Entry) -> bool,
    catalogue: &Catalogue,
) -> Bilingual {
    let Some(to) = of(id, catalogue, is) else { return Bilingual::default() };
    let requirement = project.requirement(id);
    Bilingual::each(|language| {
        let lost = requirement.map(|requirement| lost_words(requirement, to, catalogue, language));
        let lost = lost.filter(|lost| !lost.is_empty()).map_or_else(String::new, |lost| format!(". {lost}"));
        format!(" → {}{lost}", to.text.of(language).title)
    })
}
