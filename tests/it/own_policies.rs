//! The user's own policies in the window: added, counted with the others, edited, undone, and found again by the next start.

use std::fs;
use std::path::{Path, PathBuf};

use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::Queryable as _;
use policy_atlas::app::Start;
use policy_atlas::catalogue::{Embedded, File, Of, Origin, load_stack};
use policy_atlas::query::{Row, parse};
use policy_atlas::session::{Action, Detail, Dialog, Effect, Filter, Mining, Output};
use policy_atlas::words::Lang;

use crate::views_window::{CTRL, Window};
use crate::window::act;

pub fn window() -> Window {
    Window::new(&[])
}

pub fn layer(window: &Window) -> Option<String> {
    fs::read_to_string(window.folder.path().join("layers/ccid-2023-3.ron")).ok()
}

/// Types into the field with this name.
pub fn fill(window: &mut Window, name: &str, text: &str) {
    window.harness.get_by_role_and_label(Role::TextInput, name).focus();
    window.harness.run();
    window.type_text(text);
}

pub fn add(window: &mut Window, place: &str, title: &str) {
    window.press(CTRL, Key::N);
    assert_eq!(window.session().pointing().dialog, Some(Dialog::Policy));
    window.type_text(place);
    window.press(Modifiers::NONE, Key::Enter);
    // The title has the keyboard once the place is chosen.
    window.type_text(title);
}

pub fn save(window: &mut Window, policies: usize) {
    window.press(CTRL, Key::Enter);
    window.until("the catalogue with it", |window| window.session().data().catalogue().policies.len() == policies);
    written(window);
}

/// The text of the layer, once the file has what the window has.
pub fn written(window: &mut Window) -> String {
    let wanted = |window: &Window| window.session().mine().layer().and_then(|layer| layer.text.clone());
    window.until("the file", |window| layer(window).as_deref() == wanted(window).as_deref());
    layer(window).unwrap()
}

#[test]
fn a_policy_is_added_counted_and_there_again_at_the_next_start() {
    let mut window = window();
    add(&mut window, "hf", "合肥市示例措施");
    fill(&mut window, "日期", "2024-05-06");
    window.harness.get_by_label("算力 实质").click();
    window.harness.run();
    fill(&mut window, "算力的依据", "每年安排算力券1000万元。");
    save(&mut window, 13);
    assert_eq!(window.session().pointing().dialog, None);
    let shown = window.session().pointing().detail.unwrap().row.id(window.session().data().catalogue()).to_owned();
    assert_eq!(shown.get(..12), Some("340100-2024-"), "its details are open");
    assert!(window.has("我的政策"));
    // Another start has it without a word.
    let Window { harness, folder } = window;
    drop(harness);
    let again = Window::over(folder, Start::default());
    let mut again = again;
    again.until("the layer", |window| window.session().data().catalogue().policies.len() == 13);
    assert_eq!(again.session().own_policies(), 1);
    let text = layer(&again).unwrap();
    let base = File { name: "base", bytes: policy_atlas::catalogue::EMBEDDED.as_bytes() };
    let loaded = load_stack(&[base, File { name: "layer", bytes: text.as_bytes() }]);
    assert_eq!(loaded.problems, [], "{text}");
}

#[test]
fn one_timeline_undoes_views_and_policies_in_their_order() {
    let mut window = window();
    add(&mut window, "hf", "合肥市示例措施");
    save(&mut window, 13);
    let added = written(&mut window);
    act(&mut window.harness, crate::typed("合肥"));
    window.press(CTRL, Key::Z);
    assert_eq!(window.session().derived().line(), "");
    assert_eq!(window.session().data().catalogue().policies.len(), 13, "the filter first");
    window.press(CTRL, Key::Z);
    window.until("the policy gone", |window| window.session().data().catalogue().policies.len() == 12);
    window.press(CTRL | Modifiers::SHIFT, Key::Z);
    window.until("the policy back", |window| window.session().data().catalogue().policies.len() == 13);
    window.until("the same bytes", |window| layer(window).as_ref() == Some(&added));
}

