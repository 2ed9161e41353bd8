//! Writing, copying and citing in the window: the dialog with its preview, progress that can be broken off, and faults.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use crate::generator;
use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use policy_atlas::app::{App, embedded};
use policy_atlas::catalogue::{EMBEDDED, Embedded, PolicyIdx, load};
use policy_atlas::export::citation::CiteFormat;
use policy_atlas::export::figure::FigureFormat;
use policy_atlas::export::{Extent, Format, MemoFormat, Sample, ShownTable};
use policy_atlas::figures::FigureKind;
use policy_atlas::query::{FieldKey, Row, Unit};
use policy_atlas::session::{
    Action, Bundle, Data, Detail, Dialog, Effect, FigureOptions, FigureSet, MemoOptions, Origin, Output, OverviewForm,
    Packing, Preference, Quoted, Selecting, Session, Settings, ThemeChoice, ViewChange,
};
use policy_atlas::store::check_name;
use policy_atlas::view::Tab;
use policy_atlas::words::Lang;

use crate::tasks::{Desk, desk};
use crate::window::{act, copied, window};

const CSV: &str = "CSV：UTF-8，原样，供程序和统计软件";
const CTRL: Modifiers = Modifiers { ctrl: true, command: true, ..Modifiers::NONE };

fn at_desk() -> Harness<'static, Desk> {
    let mut desk = desk(Settings::default(), false, [1280.0, 800.0]);
    tell(&mut desk, ViewChange::Tab(Tab::Table));
    desk
}

fn tell(desk: &mut Harness<'static, Desk>, action: impl Into<Action>) {
    desk.state_mut().session.apply(action.into());
    desk.run();
}

fn click(desk: &mut Harness<'static, Desk>, role: Role, label: &str) {
    desk.get_by_role_and_label(role, label).click();
    desk.run();
}

/// The content of an export, as bytes.
fn bytes(session: &Session, format: Format, extent: Extent) -> String {
    let mut out = Vec::new();
    session.exported(format, extent).write(format, &mut out, &mut |_, _| std::ops::ControlFlow::Continue(())).unwrap();
    String::from_utf8(out).unwrap()
}

fn chinese() -> Harness<'static, App> {
    window(Lang::Zh, ThemeChoice::Light, [1280.0, 800.0])
}

/// Steps until something is so.
pub fn until(window: &mut Harness<'static, App>, what: &str, mut is_so: impl FnMut(&Session) -> bool) {
    let end = Instant::now() + Duration::from_mins(2);
    while !is_so(window.state().session()) {
        assert!(Instant::now() < end, "never came about: {what}");
        std::thread::park_timeout(Duration::from_millis(2));
        window.step();
    }
}

fn notice(session: &Session) -> &str {
    session.pointing().notice.as_ref().map(|notice| notice.text.as_str()).unwrap_or_default()
}

#[test]
fn the_dialog_says_what_is_written_and_shows_how_the_file_begins() {
    let mut desk = at_desk();
    tell(&mut desk, crate::typed("方向:数据"));
    tell(&mut desk, ViewChange::Sort { column: FieldKey::Title, add: false });
    tell(&mut desk, ViewChange::Sort { column: FieldKey::Title, add: false });
    desk.key_press_modifiers(CTRL, Key::E);
    desk.run();
    for words in ["4 项政策，目录共 12 项", "题名（倒序）", "预览：前 4 行，共 4 行"] {
        desk.get_by_label(words);
    }
    assert_eq!(desk.query_all_by_label("方向：数据").count(), 2, "among the filters, and here in the same words");
    click(&mut desk, Role::RadioButton, CSV);
    let session = &desk.state().session;
    let begin = bytes(session, Format::Csv, Extent::View);
    desk.get_by_label(&begin);
    desk.get_by_label("预览：文件的全部内容");
    let ids: Vec<&str> = session.derived().rows.iter().map(|row| row.id(session.data().catalogue())).collect();
    assert_eq!(ids.len(), 4);
    click(&mut desk, Role::Button, "导出");
    let what = Output::View(Format::Csv, Extent::View);
    assert!(desk.state().asked().contains(&Effect::WriteNew { path: "政策表_方向-数据.csv".into(), what }));
}

