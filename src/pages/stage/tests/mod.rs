//! Tests of the stage: whatever the step, the size, the language and the catalogue, a room can read all of it.

mod silent;

use super::*;
use crate::figures::scene::Label;
use crate::look::{DARK, LIGHT, Point, Rect, Size, Weight};
use crate::query::{FigureKind, NamedShare, Unit};
use crate::tests::{embedded, generated, index_of};
use crate::view::ViewText;
use crate::walk::{Step, ready};

/// Names, titles and sources of a length that nobody would choose.
fn long_names() -> Index {
    let focuses: Vec<String> = (0..14)
        .map(|n| {
            format!(
                "(id: \"f{n}\", name: (zh: \"很长很长的方向名称之{n}\", en: \"A focus with a very long name {n}\"))"
            )
        })
        .collect();
    let policies: Vec<String> = (0..9)
        .map(|n| {
            format!(
                "(id: \"990001-2023-{n}\", region: \"990001\", title: (zh: \"{}\", en: \"{}\"), stage: Draft, events: [(kind: Published, on: \"2023-0{}\", version: Own, source: \"s\")])",
                "关于一件说来话长的事情的若干意见".repeat(8 * n + 1),
                "Opinions on a matter that takes long to tell ".repeat(4 * n + 1).trim(),
                n % 3 + 1
            )
        })
        .collect();
    let statements: Vec<String> = (0..4)
        .map(|n| {
            format!(
                "(id: \"R{n}\", kind: Focus, of: Regions([\"990001\", \"110000\", \"650000\"]), focuses: [\"f{n}\", \"f13\"], strength: Core, list: Open, assigned_by: Coder, version: Own, summary: (zh: \"{}\", en: \"{}\"), source: \"s\")",
                "一句没有尽头的话，说了又说".repeat(40 * n + 1),
                "A sentence without an end ".repeat(60 * n + 1).trim(),
            )
        })
        .collect();
    index_of(&format!(
        "(schema: 1, id: \"long\", release: \"1\", title: (zh: \"长\"), default_sources: [\"s\"], focuses: [{}], sources: [(id: \"s\", grade: Report, title: \"{}\", covers: All)], regions: [(code: \"990001\", name: (zh: \"{}\", en: \"{}\"), kind: City)], policies: [{}], statements: [{}])",
        focuses.join(","),
        "一个长得没有尽头的来源题名".repeat(30),
        "名字很长的地方".repeat(30),
        "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch".repeat(3),
        policies.join(","),
        statements.join(","),
    ))
}

/// Every kind of slide, seen through these lines of query.
fn slides(index: &Index, lines: &[&str]) -> Vec<Slide> {
    let catalogue = &index.catalogue;
    let codes: Vec<String> = catalogue.regions.iter().map(|(_, region)| region.code.clone()).collect();
    let walked = ready(index, Lang::Zh);
    let mut compared: Vec<String> = walked.regions().into_iter().map(str::to_owned).take(8).collect();
    let ids: Vec<String> = catalogue.policies.iter().take(3).map(|policy| policy.id.clone()).collect();
    let mut out: Vec<Slide> = Vec::new();
    for line in lines {
        let view = ViewText { query: (*line).to_owned(), milestones: true, ..ViewText::default() };
        let kinds = [Shows::Overview, Shows::Table, Shows::Summary, Shows::Comparison, Shows::Region];
        out.extend(kinds.map(|shows| Slide::new(shows, view.clone())));
        out.push(Slide::new(Shows::Table, ViewText { unit: Unit::Region, ..view.clone() }));
        for comparison in [compared.clone(), ids.clone(), codes.iter().take(1).cloned().collect()] {
            let mine = comparison.first().cloned();
            out.push(Slide::new(Shows::Comparison, ViewText { comparison: comparison.clone(), mine, ..view.clone() }));
            out.push(Slide::new(Shows::Comparison, ViewText { comparison, ..view.clone() }));
        }
        compared.truncate(5);
        for kind in FigureKind::ALL {
            for unit in [Unit::Policy, Unit::Region] {
                let mut slide = Slide::of_figure(*kind, &view);
                slide.view.milestones = true;
                slide.view.figure.unit = Some(unit);
                out.push(slide);
            }
        }
        let places = walked.regions().into_iter().take(12).map(str::to_owned);
        let odd = ["340100", "330000", "000000"].map(str::to_owned);
        out.extend(places.chain(odd).map(|code| Slide::of_region(&code, &view)));
    }
    let mut named = Slide::of_region("110000", &ViewText::default());
    named.name = "这一步的名字是讲的人自己起的，长到一页也放不下".repeat(12);
    out.push(named);
    out
}