#[test]
fn a_form_that_is_left_is_a_draft_and_can_be_opened_again() {
    let mut window = window();
    add(&mut window, "hf", "合肥市没写完的一项");
    window.press(Modifiers::NONE, Key::Escape);
    window.until("the draft", |window| window.session().data().catalogue().drafts.len() == 1);
    assert_eq!(window.session().data().catalogue().policies.len(), 12, "it counts nowhere");
    assert_eq!(window.session().data().faults, 0, "and is no problem");
    window.click("我的 0 项，草稿 1 ▼");
    window.click("草稿：合肥市没写完的一项");
    save(&mut window, 13);
    assert_eq!(window.session().data().catalogue().drafts.len(), 0);
    // A policy that is opened and left as it was is not written again.
    let finished = written(&mut window);
    window.click("修改这项");
    window.press(Modifiers::NONE, Key::Escape);
    assert_eq!((window.session().pointing().dialog, written(&mut window)), (None, finished));
}

#[test]
fn half_a_form_is_kept_as_a_draft_and_finished_later() {
    let mut window = window();
    window.press(CTRL, Key::N);
    fill(&mut window, "题名", "还没有地区");
    window.press(CTRL, Key::Enter);
    window.until("the draft", |window| window.session().data().catalogue().drafts.len() == 1);
    assert_eq!(window.session().data().catalogue().policies.len(), 12);
}

#[test]
fn the_key_fills_in_the_one_place_that_was_asked_for_in_vain() {
    for (query, place) in
        [("地区:芜湖", "340200"), ("芜湖", "340200"), ("地区:芜湖,蚌埠", ""), ("地区:北京", ""), ("", "")]
    {
        let mut window = window();
        let asked = parse(query, window.session().data().catalogue()).unwrap();
        act(&mut window.harness, Filter::Query(asked));
        window.press(CTRL, Key::N);
        let session = window.session();
        assert_eq!(session.mine().editing().unwrap().form.region, place, "{query}");
    }
}

/// A window with one policy in its layer, and the file of that layer.
fn with_one() -> (Window, PathBuf) {
    let mut window = window();
    add(&mut window, "hf", "合肥市示例措施");
    save(&mut window, 13);
    let path = window.folder.path().join("layers/ccid-2023-3.ron");
    (window, path)
}

/// Opens the form of the only policy of the layer.
fn open_form(window: &mut Window) {
    let policy = window.session().pointing().detail.unwrap().row.id(window.session().data().catalogue()).to_owned();
    act(&mut window.harness, Mining::Open(policy));
    window.harness.run();
}

pub fn notice(window: &Window) -> String {
    window.session().pointing().notice.as_ref().map(|notice| notice.text.clone()).unwrap_or_default()
}

#[test]
fn a_value_changed_elsewhere_and_another_one_here_both_stay() {
    let (mut window, path) = with_one();
    let theirs = layer(&window).unwrap().replace("(zh: \"合肥市示例措施\")", "(zh: \"合肥市另一题名\") /* 注 */");
    fs::write(&path, &theirs).unwrap();
    open_form(&mut window);
    fill(&mut window, "日期", "2024-05-06");
    window.press(CTRL, Key::Enter);
    window.until("both in the file", |window| layer(window).unwrap().contains("2024-05-06"));
    let merged = written(&mut window);
    assert!(merged.contains("合肥市另一题名\") /* 注 */") && !merged.contains("合肥市示例措施"), "{merged}");
    assert!(notice(&window).starts_with("已与别处的改动合并"), "{}", notice(&window));
    window.until("both in the catalogue", |window| {
        let catalogue = window.session().data().catalogue();
        let titles = catalogue.policies.iter().map(|policy| (policy.title.get(Lang::Zh), policy.month.is_some()));
        titles.into_iter().any(|one| one == ("合肥市另一题名", true))
    });
    // What was done here is undone alone, and the earlier step, which their change touches, is not.
    window.press(CTRL, Key::Z);
    window.until("the date gone", |window| !layer(window).unwrap().contains("2024-05-06"));
    assert_eq!(layer(&window).unwrap(), theirs);
    assert_eq!(window.session().history().undoes(), None);
    window.press(CTRL | Modifiers::SHIFT, Key::Z);
    window.until("the date again", |window| layer(window).as_ref() == Some(&merged));
    // Layout alone is no change, and stays.
    fs::write(&path, format!("{merged}\n")).unwrap();
    add(&mut window, "wh", "芜湖市示例措施");
    save(&mut window, 14);
    assert!(layer(&window).unwrap().ends_with(")\n\n"), "their layout stays");
}

