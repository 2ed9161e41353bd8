//! Texts of a layer that lost their place in its file, kept beside it. One whose conflicts are open is kept with the text
//! that both began as, so that the next start asks again; it goes when they are settled.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::kept::read_text;
use crate::store::{self, StoreFault, Unwritten};

/// The folder for them, beside the layer.
const UNSAVED: &str = "unsaved";
/// The end of the name of the text that both began as.
const BASE: &str = ".base";

/// A text with open conflicts, as it was left.
pub struct LeftOpen {
    /// Its file.
    pub file: PathBuf,
    /// The text that both began as.
    pub base: Arc<str>,
    /// The text.
    pub ours: Arc<str>,
}

fn base_of(file: &Path) -> PathBuf {
    let stem = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    file.with_file_name(format!("{stem}{BASE}.ron"))
}

/// The files of texts of a layer, by their numbers.
fn files_of(path: &Path) -> Result<Vec<(usize, PathBuf)>, StoreFault> {
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let folder = path.with_file_name(UNSAVED);
    let numbered = |name: String| {
        let number = name.strip_suffix(".ron")?.strip_prefix(&stem)?.strip_prefix('-')?;
        Some((number.parse().ok()?, folder.join(&name)))
    };
    let mut files: Vec<(usize, PathBuf)> = store::names_in(&folder, "ron")?.into_iter().filter_map(numbered).collect();
    files.sort_unstable();
    Ok(files)
}

/// Keeps a text in a file: in this one, or a new one; with `base` as one whose conflicts are open.
///
/// # Errors
/// The folder or a file cannot be written.
pub fn keep(
    path: &Path,
    file: Option<PathBuf>,
    text: &str,
    base: Option<&str>,
) -> Result<PathBuf, Unwritten<std::io::Error>> {
    let last = files_of(path).map_err(Unwritten::Store)?.last().map_or(0, |(number, _)| *number);
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let file = file.unwrap_or_else(|| path.with_file_name(UNSAVED).join(format!("{stem}-{}.ron", last + 1)));
    store::make_folder_of(&file).map_err(Unwritten::Store)?;
    // The base comes first: alone it is nothing.
    match base {
        Some(base) => store::write_with(&base_of(&file), |out| out.write_all(base.as_bytes()))?,
        None => store::remove(&base_of(&file)).map_err(Unwritten::Store)?,
    }
    store::write_with(&file, |out| out.write_all(text.as_bytes()))?;
    Ok(file)
}

/// The first text of a layer that was left with open conflicts.
pub fn left_open(path: &Path) -> Option<LeftOpen> {
    files_of(path).ok()?.into_iter().find_map(|(_, file)| {
        let (base, ours) = (read_text(&base_of(&file)).ok()??, read_text(&file).ok()??);
        Some(LeftOpen { file, base, ours })
    })
}

/// Removes a text.
///
/// # Errors
/// A file cannot be removed.
pub fn remove(file: &Path) -> Result<(), StoreFault> {
    store::remove(file)?;
    store::remove(&base_of(file))
}

/// Removes the texts of a layer, with what a killed writer left of them.
///
/// # Errors
/// A file cannot be removed.
pub fn erase(path: &Path) -> Result<(), StoreFault> {
    for (_, file) in files_of(path)? {
        remove(&file)?;
    }
    store::remove_unfinished(&path.with_file_name(UNSAVED))
}
