//! What an officer does at the window: finds things by what they are and are called, as a screen reader says them.

use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde_json::{Value, json};
use thirtyfour::error::WebDriverErrorInner;
use thirtyfour::{Key, WebDriver, WebElement};

use super::{look_for, wait_for};

/// Where the pictures of the screens are laid for people to look at.
const PICTURES: &str = "window-pictures";

/// The example of building services, as its button is called.
pub const BUILDING: &str = "Mindre byggtjänster, reparation och underhåll Ramavtal i fyra år. Dialog, praktik när värdet når ett steg, och \
                            framkomlighet medan arbetet pågår.";
/// The example of cleaning, as its button is called.
pub const CLEANING: &str = "Städning av skolor och förskolor Lokalvård i skolor. Språkträning, arbete på dagtid och arbetsrättsliga \
                            villkor.";

const FIND: &str = concat!(include_str!("names.js"), include_str!("find.js"));
const LIST: &str = concat!(include_str!("names.js"), include_str!("list.js"));

/// An officer before the open window.
pub struct Officer {
    pub(super) driver: WebDriver,
    pub(super) display: String,
    home: PathBuf,
    steps: Cell<usize>,
}

impl Officer {
    pub(super) fn new(driver: WebDriver, display: String, home: PathBuf) -> Self {
        Self { driver, display, home, steps: Cell::new(0) }
    }

    /// What it has taken so far: presses, fields written in, and keys pressed with another held.
    pub fn steps(&self) -> usize {
        self.steps.get()
    }

    pub(super) fn takes_a_step(&self) {
        self.steps.set(self.steps.get() + 1);
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
        self.presses_in("", role, name).await;
    }

    /// Presses something in a question, a card or a region whose name begins so.
    pub async fn presses_in(&self, part: &str, role: &str, name: &str) {
        // What an answer redraws can be gone when it is pressed; then it is looked for again.
        self.takes_a_step();
        let pressed = async || self.clicks(self.finds_in(part, role, name).await).await;
        wait_for(&format!("a chance to press the {role} \"{name}\""), pressed).await;
    }

    /// Writes into a field, in place of what stands there: `("textbox", "Titel", "Lokalvård")`.
    pub async fn writes(&self, role: &str, name: &str, text: &str) {
        self.writes_in("", role, name, text).await;
    }

    /// Writes into a field of a question, a card or a region whose name begins so.
    pub async fn writes_in(&self, part: &str, role: &str, name: &str, text: &str) {
        self.takes_a_step();
        let reached = async || self.clicks(self.finds_in(part, role, name).await).await;
        wait_for(&format!("a chance to write in \"{name}\""), reached).await;
        self.holds(Key::Control, "a").await;
        self.types(text).await;
    }

    /// Waits until the text can be read somewhere in the window. Spaces that do not break count as spaces.
    pub async fn reads(&self, text: &str) {
        let shown = async || {
            let page = self.page("return document.body.innerText", &[]).await;
            page.as_str()?.replace('\u{a0}', " ").replace('\u{2060}', "").contains(text).then_some(())
        };
        wait_for(&format!("the text \"{text}\""), shown).await;
    }

    /// Waits for what has this role and accessible name, as assistive technology sees them.
    pub async fn finds(&self, role: &str, name: &str) -> WebElement {
        self.finds_in("", role, name).await
    }

    /// Waits for it in a question, a card or a region whose name begins so.
    pub async fn finds_in(&self, part: &str, role: &str, name: &str) -> WebElement {
        self.readies_axe().await;
        let sought = [json!(role), json!(name), json!(part)];
        let there = async || {
            match self.driver.execute(FIND, sought.clone()).await {
                Ok(found) => found.element().ok(),
                // What was found has been drawn anew before it could be told of.
                Err(error) if matches!(error.as_inner(), WebDriverErrorInner::StaleElementReference(_)) => {
                    None
                }
                Err(error) => panic!("{error}"),
            }
        };
        match look_for(there).await {
            Some(found) => found,
            None => panic!("no {role} \"{name}\" in \"{part}\"; there are {:#}", self.names_of(role).await),
        }
    }

    /// The names of everything with a role.
    async fn names_of(&self, role: &str) -> Value {
        self.photographs("not-found").await;
        self.page(LIST, &[json!(role)]).await
    }

    /// Waits until a radio button or a checkbox is chosen.
    pub async fn sees_chosen(&self, part: &str, role: &str, name: &str) {
        let chosen = async || {
            let choice = self.finds_in(part, role, name).await;
            choice.is_selected().await.unwrap_or_default().then_some(())
        };
        wait_for(&format!("\"{name}\" to be chosen in \"{part}\""), chosen).await;
    }

    /// Ticks those of the checkboxes that are not ticked yet.
    pub async fn ticks_all(&self, part: &str, names: &[&str]) {
        for name in names {
            if !self.finds_in(part, "checkbox", name).await.is_selected().await.unwrap() {
                self.presses_in(part, "checkbox", name).await;
            }
            self.sees_chosen(part, "checkbox", name).await;
        }
    }

