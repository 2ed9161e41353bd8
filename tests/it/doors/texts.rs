//! Doors for tables and documents.

use std::ops::ControlFlow;
use std::sync::LazyLock;

use policy_atlas::catalogue::{FileIdx, Regions};
use policy_atlas::edit::{MarkFate, MarkPlace, MarkedQuote};
use policy_atlas::import::{KnownPolicies, TableMapping, dry};
use policy_atlas::intake::{
    Clip, Grid, GridSheet, TableRead, clip_of, places, read_clip, read_copied, read_document, read_table, recognise,
    sentences,
};

use super::{INDEX, LANGS, plain};

fn go_on<T>(_: T) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// Every cell of a table has one way, whether it is read as a file or as copied.
pub fn table(bytes: &[u8]) {
    let mut grids: Vec<Grid> = Vec::new();
    match read_table(bytes, None, &mut go_on) {
        Ok(TableRead { grid, .. }) => grids.push(grid),
        Err(fault) => drop(LANGS.map(|lang| fault.message(lang))),
    }
    let text = plain(bytes);
    for clip in [Clip { text: text.clone(), html: None }, Clip { text: String::new(), html: Some(text) }] {
        // Most tables are the same, whichever way they come in.
        if let Ok(TableRead { grid, .. }) = read_clip(&clip, &mut go_on)
            && !grids.contains(&grid)
        {
            grids.push(grid);
        }
    }
    grids.iter().for_each(conserved);
}

/// The policies that rows are held against.
static KNOWN: LazyLock<KnownPolicies> = LazyLock::new(|| KnownPolicies::of(&INDEX.catalogue, FileIdx(1), ""));

fn conserved(grid: &Grid) {
    let own = grid.sheets.iter().map(GridSheet::own_cells).sum::<usize>();
    let run = |drafts: bool| dry(grid, &TableMapping::default(), &KNOWN, drafts);
    let first = run(false);
    assert_eq!(first.cells.total(), own);
    // Drafts are made of rows that are refused.
    if first.refused() > 0 {
        assert_eq!(run(true).cells.total(), own);
    }
}

/// The sentences of each paragraph are the paragraph, each has a place, and a mark on its first sentence is found in a
/// text that begins with another paragraph.
pub fn text(bytes: &[u8]) {
    let read = read_document(bytes, None);
    if let Err(fault) = &read {
        drop(LANGS.map(|lang| fault.message(lang)));
    }
    if let Ok(clip) = clip_of(bytes) {
        recognise(&clip, Regions::standard());
    }
    let copied = plain(bytes);
    for clip in [Clip { text: copied.clone(), html: None }, Clip { text: String::new(), html: Some(copied) }] {
        recognise(&clip, Regions::standard());
        read_copied(&clip).ok();
    }
    let Ok(read) = read else { return };
    assert_eq!(places(&read.paragraphs).len(), read.paragraphs.len());
    let paragraphs: Vec<String> = read.paragraphs.into_iter().map(|paragraph| paragraph.text).collect();
    for text in &paragraphs {
        assert_eq!(sentences(text).concat(), *text);
    }
    let Some(first) = paragraphs.first().and_then(|text| sentences(text).first().copied()) else { return };
    let place = MarkPlace { paragraph: 1, from: 0, to: first.chars().count() as u32 };
    let Some(mark) = MarkedQuote::of(&paragraphs, place) else { return };
    assert_eq!(MarkFate::of(&mark, &paragraphs), MarkFate::Unmoved);
    let later: Vec<String> = std::iter::once("　".to_owned()).chain(paragraphs).collect();
    assert_ne!(MarkFate::of(&mark, &later), MarkFate::Listed);
}
