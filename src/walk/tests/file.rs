//! Tests of the file of a walk, and of fitting a walk to another release.

use std::sync::Arc;

use super::*;
use crate::catalogue::{EMBEDDED, load};
use crate::view::{Misfit, View};

/// As it stands in a file.
fn full() -> Walk {
    Walk { sha256: embedded().catalogue.content_sha256(), ..unwritten() }
}

fn text() -> String {
    unwritten().write(&embedded().catalogue)
}

fn unwritten() -> Walk {
    let index = embedded();
    let view = ViewText { query: "focus:data".into(), columns: vec!["title".into()], ..ViewText::default() };
    let compare =
        ViewText { tab: Tab::Compare, comparison: vec!["110000-2023-1".into(), "310000".into()], ..view.clone() };
    let mut figure = Slide::of_figure(FigureKind::Upset, &view);
    figure.name = "组合".into();
    let steps = vec![
        Step {
            notes: "# 提示\n\n- “数据”\t先讲\n".into(), seconds: Some(90), ..Step::new(Slide::of_view(&view))
        },
        Step {
            skip: true,
            ..Step::of_region(&index, index.catalogue.regions.find("武汉").unwrap(), &Query::default())
        },
        Step::new(Slide::of_view(&compare)),
        Step::new(figure),
    ];
    Walk::new("讲 “数据”", steps, &index.catalogue)
}

#[test]
fn a_walk_is_read_back_as_it_was_under_stable_names() {
    let text = text();
    assert_eq!(Walk::read(text.as_bytes()).unwrap(), full());
    assert_eq!(Walk::read(format!("\u{FEFF}{}", text.replace('\n', "\r\n")).as_bytes()).unwrap(), full());
    for line in [
        "    schema: 1,",
        "    name: \"讲 “数据”\",",
        "    catalogue: \"ccid-2023-3\",",
        "    release: \"2026.2\",",
        "    steps: [",
        "            shows: Region,",
        "            lit: Some(\"420100\"),",
        "                \"420100-2023-1\",",
        "            notes: \"# 提示\\n\\n- “数据”\\t先讲\\n\",",
        "            seconds: Some(90),",
        "            skip: true,",
        "            name: \"组合\",",
        "                query: \"focus:data\",",
    ] {
        assert!(text.lines().any(|found| found == line), "{line} is not a line of {text}");
    }
}

#[test]
fn a_walk_typed_by_hand_needs_no_more_than_what_it_shows() {
    let text = "(name: \"手写\", catalogue: \"c\", release: \"1\", steps: [(shows: Overview), (shows: Region, lit: \"510100\", notes: \"一句\")])";
    let walk = Walk::read(text.as_bytes()).unwrap();
    assert_eq!(walk.steps[1].slide.lit.as_deref(), Some("510100"));
    assert_eq!((walk.steps[1].notes.as_str(), walk.steps[0].slide.view.clone()), ("一句", ViewText::default()));
}

#[test]
fn what_is_wrong_with_a_text_is_said_with_its_place() {
    let head = "(name: \"a\", catalogue: \"c\", release: \"r\",\n steps: [";
    for (text, line) in [
        ("", "w.ron: error: the file of the walk is empty"),
        (&format!("{head}(shows: Regions)])"), "w.ron:2:18: error: unknown value Regions"),
        (&format!("{head}(lit: \"510100\")])"), "w.ron:2:24: error: field shows is missing"),
        (&format!("{head}(shows: Table, seconds: -1)])"), "w.ron:2:"),
        (
            "(name: \"\\n\", catalogue: \"c\", release: \"r\", steps: [])",
            "w.ron:1:8: error: the name of the walk is empty",
        ),
        ("(schema: 2)", "w.ron: error: schema 2 is newer than this program's (1)"),
        ("(name: \"a\"", "w.ron:1:9: error: \",\" expected here"),
        ("(name: \"a\", steps: [(shows: Overview, more: Some[])])", "w.ron:1:49: error: RON syntax: Expected option"),
        (EMBEDDED, "w.ron:"),
    ] {
        let told = Walk::read(text.as_bytes()).unwrap_err().line("w.ron", Lang::En);
        assert!(told.starts_with(line), "{text}\n{told}");
    }
}

#[test]
fn fields_of_a_later_version_are_named_once_wherever_they_stand() {
    let text = text().replace("            notes:", "            sound: Some(Bell(3)),\n            notes:");
    let text = text.replace("                query:", "                year: 2030,\n                query:");
    let text = text.replace("    steps:", "    colour: \"red\",\n    steps:");
    let read = Walk::read(text.as_bytes()).unwrap();
    assert_eq!(read.unknown, ["colour", "sound", "year"]);
    assert_eq!(Walk { unknown: Vec::new(), ..read.clone() }, full());
    let told = fit_walk(&read, &embedded()).misfits;
    let lines: Vec<String> = told.iter().map(|misfit| misfit.message(Lang::En)).collect();
    assert!(lines[0].starts_with("\"colour\" in the walk is unknown to this program"), "{lines:?}");
    assert_eq!(lines.len(), 3);
}

/// The sound records of a text: records taken out of it may be referred to elsewhere in it.
fn sound(text: &str) -> Index {
    Index::new(Arc::new(load(text.as_bytes()).catalogue.unwrap()))
}