#[test]
fn a_value_changed_here_and_elsewhere_is_asked_for_before_anything_is_written() {
    for (button, title) in [("用这里的", "合肥市示例措施二"), ("用别处的", "合肥市另一题名")] {
        let (mut window, path) = with_one();
        let theirs = layer(&window).unwrap().replace("合肥市示例措施", "合肥市另一题名");
        fs::write(&path, &theirs).unwrap();
        open_form(&mut window);
        fill(&mut window, "题名", "二");
        window.press(CTRL, Key::Enter);
        window.until("the conflict", |window| window.session().mine().settling().is_some());
        assert_eq!(window.session().pointing().dialog, Some(Dialog::Settle));
        assert!(window.has("这里改成：合肥市示例措施二") && window.has("别处改成：合肥市另一题名"));
        let aside = fs::read_to_string(window.folder.path().join("layers/unsaved/ccid-2023-3-1.ron")).unwrap();
        assert!(aside.contains("合肥市示例措施二"), "{aside}");
        // Left and come back to: nothing is written, and no other form opens before.
        window.press(Modifiers::NONE, Key::Escape);
        window.press(CTRL, Key::N);
        assert_eq!(window.session().pointing().dialog, Some(Dialog::Settle));
        assert_eq!(layer(&window).unwrap(), theirs);
        window.choose(button);
        window.click("按选择写入");
        window.until("the choice in the file", |window| layer(window).unwrap().contains(title));
        let chosen = written(&mut window);
        assert_eq!(chosen, theirs.replace("合肥市另一题名", title));
        assert_eq!((window.session().mine().settling(), window.session().pointing().dialog), (None, None));
        window.until("no copy left", |window| copies_set_aside(window).is_empty());
    }
}

/// The files of texts that lost their place.
fn copies_set_aside(window: &Window) -> Vec<PathBuf> {
    let entries = fs::read_dir(window.folder.path().join("layers/unsaved")).into_iter().flatten();
    entries.map(|entry| entry.unwrap().path()).collect()
}

#[test]
fn a_conflict_left_open_is_asked_about_by_the_next_start_and_named_in_words() {
    let (mut window, path) = with_one();
    let theirs = layer(&window).unwrap().replace("合肥市示例措施", "合肥市另一题名");
    fs::write(&path, &theirs).unwrap();
    open_form(&mut window);
    fill(&mut window, "题名", "二");
    window.press(CTRL, Key::Enter);
    window.until("the conflict", |window| window.session().mine().settling().is_some());
    let Window { harness, folder } = window;
    drop(harness);
    let mut again = Window::over(folder, Start::default());
    again.until("the conflict again", |window| window.session().mine().settling().is_some());
    assert_eq!(again.session().pointing().dialog, Some(Dialog::Settle));
    assert_eq!(layer(&again).unwrap(), theirs, "nothing is written");
    assert!(again.has("合肥市示例措施二 · 题名"), "by title and field");
    // Left, it stands beside the menu of one's own policies and in that of files.
    again.press(Modifiers::NONE, Key::Escape);
    again.click("冲突 1 处");
    assert_eq!(again.session().pointing().dialog, Some(Dialog::Settle));
    again.press(Modifiers::NONE, Key::Escape);
    again.until("the own text", |window| window.has("我的 1 项 ▼"));
    again.click("文件");
    again.click("处理与别处改动的冲突…");
    again.choose("用这里的");
    again.click("按选择写入");
    again.until("the choice in the file", |window| layer(window).unwrap().contains("合肥市示例措施二"));
    again.until("no copy left", |window| copies_set_aside(window).is_empty());
}

