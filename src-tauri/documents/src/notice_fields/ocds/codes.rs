//! Which goal and strategy of the sustainability extension answers to an official code and a kriterietyp.

use std::collections::HashMap;
use std::sync::LazyLock;

use domain::catalogue::theme::Placement;
use serde::Deserialize;
use serde::de::DeserializeOwned;

const GOALS: &str = include_str!("../../../../../assets/codes/eforms-to-ocds.csv");
const STRATEGIES: &str = include_str!("../../../../../assets/codes/ocds-placement-strategies.csv");

#[derive(Deserialize)]
struct GoalRow {
    eforms_codelist: String,
    eforms_code: String,
    ocds_goal: String,
}

#[derive(Deserialize)]
struct StrategyRow {
    placement: Placement,
    ocds_strategy: Option<String>,
}

/// The goal of a social objective.
pub(super) fn goal(objective: &str) -> Option<&'static str> {
    static ALL: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
        let rows = rows::<GoalRow>(GOALS).filter(|row| row.eforms_codelist == "social-objective");
        rows.map(|row| (row.eforms_code, row.ocds_goal)).collect()
    });
    ALL.get(objective).map(String::as_str)
}

/// The strategy of a kriterietyp; an exclusion ground has none.
pub(super) fn strategy(placement: Placement) -> Option<&'static str> {
    static ALL: LazyLock<Vec<StrategyRow>> = LazyLock::new(|| rows(STRATEGIES).collect());
    ALL.iter().find(|row| row.placement == placement)?.ocds_strategy.as_deref()
}

#[expect(clippy::expect_used, reason = "the tables are part of the program, and a test reads them whole")]
fn rows<R: DeserializeOwned>(table: &'static str) -> impl Iterator<Item = R> {
    let rows = csv::Reader::from_reader(table.as_bytes()).into_deserialize();
    rows.map(|row| row.expect("assets/codes/*ocds*.csv have a row for each code"))
}