/// Differences of a walk and a catalogue whose text was changed, one line each.
fn told(walk: &Walk, text: &str) -> Vec<String> {
    let index = sound(text);
    let fitted = fit_walk(walk, &index);
    assert_eq!(fitted.walk.steps.len(), walk.steps.len(), "no step is left out");
    assert_eq!(
        fit_walk(&fitted.walk, &index)
            .misfits
            .iter()
            .filter(|d| !matches!(
                d.what,
                WalkMisfit::Region(_)
                    | WalkMisfit::Silent(_)
                    | WalkMisfit::Figure(_)
                    | WalkMisfit::View(Misfit::Id(_) | Misfit::Unknown(..))
            ))
            .count(),
        0,
        "what has been told is told once"
    );
    fitted.misfits.iter().map(|misfit| misfit.line(walk, &index.catalogue, Lang::En)).collect()
}

/// The embedded catalogue without the records that name a policy.
fn without(id: &str) -> String {
    let at = EMBEDDED.find(&format!("id: \"{id}\"")).unwrap();
    let begin = EMBEDDED[..at].rfind("\n        (").unwrap();
    let end = at + EMBEDDED[at..].find("\n        ),").unwrap() + "\n        ),".len();
    EMBEDDED[..begin].to_owned() + &EMBEDDED[end..]
}

#[test]
fn a_policy_that_has_vanished_is_named_at_its_step_and_the_rest_is_shown() {
    let mut walk = ready(&embedded(), Lang::Zh);
    let at = walk.steps.iter().position(|step| step.slide.lit.as_deref() == Some("420100")).unwrap();
    walk.steps[at].notes = "kept".into();
    let text = without("420100-2023-1").replace("release: \"2026.2\"", "release: \"2026.3\"");
    let lines = told(&walk, &text);
    let step = format!("step {}, \"Wuhan\": policy \"420100-2023-1\" is no longer in the catalogue", at + 1);
    assert!(lines[0].starts_with("the walk was made on release 2026.2 of the catalogue; the open one is 2026.3"));
    assert_eq!(lines[1..], [step]);
    let fitted = fit_walk(&walk, &sound(&text));
    assert!(fitted.walk.steps[at].policies.is_empty() && fitted.walk.steps[at].notes == "kept");
    assert_eq!(fitted.of_step(at).count(), 1);
    assert_eq!(fitted.misfits.iter().filter(|misfit| misfit.is_gone()).count(), 1);
    assert_eq!(fitted.walk.release, "2026.3");
}

#[test]
fn what_a_catalogue_does_not_know_is_named_step_by_step() {
    let mut walk = full();
    walk.steps[0].slide.view.query = "focus:data id:110000-2023-9".into();
    walk.steps[0].slide.view.columns = vec!["focus_colour".into()];
    walk.steps[1].slide.lit = Some("777777".into());
    walk.steps[3].slide.view.figure.kind = "flow".into();
    let lane = Step::new(Slide::of_region("460000", &ViewText::default()));
    let walk = walk.edited(&Edit::Insert { at: 9, step: lane });
    let text =
        EMBEDDED.replace("\"data\"", "\"numbers\"").replace("\"数据\"", "\"数字\"").replace("\"Data\"", "\"Numbers\"");
    let lines = told(&walk, &text);
    for (line, begins) in lines.iter().zip([
        "the catalogue has changed since the walk was made, and kept its release",
        "step 1, \"Focuses by place\": this catalogue does not have what the condition \"focus:data\" names",
        "step 1, \"Focuses by place\": policy \"110000-2023-9\" of the query is not in this catalogue",
        "step 1, \"Focuses by place\": this catalogue has no column \"focus_colour\"; it was left out",
        "step 2, \"777777\": the catalogue has no place \"777777\"",
        "step 3, \"AI innovation source plan, Shanghai\": this catalogue does not have what the condition",
        "step 4, \"组合\": this catalogue does not have what the condition \"focus:data\" names",
        "step 4, \"组合\": there is no figure \"flow\"; the usual one is shown",
        "step 5, \"Hainan\": the catalogue holds no policy of this place and no statement about it",
    ]) {
        assert!(line.starts_with(begins), "{line}\n{begins}");
    }
    assert_eq!(lines.len(), 9);
    let other = Walk { catalogue: "other".into(), ..full() };
    assert_eq!(
        told(&other, EMBEDDED),
        ["the walk was made on another catalogue, \"other\"; the open one is \"ccid-2023-3\""]
    );
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_mutilated_text_is_read_or_refused_and_never_panics(
        from in 0.0..1.0f64, len in 0usize..60,
        put in prop::sample::select(vec![
            "", "(", ")", "[", "]", "\"", "\\", ",", ":", "（", "/*", "//", "\u{202E}", "\u{0}", "\n", "题", "-9", "1e999",
            "Some(", "shows", "steps:", "view: (figure: (kind: 3))",
        ]),
    ) {
        let index = embedded();
        let mut text = text();
        let from = text.floor_char_boundary((text.len() as f64 * from) as usize);
        let to = text.floor_char_boundary((from + len).min(text.len())).max(from);
        text.replace_range(from..to, put);
        match Walk::read(text.as_bytes()) {
            Ok(walk) => {
                let fitted = fit_walk(&walk, &index);
                prop_assert_eq!(fitted.walk.steps.len(), walk.steps.len());
                for step in &fitted.walk.steps {
                    let again = View::fit(&step.slide.view, &index.catalogue);
                    prop_assert_eq!(&ViewText::of(&again.view).query, &step.slide.view.query);
                    step.slide.title(&index.catalogue, Lang::Zh);
                }
                let again = Walk::read(fitted.walk.write(&index.catalogue).as_bytes()).unwrap();
                prop_assert_eq!(again.steps, fitted.walk.steps);
            }
            Err(fault) => prop_assert!(fault.place().is_none_or(|at| at.line >= 1 && at.column >= 1)),
        }
    }
}
