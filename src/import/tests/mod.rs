//! Tests of the import of tables: heads, mappings and fates of rows; the run twice; no cell lost.

mod answered;

use std::sync::mpsc::channel;
use std::time::Duration;

use super::*;
use crate::catalogue::{EMBEDDED, File, FileIdx, NamedRelease, Remark, Severity, load_stack};
use crate::edit::{NewLayer, PolicyForm, apply};
use crate::intake::{CellAt, CellKind, Grid, GridCell, GridRow, GridSheet, NumberFormat};
use crate::words::Lang;

/// The texts of a sheet: rows by lines, cells by `|`. `^` is filled from the cell above, `<` from the one to its left,
/// `=45418 date` a number with its format, `!` before a text an error, `text -> address` a link.
pub fn sheet(name: &str, text: &str) -> GridSheet {
    let mut rows: Vec<GridRow> = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        let mut cells: Vec<GridCell> = Vec::new();
        for (column, piece) in line.split('|').enumerate() {
            let above = rows.last().filter(|row| row.number + 1 == number);
            let from = match piece.trim() {
                "^" => above.and_then(|row| Some((row.number, row.cells.get(column)?.clone(), column))),
                "<" => column.checked_sub(1).and_then(|left| Some((number, cells.get(left)?.clone(), left))),
                _ => None,
            };
            cells.push(match from {
                Some((row, from, column)) => GridCell { merged: from.merged.or(Some(CellAt { row, column })), ..from },
                None => cell(piece.trim()),
            });
        }
        while cells.last().is_some_and(|cell| cell.kind == CellKind::Blank) {
            cells.pop();
        }
        if !cells.is_empty() {
            rows.push(GridRow { number, cells });
        }
    }
    GridSheet { name: name.to_owned(), is_hidden: false, rows }
}

fn cell(piece: &str) -> GridCell {
    let (text, link) = piece.split_once(" -> ").map_or((piece, None), |(text, link)| (text, Some(link.to_owned())));
    let number = text.strip_prefix('=').and_then(|tail| {
        let (number, format) = tail.split_once(' ').unwrap_or((tail, ""));
        let format = match format {
            "date" => NumberFormat::Date1900,
            "1904" => NumberFormat::Date1904,
            "0.00" => NumberFormat::Fixed(2),
            _ => NumberFormat::General,
        };
        Some((number.parse::<f64>().ok()?, format))
    });
    let (text, kind) = match (number, text.strip_prefix('!')) {
        (Some((number, format)), _) => (number.to_string(), CellKind::Number(number, format)),
        (None, Some(error)) => (error.to_owned(), CellKind::Error),
        (None, None) if text.is_empty() => (String::new(), CellKind::Blank),
        (None, None) => (text.to_owned(), CellKind::Text),
    };
    GridCell { text, kind, link, merged: None }
}

fn grid(text: &str) -> Grid {
    Grid { sheets: vec![sheet("", text)] }
}

fn layer() -> String {
    let over = [NamedRelease { id: "ccid-2023-3".into(), release: "2026.2".into(), content: String::new() }];
    NewLayer { tag: "k7qa", release: "2026-11-28", title: "", over: &over }.text()
}

fn known(text: &str) -> KnownPolicies {
    let files = [File { name: "base", bytes: EMBEDDED.as_bytes() }, File { name: "layer", bytes: text.as_bytes() }];
    KnownPolicies::of(&load_stack(&files).catalogue.unwrap(), FileIdx(1), text)
}

const RUN: ImportRun<'_> = ImportRun { tag: "k7qa", today: "2026-12-01", file: "台账.xlsx", sha256: "00" };

/// The text of the layer after an import.
#[track_caller]
fn ran(text: &str, grid: &Grid, dry: &Dry) -> String {
    let after = apply(text, &dry.edits(grid, text, RUN)).unwrap().text;
    let files = [File { name: "base", bytes: EMBEDDED.as_bytes() }, File { name: "layer", bytes: after.as_bytes() }];
    let problems = load_stack(&files).problems;
    let faults: Vec<String> = problems
        .iter()
        .filter(|problem| problem.severity == Severity::Error)
        .map(|problem| problem.line("layer", Lang::En))
        .collect();
    assert_eq!(faults, Vec::<String>::new(), "{after}");
    after
}

