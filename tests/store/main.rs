//! What an officer's projects and files go through: other windows, kills, full disks, damaged files.

#![expect(clippy::unwrap_used, reason = "what a helper cannot do fails its test")]

mod ahead;
mod arrive;
mod backups;
mod damage;
mod database;
mod durable;
mod facts;
mod files;
mod fixed;
mod harm;
mod history;
mod kills;
mod library;
mod marks;
mod places;
mod projects;
mod recovery;
mod schema;
mod send;
mod support;
mod surroundings;
mod undo;
