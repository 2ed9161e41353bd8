//! One program that throws bytes at the door that `DOOR` names, as `fuzz/run` starts it.
//!
//! The engine is libFuzzer, which calls what stands below; the properties are those of the tests.

#![no_main]
#![allow(clippy::expect_used, reason = "a run that cannot go on has failed")]

use std::sync::LazyLock;
use std::time::Duration;

use cpu_time::ThreadTime;

#[path = "../../tests/it/doors/mod.rs"]
mod doors;

/// The most processor time of one input.
const LONGEST: Duration = Duration::from_secs(1);

static DOOR: LazyLock<doors::Door> = LazyLock::new(|| {
    let name = std::env::var("DOOR").expect("DOOR names a door");
    doors::DOORS.iter().find(|(door, _)| *door == name).expect("DOOR names one of the doors").1
});

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let begin = ThreadTime::now();
    DOOR(bytes);
    let took = begin.elapsed();
    assert!(took < LONGEST, "one input took {took:?}");
});
