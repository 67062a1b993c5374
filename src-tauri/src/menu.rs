//! The menu of the window, in the window's language. What is chosen there is done by the pages, which are told its name.
//!
//! The keys are only shown: the pages hear them. So a key does its work once on every system, what is typed in a field
//! is the field's, and a dialog can wait for its answer.

use domain::catalogue::phrases::Phrases;
use domain::needs::facts::serde_name;
use tauri::menu::{
    CheckMenuItemBuilder, IsMenuItem, Menu, MenuBuilder, MenuItemBuilder, PredefinedMenuItem, Submenu,
    SubmenuBuilder,
};
use tauri::{AppHandle, Wry};

use crate::clipboard::{self, Clip};
use crate::wire::action::Action;
use crate::wire::settings::{Colours, Settings};

type Item = Box<dyn IsMenuItem<Wry>>;

const TASKS: [Action; 7] =
    [Action::Task1, Action::Task2, Action::Task3, Action::Task4, Action::Task5, Action::Task6, Action::Task7];

const TASK_NAMES: [&str; 7] =
    ["procurement", "readiness", "needs", "requirements", "follow_up", "review", "documents"];

/// Makes the menu as it is with these settings.
///
/// # Errors
/// When the system makes no menu.
pub fn menu(app: &AppHandle, settings: &Settings, phrases: &Phrases) -> tauri::Result<Menu<Wry>> {
    let maker = Maker { app, settings, phrases };
    MenuBuilder::new(app).items(&[&maker.file()?, &maker.edit()?, &maker.view()?, &maker.help()?]).build()
}

struct Maker<'a> {
    app: &'a AppHandle,
    settings: &'a Settings,
    phrases: &'a Phrases,
}

impl Maker<'_> {
    fn file(&self) -> tauri::Result<Submenu<Wry>> {
        let items = [
            self.act(Action::NewProject, "Ctrl+N")?,
            self.act(Action::OpenFile, "Ctrl+O")?,
            self.line()?,
            self.act(Action::SaveProjectFile, "Ctrl+Skift+S")?,
            self.act(Action::SavePdf, "")?,
            self.line()?,
            self.act(Action::Settings, "")?,
            self.line()?,
            self.act(Action::Quit, "Ctrl+Q")?,
        ];
        self.submenu("file", &items)
    }

    fn edit(&self) -> tauri::Result<Submenu<Wry>> {
        let items = [
            self.act(Action::Undo, "Ctrl+Z")?,
            self.act(Action::Redo, "Ctrl+Y")?,
            self.line()?,
            clipboard::item(self.app, Clip::Cut, &self.word("cut"))?,
            clipboard::item(self.app, Clip::Copy, &self.word("copy"))?,
            clipboard::item(self.app, Clip::Paste, &self.word("paste"))?,
            clipboard::item(self.app, Clip::SelectAll, &self.word("select_all"))?,
            self.line()?,
            self.act(Action::Search, "Ctrl+K")?,
        ];
        self.submenu("edit", &items)
    }

    fn view(&self) -> tauri::Result<Submenu<Wry>> {
        let mut items = Vec::new();
        for (at, (action, name)) in TASKS.into_iter().zip(TASK_NAMES).enumerate() {
            let task = self.phrases.word(&format!("window.tasks.{name}"), self.settings.language).to_owned();
            items.push(self.item(action, &task, &format!("Ctrl+{}", at + 1))?);
        }
        items.extend([self.act(Action::NextTask, "Ctrl+J")?, self.line()?]);
        items.extend([self.act(Action::ZoomIn, "Ctrl++")?, self.act(Action::ZoomOut, "Ctrl+−")?]);
        items.extend([self.act(Action::ZoomReset, "Ctrl+0")?, self.line()?, Box::new(self.colours()?)]);
        self.submenu("view", &items)
    }

    fn colours(&self) -> tauri::Result<Submenu<Wry>> {
        let items = [
            self.colour(Action::ColoursSystem, Colours::System)?,
            self.colour(Action::ColoursLight, Colours::Light)?,
            self.colour(Action::ColoursDark, Colours::Dark)?,
        ];
        self.submenu("colours", &items)
    }

    fn help(&self) -> tauri::Result<Submenu<Wry>> {
        let items = [
            self.act(Action::Handbook, "F1")?,
            self.line()?,
            self.act(Action::CheckText, "")?,
            self.line()?,
            self.act(Action::About, "")?,
        ];
        self.submenu("help", &items)
    }

    fn submenu(&self, name: &str, items: &[Item]) -> tauri::Result<Submenu<Wry>> {
        let items: Vec<&dyn IsMenuItem<Wry>> = items.iter().map(AsRef::as_ref).collect();
        SubmenuBuilder::new(self.app, self.word(name)).items(&items).build()
    }

    fn act(&self, action: Action, keys: &str) -> tauri::Result<Item> {
        self.item(action, &self.word(&serde_name(&action)), keys)
    }

    fn item(&self, action: Action, words: &str, keys: &str) -> tauri::Result<Item> {
        let text = if keys.is_empty() { words.to_owned() } else { format!("{words}\t{}", self.keys(keys)) };
        Ok(Box::new(MenuItemBuilder::with_id(serde_name(&action), text).build(self.app)?))
    }

    /// The keys by the names that stand on them.
    fn keys(&self, keys: &str) -> String {
        keys.replace("Skift", &self.word("shift"))
    }

    fn colour(&self, action: Action, colours: Colours) -> tauri::Result<Item> {
        let item = CheckMenuItemBuilder::with_id(serde_name(&action), self.word(&serde_name(&action)));
        Ok(Box::new(item.checked(self.settings.colours == colours).build(self.app)?))
    }

    fn line(&self) -> tauri::Result<Item> {
        Ok(Box::new(PredefinedMenuItem::separator(self.app)?))
    }

    fn word(&self, name: &str) -> String {
        self.phrases.word(&format!("window.menu.{name}"), self.settings.language).to_owned()
    }
}
