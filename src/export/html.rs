//! html: the table as one file that a browser shows and prints: no script, and nothing to fetch.
//!
//! Above stand title, filter, lens, denominator and release; the head of the table is repeated on each page of
//! paper; below stand the marks and the sources in sight. A cell without a mark is no empty cell: its words are there
//! for screen readers and for copying.

use std::io::Write;

use super::citation::reference;
use super::markup::escaped;
use super::{ExportFault, Exporter, Progress, ShownTable, Table, step};
use crate::query::{Column, Datum, Row};
use crate::words::{CliText as T, Lang};

/// Dark on white, whatever the screen prefers: it is a page. Fonts by name, the first installed one.
const STYLE: &str = "
@page { size: A4 landscape; margin: 14mm 12mm; }
:root { color-scheme: light; }
body { color: #111; background: #fff; margin: 1.5em; font: 10pt/1.45 'Noto Sans SC', 'Noto Sans CJK SC', 'Source Han Sans SC',
  'Microsoft YaHei', 微软雅黑, 'PingFang SC', SimHei, 黑体, sans-serif; }
h1 { font-size: 15pt; line-height: 1.3; margin: 0 0 .4em; }
h2 { font-size: 10.5pt; margin: 1.2em 0 .3em; break-after: avoid; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1em 1em; margin: 0 0 1em; }
dt { color: #555; }
dd { margin: 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border-bottom: .5pt solid #999; padding: 2pt 5pt; text-align: left; vertical-align: top; overflow-wrap: break-word; }
thead th { border-bottom: 1pt solid #111; font-weight: bold; vertical-align: bottom; }
.focus { text-align: center; white-space: nowrap; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.id { white-space: nowrap; }
.none { color: #767676; }
.said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
ol { margin: 0; padding-left: 2em; font-size: 9pt; overflow-wrap: anywhere; }
@media print { body { margin: 0; font-size: 8.5pt; } }
";

pub(super) struct Html;

impl Exporter for Html {
    fn write(&self, table: &Table<'_>, out: &mut dyn Write, progress: &mut Progress<'_>) -> Result<(), ExportFault> {
        head(table, out)?;
        let heading = |(label, class): (&str, &str)| format!("<th scope=\"col\"{class}>{}</th>", escaped(label));
        let heads = table.columns.iter().map(|h| heading((&h.label, class(h.column))));
        writeln!(out, "<table>\n<thead>\n<tr>{}</tr>\n</thead>\n<tbody>", heads.collect::<String>())?;
        let total = table.rows().len();
        for (done, row) in table.rows().iter().enumerate() {
            step(done, total, progress)?;
            let cells = table.columns.iter().map(|heading| cell(table, *row, heading.column));
            writeln!(out, "<tr>{}</tr>", cells.collect::<String>())?;
        }
        writeln!(out, "</tbody>\n</table>")?;
        foot(table, out)
    }
}

/// Writes the table of a tab.
pub(super) fn shown(table: &ShownTable, out: &mut dyn Write) -> Result<(), ExportFault> {
    begin(&table.title, table.lang, out)?;
    let cells = |(open, close): (&str, &str), texts: &[String]| {
        texts.iter().map(|text| format!("{open}{}{close}", escaped(text))).collect::<String>()
    };
    let (head, cell) = (("<th scope=\"col\">", "</th>"), ("<td>", "</td>"));
    writeln!(out, "<table>\n<thead>\n<tr>{}</tr>\n</thead>\n<tbody>", cells(head, &table.heads))?;
    for row in &table.rows {
        writeln!(out, "<tr>{}</tr>", cells(cell, &table.texts(row)))?;
    }
    writeln!(out, "</tbody>\n</table>\n<footer>")?;
    for text in &table.about {
        writeln!(out, "<p>{}</p>", escaped(text))?;
    }
    writeln!(out, "</footer>\n</body>\n</html>")?;
    Ok(())
}

/// Lines of cells, the heads first, as a table to be pasted. Its cells are texts, so that a spreadsheet makes no number
/// of a code and no day of a month.
pub fn html_table(lines: &[Vec<String>]) -> String {
    let row = |tag: &str, cells: &Vec<String>| {
        let cell = |text: &String| format!("<{tag} style=\"mso-number-format:'\\@'\">{}</{tag}>", escaped(text));
        format!("<tr>{}</tr>\n", cells.iter().map(cell).collect::<String>())
    };
    let (heads, rows) = lines.split_at(lines.len().min(1));
    let heads: String = heads.iter().map(|cells| row("th", cells)).collect();
    let rows: String = rows.iter().map(|cells| row("td", cells)).collect();
    format!("<meta charset=\"utf-8\"><table>\n<thead>\n{heads}</thead>\n<tbody>\n{rows}</tbody>\n</table>\n")
}

/// The head of the page, and its title.
fn begin(title: &str, lang: Lang, out: &mut dyn Write) -> Result<(), ExportFault> {
    let tag = match lang {
        Lang::Zh => "zh-Hans",
        Lang::En => "en",
    };
    let title = escaped(title);
    writeln!(out, "<!DOCTYPE html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">")?;
    writeln!(out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")?;
    writeln!(out, "<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>")?;
    Ok(())
}

fn head(table: &Table<'_>, out: &mut dyn Write) -> Result<(), ExportFault> {
    let (about, lang) = (&table.about, table.lang);
    begin(&about.title, lang, out)?;
    writeln!(out, "<dl>")?;
    let shown = about.denominator(lang);
    let release = format!("{} {}", about.id, about.release);
    let lines = [
        (T::AboutQuery, about.query_or_everything(lang)),
        (T::AboutLens, about.lens.as_str()),
        (T::AboutShown, shown.as_str()),
        (T::AboutId, release.as_str()),
    ];
    for (label, value) in lines {
        writeln!(out, "<dt>{}</dt><dd>{}</dd>", label.get(lang), escaped(value))?;
    }
    writeln!(out, "</dl>")?;
    Ok(())
}

fn class(column: Column) -> &'static str {
    match column {
        Column::Focus(_) => " class=\"focus\"",
        Column::Policies => " class=\"number\"",
        Column::Id | Column::Month | Column::Region => " class=\"id\"",
        _ => "",
    }
}

fn cell(table: &Table<'_>, row: Row, column: Column) -> String {
    let class = class(column);
    if let Column::Focus(_) = column {
        let (mark, said) = (table.marked(row, column), table.read(row, column));
        return format!(
            "<td{class}><span aria-hidden=\"true\">{}</span><span class=\"said\">{}</span></td>",
            escaped(&mark),
            escaped(&said)
        );
    }
    let value = table.value(row, column);
    let shown = match value {
        Datum::Boolean(_) => value.words(table.lang),
        _ => table.read(row, column),
    };
    match &*shown {
        "" => "<td class=\"none\">—</td>".to_owned(),
        shown => format!("<td{class}>{}</td>", escaped(shown)),
    }
}

fn foot(table: &Table<'_>, out: &mut dyn Write) -> Result<(), ExportFault> {
    let lang = table.lang;
    writeln!(out, "<footer>")?;
    if table.columns.iter().any(|heading| matches!(heading.column, Column::Focus(_))) {
        writeln!(out, "<h2>{}</h2>\n<p>{}</p>", T::AboutLegend.get(lang), escaped(T::Legend.get(lang)))?;
    }
    if table.columns.iter().any(|heading| may_be_none(heading.column)) {
        writeln!(out, "<p>— {}</p>", escaped(T::LegendNone.get(lang)))?;
    }
    writeln!(out, "<h2>{}</h2>\n<ol>", T::AboutSources.get(lang))?;
    let catalogue = &table.index().catalogue;
    for source in table.outcome().lens.sources() {
        writeln!(out, "<li>{}</li>", escaped(&reference(&catalogue[source], None, lang)))?;
    }
    writeln!(out, "</ol>\n</footer>\n</body>\n</html>")?;
    Ok(())
}

/// Whether a row may have no value in this column.
fn may_be_none(column: Column) -> bool {
    let given = [Column::TitleEn, Column::Number, Column::Issuers, Column::Period, Column::Keywords, Column::Sources];
    given.contains(&column) || matches!(column, Column::Basis(_))
}