#[test]
fn the_whole_catalogue_is_a_choice_that_no_filter_narrows() {
    let mut desk = at_desk();
    tell(&mut desk, crate::typed("方向:数据 source:any"));
    tell(&mut desk, Action::Show(Some(Dialog::Export)));
    click(&mut desk, Role::RadioButton, "整个目录");
    desk.get_by_label("12 项政策，目录共 12 项");
    desk.get_by_label("无");
    let lens = desk.state().session.derived().policies.lens.told(desk.state().session.data().catalogue(), Lang::Zh);
    assert!(desk.query_all_by_label(&lens).count() >= 1, "through the lens on the screen: {lens}");
    click(&mut desk, Role::RadioButton, CSV);
    let whole = bytes(&desk.state().session, Format::Csv, Extent::Whole);
    assert_eq!(whole.lines().count(), 13);
    let first = whole.lines().next().unwrap().to_owned();
    desk.get_by_label_contains(&first);
    click(&mut desk, Role::Button, "导出");
    let what = Output::View(Format::Csv, Extent::Whole);
    assert!(desk.state().asked().contains(&Effect::WriteNew { path: "整个目录_ccid-2023-3-2026-2.csv".into(), what }));
}

#[test]
fn every_format_has_a_line_and_a_preview_of_what_it_writes() {
    let mut desk = at_desk();
    tell(&mut desk, Action::Show(Some(Dialog::Export)));
    let radios: Vec<String> = desk
        .query_all_by_role(Role::RadioButton)
        .filter_map(|node| node.accesskit_node().label())
        .filter(|label| label.contains('：'))
        .collect();
    assert_eq!(radios.len(), Format::ALL.len(), "{radios:?}");
    for label in radios {
        click(&mut desk, Role::RadioButton, &label);
        assert!(desk.query_all_by_label_contains("预览：").next().is_some(), "{label}");
    }
    for format in Format::ALL {
        let session = &desk.state().session;
        let exported = session.exported(format, Extent::View);
        if let Sample::Rows { heads, .. } = exported.sample(format).unwrap() {
            assert!(!heads.is_empty(), "{format:?}");
        }
    }
}

#[test]
fn what_is_shown_follows_the_filter_and_the_choice_is_kept() {
    let mut desk = at_desk();
    tell(&mut desk, Action::Show(Some(Dialog::Export)));
    click(&mut desk, Role::RadioButton, CSV);
    desk.key_press(Key::Escape);
    desk.run();
    tell(&mut desk, crate::typed("地区:北京"));
    tell(&mut desk, Action::Show(Some(Dialog::Export)));
    desk.get_by_label("2 项政策，目录共 12 项");
    desk.get_by_label(&bytes(&desk.state().session, Format::Csv, Extent::View));
}

#[test]
fn a_page_to_send_is_named_by_its_filter_and_written_from_either_dialog() {
    for dialog in [Dialog::Live, Dialog::Export] {
        let mut desk = at_desk();
        tell(&mut desk, crate::typed("方向:数据"));
        tell(&mut desk, Action::Show(Some(dialog)));
        if dialog == Dialog::Export {
            click(&mut desk, Role::RadioButton, "发送网页");
        }
        assert!(desk.query_all_by_label_contains("4 项政策，目录共 12 项").next().is_some(), "{dialog:?}");
        click(&mut desk, Role::Button, "导出");
        let asked = Effect::WriteNew { path: "政策网页_方向-数据.html".into(), what: Output::Live };
        assert!(desk.state().asked().contains(&asked), "{dialog:?}");
    }

    let mut window = chinese();
    act(&mut window, crate::typed("方向:数据"));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("政策网页.html");
    wish(&mut window, Action::Do(Effect::Write { path: path.clone(), what: Output::Live }));
    until(&mut window, "it is told", |session| session.job().is_none() && session.pointing().notice.is_some());
    let page = fs::read_to_string(path).unwrap();
    assert!(page.contains("<dd>方向：数据</dd>") && page.contains("Content-Security-Policy"), "{page}");
}

