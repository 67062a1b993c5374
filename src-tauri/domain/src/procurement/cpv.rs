//! The common procurement vocabulary (CPV 2008): codes, labels, the lists that the acts refer to.
//!
//! The check digit is data and is never computed: the natural rule is wrong for 532 official codes.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use crate::refusal::Refusal;
use crate::rows::rows;
use crate::search::codes::Labels;
use crate::text::{Bilingual, Language};

/// Eight digits, without check digit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "string"))]
#[serde(try_from = "String", into = "String")]
pub struct CpvCode(Box<str>);

impl CpvCode {
    /// Reads "45000000" or "45000000-7"; whether the code exists is asked of [`Cpv::get`].
    ///
    /// # Errors
    /// When it is not eight digits with or without a check digit.
    pub fn read(text: &str) -> Result<Self, Refusal> {
        let digits = text.trim().split_once('-').map_or(text.trim(), |(code, _)| code);
        let whole = digits.len() == 8 && digits.bytes().all(|b| b.is_ascii_digit());
        if whole { Ok(Self(digits.into())) } else { Err(malformed(text)) }
    }

    /// The eight digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The digits that say something: "45400000" is "454". A code covers everything below its stem.
    pub fn stem(&self) -> &str {
        let trimmed = self.0.trim_end_matches('0');
        &self.0[..trimmed.len().max(2)]
    }

    /// The two digits of its division: "45".
    pub fn division(&self) -> &str {
        &self.0[..2]
    }

    /// Whether the code lies under the prefix, such as "45" or "9091".
    pub fn is_under(&self, prefix: &str) -> bool {
        self.0.starts_with(prefix)
    }
}

fn malformed(text: &str) -> Refusal {
    Refusal::bad_input(format!("”{text}” är ingen CPV-kod."), format!("“{text}” is not a CPV code.")).hint(
        "En CPV-kod har åtta siffror, till exempel 45000000.",
        "A CPV code has eight digits, such as 45000000.",
    )
}

impl TryFrom<String> for CpvCode {
    type Error = Refusal;

    fn try_from(text: String) -> Result<Self, Refusal> {
        Self::read(&text)
    }
}

impl From<CpvCode> for String {
    fn from(code: CpvCode) -> Self {
        code.0.into()
    }
}

impl fmt::Display for CpvCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A code with its label and check digit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CpvItem {
    /// The code.
    pub code: CpvCode,
    /// The official check digit.
    pub check: char,
    /// The official label.
    pub label: Bilingual,
}

impl CpvItem {
    /// The code as it is printed: "45000000-7".
    pub fn printed(&self) -> String {
        format!("{}-{}", self.code, self.check)
    }
}

/// A list of codes that an act refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum CpvList {
    /// Annex 2 to LOU: social and other specific services.
    #[serde(rename = "annex_2", alias = "bilaga2")]
    Annex2,
    /// 19 kap. 25 § LOU.
    #[serde(rename = "reserved_19_25", alias = "19:25")]
    Reserved1925,
    /// 19 kap. 25 a § LOU.
    #[serde(rename = "reserved_19_25a", alias = "19:25a")]
    Reserved1925a,
}

/// Whether a code is on a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnList {
    /// The code, and all that lies under it, is on the list.
    Yes,
    /// Neither the code nor anything under it is on the list.
    No,
    /// A part of what lies under the code is on the list: a more exact code is needed.
    InPart,
}

/// The whole vocabulary with the lists of LOU.
#[derive(Clone, Debug, Default)]
pub struct Cpv {
    items: BTreeMap<Box<str>, CpvItem>,
    lists: Vec<ListRange>,
    /// Made when it is first searched.
    labels: Bilingual<OnceLock<Labels>>,
}

#[derive(Clone, Debug)]
struct ListRange {
    list: CpvList,
    from: Box<str>,
    to: Box<str>,
}

#[derive(Deserialize)]
struct CodeRow {
    code: String,
    check: char,
    sv: String,
    en: String,
}

#[derive(Deserialize)]
struct ListRow {
    list: CpvList,
    from_code: String,
    to_code: String,
}

