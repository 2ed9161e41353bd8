//! Doors for the files that the program writes itself: views, walks, recipes, bundles, settings, mappings of tables.

use policy_atlas::catalogue::Catalogue;
use policy_atlas::export::bundle::RECIPE;
use policy_atlas::export::bundle::earlier::{Earlier, Reading};
use policy_atlas::export::recipe::{Recipe, fault_line};
use policy_atlas::import::TableMapping;
use policy_atlas::pages::stage::notes;
use policy_atlas::session::Settings;
use policy_atlas::store::StoredFiles;
use policy_atlas::view::{self, Saved, fit};
use policy_atlas::walk::{self, Walk, fit_walk, step_places};
use policy_atlas::words::Lang;

use super::{INDEX, LANGS};

/// A view is read again from its text, takes another name, and fits a catalogue that it was not made on.
pub fn view(bytes: &[u8]) {
    let mut read = match Saved::read(bytes) {
        Ok(read) => read,
        Err(fault) => return drop(LANGS.map(|lang| fault.line("file", lang))),
    };
    for catalogue in [&*INDEX.catalogue, &Catalogue::empty()] {
        for misfit in fit(&read, catalogue).misfits {
            LANGS.map(|lang| misfit.message(lang));
        }
    }
    let other = view::renamed(bytes, "别名").expect("a view that was read");
    let mut named = read.clone();
    "别名".clone_into(&mut named.name);
    assert_eq!(Saved::read(other.as_bytes()), Ok(named));
    read.unknown.clear();
    assert_eq!(Saved::read(read.write().as_bytes()), Ok(read));
}

/// A walk is read again from its text, has a place for each step, and fits a catalogue that it was not made on.
pub fn walk(bytes: &[u8]) {
    let mut read = match Walk::read(bytes) {
        Ok(read) => read,
        Err(fault) => return drop(LANGS.map(|lang| fault.line("file", lang))),
    };
    assert_eq!(step_places(bytes).len(), read.steps.len());
    let text = read.write(&INDEX.catalogue);
    let again = Walk::read(text.as_bytes()).expect("its own text");
    assert_eq!(again.steps, read.steps);
    assert_eq!(again.write(&INDEX.catalogue), text);
    let fitted = fit_walk(&read, &INDEX);
    for misfit in &fitted.misfits {
        LANGS.map(|lang| misfit.line(&read, &INDEX.catalogue, lang));
    }
    for step in &fitted.walk.steps {
        notes(&step.notes);
        LANGS.map(|lang| step.slide.title(&INDEX.catalogue, lang));
    }
    let other = walk::renamed(bytes, "别名").expect("a walk that was read");
    "别名".clone_into(&mut read.name);
    assert_eq!(Walk::read(other.as_bytes()), Ok(read));
}

/// A recipe is read again from its text, and fits a catalogue that it was not made on.
pub fn recipe(bytes: &[u8]) {
    let mut read = match Recipe::read(bytes) {
        Ok(read) => read,
        Err(fault) => return drop(LANGS.map(|lang| fault_line(&fault, "file", lang))),
    };
    for misfit in read.fit(&INDEX.catalogue).misfits {
        LANGS.map(|lang| misfit.message(lang));
    }
    read.unknown.clear();
    assert_eq!(Recipe::read(read.write().as_bytes()), Ok(read));
}

/// Settings are read from any bytes, and again from their text.
pub fn settings(bytes: &[u8]) {
    let (read, unread) = Settings::read(bytes, Lang::Zh);
    LANGS.map(|lang| unread.as_ref().map(|unread| unread.message(lang)));
    assert_eq!(Settings::read(read.write().as_bytes(), Lang::En), (read.clone(), None));
    assert_eq!(read.over(&read, &read), read);
}

/// What a table's columns mean is read again from its text.
pub fn mapping(bytes: &[u8]) {
    if let Ok(read) = TableMapping::read(bytes) {
        assert_eq!(TableMapping::read(read.write().as_bytes()), Ok(read));
    }
}

/// The files of a bundle are read up to their bounds, whatever the archive says of them.
pub fn bundle(bytes: &[u8]) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("bundle.zip");
    std::fs::write(&path, bytes).expect("a file");
    let Ok(mut files) = StoredFiles::open(&path) else { return };
    if let Ok(text) = files.read(RECIPE, 1 << 20) {
        recipe(&text);
    }
    let mut read = 0;
    let earlier = Earlier::of(&[], &mut |name, most, out| {
        read += 1;
        if files.copy(name, most.min(1 << 20), out).is_ok() { Reading::Whole } else { Reading::Failed }
    });
    assert!(earlier.damaged().len() < read.max(1), "no file is read twice");
}
