//! An authority's own file: its entries, its defaults, what it has switched off, its thresholds. It adds no question,
//! no fact and no legal basis: its entries name those of the catalogue.

use std::collections::BTreeSet;
use std::sync::Arc;

use indexmap::IndexMap;
use jiff::civil::Date;
use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::catalogue::entry::{Entry, EntryRules, EntryText};
use crate::catalogue::id::{EntryId, ParameterName};
use crate::catalogue::load::{Fault, join};
use crate::catalogue::parameter::{ParameterValue, Source};
use crate::catalogue::theme::Theme;
use crate::catalogue::{Catalogue, check, check_shape, date, toml_file};
use crate::day;
use crate::procurement::threshold::{ThresholdStatus, Thresholds};
use crate::text::Bilingual;

/// The most in each part of the file: ten times the entries of the catalogue that is built in.
const MOST: usize = 1000;

/// An authority's own file.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Own {
    #[serde(rename = "format")]
    _format: IgnoredAny,
    #[serde(rename = "format_version")]
    _format_version: IgnoredAny,
    #[serde(rename = "kind")]
    _kind: IgnoredAny,
    #[serde(rename = "program", default)]
    _program: Option<String>,
    /// Whose it is.
    pub authority: String,
    /// When its content was last checked.
    #[serde(deserialize_with = "date::read")]
    pub checked_on: Date,
    /// Entries of the catalogue that are not offered here.
    #[serde(default)]
    switched_off: Vec<EntryId>,
    /// Values that are proposed here in the place of the catalogue's.
    #[serde(default)]
    defaults: IndexMap<EntryId, IndexMap<ParameterName, ParameterValue>>,
    #[serde(default)]
    entries: IndexMap<EntryId, OwnEntry>,
    #[serde(default)]
    texts: Texts,
    /// Thresholds that hold before the catalogue's in their period.
    #[serde(default)]
    thresholds: Vec<Thresholds>,
}

/// The words of both languages; what one of them lacks is named entry by entry.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Texts {
    sv: IndexMap<EntryId, EntryText>,
    en: IndexMap<EntryId, EntryText>,
}

/// The rules of an entry, and the theme, which for the catalogue's own follows from the name of the file.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(try_from = "toml::Table")]
struct OwnEntry {
    theme: Theme,
    rules: EntryRules,
}

impl TryFrom<toml::Table> for OwnEntry {
    type Error = String;

    fn try_from(mut table: toml::Table) -> Result<Self, String> {
        let theme = toml::Table::from_iter(table.remove_entry("theme"));
        let Themed { theme } = toml_file::from_table(theme)?;
        Ok(Self { theme, rules: toml_file::from_table(table)? })
    }
}

#[derive(Deserialize)]
struct Themed {
    theme: Theme,
}

impl Own {
    /// The catalogue with this file beside it.
    ///
    /// # Errors
    /// All faults of the file, said of `file`.
    pub fn beside(&self, base: &Catalogue, file: &str) -> Result<Catalogue, Vec<Fault>> {
        if let Some(part) = self.too_long() {
            return Err(vec![Fault::new(file, "", format!("{part}: får ha högst {MOST} poster"))]);
        }
        let place = Shelf { own: self, base, file };
        let mut faults = place.faults();
        let (words, lone) = join(self.texts.sv.clone(), self.texts.en.clone());
        faults.extend(lone.sv.iter().map(|id| place.fault(id, "den engelska texten saknas")));
        faults.extend(lone.en.iter().map(|id| place.fault(id, "den svenska texten saknas")));
        let catalogue = place.catalogue(words);
        faults.extend(check::own(&catalogue).into_iter().map(|fault| here(fault, file)));
        if faults.is_empty() { Ok(catalogue) } else { Err(faults) }
    }
}

impl Own {
    /// A part that is longer than any authority needs. To check it all would take minutes.
    fn too_long(&self) -> Option<&'static str> {
        let Self { switched_off, defaults, entries, texts, thresholds, .. } = self;
        let parts = [
            ("switched_off", switched_off.len()),
            ("defaults", defaults.len()),
            ("entries", entries.len()),
            ("texts.sv", texts.sv.len()),
            ("texts.en", texts.en.len()),
            ("thresholds", thresholds.len()),
        ];
        parts.into_iter().find(|(_, length)| *length > MOST).map(|(part, _)| part)
    }
}

/// What the checks say of the file of a theme is said of this one.
fn here(fault: Fault, file: &str) -> Fault {
    let words = [(".sv.toml", "texts.sv: "), (".en.toml", "texts.en: ")];
    let place = words.iter().find(|(ending, _)| fault.file.ends_with(ending)).map_or("", |(_, place)| place);
    Fault::new(file, fault.entry, format!("{place}{}", fault.message))
}

/// An authority's file beside a catalogue.
struct Shelf<'a> {
    own: &'a Own,
    base: &'a Catalogue,
    file: &'a str,
}