/// `4 New 340200 2024-05-06 Published 甲办法 | D4 Misspelt`
fn told(dry: &Dry) -> Vec<String> {
    let row = |row: &RowFate| {
        let mut out = format!("{} {:?}", row.row, row.fate);
        if let Some(why) = row.no_record {
            out += &format!(" {why:?}");
        }
        if let Some(form) = row.form.as_deref() {
            out += &format!(" {} {} {:?} {}", form.region, form.date, form.dated, form.title);
            for text in [&form.number, &form.issuer, &form.link, &form.note] {
                if !text.is_empty() {
                    out += &format!(" {text}");
                }
            }
            for date in &form.dates {
                out += &format!(" {:?}={}", date.kind, date.on);
            }
            // What is assumed of the stage has a test of its own.
            for (name, value) in form.remarks.iter().filter(|(name, _)| name != Remark::ASSUMED_STAGE) {
                out += &format!(" {name}={value}");
            }
        }
        for change in &row.changes {
            out += &format!(" [{} {}→{}]", change.at.name(), change.old, change.new);
        }
        for problem in &row.problems {
            let what = format!("{:?}", problem.what);
            let what = what.trim_start_matches("Doubt(").split(['(', ' ', ')']).next().unwrap_or_default().to_owned();
            let mark = if problem.is_in_the_way { "!" } else { "" };
            out += &format!(" | {}{mark} {what} {}", problem.at.name(), problem.offers.join(" "));
        }
        out
    };
    dry.rows.iter().map(row).collect()
}

const LEDGER: &str = "2024年样例台账|<|<|<|<|<|<
序号|地区|政策|<|发布时间|发文机关|备注
^|^|名称|文号|^|^|^
=1|芜湖市|《芜湖市甲政策》|芜政办[2024]12号|=45418 date|芜湖市人民政府办公室|
=2|^|芜湖市乙方案|芜发改（2024）第031号|2024年6月|市发展改革委|算力
=3|安徽省|安徽省丙办法|皖数〔2024〕5 号|=2023.1 0.00||
合计|||3项|||
注：本表按公开信息整理。|<|<|<|<|<|<";

fn dry_of(grid: &Grid, mapping: &TableMapping, text: &str) -> Dry {
    dry(grid, mapping, &known(text), false)
}

#[test]
fn a_ledger_comes_in_and_the_second_time_changes_nothing() {
    let (text, grid, mapping) = (layer(), grid(LEDGER), TableMapping::default());
    let first = dry_of(&grid, &mapping, &text);
    assert_eq!(
        told(&first),
        [
            "4 New 340200 2024-05-06 Published 芜湖市甲政策 芜政办〔2024〕12号 芜湖市人民政府办公室",
            "5 New 340200 2024-06 Published 芜湖市乙方案 芜发改〔2024〕31号 市发展改革委 算力",
            "6 New 340000 2023-10 Published 安徽省丙办法 皖数〔2024〕5号",
            "7 NoRecord Sum",
            "8 NoRecord Note",
        ]
    );
    let after = ran(&text, &grid, &first);
    assert!(
        after.contains(
            r#"imports: [(id: "k7qa-i1", file: "台账.xlsx", sha256: "00", on: "2026-12-01", rows: 3, taken: 3)]"#
        ),
        "{after}"
    );
    let second = dry_of(&grid, &mapping, &after);
    assert_eq!(second.count(Fate::Same), 3, "{:?}", told(&second));
    assert_eq!(second.edits(&grid, &after, RUN), []);
}

/// The heads of a sheet with their fields; ` ?` behind one that nobody says.
fn columns(text: &str) -> String {
    let sheet = sheet("", text);
    let layout = SheetLayout::of(&sheet, &TableMapping::default(), &known(&layer()).heads);
    let column = |one: &TableColumn| {
        format!("{}={}{}", one.head, one.field.id(), if one.by == FieldBy::Nobody { "?" } else { "" })
    };
    let header = layout.header.map_or("-".to_owned(), |(first, last)| format!("{first}-{last}"));
    let columns = layout.columns.iter().map(column).collect::<Vec<_>>().join(" ");
    [header, columns].join(" ").trim_end().to_owned()
}

