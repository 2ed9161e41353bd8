//! Troubles with a text and their correction: files that cannot be read, characters that were lost, slips, and
//! quotations that are settled later; each key of the reader, and messages that cover nothing.

use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use policy_atlas::app::Start;
use policy_atlas::catalogue::{FocusIdx, Strength};
use policy_atlas::query::Row;
use policy_atlas::session::{Action, Bringing, Detail, Dialog, Notice, ReadingStep, TextFrom};
use policy_atlas::words::Lang;

use crate::own_policies::written;
use crate::reader::{TEXT, code, go, number, paste, plain, reader, reading, stack, times};
use crate::views_window::{CTRL, Window};
use crate::window::act;

fn told(window: &Window) -> String {
    window.session().pointing().notice.as_ref().map(|notice| notice.text.clone()).unwrap_or_default()
}

fn statement(window: &Window, quote: &str) -> String {
    let all = &reader(window).marks.policy.statements;
    all.iter().find(|one| one.quote.starts_with(quote)).unwrap_or_else(|| panic!("{all:?}")).id.clone()
}

/// The keyboard is in the part with a node of this role.
fn focused(window: &Window) -> (Role, String) {
    let node = window.harness.query_all_by(|_| true).find(|node| node.accesskit_node().is_focused()).unwrap();
    let node = node.accesskit_node();
    (node.role(), node.label().unwrap_or_default())
}

#[test]
fn a_text_that_lost_characters_is_taken_only_by_whoever_says_so() {
    let mut window = reading(TEXT);
    window.press(CTRL, Key::Z);
    window.until("no text", |window| !reader(window).has_text());
    let lost = TEXT.replace("算力券", "\u{FFFD}力券");
    for (answer, is_in) in [("不录入，换一份", false), ("仍然录入", true)] {
        paste(&mut window, &lost);
        window.until("the question", |window| matches!(reader(window).bringing, Bringing::Lost(_)));
        assert!(window.harness.query_by_label_contains("有 1 个字在复制或转换时就丢了").is_some());
        window.click(answer);
        assert_eq!(reader(&window).has_text(), is_in);
    }
    stack(&written(&mut window));
}

#[test]
fn a_pdf_is_kept_as_the_file_that_the_pasted_text_is_of() {
    let mut window = reading(TEXT);
    window.press(CTRL, Key::Z);
    window.until("no text", |window| !reader(window).has_text());
    let path = window.folder.path().join("文件.pdf");
    std::fs::write(&path, b"%PDF-1.7\n").unwrap();
    let read = |window: &mut Window| {
        act(&mut window.harness, ReadingStep::Read(TextFrom::File(path.clone())));
        window.until("the reason", |window| matches!(reader(window).bringing, Bringing::Unread(_)));
        assert!(window.harness.query_by_label_contains("PDF 不直接读取").is_some());
        assert!(window.harness.query_by_label_contains("已记下“文件.pdf”（SHA-256").is_some());
    };
    // Whoever pastes something else says so.
    read(&mut window);
    window.click("不是出自它");
    assert!(window.harness.query_by_label_contains("已记下").is_none());
    read(&mut window);
    paste(&mut window, TEXT);
    window.until("the text", |window| reader(window).has_text());
    let catalogue = stack(&written(&mut window));
    let from = catalogue.texts[0].from.as_ref().unwrap();
    let sha256 = policy_atlas::catalogue::sha256(b"%PDF-1.7\n");
    assert_eq!((from.name.as_str(), from.sha256.as_str()), ("文件.pdf", sha256.as_str()));
    // Once: the next text is of no file.
    paste(&mut window, &TEXT.replace("2027", "2028"));
    window.until("the question", |window| matches!(reader(window).bringing, Bringing::Asks { .. }));
    window.click("换上");
    assert_eq!(stack(&written(&mut window)).texts[0].from, None);
}

