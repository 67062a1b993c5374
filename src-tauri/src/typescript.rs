//! The border in TypeScript, made from the Rust types and commands: `ui/generated`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs};

use ts_rs::{Config, TS, TypeVisitor};

use crate::commands;
use crate::wire::action::Action;
use crate::wire::refusal::RefusalView;

/// Set to anything, it has the test write what it otherwise only compares.
const WRITE: &str = "SAMKRAV_WRITE_TYPESCRIPT";

const HEAD: &str = "// Made from the Rust types by `cargo test -p app --lib`. Do not edit.\n\n";

/// Declarations by name, each once.
struct Declarations<'a> {
    config: &'a Config,
    found: BTreeMap<String, String>,
}

impl Declarations<'_> {
    fn with<T: TS + 'static + ?Sized>(mut self) -> Self {
        self.visit::<T>();
        self
    }

    fn text(self) -> String {
        self.found.into_values().collect::<Vec<_>>().join("\n")
    }
}

impl TypeVisitor for Declarations<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        let is_declared = T::output_path().is_some();
        if is_declared && !self.found.contains_key(&T::ident(self.config)) {
            let words = T::docs().unwrap_or_default();
            let declaration = format!("{words}export {}\n", T::decl(self.config));
            self.found.insert(T::ident(self.config), declaration);
        } else if is_declared {
            return;
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

fn types(config: &Config) -> String {
    let declarations = Declarations { config, found: BTreeMap::new() };
    let all = commands::types(declarations.with::<RefusalView>().with::<Action>());
    HEAD.to_owned() + &all.text()
}

fn calls(config: &Config) -> String {
    let commands = commands::declared(config);
    let named = types(config);
    let used: Vec<&str> = named
        .lines()
        .filter_map(|line| line.strip_prefix("export type ")?.split([' ', '<']).next())
        .filter(|name| commands.iter().any(|command| command.uses(name)))
        .collect();
    let functions: Vec<String> = commands.iter().map(commands::declared::Command::function).collect();
    format!(
        "{HEAD}import {{ invoke }} from '@tauri-apps/api/core'\nimport type {{ {} }} from './types'\n\n{}",
        used.join(", "),
        functions.join("\n")
    )
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/generated")
}

#[test]
fn what_the_pages_are_written_against_is_what_the_program_answers() {
    let config = Config::new().with_large_int("number");
    for (file, text) in [("types.ts", types(&config)), ("commands.ts", calls(&config))] {
        let path = folder().join(file);
        if env::var_os(WRITE).is_some() {
            fs::create_dir_all(folder()).unwrap();
            fs::write(&path, &text).unwrap();
        }
        let committed = fs::read_to_string(&path).unwrap_or_default();
        assert!(
            committed == text,
            "ui/generated/{file} is stale. Run: {WRITE}=1 cargo test -p app --lib typescript"
        );
    }
}