/// Every file below a folder that holds this text.
fn holding(folder: &Path, text: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path());
    let (folders, files): (Vec<PathBuf>, Vec<PathBuf>) = entries.partition(|path| path.is_dir());
    let mut found: Vec<PathBuf> = folders.iter().flat_map(|folder| holding(folder, text)).collect();
    found.extend(files.into_iter().filter(|path| String::from_utf8_lossy(&fs::read(path).unwrap()).contains(text)));
    found
}

/// Makes a file that can be written, or one that cannot.
fn set_readonly(path: &Path, readonly: bool) {
    let mut permissions = fs::metadata(path).unwrap().permissions();
    permissions.set_readonly(readonly);
    fs::set_permissions(path, permissions).unwrap();
}

/// Saves another policy, which cannot be written, and a third one once it can be again.
fn fails_then_works(mut window: Window, mend: impl FnOnce()) {
    add(&mut window, "wh", "芜湖市示例措施");
    window.press(CTRL, Key::Enter);
    window.until("word of it", |window| notice(window).starts_with("没有写进文件"));
    window.until("the window goes on", |window| window.session().data().catalogue().policies.len() == 14);
    mend();
    add(&mut window, "bj", "北京市示例措施");
    save(&mut window, 15);
    window.until("all three in the file", |window| {
        let text = layer(window).unwrap_or_default();
        ["合肥市示例措施", "芜湖市示例措施", "北京市示例措施"].iter().all(|title| text.contains(title))
    });
}

#[test]
fn a_layer_that_cannot_be_written_is_written_with_the_next_save() {
    let (window, path) = with_one();
    set_readonly(&path, true);
    fails_then_works(window, || set_readonly(&path, false));
    // No folder can be made where a file stands.
    let (window, path) = with_one();
    let folder = path.parent().unwrap().to_owned();
    fs::remove_dir_all(&folder).unwrap();
    fs::write(&folder, "").unwrap();
    fails_then_works(window, || fs::remove_file(&folder).unwrap());
}

#[test]
fn an_earlier_state_is_brought_back_as_one_step() {
    let (mut window, _) = with_one();
    let first = layer(&window).unwrap();
    add(&mut window, "wh", "芜湖市示例措施");
    save(&mut window, 14);
    let second = written(&mut window);
    act(&mut window.harness, Action::Show(Some(Dialog::Restore)));
    window.until("the list", |window| window.session().mine().kept().is_some());
    let kept: Vec<usize> = window.session().mine().kept().unwrap().iter().map(|state| state.policies).collect();
    assert_eq!(kept, [1]);
    window.click("恢复");
    window.until("one policy", |window| window.session().data().catalogue().policies.len() == 13);
    window.until("the earlier bytes", |window| layer(window).as_ref() == Some(&first));
    window.press(CTRL, Key::Z);
    window.until("both again", |window| window.session().data().catalogue().policies.len() == 14);
    window.until("the later bytes", |window| layer(window).as_ref() == Some(&second));
}

#[test]
fn what_is_removed_for_good_is_in_no_file() {
    const SENTENCE: &str = "每年安排算力券1000万元。";
    let mut window = window();
    add(&mut window, "hf", "合肥市示例措施");
    window.harness.get_by_label("算力 实质").click();
    window.harness.run();
    fill(&mut window, "算力的依据", SENTENCE);
    window.harness.get_by_label("算力 实质").click();
    window.harness.run();
    save(&mut window, 13);
    add(&mut window, "wh", "芜湖市示例措施");
    save(&mut window, 14);
    let folder = window.folder.path().to_owned();
    let text = layer(&window).unwrap();
    fs::create_dir_all(folder.join("layers/unsaved")).unwrap();
    fs::write(folder.join("layers/unsaved/ccid-2023-3-1.ron"), &text).unwrap();
    fs::write(folder.join("layers/.policy-atlas-killed.tmp"), &text).unwrap();
    fs::write(folder.join("layers/another.ron"), "(schema: 2)").unwrap();
    assert_eq!(holding(&folder, SENTENCE).len(), 4, "the file, a state, a copy set aside, a killed writer's");
    act(&mut window.harness, Action::Show(Some(Dialog::Erase)));
    window.harness.get_by_label_contains("删除你添加到这份目录的政策（2 项），");
    window.click("彻底删除");
    window.until("the catalogue alone", |window| window.session().data().catalogue().policies.len() == 12);
    assert_eq!(holding(&folder, SENTENCE), Vec::<PathBuf>::new());
    assert_eq!(window.session().history().undoes(), None);
    assert!(folder.join("layers/another.ron").exists(), "other layers stay");
    // And another one is begun.
    add(&mut window, "hf", "合肥市新措施");
    save(&mut window, 13);
}