#[test]
fn heads_are_found_and_columns_known_by_their_names() {
    for (text, expected) in [
        ("地区|标题|发布时间\n甲|乙|丙", "1-1 地区=region 标题=title 发布时间=published"),
        ("2024年汇总表|<|<\n地市|文件名称|成文日期\n甲|乙|丙", "2-2 地市=region 文件名称=title 成文日期=signed"),
        (
            "序号|地区|政策|<|发布时间\n^|^|名称|文号|^\n1|甲|乙|丙|丁",
            "1-2 序号=ignored 地区=region 政策/名称=title 政策/文号=number 发布时间=published",
        ),
        (
            "序号|地区|政策||发布时间\n||名称|文号|\n1|甲|乙|丙|丁",
            "1-2 序号=ignored 地区=region 政策/名称=title 政策/文号=number 发布时间=published",
        ),
        (
            "地区|标题|发布时间|<|<\n^|^|年|月|日\n甲|乙|2024|5|6",
            "1-2 地区=region 标题=title 发布时间/年=published/year 发布时间/月=published/month 发布时间/日=published/day",
        ),
        (
            "省份|城市|题名|时间|责任处室|联系人\n甲|乙|丙|丁|戊|己",
            "1-1 省份=region 城市=region 题名=title 时间=date 责任处室=remark? 联系人=remark?",
        ),
        (
            "标　题*（必填）|名称|备注|说明|地区\n甲|乙|丙|丁|戊",
            "1-1 标 题*（必填）=title 名称=remark? 备注=note 说明=remark? 地区=region",
        ),
        (
            "Region|Title|Published|Number|Link\na|b|c|d|e",
            "1-1 Region=region Title=title Published=published Number=number Link=link",
        ),
        ("地区|标题|标题|\n甲|乙|丙|丁", "1-1 地区=region 标题=title 标题 (2)=remark? D列=remark?"),
        (
            "施行日期|失效日期|征求意见截止|印发日期|有效期|状态|来源|行政区划代码|制定机关\n1|2|3|4|5|6|7|8|9",
            "1-1 施行日期=in_force 失效日期=ends 征求意见截止=consultation_ends 印发日期=issued 有效期=period 状态=stage 来源=link 行政区划代码=region 制定机关=issuer",
        ),
        (
            "id|region|region_name|month|title|focus_compute|sources\n340200-2024-k7qa1",
            "1-1 id=id region=region region_name=ignored month=month title=title focus_compute=focus_compute sources=ignored",
        ),
        (
            "编号|代码|地区|层级|月份|阶段|题名|文号|算力\n340200-2024-k7qa1|340200",
            "1-1 编号=id 代码=region 地区=ignored 层级=ignored 月份=month 阶段=stage 题名=title 文号=number 算力=focus_compute",
        ),
        ("编号|题名|文号\n1|甲|乙", "1-1 编号=ignored 题名=title 文号=number"),
        ("甲|乙\n丙|丁", "-"),
        ("", "-"),
    ] {
        assert_eq!(columns(text), expected, "{text}");
    }
}

#[test]
fn rows_that_are_no_records_are_named_with_their_reason() {
    let text = "地区|标题|文号|日期人\n一、省级政策|<|<|<\n浙江省|浙江省甲办法|浙政发〔2024〕1号|\n地区|标题|文号|日期人\n\
                （二）市级政策|||\n温州市|数据来源管理办法||\n小计|2项||\n数据来源：各地|||\n||备注：略|\n填报人|张三||\n说明书编制办法|||";
    let dry = dry_of(&grid(text), &TableMapping::default(), &layer());
    let rows: Vec<String> = dry.rows.iter().map(|row| format!("{} {:?}", row.row, row.no_record)).collect();
    assert_eq!(
        rows.join(", "),
        "2 Some(Group), 3 None, 4 Some(Heads), 5 Some(Group), 6 None, 7 Some(Sum), 8 Some(Note), 9 Some(Note), \
         10 Some(Note), 11 None"
    );
    // Each can be turned back, a record turned off, and the name of a group kept with the rows below.
    let mut mapping = TableMapping::default();
    mapping.group = Some("层级".to_owned());
    let (sum, policy) = (dry.rows[5].text.clone(), dry.rows[1].text.clone());
    mapping.set_verdict(&sum, Some(RowVerdict::Record));
    mapping.set_verdict(&policy, Some(RowVerdict::NoRecord));
    let dry = dry_of(&grid(text), &mapping, &layer());
    assert_eq!((dry.rows[5].no_record, dry.rows[1].no_record), (None, Some(NoRecord::Said)));
    let remarks = &dry.rows[4].form.as_ref().unwrap().remarks;
    assert_eq!(remarks.first(), Some(&("层级".to_owned(), "（二）市级政策".to_owned())));
}