impl Shelf<'_> {
    fn fault(&self, about: &EntryId, message: impl Into<String>) -> Fault {
        Fault::new(self.file, about.as_str(), message)
    }

    fn catalogue(&self, mut words: IndexMap<EntryId, Bilingual<EntryText>>) -> Catalogue {
        let mut catalogue = self.base.clone();
        for (id, OwnEntry { theme, rules }) in self.sorted() {
            // One without words is left out, and is a fault.
            let Some(text) = words.swap_remove(id) else { continue };
            let entry = Entry { id: id.clone(), theme: *theme, rules: rules.clone(), text };
            // One that is there already stays, and is a fault.
            catalogue.entries.entry(id.clone()).or_insert_with(|| entry.into());
        }
        for (id, defaults) in &self.own.defaults {
            let Some(entry) = catalogue.entries.get_mut(id).map(Arc::make_mut) else { continue };
            for (name, value) in defaults {
                if let Some(parameter) = entry.rules.parameters.get_mut(name) {
                    parameter.source = Source::Default(value.clone());
                }
            }
        }
        // However sure the file says that its figures are: the officer sees whose they are.
        let own = self.own.thresholds.iter().cloned();
        let own = own.map(|period| Thresholds { status: ThresholdStatus::Own, ..period });
        catalogue.thresholds = own.chain(self.base.thresholds.iter().cloned()).collect();
        catalogue.own = Arc::new(self.own.entries.keys().cloned().collect());
        catalogue.switched_off = Arc::new(self.own.switched_off.iter().cloned().collect());
        catalogue
    }

    /// Own entries come last, by name, as they do in a project that brings them to a catalogue without them.
    fn sorted(&self) -> Vec<(&EntryId, &OwnEntry)> {
        let mut entries: Vec<_> = self.own.entries.iter().collect();
        entries.sort_by_key(|(id, _)| *id);
        entries
    }

    fn faults(&self) -> Vec<Fault> {
        let nameless = self.own.authority.trim().is_empty();
        let nameless = nameless.then(|| Fault::new(self.file, "", "authority: namnet saknas"));
        let unlikely =
            (!day::is_likely(self.own.checked_on)).then(|| Fault::new(self.file, "", date::UNLIKELY_CHECK));
        let taken: BTreeSet<&str> = self.base.entries.keys().filter_map(first_part).collect();
        let entries = self.own.entries.iter().flat_map(|(id, entry)| self.entry_faults(id, entry, &taken));
        let off = self.own.switched_off.iter().filter_map(|id| self.switched_off_fault(id));
        let periods = check_shape::period_faults(&self.own.thresholds, self.file);
        nameless
            .into_iter()
            .chain(unlikely)
            .chain(entries)
            .chain(self.text_faults())
            .chain(self.default_faults())
            .chain(off)
            .chain(periods)
            .collect()
    }

    fn entry_faults(&self, id: &EntryId, entry: &OwnEntry, taken: &BTreeSet<&str>) -> Vec<Fault> {
        let shipped = self.base.entry(id).is_some();
        let alike = first_part(id).filter(|part| !shipped && taken.contains(part));
        let wordless = !self.own.texts.sv.contains_key(id) && !self.own.texts.en.contains_key(id);
        let said = [
            shipped.then(|| "kravet finns redan i kravbiblioteket".to_owned()),
            // A later edition of the catalogue could give the name to something else.
            alike.map(|part| format!("namnet får inte börja med {part}-, så börjar kravbibliotekets egna")),
            first_part(id)
                .is_none()
                .then(|| "namnet ska börja med något eget före ett bindestreck".to_owned()),
            wordless.then(|| "texterna saknas".to_owned()),
            entry
                .rules
                .duty_when
                .is_some()
                .then(|| "duty_when: ett eget krav kan inte vara en skyldighet i lag".to_owned()),
        ];
        said.into_iter().flatten().map(|message| self.fault(id, message)).collect()
    }

    fn text_faults(&self) -> Vec<Fault> {
        let Texts { sv, en } = &self.own.texts;
        let ids: BTreeSet<&EntryId> = sv.keys().chain(en.keys()).collect();
        let lost = ids.into_iter().filter(|id| !self.own.entries.contains_key(*id));
        lost.map(|id| self.fault(id, "texts: kravet finns inte i filen")).collect()
    }

    fn default_faults(&self) -> Vec<Fault> {
        let all =
            self.own.defaults.iter().flat_map(|(id, values)| values.iter().map(move |value| (id, value)));
        all.filter_map(|(id, (name, value))| {
            let message = self.default_fault(id, name, value)?;
            Some(self.fault(id, format!("defaults.{name}: {message}")))
        })
        .collect()
    }

    fn default_fault(&self, id: &EntryId, name: &ParameterName, value: &ParameterValue) -> Option<String> {
        let Some(entry) = self.base.entry(id) else {
            return Some("kravet finns inte i kravbiblioteket".to_owned());
        };
        let Some(parameter) = entry.rules.parameters.get(name) else {
            return Some("värdet finns inte".to_owned());
        };
        if matches!(parameter.source, Source::Default(_) | Source::FillIn) {
            return parameter.take(value).err().map(|what| what.sv);
        }
        // A fixed number in its place would no longer follow the size of the contract.
        (!parameter.locked)
            .then(|| "värdet räknas fram och kan inte ha ett eget förslag".to_owned())
            .or_else(|| parameter.take(value).err().map(|what| what.sv))
    }

    fn switched_off_fault(&self, id: &EntryId) -> Option<Fault> {
        let Some(entry) = self.base.entry(id) else {
            return Some(self.fault(id, "switched_off: kravet finns inte"));
        };
        if entry.rules.duty_when.is_some() {
            return Some(self.fault(id, "switched_off: lagen kräver det i vissa upphandlingar"));
        }
        let own = self.own.entries.iter().map(|(id, entry)| (id, &entry.rules));
        let shipped = self.base.entries.iter().map(|(id, entry)| (id, &entry.rules));
        let stands = |other: &EntryId| !self.own.switched_off.contains(other);
        let needs = |(other, rules): &(&EntryId, &EntryRules)| stands(other) && rules.requires.contains(id);
        let other = own.chain(shipped).find(needs)?.0;
        Some(self.fault(id, format!("switched_off: {other} kräver det")))
    }
}

/// "emp" of emp-study-visit.
fn first_part(id: &EntryId) -> Option<&str> {
    id.as_str().split_once('-').map(|(first, _)| first)
}