const SIZES: [Size; 7] = [
    Size::new(1280.0, 720.0),
    Size::new(1920.0, 1080.0),
    Size::new(3840.0, 2160.0),
    Size::new(1024.0, 768.0),
    Size::new(1280.0, 1024.0),
    Size::new(800.0, 1400.0),
    Size::new(333.0, 217.0),
];

/// Text without the spaces that lines are broken at.
fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn joined(scene: &Scene) -> String {
    scene.labels().map(|label| bare(&label.text)).collect()
}

#[track_caller]
fn check_page(scene: &Scene, ask: &StageAsk<'_>, content: &Content, what: &str) {
    let page = Rect::new(0.0, 0.0, scene.width, scene.height);
    let mut labels: Vec<&Label> = scene.labels().collect();
    labels.sort_by(|a, b| a.rect().y.total_cmp(&b.rect().y));
    for (n, label) in labels.iter().enumerate() {
        let (rect, text) = (label.rect(), &label.text);
        let inside = rect.x >= 0.0 && rect.y >= 0.0 && rect.right() <= page.w && rect.bottom() <= page.h;
        assert!(inside, "{what}: '{text}' lies outside: {rect:?} of {page:?}");
        assert!(label.font.size >= scene.height / 30.0 - 0.01, "{what}: '{text}' is {} high", label.font.size);
        for other in labels[n + 1..].iter().take_while(|other| other.rect().y < rect.bottom()) {
            assert!(
                !rect.overlaps(other.rect()),
                "{what}: '{text}' {rect:?} overlaps '{}' {:?}",
                other.text,
                other.rect()
            );
        }
    }
    let title: String = labels
        .iter()
        .filter(|label| label.font.size >= scene.height / 18.0 - 0.01 && label.font.weight == Weight::Bold)
        .map(|label| bare(&label.text))
        .collect();
    assert!(!title.is_empty(), "{what}: no title");
    let known = [bare(&content.title), bare(&content.brief)];
    assert!(known.iter().any(|known| known.contains(&title)), "{what}: '{title}' is no title of {known:?}");
    assert_eq!(scene.missing(), Vec::<char>::new(), "{what}");
    // What the page rests on stands at its foot, or is said to stand on the last page.
    let all = joined(scene);
    let whole = bare(&[content.sources.as_str(), &content.catalogue].map(str::to_owned).join(" · "));
    let at_end = bare(T::SourcesAtEnd.get(ask.lang));
    let foot = bare(whole.trim_start_matches('·'));
    assert!(all.contains(&foot) || all.contains(&at_end), "{what}: no source line in {all}");
    for mark in &scene.marks {
        let r = mark.rect;
        assert!(!mark.words.is_empty(), "{what}: a mark without words");
        assert!(r.x >= -0.1 && r.y >= -0.1 && r.right() <= page.w + 0.1 && r.bottom() <= page.h + 0.1, "{what}: {r:?}");
    }
}

/// Whether a text stands on the pages whole: its lines one after the other, others between them or not.
fn stands(pages: &[Scene], text: &str) -> bool {
    let wanted = bare(text);
    let labels: Vec<String> = pages.iter().flat_map(Scene::labels).map(|label| bare(&label.text)).collect();
    let unnumbered = |label: &str| label.trim_start_matches(|c: char| c.is_ascii_digit()).to_owned();
    let from = |first: &str, begin: usize| {
        let mut rest = wanted.as_str();
        let others = labels[begin + 1..].iter().map(String::as_str);
        for (n, label) in std::iter::once(first).chain(others).filter(|label| !label.is_empty()).enumerate() {
            // A last line may go on with something else.
            if label.starts_with(rest) {
                return true;
            }
            rest = rest.strip_prefix(label).unwrap_or(rest);
            if n == 0 && rest.len() == wanted.len() {
                return false;
            }
        }
        rest.is_empty()
    };
    let begins = |(at, label): (usize, &String)| from(label, at) || from(&unnumbered(label), at);
    labels.concat().contains(&wanted) || labels.iter().enumerate().any(begins)
}