#[test]
fn a_file_that_nobody_can_merge_with_is_taken_and_the_own_text_kept_beside_it() {
    let (mut window, path) = with_one();
    fs::write(&path, "(schema: 2, id: \"x").unwrap();
    add(&mut window, "wh", "芜湖市示例措施");
    window.press(CTRL, Key::Enter);
    window.until("word of it", |window| notice(window).contains("在别处改过"));
    assert_eq!(layer(&window).unwrap(), "(schema: 2, id: \"x");
    let aside = fs::read_to_string(window.folder.path().join("layers/unsaved/ccid-2023-3-1.ron")).unwrap();
    assert!(aside.contains("芜湖市示例措施"), "{aside}");
}

/// A layer of somebody else with two policies.
const GIVEN: &str = "tests/it/stack/wenzhou.ron";

#[test]
fn layers_of_others_lie_between_the_catalogue_and_the_own_ones() {
    let layers = vec![Origin::File(GIVEN.into())];
    let mut window = Window::over(tempfile::tempdir().unwrap(), Start { layers, ..Start::default() });
    window.until("the layer", |window| window.session().data().catalogue().policies.len() == 14);
    assert_eq!((window.session().own_policies(), window.session().given_layers().count()), (0, 1));
    add(&mut window, "hf", "合肥市示例措施");
    save(&mut window, 15);
    assert_eq!(window.session().own_policies(), 1);
    let order: Vec<usize> = window.session().data().layers().map(|(_, _, policies)| policies).collect();
    assert_eq!(order, [2, 1]);
    assert!(!layer(&window).unwrap().contains("330300"), "nothing of theirs is in mine");
    // The chip leads to the files with release and hash.
    let (at, file, n) = window.session().given_layers().next().unwrap();
    let chip = format!("＋ {} {n} 项", file.head.title.get(Lang::Zh));
    let content = window.session().data().catalogue().content_of(at).to_owned();
    assert_eq!(content.len(), 64);
    window.click(&chip);
    assert_eq!(window.session().pointing().dialog, Some(Dialog::Catalogue));
    let says = |window: &Window| window.harness.query_all_by_label_contains(&content).next().is_some();
    assert!(!says(&window), "a checksum stands behind a fold");
    window.harness.get_by_label("供核对：编号、大小、校验值").click();
    window.harness.run();
    assert!(says(&window));
    // Another catalogue is opened without them.
    act(&mut window.harness, Action::Do(Effect::LoadEmbedded(Embedded::Titles)));
    window.until("it alone", |window| window.session().data().layers().count() == 0);
}

#[test]
fn the_filter_of_a_catalogue_with_own_policies_is_there_on_the_way_back() {
    let mut window = window();
    add(&mut window, "hf", "合肥市示例措施");
    save(&mut window, 13);
    let line = "focus:compute source:report,official";
    let asked = parse(line, window.session().data().catalogue()).unwrap();
    act(&mut window.harness, Filter::Query(asked));
    for (which, policies) in [(Embedded::Titles, 69), (Embedded::Report, 13)] {
        act(&mut window.harness, Action::Do(Effect::LoadEmbedded(which)));
        window.until("it", |window| {
            window.session().data().catalogue().policies.len() == policies && window.session().job().is_none()
        });
    }
    assert_eq!(window.session().derived().line(), line);
}