#[test]
fn a_research_bundle_is_written_whole_from_the_window_and_a_filled_folder_is_refused() {
    let mut desk = at_desk();
    tell(&mut desk, crate::typed("方向:数据"));
    tell(&mut desk, Action::Show(Some(Dialog::Export)));
    click(&mut desk, Role::RadioButton, "研究数据包");
    desk.get_by_label_contains("预览：data/");
    desk.get_by_label("4 项政策，目录共 12 项");
    click(&mut desk, Role::RadioButton, "文件夹：须是新的或空的");
    click(&mut desk, Role::CheckBox, "方向的组合");
    click(&mut desk, Role::CheckBox, "长表收录整个目录，不论筛选");
    click(&mut desk, Role::Button, "导出");
    let figures = FigureSet::default().toggled(FigureKind::Upset);
    let bundle = Bundle { packing: Packing::Folder, extent: Extent::Whole, figures };
    let what = Output::Bundle(bundle);
    assert!(desk.state().asked().contains(&Effect::WriteNew { path: "研究数据包_ccid-2023-3-2026-2".into(), what }));

    let mut window = chinese();
    act(&mut window, crate::typed("方向:数据"));
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("bundle");
    let put = |window: &mut Harness<'static, App>| {
        act(window, Action::Notify(None));
        wish(window, Action::Do(Effect::Write { path: place.clone(), what }));
        until(window, "it is told", |session| session.job().is_none() && session.pointing().notice.is_some());
        notice(window.state().session()).to_owned()
    };
    assert!(put(&mut window).contains("bundle"));
    for name in ["README.md", "recipe.ron", "SHA256SUMS", "CITATION.cff", "figures/upset.svg"] {
        assert!(place.join(name).is_file(), "{name}");
    }
    let sums = fs::read(place.join("SHA256SUMS")).unwrap();
    let told = put(&mut window);
    assert!(window.state().session().pointing().unwritten().is_some(), "{told}");
    assert_eq!(fs::read(place.join("SHA256SUMS")).unwrap(), sums);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
}

#[test]
fn a_hundred_thousand_rows_are_written_while_the_window_answers_and_can_be_broken_off() {
    let mut window = chinese();
    let text = generator::catalogue(generator::SEED, 100_000);
    let data = Data::new(load(text.as_bytes()), Origin::File("large.ron".into())).map_err(|p| p.len()).unwrap();
    drop(text);
    act(&mut window, Action::Loaded(Box::new(data)));
    act(&mut window, ViewChange::Tab(Tab::Table));
    let folder = tempfile::tempdir().unwrap();
    for (format, name) in [(Format::Csv, "rows.csv"), (Format::Xlsx, "rows.xlsx")] {
        let path = folder.path().join(name);
        fs::write(&path, "older").unwrap();
        begin(&mut window, &path, format);
        let mut last = 0.0;
        until(&mut window, "progress moves", |session| {
            let done = session.job().map_or(0.0, |loading| loading.done);
            let moved = last > 0.0 && done > last;
            last = done.max(last);
            moved
        });
        // It is under way: another wish is granted and painted meanwhile.
        window.get_by_role_and_label(Role::Tab, "总览").click();
        window.step();
        window.step();
        let session = window.state().session();
        assert_eq!(session.view().tab, Tab::Overview, "{name}: the window answers");
        assert!(session.job().is_some(), "{name}: still being written");
        window.get_by_role_and_label(Role::Button, "取消").click();
        window.step();
        until(&mut window, "it is broken off", |session| session.job().is_none());
        window.run();
        assert_eq!(notice(window.state().session()), "已取消，原文件未动");
        assert_eq!(fs::read_to_string(&path).unwrap(), "older", "{name}");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "{name}: nothing is left beside it");
        act(&mut window, ViewChange::Tab(Tab::Table));
        fs::remove_file(&path).unwrap();
    }
    let path = folder.path().join("all.csv");
    begin(&mut window, &path, Format::Csv);
    until(&mut window, "it is written", |session| session.job().is_none());
    window.run();
    assert!(notice(window.state().session()).contains("all.csv"), "{}", notice(window.state().session()));
    assert_eq!(fs::read_to_string(&path).unwrap().lines().count(), 100_001);
}

/// Asks for what a thread does. How many frames its news take is not known, so that none is waited for.
pub fn wish(window: &mut Harness<'static, App>, action: Action) {
    let ctx = window.ctx.clone();
    window.state_mut().apply(&ctx, vec![action]);
    window.step();
}

fn begin(window: &mut Harness<'static, App>, path: &Path, format: Format) {
    let what = Output::View(format, Extent::View);
    let ctx = window.ctx.clone();
    let effect = Action::Do(Effect::Write { path: path.to_owned(), what });
    window.state_mut().apply(&ctx, vec![effect]);
    // Before the first frame, in which it may already be done.
    assert!(window.state().session().job().is_some(), "there is a bar from the first moment on");
    window.step();
}