/// The texts of a step that no page may lose.
fn texts(content: &Content) -> Vec<String> {
    let mut out = vec![content.title.clone(), content.under.clone()];
    for part in &content.parts {
        match part {
            Part::Heading(text) | Part::Strong(text) | Part::Text(text) | Part::Small(text) => out.push(text.clone()),
            Part::Focuses(focuses) => out.extend(focuses.iter().flat_map(|f| [f.name.clone(), f.of.clone()])),
            Part::Policies(policies) => {
                for policy in policies {
                    out.push(policy.title.clone());
                    out.extend(policy.facts.iter().cloned());
                    out.extend(policy.later.iter().cloned());
                }
            }
            Part::Points(points) => {
                for point in points {
                    out.extend([point.lead.clone(), point.text.clone(), point.source.clone()]);
                    out.extend(point.notes.iter().cloned());
                }
            }
            Part::Grid(grid) => {
                out.extend(grid.rows.iter().map(|row| row.name.clone()));
                let entries = grid.rows.iter().flat_map(|row| &row.entries);
                out.extend(entries.filter_map(|entry| match entry {
                    GridEntry::Text(text) => Some(text.clone()),
                    _ => None,
                }));
            }
            Part::Bars(bars) => out.extend(bars.rows.iter().flat_map(|bar| [bar.name.clone(), bar.words.clone()])),
            Part::Moments(moments) => {
                for moment in moments {
                    out.push(moment.when.clone());
                    out.extend(moment.entries.iter().map(|entry| entry.text.clone()));
                }
            }
        }
    }
    out.retain(|text| !bare(text).is_empty());
    out
}

/// Lays every slide out and checks each page; the texts once.
fn check(index: &Index, lines: &[&str], sizes: &[Size]) {
    let walk = ready(index, Lang::Zh);
    let among = walk.regions();
    for (at, slide) in slides(index, lines).iter().enumerate() {
        for layer in [Layer::Face, Layer::Statements] {
            for (n, size) in sizes.iter().enumerate() {
                let lang = if (at + n) % 2 == 0 { Lang::Zh } else { Lang::En };
                check_slide(&StageAsk { kept: None, index, among: &among, slide, layer, lang }, *size, n < 2);
            }
        }
    }
}

fn check_slide(ask: &StageAsk<'_>, size: Size, reads: bool) {
    let slide = ask.slide;
    let what = format!(
        "{:?} {:?} {:?} {:?} {} '{}' {size:?} {:?}",
        slide.shows,
        slide.lit,
        slide.view.comparison,
        slide.view.figure,
        slide.view.unit.id(),
        slide.view.query,
        ask.lang
    );
    let (light, dark) = (Sheet { size, palette: &LIGHT }, Sheet { size, palette: &DARK });
    let step = stage(ask, &light);
    assert!(!step.pages.is_empty() || ask.layer == Layer::Statements, "{what}: no page");
    let Some(content) = told(ask) else {
        assert!(step.pages.is_empty());
        return;
    };
    let count = step.pages.len();
    for (n, scene) in step.pages.iter().enumerate() {
        let what = format!("{what}, page {} of {count}", n + 1);
        assert_eq!((scene.width, scene.height), (size.w, size.h.min(size.w)), "{what}");
        check_page(scene, ask, &content, &what);
        let number = T::PageOf.fill(ask.lang, &[("k", &(n + 1)), ("n", &count)]);
        assert!(count == 1 || scene.labels().any(|label| label.text == number), "{what}: its number");
    }
    if reads {
        for text in texts(&content) {
            assert!(stands(&step.pages, &text), "{what}: '{text}' is cut");
        }
        // Colours alone tell the themes apart.
        let places = |pages: &[Scene]| -> Vec<(String, Point)> {
            pages.iter().flat_map(Scene::labels).map(|label| (label.text.clone(), label.at)).collect()
        };
        let other = stage(ask, &dark);
        assert_eq!(places(&step.pages), places(&other.pages), "{what}");
        assert!(other.pages.iter().all(|page| page.ground == DARK.surface), "{what}");
    }
}