#[test]
fn a_layer_opened_as_a_file_is_laid_over_the_open_catalogue() {
    let mut window = window();
    act(&mut window.harness, Action::Do(Effect::Load(GIVEN.into())));
    window.until("the layer", |window| window.session().data().catalogue().policies.len() == 14);
    assert_eq!(window.session().data().origin, Origin::default());
    assert_eq!((window.session().job(), notice(&window).as_str()), (None, "已加上图层 wenzhou.ron（只读）"));
    // Opened again it is there once, and a missing one is told.
    act(&mut window.harness, Action::Do(Effect::Load(GIVEN.into())));
    window.until("it again", |window| window.session().job().is_none());
    assert_eq!(window.session().given_layers().count(), 1);
    act(&mut window.harness, Action::Do(Effect::AddLayer(Origin::File("no/such.ron".into()))));
    window.until("word of it", |window| notice(window).contains("such.ron"));
    assert_eq!(window.session().data().catalogue().policies.len(), 14);
    // The file of the own layer is in use already.
    add(&mut window, "hf", "合肥市示例措施");
    save(&mut window, 15);
    let own = window.folder.path().join("layers/ccid-2023-3.ron");
    act(&mut window.harness, Action::Do(Effect::Load(own)));
    window.until("word of it", |window| notice(window).contains("已经在用"));
    assert_eq!(window.session().data().catalogue().policies.len(), 15);
}

#[test]
fn a_layer_of_others_is_read_again_when_its_file_changes_and_is_taken_off_alone() {
    let mut window = window();
    let path = window.folder.path().join("wenzhou.ron");
    let text = fs::read_to_string(GIVEN).unwrap();
    fs::write(&path, &text).unwrap();
    act(&mut window.harness, Action::Do(Effect::Load(path.clone())));
    window.until("the layer", |window| window.session().data().catalogue().policies.len() == 14);
    add(&mut window, "hf", "合肥市示例措施");
    save(&mut window, 15);
    let title = |window: &Window| {
        let (_, file, _) = window.session().given_layers().next().unwrap();
        file.head.title.get(Lang::Zh).to_owned()
    };
    let before = title(&window);
    let changed = text.replacen(&format!("title: (zh: \"{before}\""), "title: (zh: \"改过的图层\"", 1);
    assert_ne!(changed, text);
    fs::write(&path, &changed).unwrap();
    window.until("its new title", |window| title(window) == "改过的图层");
    assert_eq!(notice(&window), "图层 wenzhou.ron 在别处改过，已重新读入");
    // One that cannot be read as a whole keeps its place, and the own layer its policies.
    fs::write(&path, "(schema: 99)").unwrap();
    window.until("it without policies", |window| window.session().data().catalogue().policies.len() == 13);
    assert_eq!((window.session().own_policies(), title(&window).as_str()), (1, "wenzhou.ron"));
    fs::remove_file(&path).unwrap();
    window.until("word of it", |window| notice(window).starts_with("图层 wenzhou.ron 现在读不出来"));
    fs::write(&path, &text).unwrap();
    window.until("it again", |window| window.session().data().catalogue().policies.len() == 15);
    window.click(&format!("取下图层“{before}”"));
    window.until("it gone", |window| window.session().given_layers().count() == 0);
    assert_eq!(window.session().own_policies(), 1);
    assert!(path.exists() && notice(&window).starts_with("已取下图层 wenzhou.ron"));
}

#[test]
fn a_policy_recorded_twice_is_asked_about_and_then_counts_once() {
    let mut window = window();
    let base = window.session().data().catalogue();
    let title = base[base.policy_by_id("440300-2023-1").unwrap()].title.get(Lang::Zh).to_owned();
    add(&mut window, "深圳", &title);
    // It is named before it is saved, and saved all the same when asked again.
    window.press(CTRL, Key::Enter);
    window.harness.get_by_label_contains("再按一次“保存”就另存一项");
    assert_eq!(window.session().pointing().dialog, Some(Dialog::Policy));
    save(&mut window, 13);
    window.click("可能重复 1 对");
    window.click("是同一项");
    window.until("one of the two", |window| window.session().data().catalogue().policies.len() == 12);
    assert!(written(&mut window).contains("verdict: Same"));
    assert_eq!(window.session().own_policies(), 1);
    // The answer stands there to be taken back, and is a step of the one timeline.
    window.click("收回");
    window.until("both again", |window| window.session().data().catalogue().policies.len() == 13);
    window.click("不是同一项");
    window.until("no question left", |window| window.session().data().same_pairs().is_empty());
    assert_eq!(window.session().data().catalogue().policies.len(), 13);
    window.press(Modifiers::NONE, Key::Escape);
    window.press(CTRL, Key::Z);
    window.until("asked again", |window| window.session().data().same_pairs().len() == 1);
}

