//! What the program takes from its surroundings: the day, and the user's folder.

use std::path::Path;
use std::process::Command;

use store::Store;

use crate::support::{begun, names, process};

/// Has the program look in the folder too.
const LOOKS_INSIDE: &str = "SAMKRAV_TEST_LOOKS_INSIDE";

/// What the program finds, run as the command has been set up.
fn found(set_up: impl FnOnce(&mut Command)) -> String {
    let mut command = process("surroundings::are_looked_at", Path::new("/projekt"));
    command.env_remove("SAMKRAV_TODAY").env_remove("XDG_DATA_HOME").env("HOME", "/home/anna");
    set_up(&mut command);
    String::from_utf8(command.output().unwrap().stdout).unwrap()
}

#[test]
#[ignore = "is run by the tests below, in a process with surroundings of its own"]
fn are_looked_at() {
    println!("folder: {}", store::user_folder().unwrap().display());
    let store = std::env::var(LOOKS_INSIDE).map(|_| Store::open(&store::user_folder().unwrap()).unwrap());
    for row in store.iter().flat_map(|store| store.projects().unwrap()) {
        let revisions = store.as_ref().unwrap().revisions(&row.id).unwrap();
        println!(
            "moments: {}",
            revisions.iter().map(|revision| revision.at.to_string()).collect::<Vec<_>>().join(" ")
        );
    }
    println!(
        "day: {}",
        store::clock::today().map_or_else(|refusal| refusal.to_string(), |day| day.to_string())
    );
}

#[test]
fn projects_lie_where_the_platform_keeps_data_unless_another_folder_is_named() {
    assert!(found(|_| ()).contains("folder: /projekt\n"));
    let own = found(|command| {
        command.env_remove("SAMKRAV_DATA");
    });
    assert!(own.contains("folder: /home/anna/.local/share/samkrav\n"), "{own}");
}

#[test]
fn the_day_can_be_fixed() {
    let day = |day: &str| {
        found(|command| {
            command.env("SAMKRAV_TODAY", day);
        })
    };
    assert!(day("2027-02-03").contains("day: 2027-02-03\n"));
    let words = "day: SAMKRAV_TODAY är ”imorgon”, som inte är något datum. Skriv till exempel 2027-04-01.";
    assert!(day("imorgon").contains(words));
}

#[test]
fn the_day_follows_the_zone_and_the_moments_that_are_kept_do_not() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let (id, head) = begun(&mut store);
    names(&mut store, &id, &head, "Städning").unwrap();
    let in_zone = |zone: &str| {
        let said = found(|command| {
            command.env("TZ", zone).env("SAMKRAV_DATA", folder.path()).env(LOOKS_INSIDE, "yes");
        });
        let line = |of: &str| said.lines().find_map(|line| line.strip_prefix(of)).unwrap().to_owned();
        (line("day: "), line("moments: "))
    };
    // Twenty-five hours lie between them.
    let (east, west) = (in_zone("Pacific/Kiritimati"), in_zone("Pacific/Pago_Pago"));
    assert!(east.0 > west.0, "{east:?} {west:?}");
    assert_eq!((&east.1, &*west.1), (&west.1, "2026-11-25T10:00:00Z 2026-11-25T10:00:01Z"));
}

#[test]
fn the_day_is_the_clocks_when_it_is_not_fixed() {
    let day = || store::clock::moment().to_zoned_datetime(jiff::tz::TimeZone::system()).date().to_string();
    let (before, found, after) = (day(), found(|_| ()), day());
    assert!([before, after].iter().any(|day| found.contains(&format!("day: {day}\n"))), "{found}");
}