#[test]
fn a_room_reads_every_step_of_the_shipped_catalogue() {
    check(&embedded(), &["", "source:any", "stage:draft", "id:none"], &SIZES);
}

#[test]
fn a_room_reads_every_step_of_a_catalogue_with_nothing_in_it() {
    check(&generated(0), &["", "focus:compute"], &SIZES[..4]);
    check(&generated(1), &["", "source:any"], &SIZES[..4]);
}

#[test]
fn a_room_reads_every_step_whatever_the_names() {
    check(&long_names(), &["", "focus:f3"], &[SIZES[0], SIZES[3], SIZES[5], SIZES[6]]);
}

#[test]
fn a_room_reads_every_step_of_400_places() {
    check(&generated(2_000), &["source:any"], &SIZES[..1]);
}

#[test]
#[should_panic(expected = "is cut")]
fn a_text_that_is_not_whole_is_found() {
    let index = embedded();
    let slide = Slide::of_region("510100", &ViewText::default());
    let ask = StageAsk { kept: None, index: &index, among: &[], slide: &slide, layer: Layer::Face, lang: Lang::Zh };
    let pages = stage(&ask, &Sheet { size: SIZES[0], palette: &LIGHT }).pages;
    assert!(stands(&pages, "成都市关于进一步促进人工智能产业高质量发展的若干政策措施（试行）"), "is cut");
}

#[test]
fn a_name_above_a_column_is_never_broken_inside_a_word() {
    let index = embedded();
    let walk = ready(&index, Lang::Zh);
    let comparison: Vec<String> = walk.regions().into_iter().take(8).map(str::to_owned).collect();
    let slide = Slide::new(Shows::Comparison, ViewText { comparison: comparison.clone(), ..ViewText::default() });
    for size in &SIZES[..5] {
        let ask = StageAsk { kept: None, index: &index, among: &[], slide: &slide, layer: Layer::Face, lang: Lang::En };
        let pages = stage(&ask, &Sheet { size: *size, palette: &LIGHT }).pages;
        for code in &comparison {
            let name = index.catalogue[index.catalogue.regions.by_code(code).unwrap()].name.get(Lang::En);
            let is_whole = pages.iter().flat_map(Scene::labels).any(|label| label.text == name);
            assert!(is_whole, "{size:?}: {name}");
        }
    }
}

#[test]
fn a_step_says_every_title_name_and_statement_of_its_place() {
    for index in [embedded(), generated(60)] {
        let catalogue = &index.catalogue;
        let walk = ready(&index, Lang::Zh);
        let among = walk.regions();
        for step in walk.steps.iter().filter(|step| step.slide.shows == Shows::Region) {
            let place = catalogue.regions.by_code(step.slide.lit.as_deref().unwrap()).unwrap();
            for lang in [Lang::Zh, Lang::En] {
                let pages = |layer| {
                    let ask = StageAsk { kept: None, index: &index, among: &among, slide: &step.slide, layer, lang };
                    stage(&ask, &Sheet { size: SIZES[0], palette: &LIGHT }).pages
                };
                let (face, statements) = (pages(Layer::Face), pages(Layer::Statements));
                assert!(stands(&face, catalogue[place].name.get(lang)));
                let policies = index.policies_in(place);
                for policy in policies {
                    let policy = &catalogue[*policy];
                    assert!(stands(&face, policy.title.get(lang)), "{}", policy.id);
                    assert!(stands(&face, policy.stage.name(lang)), "{}", policy.id);
                }
                let lens = crate::query::Lens::default_of(catalogue);
                let own = policies.iter().flat_map(|policy| index.of_policy(*policy));
                let said = own.chain(index.of_region(place)).filter(|i| lens.holds(&catalogue[**i]));
                for statement in said.map(|i| &catalogue[*i]) {
                    assert!(stands(&statements, statement.summary.get(lang)), "{}", statement.id);
                    assert!(stands(&statements, &catalogue[statement.source].short_name(lang)), "{}", statement.id);
                }
            }
        }
    }
}