    /// Waits until a field holds a text.
    pub async fn sees_written(&self, part: &str, name: &str, text: &str) {
        let written = async || {
            let field = self.finds_in(part, "textbox", name).await;
            let value = field.prop("value").await.ok()??;
            (value.replace('\u{a0}', " ") == text).then_some(())
        };
        wait_for(&format!("\"{text}\" in the field \"{name}\""), written).await;
    }

    /// Looks at the whole screen: everyone can use it, the rail stays in place, and a picture of it is kept.
    pub async fn looks_at_the_screen(&self, name: &str) {
        self.comes_to_rest().await;
        let scrolled = self.page("scrollTo(0, innerHeight); return Math.floor(scrollY)", &[]).await;
        assert_eq!(scrolled, 0, "only the regions of the window scroll, not the window itself: {name}");
        self.finds_the_window_accessible().await;
        self.photographs(name).await;
    }

    /// Waits until no dialog is open any more: keys are the dialog's until then.
    pub async fn sees_the_dialog_gone(&self) {
        let script = "return document.querySelector('[role=\"dialog\"]') === null";
        let is_gone = async || (self.page(script, &[]).await == json!(true)).then_some(());
        wait_for("the dialog to be gone", is_gone).await;
    }

    /// Takes a picture of the window when it has come to rest.
    pub async fn photographs(&self, name: &str) {
        self.comes_to_rest().await;
        self.driver.screenshot(&pictures().join(name).with_extension("png")).await.unwrap();
    }

    /// Runs a script in the page and gives what it returns.
    pub async fn page(&self, script: &str, arguments: &[Value]) -> Value {
        self.driver.execute(script, arguments).await.unwrap().json().clone()
    }

    /// Loads the page anew and waits until the old one is gone: what is asked of a page on its way out has no answer.
    pub async fn loads_the_page_anew(&self) {
        self.driver.refresh().await.unwrap();
    }

    /// Opens an example on a start page where nothing has been begun, and goes to its first task.
    pub async fn opens_the_example(&self, name: &str) {
        self.reads("Välkommen till Samkrav").await;
        self.presses("button", name).await;
        self.goes_to_the_first_task().await;
    }

    /// Goes from where a project opens, which is what is left to do in it, to its first task.
    pub async fn goes_to_the_first_task(&self) {
        self.finds("link", "Alla projekt").await;
        self.page("location.assign('#/project/procurement')", &[]).await;
        self.finds("heading", "Upphandlingen").await;
    }

    /// Begins a procurement with these requirements chosen, as the pages would: what comes before the day's work.
    pub async fn begins_with(&self, title: &str, entries: &[&str]) {
        let chosen = entries.iter().map(|entry| json!({ "edit": "choose", "entry": entry }));
        self.begins_by(title, chosen.collect()).await;
    }

    /// Opens a project among those on the first page, when it has just been begun there.
    pub async fn opens_the_begun(&self, title: &str) {
        self.loads_the_page_anew().await;
        self.presses("button", title).await;
        self.finds("link", "Översikt").await;
    }

    /// Begins a procurement with these edits made, as the pages would make them.
    pub async fn begins_by(&self, title: &str, edits: Vec<Value>) {
        let begin = "const { invoke } = window.__TAURI_INTERNALS__;
                     const [title, given] = arguments;
                     const edits = [{ edit: 'fact', field: 'title', value: title }, ...given];
                     const work = async () => {
                         let { id, head } = await invoke('new_project');
                         for (const edit of edits) ({ head } = (await invoke('edit', { id, head, edit })).project);
                     };
                     work().then(() => { window.begun = true }, (refusal) => { window.begun = refusal })";
        self.page(begin, &[json!(title), json!(edits)]).await;
        let made = async || self.page("return window.begun ?? null", &[]).await.as_bool();
        wait_for("a project with requirements", made).await;
    }

    /// Runs a script that answers later, by calling its last argument.
    pub async fn page_in_time(&self, script: &str, arguments: &[Value]) -> Value {
        self.driver.execute_async(script, arguments).await.unwrap().json().clone()
    }

    /// Waits for fonts, animations, the pictures in view and two frames: a picture taken at once shows the frame before.
    pub async fn comes_to_rest(&self) {
        self.page_in_time(include_str!("rest.js"), &[]).await;
        tokio::time::sleep(Duration::from_millis(100)).await;
    }

    /// Clicks in the middle of the window on an element: for a radio button or a checkbox on its label, which is what
    /// is seen of it. Nothing when it was drawn anew in the meantime, or moved away under the pointer.
    async fn clicks(&self, element: WebElement) -> Option<()> {
        let aimed = self.driver.execute_async(include_str!("aim.js"), [element.to_json().ok()?]).await;
        aimed.ok()?.element().ok()?.click().await.ok()?;
        // A window that has gone with the press, or shows another page, was pressed.
        let missed = self.driver.execute("return window.pressed === false", []).await;
        let has_missed = missed.is_ok_and(|missed| missed.json() == &json!(true));
        (!has_missed).then_some(())
    }
}

/// The folder of the pictures.
pub(super) fn pictures() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name(PICTURES);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}
