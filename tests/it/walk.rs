//! Walks on the command line: written, checked, and asked for when the window opens.

use std::fs;

use policy_atlas::catalogue::{EMBEDDED, Origin, load};
use policy_atlas::cli::{Done, Present};
use policy_atlas::walk::{Edit, Shows, Walk};

use crate::cli::{Ran, run};

/// A folder to write in.
struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Folder {
        Folder(tempfile::tempdir().unwrap())
    }

    fn path(&self, name: &str) -> String {
        self.0.path().join(name).to_str().unwrap().to_owned()
    }

    /// Writes a walk with these words of the call, and reads it.
    #[track_caller]
    fn walk(&self, args: &[&str]) -> Walk {
        let path = self.path("w.ron");
        let ran = run(&[&["walk", "new", "-o", &path], args].concat());
        assert_eq!(ran.done, Done::Exit(0), "{args:?}: {}", ran.err);
        Walk::read(&fs::read(path).unwrap()).unwrap()
    }

    fn check(&self, args: &[&str]) -> Ran {
        run(&[&["walk", "check", &self.path("w.ron")], args].concat())
    }
}

/// The codes that a call prints, one a line.
fn codes(args: &[&str]) -> Vec<String> {
    run(args).out.lines().map(str::to_owned).collect()
}

#[test]
fn a_walk_goes_through_the_places_that_list_prints() {
    let folder = Folder::new();
    for query in ["focus:algorithm", "", "地区：江苏", "-focus:data month:2023-05", "region:460000"] {
        let walk = folder.walk(&[query]);
        assert_eq!(walk.regions(), codes(&["list", query, "--unit", "region", "--format", "ids"]), "{query}");
        assert_eq!(walk.steps.len(), walk.regions().len() + 2);
        let told: Vec<String> = walk.steps.iter().flat_map(|step| step.policies.clone()).collect();
        assert!(told.iter().all(|id| EMBEDDED.contains(id)), "{told:?}");
        assert_eq!(folder.check(&[]).done, Done::Exit(0));
    }
    let ran = run(&["walk", "new", "region:460000", "-o", &folder.path("w.ron")]);
    assert!(ran.err.starts_with("policy-atlas：") && ran.err.contains("已写出 2 步，0 个地区"), "{}", ran.err);
    // A query may begin with a hyphen, and the walk may go to standard output.
    let ran = run(&["walk", "new", "-openai", "-o", "-"]);
    assert_eq!(Walk::read(ran.out.as_bytes()).unwrap().steps[0].slide.view.query, "-openai");
}

#[test]
fn places_stand_in_the_order_that_the_call_names() {
    let folder = Folder::new();
    let first = |args: &[&str]| folder.walk(args).regions()[..2].iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(first(&[]), ["110000", "131000"]);
    assert_eq!(first(&["--order", "code"]), first(&[]));
    assert_eq!(first(&["--order", "month"]), ["131000", "320100"]);
    assert_eq!(first(&["--order", "emphasis"]), ["510100", "440300"]);
    assert_eq!(first(&["--order", "宁夏，310000"]), ["640000", "310000"]);
    // What the query names, in the order in which it does.
    let asked = folder.walk(&["region:深圳,杭州,北京"]);
    assert_eq!(asked.regions(), ["440300", "330100", "110000"]);
    assert_eq!(asked.name, "深圳、杭州、北京巡讲");
    assert_eq!(folder.walk(&["region:深圳,杭州,北京", "--order", "code"]).regions(), ["110000", "330100", "440300"]);
    let ready = folder.walk(&["--ready"]);
    assert_eq!(ready.regions()[..4], ["510100", "440300", "330100", "110000"]);
    let last: Vec<Shows> = ready.steps.iter().rev().take(2).map(|step| step.slide.shows).collect();
    assert_eq!(last, [Shows::Summary, Shows::Figure]);
    // The language of the file is Chinese unless the call says otherwise.
    assert_eq!(folder.walk(&["--ready", "--lang", "en"]).name, "A walk through the places");
}