#[test]
fn what_sets_a_place_apart_is_told_among_the_places_of_the_walk() {
    let index = embedded();
    let of = |among: &[&str], code: &str| {
        let slide = Slide::of_region(code, &ViewText::default());
        let ask = StageAsk { kept: None, index: &index, among, slide: &slide, layer: Layer::Face, lang: Lang::Zh };
        let content = told(&ask).unwrap();
        let points = content.parts.into_iter().filter_map(|part| match part {
            Part::Points(points) => Some(points),
            _ => None,
        });
        points.flatten().map(|point| format!("{} {}", point.lead, point.text)).collect::<Vec<_>>()
    };
    let walk = ready(&index, Lang::Zh);
    let all = walk.regions();
    assert!(
        of(&all, "320500").contains(&"应用 所比 11 地中来源点到 2 地：北京、苏州，另有未列出的地方".to_owned()),
        "{:?}",
        of(&all, "320500")
    );
    // Among others the count is another, and one place of three is alone.
    let few = of(&["110000", "310000", "440300"], "310000");
    assert!(few.contains(&"算力 所比 3 地中来源只点到此地，另有未列出的地方".to_owned()), "{few:?}");
    // Of two places nothing is rare: the result is asked instead.
    assert_eq!(of(&["110000", "320500"], "320500"), of(&all, "320500"));
}

#[test]
fn a_draft_is_called_one_and_a_later_version_another_text() {
    let index = embedded();
    let slide = Slide::of_region("420100", &ViewText::default());
    let ask = StageAsk { kept: None, index: &index, among: &[], slide: &slide, layer: Layer::Face, lang: Lang::Zh };
    let policies = told(&ask).unwrap().parts.into_iter().find_map(|part| match part {
        Part::Policies(policies) => Some(policies),
        _ => None,
    });
    let [policy] = policies.unwrap().try_into().unwrap();
    assert!(policy.facts.contains(&"征求意见稿".to_owned()), "{policy:?}");
    assert_eq!(policy.later, ["另有正式文本，是另一份文件：2023-11-02 见诸报道 · 来源为官方 · 不在所选来源内"]);
}

/// The texts of each page of a place of the embedded catalogue, beside these others.
fn pages_of(code: &str, among: &[&str], place: StepPlace) -> Vec<Vec<String>> {
    let index = embedded();
    let slide = Slide::of_region(code, &ViewText::default());
    let ask = StageAsk { kept: None, index: &index, among, slide: &slide, layer: Layer::Face, lang: Lang::Zh };
    let content = Content { place, ..told(&ask).unwrap() };
    let pages = laid_out(&content, &Sheet { size: SIZES[0], palette: &LIGHT }, Lang::Zh);
    pages.iter().map(|page| page.labels().map(|label| label.text.clone()).collect()).collect()
}

#[test]
fn a_page_explains_the_signs_on_it_and_no_others() {
    let index = embedded();
    let among = ready(&index, Lang::Zh);
    let [first, second]: [Vec<String>; 2] =
        pages_of("510100", &among.regions(), StepPlace::Unsaid).try_into().expect("two pages");
    let has = |page: &[String], text: &str| page.iter().any(|one| one == text);
    for (text, on) in
        [("点名政策", [true, false]), ("只说到该地", [true, true]), ("空白", [true, false]), ("≥", [true, false])]
    {
        assert_eq!([has(&first, text), has(&second, text)], on, "{text} in {first:?}, {second:?}");
    }
    assert_eq!([has(&first, "数字"), has(&second, "数字")], [true, false]);
}

#[test]
fn a_page_says_which_step_it_is_of_how_many_and_that_a_detour_is_one() {
    for (place, says) in [
        (StepPlace::Unsaid, None),
        (StepPlace::Step(2, 14), Some("第 2 步，共 14 步")),
        (StepPlace::Detour(3), Some("临时查看 · R 回到第 3 步")),
    ] {
        for page in pages_of("510100", &[], place) {
            let found: Vec<&String> = page.iter().filter(|text| text.contains(" 步") && text.contains("第 ")).collect();
            assert_eq!(found, says.iter().collect::<Vec<_>>(), "{place:?}");
        }
    }
}

