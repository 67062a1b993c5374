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
    /// Fails on any fault that axe finds in what the window shows, in light colours and in dark.
    pub async fn finds_the_window_accessible(&self) {
        self.readies_axe().await;
        for _ in 0..2 {
            self.finds_no_fault().await;
            self.page(include_str!("other_colours.js"), &[]).await;
            self.comes_to_rest().await;
        }
    }

    async fn finds_no_fault(&self) {
        let judgement = self.page_in_time(include_str!("judge.js"), &[]).await;
        let Judgement { passes, violations } = serde_json::from_value(judgement).unwrap();
        let theme = self.page("return document.documentElement.dataset.theme", &[]).await;
        assert!(violations.is_empty(), "axe finds faults, colours {theme}:\n{}", violations.join("\n"));
        assert!(passes.len() >= FEWEST_RULES, "axe judged too little of the page: {passes:?}");
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