#[test]
fn a_fault_is_told_with_what_to_do_and_leads_back_to_its_dialog() {
    let mut window = chinese();
    let folder = tempfile::tempdir().unwrap();
    let what = Output::View(Format::Csv, Extent::View);
    wish(&mut window, Action::Do(Effect::Write { path: folder.path().to_owned(), what }));
    until(&mut window, "it is told", |session| session.pointing().unwritten().is_some());
    window.run();
    assert!(notice(window.state().session()).starts_with("这是文件夹"), "{}", notice(window.state().session()));
    window.get_by_role_and_label(Role::Button, "再试…").click();
    window.run();
    assert_eq!(window.state().session().pointing().dialog, Some(Dialog::Export));
    window.get_by_label_contains("没有写成：这是文件夹");
    let path = folder.path().join("rows.csv");
    wish(&mut window, Action::Do(Effect::Write { path: path.clone(), what }));
    until(&mut window, "it is written", |session| session.job().is_none() && notice(session).contains("rows.csv"));
    window.run();
    assert_eq!(window.state().session().pointing().unwritten(), None);
    assert_eq!(fs::read_to_string(path).unwrap(), bytes(window.state().session(), Format::Csv, Extent::View));
}

#[test]
fn rows_are_copied_as_a_table_of_tabs_as_markdown_and_as_citations_in_the_form_last_chosen() {
    let mut window = chinese();
    act(&mut window, ViewChange::Tab(Tab::Table));
    let press = |window: &mut Harness<'static, App>, key| {
        let modifiers = CTRL | Modifiers::SHIFT;
        let event = |pressed| egui::Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
        // What is copied is told in the frame in which the key goes down.
        window.event(event(true));
        window.step();
        let text = copied(window);
        window.event(event(false));
        window.run();
        text
    };
    assert_eq!(press(&mut window, Key::B).lines().count(), 12, "without a selection every row");
    act(&mut window, Action::Select(Selecting::Only(4)));
    act(&mut window, Action::Select(Selecting::Toggle(2)));
    let session = window.state().session();
    let titles: Vec<String> = [2, 4]
        .iter()
        .map(|at| match session.derived().rows[*at] {
            Row::Policy(policy) => session.data().catalogue()[policy].title.zh.clone().unwrap(),
            Row::Region(_) => String::new(),
        })
        .collect();
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    let tabs = lines(&press(&mut window, Key::C));
    assert!(tabs.len() == 3 && tabs[1].starts_with(&titles[0]) && tabs[2].starts_with(&titles[1]), "{tabs:?}");
    let markdown = press(&mut window, Key::M);
    assert_eq!(
        markdown.lines().filter(|line| line.starts_with("| ") && !line.contains("---")).count(),
        3,
        "{markdown}"
    );
    assert!(markdown.contains("- 条数：2 项政策，目录共 12 项"), "{markdown}");
    let cited = lines(&press(&mut window, Key::B));
    assert!(cited.len() == 2 && cited[0].starts_with(&titles[0]) && cited[1].contains("[Z]"), "{cited:?}");
    act(&mut window, Action::Prefer(Preference::Citation(CiteFormat::BibTex)));
    assert_eq!(press(&mut window, Key::B).matches("@misc{ccid-2023-3.policy.").count(), 2);
    act(&mut window, ViewChange::Unit(Unit::Region));
    assert!(
        press(&mut window, Key::B).starts_with("@techreport{ccid-2023-3.place.110000.ccid,"),
        "of places their sources"
    );
}

#[test]
fn what_the_details_show_is_cited_with_its_statements_and_sources_from_one_button() {
    let mut window = chinese();
    act(&mut window, Action::Open(Detail { row: Row::Policy(PolicyIdx(4)), focus: None }));
    window.get_by_role_and_label(Role::Button, "引用…").click();
    window.run();
    assert_eq!(window.state().session().pointing().dialog, Some(Dialog::Cite));
    let title = window.state().session().data().catalogue().policies[4].title.zh.clone().unwrap();
    window.get_by_label_contains(&format!("[北京市人民政府]. {title}: [京政发〔2023〕14号][Z]. 2023-05."));
    let radio = |window: &Harness<'static, App>, begin: &str| {
        let labels = window.get_all_by_role(Role::RadioButton).filter_map(|node| node.accesskit_node().label());
        labels.into_iter().find(|label| label.starts_with(begin)).unwrap_or_else(|| panic!("{begin}"))
    };
    // The list scrolls: what lies further down is not painted.
    let quotable = window.state().session().quotable();
    assert!(quotable.iter().any(|quoted| matches!(quoted, Quoted::Source(_))), "{quotable:?}");
    let statement = radio(&window, "陈述：");
    window.get_by_role_and_label(Role::RadioButton, &statement).click();
    window.run();
    window.get_by_label_contains("钟新龙, 渠延增, 王聪聪, 等. ");
    window.get_by_role_and_label(Role::RadioButton, "GB/T 7714—2025").click();
    window.run();
    window.get_by_label_contains("钟新龙，渠延增，王聪聪，等. ");
    window.get_by_role_and_label(Role::RadioButton, "整个目录").click();
    window.run();
    window.get_by_role_and_label(Role::Button, "复制").click();
    window.run_steps(1);
    let line = copied(&window);
    assert!(
        line.ends_with("2023年部分地区涉及大模型的人工智能政策：ccid-2023-3[DS]. 2026.2 版. 政策图谱，2026.\n"),
        "{line}"
    );
    window.run();
    assert_eq!(window.state().session().pointing().dialog, None, "the next click is for what lies behind");
    let settings = Settings::read(window.state().session().settings().write().as_bytes(), Lang::Zh).0;
    assert_eq!(settings.citation, "gbt7714-2025", "the form is kept");
}

