//! The form of an own policy in the window: what it says of the values it takes, what it keeps when it is left, and the
//! ways to it from where something is missing.

use egui::{Event, Key, Modifiers, ViewportEvent, ViewportId, accesskit::Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use policy_atlas::app::Start;
use policy_atlas::catalogue::EventKind;
use policy_atlas::edit::PolicyForm;
use policy_atlas::query::Row;
use policy_atlas::session::{Action, Detail, Dialog, TextReader, ViewChange};
use policy_atlas::view::Tab;
use policy_atlas::words::Lang;

use crate::own_policies::{add, fill, layer, notice, save, window, written};
use crate::views_window::{CTRL, Window};
use crate::window::act;

const ESCAPE: (Modifiers, Key) = (Modifiers::NONE, Key::Escape);

fn paste(window: &mut Window, text: &str) {
    window.harness.event(Event::Paste(text.to_owned()));
    window.harness.run();
    window.harness.run();
}

/// The name of what has the keyboard.
fn focused(window: &Window) -> String {
    let mut nodes = window.harness.query_all_by(|node| node.is_focused() && node.label().is_some());
    nodes.find_map(|node| node.accesskit_node().label()).unwrap_or_default()
}

/// The value of a field of the form.
fn value(window: &Window, name: &str) -> String {
    let field = window.harness.get_by_role_and_label(Role::TextInput, name);
    field.accesskit_node().value().unwrap_or_default()
}

/// The title of the only policy of 深圳 in the catalogue.
fn title_there(window: &Window) -> String {
    let catalogue = window.session().data().catalogue();
    catalogue[catalogue.policy_by_id("440300-2023-1").unwrap()].title.get(Lang::Zh).to_owned()
}

#[test]
fn the_focuses_of_a_policy_are_one_press_from_wherever_they_are_missing() {
    let mut window = window();
    add(&mut window, "hf", "合肥市示例措施");
    save(&mut window, 13);
    let catalogue = window.session().data().catalogue();
    let row = window.session().pointing().detail.unwrap().row;
    let (id, place) = (row.id(catalogue).to_owned(), catalogue.regions.by_code("340100").unwrap());
    let opens = |window: &mut Window, name: &str| {
        window.click(&format!("归类方向：{name}"));
        assert_eq!(window.session().pointing().dialog, Some(Dialog::Policy));
        assert_eq!(focused(window), "算力 未考察", "the keyboard is at the first focus");
        window.press(ESCAPE.0, ESCAPE.1);
        act(&mut window.harness, Action::CloseDetail);
    };
    // The details of the policy, of its place, and of one cell of that.
    opens(&mut window, "合肥市示例措施");
    for focus in [None, catalogue_focus(&window)] {
        act(&mut window.harness, Action::Open(Detail { row: Row::Region(place), focus }));
        window.harness.run();
        opens(&mut window, "合肥市");
    }
    // A column of the comparison, and the memo of it.
    act(&mut window.harness, ViewChange::Comparison(vec![id, "440300-2023-1".to_owned()]));
    act(&mut window.harness, ViewChange::Tab(Tab::Compare));
    window.harness.run();
    opens(&mut window, "合肥市示例措施");
    act(&mut window.harness, Action::Show(Some(Dialog::SaveMemo)));
    window.harness.run();
    window.harness.get_by_label_contains("还没有归类方向，备忘录里只会写“未考察”");
    let memo = window.harness.get_all_by_label("归类方向：合肥市示例措施").last().unwrap();
    memo.click();
    window.harness.run();
    assert_eq!(focused(&window), "算力 未考察");
    window.harness.get_by_label("算力 实质").click();
    window.harness.run();
    fill(&mut window, "算力的依据", "每年安排算力券。");
    window.press(CTRL, Key::Enter);
    window.until("its focus", |window| layer(window).is_some_and(|text| text.contains("每年安排算力券。")));
    window.until("no question left", |window| !window.has("归类方向：合肥市示例措施"));
}

fn catalogue_focus(window: &Window) -> Option<policy_atlas::catalogue::FocusIdx> {
    window.session().data().catalogue().find_focus("compute")
}

#[test]
fn a_value_that_is_written_in_another_way_says_so_and_can_be_had_as_it_was() {
    let mut window = window();
    window.press(CTRL, Key::N);
    paste(&mut window, "文号：芜发改（2024）第031号\n发布日期：二〇二四年五月六日");
    assert_eq!((value(&window, "文号"), value(&window, "日期")), ("芜发改〔2024〕31号".into(), "2024-05-06".into()));
    window.harness.get_by_label("原文写作“二〇二四年五月六日”");
    window.harness.get_by_label("原文写作“芜发改（2024）第031号”");
    // A date has one writing; a number may be kept as it stands in the text, and changed back.
    window.click("照原文");
    assert_eq!(value(&window, "文号"), "芜发改（2024）第031号");
    window.click("改回 芜发改〔2024〕31号");
    assert_eq!(value(&window, "文号"), "芜发改〔2024〕31号");
    // One that is typed stays as it is typed, and the usual writing is offered.
    fill(&mut window, "文号", "附");
    assert!(!window.has("照原文"));
    for _ in 0.."芜发改〔2024〕31号附".chars().count() {
        window.press(Modifiers::NONE, Key::Backspace);
    }
    window.type_text("芜发改(2024)第031号");
    assert_eq!(value(&window, "文号"), "芜发改(2024)第031号");
    window.click("改为 芜发改〔2024〕31号");
    assert_eq!(value(&window, "文号"), "芜发改〔2024〕31号");
}

#[test]
fn a_form_that_says_nothing_new_leaves_no_draft() {
    // What is done with the form before it is left, and whether a draft stays.
    type Step = fn(&mut Window, &str);
    let title = title_there(&window());
    let cases: [(&str, Step, bool); 8] = [
        ("nothing", |_, _| {}, false),
        ("a place alone", |window, _| place(window), false),
        ("a title that is there", |window, title| typed(window, title), false),
        (
            "taken as the same",
            |window, title| {
                typed(window, title);
                window.click("是同一项");
                window.harness.get_by_label_contains("保存后与它算同一项，只计一次");
            },
            false,
        ),
        (
            "a title that is there, with a note",
            |window, title| {
                typed(window, title);
                fill(window, "备注", "处室");
            },
            true,
        ),
        (
            "a title that is there, with an issuer",
            |window, title| {
                typed(window, title);
                fill(window, "发文机关", "市科技局");
            },
            true,
        ),
        (
            "a title that is there and the date that it has",
            |window, title| {
                typed(window, title);
                fill(window, "日期", "2023年5月");
            },
            false,
        ),
        ("another title", |window, _| typed(window, "示例办法"), true),
    ];
    for (what, step, stays) in cases {
        let mut window = window();
        window.press(CTRL, Key::N);
        step(&mut window, &title);
        window.press(ESCAPE.0, ESCAPE.1);
        // What else was typed of a policy that is there already is asked about.
        if what.contains(", with") {
            assert_eq!(window.session().pointing().dialog, Some(Dialog::Policy), "{what}");
            window.harness.get_by_label_contains("再按一次“关闭，留草稿”存为草稿");
            window.press(ESCAPE.0, ESCAPE.1);
        }
        if stays {
            window.until(what, |window| window.session().data().catalogue().drafts.len() == 1);
        }
        let has_text = layer(&window).is_some() || window.session().mine().layer().unwrap().text.is_some();
        assert_eq!((window.session().pointing().dialog, has_text), (None, stays), "{what}");
    }
    // Nor does one that is left for the policy that is there.
    let mut window = window();
    window.press(CTRL, Key::N);
    typed(&mut window, &title);
    window.click("打开那一项");
    assert!(window.session().pointing().detail.is_some() && notice(&window).starts_with("没有留草稿"));
    assert_eq!(window.session().mine().layer().unwrap().text, None);
    // Nor one that is thrown away.
    let mut window = self::window();
    window.press(CTRL, Key::N);
    assert!(!window.has("关闭，不留草稿"), "there is nothing to throw away");
    typed(&mut window, &title);
    fill(&mut window, "备注", "处室");
    window.click("关闭，不留草稿");
    assert_eq!((window.session().pointing().dialog, &window.session().mine().layer().unwrap().text), (None, &None));
}

#[test]
fn a_form_says_what_it_lacks_where_that_is_and_beside_its_button() {
    let mut window = window();
    window.press(CTRL, Key::N);
    let missing = |window: &Window| window.harness.query_by_label_contains("现在只能存为草稿").is_some();
    assert!(!missing(&window), "nothing was typed yet");
    place(&mut window);
    window.harness.get_by_label("现在只能存为草稿，不计入：缺题名");
    window.harness.get_by_label("请填题名");
    fill(&mut window, "日期", "2024-13");
    fill(&mut window, "算力的依据", "一句。");
    window.harness.get_by_label("现在只能存为草稿，不计入：缺题名、日期有误、缺算力的提及程度");
    window.click("改为 2024-12");
    window.harness.get_by_label("算力 实质").click();
    window.harness.run();
    window.click("存为草稿");
    window.until("the draft", |window| window.session().data().catalogue().drafts.len() == 1);
    assert_eq!(notice(&window), "已存为草稿，还不计入（缺题名）");
    window.click("我的 0 项，草稿 1 ▼");
    window.click("草稿：（无题名）");
    fill(&mut window, "题名", "示例办法");
    assert!(!missing(&window));
    save(&mut window, 13);
}

#[test]
fn a_date_is_taken_as_it_is_written() {
    let mut window = window();
    add(&mut window, "hf", "合肥市示例措施");
    fill(&mut window, "日期", "2024年6月18日印发");
    window.click("＋ 其他日期");
    fill(&mut window, "其他日期1", "自2024年7月1日起施行");
    fill(&mut window, "期限的截止日期", "二〇二六年十二月");
    fill(&mut window, "期限的起始日期", "2024年6月");
    // What has been left stands as it was read.
    assert_eq!((value(&window, "日期"), value(&window, "期限的截止日期")), ("2024-06-18".into(), "2026-12".into()));
    assert!(window.harness.query_by_label_contains("不是日期").is_none());
    // Saved from within the last field.
    save(&mut window, 13);
    let text = layer(&window).unwrap();
    for written in [
        "(kind: Issued, on: \"2024-06-18\"",
        "(kind: InForce, on: \"2024-07-01\"",
        "(from: \"2024-06\", to: \"2026-12\"",
    ] {
        assert!(text.contains(written), "{written}: {text}");
    }
}

#[test]
fn the_details_say_whose_a_later_date_is_and_break_no_word_in_two() {
    let mut window = window();
    add(&mut window, "hf", "合肥市示例措施");
    fill(&mut window, "发文机关", "合肥市人民政府办公室");
    fill(&mut window, "链接", "https://www.example.gov.cn/a");
    fill(&mut window, "日期", "2024年6月18日");
    window.click("＋ 其他日期");
    fill(&mut window, "其他日期1", "2024年7月1日");
    save(&mut window, 13);
    let top = |text: &str| window.harness.get_by_label(text).rect().top();
    let (head, date) = (top("其他日期"), top("2024-07-01 施行"));
    let sources = window.harness.query_all_by_label("官方 · 合肥市人民政府办公室");
    let below: Vec<f32> = sources.map(|node| node.rect().top()).filter(|at| *at > date).collect();
    assert!(head < date && below.iter().any(|at| at - date < 40.0), "{head} {date} {below:?}");
    assert!(!window.has("其他来源的日期"));
    // What is said in one or two words stands in one line.
    for name in ["我的政策", "打开网页", "复制引文"] {
        let named: Vec<_> = window.harness.query_all_by(|node| node.value().as_deref() == Some(name)).collect();
        assert!(!named.is_empty(), "{name}");
        assert!(named.iter().all(|node| node.rect().height() < 24.0), "{name}: {named:?}");
    }
}

/// Adds a policy with a sentence on computing power, and gives a second sentence of the same focus to it in the file of
/// the layer, made of the record of the first; the window over that file, and the id of the policy.
fn with_two_sentences(second: impl Fn(&str) -> String, layer_as: impl Fn(String) -> String) -> (Window, String) {
    let mut window = window();
    add(&mut window, "hf", "合肥市示例措施");
    window.harness.get_by_label("算力 提及").click();
    window.harness.run();
    fill(&mut window, "算力的依据", "建设算力设施。");
    save(&mut window, 13);
    let id = window.session().pointing().detail.unwrap().row.id(window.session().data().catalogue()).to_owned();
    let tail = id.rsplit('-').next().unwrap();
    let text = layer(&window).unwrap();
    let begin = text.find(&format!("        (\n            id: \"{tail}-compute\"")).unwrap();
    let end = begin + text[begin..].find("\n        ),").unwrap() + "\n        ),".len();
    let first = text[begin..end].to_owned();
    let other = first.replace(&format!("{tail}-compute"), &format!("{tail}-s2"));
    let other = second(&other.replace("建设算力设施。", "算力投资十亿元。"));
    let path = window.folder.path().join("layers/ccid-2023-3.ron");
    let Window { harness, folder } = window;
    drop(harness);
    std::fs::write(&path, layer_as(text.replace(&first, &format!("{first}\n{other}")))).unwrap();
    (Window::over(folder, Start::default()), id)
}

#[test]
fn every_sentence_of_a_focus_is_led_to_by_the_form() {
    // A second, stronger one, as reading marks it.
    let (mut window, id) = with_two_sentences(|second| second.replace("Mentioned", "Core"), |text| text);
    window.until("the layer", |window| window.session().own_policies() == 1);
    let catalogue = window.session().data().catalogue();
    let row = Row::Policy(catalogue.policy_by_id(&id).unwrap());
    act(&mut window.harness, Action::Open(Detail { row, focus: None }));
    window.harness.run();
    window.click("修改这项");
    assert_eq!(value(&window, "算力的依据"), "算力投资十亿元。", "the strongest, as the cell has it");
    assert!(!window.has("算力（2） 提及"));
    window.click("算力：另 1 句");
    assert_eq!(value(&window, "算力（2）的依据"), "建设算力设施。");
    window.harness.get_by_label("算力（2） 实质").click();
    window.harness.run();
    window.press(CTRL, Key::Enter);
    window.until("it in the file", |window| layer(window).unwrap().contains("strength: Substantive"));
    let text = crate::own_policies::written(&mut window);
    assert!(text.contains("算力投资十亿元。") && text.contains("strength: Core"), "{text}");
}

fn place(window: &mut Window) {
    window.type_text("深圳");
    window.press(Modifiers::NONE, Key::Enter);
}

fn typed(window: &mut Window, title: &str) {
    place(window);
    window.type_text(title);
}

#[test]
fn a_form_that_is_open_when_the_program_ends_is_a_draft_of_the_next_start() {
    let mut window = window();
    add(&mut window, "hf", "合肥市没写完的一项");
    let viewport = window.harness.input_mut().viewports.entry(ViewportId::ROOT).or_default();
    viewport.events.push(ViewportEvent::Close);
    window.harness.step();
    let Window { harness, folder } = window;
    drop(harness);
    let mut again = Window::over(folder, Start::default());
    again.until("the draft", |window| window.session().data().catalogue().drafts.len() == 1);
    again.click("我的 0 项，草稿 1 ▼");
    assert!(again.has("草稿：合肥市没写完的一项"));
}

#[test]
fn other_events_have_dates_of_their_own() {
    let mut window = window();
    add(&mut window, "hf", "合肥市示例措施");
    window.click("＋ 其他日期");
    fill(&mut window, "其他日期1", "2024-13");
    window.harness.get_by_label_contains("“2024-13”不是日期");
    window.click("改为 2024-12");
    window.click("＋ 其他日期");
    fill(&mut window, "其他日期2", "2026");
    window.harness.get_by_label("其他日期2的种类 施行").click();
    window.harness.run();
    window.harness.get_by_label("期满").click();
    window.harness.run();
    save(&mut window, 13);
    let text = layer(&window).unwrap();
    let id = window.session().pointing().detail.unwrap().row.id(window.session().data().catalogue()).to_owned();
    let form = PolicyForm::read(&text, &id, []).unwrap();
    let dates: Vec<_> = form.dates.iter().map(|date| (date.kind, date.on.as_str())).collect();
    assert_eq!(dates, [(EventKind::InForce, "2024-12"), (EventKind::Ends, "2026")]);
    // One is taken out again.
    window.click("修改这项");
    window.click("去掉其他日期1");
    window.press(CTRL, Key::Enter);
    window.until("one date", |window| !layer(window).unwrap().contains("InForce"));
    assert!(layer(&window).unwrap().contains("(kind: Ends, on: \"2026\""));
}

/// A text with three sentences on compute and data.
const TEXT: &str = "关于印发《芜湖市示例若干政策》的通知\n发布日期：2024-05-06\n各有关单位：\n　　为促进产业发展，制定本政策。\
                    建设算力设施，每年发放算力券。\n二、开放公共数据，支持数据交易。鼓励提供算力。";

/// The tops of all fields of the form, by name.
fn tops(window: &Window) -> Vec<(String, i32)> {
    let fields = window.harness.query_all_by(|node| [Role::TextInput, Role::RadioButton].contains(&node.role()));
    fields
        .filter_map(|node| {
            let node = node.accesskit_node();
            Some((node.label()?, node.bounding_box()?.y0.round() as i32))
        })
        .collect()
}

#[test]
fn no_field_moves_while_one_types() {
    let title = title_there(&window());
    for pasted in [false, true] {
        let mut window = window();
        window.press(CTRL, Key::N);
        if pasted {
            paste(&mut window, TEXT);
        } else {
            place(&mut window);
        }
        let before = tops(&window);
        assert!(before.len() > 30, "{before:?}");
        // Wrong and right values, a double, odd writings: each brings a hint or takes one away.
        let typed = [
            ("题名", title.as_str()),
            ("题名", "（征求意见稿）"),
            ("日期", "2024-13-40"),
            ("文号", "芜发改(2024)第031号"),
            ("链接", "example.gov.cn/a"),
            ("期限的起始日期", "2024-5"),
            ("算力的依据", "建设算力设施。"),
        ];
        for (field, text) in typed {
            fill(&mut window, field, text);
            assert_eq!(tops(&window), before, "after {field} {text}");
        }
        window.harness.get_by_label("数据 实质").click();
        window.harness.run();
        assert_eq!(tops(&window), before, "after a strength");
    }
}

#[test]
fn sentences_of_the_pasted_text_are_offered_as_evidence_and_asked_for_once() {
    let mut window = window();
    window.press(CTRL, Key::N);
    paste(&mut window, TEXT);
    assert_eq!(value(&window, "算力的依据"), "", "nothing is filled in by itself");
    // By key: the list opens at the sentence with most words of the codebook.
    let opens = "算力：从粘贴的原文选依据，2 句用到它的词";
    window.harness.get_by_role_and_label(Role::Button, opens).focus();
    window.harness.run();
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(focused(&window), "建设算力设施，每年发放算力券。");
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(value(&window, "算力的依据"), "建设算力设施，每年发放算力券。");
    window.harness.get_by_label("算力 实质").click();
    window.harness.get_by_label("数据 实质").click();
    window.harness.run();
    // By mouse, after the question.
    window.press(CTRL, Key::Enter);
    assert_eq!(window.session().pointing().dialog, Some(Dialog::Policy), "asked first");
    window.harness.get_by_label_contains("数据还没有依据：从“原文”里选一句");
    // What stands under 出处 is the place of that sentence, whatever stood there.
    fill(&mut window, "数据的出处", "附则");
    window.click("数据：从粘贴的原文选依据，1 句用到它的词");
    window.click("二、开放公共数据，支持数据交易。");
    assert_eq!(value(&window, "数据的出处"), "二");
    assert!(!window.has("还没有依据"), "the question is answered");
    window.press(CTRL, Key::Enter);
    window.until("saved", |window| window.session().data().catalogue().policies.len() == 13);
    let text = crate::own_policies::written(&mut window);
    assert!(text.contains("建设算力设施，每年发放算力券。") && text.contains("开放公共数据，支持数据交易。"), "{text}");
}

#[test]
fn a_focus_without_evidence_is_saved_when_asked_again_and_says_so() {
    let mut window = window();
    add(&mut window, "hf", "合肥市示例措施");
    window.harness.get_by_label("算力 实质").click();
    window.harness.run();
    window.press(CTRL, Key::Enter);
    window.harness.get_by_label_contains("算力还没有依据：写上原文一句");
    save(&mut window, 13);
    assert!(layer(&window).unwrap().contains("（未录依据）"));
    // What was saved so is not asked about again.
    window.click("修改这项");
    fill(&mut window, "备注", "处室");
    window.press(CTRL, Key::Enter);
    assert_eq!(window.session().pointing().dialog, None);
}

#[test]
fn whether_the_text_was_read_is_asked_in_sight_above_the_buttons() {
    for size in [[1024.0, 700.0], [1280.0, 800.0]] {
        let mut window = window();
        window.harness.set_size(size.into());
        window.press(CTRL, Key::N);
        place(&mut window);
        // What is unfolded makes the form longer than its room.
        for focus in ["算力 实质", "算法 实质", "数据 实质"] {
            window.harness.get_by_label(focus).click();
            window.harness.run();
        }
        let read = window.harness.get_by_role_and_label(Role::CheckBox, "已通读全文").rect();
        let button = window.harness.get_by_role_and_label(Role::Button, "存为草稿").rect();
        let link = window.harness.get_by_role_and_label(Role::TextInput, "数据的依据");
        assert!(read.bottom() <= button.top() && button.bottom() <= size[1], "{size:?}: {read:?} {button:?}");
        assert!(link.rect().top() < size[1], "{size:?}: nothing is unfolded");
    }
}

#[test]
fn a_statement_in_the_words_of_its_source_is_told_once() {
    let mut window = window();
    add(&mut window, "hf", "合肥市示例措施");
    window.harness.get_by_label("算力 实质").click();
    window.harness.run();
    fill(&mut window, "算力的依据", "每年安排算力券。");
    save(&mut window, 13);
    let told = window.harness.query_all_by_label_contains("每年安排算力券");
    let told: Vec<String> =
        told.filter_map(|node| node.accesskit_node().label().or(node.accesskit_node().value())).collect();
    // What copies the quotation is named by it too.
    assert_eq!(told, ["原文：“每年安排算力券。”", "复制引文：每年安排算力券。"]);
}

#[test]
fn the_text_that_was_pasted_into_the_form_is_there_to_be_read() {
    let has_text = |window: &Window| window.session().reader().is_some_and(TextReader::has_text);
    // By the button of the form, and by the key once the policy is saved.
    for later in [false, true] {
        let mut window = window();
        window.press(CTRL, Key::N);
        paste(&mut window, TEXT);
        if later {
            save(&mut window, 13);
            window.press(CTRL, Key::T);
        } else {
            window.click("打开正文并标注");
        }
        window.until("the text", has_text);
        let page = &window.session().reader().unwrap().page;
        assert!(page.paragraphs.iter().any(|one| one.contains("每年发放算力券。")), "{:?}", page.paragraphs);
        let text = crate::own_policies::written(&mut window);
        assert!(text.contains("paragraphs: [") && text.contains("每年发放算力券。"), "{text}");
    }
    // A row of a table is no text.
    let mut window = window();
    window.press(CTRL, Key::N);
    paste(&mut window, "芜湖市\t芜湖市示例措施\t2024-05-06\t发放算力券。");
    window.click("打开正文并标注");
    // Nobody has said what its day is the day of.
    window.harness.get_by_label_contains("还没有填日期");
    window.click("打开正文并标注");
    window.until("the reader", |window| window.session().reader().is_some());
    assert!(!has_text(&window));
}

#[test]
fn a_draft_says_beside_its_text_what_is_missing_and_counts_once_that_is_there() {
    let mut window = window();
    window.press(CTRL, Key::N);
    paste(&mut window, TEXT);
    fill(&mut window, "算力的依据", "建设算力设施，每年发放算力券。");
    window.harness.get_by_label("算力：有依据，没有选提及程度");
    window.press(CTRL, Key::T);
    window.until("the text", |window| window.session().reader().is_some_and(TextReader::has_text));
    window.until("the draft", |window| window.session().data().catalogue().drafts.len() == 1);
    window.harness.get_by_label("草稿，不计入：缺算力的提及程度");
    // No strength is no silence, and is said of the sentence itself.
    let row = window.harness.get_by_label_contains("算 · 未选提及程度 · ");
    assert!(row.accesskit_node().label().is_some_and(|label| label.ends_with("建设算力设施，每年发放算力券。")));
    window.press(Modifiers::NONE, Key::End);
    window.harness.run();
    window.click("通读完毕");
    window.click("仍记为通读");
    assert_eq!(notice(&window), "已记为通读；这项政策还是草稿，不计入：缺算力的提及程度");
    window.click("去补上");
    let reader = window.session().reader().unwrap();
    assert_eq!(reader.in_hand().map(|one| one.quote.as_str()), Some("建设算力设施，每年发放算力券。"));
    window.press(Modifiers::NONE, Key::S);
    window.until("it counted", |window| window.session().own_policies() == 1);
    assert!(notice(&window).starts_with("草稿已补全，现在计入"));
    assert!(window.session().reader().unwrap().draft.is_none() && !window.has("去补上"));
}

#[test]
fn a_sentence_without_a_strength_is_in_sight_and_led_to() {
    let (mut window, _) = with_two_sentences(
        |second| second.replace("            strength: Mentioned,\n", ""),
        |text| text.replace("            stage: Final,\n", "            stage: Final,\n            draft: true,\n"),
    );
    window.until("the draft", |window| window.session().data().catalogue().drafts.len() == 1);
    window.click("我的 0 项，草稿 1 ▼");
    window.click("草稿：合肥市示例措施");
    // Nothing was unfolded.
    assert_eq!(value(&window, "算力（2）的依据"), "算力投资十亿元。");
    window.click("算力（2）：有依据，没有选提及程度");
    assert_eq!(focused(&window), "算力（2） 未考察");
    window.harness.get_by_label("算力（2） 核心").click();
    window.harness.run();
    assert!(!window.has("算力（2）：有依据，没有选提及程度"));
}

#[test]
fn a_slip_in_a_policy_that_is_corrected_is_not_kept_without_being_asked() {
    let mut window = window();
    add(&mut window, "hf", "合肥市示例措施");
    save(&mut window, 13);
    let before = written(&mut window);
    for slip in ["合肥市示例措施abc", ""] {
        window.click("修改这项");
        fill(&mut window, "题名", slip);
        if slip.is_empty() {
            window.press(CTRL, Key::A);
            window.press(Modifiers::NONE, Key::Backspace);
        }
        window.press(ESCAPE.0, ESCAPE.1);
        window.harness.get_by_label_contains("改动还没有保存");
        assert_eq!(window.session().pointing().dialog, Some(Dialog::Policy), "{slip}");
        // The answer is on the button as well as on the key.
        if slip.is_empty() {
            window.click("不保存");
        } else {
            window.press(ESCAPE.0, ESCAPE.1);
        }
        assert_eq!((window.session().pointing().dialog, written(&mut window)), (None, before.clone()), "{slip}");
    }
    assert_eq!(window.session().data().catalogue().drafts.len(), 0);
    window.click("修改这项");
    fill(&mut window, "题名", "合肥市示例措施二");
    window.press(ESCAPE.0, ESCAPE.1);
    window.press(CTRL, Key::Enter);
    window.until("the change", |window| layer(window).is_some_and(|text| text.contains("合肥市示例措施二")));
}

#[test]
fn a_day_that_may_be_of_several_kinds_is_not_lost_by_saving() {
    let mut window = window();
    window.press(CTRL, Key::N);
    paste(&mut window, "芜湖市\t芜湖市示例措施\t2024-03-05\t发放算力券。");
    let question = "2024-03-05 是公布、签署还是印发日期？";
    window.harness.get_by_label(question);
    window.press(CTRL, Key::Enter);
    window.harness.get_by_label_contains(&format!("还没有填日期：{question}"));
    assert_eq!(window.session().pointing().dialog, Some(Dialog::Policy));
    window.click("印发 2024-03-05");
    assert!(window.harness.query_by_label_contains("还没有填日期").is_none());
    save(&mut window, 13);
    let catalogue = window.session().data().catalogue();
    let policy = catalogue.policies.iter().find(|policy| policy.title.get(Lang::Zh) == "芜湖市示例措施").unwrap();
    assert_eq!(policy.month_words(Lang::Zh), "2024-03（印发）");
}
