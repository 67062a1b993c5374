//! An officer who works with the keyboard alone.

use serde::Deserialize;
use thirtyfour::{Key, TypingData};

use super::{Officer, wait_for};

/// More stops than any screen has: whoever has not come to a thing by then never will.
const MOST_STOPS: usize = 200;

const FOCUS: &str = concat!(include_str!("names.js"), include_str!("focus.js"));

/// What has the focus.
#[derive(Debug, Deserialize)]
struct Focus {
    role: Option<String>,
    name: String,
    parts: Vec<String>,
}

impl Focus {
    fn is(&self, part: &str, role: &str, name: &str) -> bool {
        self.role.as_deref() == Some(role) && self.name == name && self.stands_in(part)
    }

    fn stands_in(&self, part: &str) -> bool {
        part.is_empty() || self.parts.iter().any(|name| name.starts_with(part))
    }
}

impl Officer {
    /// Presses keys, or types a text, where the focus is.
    pub async fn types(&self, keys: impl Into<TypingData>) {
        self.driver.action_chain().send_keys(keys).perform().await.unwrap();
    }

    /// Presses a key while another is held: Ctrl 4.
    pub async fn types_with(&self, held: Key, key: &str) {
        self.takes_a_step();
        self.holds(held, key).await;
    }

    /// The same as a part of another step.
    pub(super) async fn holds(&self, held: Key, key: &str) {
        self.driver
            .action_chain()
            .key_down(held.clone())
            .send_keys(key)
            .key_up(held)
            .perform()
            .await
            .unwrap();
    }

    /// Goes with Tab to what has this role and name, in a part whose name begins so.
    pub async fn tabs_to(&self, part: &str, role: &str, name: &str) {
        let sought = format!("the {role} \"{name}\" in \"{part}\"");
        self.tabs_until(&sought, |focus| focus.is(part, role, name)).await;
    }

    /// Waits until this has the focus.
    pub async fn sees_focus(&self, role: &str, name: &str) {
        let there = async || self.focus().await.is("", role, name).then_some(());
        wait_for(&format!("the focus on the {role} \"{name}\""), there).await;
    }

    /// Goes with Tab to a group of radio buttons, and with the arrows to one of them.
    pub async fn chooses(&self, part: &str, name: &str) {
        self.finds_in(part, "radio", name).await;
        self.tabs_until(&format!("\"{part}\""), |f| f.role.as_deref() == Some("radio") && f.stands_in(part))
            .await;
        for _ in 0..MOST_STOPS {
            if self.focus().await.name == name {
                return self.types(" ").await;
            }
            self.types(Key::Down).await;
        }
        panic!("the arrows never lead to \"{name}\" in \"{part}\"");
    }

    /// Waits until a row of the open list is marked, so that Enter takes it.
    pub async fn sees_a_row_marked(&self) {
        let is_marked = "return document.querySelector('[role=option][data-highlighted]') !== null";
        wait_for("a marked row", async || (self.page(is_marked, &[]).await == true).then_some(())).await;
    }

    /// Waits until the best hit of the search begins so, and Enter takes it.
    pub async fn sees_a_hit(&self, title: &str) {
        let marked = "return document.querySelector('[role=option][aria-selected=true]')?.innerText ?? ''";
        let is_marked = async || self.page(marked, &[]).await.as_str()?.contains(title).then_some(());
        wait_for(&format!("the hit \"{title}\""), is_marked).await;
    }

    /// Waits until the focus is on what has this role and name.
    pub async fn sees_the_focus_on(&self, role: &str, name: &str) {
        let is_there = async || self.focus().await.is("", role, name).then_some(());
        wait_for(&format!("the focus on the {role} \"{name}\""), is_there).await;
    }

    async fn tabs_until(&self, sought: &str, is_there: impl Fn(&Focus) -> bool) {
        let mut seen = Vec::new();
        for _ in 0..MOST_STOPS {
            let focus = self.focus().await;
            if is_there(&focus) {
                return;
            }
            seen.push(focus.name);
            self.types(Key::Tab).await;
        }
        panic!("Tab never leads to {sought}; it leads to {seen:?}");
    }

    async fn focus(&self) -> Focus {
        self.readies_axe().await;
        serde_json::from_value(self.page(FOCUS, &[]).await).unwrap()
    }
}
