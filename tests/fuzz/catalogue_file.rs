//! A catalogue file that others have written: its faults are named, or the catalogue with it can be used.

#![no_main]

#[path = "desk.rs"]
mod desk;

use desk::{CATALOGUE, TODAY};
use domain::assess::assess;
use domain::catalogue::library::{Difference, Library, text_of};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let read = text_of("fil.toml", bytes.to_vec());
    let tried = read.and_then(|text| Library::default().trial("fil.toml", &text, &CATALOGUE));
    match tried {
        Ok((_, catalogue)) => {
            Difference::between(&CATALOGUE, &catalogue);
            assess(&desk::project(), &catalogue, TODAY);
        }
        Err(faults) => assert!(faults.iter().all(|fault| !fault.to_string().is_empty()) && !faults.is_empty()),
    }
});