#[test]
fn a_place_of_which_nothing_is_said_has_no_citation_and_the_figure_comes_first_in_the_charts() {
    let mut window = chinese();
    let place = window.state().session().data().catalogue().regions.find("拉萨").unwrap();
    act(&mut window, Action::Open(Detail { row: Row::Region(place), focus: None }));
    window.key_press_modifiers(CTRL, Key::B);
    window.run();
    window.get_by_label("所选来源都没有说到该地");
    assert!(window.get_by_role_and_label(Role::Button, "复制").accesskit_node().is_disabled());
    window.key_press(Key::Escape);
    window.run();
    act(&mut window, Action::CloseDetail);
    act(&mut window, ViewChange::Tab(Tab::Charts));
    window.key_press_modifiers(CTRL, Key::B);
    window.run();
    window.get_by_label_contains(
        "2023年部分地区涉及大模型的人工智能政策: ccid-2023-3[DS]. 2026.2 版. 政策图谱, 2026: 图“",
    );
}

#[test]
fn a_catalogue_of_another_scheme_is_cited_by_its_own_id() {
    let mut window = chinese();
    let text = EMBEDDED.replacen("id: \"ccid-2023-3\"", "id: \"my own\"", 1);
    crate::window::open(&mut window, &text);
    act(&mut window, Action::Show(Some(Dialog::Cite)));
    window.get_by_role_and_label(Role::RadioButton, "RIS").click();
    window.run();
    window.get_by_label_contains("ID  - my_20_own.");
}

#[test]
fn what_is_written_and_copied_is_what_the_tab_in_sight_shows() {
    let mut desk = at_desk();
    tell(&mut desk, ViewChange::Comparison(["440300", "330100"].map(str::to_owned).to_vec()));
    for (tab, says, head, has) in [
        (Tab::Overview, "写出总览的矩阵", "region,region_name,focus_compute", "basis_compute,open_compute"),
        (Tab::Table, "写出屏幕上的表格", "title,", ",id,basis_compute,open_compute"),
        (Tab::Compare, "写出屏幕上的对比", "key,label,equal,440300,330100", "basis_compute,"),
        (Tab::Charts, "写出屏幕上图表的数字", "month,label,count", "2023-05,"),
    ] {
        tell(&mut desk, ViewChange::Tab(tab));
        tell(&mut desk, Action::Show(Some(Dialog::Export)));
        desk.get_by_label_contains(says);
        if tab == Tab::Overview {
            desk.get_by_label("默认：地区代码");
        }
        tell(&mut desk, Action::Show(None));
        let session = &desk.state().session;
        let text = bytes(session, Format::Csv, Extent::View);
        assert!(text.starts_with(head) && text.contains(has), "{tab:?}: {text}");
        let copied = session.copied_text();
        let markdown = bytes(session, Format::Md, Extent::View);
        if tab != Tab::Charts {
            assert!(copied.contains("● 提及") && markdown.contains('●'), "{tab:?} keeps its marks: {copied}{markdown}");
        }
        assert_eq!(session.copied_markdown(), markdown, "{tab:?}");
    }
    tell(&mut desk, ViewChange::Tab(Tab::Overview));
    tell(&mut desk, Action::Overview(OverviewForm::Tiles));
    tell(&mut desk, Action::Show(Some(Dialog::Export)));
    desk.get_by_label_contains("写出方格的数字");
    let session = &desk.state().session;
    let text = bytes(session, Format::Csv, Extent::View);
    assert!(text.starts_with("region,label,count,"), "the tiles: {text}");
    let name = session.file_name(Output::View(Format::Csv, Extent::View));
    assert_eq!(name, "省级方格索引-非地图-_全部.csv");
    assert_eq!(session.command_line()[..2], ["policy-atlas", "plot"].map(str::to_owned));
    tell(&mut desk, ViewChange::Tab(Tab::Compare));
    tell(&mut desk, Action::Show(Some(Dialog::Export)));
    let is_format = |label: &String| label.contains('：');
    let radios = desk.query_all_by_role(Role::RadioButton).filter_map(|node| node.accesskit_node().label());
    assert_eq!(radios.filter(is_format).count(), ShownTable::FORMATS.len());
}