#[test]
fn a_slip_is_corrected_where_it_stands_and_only_its_own_mark_is_asked_about() {
    let mut window = reading(TEXT);
    code(&mut window);
    let places = |window: &Window| reader(window).marks.placed.clone();
    // Beside the mark of the second sentence: it goes with its words.
    go(&mut window, 6, 1);
    let before = places(&window);
    plain(&mut window, Key::E);
    let name = "改正第 6 段";
    let value = |window: &Window| {
        let node = window.harness.get_by_role_and_label(Role::MultilineTextInput, name);
        node.accesskit_node().value().unwrap_or_default()
    };
    assert!(value(&window).starts_with("建设城市级算力平台，统筹各区资源。每年"));
    // Esc leaves the words as they are.
    plain(&mut window, Key::Escape);
    assert!(window.harness.query_by_role_and_label(Role::MultilineTextInput, name).is_none());
    assert!(window.session().reader().is_some());
    act(&mut window.harness, ReadingStep::Correct(5, TEXT.lines().nth(5).unwrap().replace("各区资源", "各区的资源")));
    assert_eq!(told(&window), "已改正；需要核对的标注 1 处");
    assert_eq!(places(&window).len(), before.len() - 1);
    let moved = statement(&window, "每年安排算力券");
    let place =
        |window: &Window, id: &str| reader(window).marks.by_id(id).unwrap().mark.as_ref().map(|(_, place)| *place);
    assert_eq!(place(&window, &moved).map(|place| (place.from, place.to)), Some((18, 40)));
    // The mark that was corrected is in hand with its place framed, and Enter puts it there.
    let asked = statement(&window, "建设城市级");
    assert_eq!((reader(&window).chosen.as_deref(), place(&window, &asked)), (Some(asked.as_str()), None));
    plain(&mut window, Key::Enter);
    let quote = reader(&window).marks.by_id(&asked).unwrap().quote.clone();
    assert_eq!(quote, "建设城市级算力平台，统筹各区的资源。");
    assert_eq!(places(&window).len(), before.len());
    stack(&written(&mut window));
    // The window's own way: the field, typed into, kept by Ctrl+Enter.
    go(&mut window, 3, 1);
    plain(&mut window, Key::E);
    let field = window.harness.get_by_role_and_label(Role::MultilineTextInput, "改正第 3 段");
    assert!(field.accesskit_node().is_focused());
    field.type_text("（示例）");
    window.harness.run();
    window.press(CTRL, Key::Enter);
    assert!(reader(&window).page.paragraphs[2].contains("（示例）"));
    assert_eq!((told(&window).as_str(), places(&window).len()), ("已改正；需要核对的标注 0 处", before.len()));
    stack(&written(&mut window));
    // A line break parts a paragraph, nothing takes it away, and all of it is undone.
    act(&mut window.harness, ReadingStep::Correct(0, "甲\n乙".to_owned()));
    assert_eq!(reader(&window).page.paragraphs[..2], ["甲", "乙"]);
    act(&mut window.harness, ReadingStep::Correct(1, " ".to_owned()));
    assert_eq!((reader(&window).page.paragraphs.len(), places(&window).len()), (13, before.len()));
    (0..5).for_each(|_| window.press(CTRL, Key::Z));
    assert_eq!((&reader(&window).page.paragraphs[0], places(&window)), (&"合肥市示例措施".to_owned(), before));
}

#[test]
fn a_quotation_that_is_adrift_is_settled_later_from_where_it_is_shown() {
    let mut window = reading(TEXT);
    code(&mut window);
    act(&mut window.harness, ReadingStep::Correct(5, TEXT.lines().nth(5).unwrap().replace("800万元", "900万元")));
    let adrift = statement(&window, "每年安排算力券");
    // The text changes once more, and the reader is left: nothing but the layer knows of it.
    act(&mut window.harness, ReadingStep::Correct(0, "合肥市示例措施\n（试行）\n（节录）\n（一）".to_owned()));
    written(&mut window);
    plain(&mut window, Key::Escape);
    window.until("the statement", |window| window.session().adrift().next().is_some());
    let policy = window.session().adrift().next().unwrap().policy;
    // From the list of all.
    act(&mut window.harness, Action::Show(Some(Dialog::Adrift)));
    window.click("合肥市示例措施 · 每年安排算力券800万元，单户最高40万元！");
    assert_eq!(window.session().pointing().dialog, None);
    assert_eq!(reader(&window).chosen.as_deref(), Some(adrift.as_str()));
    assert_eq!(reader(&window).proposal.map(|(place, _)| place.paragraph), Some(9), "found without its old place");
    plain(&mut window, Key::Escape);
    // From the statement itself.
    act(&mut window.harness, Action::Open(Detail { row: Row::Policy(policy), focus: None }));
    window.harness.get_by_role_and_label(Role::Button, "到正文里核对").click_accesskit();
    window.harness.run();
    assert_eq!(reader(&window).chosen.as_deref(), Some(adrift.as_str()));
    assert_eq!(focused(&window).0, Role::ListBoxOption);
    plain(&mut window, Key::Enter);
    assert_eq!(told(&window), "已放到正文里");
    stack(&written(&mut window));
    window.until("nothing is adrift", |window| window.session().adrift().next().is_none());
}

