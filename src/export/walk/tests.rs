//! Tests of the leave-behind: it has the content of the stage, and the same walk gives the same bytes.

use super::*;
use crate::look::{DARK, LIGHT};
use crate::pages::stage::{Sheet, laid_out};
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
    let steps = WalkSteps { among: walk.regions(), hash: catalogue.content_sha256(), kept: KeptResult::default() };
    for (at, step) in what.steps().enumerate() {
        let left = what.left(at + 1, step, &steps).unwrap();
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
    assert!(text.contains(&steps.hash) && steps.hash.len() == 64);
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

/// The pages of a handout before they are bytes.
fn printed(kind: Handout, what: &LeaveBehind<'_>) -> Vec<Scene> {
    handout::pages(kind, what, &mut go).unwrap().scenes
}

fn words(scene: &Scene) -> String {
    scene.labels().map(|label| label.text.as_str()).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_ready_walk_as_notes_pages_is_at_most_ten_pages_of_a4() {
    let index = embedded();
    for lang in [Lang::Zh, Lang::En] {
        let walk = ready(&index, lang);
        let what = LeaveBehind { lang, ..what(&index, &walk, Notes::Without) };
        let pages = printed(Handout::Notes, &what);
        assert!(pages.len() <= 10, "{} pages in {lang:?}", pages.len());
        let sizes: Vec<(i32, i32)> = pages.iter().map(|page| (page.width as i32, page.height as i32)).collect();
        assert!(sizes.iter().all(|size| *size == (793, 1122)), "{sizes:?}");
    }
}

#[test]
fn a_handout_prints_each_statement_and_the_hash_once_and_nothing_over_the_edge() {
    let index = embedded();
    for lang in [Lang::Zh, Lang::En] {
        let mut walk = ready(&index, lang);
        walk.steps[1].notes = "## 先说\n\n- 只在备注里的话".to_owned();
        let what = LeaveBehind { lang, ..what(&index, &walk, Notes::Without) };
        let hash = index.catalogue.content_sha256();
        for kind in Handout::ALL {
            let pages = printed(kind, &what);
            let all: String = pages.iter().map(words).collect::<Vec<_>>().join("\n");
            let joined: String = all.split_whitespace().collect();
            assert_eq!(joined.matches(&hash).count(), 1, "{kind:?}");
            assert!(words(pages.last().unwrap()).split_whitespace().collect::<String>().contains(&hash));
            assert_eq!(all.contains("只在备注里的话"), kind == Handout::Notes, "{kind:?}");
            if kind == Handout::Notes {
                // Pages of the stage, which say some of it too, are smaller.
                let own = pages.iter().flat_map(Scene::labels).filter(|label| label.font == handout::BODY);
                let own: String = own.flat_map(|label| label.text.split_whitespace()).collect();
                let mut most = 0;
                for i in index.counted() {
                    let summary: String = index.catalogue[*i].summary.get(lang).split_whitespace().collect();
                    let count = own.matches(&summary).count();
                    assert!(count <= 1, "{summary} is printed {count} times");
                    most = most.max(count);
                }
                assert_eq!(most, 1, "no statement is found");
            }
            for page in &pages {
                for label in page.labels() {
                    let rect = label.rect();
                    let is_inside =
                        rect.x >= 0.0 && rect.y >= 0.0 && rect.right() <= page.width && rect.bottom() <= page.height;
                    assert!(is_inside, "{kind:?}: {}", label.text);
                }
            }
        }
    }
}

#[test]
fn two_four_and_six_pages_of_the_stage_stand_on_a_page() {
    let index = embedded();
    let walk = walk(&index, Lang::Zh);
    let what = what(&index, &walk, Notes::Without);
    let mut count = 0;
    what.each(&mut go, |left| {
        count += laid_out(&left.face, &Sheet { size: SIZE, palette: &LIGHT }, Lang::Zh).len();
        Ok(())
    })
    .unwrap();
    for (kind, each) in [(Handout::Two, 2_usize), (Handout::Four, 4), (Handout::Six, 6)] {
        let pages = printed(kind, &what);
        let least = count.div_ceil(each);
        assert!((least..=least + 1).contains(&pages.len()), "{kind:?}: {} pages of {count}", pages.len());
        assert_eq!(pages[0].width > pages[0].height, kind == Handout::Four);
        assert_eq!(Handout::from_id(kind.id()), Some(kind));
        let mut out = Vec::new();
        write_handout(kind, &what, &mut out, &mut go).unwrap();
        assert!(out.starts_with(b"%PDF"));
    }
}
