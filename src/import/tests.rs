//! Tests of the import of tables: heads, mappings and fates of rows; the run twice; no cell lost.

use super::*;
use crate::catalogue::{EMBEDDED, File, FileIdx, NamedRelease, Severity, load_stack};
use crate::edit::{NewLayer, apply};
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

pub fn grid(text: &str) -> Grid {
    Grid { sheets: vec![sheet("", text)] }
}

pub fn layer() -> String {
    let over = [NamedRelease { id: "ccid-2023-3".into(), release: "2026.2".into(), content: String::new() }];
    NewLayer { tag: "k7qa", release: "2026-11-28", title: "", over: &over }.text()
}

pub fn known(text: &str) -> KnownPolicies {
    let files = [File { name: "base", bytes: EMBEDDED.as_bytes() }, File { name: "layer", bytes: text.as_bytes() }];
    KnownPolicies::of(&load_stack(&files).catalogue.unwrap(), FileIdx(1), text)
}

const RUN: ImportRun<'_> = ImportRun { tag: "k7qa", today: "2026-12-01", file: "台账.xlsx", sha256: "00" };

/// The text of the layer after an import.
#[track_caller]
pub fn ran(text: &str, dry: &Dry) -> String {
    let after = apply(text, &dry.edits(text, RUN)).unwrap().text;
    let files = [File { name: "base", bytes: EMBEDDED.as_bytes() }, File { name: "layer", bytes: after.as_bytes() }];
    let problems = load_stack(&files).problems;
    let faults: Vec<String> = problems
        .iter()
        .filter(|problem| problem.severity != Severity::Draft)
        .map(|problem| problem.line("layer", Lang::En))
        .collect();
    assert_eq!(faults, Vec::<String>::new(), "{after}");
    after
}

/// `4 New 340200 2024-05-06 Published 甲办法 | D4 Misspelt`
pub fn told(dry: &Dry) -> Vec<String> {
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
            for (kind, on) in &form.dates {
                out += &format!(" {kind:?}={on}");
            }
            for (name, value) in &form.remarks {
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

#[test]
fn a_ledger_comes_in_and_the_second_time_changes_nothing() {
    let text = layer();
    let dry_run = |text: &str| dry(&grid(LEDGER), &TableMapping::default(), &known(text), false);
    let first = dry_run(&text);
    assert_eq!(told(&first), [""]);
    let after = ran(&text, &first);
    let second = dry_run(&after);
    assert_eq!(told(&second), [""]);
}