#[test]
fn a_cell_becomes_a_value_or_is_asked_with_what_to_choose_from() {
    const HEAD: &str = "地区|标题|发布日期|文号|链接|阶段|期限|责任处室";
    for (row, expected) in [
        ("温州|《甲办法》|2024.5||||| 数字经济处", "2 New 330300 2024-05 Published 甲办法 责任处室=数字经济处"),
        (
            "温州（浙江）|甲市关于印发《乙办法》的通知|2024年5月6日",
            "2 New 330300 2024-05-06 Published 乙办法 通知题名=甲市关于印发《乙办法》的通知",
        ),
        ("温州|甲办法|2024||||| 已废止", "2 New 330300 2024 Published 甲办法 责任处室=已废止 | H2 Repealed "),
        ("温州|甲办法|2024|||失效", "2 New 330300 2024 Published 甲办法 阶段=失效 | F2 Repealed "),
        ("浙江/温州|甲办法|23.5", "2 Faulty 330300 23.5 Published 甲办法 | C2! ShortYear 2023-05"),
        ("温州|甲办法|=2023.1", "2 Faulty 330300 2023.1 Published 甲办法 | C2! TwoMonths 2023-01 2023-10"),
        ("温州|甲办法|=2023.1 0.00", "2 New 330300 2023-10 Published 甲办法"),
        ("温州|甲办法|=45076 date", "2 New 330300 2023-05-30 Published 甲办法"),
        ("温州|甲办法|=43614 1904", "2 New 330300 2023-05-30 Published 甲办法"),
        ("温州|甲办法|=45076", "2 New 330300 2023-05-30 Published 甲办法 | C2 DayCount "),
        ("温州|甲办法|2023年13月", "2 Faulty 330300 2023年13月 Published 甲办法 | C2! NoSuchDate 2023-12"),
        ("温州|甲办法|5月30日", "2 Faulty 330300 5月30日 Published 甲办法 | C2! NoYear "),
        ("温州|甲办法|长期", "2 New 330300  Published 甲办法 发布日期=长期 | C2 NoDate "),
        ("温州|甲办法|2023年5月底", "2 New 330300 2023-05 Published 甲办法 发布日期=2023年5月底 | C2 Finer "),
        ("温州|甲办法|2024年6月1日起施行", "2 New 330300  Published 甲办法 InForce=2024-06-01 | C2 Field "),
        ("温州|甲办法|2023-2025年", "2 Faulty 330300 2023-2025年 Published 甲办法 | C2! Span 2023/2025"),
        ("鹿城区|甲办法|2024", "2 New 330300 2024 Published 甲办法 地区=鹿城区 | A2 Counted "),
        (
            "鼓楼区|甲办法|2024",
            "2 Faulty  2024 Published 甲办法 地区=鼓楼区 | A2! SeveralPlaces 320100 320300 350100 410200",
        ),
        ("温洲市|甲办法|2024", "2 Faulty  2024 Published 甲办法 地区=温洲市 | A2! NoPlace 330300"),
        ("本市|甲办法|2024", "2 Faulty  2024 Published 甲办法 地区=本市 | A2! NoMyPlace "),
        ("甲乙|甲办法|2024", "2 Faulty  2024 Published 甲办法 地区=甲乙 | A2! NoPlace "),
        ("|甲办法|2024", "2 Faulty  2024 Published 甲办法 | A2! Field "),
        ("温州||2024|温政办〔2024〕1号", "2 Faulty 330300 2024 Published  温政办〔2024〕1号 | B2! Field "),
        ("温州|甲办法|2024|温政办【2024】第012 號", "2 New 330300 2024 Published 甲办法 温政办〔2024〕12号"),
        ("温州|甲办法|2024|〔2024〕1号", "2 Faulty 330300 2024 Published 甲办法 〔2024〕1号 | D2! NoSeries "),
        (
            "温州|甲办法|2024|甲〔2024〕1号、乙〔2024〕2号",
            "2 Faulty 330300 2024 Published 甲办法 甲〔2024〕1号、乙〔2024〕2号 | D2! SeveralNumbers 甲〔2024〕1号 乙〔2024〕2号",
        ),
        ("温州|甲办法|2024|—", "2 New 330300 2024 Published 甲办法 文号=—"),
        ("温州|甲办法|2024||查看 -> https://a.gov.cn/1", "2 New 330300 2024 Published 甲办法 https://a.gov.cn/1"),
        ("温州|甲办法 -> https://a.gov.cn/2|2024", "2 New 330300 2024 Published 甲办法 https://a.gov.cn/2"),
        (
            "温州|甲办法|2024||a.gov.cn/1",
            "2 Faulty 330300 2024 Published 甲办法 a.gov.cn/1 | E2! Field https://a.gov.cn/1",
        ),
        ("温州|甲办法|2024|||规范性文件", "2 New 330300 2024 Published 甲办法 阶段=规范性文件"),
        ("温州|甲办法|2024||||三年", "2 New 330300 2024 Published 甲办法 期限=三年"),
        ("温州|甲办法|!#REF!", "2 Faulty 330300 #REF! Published 甲办法 | C2! Error "),
    ] {
        let dry = dry_of(&grid(&format!("{HEAD}\n{row}")), &TableMapping::default(), &layer());
        assert_eq!(told(&dry), [expected], "{row}");
    }
}

#[test]
fn an_answer_is_a_rule_and_solves_all_that_are_alike() {
    let text = "2023年汇总表\n地区|标题|时间\n温州|甲办法|23.5\n|乙办法|5月30日\n杭州|丙办法|23.5\n|丁办法|";
    let (grid, mut mapping, layer) = (grid(text), TableMapping::default(), layer());
    let first = dry_of(&grid, &mapping, &layer);
    let questions: Vec<&str> = first.questions.iter().map(TableQuestion::head).collect();
    assert_eq!((questions, first.is_asking()), (vec!["时间", "地区"], true));
    mapping.set_field("时间", TableField::Date(crate::catalogue::EventKind::Signed));
    mapping.set_repeats("地区", true);
    let second = dry_of(&grid, &mapping, &layer);
    assert_eq!(second.questions, []);
    let fixes: Vec<(String, String)> =
        second.problems().filter_map(|(_, problem)| Some((problem.raw.clone(), problem.fix()?.to_owned()))).collect();
    assert_eq!(
        fixes,
        [("23.5", "2023-05"), ("5月30日", "2023-05-30"), ("23.5", "2023-05")].map(|(a, b)| (a.into(), b.into()))
    );
    let rules: Vec<ValueRule> =
        second.problems().filter_map(|(_, problem)| Some(problem.rule(problem.fix()?))).collect();
    for rule in rules {
        mapping.set_value(rule);
    }
    assert_eq!(mapping.rules.len(), 2);
    let kept = TableMapping::read(mapping.write().as_bytes()).unwrap();
    assert_eq!(kept, mapping);
    assert_eq!(
        told(&dry_of(&grid, &kept, &layer)),
        [
            "3 New 330300 2023-05 Signed 甲办法",
            "4 New 330300 2023-05-30 Signed 乙办法",
            "5 New 330100 2023-05 Signed 丙办法",
            "6 New 330100  Published 丁办法 | C6 Field ",
        ]
    );
    let names = |heads: &[&str]| TableMapping::file_name(heads.iter().copied());
    assert_eq!(names(&["地区", "标题"]), names(&["标题", "地区 "].map(str::trim)));
    assert_ne!(names(&["地区", "标题"]), names(&["地区"]));
}