#[test]
fn the_key_of_reading_says_what_it_needs() {
    let mut window = Window::over(tempfile::tempdir().unwrap(), Start::default());
    window.press(CTRL, Key::T);
    assert!(window.session().reader().is_none());
    assert!(told(&window).starts_with("先点开一项政策，再按 Ctrl+T"), "{}", told(&window));
}

#[test]
fn the_arrows_and_pages_go_through_the_text() {
    let mut window = reading(TEXT);
    let at = |window: &Window| reader(window).at;
    for (key, expected) in [
        (Key::ArrowDown, 1),
        (Key::ArrowDown, 2),
        (Key::ArrowUp, 1),
        (Key::PageDown, 11),
        (Key::PageDown, 16),
        (Key::PageUp, 6),
        (Key::End, 16),
        (Key::Home, 0),
    ] {
        plain(&mut window, key);
        assert_eq!(at(&window), expected, "{key:?}");
    }
    window.press(Modifiers::SHIFT, Key::ArrowDown);
    assert_eq!(reader(&window).range(), (0, 0), "a paragraph ends what is chosen together");
    go(&mut window, 3, 1);
    window.press(Modifiers::SHIFT, Key::ArrowDown);
    assert_eq!(reader(&window).range(), (number(&window, 3, 1), number(&window, 3, 2)));
    window.press(Modifiers::SHIFT, Key::ArrowUp);
    assert_eq!(reader(&window).range(), (number(&window, 3, 1), number(&window, 3, 1)));
}

#[test]
fn words_are_found_by_the_stroke_and_open_sentences_by_letters() {
    let mut window = reading(TEXT);
    plain(&mut window, Key::Slash);
    window.type_text("语料库");
    plain(&mut window, Key::Enter);
    assert_eq!(reader(&window).at, number(&window, 8, 2));
    plain(&mut window, Key::Home);
    // Each suggestion in turn, forwards and back again; the last one is not gone over.
    let cues: Vec<usize> = {
        let reader = reader(&window);
        let all = reader.marks.open.iter().map(|at| reader.page.cues[*at].sentence);
        let mut all: Vec<usize> = all.collect();
        all.dedup();
        all
    };
    let mut seen = Vec::new();
    for _ in 0..cues.len() {
        plain(&mut window, Key::N);
        seen.push(reader(&window).at);
    }
    assert_eq!(seen, cues);
    plain(&mut window, Key::N);
    assert_eq!(Some(&reader(&window).at), cues.last());
    plain(&mut window, Key::P);
    assert_eq!(reader(&window).at, cues[cues.len() - 2]);
}

#[test]
fn letters_give_the_strength_and_the_digit_nought_says_that_there_is_none() {
    let mut window = reading(TEXT);
    go(&mut window, 6, 2);
    let strength = |window: &Window, focus: usize| reader(window).marks.cells[focus].strength;
    for (digit, focus) in [(Key::Num1, 0), (Key::Num2, 1), (Key::Num3, 2), (Key::Num4, 3), (Key::Num5, 4)] {
        plain(&mut window, digit);
        for (key, expected) in
            [(Key::S, Strength::Substantive), (Key::C, Strength::Core), (Key::T, Strength::Mentioned)]
        {
            plain(&mut window, key);
            assert_eq!(strength(&window, focus), expected, "{digit:?} {key:?}");
        }
        plain(&mut window, digit);
        assert_eq!(strength(&window, focus), Strength::NotAssessed, "{digit:?} again takes it back");
    }
    plain(&mut window, Key::Num6);
    assert_eq!(told(&window), "没有第 6 个方向");
    act(&mut window.harness, ReadingStep::Focus(FocusIdx(4)));
    plain(&mut window, Key::Num0);
    assert_eq!(reader(&window).asks_absent, Some(FocusIdx(4)));
}

