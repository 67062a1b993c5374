//! What an officer does at the window: finds things by what they are and are called, as a screen reader says them.

use std::path::{Path, PathBuf};
use std::time::Duration;

use serde_json::{Value, json};
use thirtyfour::{WebDriver, WebElement};

use super::wait_for;

/// Where the pictures of the screens are laid for people to look at.
const PICTURES: &str = "window-pictures";

/// An officer before the open window.
pub struct Officer {
    driver: WebDriver,
    pub(super) display: String,
    home: PathBuf,
}

impl Officer {
    pub(super) fn new(driver: WebDriver, display: String, home: PathBuf) -> Self {
        Self { driver, display, home }
    }

    /// The officer's own folder, empty when the test begins.
    pub fn home(&self) -> &Path {
        &self.home
    }

    pub async fn title(&self) -> String {
        self.driver.title().await.unwrap()
    }

    /// Presses what has this role and name: `("button", "Ny upphandling")`.
    pub async fn presses(&self, role: &str, name: &str) {
        self.finds(role, name).await.click().await.unwrap();
    }

    /// Writes into a field: `("textbox", "Titel", "Lokalvård")`.
    pub async fn writes(&self, role: &str, name: &str, text: &str) {
        self.finds(role, name).await.send_keys(text).await.unwrap();
    }

    /// Waits until the text can be read somewhere in the window. Spaces that do not break count as spaces.
    pub async fn reads(&self, text: &str) {
        let shown = async || {
            let page = self.page("return document.body.innerText", &[]).await;
            page.as_str()?.replace('\u{a0}', " ").contains(text).then_some(())
        };
        wait_for(&format!("the text \"{text}\""), shown).await;
    }

    /// Waits for what has this role and accessible name, as assistive technology sees them.
    pub async fn finds(&self, role: &str, name: &str) -> WebElement {
        self.readies_axe().await;
        let there = async || {
            let found = self.driver.execute(include_str!("find.js"), vec![json!(role), json!(name)]).await;
            found.unwrap().element().ok()
        };
        wait_for(&format!("the {role} \"{name}\""), there).await
    }

    /// Takes a picture of the window when it has come to rest.
    pub async fn photographs(&self, name: &str) {
        self.comes_to_rest().await;
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name(PICTURES);
        std::fs::create_dir_all(&folder).unwrap();
        self.driver.screenshot(&folder.join(name).with_extension("png")).await.unwrap();
    }

    /// Runs a script in the page and gives what it returns.
    pub async fn page(&self, script: &str, arguments: &[Value]) -> Value {
        self.driver.execute(script, arguments).await.unwrap().json().clone()
    }

    /// Runs a script that answers later, by calling its last argument.
    pub async fn page_in_time(&self, script: &str, arguments: &[Value]) -> Value {
        self.driver.execute_async(script, arguments).await.unwrap().json().clone()
    }

    /// Waits for fonts, animations and two frames: a picture taken at once shows the frame before.
    pub async fn comes_to_rest(&self) {
        self.page_in_time(include_str!("rest.js"), &[]).await;
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}