#[test]
fn every_page_of_a_step_has_its_denominator() {
    let index = generated(200);
    let slide = Slide::new(Shows::Overview, ViewText::default());
    let ask = StageAsk { kept: None, index: &index, among: &[], slide: &slide, layer: Layer::Face, lang: Lang::Zh };
    let content = told(&ask).unwrap();
    let pages = laid_out(&content, &Sheet { size: SIZES[0], palette: &LIGHT }, Lang::Zh);
    assert!(pages.len() > 1 && !content.under.is_empty());
    for page in &pages {
        assert!(page.labels().any(|label| label.text == content.under), "no “{}”", content.under);
    }
}

#[test]
fn places_that_nobody_looked_at_are_told_of_once_a_page() {
    let [first, ..] = &pages_of("510100", &["110000", "310000", "340100"], StepPlace::Unsaid)[..] else { panic!() };
    let told: Vec<&String> = first.iter().filter(|text| text.contains("没有来源考察")).collect();
    assert_eq!(told, ["各方向的分母不含没有来源考察的 1 地"]);
    assert!(first.iter().any(|text| text == "≥ 1/3 地"), "{first:?}");
}

#[test]
fn what_several_places_do_names_the_others_where_it_only_counts_them() {
    let index = embedded();
    let among = ready(&index, Lang::Zh);
    let [first, ..] = &pages_of("510100", &among.regions(), StepPlace::Unsaid)[..] else { panic!() };
    let line = first.iter().find(|text| text.starts_with("四地用")).unwrap();
    assert!(line.contains("同时说到") && line.contains("杭州"), "{line}");
}

#[test]
fn nothing_of_a_step_that_is_the_presenters_is_on_its_pages() {
    // A step has notes, a slide has none: the stage is asked with slides.
    let index = embedded();
    let mut step = Step::new(Slide::of_region("110000", &ViewText::default()));
    let pages = |step: &Step| {
        let ask =
            StageAsk { kept: None, index: &index, among: &[], slide: &step.slide, layer: Layer::Face, lang: Lang::Zh };
        stage(&ask, &Sheet { size: SIZES[0], palette: &LIGHT })
    };
    let before = pages(&step);
    step.notes = "别忘了说这个".to_owned();
    assert_eq!(before, pages(&step));
}

#[test]
fn numbers_on_stage_are_those_of_the_query() {
    let index = embedded();
    for line in ["", "source:any", "region:330000,320000", "stage:draft"] {
        let query = crate::query::parse(line, &index.catalogue).unwrap();
        let outcome = crate::query::run(&index, &query, Unit::Region);
        let counts = crate::query::focus_counts(&index, &query, &outcome);
        let slide = Slide::new(Shows::Overview, ViewText { query: line.to_owned(), ..ViewText::default() });
        let ask = StageAsk { kept: None, index: &index, among: &[], slide: &slide, layer: Layer::Face, lang: Lang::Zh };
        let Some(Part::Grid(grid)) = told(&ask).unwrap().parts.into_iter().next() else { panic!("{line}") };
        assert_eq!(grid.rows.len(), outcome.rows.len());
        let is_floor = counts.iter().any(|count| count.stated.is_floor);
        let signs = legend(&told(&ask).unwrap(), Lang::Zh);
        assert_eq!(signs.iter().any(|(sign, _)| *sign == Sign::Word("≥")), is_floor, "{line}");
        for (at, (column, count)) in grid.columns.iter().zip(&counts).enumerate() {
            let stated = grid.rows.iter().filter(|row| match &row.entries[at] {
                GridEntry::Cell(cell, _) | GridEntry::Many(cell, ..) => cell.strength.is_stated(),
                _ => false,
            });
            assert_eq!(stated.count(), count.stated.count, "{line}");
            // A silence is told in words.
            let said = match count.stated.count {
                0 if count.covered > 0 => format!("{} 个未提及", count.covered),
                _ => format!("{} / {}", count.stated, count.covered),
            };
            assert!(column.under.starts_with(&said), "{}", column.under);
        }
    }
}