#[test]
fn words_of_a_walk_that_are_off_are_named() {
    for (args, told) in [
        (&["walk"][..], "walk 之后应为"),
        (&["walk", "chek"], "没有子命令 walk chek，是否指 check？"),
        (&["walk", "new"], "缺少 --output"),
        (&["walk", "new", "focus:data", "算力", "-o", "x.ron"], "'focus:data 算力'"),
        (&["walk", "new", "focus:dta", "-o", "x.ron"], "第 7 列"),
        (&["walk", "new", "--ready", "focus:data", "-o", "x.ron"], "不能再写 Q"),
        (&["walk", "new", "--ready", "--order", "code", "-o", "x.ron"], "不能再写 --order"),
        (&["walk", "new", "--ordr", "code", "-o", "x.ron"], "是否指 --order"),
        (&["walk", "check", "a.ron", "b.ron"], "多出了“b.ron”"),
        (&["walk", "export", "w.ron", "-o", "x.md", "--pages", "2"], "--pages 只能写成 .pdf"),
        (&["walk", "export", "w.ron", "-o", "x.pdf", "--pages", "6", "--notes"], "每页 6 幅的讲义没有备注"),
        (&["walk", "export", "w.ron", "-o", "x.pdf", "--pages", "3"], "--pages"),
        (&["--present", "w.ron", "walk", "check", "w.ron"], "--present"),
    ] {
        let ran = run(args);
        assert_eq!(ran.done, Done::Exit(2), "{args:?}: {} {}", ran.out, ran.err);
        assert!(ran.err.contains(told), "{args:?}: {}", ran.err);
    }
    for args in [
        &["walk", "check", "no-such.ron"][..],
        &["walk", "new", "--order", "nowhere", "-o", "x.ron"],
        &["walk", "new", "-o", "no/such/folder/x.ron"],
        &["--present", "no-such.ron"],
    ] {
        let ran = run(args);
        assert_eq!(ran.done, Done::Exit(1), "{args:?}: {}", ran.err);
    }
}

#[test]
fn a_handout_is_written_as_asked_for() {
    let folder = Folder::new();
    folder.walk(&["focus:data"]);
    let mut sizes = Vec::new();
    for kind in ["notes", "2", "4", "6"] {
        let path = folder.path(&format!("{kind}.pdf"));
        let ran = run(&["walk", "export", &folder.path("w.ron"), "-o", &path, "--pages", kind]);
        assert_eq!(ran.done, Done::Exit(0), "{kind}: {}", ran.err);
        let bytes = fs::read(path).unwrap();
        assert!(bytes.starts_with(b"%PDF"));
        sizes.push(bytes.len());
    }
    sizes.dedup();
    assert_eq!(sizes.len(), 4, "two kinds are the same");
}

#[test]
fn what_a_release_has_lost_is_named_at_the_line_of_its_step() {
    let folder = Folder::new();
    folder.walk(&["--ready"]);
    let other =
        EMBEDDED.replace("420100-2023-1", "420100-2023-7").replace("release: \"2026.2\"", "release: \"2026.3\"");
    fs::write(folder.path("other.ron"), other).unwrap();
    let ran = folder.check(&["--catalogue", &folder.path("other.ron"), "--lang", "en"]);
    assert_eq!(ran.done, Done::Exit(1), "{}", ran.err);
    let [release, gone] = ran.out.lines().collect::<Vec<_>>()[..] else { panic!("{}", ran.out) };
    let name = folder.path("w.ron");
    assert!(release.starts_with(&format!("{name}: warning: the walk was made on release 2026.2")), "{release}");
    let (at, what) = gone.strip_prefix(&format!("{name}:")).unwrap().split_once(": error: ").unwrap();
    assert!(what.ends_with("\"Wuhan\": policy \"420100-2023-1\" is no longer in the catalogue"), "{what}");
    // The line is that of the step's parenthesis, and its place is the next one to be named.
    let (line, column) = at.split_once(':').unwrap();
    let text = fs::read_to_string(&name).unwrap();
    let from: Vec<&str> = text.lines().skip(line.parse::<usize>().unwrap() - 1).collect();
    assert_eq!((from[0].find('(').map(|at| at + 1), column.parse().ok()), (Some(9), Some(9)));
    assert_eq!(from.iter().find(|line| line.contains("lit:")).unwrap().trim(), "lit: Some(\"420100\"),");
    // The same release with nothing lost is no fault.
    fs::write(folder.path("same.ron"), EMBEDDED.replacen("(\n", "( // mine\n", 1)).unwrap();
    let ran = folder.check(&["--catalogue", &folder.path("same.ron")]);
    assert_eq!((ran.done, ran.out.as_str()), (Done::Exit(0), ""), "comments are no content");
    let changed = EMBEDDED.replace("苏州、无锡提出探索与元宇宙有关的算法", "苏州、无锡提出探索元宇宙的算法");
    fs::write(folder.path("changed.ron"), changed).unwrap();
    let ran = folder.check(&["--catalogue", &folder.path("changed.ron"), "--lang", "en"]);
    assert_eq!(ran.done, Done::Exit(0));
    assert!(ran.out.contains("warning: the catalogue has changed since the walk was made"), "{}", ran.out);
}

#[test]
fn what_is_wrong_with_the_file_is_said_with_its_place() {
    let folder = Folder::new();
    for (text, told) in [
        (
            "(name: \"a\", catalogue: \"c\", release: \"r\",\nsteps: [(shows: Regions)])",
            ":2:17: error: unknown value Regions",
        ),
        ("(schema: 9)", ": error: schema 9 is newer"),
        ("", ": error: the file of the walk is empty"),
    ] {
        fs::write(folder.path("w.ron"), text).unwrap();
        let ran = folder.check(&["--lang", "en"]);
        assert_eq!(ran.done, Done::Exit(1));
        assert!(ran.out.starts_with(&format!("{}{told}", folder.path("w.ron"))), "{}", ran.out);
        let ran = run(&["--present", &folder.path("w.ron"), "--lang", "en"]);
        assert_eq!(ran.done, Done::Exit(2), "{}", ran.err);
        assert!(ran.err.contains(told), "{}", ran.err);
    }
}

