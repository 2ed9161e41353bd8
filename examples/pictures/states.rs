//! The states of the window that are painted: their names, and what leads to each.

use policy_atlas::catalogue::{Embedded, EventKind, FocusIdx, PolicyIdx, RegionIdx, Regions, Strength, load};
use policy_atlas::edit::{DateForm, PolicyForm};
use policy_atlas::intake::Clip;
use policy_atlas::query::{FieldKey, FigureKind, Row, parse};
use policy_atlas::session::{
    Action, Detail, Dialog, Disk, Filter, Guiding, ImportStep, KeptState, Mining, OverviewForm, Preference, ReaderMove,
    ReadingStep, Staging, ViewChange, Walking,
};
use policy_atlas::view::{FigureChoice, Tab};
use policy_atlas::walk::{Edit, Key, Screens};
use policy_atlas::words::{SearchText, Text, UiText as T};

use super::visit::Visit;

/// A state of the window: its name, and what leads to it.
pub type State = (&'static str, fn(&mut Visit));

/// All of them.
pub const STATES: [State; 100] = [
    ("first-screen", |visit| visit.acts([Action::Guide(Guiding::Begin)])),
    ("overview", |visit| visit.acts([ViewChange::Tab(Tab::Overview)])),
    ("public", |visit| visit.acts([Filter::PublicSources(true)])),
    ("tiles", |visit| visit.acts([Action::Overview(OverviewForm::Tiles)])),
    ("tiles-chosen", |visit| visit.acts([Action::Overview(OverviewForm::Tiles), filter("地区:浙江")])),
    ("filtered", |visit| visit.acts([filter("方向:算法 月份:2023-03..2023-06 -阶段:draft 地区:北京,浙江,江苏 措施")])),
    ("filters-more", |visit| {
        visit.clicks(T::MoreFilters.get(visit.lang()));
        visit.scrolls_to(T::Keyword.get(visit.lang()));
    }),
    ("nothing", |visit| visit.acts([filter("地区:西藏 月份:2023-02")])),
    ("search", |visit| {
        visit.presses(egui::Key::F);
        visit.types("数");
    }),
    ("table", |visit| visit.acts([ViewChange::Tab(Tab::Table)])),
    ("table+details", |visit| visit.acts([ViewChange::Tab(Tab::Table).into(), details()])),
    ("details", |visit| visit.acts([details()])),
    ("compare", |visit| visit.acts([ViewChange::Tab(Tab::Compare)])),
    ("compare-1", |visit| visit.acts(comparison(1))),
    ("compare-4", |visit| visit.acts(comparison(4))),
    ("compare-8", |visit| visit.acts(comparison(8))),
    ("compare-mine", |visit| {
        visit.acts([Action::Prefer(Preference::MyRegion(Some("340100".into()))), Action::Show(None)]);
        visit.acts(comparison(3));
        visit.acts([ViewChange::Mine(Some("340100".into()))]);
    }),
    ("compare-pick", |visit| {
        visit.acts(comparison(3));
        visit.clicks(T::AddColumn.get(visit.lang()));
    }),
    ("charts", |visit| visit.acts([ViewChange::Tab(Tab::Charts)])),
    ("charts-region", |visit| visit.acts(chart(FigureKind::ByRegion))),
    ("charts-timeline", |visit| visit.acts(chart(FigureKind::Timeline))),
    ("charts-heatmap", |visit| visit.acts(chart(FigureKind::FocusHeatmap))),
    ("charts-focus-months", |visit| visit.acts(chart(FigureKind::FocusByMonth))),
    ("charts-similarity", |visit| visit.acts(chart(FigureKind::Similarity))),
    ("charts-upset", |visit| visit.acts(chart(FigureKind::Upset))),
    ("menu-file", |visit| visit.clicks(T::MenuFile.get(visit.lang()))),
    ("menu-view", |visit| visit.clicks(T::MenuView.get(visit.lang()))),
    ("palette", |visit| visit.acts([Action::Show(Some(Dialog::Palette))])),
    ("palette-typed", |visit| {
        visit.acts([Action::Show(Some(Dialog::Palette))]);
        visit.types("zj");
    }),
    ("export", |visit| visit.acts([Action::Show(Some(Dialog::Export))])),
    ("export-text", |visit| {
        let sort = ViewChange::Sort { column: FieldKey::Month, add: false };
        let table = ViewChange::Tab(Tab::Table);
        visit.acts([filter("方向:算法,数据 -阶段:draft"), table.into(), sort.into()]);
        visit.acts([Action::Show(Some(Dialog::Export))]);
    }),
    ("figure", |visit| {
        visit.acts(chart(FigureKind::ByMonth));
        visit.acts([Action::Show(Some(Dialog::SaveFigure))]);
    }),
    ("memo", |visit| {
        visit.acts(comparison(3));
        visit.acts([Action::Show(Some(Dialog::SaveMemo))]);
    }),
    ("live", |visit| visit.acts([Action::Show(Some(Dialog::Live))])),
    ("cite", |visit| visit.acts([details(), Action::Show(Some(Dialog::Cite))])),
    ("policy-empty", |visit| visit.acts([Mining::Begin(None)])),
    ("policy-filled", |visit| visit.opens(&filled())),
    ("policy-problems", |visit| visit.opens(&wrong())),
    ("policy-pasted", |visit| {
        visit.acts([Mining::Begin(None)]);
        visit.acts([Mining::Clipped(pasted())]);
    }),
    ("policy-double", |visit| {
        visit.saves(&filled());
        visit.acts([Mining::Begin(None), Mining::Clipped(Clip { text: filled().number, html: None })]);
        visit.acts([Mining::Clipped(Clip { text: format!("标题：{}", filled().title), html: None })]);
    }),
    ("import", |visit| visit.imports("台账.csv", LEDGER)),
    ("own", |visit| visit.saves(&filled())),
    ("reader-empty", |visit| {
        visit.saves(&filled());
        visit.reads(None);
    }),
    ("reader", |visit| {
        visit.saves(&PolicyForm { focuses: Vec::new(), ..filled() });
        visit.reads(Some(TEXT));
        visit.acts(coded());
    }),
    ("reader-replace", |visit| {
        visit.saves(&PolicyForm { focuses: Vec::new(), ..filled() });
        visit.reads(Some(TEXT));
        visit.acts(coded());
        visit.brings(&TEXT.replace("800", "900"));
    }),
    ("reader-absent", |visit| {
        visit.saves(&PolicyForm { focuses: Vec::new(), ..filled() });
        visit.reads(Some(TEXT));
        visit.acts([ReadingStep::Focus(FocusIdx(3)), ReadingStep::Absent]);
    }),
    ("uncoded", |visit| {
        visit.saves(&PolicyForm { focuses: Vec::new(), ..filled() });
        visit.acts(comparison(3));
        let place = |place| Action::Open(Detail { row: Row::Region(place), focus: None });
        visit.acts(Regions::standard().by_code("340100").map(place));
    }),
    ("settle", |visit| {
        visit.saves(&filled());
        let ours = visit.own_text();
        let changed = |title: &str, number: &str| {
            ours.replace(&filled().title, title).replace("合政办〔2024〕12号", number).into()
        };
        let (base, theirs) =
            (changed("原来的题名", "合政办〔2024〕1号"), changed("那边改的题名", "合政办〔2024〕21号"));
        visit.acts([Mining::Changed { base, theirs }]);
    }),
    ("restore", |visit| {
        visit.saves(&filled());
        visit.acts([Action::Show(Some(Dialog::Restore))]);
        let state = |minute, policies, drafts| {
            let kept = Some(jiff::civil::date(2026, 11, 28).at(9, minute, 0, 0));
            KeptState { number: 1, kept, policies, drafts, statements: 5 * policies, text: "".into() }
        };
        visit.acts([Mining::Kept(vec![state(12, 3, 1), state(11, 3, 0), state(7, 1, 0)])]);
    }),
    ("claims", |visit| visit.acts([Action::Show(Some(Dialog::Claims))])),
    ("catalogue", |visit| {
        visit.saves(&filled());
        visit.acts([Action::Show(Some(Dialog::Catalogue))]);
    }),
    ("problems", |visit| visit.acts([Action::Show(Some(Dialog::Problems))])),
    ("open", |visit| visit.acts([Action::Show(Some(Dialog::OpenPath))])),
    ("views", |visit| visit.acts([Action::Show(Some(Dialog::Views))])),
    ("help", |visit| visit.acts([Action::Show(Some(Dialog::Help))])),
    ("region", |visit| visit.acts([Action::Show(Some(Dialog::MyRegion))])),
    ("who", |visit| {
        let focus = policy_atlas::catalogue::FocusIdx(2);
        visit.acts([Action::AskWho(policy_atlas::compare::Asked::Focus(focus))]);
    }),
    ("notice", |visit| {
        visit.acts([Filter::Clear.into(), Action::Written("/home/me/政策对照.docx".into(), String::new())]);
    }),
    ("stage-desk", |visit| visit.acts(presenting(Screens::Two, &[Key::Digit(2), Key::Enter, Key::Next]))),
    ("stage-timer", |visit| {
        visit.acts(presenting(Screens::Two, &[Key::Digit(2), Key::Enter, Key::Larger, Key::Timer]));
    }),
    ("stage-picker", |visit| visit.acts(presenting(Screens::Two, &[Key::Picker]))),
    ("stage-region", |visit| visit.acts(presenting(Screens::One, &[Key::Digit(3), Key::Enter]))),
    ("stage-larger", |visit| visit.acts(presenting(Screens::One, &[Key::Digit(2), Key::Enter, Key::Larger]))),
    ("stage-steps", |visit| visit.acts(presenting(Screens::Two, &[Key::Next, Key::Grid, Key::Next]))),
    ("stage-keys", |visit| visit.acts(presenting(Screens::Two, &[Key::Help]))),
    ("stage-room", |visit| visit.acts(presenting(Screens::One, &[Key::Digit(2), Key::Enter]))),
    ("walk-ready", |visit| visit.acts([Action::Show(Some(Dialog::Walk))])),
    ("walk-60", |visit| {
        visit.acts((0..46).map(|_| Walking::from(Edit::Duplicate(1))));
        let notes = "# 成都\n\n- 最早一批，**算法**为先\n- 问：首版次怎么认定？".into();
        let edits =
            [Edit::Notes { at: 3, notes }, Edit::Skip(4), Edit::Time { at: 3, seconds: Some(150) }].map(Walking::from);
        visit.acts(edits);
        visit.acts([Action::Show(Some(Dialog::Walk)), Walking::Choose(3).into()]);
    }),
    ("handout", |visit| visit.acts([Action::Show(Some(Dialog::Handout))])),
    ("walk-asked", |visit| visit.acts([Walking::from(Edit::Skip(1)), Walking::New])),
    ("walk-save", |visit| visit.acts([Action::Show(Some(Dialog::SaveWalk))])),
    ("found", |visit| {
        visit.presses(egui::Key::F);
        visit.types("人工智能 算力");
        visit.enters();
    }),
    ("found-table", |visit| visit.acts([filter("数据"), Action::from(ViewChange::Tab(Tab::Table))])),
    ("whole-line", |visit| {
        visit.acts([filter("方向:算法 月份:2023-03..2023-06 -阶段:draft 地区:北京,浙江,江苏 措施")]);
        visit.clicks(SearchText::WholeLine.get(visit.lang()));
    }),
    ("table-places", |visit| {
        visit.acts([ViewChange::Unit(policy_atlas::query::Unit::Region), ViewChange::Tab(Tab::Table)]);
    }),
    ("head-menu", |visit| {
        visit.acts([ViewChange::Tab(Tab::Table)]);
        visit.right_clicks(T::Stage.get(visit.lang()));
    }),
    ("place", |visit| visit.opens_place(None)),
    ("place-cell", |visit| visit.opens_place(Some(FocusIdx(0)))),
    ("row-menu", |visit| visit.right_clicks_place()),
    ("compare-place", |visit| {
        visit.acts(comparison(4));
        visit.opens_place(Some(FocusIdx(2)));
    }),
    ("charts-region-chosen", |visit| {
        visit.acts([filter("地区:浙江"), Action::from(ViewChange::Tab(Tab::Charts))]);
    }),
    ("menu-edit", |visit| visit.clicks(T::MenuEdit.get(visit.lang()))),
    ("menu-present", |visit| visit.clicks(T::MenuPresent.get(visit.lang()))),
    ("menu-help", |visit| visit.clicks(T::MenuHelp.get(visit.lang()))),
    ("profile", |visit| {
        visit.opens_place(None);
        visit.acts([Action::Show(Some(Dialog::SaveProfile(RegionIdx(0))))]);
    }),
    ("save-view", |visit| visit.acts([Action::Show(Some(Dialog::SaveView))])),
    ("views-some", |visit| {
        visit.acts([filter("方向:算法 -阶段:draft")]);
        visit.keeps_views(&["算法，已定稿", "给处里看的一份：各地算法措施，不含征求意见稿，2023 年上半年，按月份排"]);
        visit.acts([Action::Show(Some(Dialog::Views))]);
    }),
    ("walks", |visit| visit.acts([Action::Show(Some(Dialog::Walks))])),
    ("policy-same", |visit| {
        visit.saves_twin();
        visit.acts([Action::Show(Some(Dialog::Same))]);
    }),
    ("policy-added", |visit| visit.adds_to_first()),
    ("draft", |visit| {
        visit.acts([Mining::Save(Box::new(PolicyForm { title: String::new(), ..filled() }), false)]);
        visit.waits_for_draft();
    }),
    ("send-mine", |visit| {
        visit.saves(&filled());
        visit.acts([Action::Show(Some(Dialog::SendMine))]);
    }),
    ("erase", |visit| {
        visit.saves(&filled());
        visit.acts([Action::Show(Some(Dialog::Erase))]);
    }),
    ("import-empty", |visit| visit.acts([Mining::Import(ImportStep::Begin)])),
    ("import-asks", |visit| visit.imports("两个日期.csv", DATES)),
    ("import-taken", |visit| {
        visit.imports("台账.csv", LEDGER);
        visit.acts([Mining::Import(ImportStep::Take)]);
        visit.waits_for_own();
    }),
    ("reader-compared", |visit| {
        visit.saves(&PolicyForm { focuses: Vec::new(), ..filled() });
        visit.reads(Some(TEXT));
        visit.acts(coded());
        visit.brings(&TEXT.replace("800", "900").replace("示例措施", "示例措施（征求意见稿）"));
        visit.acts([ReadingStep::Beside]);
        visit.acts([ReadingStep::Compare(true)]);
    }),
    ("reader-keys", |visit| {
        visit.saves(&PolicyForm { focuses: Vec::new(), ..filled() });
        visit.reads(Some(TEXT));
        visit.acts([Action::Show(Some(Dialog::Help))]);
    }),
    ("disk-unreadable", |visit| {
        let why = Text::both("第 12 行第 5 列：字符串没有结束", "line 12, column 5: the string does not end");
        visit.acts([Action::Disk(Disk::Unreadable(why))]);
    }),
    ("error", |visit| visit.fails_to_open("/home/me/台账/policies.ron")),
];

/// The filters of a line over the catalogue that the program carries.
#[allow(clippy::unwrap_used, reason = "the catalogue and the lines are those of this file, and fit")]
fn filter(line: &str) -> Action {
    let carried = load(Embedded::default().text().as_bytes()).catalogue.unwrap();
    Filter::Query(parse(line, &carried).unwrap()).into()
}

/// The details of the first policy.
fn details() -> Action {
    Action::Open(Detail { row: Row::Policy(PolicyIdx(0)), focus: None })
}

/// The first so many of some places side by side, among them one of which the report says nothing.
fn comparison(count: usize) -> [ViewChange; 2] {
    let places = ["340100", "440300", "330100", "110000", "310000", "320500", "510100", "640000"];
    let compared = places.iter().take(count).map(|place| (*place).to_owned()).collect();
    [ViewChange::Comparison(compared), ViewChange::Tab(Tab::Compare)]
}

/// A figure of the charts.
fn chart(kind: FigureKind) -> [ViewChange; 2] {
    let figure = FigureChoice { kind: Some(kind), ..FigureChoice::default() };
    [ViewChange::Figure(figure), ViewChange::Tab(Tab::Charts)]
}

/// A show, and keys pressed in it. The window beside is not painted.
fn presenting(screens: Screens, keys: &[Key]) -> Vec<Action> {
    let keys = keys.iter().map(|key| Staging::Press(*key).into());
    std::iter::once(Staging::Begin(screens).into()).chain(keys).collect()
}

/// A form with all that it asks for.
fn filled() -> PolicyForm {
    let mut form = PolicyForm {
        title: "合肥市加快人工智能产业创新发展若干政策".into(),
        date: "2024-05-06".into(),
        number: "合政办〔2024〕12号".into(),
        issuer: "合肥市人民政府办公室".into(),
        link: "https://www.hefei.gov.cn/example".into(),
        dates: vec![DateForm::new(EventKind::InForce, "2024-06-01"), DateForm::new(EventKind::Ends, "2026-12-31")],
        ..PolicyForm::new("340100", ["compute", "algorithm", "data", "application", "enterprise"].map(str::to_owned))
    };
    if let Some(focus) = form.focuses.first_mut() {
        focus.strength = Some(policy_atlas::catalogue::Strength::Substantive);
        focus.quote = "每年安排算力券1000万元。".into();
    }
    form
}

/// An invented text.
const TEXT: &str = "合肥市人工智能示例措施\n一、总体要求\n坚持应用牵引，以场景带动产业。到2027年，培育示范场景30个，算力规模达到10EFLOPS，产业规模年均增长2.5%。\n二、重点任务\n（一）强化算力供给\n建设城市级算力平台，统筹各区资源，按需向中小企业开放。每年安排算力券800万元，单户最高40万元！\n（二）扩大数据开放\n一是编制开放目录；二是建设语料库；三是支持数据交易。\n（三）培育企业\n1.对首次备案的模型，给予一次性奖励（含升级版本。下同）。\n2.设立专项基金，支持“专精特新”企业。\n三、附则\n本措施自2024年9月1日起施行，有效期3年。";

/// The steps that mark some of its sentences, one of them with two focuses.
fn coded() -> Vec<ReadingStep> {
    let go = |at| ReadingStep::Go(ReaderMove::To(at), false);
    let mark = |n| ReadingStep::Mark(FocusIdx(n));
    let strength = ReadingStep::Strength;
    vec![
        go(2),
        mark(3),
        go(8),
        mark(2),
        go(12),
        mark(1),
        strength(Strength::Substantive),
        go(13),
        mark(4),
        go(6),
        mark(0),
        mark(4),
        mark(0),
        mark(0),
        strength(Strength::Core),
    ]
}

/// A table with one date that is none and one that has to be asked about.
const LEDGER: &str = "\
地区,政策名称,文号,发布日期,责任处室
合肥市,合肥市推动人工智能产业发展若干政策,合政办〔2024〕12号,2024年5月6日,数字经济处
芜湖市,芜湖市人工智能创新发展行动方案,芜政办〔2024〕8号,24.5,数字经济处
蚌埠市,蚌埠市智能算力中心建设方案,蚌政办〔2024〕21号,2024年13月,数字经济处
马鞍山市,马鞍山市数据要素流通若干措施,马政办〔2024〕3号,2024年7月,数据资源处
安庆市,安庆市支持人工智能应用若干措施,宜政办〔2024〕15号,2024年9月12日,数字经济处
合计,5,,,
";

/// A table with two columns of dates and with places that are written once for several rows.
const DATES: &str = "\
地区,政策名称,文号,日期,时间,备注
合肥市,合肥市推动人工智能产业发展若干政策,合政办〔2024〕12号,2024年5月6日,2024-06-01,处里打印稿
,合肥市算力券实施细则,合数〔2024〕3号,2024年7月1日,2024-08-01,
,合肥市语料库建设方案,合数〔2024〕5号,2024年9月3日,2024-10-01,
芜湖市,芜湖市人工智能创新发展行动方案,芜政办〔2024〕8号,2024年5月10日,2024-06-10,
";

/// A notice as it is copied, with values in writings of its own.
fn pasted() -> Clip {
    let text = "芜湖市加快人工智能产业发展若干措施\n文号：芜发改（2024）第031号\n发布机构：芜湖市发展和改革委员会、芜湖市科学技术局\n发布日期：二〇二四年五月六日\n施行日期：2024年6月1日\n";
    Clip { text: text.to_owned(), html: None }
}

/// A form in which much is wrong.
fn wrong() -> PolicyForm {
    let (date, link) = ("二〇二四年五月六".into(), "www.hefei.gov.cn".into());
    PolicyForm { region: String::new(), from: "2026".into(), to: "2024".into(), date, link, ..filled() }
}
