//! Pictures of the window in its states, painted by the software renderer of the tests.
//!
//! `cargo run --example pictures -- FOLDER` writes the tour: every state seven times, so that each language, theme, number
//! of policies and size is met. With parts of names it writes whatever holds them all, such as
//! `cargo run --example pictures -- /tmp/pictures zh-light 5000 1280x800`. A name is
//! `STATE-LANGUAGE-THEME-POLICIES-SIZE`; a size may end in a zoom that a part has to name: `1280x800@200`.

use std::path::PathBuf;

use egui::vec2;
use policy_atlas::app::{Start, ThemeChoice};
use policy_atlas::catalogue::Embedded;
use policy_atlas::session::{Action, Preference};
use policy_atlas::words::Lang;

#[path = "../../benches/generator.rs"]
mod generator;
#[path = "../../tests/it/soft.rs"]
mod soft;
mod states;
mod visit;

use states::STATES;
use visit::Visit;

/// Width and height in points, pixels a point, zoom in percent.
const SIZES: [(f32, f32, f32, u16); 11] = [
    (1024.0, 700.0, 1.0, 100),
    (1280.0, 800.0, 1.0, 100),
    (1366.0, 768.0, 1.0, 100),
    (1440.0, 900.0, 1.0, 100),
    (1920.0, 1080.0, 1.0, 100),
    (2560.0, 1440.0, 1.0, 100),
    (1920.0, 1080.0, 2.0, 100),
    (1280.0, 800.0, 1.0, 80),
    (1280.0, 800.0, 1.0, 150),
    (1280.0, 800.0, 1.0, 200),
    (1280.0, 800.0, 1.0, 300),
];

/// The numbers of policies that the catalogue may have: 12 and 69 are the embedded ones.
const COUNTS: [usize; 6] = [0, 1, 12, 60, 69, 5_000];

/// The circumstances in which each state is painted in the tour.
const TOUR: [&str; 7] = [
    "zh-light-12-1280x800",
    "en-dark-12-1024x700",
    "zh-dark-60-1024x700",
    "zh-light-0-1280x800",
    "en-light-1-1440x900",
    "en-light-5000-1920x1080",
    "zh-dark-5000-2560x1440",
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut words = std::env::args().skip(1);
    let folder = PathBuf::from(words.next().ok_or("name a folder: cargo run --example pictures -- FOLDER [PART...]")?);
    let parts: Vec<String> = words.collect();
    let names_a_zoom = parts.iter().any(|part| part.contains('@'));
    let is_wanted = |under: &str, name: &str| match parts.as_slice() {
        [] => TOUR.contains(&under),
        parts => parts.iter().all(|part| name.contains(part.as_str())) && (names_a_zoom || !under.contains('@')),
    };
    std::fs::create_dir_all(&folder)?;
    let mut written = 0;
    for n in COUNTS {
        let text = catalogue(n);
        for (lang, lang_name) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
            for (theme, theme_name) in [(ThemeChoice::Light, "light"), (ThemeChoice::Dark, "dark")] {
                for (width, height, scale, zoom) in SIZES {
                    let zoomed = if zoom == 100 { String::new() } else { format!("@{zoom}") };
                    let size = format!("{}x{}{zoomed}", width * scale, height * scale);
                    let under = format!("{lang_name}-{theme_name}-{n}-{size}");
                    for (state, leads) in STATES {
                        let name = format!("{state}-{under}");
                        if is_wanted(&under, &name) {
                            let start = Start { lang: Some(lang), theme: Some(theme), ..Start::default() };
                            let mut visit = Visit::begin(&text, start, vec2(width, height), scale)?;
                            visit.acts([Action::Prefer(Preference::Zoom(zoom))]);
                            leads(&mut visit);
                            visit.paints(folder.join(format!("{name}.png")))?;
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

fn catalogue(n: usize) -> String {
    match n {
        12 => Embedded::Report.text().to_owned(),
        69 => Embedded::Titles.text().to_owned(),
        _ => generator::catalogue(generator::SEED, n),
    }
}