#[test]
fn a_name_of_another_format_is_refused_and_a_file_that_stands_there_is_replaced_only_when_asked() {
    for (name, what, fits) in [
        ("t.csv", Output::View(Format::Xlsx, Extent::View), false),
        ("t.XLSX", Output::View(Format::Xlsx, Extent::View), true),
        ("t", Output::View(Format::Xlsx, Extent::View), true),
        ("t.csv", Output::View(Format::CsvExcel, Extent::View), true),
        ("t.ndjson", Output::View(Format::Jsonl, Extent::View), true),
        ("t.zip", Output::Bundle(Bundle::default()), true),
        ("t.docx", Output::Bundle(Bundle::default()), false),
    ] {
        assert_eq!(what.fits(Path::new(name)), fits, "{name} {what:?}");
    }
    let what = Output::View(Format::Xlsx, Extent::View);
    let mut desk = at_desk();
    tell(&mut desk, Action::Show(Some(Dialog::Export)));
    tell(&mut desk, Action::Occupied("/a/t.xlsx".into(), what));
    desk.get_by_label_contains("已有这个文件");
    click(&mut desk, Role::Button, "替换");
    assert!(desk.state().asked().contains(&Effect::Write { path: "/a/t.xlsx".into(), what }));

    let mut window = chinese();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("t.xlsx");
    fs::write(&path, "older").unwrap();
    act(&mut window, Action::Show(Some(Dialog::Export)));
    wish(&mut window, Action::Do(Effect::WriteNew { path: path.clone(), what }));
    until(&mut window, "it is asked", |session| session.pointing().dialog == Some(Dialog::Export));
    window.run();
    assert_eq!(window.state().session().pointing().occupied.as_ref(), Some(&path));
    window.get_by_label_contains("已有这个文件");
    assert_eq!(fs::read_to_string(&path).unwrap(), "older");
    window.get_by_role_and_label(Role::Button, "替换").click();
    window.step();
    until(&mut window, "it is written", |session| session.pointing().written().is_some());
    assert!(fs::read(&path).unwrap().starts_with(b"PK"));
}

#[test]
fn where_a_file_goes_is_said_before_and_the_file_and_its_folder_are_a_click_away_after() {
    let what = Output::View(Format::Xlsx, Extent::View);
    let mut desk = desk_in("/home/me/文档", false);
    tell(&mut desk, Action::Show(Some(Dialog::Export)));
    desk.get_by_label("将写到：/home/me/文档/政策表_全部.xlsx");
    // What comes before the suffix is selected: typing replaces it.
    desk.get_by_role_and_label(Role::TextInput, "文件路径").type_text("我的表");
    desk.run();
    desk.get_by_label("将写到：/home/me/文档/我的表.xlsx");
    click(&mut desk, Role::Button, "导出");
    assert!(desk.state().asked().contains(&Effect::WriteNew { path: "/home/me/文档/我的表.xlsx".into(), what }));
    tell(&mut desk, Action::Written("/data/t.xlsx".into(), String::new()));
    desk.get_by_label("已导出：/data/t.xlsx");
    for (button, path) in [("打开", "/data/t.xlsx"), ("打开所在文件夹", "/data")] {
        click(&mut desk, Role::Button, button);
        assert!(desk.state().asked().contains(&Effect::OpenFile(path.into())), "{button}");
    }
    // The folder used last is proposed from now on, in another catalogue too.
    tell(&mut desk, Action::Loaded(Box::new(embedded(Embedded::Report))));
    tell(&mut desk, ViewChange::Tab(Tab::Table));
    tell(&mut desk, Action::Show(Some(Dialog::Export)));
    desk.get_by_label("将写到：/data/政策表_全部.xlsx");
    tell(&mut desk, Action::Show(None));
    tell(&mut desk, Action::Notify(None));
    assert!(desk.query_by_label("打开所在文件夹").is_none());

    let mut desk = desk_in("/home/me/文档", true);
    tell(&mut desk, Action::Show(Some(Dialog::Export)));
    desk.get_by_label("建议存为：/home/me/文档/政策表_全部.xlsx；下一步可改名称和位置");
}