#[test]
fn f6_leads_from_the_text_to_the_focuses_to_the_words_and_back() {
    let mut window = reading(TEXT);
    go(&mut window, 6, 2);
    plain(&mut window, Key::Num1);
    let sentence = "每年安排算力券800万元，单户最高40万元！ 已标注：算力，提及；第6段第2句，共17句";
    assert_eq!(focused(&window), (Role::ListBoxOption, sentence.to_owned()));
    for _ in 0..2 {
        plain(&mut window, Key::F6);
        assert_eq!(focused(&window), (Role::Button, "算力：提及，标注 1 处".to_owned()));
        plain(&mut window, Key::F6);
        assert_eq!(focused(&window), (Role::TextInput, "概括".to_owned()));
        plain(&mut window, Key::F6);
        assert_eq!(focused(&window), (Role::ListBoxOption, sentence.to_owned()));
    }
    // Enter leads to the words, Esc back to the text, and Delete takes the mark back.
    plain(&mut window, Key::Enter);
    assert_eq!(focused(&window).0, Role::TextInput);
    plain(&mut window, Key::Escape);
    assert_eq!(focused(&window).0, Role::ListBoxOption);
    plain(&mut window, Key::Delete);
    assert_eq!(reader(&window).marks.placed, []);
}

#[test]
fn a_message_covers_no_sentence_and_the_one_in_hand_stays_in_sight() {
    let long: String = (0..60).map(|n| format!("第{n}段：建设城市级算力平台。每年安排算力券{n}万元。\n")).collect();
    let mut window = reading(&long);
    act(&mut window.harness, Action::Notify(None));
    let bottoms = |window: &Window| {
        let all = window.harness.query_all_by_role(Role::ListBoxOption);
        all.map(|node| node.rect().bottom()).fold(0.0, f32::max)
    };
    // The last sentence that is in sight whole without a message.
    let quiet = bottoms(&window);
    let last = reader(&window).page.sentences.len() - 1;
    while bottoms(&window) <= quiet && reader(&window).at < last {
        plain(&mut window, Key::ArrowDown);
        if window
            .harness
            .get_all_by_role(Role::ListBoxOption)
            .any(|node| node.rect().top() > quiet - 80.0 && node.accesskit_node().is_focused())
        {
            break;
        }
    }
    act(&mut window.harness, Action::Notify(Some(Notice { text: "有一条消息".to_owned(), is_error: false })));
    let message = window.harness.get_by_label("有一条消息").rect();
    let focused = window.harness.query_all_by_role(Role::ListBoxOption);
    let mut seen = 0;
    for node in focused {
        assert!(!node.rect().intersects(message), "{:?}", node.accesskit_node().label());
        seen += usize::from(node.accesskit_node().is_focused());
    }
    assert_eq!(seen, 1, "the sentence in hand is in sight");
}

#[test]
fn a_text_that_is_not_in_sight_is_not_marked() {
    let mut window = reading(TEXT);
    go(&mut window, 6, 2);
    paste(&mut window, &TEXT.replace("800万元", "500万元"));
    window.until("the question", |window| matches!(reader(window).bringing, Bringing::Asks { .. }));
    let there = written(&mut window);
    for key in [Key::Num1, Key::Enter, Key::Backspace, Key::E, Key::Num0, Key::ArrowDown] {
        plain(&mut window, key);
    }
    assert_eq!((written(&mut window), reader(&window).at), (there, number(&window, 6, 2)));
    plain(&mut window, Key::Escape);
    assert!(reader(&window).shows_text());
}

#[test]
fn every_step_of_the_strip_is_kept_with_its_sentence() {
    let mut window = reading(TEXT);
    go(&mut window, 6, 2);
    plain(&mut window, Key::Num1);
    window.harness.get_by_role_and_label(Role::CheckBox, "等（不止所列）").click();
    window.harness.run();
    let catalogue = stack(&written(&mut window));
    let one = catalogue.statements.iter().find(|one| one.mark.is_some()).unwrap();
    assert_eq!(one.summary.get(Lang::Zh), one.quote.as_deref().unwrap());
    times(&mut window, Key::ArrowUp, 1);
    assert_eq!(reader(&window).in_hand(), None);
}