#[test]
fn a_row_is_matched_by_id_number_title_or_link() {
    const HEAD: &str = "发布日期|标题|地区|文号|链接|责任处室";
    let first = "地区|标题|发布日期|文号|链接\n温州|甲办法|2024-05|温政办〔2024〕1号|https://a.gov.cn/1\n杭州|乙办法|2024|杭政〔2024〕2号|";
    let grid_of = |text: &str| grid(text);
    let (text, empty) = (layer(), TableMapping::default());
    let text = ran(&text, &grid_of(first), &dry_of(&grid_of(first), &empty, &text));
    for (row, expected) in [
        ("2024-05|甲办法|温州|温政办[2024]01号|https://a.gov.cn/1", "Same"),
        ("2024|《甲办法》|温州市", "Same"),
        ("2024-05-06|甲办法|温州", "Changed [A2 2024-05→2024-05-06]"),
        ("2024-06|甲办法|温州||| 处", "Changed [A2 2024-05→2024-06] [F2 →处]"),
        ("|甲办法（修订）|温州|温政办〔2024〕1号", "Changed [B2 甲办法→甲办法（修订）]"),
        ("|甲办法|温州|温政办〔2024〕9号", "Double 330300-2024-k7qa1"),
        ("|丙办法|宁波||https://a.gov.cn/1", "Double 330300-2024-k7qa1"),
        ("|丙办法|宁波|杭政〔2024〕2号", "Double 330100-2024-k7qa2"),
        ("2024|丙办法|宁波", "New"),
        ("2023|河北省文旅行业发展实施方案|廊坊", "New"),
    ] {
        let dry = dry_of(&grid_of(&format!("{HEAD}\n{row}")), &empty, &text);
        let row_told = dry.rows.first().unwrap();
        let mut out = format!("{:?}", row_told.fate);
        if row_told.fate == Fate::Double {
            out += &format!(" {}", row_told.of.as_deref().unwrap());
        }
        for change in &row_told.changes {
            out += &format!(" [{} {}→{}]", change.at.name(), change.old, change.new);
        }
        assert_eq!(out, expected, "{row}");
        let after = ran(&text, &grid_of(&format!("{HEAD}\n{row}")), &dry);
        if dry.taken() > 0 {
            let again = dry_of(&grid_of(&format!("{HEAD}\n{row}")), &empty, &after);
            assert_eq!(again.rows[0].fate, Fate::Same, "{row}");
        }
    }
    // One policy twice in a table is told; and taken as new where the user says so.
    let twice = format!("{HEAD}\n2024|戊办法|温州\n2025|戊办法|温州");
    let dry = dry_of(&grid_of(&twice), &empty, &text);
    assert_eq!(dry.rows.iter().map(|row| row.fate).collect::<Vec<_>>(), [Fate::New, Fate::Double]);
    let mut mapping = empty.clone();
    mapping.set_verdict(&dry.rows[1].text, Some(RowVerdict::New));
    assert_eq!(dry_of(&grid_of(&twice), &mapping, &text).count(Fate::New), 2);
}

#[test]
fn rows_with_problems_are_kept_as_drafts_and_come_right_later() {
    let table = grid("地区|标题|发布日期\n台州市|甲办法|2023年13月\n甲乙|乙办法|2024");
    let (text, mut mapping) = (layer(), TableMapping::default());
    let plain = dry_of(&table, &mapping, &text);
    assert_eq!((plain.refused(), plain.taken(), plain.edits(&table, &text, RUN)), (2, 0, Vec::new()));
    let drafts = dry(&table, &mapping, &known(&text), true);
    assert_eq!((drafts.refused(), drafts.taken()), (0, 2));
    let after = ran(&text, &table, &drafts);
    assert_eq!(after.matches("draft: true").count(), 2, "{after}");
    let again = dry_of(&table, &mapping, &after);
    assert_eq!((again.count(Fate::Same), again.refused()), (2, 0), "{:?}", told(&again));
    mapping.set_value(drafts.problems().next().unwrap().1.rule("2023-12"));
    let mended = dry_of(&table, &mapping, &after);
    assert_eq!(mended.count(Fate::Changed), 1, "{:?}", told(&mended));
    let after = ran(&after, &table, &mended);
    assert_eq!(after.matches("draft: true").count(), 1, "{after}");
}

