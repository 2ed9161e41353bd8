//! The doors through which foreign bytes come in, and for each the property that holds whatever they are.
//!
//! `fuzz/` throws bytes at them by the million; what it found wrong once stands in `found/`, a folder a door, and is tried
//! by every run of the tests.

pub mod documents;
mod lines;
mod records;
mod state;
mod texts;

use std::sync::{Arc, LazyLock};

use policy_atlas::catalogue::{EMBEDDED, load};
use policy_atlas::query::Index;
use policy_atlas::words::Lang;

/// A property of a door: it panics on bytes for which it does not hold.
pub type Door = fn(&[u8]);

/// Each door by its name.
pub const DOORS: [(&str, Door); 24] = [
    ("catalogue", records::catalogue),
    ("layer", records::layer),
    ("merge", records::merged),
    ("query", lines::query),
    ("sort", lines::sorted),
    ("column", lines::column),
    ("place", lines::place),
    ("date", lines::date),
    ("number", lines::number),
    ("notes", lines::noted),
    ("view", state::view),
    ("walk", state::walk),
    ("recipe", state::recipe),
    ("settings", state::settings),
    ("mapping", state::mapping),
    ("bundle", state::bundle),
    ("table", texts::table),
    ("text", texts::text),
    ("docx", documents::docx),
    ("ofd", documents::ofd),
    ("html", documents::html),
    ("sentence", documents::sentence),
    ("anchor", documents::anchor),
    ("beside", documents::beside),
];

/// The catalogue of the program.
static INDEX: LazyLock<Index> =
    LazyLock::new(|| Index::new(Arc::new(load(EMBEDDED.as_bytes()).catalogue.expect("the program's own"))));

/// A small catalogue, which layers lie over: reading it takes no time worth telling.
const BASE: &str = include_str!("base.ron");

/// The languages in which anything is said.
const LANGS: [Lang; 2] = [Lang::Zh, Lang::En];

/// What stands between the texts of a door that takes several.
const BETWEEN: &str = "\n=====\n";

/// The text that a door for lines and texts is given: as a program reads it, with its faults replaced.
fn plain(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