impl Cpv {
    /// Reads the vocabulary (`code,check,level,sv,en`) and the lists (`list,group_sv,from_code,to_code`).
    ///
    /// # Errors
    /// When a row cannot be read: says which.
    pub fn read(codes: &str, lists: &str) -> Result<Self, Refusal> {
        let mut items = BTreeMap::new();
        for row in rows::<CodeRow>("cpv-2008.csv", codes) {
            let CodeRow { code, check, sv, en } = row?;
            let item = CpvItem { code: CpvCode::read(&code)?, check, label: Bilingual::new(sv, en) };
            items.insert(code.into_boxed_str(), item);
        }
        let lists = rows::<ListRow>("lou-cpv-lists.csv", lists)
            .map(|row| {
                row.map(|r| ListRange { list: r.list, from: r.from_code.into(), to: r.to_code.into() })
            })
            .collect::<Result<_, _>>()?;
        Ok(Self { items, lists, labels: Bilingual::default() })
    }

    /// The item of a code.
    pub fn get(&self, code: &CpvCode) -> Option<&CpvItem> {
        self.items.get(code.as_str())
    }

    /// The item that all codes with a prefix lie under: "45" is construction work.
    pub fn group(&self, prefix: &str) -> Option<&CpvItem> {
        self.items.get(format!("{prefix:0<8}").as_str())
    }

    /// All items in the order of the codes.
    pub fn items(&self) -> impl Iterator<Item = &CpvItem> {
        self.items.values()
    }

    /// The words of all labels, for the search.
    pub fn labels(&self, language: Language) -> &Labels {
        self.labels.of(language).get_or_init(|| Labels::of(self, language))
    }

    /// The item of a code, or a refusal that names the nearest codes.
    ///
    /// # Errors
    /// When the vocabulary does not hold the code.
    pub fn find(&self, code: &CpvCode) -> Result<&CpvItem, Refusal> {
        self.get(code).ok_or_else(|| self.unknown(code))
    }

    fn unknown(&self, code: &CpvCode) -> Refusal {
        let near = |language: fn(&Bilingual) -> &String| {
            self.nearest(code)
                .iter()
                .map(|i| format!("{} {}", i.printed(), language(&i.label)))
                .collect::<Vec<_>>()
                .join("; ")
        };
        Refusal::bad_input(
            format!("CPV-koden {code} finns inte i CPV 2008."),
            format!("The code {code} is not in CPV 2008."),
        )
        .hint(format!("Närmast ligger {}.", near(|l| &l.sv)), format!("Nearest are {}.", near(|l| &l.en)))
    }

    /// The three codes that share most digits from the start, nearest in number first.
    pub fn nearest(&self, code: &CpvCode) -> Vec<&CpvItem> {
        let distance = |item: &&CpvItem| {
            let shared =
                item.code.as_str().bytes().zip(code.as_str().bytes()).take_while(|(a, b)| a == b).count();
            (8 - shared, number(&item.code).abs_diff(number(code)))
        };
        let mut items: Vec<&CpvItem> = self.items.values().collect();
        items.sort_by_key(distance);
        items.truncate(3);
        items
    }

    /// Whether the code is on the list, wholly, in part or not at all.
    pub fn on_list(&self, code: &CpvCode, list: CpvList) -> OnList {
        let stem = code.stem();
        let listed = |c: &CpvCode| self.is_listed(c, list);
        let under =
            self.items.range(Box::from(stem)..).map(|(_, item)| &item.code).take_while(|c| c.is_under(stem));
        let (yes, all) = under.fold((0, 0), |(yes, all), c| (yes + usize::from(listed(c)), all + 1));
        match yes {
            0 => OnList::No,
            _ if yes == all => OnList::Yes,
            _ => OnList::InPart,
        }
    }

    fn is_listed(&self, code: &CpvCode, list: CpvList) -> bool {
        let digits = code.as_str();
        self.lists.iter().any(|range| range.list == list && (&*range.from..=&*range.to).contains(&digits))
    }
}

fn number(code: &CpvCode) -> u32 {
    code.as_str().parse().unwrap_or(0)
}