/// A table of our own: keys or headings, and the rows of policies, as the csv and the workbook have them.
fn own_table(text: &str, by: Option<Lang>) -> Grid {
    use crate::query::{Index, Unit, columns, further_columns, parse, run};
    let files = [File { name: "base", bytes: EMBEDDED.as_bytes() }, File { name: "layer", bytes: text.as_bytes() }];
    let index = Index::new(std::sync::Arc::new(load_stack(&files).catalogue.unwrap()));
    let outcome = run(&index, &parse("", &index.catalogue).unwrap(), Unit::Policy);
    let mut all = columns(&index.catalogue, Unit::Policy);
    let lang = by.unwrap_or(Lang::Zh);
    if by.is_none() {
        all.extend(further_columns(&index.catalogue, Unit::Policy));
    }
    let text = |text: String| cell(&text.replace(" -> ", " "));
    let head = all.iter().map(|column| {
        text(if by.is_none() { column.key(&index.catalogue) } else { column.label(&index.catalogue, lang) })
    });
    let mut rows = vec![GridRow { number: 1, cells: head.collect() }];
    for (row, number) in outcome.rows.iter().zip(2..) {
        let shown = |column: &crate::query::Column| {
            if by.is_none() {
                column.value(&index, &outcome, *row, lang).plain().into_owned()
            } else {
                column.shown(&index, &outcome, *row, lang).into_owned()
            }
        };
        rows.push(GridRow { number, cells: all.iter().map(|column| text(shown(column))).collect() });
    }
    Grid { sheets: vec![GridSheet { name: "数据".to_owned(), is_hidden: false, rows }] }
}

#[test]
fn our_own_table_comes_back_as_its_edited_cells_alone() {
    let empty = TableMapping::default();
    let ledger = grid(LEDGER);
    let text = ran(&layer(), &ledger, &dry_of(&ledger, &empty, &layer()));
    for by in [None, Some(Lang::Zh), Some(Lang::En)] {
        let mut own = own_table(&text, by);
        let same = dry_of(&own, &empty, &text);
        assert!(same.sheets[0].is_own);
        assert_eq!(same.count(Fate::Same), 15, "{:#?}", told(&same));
        // The order of columns says nothing.
        own.sheets[0].rows.iter_mut().for_each(|row| row.cells.reverse());
        assert_eq!(dry_of(&own, &empty, &text).count(Fate::Same), 15);
        own.sheets[0].rows.iter_mut().for_each(|row| row.cells.reverse());
        let head = |own: &Grid, key: &str, labels: [&str; 2]| {
            let name = by.map_or(key, |lang| if lang == Lang::Zh { labels[0] } else { labels[1] });
            own.sheets[0].rows[0].cells.iter().position(|cell| cell.text == name).unwrap()
        };
        let edits: [(&str, [&str; 2], &str, &str); 6] = [
            ("title", ["题名", "Title"], "改过的题名", "芜湖市乙方案→改过的题名"),
            ("month", ["月份", "Month"], "2024-07", "2024-06→2024-07"),
            ("number", ["文号", "Number"], "芜发改〔2024〕32号", "芜发改〔2024〕31号→芜发改〔2024〕32号"),
            ("issuers", ["发文机关", "Issuers"], "市数据局", "市发展改革委→市数据局"),
            ("stage", ["阶段", "Stage"], "征求意见稿", "final→draft"),
            ("focus_compute", ["算力", "Compute"], "有实质内容", "→substantive"),
        ];
        let row =
            own.sheets[0].rows.iter().position(|row| row.cells.iter().any(|cell| cell.text == "芜湖市乙方案")).unwrap();
        for (name, labels, value, expected) in edits {
            let mut edited = own.clone();
            let column = head(&own, name, labels);
            edited.sheets[0].rows[row].cells[column] = cell(value);
            let dry = dry_of(&edited, &empty, &text);
            let changes: Vec<String> = dry.changes().map(|one| format!("{}→{}", one.old, one.new)).collect();
            assert_eq!(changes, [expected], "{name}");
            ran(&text, &edited, &dry);
        }
        // A policy of the catalogue is only read.
        let title = head(&own, "title", ["题名", "Title"]);
        own.sheets[0].rows[1].cells[title] = cell("别的题名");
        let dry = dry_of(&own, &empty, &text);
        assert_eq!((dry.refused(), dry.taken()), (1, 0));
    }
}

