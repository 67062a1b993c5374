//! The command line's own words in Swedish: help, and why something that was typed cannot be read.

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, CommandFactory, Error};
use domain::format;
use domain::text::Language;

use crate::command::Samkrav;

const TEMPLATE: &str = "{about}\n\nAnvändning:\n  {usage}\n\n{all-args}{after-help}\n";

/// The whole command line, with Swedish headings in every help.
pub fn command() -> Command {
    let version =
        Arg::new("version").long("version").action(ArgAction::Version).help("Visa programmets version");
    speaking(Samkrav::command().disable_version_flag(true).arg(version))
}

fn speaking(command: Command) -> Command {
    let mut order = 0;
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help).help("Visa den här hjälpen");
    command
        .help_template(TEMPLATE)
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .subcommand_help_heading("Kommandon")
        .subcommand_value_name("KOMMANDO")
        .arg(help)
        .mut_args(|arg| {
            order += 1;
            let heading = if arg.is_positional() { "Uppgifter" } else { "Val" };
            let takes_value = arg.get_action().takes_values();
            arg.display_order(order)
                .help_heading(heading)
                .hide_possible_values(takes_value)
                .hide_default_value(takes_value)
        })
        .mut_subcommands(speaking)
}

/// Why a command line cannot be read, in one line.
pub fn refusal(error: &Error) -> String {
    let said = Said { error };
    match error.kind() {
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            format!("Säg vad som ska göras.{MORE}")
        }
        ErrorKind::InvalidSubcommand => said.unknown_command(),
        ErrorKind::UnknownArgument => said.unknown_argument(),
        ErrorKind::MissingRequiredArgument => {
            format!("{} saknas.{}", said.list(ContextKind::InvalidArg), MORE)
        }
        ErrorKind::ArgumentConflict => said.conflict(),
        ErrorKind::InvalidValue => said.invalid_value(),
        ErrorKind::ValueValidation => said.refused_value(),
        ErrorKind::InvalidUtf8 => format!("Något på kommandoraden är inte text i UTF-8.{MORE}"),
        _ => format!("Kommandoraden går inte att läsa.{MORE}"),
    }
}

/// What to do, after what is so.
const MORE: &str = " Lägg till --help för att se hur kommandot skrivs.";

struct Said<'e> {
    error: &'e Error,
}

impl Said<'_> {
    fn unknown_command(&self) -> String {
        let typed = self.list(ContextKind::InvalidSubcommand);
        match self.list(ContextKind::SuggestedSubcommand) {
            near if near.is_empty() => {
                format!("Kommandot {typed} finns inte. Alla kommandon visas av samkrav --help.")
            }
            near => format!("Kommandot {typed} finns inte. Menade du {near}?"),
        }
    }

    fn unknown_argument(&self) -> String {
        let typed = self.list(ContextKind::InvalidArg);
        match self.list(ContextKind::SuggestedArg) {
            near if near.is_empty() => format!("{typed} går inte att använda här.{MORE}"),
            near => format!("{typed} går inte att använda här. Menade du {near}?"),
        }
    }

    fn conflict(&self) -> String {
        let (one, other) = (self.list(ContextKind::InvalidArg), self.list(ContextKind::PriorArg));
        if one == other || other.is_empty() {
            format!("{one} får bara anges en gång.{MORE}")
        } else {
            format!("{one} och {other} går inte att använda tillsammans.{MORE}")
        }
    }

    fn invalid_value(&self) -> String {
        let (option, typed) = (self.list(ContextKind::InvalidArg), self.list(ContextKind::InvalidValue));
        let valid = self.list(ContextKind::ValidValue);
        if typed.is_empty() {
            return format!("{option} behöver ett värde.{MORE}");
        }
        format!("{option} kan inte vara ”{typed}”. Det som går är {valid}.")
    }

    /// The value's own reader says what is wrong.
    fn refused_value(&self) -> String {
        let reason = std::error::Error::source(self.error).map(ToString::to_string);
        reason.unwrap_or_else(|| format!("{} går inte att läsa.{MORE}", self.list(ContextKind::InvalidValue)))
    }

    /// What the error names, as one would say it.
    fn list(&self, kind: ContextKind) -> String {
        let named: Vec<String> = match self.error.get(kind) {
            Some(ContextValue::String(text)) => vec![text.clone()],
            Some(ContextValue::Strings(texts)) => texts.clone(),
            Some(ContextValue::StyledStr(text)) => vec![text.to_string()],
            Some(ContextValue::StyledStrs(texts)) => texts.iter().map(StyledStr::to_string).collect(),
            _ => Vec::new(),
        };
        format::list(&named.iter().map(|name| plain(name)).collect::<Vec<_>>(), Language::Sv)
    }
}

/// `[KRAV]` is KRAV, and `<--from <EXEMPEL>|--facts <FIL>>`, of which one is enough, is "--from eller --facts".
fn plain(said: &str) -> String {
    let outer = ['[', ']', '<', '>'];
    let names = said.trim_matches(outer).split('|');
    let bare = |name: &str| name.split(' ').next().unwrap_or(name).trim_matches(outer).to_owned();
    names.map(bare).collect::<Vec<_>>().join(" eller ")
}