#[test]
fn what_the_user_adds_to_a_policy_of_the_catalogue_counts_with_it() {
    let mut window = window();
    let policy = window.session().data().catalogue().policy_by_id("440300-2023-1").unwrap();
    act(&mut window.harness, Action::Open(Detail { row: Row::Policy(policy), focus: None }));
    window.harness.run();
    window.click("补充");
    window.harness.get_by_label_contains("保存后与它算同一项，只计一次");
    window.harness.get_by_role_and_label(Role::RadioButton, "数据 提及").click();
    window.harness.run();
    fill(&mut window, "数据的依据", "开放公共数据。");
    window.press(CTRL, Key::Enter);
    window.until("the answer in the file", |window| layer(window).is_some_and(|text| text.contains("verdict: Same")));
    window.until("one policy", |window| window.session().own_policies() == 1);
    let catalogue = window.session().data().catalogue();
    assert_eq!(catalogue.policies.len(), 12);
    let own = catalogue.statements.iter().find(|one| one.quote.as_deref() == Some("开放公共数据。")).unwrap();
    assert_eq!(own.of, Of::Policy(catalogue.policy_by_id("440300-2023-1").unwrap()));
    // The own record of it can be opened, and copied as another policy.
    window.click("复制一项");
    window.press(CTRL, Key::Enter);
    window.until("another policy", |window| window.session().data().catalogue().policies.len() == 13);
}

#[test]
fn one_change_of_a_title_is_one_question() {
    let (mut window, path) = with_one();
    open_form(&mut window);
    fill(&mut window, "链接", "https://www.example.gov.cn/a");
    window.press(CTRL, Key::Enter);
    window.until("the link in the file", |window| layer(window).unwrap().contains("example.gov.cn"));
    // The source bears the title too.
    let before = written(&mut window);
    assert!(before.matches("\"合肥市示例措施\"").count() > 1, "{before}");
    fs::write(&path, before.replace("合肥市示例措施", "合肥市另一题名")).unwrap();
    open_form(&mut window);
    fill(&mut window, "题名", "二");
    window.press(CTRL, Key::Enter);
    window.until("the conflict", |window| window.session().mine().settling().is_some());
    assert_eq!(window.session().mine().settling().unwrap().asked().count(), 1);
    window.choose("用这里的");
    window.click("按选择写入");
    window.until("the choice in the file", |window| layer(window).unwrap().contains("合肥市示例措施二"));
    assert!(!written(&mut window).contains("合肥市另一题名"));
}

#[test]
fn own_policies_are_sent_as_a_file_that_another_window_lays_over_the_catalogue() {
    let mut window = window();
    add(&mut window, "hf", "合肥市示例措施");
    save(&mut window, 13);
    let sent = window.folder.path().join("发给同事.ron");
    act(&mut window.harness, Action::Show(Some(Dialog::SendMine)));
    window.harness.get_by_label("1 项政策");
    act(&mut window.harness, Action::Do(Effect::Write { path: sent.clone(), what: Output::Mine }));
    window.until("the file", |window| window.session().job().is_none() && sent.exists());
    assert_eq!(fs::read_to_string(&sent).ok(), layer(&window), "byte for byte");

    let mut colleague = self::window();
    act(&mut colleague.harness, Action::Do(Effect::Load(sent.clone())));
    colleague.until("their policy", |window| window.session().data().catalogue().policies.len() == 13);
    assert_eq!(colleague.session().data().catalogue().base_id(), "ccid-2023-3");
    assert_eq!(colleague.session().settings().recent, [sent.to_string_lossy()], "it leads back after another start");
}