#[test]
fn sheets_are_taken_but_for_hidden_ones_and_those_without_heads() {
    let data = "地区|标题|发布日期\n温州|甲办法|2024";
    let mut hidden = sheet("旧版", data);
    hidden.is_hidden = true;
    let other = sheet("补充", "题名|印发日期|所属地区\n乙办法|2024/11/8|湖南省常德市");
    let grid = Grid { sheets: vec![sheet("台账", data), hidden, other, sheet("说明", "请勿修改\n谢谢")] };
    let mut mapping = TableMapping::default();
    let first = dry_of(&grid, &mapping, &layer());
    let taken = |dry: &Dry| dry.sheets.iter().map(|sheet| sheet.is_taken).collect::<Vec<_>>();
    assert_eq!(taken(&first), [true, false, true, false]);
    assert_eq!(told(&first), ["2 New 330300 2024 Published 甲办法", "2 New 430700 2024-11-08 Issued 乙办法"]);
    mapping.sheets = vec!["旧版".to_owned()];
    assert_eq!(taken(&dry_of(&grid, &mapping, &layer())), [false, true, false, false]);
    mapping.set_header(HeaderRows { sheet: "旧版".to_owned(), first: 2, last: 2 });
    let chosen = dry_of(&grid, &mapping, &layer());
    assert_eq!((chosen.sheets[1].caption.as_str(), chosen.rows.len()), ("地区 标题 发布日期", 0));
}

/// The longest that reading one of these tables may take here: were each name compared with all others, it would be many
/// times that.
const CAP: Duration = Duration::from_mins(2);

#[test]
fn tables_of_unknown_names_take_time_that_grows_with_their_size() {
    let table = |head: &str, row: &dyn Fn(usize) -> String| {
        (0..10_000).fold(head.to_owned(), |all, n| format!("{all}\n{}|措施{n}", row(n)))
    };
    for (name, refused, text) in [
        ("unknown places", 10_000, table("地区|标题", &|n| format!("甲乙丙丁地{n}"))),
        ("misspelt places", 10_000, table("地区|标题", &|n| format!("Hangzhoo {n}"))),
        ("one name again and again", 0, table("地区|标题", &|n| format!("{}{n}", "吉林".repeat(80)))),
        ("one number again and again", 0, table("地区|文号|标题", &|_| "上海|沪府〔2024〕1号".to_owned())),
        ("places of issuers", 10_000, table("发文机关|标题", &|n| format!("甲乙丙丁{n}市人民政府办公室"))),
    ] {
        let (sender, receiver) = channel();
        let work = move || {
            let dry = dry(&grid(&text), &TableMapping::default(), &known(&layer()), false);
            sender.send((dry.rows.len(), dry.refused())).ok();
        };
        std::thread::Builder::new().name(name.to_owned()).spawn(work).unwrap();
        let counts = receiver.recv_timeout(CAP);
        let counts = counts.unwrap_or_else(|_| panic!("{name}: more time than its size explains"));
        assert_eq!(counts, (10_000, refused), "{name}");
    }
}

#[test]
fn wide_tables_of_short_rows_take_time_that_grows_with_their_cells() {
    let rows = |row: &str, n: usize| format!("\n{row}").repeat(n);
    let heads = |head: &str| (0..16_000).map(|n| head.replace('N', &n.to_string())).collect::<Vec<_>>().join("|");
    let long = |cell: &str| vec![cell; 16_000].join("|");
    for (name, text, expected) in [
        ("a wide head over short rows", format!("地区|标题|{}{}", heads("列N"), rows("|甲", 40_000)), 40_000),
        ("columns of places", format!("{}|标题{}", long("地区"), rows("温州", 40_000)), 40_000),
        (
            "one title behind columns of titles",
            format!("{}|标题|地区|题名{}", heads("列N"), rows("甲", 40_000)),
            40_000,
        ),
        ("errors in every cell", format!("地区|标题|{}{}", heads("列N"), rows(&long("!#REF!"), 20)), 20),
    ] {
        let (sender, receiver) = channel();
        let grid = Grid { sheets: vec![sheet("", &text)] };
        let work = move || {
            let dry = dry(&grid, &TableMapping::default(), &known(&layer()), false);
            let own = grid.sheets.iter().map(GridSheet::own_cells).sum::<usize>();
            sender.send((dry.rows.len(), dry.cells.total() == own)).ok();
        };
        std::thread::Builder::new().name(name.to_owned()).spawn(work).unwrap();
        let counts = receiver.recv_timeout(CAP);
        let counts = counts.unwrap_or_else(|_| panic!("{name}: more time than its size explains"));
        assert_eq!(counts, (expected, true), "{name}");
    }
}

mod any {
    //! Random grids of heads, values and blanks.

    use proptest::prelude::*;

    use super::*;

