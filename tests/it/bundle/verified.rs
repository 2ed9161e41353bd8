//! A replay is the same only where everything was verified, and tells what it says from what it is called.

use super::*;

/// Puts a list of hashes in place of the one of a bundle.
type Relist<'a> = (&'a str, &'a dyn Fn(&str) -> Option<Vec<u8>>);

#[test]
fn what_cannot_be_verified_is_not_the_same_and_what_lies_there_is_compared_all_the_same() {
    let place = Place::new();
    place.done(&["export", "--bundle", "@old"], 0);
    let list = fs::read_to_string(place.path("old").join(SUMS)).unwrap();
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let no_list = "nothing was verified";
    let changed = "changed or taken away after the bundle was made: data/wide.csv";
    let ways: [(Relist<'_>, &str); 9] = [
        (("deleted", &|_| None), no_list),
        (("empty", &|_| Some(Vec::new())), no_list),
        (("UTF-16", &|text| Some([b"\xFF\xFE".to_vec(), utf16(text)].concat())), no_list),
        (("too large", &|text| Some(text.repeat(400).into_bytes())), no_list),
        (("a blank line more", &|text| Some(format!("{text}\n").into_bytes())), changed),
        (("a comment", &|text| Some(format!("# sums\n{text}").into_bytes())), changed),
        (("a byte order mark", &|text| Some(format!("\u{FEFF}{text}").into_bytes())), changed),
        (("no text", &|text| Some([b"\xFF\n", text.as_bytes()].concat())), changed),
        (("every line twice", &|text| Some(text.repeat(2).into_bytes())), changed),
    ];
    for (at, ((what, relist), expected)) in ways.into_iter().enumerate() {
        let name = format!("{at}");
        for is_changed in [false, true] {
            for (file, bytes) in place.bundle("old") {
                let path = place.path(&name).join(file);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, bytes).unwrap();
            }
            match relist(&list) {
                Some(bytes) => fs::write(place.path(&name).join(SUMS), bytes).unwrap(),
                None => fs::remove_file(place.path(&name).join(SUMS)).unwrap(),
            }
            if is_changed {
                let table = place.path(&name).join("data/wide.csv");
                fs::write(&table, fs::read_to_string(&table).unwrap().replacen(',', ";", 1)).unwrap();
            }
            let ran = place.done(&["replay", &format!("@{name}"), "--lang", "en"], 1);
            assert_eq!(ran.out.contains(no_list), expected == no_list, "{what}: {}", ran.out);
            assert_eq!(ran.out.contains(changed), expected == changed && is_changed, "{what}: {}", ran.out);
            assert_eq!(ran.out.contains("# The bundle was not verified"), expected == no_list && !is_changed, "{what}");
            let state =
                |file: &str| ran.out.lines().find(|line| line.contains(&format!("`{file}`"))).unwrap_or_default();
            assert_eq!(state("data/wide.csv").starts_with("- differ: "), is_changed, "{what}: {}", ran.out);
            assert!(state("data/cells.csv").starts_with("- same: "), "{what}: {}", ran.out);
        }
    }
}

#[test]
fn one_byte_changed_anywhere_without_a_list_of_hashes_is_not_the_same() {
    let place = Place::new();
    place.done(&["export", "focus:data", "--figures", "none", "--bundle", "@old"], 0);
    fs::remove_file(place.path("old").join(SUMS)).unwrap();
    for (name, bytes) in place.bundle("old") {
        let path = place.path("old").join(&name);
        for at in [0, bytes.len() / 2, bytes.len() - 1] {
            let mut changed = bytes.clone();
            changed[at] ^= 1;
            fs::write(&path, changed).unwrap();
            let ran = place.run(&["replay", "@old"]);
            assert!(matches!(ran.done, Done::Exit(1 | 2)), "{name}, byte {at}: {}", ran.out);
            assert!(!ran.out.starts_with("相同"), "{name}, byte {at}: {}", ran.out);
        }
        fs::write(&path, bytes).unwrap();
    }
}

#[test]
fn an_entry_far_larger_than_what_is_made_again_is_told_and_not_read_to_its_end() {
    let place = Place::new();
    place.done(&["export", "--bundle", "@old"], 0);
    let mut zip = zip::ZipWriter::new(fs::File::create(place.path("bomb.zip")).unwrap());
    for (name, bytes) in place.bundle("old") {
        zip.start_file(name.as_str(), zip::write::SimpleFileOptions::default()).unwrap();
        let is_bomb = name == "data/cells.csv";
        let bytes = if is_bomb { vec![b'0'; 70 << 20] } else { bytes };
        std::io::Write::write_all(&mut zip, &bytes).unwrap();
    }
    zip.finish().unwrap();
    let ran = place.done(&["replay", "@bomb.zip", "--lang", "en"], 1);
    let line = ran.out.lines().find(|line| line.contains("cells.csv")).unwrap();
    assert!(line.starts_with("- not read to the end"), "{}", ran.out);
    assert!(!line.contains("wide.csv"), "{}", ran.out);
}

#[test]
fn a_short_name_of_a_release_masks_no_number() {
    let place = Place::new();
    let released = |name: &str, policies: &[&str]| {
        let policy = |id: &&str| {
            format!(
                "(id: \"{id}\", region: \"110000\", title: (zh: \"题\"), stage: Final, \
                 events: [(kind: Published, on: \"2023-05\", source: \"s\")]),"
            )
        };
        format!(
            "(schema: 1, id: \"cc\", release: \"{name}\", title: (zh: \"目录\"), \
             focuses: [(id: \"compute\", name: (zh: \"算力\"))], \
             sources: [(id: \"s\", grade: Report, title: \"来源\", published: \"2023-10-30\", covers: All)], \
             policies: [{}], statements: [])",
            policies.iter().map(policy).collect::<String>()
        )
    };
    let both = ["110000-2023-1", "110000-2023-2"];
    for (at, (old, new, policies, by_name, differ)) in [
        ("1", "2", &both[..], &["README.md", "citation.bib", "citation.txt", "recipe.ron"][..], &[][..]),
        ("1", "2", &both[..1], &["recipe.ron"], &["README.md", "citation.bib", "citation.txt"]),
        ("v1", "v2", &both[..1], &["recipe.ron"], &["README.md", "citation.bib", "citation.txt"]),
        ("2023", "2024", &both[..1], &["recipe.ron"], &["README.md", "citation.bib", "citation.txt"]),
        ("2023", "2024", &both[..], &["README.md", "citation.bib", "citation.txt"], &[]),
    ]
    .into_iter()
    .enumerate()
    {
        fs::write(place.path("old.ron"), released(old, policies)).unwrap();
        fs::write(place.path("new.ron"), released(new, &both)).unwrap();
        let bundle = format!("@{at}");
        place.done(&["export", "--catalogue", "@old.ron", "--bundle", &bundle], 0);
        let ran = place.done(&["replay", &bundle, "--catalogue", "@new.ron", "--lang", "en"], 1);
        let line = |start: &str| ran.out.lines().find(|line| line.starts_with(start)).unwrap_or_default().to_owned();
        for (start, names) in [("- differ only in lines", by_name), ("- differ: ", differ)] {
            for name in names {
                assert!(line(start).contains(&format!("`{name}`")), "{old} to {new}, {name}:\n{}", ran.out);
            }
        }
    }
}
