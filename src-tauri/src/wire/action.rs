//! What is asked of the pages by name: by the menu, and by the keys that do the same.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is asked of the pages. Keys that do the same are in `ui/lib/shortcuts.ts`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    NewProject,
    OpenFile,
    SaveProjectFile,
    SavePdf,
    Settings,
    Quit,
    Undo,
    Redo,
    Search,
    Task1,
    Task2,
    Task3,
    Task4,
    Task5,
    Task6,
    Task7,
    NextTask,
    ZoomIn,
    ZoomOut,
    ZoomReset,
    ColoursSystem,
    ColoursLight,
    ColoursDark,
    ChangeLanguage,
    Handbook,
    CheckText,
    About,
}
