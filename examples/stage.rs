//! Pictures of the pages of the stage.
//!
//! `cargo run --example stage -- FOLDER [PART...]` writes those whose name holds every PART. A name is
//! `STEP-LAYER-LANGUAGE-THEME-SIZE-PAGE`. Beside them the ready walk is left behind in each language, as PDF and as
//! Markdown.

use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;

use policy_atlas::catalogue::{EMBEDDED, load};
use policy_atlas::export::walk::{LeaveBehind, Notes, PictureFormat, Statements, WalkFormat, picture, write};
use policy_atlas::look::{DARK, LIGHT, Size};
use policy_atlas::pages::stage::{Sheet, StageAsk, stage};
use policy_atlas::query::{FigureKind, Index};
use policy_atlas::view::ViewText;
use policy_atlas::walk::{Layer, Shows, Slide, ready};
use policy_atlas::words::Lang;

const SIZES: [Size; 5] = [
    Size::new(1280.0, 720.0),
    Size::new(1920.0, 1080.0),
    Size::new(3840.0, 2160.0),
    Size::new(1024.0, 768.0),
    Size::new(1280.0, 1024.0),
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut words = std::env::args().skip(1);
    let folder = PathBuf::from(words.next().ok_or("name a folder: cargo run --example stage -- FOLDER [PART...]")?);
    let parts: Vec<String> = words.collect();
    std::fs::create_dir_all(&folder)?;
    let catalogue = load(EMBEDDED.as_bytes()).catalogue.ok_or("the embedded catalogue")?;
    let index = Index::new(Arc::new(catalogue));
    let mut written = 0;
    for (lang, lang_name) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
        let mut walk = ready(&index, lang);
        if let Some(first) = walk.steps.first_mut() {
            first.notes = "# Begin\n\nAsk **one** question first:\n\n1. which place?\n2. which focus?\n".into();
        }
        for format in WalkFormat::ALL {
            let (notes, statements) = (Notes::With, Statements::With);
            let what = LeaveBehind { index: &index, walk: &walk, notes, statements, palette: &LIGHT, lang };
            let mut file = std::fs::File::create(folder.join(format!("walk-{lang_name}.{}", format.extension())))?;
            write(format, &what, &mut file, &mut |_, _| ControlFlow::Continue(()))?;
        }
        let among = walk.regions();
        for (name, slide) in slides(&index, lang) {
            for (layer, layer_name) in [(Layer::Face, "face"), (Layer::Statements, "statements")] {
                for (palette, theme) in [(&LIGHT, "light"), (&DARK, "dark")] {
                    for size in SIZES {
                        let name = format!("{name}-{layer_name}-{lang_name}-{theme}-{}x{}", size.w, size.h);
                        if !parts.iter().all(|part| name.contains(part.as_str())) {
                            continue;
                        }
                        let ask = StageAsk { kept: None, index: &index, among: &among, slide: &slide, layer, lang };
                        for (at, scene) in stage(&ask, &Sheet { size, palette }).pages.iter().enumerate() {
                            let bytes = picture(PictureFormat::Png, scene, lang).map_err(|fault| fault.to_string())?;
                            std::fs::write(folder.join(format!("{name}-{}.png", at + 1)), bytes)?;
                            written += 1;
                        }
                    }
                }
            }
        }
    }
    println!("{written} pictures in {}", folder.display());
    Ok(())
}

/// The steps of the ready walk, and one of every other kind.
fn slides(index: &Index, lang: Lang) -> Vec<(String, Slide)> {
    let walk = ready(index, lang);
    let name = |slide: &Slide| match slide.lit.as_deref() {
        Some(code) => code.to_owned(),
        None => format!("{:?}", slide.shows).to_lowercase(),
    };
    let mut slides: Vec<(String, Slide)> = walk.steps.into_iter().map(|step| (name(&step.slide), step.slide)).collect();
    slides.retain(|(_, slide)| slide.shows != Shows::Figure);
    for kind in FigureKind::ALL {
        let mut slide = Slide::of_figure(*kind, &ViewText::default());
        slide.view.milestones = true;
        slides.push((kind.id().to_owned(), slide));
    }
    let compared = |mine: Option<&str>, ids: &[&str]| ViewText {
        comparison: ids.iter().map(|id| (*id).to_owned()).collect(),
        mine: mine.map(str::to_owned),
        ..ViewText::default()
    };
    let places = ["510100", "440300", "330100", "110000", "310000", "420100", "320100", "131000"];
    slides.push(("compare3".into(), Slide::new(Shows::Comparison, compared(Some("420100"), &places[..6]))));
    slides.push(("compare8".into(), Slide::new(Shows::Comparison, compared(None, &places))));
    let policies = ["110000-2023-1", "440300-2023-1", "510100-2023-1"];
    slides.push(("comparepolicies".into(), Slide::new(Shows::Comparison, compared(None, &policies))));
    slides.push(("table".into(), Slide::new(Shows::Table, ViewText::default())));
    let public = ViewText { query: "source:any".into(), ..ViewText::default() };
    slides.push(("public".into(), Slide::of_region("110000", &public)));
    slides.push(("nothing".into(), Slide::of_region("340100", &ViewText::default())));
    slides.push(("province".into(), Slide::of_region("330000", &ViewText::default())));
    let drafts = ViewText { query: "stage:draft".into(), ..ViewText::default() };
    slides.push(("filtered".into(), Slide::of_region("110000", &drafts)));
    slides.push((
        "empty".into(),
        Slide::new(Shows::Overview, ViewText { query: "id:none".into(), ..ViewText::default() }),
    ));
    slides
}