#[test]
fn a_name_without_a_suffix_gets_that_of_the_format_and_one_of_another_format_is_not_written() {
    let mut desk = desk_in("/a", false);
    tell(&mut desk, Action::Show(Some(Dialog::Export)));
    for (typed, says, written) in [
        ("t", "将写到：/a/t.xlsx（名称没有后缀，已补上 .xlsx）", Some("/a/t.xlsx")),
        ("/b/t.xlsx", "将写到：/b/t.xlsx", Some("/b/t.xlsx")),
        ("t.csv", "文件名以 .csv 结尾，所选格式是 .xlsx", None),
    ] {
        tell(&mut desk, Action::Show(None));
        tell(&mut desk, Action::Show(Some(Dialog::Export)));
        desk.key_press_modifiers(CTRL, Key::A);
        desk.get_by_role_and_label(Role::TextInput, "文件路径").type_text(typed);
        desk.run();
        assert!(desk.query_by_label_contains(says).is_some(), "{typed}");
        let before = desk.state().asked().len();
        click(&mut desk, Role::Button, "导出");
        let what = Output::View(Format::Xlsx, Extent::View);
        let asked = &desk.state().asked()[before..];
        assert_eq!(asked, written.map(|path| Effect::WriteNew { path: path.into(), what }).as_slice(), "{typed}");
        tell(&mut desk, Action::Ended);
    }
}

#[test]
fn proposed_names_say_what_is_in_the_file_and_every_system_takes_them() {
    let table = Output::View(Format::Xlsx, Extent::View);
    let whole = Output::View(Format::Csv, Extent::Whole);
    let figure = Output::Figure(FigureFormat::Png, FigureOptions::default());
    let memo = Output::Memo(MemoFormat::Docx, MemoOptions::default());
    let bundle = Output::Bundle(Bundle::default());
    let long = "\"".to_owned() + &"数据".repeat(90) + "\"";
    for (tab, line, what, names) in [
        (Tab::Overview, "", table, ["矩阵_全部.xlsx", "Matrix_all.xlsx"]),
        (
            Tab::Table,
            "方向:数据 -阶段:draft",
            table,
            ["政策表_方向-数据_排除阶段-征求意见稿.xlsx", "Policies_Focus-Data_Stage-without-draft-for-comment.xlsx"],
        ),
        (Tab::Table, "", whole, ["整个目录_ccid-2023-3-2026-2.csv", "Catalogue_ccid-2023-3-2026-2.csv"]),
        (Tab::Compare, "", table, ["对照_合肥市-杭州市-深圳市.xlsx", "Comparison_Hefei-Hangzhou-Shenzhen.xlsx"]),
        (
            Tab::Compare,
            "",
            memo,
            ["政策对照_合肥市-杭州市-深圳市.docx", "Policy_comparison_Hefei-Hangzhou-Shenzhen.docx"],
        ),
        (Tab::Charts, "地区:北京", figure, ["各月政策数_地区-北京市.png", "Policies-by-month_Place-Beijing.png"]),
        (Tab::Charts, "", bundle, ["研究数据包_全部.zip", "Research-bundle_all.zip"]),
        (Tab::Table, &long, table, ["", ""]),
    ] {
        for (lang, name) in [Lang::Zh, Lang::En].into_iter().zip(names) {
            let mut session = Session::new(embedded(Embedded::Report), Settings { lang, ..Settings::default() });
            session.apply(ViewChange::Comparison(["340100", "330100", "440300"].map(str::to_owned).to_vec()).into());
            session.apply(ViewChange::Tab(tab).into());
            session.apply(crate::typed(line).into());
            let found = session.file_name(what);
            assert!(name.is_empty() || found == name, "{found}, not {name}");
            assert!(check_name(Path::new(&found)).is_ok() && found.len() <= 200, "{found}");
        }
    }
}

/// A window on the table that proposes this folder for files.
fn desk_in(folder: &str, has_file_dialog: bool) -> Harness<'static, Desk> {
    let mut desk = desk(Settings::default(), has_file_dialog, [1280.0, 800.0]);
    let session = Session::new(embedded(Embedded::Report), Settings::default());
    desk.state_mut().session = session.saving_in(Some(folder.into()));
    tell(&mut desk, ViewChange::Tab(Tab::Table));
    desk
}

