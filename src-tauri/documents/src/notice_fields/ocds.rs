//! The notice fields as a release of the Open Contracting Data Standard 1.1 with the sustainability extension, in the package
//! that declares it.
//!
//! The release is of a procurement that is not announced yet. Its ocid is the project's own id: whoever publishes it puts
//! the prefix that they have registered in front.

use domain::assess::Assessment;
use domain::catalogue::theme::Placement;
use domain::notice::{self, Lot, LotFields, NoticeFields, Objective};
use domain::procurement::ContractNature;
use domain::project::Project;
use domain::text::Language;
use jiff::civil::Date;
use serde::Serialize;

use crate::front::Print;

const SUSTAINABILITY: &str = "https://raw.githubusercontent.com/open-contracting-extensions/ocds_sustainability_extension/master/extension.json";
const LOTS: &str =
    "https://raw.githubusercontent.com/open-contracting-extensions/ocds_lots_extension/master/extension.json";
/// The only organisation in a release.
const BUYER: &str = "buyer";

/// A release with what is needed to read it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Package {
    uri: String,
    version: &'static str,
    extensions: Vec<&'static str>,
    published_date: String,
    publisher: Publisher,
    releases: [Release; 1],
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct Publisher {
    name: String,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
struct Release {
    ocid: String,
    id: String,
    date: String,
    tag: [&'static str; 1],
    initiation_type: &'static str,
    language: Language,
    parties: Vec<Party>,
    #[serde(skip_serializing_if = "Option::is_none")]
    buyer: Option<Reference>,
    tender: Tender,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct Party {
    id: &'static str,
    name: String,
    roles: [&'static str; 1],
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct Reference {
    id: &'static str,
    name: String,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
struct Tender {
    id: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    title: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    description: String,
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    main_procurement_category: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<Value>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    items: Vec<Item>,
    #[serde(skip_serializing_if = "Option::is_none")]
    contract_period: Option<Period>,
    #[serde(flatten)]
    sustainability: Sustainability,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    lots: Vec<TenderLot>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct Value {
    amount: f64,
    currency: &'static str,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
struct Item {
    id: &'static str,
    classification: Classification,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    additional_classifications: Vec<Classification>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct Classification {
    scheme: &'static str,
    id: String,
    description: String,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
struct Period {
    start_date: String,
    end_date: String,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct TenderLot {
    id: String,
    title: String,
    #[serde(flatten)]
    sustainability: Sustainability,
}

/// What is known of social aims. That there is no aim is never said: the environment and innovation are not known here.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
struct Sustainability {
    #[serde(skip_serializing_if = "Option::is_none")]
    has_sustainability: Option<bool>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sustainability: Vec<Aim>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct Aim {
    #[serde(skip_serializing_if = "Option::is_none")]
    goal: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    strategies: Vec<String>,
    description: String,
}

/// The release package of a project.
pub fn package(project: &Project, assessment: &Assessment, print: &Print) -> Package {
    let release = Builder { project, assessment, print }.release();
    let extensions =
        if release.tender.lots.is_empty() { vec![SUSTAINABILITY] } else { vec![SUSTAINABILITY, LOTS] };
    Package {
        uri: format!("urn:uuid:{}", project.id),
        version: "1.1",
        extensions,
        published_date: midnight(print.date),
        publisher: Publisher { name: project.procurement.authority_name.clone() },
        releases: [release],
    }
}

struct Builder<'a> {
    project: &'a Project,
    assessment: &'a Assessment,
    print: &'a Print,
}

impl Builder<'_> {
    fn release(&self) -> Release {
        let name = &self.project.procurement.authority_name;
        let known = !name.is_empty();
        Release {
            ocid: self.project.id.to_string(),
            id: format!("{}-{}", self.project.id, self.print.date),
            date: midnight(self.print.date),
            tag: ["planning"],
            initiation_type: "tender",
            language: self.print.language,
            parties: known
                .then(|| Party { id: BUYER, name: name.clone(), roles: [BUYER] })
                .into_iter()
                .collect(),
            buyer: known.then(|| Reference { id: BUYER, name: name.clone() }),
            tender: self.tender(),
        }
    }

    fn tender(&self) -> Tender {
        let procurement = &self.project.procurement;
        let notice = notice::fields(self.project, self.assessment);
        let own = Some(&procurement.reference).filter(|reference| !reference.is_empty()).cloned();
        Tender {
            id: own.unwrap_or_else(|| self.project.id.to_string()),
            title: procurement.title.clone(),
            description: procurement.aim.clone(),
            status: "planned",
            main_procurement_category: procurement.nature.map(category),
            value: procurement.value_sek.map(|value| Value { amount: value.as_f64(), currency: "SEK" }),
            items: self.items(),
            contract_period: self.period(),
            sustainability: self.of_all(&notice),
            lots: self.lots(&notice),
        }
    }

    fn items(&self) -> Vec<Item> {
        let mut codes = self.project.procurement.cpv.iter().filter_map(|code| {
            let description = self.assessment.catalogue.cpv.get(code)?.label.of(self.print.language).clone();
            Some(Classification { scheme: "CPV", id: code.to_string(), description })
        });
        let main = codes.next().into_iter();
        let rest: Vec<Classification> = codes.collect();
        main.map(|main| Item { id: "1", classification: main, additional_classifications: rest.clone() })
            .collect()
    }

    fn period(&self) -> Option<Period> {
        let procurement = &self.project.procurement;
        let (start, end) = procurement.start.zip(procurement.end())?;
        Some(Period { start_date: midnight(start), end_date: midnight(end) })
    }

    /// What is alike in all lots is said once; a procurement with aims in some lots only has an aim all the same.
    fn of_all(&self, notice: &NoticeFields) -> Sustainability {
        match &notice.lots[..] {
            [LotFields { lot: Lot::Every, objectives, .. }] => self.aims(objectives),
            lots => Sustainability {
                has_sustainability: lots.iter().any(|lot| !lot.objectives.is_empty()).then_some(true),
                sustainability: Vec::new(),
            },
        }
    }

    /// The lots by the names that the procurement and its requirements give them.
    fn lots(&self, notice: &NoticeFields) -> Vec<TenderLot> {
        let name = |lot: &Lot| match lot {
            Lot::Named(name) => Some(name.of(self.print.language).clone()),
            Lot::Every | Lot::Others => None,
        };
        let mut titles = self.project.procurement.lots.clone();
        let named = notice.lots.iter().filter_map(|fields| name(&fields.lot));
        titles.extend(named.filter(|name| !self.project.procurement.lots.contains(name)));
        let fields = |title: &String| {
            let own = notice.lots.iter().find(|fields| name(&fields.lot).as_ref() == Some(title));
            own.or_else(|| notice.lots.iter().find(|fields| fields.lot == Lot::Others))
        };
        let lot = |(i, title): (usize, String)| TenderLot {
            id: format!("LOT-{:04}", i + 1),
            sustainability: fields(&title).map(|fields| self.aims(&fields.objectives)).unwrap_or_default(),
            title,
        };
        titles.into_iter().enumerate().map(lot).collect()
    }

    fn aims(&self, objectives: &[Objective]) -> Sustainability {
        let eforms = &self.assessment.catalogue.eforms;
        let strategy = |placement: &Placement| eforms.ocds_strategy(*placement);
        let aim = |objective: &Objective| Aim {
            goal: eforms.ocds_goal(&objective.code.item.code).map(str::to_owned),
            strategies: objective.placements.iter().filter_map(strategy).map(str::to_owned).collect(),
            description: objective.aims.of(self.print.language).clone(),
        };
        Sustainability {
            has_sustainability: (!objectives.is_empty()).then_some(true),
            sustainability: objectives.iter().map(aim).collect(),
        }
    }
}

fn category(nature: ContractNature) -> &'static str {
    match nature {
        ContractNature::Works => "works",
        ContractNature::Services => "services",
        ContractNature::Supplies => "goods",
    }
}

/// A day as the standard writes it.
fn midnight(day: Date) -> String {
    format!("{day}T00:00:00Z")
}
