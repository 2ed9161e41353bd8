//! A text read and marked in the window: brought in, coded by keyboard alone, undone, replaced; every sentence in sight
//! with a name.

use std::collections::BTreeSet;

use egui::{Event, Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use policy_atlas::app::Start;
use policy_atlas::catalogue::{Catalogue, EMBEDDED, File, FocusIdx, Of, Statement, Strength, load_stack};
use policy_atlas::query::Row;
use policy_atlas::session::{Action, Bringing, Detail, ReadingStep, TextReader};
use policy_atlas::ui::{clashes, reader_clashes};
use policy_atlas::words::Lang;

use crate::own_policies::{add, layer, save, written};
use crate::views_window::{CTRL, Window};
use crate::window::act;

/// An invented text.
pub const TEXT: &str = "合肥市示例措施\n\
    一、总体要求\n\
    坚持应用牵引。到2027年，培育示范场景30个，增长2.5%。\n\
    二、重点任务\n\
    （一）强化算力供给\n\
    建设城市级算力平台，统筹各区资源。每年安排算力券800万元，单户最高40万元！\n\
    （二）扩大数据开放\n\
    一是编制开放目录；二是建设语料库；三是支持数据交易。\n\
    （三）培育企业\n\
    1.对首次备案的模型，给予一次性奖励（含升级版本。下同）。\n\
    2.设立专项基金，支持“专精特新”企业。\n\
    三、附则\n\
    本措施自2024年9月1日起施行。\n";

/// The statements of its coding: focus, strength, place, quotation.
const CODED: [[&str; 4]; 5] = [
    ["compute", "Substantive", "二（一）", "建设城市级算力平台，统筹各区资源。"],
    ["compute", "Core", "二（一）", "每年安排算力券800万元，单户最高40万元！"],
    ["data", "Mentioned", "二（二）", "一是编制开放目录；"],
    ["algorithm", "Substantive", "二（三）1", "对首次备案的模型，给予一次性奖励（含升级版本。下同）。"],
    ["enterprise", "Substantive", "二（三）2", "设立专项基金，支持“专精特新”企业。"],
];

pub fn reader(window: &Window) -> &TextReader {
    window.session().reader().unwrap()
}

pub fn plain(window: &mut Window, key: Key) {
    window.press(Modifiers::NONE, key);
}

pub fn times(window: &mut Window, key: Key, n: usize) {
    (0..n).for_each(|_| plain(window, key));
}

pub fn paste(window: &mut Window, text: &str) {
    window.harness.event(Event::Paste(text.to_owned()));
    window.harness.run();
}

/// A window that reads an own policy with this text.
pub fn reading(text: &str) -> Window {
    let mut window =
        Window::over(tempfile::tempdir().unwrap(), Start { today: "2026-12-01".parse().ok(), ..Start::default() });
    add(&mut window, "hf", "合肥市示例措施");
    save(&mut window, 13);
    window.press(CTRL, Key::T);
    assert!(!reader(&window).has_text());
    paste(&mut window, text);
    window.until("the text", |window| reader(window).has_text());
    window
}

/// The catalogue with the layer in the file.
pub fn stack(layer: &str) -> Catalogue {
    let files = [("base", EMBEDDED), ("layer", layer)].map(|(name, text)| File { name, bytes: text.as_bytes() });
    let loaded = load_stack(&files);
    assert_eq!(loaded.problems, [], "{layer}");
    loaded.catalogue.unwrap()
}

fn marked(catalogue: &Catalogue) -> Vec<&Statement> {
    catalogue.statements.iter().filter(|statement| statement.mark.is_some()).collect()
}

/// The number of a sentence by its paragraph and its number there, from 1.
pub fn number(window: &Window, paragraph: usize, sentence: usize) -> usize {
    reader(window).page.lines[paragraph - 1].first + sentence - 1
}

/// Goes to a sentence by the arrows.
pub fn go(window: &mut Window, paragraph: usize, sentence: usize) {
    let (to, at) = (number(window, paragraph, sentence), reader(window).at);
    times(window, if to > at { Key::ArrowDown } else { Key::ArrowUp }, to.abs_diff(at));
    assert_eq!(reader(window).at, to);
}

/// Codes the text as [`CODED`] says, by keyboard alone.
pub fn code(window: &mut Window) {
    for (paragraph, sentence, digit, strength) in [
        (6, 1, Key::Num1, Some(Key::S)),
        (6, 2, Key::Num1, Some(Key::C)),
        (8, 1, Key::Num3, None),
        (10, 1, Key::Num2, Some(Key::S)),
        (11, 1, Key::Num5, Some(Key::S)),
    ] {
        go(window, paragraph, sentence);
        plain(window, digit);
        if let Some(key) = strength {
            plain(window, key);
        }
    }
}

fn told(catalogue: &Catalogue) -> Vec<[String; 4]> {
    let one = |statement: &&Statement| {
        let focus = catalogue[statement.focuses[0]].id.clone();
        let (at, quote) = (statement.at.clone().unwrap_or_default(), statement.quote.clone().unwrap_or_default());
        [focus, format!("{:?}", statement.strength), at, quote]
    };
    marked(catalogue).iter().map(one).collect()
}

#[test]
fn a_text_is_coded_by_keyboard_alone() {
    let mut window = reading(TEXT);
    code(&mut window);
    plain(&mut window, Key::End);
    // A focus without a mark will count as not stated: what is still suggested for it is asked about first.
    let open = reader(&window).marks.unheeded(&reader(&window).page).count();
    assert!((1..reader(&window).marks.open.len()).contains(&open), "those of marked focuses are not asked about");
    window.click("通读完毕");
    window.harness.get_by_label_contains(&format!("应用没有标注，有 {open} 条建议没有回答"));
    assert_eq!(stack(&written(&mut window)).readings, []);
    window.click("仍记为通读");
    let text = written(&mut window);
    let catalogue = stack(&text);
    assert_eq!(told(&catalogue), CODED.map(|one| one.map(str::to_owned)));
    // The cells have it at once, and silence is a finding once the text was read whole.
    let cells: Vec<Strength> = reader(&window).marks.cells.iter().map(|cell| cell.strength).collect();
    let [core, substantive] = [Strength::Core, Strength::Substantive];
    assert_eq!(cells, [core, substantive, Strength::Mentioned, Strength::NotStated, substantive]);
    let [reading] = catalogue.readings.as_slice() else { panic!("{:?}", catalogue.readings) };
    assert_eq!((reading.whole, reading.on.to_string().as_str()), (true, "2026-12-01"));
    // The window counts them with the others once the catalogue was read again.
    window.until("the statements", |window| marked(window.session().data().catalogue()).len() == 5);
    plain(&mut window, Key::Escape);
    assert!(window.session().reader().is_none());
    let (derived, data) = (&window.session().derived().policies, window.session().data());
    let policy = marked(data.catalogue()).into_iter().find_map(|one| match one.of {
        Of::Policy(policy) => Some(policy),
        _ => None,
    });
    let row = Row::Policy(policy.unwrap());
    let strengths: Vec<Strength> =
        data.catalogue().focus_idxs().map(|focus| derived.cell(row, focus).strength).collect();
    assert_eq!(strengths, cells);
}

#[test]
fn a_mark_is_one_step_back_and_forward_and_a_digit_takes_it_back() {
    let mut window = reading(TEXT);
    let bare = written(&mut window);
    go(&mut window, 6, 2);
    plain(&mut window, Key::Num1);
    plain(&mut window, Key::S);
    let there = written(&mut window);
    window.press(CTRL, Key::Z);
    window.press(CTRL, Key::Z);
    assert_eq!(written(&mut window), bare);
    window.press(CTRL, Key::Y);
    window.press(CTRL, Key::Y);
    assert_eq!(written(&mut window), there);
    assert_eq!(reader(&window).marks.cells[0].strength, Strength::Substantive);
    plain(&mut window, Key::Num1);
    assert_eq!(marked(&stack(&written(&mut window))).len(), 0, "the digit again takes it back");
    plain(&mut window, Key::Num4);
    assert_eq!(marked(&stack(&written(&mut window))).len(), 1);
    plain(&mut window, Key::Delete);
    assert_eq!(reader(&window).marks.placed.len(), 0);
    // The text itself is a step too.
    (0..6).for_each(|_| window.press(CTRL, Key::Z));
    assert!(!reader(&window).has_text());
    window.press(CTRL, Key::Y);
    assert_eq!(reader(&window).page.paragraphs.len(), 13);
}

#[test]
fn sentences_of_one_paragraph_are_marked_together_and_edges_are_moved() {
    let mut window = reading(TEXT);
    go(&mut window, 6, 1);
    window.press(Modifiers::SHIFT, Key::ArrowDown);
    window.press(Modifiers::SHIFT, Key::ArrowDown);
    assert_eq!(reader(&window).range(), (number(&window, 6, 1), number(&window, 6, 2)), "not into the next paragraph");
    // A quotation is one sentence as a rule: a longer one is asked about, and another sentence forgets the question.
    plain(&mut window, Key::Num1);
    assert_eq!(reader(&window).marks.placed, []);
    plain(&mut window, Key::Num2);
    assert_eq!(reader(&window).marks.placed, [], "asked for each focus");
    plain(&mut window, Key::Num1);
    plain(&mut window, Key::Num1);
    let quote = |window: &Window| reader(window).marks.policy.statements[0].quote.clone();
    assert_eq!(quote(&window), "建设城市级算力平台，统筹各区资源。每年安排算力券800万元，单户最高40万元！");
    plain(&mut window, Key::CloseBracket);
    times(&mut window, Key::ArrowLeft, 9);
    plain(&mut window, Key::OpenBracket);
    times(&mut window, Key::ArrowRight, 2);
    plain(&mut window, Key::ArrowLeft);
    assert!(quote(&window).starts_with("建设"), "nothing is written while it moves");
    plain(&mut window, Key::Enter);
    assert_eq!(quote(&window), "设城市级算力平台，统筹各区资源。每年安排算力券800万元，");
    // Esc leaves an edge where it was.
    plain(&mut window, Key::CloseBracket);
    plain(&mut window, Key::ArrowLeft);
    plain(&mut window, Key::Escape);
    assert!(quote(&window).ends_with("元，"));
    assert!(window.session().reader().is_some());
    stack(&written(&mut window));
}

#[test]
fn none_of_a_focus_asks_for_the_whole_reading() {
    let mut window = reading(TEXT);
    plain(&mut window, Key::Num0);
    assert_eq!(window.session().pointing().notice.as_ref().unwrap().text, "先在右边选一个方向（F6），再按 0");
    act(&mut window.harness, ReadingStep::Focus(FocusIdx(3)));
    plain(&mut window, Key::Num0);
    window.harness.get_by_label("记“应用 确无”之前要先通读全文。已经通读了吗？");
    window.click("还没有");
    assert_eq!(reader(&window).marks.cells[3].strength, Strength::NotAssessed);
    plain(&mut window, Key::Num0);
    window.click("已通读，记为确无");
    assert_eq!(reader(&window).marks.cells[3].strength, Strength::Absent);
    let text = written(&mut window);
    assert_eq!(stack(&text).readings.len(), 1);
    plain(&mut window, Key::Num0);
    assert_eq!(reader(&window).marks.cells[3].strength, Strength::NotStated, "again takes it back");
}

#[test]
fn the_words_beside_a_mark_are_typed_and_kept() {
    let mut window = reading(TEXT);
    go(&mut window, 6, 2);
    plain(&mut window, Key::Num1);
    plain(&mut window, Key::Enter);
    window.type_text("每年发放算力券");
    plain(&mut window, Key::Tab);
    window.type_text("算力券，平台");
    plain(&mut window, Key::Enter);
    let text = written(&mut window);
    let catalogue = stack(&text);
    let [one] = marked(&catalogue)[..] else { panic!("{text}") };
    assert_eq!(
        (one.summary.zh.as_deref(), &one.keywords[..]),
        (Some("每年发放算力券"), &["算力券".to_owned(), "平台".to_owned()][..])
    );
    // The keyboard is in the text again: digits mark.
    plain(&mut window, Key::Num3);
    assert_eq!(reader(&window).marks.placed.len(), 2);
}

#[test]
fn every_sentence_in_sight_has_a_name_and_only_those_are_laid_out() {
    let mut window = reading(TEXT);
    go(&mut window, 6, 2);
    plain(&mut window, Key::Num1);
    window.harness.get_by_label("每年安排算力券800万元，单户最高40万元！ 已标注：算力，提及；第6段第2句，共17句");
    let all = reader(&window).page.sentences.len();
    let named = window.harness.query_all_by_role(Role::ListBoxOption).count();
    assert_eq!(named, all, "a short text is in sight whole");
    // A long one is not.
    let long: String = (0..400).map(|n| format!("第{n}段：建设城市级算力平台，统筹各区的资源。每年安排算力券{n}万元，单户最高40万元。支持企业使用公共数据训练模型，开放场景。\n")).collect();
    assert!(long.chars().count() > 25_000);
    let mut window = reading(&long);
    let named: BTreeSet<String> = window
        .harness
        .query_all_by_role(Role::ListBoxOption)
        .filter_map(|node| node.accesskit_node().label())
        .collect();
    assert!((10..90).contains(&named.len()), "{} sentences in the tree", named.len());
    assert!(named.iter().any(|name| name.contains("第1段第1句，共1200句")));
    plain(&mut window, Key::End);
    let last = |node: egui_kittest::Node<'_>| node.accesskit_node().label();
    assert!(
        window
            .harness
            .query_all_by_role(Role::ListBoxOption)
            .filter_map(last)
            .any(|name| name.contains("第400段第3句"))
    );
}

#[test]
fn a_suggestion_is_accepted_rejected_and_both_are_undone() {
    let mut window = reading(TEXT);
    // In the text by the cues that the program brings along: twice a heading, three sentences of compute, two of data,
    // one of algorithm.
    let open = |window: &Window| reader(window).marks.open.len();
    let all = open(&window);
    go(&mut window, 5, 1);
    plain(&mut window, Key::N);
    assert_eq!(reader(&window).at, number(&window, 6, 1));
    window.harness.get_by_label("“算力”一词 → 标“算力”？");
    plain(&mut window, Key::Backspace);
    assert_eq!((open(&window), reader(&window).marks.policy.rejected.len()), (all - 1, 1));
    plain(&mut window, Key::N);
    assert_eq!(reader(&window).at, number(&window, 6, 2));
    plain(&mut window, Key::Enter);
    assert_eq!(reader(&window).marks.policy.statements[0].cue.as_deref(), Some("算力"));
    window.until("the catalogue", |window| reader(window).answers[0].precision() == Some((1, 2)));
    assert_eq!(reader(&window).answers[0].recall(), None, "not read whole yet");
    stack(&written(&mut window));
    window.press(CTRL, Key::Z);
    window.press(CTRL, Key::Z);
    let marks = &reader(&window).marks;
    assert_eq!((open(&window), marks.policy.rejected.len(), marks.placed.len()), (all, 0, 0));
}

#[test]
fn a_text_over_another_moves_the_marks_and_loses_none() {
    let mut window = reading(TEXT);
    code(&mut window);
    // A paragraph more, words changed inside one mark, and one sentence gone.
    let new = TEXT
        .replace("一、总体要求\n", "（征求意见稿）\n一、总体要求\n")
        .replace("单户最高40万元！", "单户最高45万元！")
        .replace("2.设立专项基金，支持“专精特新”企业。\n", "");
    paste(&mut window, &new);
    window.until("the question", |window| matches!(reader(window).bringing, Bringing::Asks { .. }));
    assert!(
        matches!(&reader(&window).bringing, Bringing::Asks { fates: [0, 3, 1, 1], .. }),
        "{:?}",
        reader(&window).bringing
    );
    // What there is none of is not told.
    window.harness.get_by_label_contains("现有标注 5 处：3 处随文字移到新处、1 处需要核对、1 处在新正文里找不到。");
    assert!(window.harness.query_by_label_contains("原地不动").is_none());
    window.click("不换");
    assert_eq!(reader(&window).marks.placed.len(), 5);
    paste(&mut window, &new);
    window.until("the question", |window| matches!(reader(window).bringing, Bringing::Asks { .. }));
    window.click("换上");
    assert_eq!((reader(&window).marks.placed.len(), reader(&window).marks.policy.statements.len()), (3, 5));
    let is_adrift = |one: &&Statement| {
        one.watch.as_ref().is_some_and(|watch| watch.get(Lang::Zh).starts_with("引文取自先前的正文"))
    };
    let adrift = |catalogue: &Catalogue| catalogue.statements.iter().filter(is_adrift).count();
    assert_eq!(adrift(&stack(&written(&mut window))), 2, "a quotation that its text may no longer have says so");
    // The one that is asked about is framed where it may stand, and placed by one key.
    let loose = reader(&window).marks.order[3];
    let id = reader(&window).marks.policy.statements[loose].id.clone();
    act(&mut window.harness, ReadingStep::Choose(id));
    assert_eq!(reader(&window).at, number(&window, 7, 2));
    plain(&mut window, Key::Enter);
    assert_eq!(reader(&window).marks.placed.len(), 4);
    let catalogue = stack(&written(&mut window));
    assert_eq!(adrift(&catalogue), 1);
    assert!(told(&catalogue).iter().any(|one| one[3] == "每年安排算力券800万元，单户最高45万元！"));
    // One step back, and one more: the old text with all its marks.
    window.press(CTRL, Key::Z);
    window.press(CTRL, Key::Z);
    assert_eq!((reader(&window).marks.placed.len(), reader(&window).page.paragraphs.len()), (5, 13));
}

#[test]
fn draft_and_final_stand_side_by_side_with_what_differs() {
    let mut window = reading(TEXT);
    go(&mut window, 6, 2);
    plain(&mut window, Key::Num1);
    paste(&mut window, &TEXT.replace("800万元", "500万元").replace("三、附则\n", ""));
    window.until("the question", |window| matches!(reader(window).bringing, Bringing::Asks { .. }));
    window.click("另存为征求意见稿");
    assert_eq!((reader(&window).marks.policy.texts.len(), reader(&window).page.paragraphs.len()), (2, 12));
    assert_eq!(reader(&window).marks.cells[0].strength, Strength::NotAssessed, "of the draft nothing was said yet");
    // The mark of the final text has its place there, and is none of the draft's to place.
    let marks = &reader(&window).marks;
    assert_eq!((marks.order.len(), marks.policy.statements.len()), (0, 1));
    let (id, unchanged) = (marks.policy.statements[0].id.clone(), written(&mut window));
    act(&mut window.harness, ReadingStep::Choose(id));
    act(&mut window.harness, ReadingStep::Place);
    assert_eq!(written(&mut window), unchanged);
    window.click("并排对照");
    assert!(!window.has("并排对照"), "they stand so already");
    assert_eq!(reader(&window).compared.as_ref().unwrap().changed, 2);
    window.harness.get_by_label("征求意见稿（有改动）：每年安排算力券500万元，单户最高40万元！");
    window.harness.get_by_label("正式文本（有改动）：每年安排算力券800万元，单户最高40万元！");
    plain(&mut window, Key::Escape);
    assert!(reader(&window).compared.is_none());
    stack(&written(&mut window));
}

#[test]
fn a_policy_of_the_catalogue_becomes_an_own_one_with_its_first_text() {
    let mut window =
        Window::over(tempfile::tempdir().unwrap(), Start { today: "2026-12-01".parse().ok(), ..Start::default() });
    let policy = window.session().data().catalogue().policy_by_id("110000-2023-1").unwrap();
    act(&mut window.harness, Action::Open(Detail { row: Row::Policy(policy), focus: None }));
    window.click("打开正文并标注");
    assert!(reader(&window).is_foreign);
    assert_eq!(layer(&window), None, "looking changes nothing");
    paste(&mut window, TEXT);
    window.until("the text", |window| reader(window).has_text() && !reader(window).is_foreign);
    go(&mut window, 6, 1);
    plain(&mut window, Key::Num1);
    let catalogue = stack(&written(&mut window));
    assert_eq!((catalogue.policies.len(), catalogue.texts.len()), (12, 1), "the same policy, counted once");
    assert_eq!(marked(&catalogue).len(), 1);
}

#[test]
fn what_is_no_text_is_refused_with_what_to_do() {
    let mut window = reading(TEXT);
    window.press(CTRL, Key::Z);
    window.until("no text", |window| !reader(window).has_text());
    let path = window.folder.path().join("文件.pdf");
    std::fs::write(&path, b"%PDF-1.7\n").unwrap();
    act(&mut window.harness, ReadingStep::Read(policy_atlas::session::TextFrom::File(path)));
    window.until("the reason", |window| matches!(reader(window).bringing, Bringing::Unread(_)));
    assert!(window.harness.query_by_label_contains("PDF 不直接读取").is_some());
}

#[test]
fn no_key_means_two_things_while_a_text_is_read() {
    assert_eq!((reader_clashes(), clashes()), (Vec::<String>::new(), Vec::new()));
}

#[test]
fn a_row_of_a_table_is_read_and_marked_without_tabs() {
    let mut window = reading(&format!("{TEXT}责任单位\t市科技局\n"));
    go(&mut window, 14, 1);
    plain(&mut window, Key::Num5);
    let catalogue = stack(&written(&mut window));
    let [one] = marked(&catalogue)[..] else { panic!("{:?}", marked(&catalogue)) };
    assert_eq!((one.quote.as_deref(), one.at.as_deref()), (Some("责任单位 ｜ 市科技局"), None));
}