    fn piece() -> impl Strategy<Value = &'static str> {
        prop::sample::select(vec![
            "",
            "",
            "^",
            "<",
            "地区",
            "标题",
            "名称",
            "时间",
            "发布日期",
            "年",
            "文号",
            "备注",
            "序号",
            "链接",
            "温州",
            "鹿城区",
            "甲办法",
            "《乙办法》",
            "23.5",
            "2024年5月",
            "=45076",
            "=2023.1",
            "合计",
            "注：略",
            "一、省级",
            "!#REF!",
            "—",
            "\u{200B}",
            "甲〔2024〕1号",
            "甲 -> https://a.gov.cn/1",
            "id",
            "title",
            "region",
            "330300-2024-k7qa1",
        ])
    }

    fn rows() -> impl Strategy<Value = String> {
        let row = prop::collection::vec(piece(), 0..7).prop_map(|cells| cells.join("|"));
        prop::collection::vec(row, 0..9).prop_map(|rows| rows.join("\n"))
    }

    #[test]
    fn cells_of_one_remark_in_one_row_are_kept_beside_each_other() {
        // The heads of two storeys name the note twice.
        let grid = Grid { sheets: vec![sheet("甲", "^|||备注\n备注|时间|标题\n左||温州|右")] };
        let (text, mapping) = (layer(), TableMapping::default());
        let dry = super::dry(&grid, &mapping, &known(&text), false);
        let after = ran(&text, &grid, &dry);
        assert!(after.contains("左；右"), "{after}");
        let again = super::dry(&grid, &mapping, &super::known(&after), false);
        assert_eq!(again.taken(), 0, "{:?}", told(&again));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn no_cell_of_any_grid_is_lost(first in rows(), second in rows(), hidden: bool, drafts: bool, group: bool) {
            let mut other = sheet("乙", &second);
            other.is_hidden = hidden;
            let grid = Grid { sheets: vec![sheet("甲", &first), other] };
            let text = layer();
            let mut mapping = TableMapping::default();
            mapping.group = group.then(|| "层级".to_owned());
            let known = known(&text);
            let dry = super::dry(&grid, &mapping, &known, drafts);
            let own: usize = grid.sheets.iter().map(GridSheet::own_cells).sum();
            prop_assert_eq!(dry.cells.total(), own, "{:?}", dry.cells);
            prop_assert!(dry.resolved(&mapping).write().len() > 1);
            // The lists are those of the rows, which stand sheet by sheet from top to bottom.
            let digest = DryDigest::of(&dry, &grid);
            for fate in Fate::ALL {
                let listed: Vec<Fate> = digest.rows(fate).iter().map(|at| dry.rows[*at].fate).collect();
                // Drafts have a list of their own.
                let n = dry.rows.iter().filter(|row| row.fate == fate && !row.is_draft).count();
                prop_assert_eq!(listed, vec![fate; n]);
            }
            let listed = (0..digest.open()).map(|at| digest.open_at(&dry, at).unwrap());
            prop_assert!(listed.clone().all(|(row, problem)| row.problems.contains(problem)));
            prop_assert!(dry.problems().filter(|(_, problem)| problem.is_in_the_way).count() >= dry.refused());
            prop_assert!(dry.rows.is_sorted_by_key(|row| (row.sheet, row.row)));
            // What it says is what it does, and the second time there is nothing left to do.
            let after = ran(&text, &grid, &dry);
            let again = super::dry(&grid, &mapping, &super::known(&after), drafts);
            prop_assert_eq!(again.taken(), 0, "{:?} {:?}", told(&dry), told(&again));
        }
    }
}

#[test]
fn a_date_is_read_as_it_is_written_where_that_leaves_no_doubt() {
    use crate::catalogue::EventKind::{self, Ends, InForce, Issued, Published};
    // What is typed, and what stands there then: the date that dates the policy, another one, an end of the period.
    let cases: [(&str, EventKind, &str, EventKind, &str, &str); 8] = [
        ("2024年6月18日", Published, "2024-06-18", InForce, "2024-06-18", "2024-06-18"),
        ("2024年6月", Published, "2024-06", InForce, "2024-06", "2024-06"),
        ("二〇二四年六月十八日印发", Issued, "2024-06-18", Issued, "2024-06-18", "2024-06-18"),
        (" 2024/6/18 ", Published, "2024-06-18", InForce, "2024-06-18", "2024-06-18"),
        // An end does not date a policy.
        ("有效期至2027年5月31日", Published, "有效期至2027年5月31日", Ends, "2027-05-31", "2027-05-31"),
        ("2024-06-18", Published, "2024-06-18", InForce, "2024-06-18", "2024-06-18"),
        // What is asked about in a table stays as it is typed, with what is wrong with it under it.
        ("2024年6月底", Published, "2024年6月底", InForce, "2024年6月底", "2024年6月底"),
        ("6月18日", Published, "6月18日", InForce, "6月18日", "6月18日"),
    ];
    for (typed, dated, date, kind, on, end) in cases {
        let mut form = PolicyForm::new("340200", []);
        form.date = typed.to_owned();
        form.dates = vec![crate::edit::DateForm::new(InForce, typed)];
        (form.from, form.to) = (typed.to_owned(), typed.to_owned());
        let read = dates_read(&form);
        assert_eq!((read.dated, read.date.as_str()), (dated, date), "{typed}");
        assert_eq!((read.dates[0].kind, read.dates[0].on.as_str()), (kind, on), "{typed}");
        assert_eq!((read.from.as_str(), read.to.as_str()), (end, end), "{typed}");
    }
}