#[test]
fn a_call_presents_the_ready_walk_or_one_that_it_names() {
    let folder = Folder::new();
    let walk = folder.walk(&["focus:data"]);
    let path = folder.path("w.ron");
    let mine = Some(Present::Walk(Box::new(walk)));
    fs::write(folder.path("a.ron"), EMBEDDED).unwrap();
    let file = folder.path("a.ron");
    for (args, present, file, query) in [
        (&["--present"][..], Some(Present::Ready), None, None),
        (&["--present", &path], mine.clone(), None, None),
        (&[&file, "--present"], Some(Present::Ready), Some(&file), None),
        (&[&file, "--present", &path], mine.clone(), Some(&file), None),
        (&["--present", "--query", "focus:data"], Some(Present::Ready), None, Some("focus:data")),
        (&["--query", "list", "--present"], Some(Present::Ready), None, Some("list")),
        (&[&format!("--present={path}"), &file], mine, Some(&file), None),
        (&[], None, None, None),
    ] {
        let ran = run(args);
        let Done::Window(window) = ran.done else { panic!("{args:?}: {}", ran.err) };
        assert_eq!(window.present, present, "{args:?}");
        assert_eq!(
            (window.catalogue, window.query.as_deref()),
            (file.map_or_else(Origin::default, |file| Origin::File(file.into())), query),
            "{args:?}"
        );
    }
}

#[test]
fn what_is_left_behind_has_every_place_and_notes_only_by_choice() {
    let folder = Folder::new();
    let walk = folder.walk(&["focus:data"]);
    let noted = walk.edited(&Edit::Notes { at: 1, notes: "只给讲者：慢些".into() });
    let catalogue = load(EMBEDDED.as_bytes()).catalogue.unwrap();
    fs::write(folder.path("w.ron"), noted.write(&catalogue)).unwrap();
    let export = |args: &[&str]| run(&[&["walk", "export", &folder.path("w.ron")], args].concat());
    let left = |name: &str, args: &[&str]| {
        let ran = export(&[&["-o", &folder.path(name)], args].concat());
        assert_eq!(ran.done, Done::Exit(0), "{}", ran.err);
        assert!(ran.err.starts_with("已写出 5 步，3 个地区："), "{}", ran.err);
        fs::read(folder.path(name)).unwrap()
    };
    let text = String::from_utf8(left("w.md", &[])).unwrap();
    for name in ["北京市", "成都市", "杭州市"] {
        assert!(text.contains(name), "{name}: {text}");
    }
    assert!(!text.contains("只给讲者"));
    assert!(String::from_utf8(left("n.md", &["--notes"])).unwrap().contains("只给讲者：慢些"));
    assert!(left("w.pdf", &[]).starts_with(b"%PDF"));
    assert_eq!(left("w.pdf", &[]), left("again.pdf", &[]));
    // A folder has a picture a page, at least one a step, and is not written into when it holds anything.
    let pictures = folder.path("pictures");
    assert_eq!(export(&["-o", &pictures]).done, Done::Exit(0));
    let names: Vec<String> =
        fs::read_dir(&pictures).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    assert!(names.len() >= 5 && names.iter().all(|name| name.ends_with(".png")), "{names:?}");
    assert_eq!(export(&["-o", &pictures]).done, Done::Exit(1));
    for name in ["w.docx", "-"] {
        let ran = export(&["-o", name]);
        assert_eq!(ran.done, Done::Exit(2), "{}", ran.err);
        assert!(ran.err.contains(".pdf"), "{}", ran.err);
    }
    // Over a catalogue that has lost something, what remains is written and what is lost is told.
    fs::write(folder.path("other.ron"), EMBEDDED.replace("510100-2023-1", "510100-2023-7")).unwrap();
    let ran = export(&["-o", &folder.path("other.md"), "--catalogue", &folder.path("other.ron")]);
    assert_eq!(ran.done, Done::Exit(1));
    assert!(ran.err.contains("510100-2023-1"), "{}", ran.err);
    assert!(fs::read_to_string(folder.path("other.md")).unwrap().contains("成都市"));
}

/// Keys are named as the window's library names them, so that a key pressed is a key looked up.
#[cfg(feature = "gui")]
#[test]
fn keys_of_the_stage_have_the_names_that_the_window_gives_them() {
    for binding in policy_atlas::walk::BINDINGS {
        for name in binding.names {
            assert_eq!(egui::Key::from_name(name).map(egui::Key::name), Some(*name));
        }
    }
}
