//! A table in the window: chosen or dropped, its problems solved by keys, taken in as one step, and known again.

use std::fs;
use std::path::{Path, PathBuf};

use egui::{Key, Modifiers, Rect, accesskit::Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use policy_atlas::catalogue::{EventKind, Stage};
use policy_atlas::import::{Fate, TableField};
use policy_atlas::session::{Dialog, ImportStep, Importing, Mining, ReadyTable, TableFrom};
use policy_atlas::words::{Lang, UiText};
use rust_xlsxwriter::{Format, Workbook};

use crate::own_policies::{layer, written};
use crate::views_window::{CTRL, Window};
use crate::window::act;

/// A ledger of 31 policies, its places merged over the rows of each, with four values that do not do.
fn ledger(folder: &Path) -> PathBuf {
    let path = folder.join("台账.xlsx");
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let plain = Format::new();
    sheet.merge_range(0, 0, 0, 4, "2024年人工智能政策台账", &plain).unwrap();
    for (column, head) in ["地区", "政策名称", "文号", "发布日期", "责任处室"].into_iter().enumerate() {
        sheet.write(1, column as u16, head).unwrap();
    }
    let places = ["合肥市", "芜湖市", "蚌埠市", "淮南市"];
    let mut row = 2;
    for (n, place) in places.into_iter().enumerate() {
        let many = if n == 3 { 7 } else { 8 };
        sheet.merge_range(row, 0, row + many - 1, 0, place, &plain).unwrap();
        for i in 0..many {
            let at = row + i;
            sheet.write(at, 1, format!("{place}人工智能措施第{}号", i + 1)).unwrap();
            sheet.write(at, 2, format!("试{}〔2024〕{}号", ["合", "芜", "蚌", "淮"][n], i + 1)).unwrap();
            let date = match (n, i) {
                (0, 1) => "24.5".to_owned(),
                (1, 2) => "2024年13月".to_owned(),
                (2, 3) => "24年6月".to_owned(),
                (3, 4) => "2024-02-30".to_owned(),
                _ => format!("2024年{}月", i + 1),
            };
            sheet.write(at, 3, date).unwrap();
            sheet.write(at, 4, "数字经济处").unwrap();
        }
        row += many;
    }
    sheet.write(row, 0, "合计").unwrap();
    sheet.write(row, 1, "31").unwrap();
    book.save(&path).unwrap();
    path
}

fn ready(window: &Window) -> Option<&ReadyTable> {
    match window.session().importing() {
        Importing::Ready { table, waits: false } => Some(table),
        _ => None,
    }
}

fn policies(window: &Window) -> usize {
    window.session().data().catalogue().policies.len()
}

fn import(window: &mut Window, path: &Path) {
    act(&mut window.harness, Mining::Import(ImportStep::Read(TableFrom::File(path.to_owned()), None)));
    window.until("the table", |window| ready(window).is_some());
}

#[test]
fn a_ledger_of_31_rows_is_taken_in_by_keyboard_with_four_problems_solved_on_the_way() {
    let mut window = Window::new(&[]);
    let path = ledger(window.folder.path());
    let mut presses = 0;
    let mut press = |window: &mut Window, modifiers, key| {
        presses += 1;
        window.press(modifiers, key);
    };
    press(&mut window, CTRL, Key::I);
    press(&mut window, Modifiers::NONE, Key::Tab);
    window.type_text(path.to_str().unwrap());
    press(&mut window, Modifiers::NONE, Key::Enter);
    window.until("the table", |window| ready(window).is_some());
    let dry = &ready(&window).unwrap().dry;
    assert_eq!((dry.count(Fate::New), dry.count(Fate::Faulty), dry.count(Fate::NoRecord)), (27, 4, 1));
    for left in (0..4).rev() {
        press(&mut window, Modifiers::NONE, Key::F);
        window.until("the answer judged", |window| {
            ready(window).is_some_and(|table| table.dry.count(Fate::Faulty) == left)
        });
    }
    press(&mut window, CTRL, Key::Enter);
    window.until("the policies", |window| policies(window) == 43);
    assert!(presses <= 12, "{presses} presses");
    let text = written(&mut window);
    for value in ["\"2024-05\"", "\"2024-06\"", "\"2024-12\"", "\"2024-02-29\"", "责任处室", "台账.xlsx"] {
        assert!(text.contains(value), "{value}");
    }
    // All of it is one step.
    window.press(CTRL, Key::Z);
    window.until("none of them", |window| policies(window) == 12);
    window.press(CTRL, Key::Y);
    window.until("all again", |window| policies(window) == 43);
    // The same table again changes nothing; its answers are remembered.
    import(&mut window, &path);
    let table = ready(&window).unwrap();
    assert!(table.is_remembered);
    assert_eq!((table.dry.count(Fate::Same), table.dry.taken()), (31, 0));
    window.harness.get_by_label("没有可以导入的行");
}

#[test]
fn what_a_column_is_and_which_row_counts_are_answered_in_the_table() {
    let mut window = Window::new(&[]);
    let path = window.folder.path().join("表.csv");
    fs::write(&path, "城市,题名,时间,处室\n合肥市,合肥市示例措施,2024年5月,甲\n合肥市,半行,,\n").unwrap();
    import(&mut window, &path);
    // A date that may be three things is asked about before anything is taken.
    window.click("签署日期");
    window.until("an answer", |window| ready(window).is_some_and(|table| table.dry.questions.is_empty()));
    let column = ready(&window).unwrap().dry.sheets[0].column(2).unwrap().field.clone();
    assert_eq!(column, TableField::Date(EventKind::Signed));
    act(&mut window.harness, Mining::Import(ImportStep::Drafts(true)));
    window.until("judged anew", |window| ready(window).is_some());
    let n = ready(&window).unwrap().dry.taken();
    assert!(n >= 1);
    window.click(&format!("导入 {n} 项"));
    window.until("the policies", |window| policies(window) > 12);
    let text = written(&mut window);
    assert!(text.contains("kind: Signed, on: \"2024-05\""), "{text}");
    assert!(text.contains("处室"), "a column without a field is kept as a remark");
}

#[test]
fn what_is_no_table_is_told_with_what_to_do_and_another_can_be_chosen() {
    let mut window = Window::new(&[]);
    let path = window.folder.path().join("通知.pdf");
    fs::write(&path, "%PDF-1.7\n").unwrap();
    act(&mut window.harness, Mining::Import(ImportStep::Read(TableFrom::File(path), None)));
    window.until("a refusal", |window| matches!(window.session().importing(), Importing::Unread(_)));
    window.harness.get_by_label_contains("PDF");
    let gone = window.folder.path().join("nowhere.xlsx");
    act(&mut window.harness, Mining::Import(ImportStep::Read(TableFrom::File(gone), None)));
    window.until("another refusal", |window| matches!(window.session().importing(), Importing::Unread(_)));
    window.harness.get_by_label_contains("没有这个文件");
    window.press(Modifiers::NONE, Key::Escape);
    assert_eq!(window.session().pointing().dialog, None);
    assert_eq!(layer(&window), None);
}

#[test]
fn the_cell_in_question_is_brought_into_sight() {
    let mut window = Window::new(&[]);
    let path = window.folder.path().join("宽表.csv");
    let heads: Vec<String> = (1..=14).map(|n| format!("说明{n}")).collect();
    let mut text = format!("地区,题名,{},发布日期\n", heads.join(","));
    for n in 1..=60 {
        let date = if n == 50 { "2024年13月" } else { "2024年5月" };
        text += &format!("合肥市,合肥市示例措施第{n}号,{},{date}\n", vec!["甲"; 14].join(","));
    }
    fs::write(&path, text).unwrap();
    import(&mut window, &path);
    window.harness.run();
    // The list at the right says it too; the cell is at the left of it.
    let said: Vec<Rect> = window.harness.query_all_by_label("2024年13月").map(|node| node.rect()).collect();
    let list = window.harness.get_by_label_contains("没有这个日期").rect();
    assert!(said.iter().any(|cell| cell.right() < list.left()), "{said:?} and the list {list:?}");
}

#[test]
fn keys_lead_from_the_problems_to_rows_and_columns() {
    let mut window = Window::new(&[]);
    let path = ledger(window.folder.path());
    import(&mut window, &path);
    window.press(Modifiers::NONE, Key::F6);
    for _ in 0..30 {
        window.press(Modifiers::NONE, Key::ArrowDown);
    }
    // The last row is far below the first screen of the sheet.
    window.harness.get_by_label("31");
    window.press(Modifiers::NONE, Key::F6);
    let column = window.harness.get_by_role_and_label(Role::ComboBox, "“地区”这一列是");
    assert!(column.accesskit_node().is_focused());
    window.press(Modifiers::NONE, Key::F6);
    window.press(Modifiers::NONE, Key::F);
    window.until("a problem solved", |window| ready(window).is_some_and(|table| table.dry.count(Fate::Faulty) == 3));
}

#[test]
fn a_table_that_is_no_longer_wanted_is_not_taken_when_it_comes() {
    let mut window = Window::new(&[]);
    let path = ledger(window.folder.path());
    import(&mut window, &path);
    let late = Box::new(ready(&window).unwrap().clone());
    act(&mut window.harness, Mining::Import(ImportStep::Another));
    // What a thread still sends of an earlier question.
    for step in [ImportStep::Progress(1, 0.5), ImportStep::Done(1, late), ImportStep::Failed(1, "迟了".into())] {
        act(&mut window.harness, Mining::Import(step));
        assert_eq!(window.session().importing(), &Importing::None);
    }
    import(&mut window, &path);
}

#[test]
fn the_page_of_one_document_leads_to_the_form_with_it() {
    let page = include_str!("../../src/intake/tests/notice.html");
    for by_file in [true, false] {
        let mut window = Window::new(&[]);
        window.press(CTRL, Key::I);
        if by_file {
            let path = window.folder.path().join("notice.html");
            fs::write(&path, page).unwrap();
            act(&mut window.harness, Mining::Import(ImportStep::Read(TableFrom::File(path), None)));
        } else {
            let text = "泸州市示例措施\n文号：泸市经信〔2025〕9号\n发布日期：2025年3月10日".to_owned();
            window.harness.event(egui::Event::Paste(text));
            window.harness.run();
        }
        window.until("the form", |window| window.session().pointing().dialog == Some(Dialog::Policy));
        let editing = window.session().mine().editing().unwrap();
        assert_eq!((editing.form.number.as_str(), editing.form.date.as_str()), ("泸市经信〔2025〕9号", "2025-03-10"));
        assert!(editing.found.is_some());
        assert_eq!(window.session().importing(), &Importing::None);
    }
}

/// A table of these lines, read.
fn table(window: &mut Window, lines: &[&str]) {
    let path = window.folder.path().join("表.csv");
    fs::write(&path, lines.join("\n")).unwrap();
    import(window, &path);
}

fn faulty(window: &Window) -> Option<usize> {
    ready(window).map(|table| table.dry.count(Fate::Faulty))
}

#[test]
fn a_place_that_is_not_known_is_offered_picked_or_typed_and_the_answer_stands_in_its_cell() {
    let mut window = Window::new(&[]);
    table(
        &mut window,
        &[
            "地区,题名,发布日期",
            "芜糊市,芜湖市示例措施,2024年5月",
            "没有的地方,另一示例措施,2024年6月",
            "还是没有,第三示例措施,2024年7月",
            "湾沚区,湾沚区示例措施,去年底",
        ],
    );
    assert_eq!(faulty(&window), Some(3));
    window.click("改为 芜湖市 340200");
    window.until("the offer taken", |window| faulty(window) == Some(2));
    window.harness.get_by_label("芜糊市 → 芜湖市 340200");
    // A name that no place has stays where it was typed, and is said to be none.
    window.harness.get_by_role_and_label(Role::TextInput, "地区").focus();
    window.harness.run();
    window.type_text("没有这地方");
    window.harness.get_by_label("没有叫“没有这地方”的地区");
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(faulty(&window), Some(2));
    window.press(CTRL, Key::A);
    window.type_text("合肥");
    window.press(Modifiers::NONE, Key::Enter);
    window.until("the name taken", |window| faulty(window) == Some(1));
    // Without a word typed the places of other rows are there to be picked.
    window.click("合肥市");
    window.until("the place picked", |window| faulty(window) == Some(0));
    // How values were read is in sight and no matter of the pointer.
    window.harness.get_by_label_contains("湾沚区计入芜湖市（340200）");
    window.harness.get_by_label_contains("“去年底”：不是日期");
    window.click("导入 4 项");
    window.until("the policies", |window| policies(window) == 16);
    window.harness.get_by_label_contains("已导入 4 项：新增 4");
}

#[test]
fn a_title_that_names_a_draft_is_asked_about_against_a_final_text() {
    let mut window = Window::new(&[]);
    let lines = ["地区,题名,发布日期,阶段", "合肥市,合肥市示例措施（征求意见稿）,2024-05,正式文本"];
    table(&mut window, &lines);
    assert_eq!(faulty(&window), Some(1));
    window.click(&format!("改为 {}", Stage::Draft.name(Lang::Zh)));
    window.until("the answer", |window| faulty(window) == Some(0));
    window.click("导入 1 项");
    window.until("the policy", |window| policies(window) == 13);
    assert!(written(&mut window).contains("stage: Draft"));
    // Another catalogue takes the place of the one that the policy lies over: what is kept is said.
    window.harness.get_by_label(UiText::ToTitles.get(Lang::Zh)).click();
    window.harness.run();
    window.until("the titles", |window| policies(window) == 69);
    window.harness.get_by_label_contains("“我的 1 项”留在");
    window.harness.get_by_label(UiText::ToReport.get(Lang::Zh)).click();
    window.harness.run();
    window.until("the policy again", |window| policies(window) == 13);
}

#[test]
fn a_table_without_stages_says_what_is_assumed_and_lets_it_be_said() {
    let lines = ["地区,题名,发布日期", "合肥市,合肥市示例措施,2024-05", "芜湖市,芜湖市示例措施,2024-06"];
    let mut window = Window::new(&[]);
    table(&mut window, &lines);
    window.harness.get_by_label("没有写明阶段的 2 项按正式文本计");
    window.click("导入 2 项");
    window.until("the policies", |window| policies(window) == 14);
    window.harness.get_by_label_contains("没有写明阶段的 2 项按正式文本计");
    assert_eq!(written(&mut window).matches("阶段说明").count(), 2);
    // The form says so of each, until it is confirmed there.
    let id = {
        let catalogue = window.session().data().catalogue();
        catalogue.policies.iter().find(|one| one.title.get(Lang::Zh) == "合肥市示例措施").unwrap().id.clone()
    };
    act(&mut window.harness, Mining::Open(id));
    window.harness.run();
    window.harness.get_by_label("没有写明，按正式文本计");
    window.click("确认");
    window.press(CTRL, Key::Enter);
    window.until("it confirmed", |window| layer(window).unwrap().matches("阶段说明").count() == 1);
    // Or once for the whole table, before it is taken.
    let mut window = Window::new(&[]);
    table(&mut window, &lines);
    window.click("都是征求意见稿");
    window.until("the answer", |window| ready(window).is_some_and(|table| table.digest.assumed == 0));
    window.harness.get_by_label("没有写明阶段的都是征求意见稿");
    window.click("导入 2 项");
    window.until("the policies", |window| policies(window) == 14);
    let text = written(&mut window);
    assert!(text.matches("stage: Draft").count() == 2 && !text.contains("阶段说明"), "{text}");
}

#[test]
fn what_is_still_to_be_answered_is_counted_and_keeps_the_button_with_its_reason() {
    let mut window = Window::new(&[]);
    table(&mut window, &["地区,题名,时间", "合肥市,合肥市示例措施,2024-05", ",芜湖市示例措施,2024-06"]);
    let open = ready(&window).unwrap().digest.open();
    // The day of what, whether a blank place repeats the one above, and the place itself.
    assert_eq!((open, ready(&window).unwrap().dry.questions.len()), (1, 2));
    // The list counts what it lists; what keeps the button is named.
    window.harness.get_by_label("待答 1 处");
    window.harness.get_by_label("先答“时间”是哪种日期，才能导入");
    // Places of the province of other rows are offered, and none of any other.
    let place = |name: &str| window.harness.query_by_role_and_label(Role::Button, name).is_some();
    assert!(place("合肥市") && place("芜湖市") && !place("石家庄市"));
    window.click("公布日期");
    window.until("an answer", |window| ready(window).is_some_and(|table| !table.dry.is_asking()));
    assert!(!window.has("先答“时间”是哪种日期，才能导入"));
}

#[test]
fn a_note_is_two_lines_high_and_named_by_all_of_it() {
    let mut window = Window::new(&[]);
    table(&mut window, &["地区,题名,发布日期", "湾沚区,湾沚区示例措施,去年底"]);
    let head = window.harness.get_by_label("这些值是这样读的，请过目：").rect();
    for (cell, said) in
        [("A2 地区 “湾沚区”", "湾沚区计入芜湖市（340200）"), ("C2 发布日期 “去年底”", "不是日期，原文留作备注")]
    {
        let note = window.harness.get_by_label_contains(said);
        let name = note.accesskit_node().label().unwrap_or_default();
        assert!(name.starts_with(cell), "{name}");
        assert_eq!((note.accesskit_node().role(), note.rect().height().round()), (Role::Button, 36.0), "{name}");
        assert!(note.rect().top() >= head.bottom() && note.rect().width() > 200.0, "{name}");
    }
}

#[test]
fn a_paste_takes_no_table_out_of_hand() {
    let mut window = Window::new(&[]);
    table(&mut window, &["地区,题名", "合肥市,合肥市示例措施"]);
    let in_hand = ready(&window).unwrap().clone();
    window.harness.event(egui::Event::Paste("hello".to_owned()));
    window.harness.run();
    assert_eq!(ready(&window), Some(&in_hand));
    window.harness.get_by_label_contains("还在核对“表.csv”");
}
