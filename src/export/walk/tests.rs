//! Tests of the leave-behind: it has the content of the stage, and the same walk gives the same bytes.

use super::*;
use crate::look::{DARK, LIGHT};
use crate::tests::embedded;
use crate::walk::ready;

/// The ready walk over a few steps, with notes on one and another passed over.
fn walk(index: &Index, lang: Lang) -> Walk {
    let mut walk = ready(index, lang);
    walk.steps.truncate(4);
    walk.steps[1].notes = "## 先说\n\n- 东数西算 *背景*\n- 见[报告](https://a.example)".to_owned();
    walk.steps[2].skip = true;
    walk
}

fn what<'a>(index: &'a Index, walk: &'a Walk, notes: Notes) -> LeaveBehind<'a> {
    LeaveBehind { index, walk, notes, statements: Statements::With, palette: &LIGHT, lang: Lang::Zh }
}

fn go(_: usize, _: usize) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn bytes(format: WalkFormat, what: &LeaveBehind<'_>) -> Vec<u8> {
    let mut out = Vec::new();
    write(format, what, &mut out, &mut go).unwrap();
    out
}

#[test]
fn the_same_walk_is_the_same_bytes() {
    let index = embedded();
    let walk = walk(&index, Lang::Zh);
    for format in WalkFormat::ALL {
        for palette in [&LIGHT, &DARK] {
            let what = LeaveBehind { palette, ..what(&index, &walk, Notes::With) };
            assert!(bytes(format, &what) == bytes(format, &what), "{format:?}");
        }
    }
}

#[test]
fn notes_go_along_only_when_asked_for() {
    let index = embedded();
    let walk = walk(&index, Lang::Zh);
    let text = |notes| String::from_utf8(bytes(WalkFormat::Md, &what(&index, &walk, notes))).unwrap();
    let (with, without) = (text(Notes::With), text(Notes::Without));
    assert!(with.contains("- 东数西算 背景") && with.contains("见报告 (https://a.example)"), "{with}");
    assert!(with.contains("### 备注") && !without.contains("备注") && !without.contains("a.example"));
    let pages = |notes| {
        let mut names = Vec::new();
        pictures(PictureFormat::Svg, &what(&index, &walk, notes), &mut go, |picture| {
            names.push(picture.name);
            Ok(())
        })
        .unwrap();
        names
    };
    assert_eq!(pages(Notes::With).len(), pages(Notes::Without).len() + 1);
}

#[test]
fn markdown_says_what_the_stage_says() {
    let index = embedded();
    let walk = walk(&index, Lang::Zh);
    let what = what(&index, &walk, Notes::Without);
    let text = String::from_utf8(bytes(WalkFormat::Md, &what)).unwrap();
    let catalogue = &index.catalogue;
    let hash = catalogue.content_sha256();
    for (at, step) in what.steps().enumerate() {
        let left = what.left(at + 1, step, &walk.regions(), &hash).unwrap();
        assert!(text.contains(&format!("## {}. {}", at + 1, left.face.title)), "{}", left.face.title);
        assert!(text.contains(&super::super::markup::markdown(&left.recipe)));
        let Some(place) = step.slide.lit.as_deref().and_then(|code| catalogue.regions.by_code(code)) else { continue };
        for policy in index.policies_in(place) {
            assert!(text.contains(catalogue[*policy].title.get(Lang::Zh)));
        }
        let own = index.policies_in(place).iter().flat_map(|policy| index.of_policy(*policy));
        let lens = crate::query::Lens::default_of(catalogue);
        for i in own.chain(index.of_region(place)).filter(|i| lens.holds(&catalogue[**i])) {
            assert!(text.contains(catalogue[*i].summary.get(Lang::Zh)), "{}", catalogue[*i].id);
        }
    }
    let skipped = &walk.steps[2].slide;
    assert!(!text.contains(&format!(". {}\n", skipped.title(catalogue, Lang::Zh))), "a step that is passed over");
    assert!(text.contains(&hash) && hash.len() == 64);
}

#[test]
fn every_page_is_16_to_9_and_carries_its_recipe() {
    let index = embedded();
    let walk = walk(&index, Lang::Zh);
    let what = what(&index, &walk, Notes::With);
    what.each(&mut go, |left| {
        let recipe: String = left.recipe.split_whitespace().collect();
        for scene in sheet::pages(&what, &left) {
            assert_eq!((scene.width, scene.height), (SIZE.w, SIZE.h));
            let all: String = scene.labels().flat_map(|label| label.text.split_whitespace()).collect();
            assert!(all.contains(&recipe), "{all}");
            let mut labels: Vec<_> = scene.labels().collect();
            labels.sort_by(|a, b| a.rect().y.total_cmp(&b.rect().y));
            for (n, label) in labels.iter().enumerate() {
                let rect = label.rect();
                assert!(rect.right() <= scene.width && rect.bottom() <= scene.height, "{}", label.text);
                assert!(labels[n + 1..].iter().all(|other| !rect.overlaps(other.rect())), "{}", label.text);
            }
        }
        Ok(())
    })
    .unwrap();
}

#[test]
fn pictures_have_names_that_sort_and_a_stop_is_obeyed() {
    let index = embedded();
    let walk = walk(&index, Lang::Zh);
    let what = what(&index, &walk, Notes::Without);
    let mut names = Vec::new();
    pictures(PictureFormat::Svg, &what, &mut go, |picture| {
        assert!(picture.bytes.starts_with(b"<?xml"));
        names.push(picture.name);
        Ok(())
    })
    .unwrap();
    assert_eq!(names.first().map(String::as_str), Some("01-1.svg"));
    let mut sorted = names.clone();
    sorted.sort();
    assert_eq!(names, sorted);
    let mut out = Vec::new();
    let fault = write(WalkFormat::Pdf, &what, &mut out, &mut |_, _| ControlFlow::Break(())).unwrap_err();
    assert!(matches!(fault, ExportFault::Cancelled) && out.is_empty());
}