#[test]
fn the_keys_for_copying_and_printing_take_what_the_tab_shows_and_leave_selected_text_alone() {
    let mut desk = desk_in("/a", true);
    tell(&mut desk, ViewChange::Comparison(["440300", "330100"].map(str::to_owned).to_vec()));
    // Nothing matches, and the comparison has its columns all the same.
    tell(&mut desk, crate::typed("没有这样的字"));
    for (tab, copied, printed) in [
        (Tab::Overview, None, None),
        (Tab::Table, None, None),
        (Tab::Compare, Some("深圳市"), Some("对照_深圳市-杭州市.html")),
        (Tab::Charts, Some(""), Some("各月政策数_没有这样的字.pdf")),
    ] {
        tell(&mut desk, ViewChange::Tab(tab));
        let before = desk.state().asked().len();
        desk.event(egui::Event::Copy);
        desk.run();
        desk.key_press_modifiers(CTRL, Key::P);
        desk.run();
        tell(&mut desk, Action::Ended);
        let asked = &desk.state().asked()[before..];
        let has = |text: &str| match &asked[0] {
            Effect::CopyTable { text: plain, html } => plain.contains(text) && html.contains(text),
            Effect::CopyFigure => tab == Tab::Charts,
            _ => false,
        };
        assert_eq!(asked.len(), 2 * usize::from(copied.is_some()), "{tab:?}: {asked:?}");
        assert!(copied.is_none_or(has), "{tab:?}: {asked:?}");
        let is_printed = |effect: &Effect| matches!(effect, Effect::Print { name, .. } if printed == Some(name));
        assert_eq!(asked.last().is_some_and(is_printed), printed.is_some(), "{tab:?}: {asked:?}");
    }
    // In a field the key copies what is selected there.
    let before = desk.state().asked().len();
    desk.key_press_modifiers(CTRL, Key::F);
    desk.run();
    desk.event(egui::Event::Copy);
    desk.run();
    assert_eq!(desk.state().asked().len(), before);
}

#[test]
fn what_was_undone_is_done_again_by_either_key() {
    for (modifiers, key) in [(CTRL | Modifiers::SHIFT, Key::Z), (CTRL, Key::Y)] {
        let mut desk = at_desk();
        tell(&mut desk, crate::typed("地区:北京"));
        desk.key_press_modifiers(CTRL, Key::Z);
        desk.run();
        assert_eq!(desk.state().session.derived().line(), "");
        desk.key_press_modifiers(modifiers, key);
        desk.run();
        assert_eq!(desk.state().session.derived().line(), "region:110000", "{key:?}");
    }
}

#[test]
fn a_figure_is_saved_as_previewed_with_its_size_theme_and_language() {
    let mut desk = desk_in("/a", false);
    tell(&mut desk, ViewChange::Tab(Tab::Charts));
    tell(&mut desk, Action::Show(Some(Dialog::SaveFigure)));
    desk.get_by_label("预览：各月政策数");
    desk.get_by_label_contains("毫米，1800 × ");
    desk.get_by_label("将写到：/a/各月政策数_全部.png");
    for (option, says) in
        [("300", "毫米，2813 × "), ("深色", "预览：各月政策数"), ("English（英文）", "预览：Policies by month")]
    {
        click(&mut desk, Role::RadioButton, option);
        assert!(desk.query_by_label_contains(says).is_some(), "{option}");
    }
    // For print the type is in points and the width in millimetres; back on the screen all is as it was.
    for (option, says) in [("印刷 85 毫米", "85 × "), ("印刷 170 毫米", "170 × "), ("屏幕与幻灯", "毫米，2813 × ")]
    {
        click(&mut desk, Role::RadioButton, option);
        assert!(desk.query_by_label_contains(says).is_some(), "{option}");
    }
    click(&mut desk, Role::Button, "导出");
    let options = FigureOptions { dpi: 300, is_dark: true, lang: Some(Lang::En), ..FigureOptions::default() };
    let what = Output::Figure(FigureFormat::Png, options);
    assert!(desk.state().asked().contains(&Effect::WriteNew { path: "/a/各月政策数_全部.png".into(), what }));

    let mut window = chinese();
    act(&mut window, ViewChange::Tab(Tab::Charts));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("figure.svg");
    let what = Output::Figure(FigureFormat::Svg, options.wide(200.0));
    wish(&mut window, Action::Do(Effect::WriteNew { path: path.clone(), what }));
    until(&mut window, "it is written", |session| session.pointing().written().is_some());
    let svg = fs::read_to_string(path).unwrap();
    assert!(svg.contains("width=\"756\"") && svg.contains("Policies by month"), "{}", &svg[..200]);
}
