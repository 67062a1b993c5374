//! The commands as TypeScript sees them.

use ts_rs::{Config, TS};

/// A command with its names in TypeScript.
pub struct Command {
    /// Its name in Rust.
    pub name: &'static str,
    /// What it does.
    pub words: &'static [&'static str],
    /// Arguments with their types.
    pub arguments: Vec<(&'static str, String)>,
    /// The type of the answer.
    pub answer: String,
}

impl Command {
    /// The function that calls it.
    pub fn function(&self) -> String {
        let arguments: Vec<String> =
            self.arguments.iter().map(|(name, kind)| format!("{}: {kind}", camel(name))).collect();
        let names: Vec<String> = self.arguments.iter().map(|(name, _)| camel(name)).collect();
        let given = if names.is_empty() { String::new() } else { format!(", {{ {} }}", names.join(", ")) };
        format!(
            "{}export const {} = ({}): Promise<{}> => invoke('{}'{given})\n",
            self.comment(),
            camel(self.name),
            arguments.join(", "),
            self.answer,
            self.name
        )
    }

    /// Whether its arguments or its answer name the type.
    pub fn uses(&self, kind: &str) -> bool {
        let named = |text: &str| text.split(|c: char| !c.is_alphanumeric()).any(|word| word == kind);
        named(&self.answer) || self.arguments.iter().any(|(_, text)| named(text))
    }

    fn comment(&self) -> String {
        let lines: Vec<String> = self.words.iter().map(|line| format!(" *{line}")).collect();
        format!("/**\n{}\n */\n", lines.join("\n"))
    }
}

/// The name of a type in TypeScript.
pub fn name<T: TS>(config: &Config) -> String {
    T::name(config)
}

/// `save_pdf` is `savePdf` in TypeScript.
fn camel(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |all, word| {
        let mut letters = word.chars();
        let head = letters.next().into_iter().flat_map(char::to_uppercase);
        all + &head.chain(letters).collect::<String>()
    })
}
