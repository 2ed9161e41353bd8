//! One integration binary: the program as its users meet it, and the house rules of its source.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]
#![allow(clippy::indexing_slicing, reason = "so has one that looks past the end of a list")]
#![allow(clippy::float_cmp, reason = "a place that is computed again is the same to the last digit")]
#![allow(clippy::needless_raw_string_hashes, reason = "expect-test writes its snapshots with them")]
#![allow(clippy::case_sensitive_file_extension_comparisons, reason = "the program writes them small")]
#![allow(unused_must_use, reason = "a test may leave undone what a session asks for")]

#[cfg(feature = "gui")]
mod access;
#[cfg(feature = "gui")]
mod addresses;
#[cfg(feature = "gui")]
mod answers;
mod bundle;
#[cfg(feature = "gui")]
mod charts;
mod cli;
#[cfg(feature = "gui")]
mod disk;
mod docs;
mod documents;
mod doors;
#[cfg(feature = "gui")]
mod export_window;
mod exports;
#[cfg(feature = "gui")]
mod focus;
mod found;
#[path = "../../benches/generator.rs"]
mod generator;
mod import_window;
mod imports;
mod kill;
mod layer_files;
mod layering;
#[cfg(feature = "gui")]
mod looks;
#[cfg(feature = "gui")]
mod meanings;
mod one_place;
#[cfg(feature = "gui")]
mod own_form;
#[cfg(feature = "gui")]
mod own_policies;
mod package;
#[cfg(feature = "gui")]
mod pictures;
mod plain;
#[cfg(feature = "gui")]
mod pointing;
#[cfg(feature = "gui")]
mod reader;
#[cfg(feature = "gui")]
mod reader_steps;
mod search;
mod soft;
mod stack;
#[cfg(feature = "gui")]
mod stage;
#[cfg(feature = "gui")]
mod states;
#[cfg(feature = "gui")]
mod tasks;
mod titles;
#[cfg(feature = "gui")]
mod titles_window;
#[cfg(feature = "gui")]
mod told;
mod views;
#[cfg(feature = "gui")]
mod views_window;
mod walk;
#[cfg(feature = "gui")]
mod walk_window;
#[cfg(feature = "gui")]
mod window;

/// A line as it is typed over the embedded catalogue.
#[cfg(feature = "gui")]
fn typed(line: &str) -> policy_atlas::session::Filter {
    use policy_atlas::catalogue::{EMBEDDED, load};
    let catalogue = load(EMBEDDED.as_bytes()).catalogue.unwrap();
    policy_atlas::session::Filter::Query(policy_atlas::query::parse(line, &catalogue).unwrap())
}
