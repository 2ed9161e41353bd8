//! The READMEs and the tour: their pictures are there and small, and both languages have the same steps.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// The pictures that a document shows or links to, from the root of the project.
fn pictures(document: &str) -> Vec<PathBuf> {
    let folder = Path::new(document).parent().unwrap();
    let text = read(document);
    let targets = text.split("](").skip(1).filter_map(|tail| tail.split_once(')'));
    targets.map(|(target, _)| target).filter(|target| target.ends_with(".png")).map(|name| folder.join(name)).collect()
}

#[test]
fn every_picture_of_the_documents_is_there_and_small() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut shown = BTreeSet::new();
    for document in ["README.md", "README.en.md", "docs/tour.md", "docs/tour.en.md"] {
        for picture in pictures(document) {
            assert!(root.join(&picture).is_file(), "{document}: {}", picture.display());
            shown.insert(picture);
        }
    }
    let of_tour: Vec<PathBuf> =
        fs::read_dir(root.join("docs/tour")).unwrap().map(|entry| entry.unwrap().path()).collect();
    let mut total = 0;
    for picture in &of_tour {
        let size = fs::metadata(picture).unwrap().len();
        assert!(size <= 150_000, "{}: {size} bytes", picture.display());
        assert!(shown.contains(picture.strip_prefix(root).unwrap()), "{}: nothing shows it", picture.display());
        total += size;
    }
    assert!(total <= 2_000_000, "{total} bytes");
}

#[test]
fn the_tour_has_the_same_steps_in_both_languages() {
    let shape = |document: &str| {
        let text = read(document);
        let kind = |line: &str| match line.trim_start() {
            line if line.starts_with("## ") => Some("part".to_owned()),
            line if line.starts_with("![") => {
                line.split_once("](tour/").and_then(|(_, name)| name.rsplit_once('-')).map(|(name, _)| name.to_owned())
            }
            line if line.starts_with(|c: char| c.is_ascii_digit()) => line.split_once('.').map(|(n, _)| n.to_owned()),
            _ => None,
        };
        text.lines().filter_map(kind).collect::<Vec<String>>()
    };
    assert_eq!(shape("docs/tour.md"), shape("docs/tour.en.md"));
    for (document, lang) in [("docs/tour.md", "-zh.png"), ("docs/tour.en.md", "-en.png")] {
        assert!(pictures(document).iter().all(|picture| picture.to_string_lossy().ends_with(lang)), "{document}");
    }
}