#[test]
fn notes_keep_their_headings_lists_and_links_as_text() {
    let found = notes("# 开场\n\n先问 **一个** 问题，见 [报告](https://a.example)。\n\n- 甲\n  - 乙\n\n3. 丙\n4. 丁\n");
    let item = NoteLine::Item;
    let expected = [
        (NoteLine::Heading, "开场"),
        (NoteLine::Paragraph, "先问 一个 问题，见 报告 (https://a.example)。"),
        (item(1, None), "甲"),
        (item(2, None), "乙"),
        (item(1, Some(3)), "丙"),
        (item(1, Some(4)), "丁"),
    ];
    let found: Vec<(NoteLine, &str)> = found.iter().map(|note| (note.line, note.text.as_str())).collect();
    assert_eq!(found, expected);
    assert!(notes("").is_empty());
}

#[test]
fn no_condition_is_blamed_where_there_is_no_policy_to_find() {
    let blames = |index: &Index, view: ViewText| {
        let slide = Slide::new(Shows::Summary, view);
        let ask = StageAsk { kept: None, index, among: &[], slide: &slide, layer: Layer::Face, lang: Lang::Zh };
        let pages = stage(&ask, &Sheet { size: SIZES[0], palette: &LIGHT });
        format!("{pages:?}").contains(T::NothingWhy.get(Lang::Zh))
    };
    assert!(!blames(&generated(0), ViewText::default()));
    assert!(blames(&embedded(), ViewText { query: "id:none".to_owned(), ..ViewText::default() }));
}

#[test]
fn claims_about_all_places_are_no_part_of_a_show_of_some() {
    let index = embedded();
    let has_claims = |query: &str| {
        let slide = Slide::new(Shows::Summary, ViewText { query: query.to_owned(), ..ViewText::default() });
        let ask = StageAsk { kept: None, index: &index, among: &[], slide: &slide, layer: Layer::Face, lang: Lang::Zh };
        format!("{:?}", told(&ask).unwrap().parts).contains(T::ClaimsDiffer.get(Lang::Zh))
    };
    assert!(has_claims(""));
    assert!(!has_claims("region:320000,330000"));
}

#[test]
fn many_policies_of_a_place_are_shared_on_stage_as_in_the_overview() {
    let index = generated(200);
    let outcome = crate::query::run(&index, &crate::query::Query::default(), Unit::Region);
    let shares = crate::query::NamedShares::of(&index, &outcome);
    assert!(shares.any());
    let told_of = |slide: &Slide| {
        let kept = KeptResult::default();
        let ask = StageAsk { kept: Some(&kept), index: &index, among: &[], slide, layer: Layer::Face, lang: Lang::Zh };
        told(&ask).unwrap()
    };
    let content = told_of(&Slide::new(Shows::Overview, ViewText::default()));
    let has_share = |content: &Content| legend(content, Lang::Zh).iter().any(|(sign, _)| *sign == Sign::Share);
    assert!(has_share(&content));
    let Part::Grid(grid) = &content.parts[0] else { panic!("no grid") };
    for (row, place) in grid.rows.iter().zip(&outcome.rows) {
        let place = place.region(&index.catalogue);
        for (entry, focus) in row.entries.iter().zip(index.catalogue.focus_idxs()) {
            let share = if let GridEntry::Many(_, share, _) = entry { Some(*share) } else { None };
            let part = shares.get(place, focus).filter(|share| share.is_part());
            assert_eq!(share, part, "{}", row.name);
        }
        let slide = Slide::of_region(&index.catalogue[place].code, &ViewText::default());
        let content = told_of(&slide);
        let Part::Focuses(focuses) = &content.parts[0] else { panic!("no focuses") };
        for (mark, focus) in focuses.iter().zip(index.catalogue.focus_idxs()) {
            assert_eq!(mark.share, shares.get(place, focus), "{}", row.name);
        }
        let is_filled = focuses.iter().any(|mark| mark.share.is_some_and(NamedShare::is_part));
        assert_eq!(has_share(&content), is_filled, "{}", row.name);
    }
}
