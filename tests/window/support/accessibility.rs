//! Whether everyone can use the screen, as far as a program can tell: axe-core, run in the page.

use std::path::Path;

use serde::Deserialize;
use serde_json::json;

use super::Officer;

/// Fewer rules than this have met something to judge only where axe did not see the page.
const FEWEST_RULES: usize = 5;

#[derive(Deserialize)]
struct Judgement {
    passes: Vec<String>,
    violations: Vec<String>,
}

impl Officer {
    /// Fails on any fault that axe finds in what the window shows.
    pub async fn finds_the_window_accessible(&self) {
        self.readies_axe().await;
        let judgement = self.page_in_time(include_str!("judge.js"), &[]).await;
        let Judgement { passes, violations } = serde_json::from_value(judgement).unwrap();
        assert!(violations.is_empty(), "axe finds faults:\n{}", violations.join("\n"));
        assert!(passes.len() >= FEWEST_RULES, "axe judged too little of the page: {passes:?}");
    }

    /// The same in light colours and in dark, with a picture of each.
    pub async fn looks_at_the_screen_in_both_colours(&self, name: &str) {
        for name in [name, &format!("{name}-andra-färger")] {
            self.looks_at_the_screen(name).await;
            self.page(include_str!("other_colours.js"), &[]).await;
        }
    }

    /// Lays axe into the page, once a page.
    pub(super) async fn readies_axe(&self) {
        if self.page("return typeof axe", &[]).await == json!("undefined") {
            let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/node_modules/axe-core/axe.min.js");
            let axe = std::fs::read_to_string(&source).expect("axe-core is there after `npm ci` in ui");
            self.page(&axe, &[]).await;
        }
    }
}
