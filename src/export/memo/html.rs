//! A page as one file of HTML: no script, no address to fetch, and made to be printed on A4.

use std::io::{self, Write};

use crate::export::MemoLayout;
use crate::export::markup::{escaped, uri};
use crate::pages::{Block, Memo, MemoTable, Paragraph, TextRun};

/// Margins and faces as in the file for Word. A screen gets the same page, as wide as the paper.
const STYLE: &str = "
@page { size: A4; margin: 37mm 26mm 35mm 28mm; }
body { max-width: 156mm; margin: 2em auto; padding: 0 1em; color: #111; background: #fff;
  font: 12pt/1.55 FangSong_GB2312, 仿宋_GB2312, 仿宋, FangSong, STFangsong, 'Noto Serif CJK SC', 'Source Han Serif SC', serif; }
h1 { font: 22pt/1.3 FZXiaoBiaoSong-B05S, 方正小标宋简体, 'Noto Serif CJK SC', SimSun, 宋体, serif; text-align: center; margin: 0 0 .6em; }
h2 { font: 12pt/1.5 SimHei, 黑体, 'Noto Sans CJK SC', sans-serif; margin: .6em 0 .1em; }
p { margin: 0; text-indent: 2em; }
p.small { font-size: 9pt; line-height: 1.35; text-indent: 0; }
.lead { font-family: KaiTi_GB2312, 楷体_GB2312, 楷体, KaiTi, STKaiti, serif; }
table { border-collapse: collapse; width: 100%; margin: .4em 0; font-size: 10.5pt; line-height: 1.3; }
th, td { border: .5pt solid #000; padding: 2pt 4pt; text-align: center; font-weight: normal; }
th { font-family: SimHei, 黑体, 'Noto Sans CJK SC', sans-serif; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
.date { text-align: center; text-indent: 0; margin-bottom: .6em; }
.until { text-align: center; text-indent: 0; font-size: 10.5pt; }
.signed { text-align: right; margin-right: 2em; break-before: avoid; }
.scroll { overflow-x: auto; }
sup { font-size: .65em; line-height: 0; }
sup a { color: inherit; text-decoration: none; }
a { color: #1f4e79; }
ol { font-size: 9pt; line-height: 1.35; margin: .2em 0; padding-left: 2.2em; }
footer { border-top: .5pt solid #000; margin-top: .6em; padding-top: .3em; overflow-wrap: anywhere; }
h2 { break-after: avoid; }
@media print { body { max-width: none; margin: 0; padding: 0; } .official { font-size: 16pt; line-height: 29pt; } .official h2 { font-size: 16pt; line-height: 29pt; } }
";

/// Writes a page.
pub fn write(page: &Memo, layout: MemoLayout, out: &mut dyn Write) -> io::Result<()> {
    let lang = match page.lang {
        crate::words::Lang::Zh => "zh-Hans",
        crate::words::Lang::En => "en",
    };
    let title = escaped(&page.title);
    writeln!(out, "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">")?;
    writeln!(out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")?;
    writeln!(
        out,
        "<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body class=\"{}\">\n<h1>{title}</h1>",
        layout.id()
    )?;
    let is_official = layout == MemoLayout::Official;
    let line =
        |class: &str, text: &str, out: &mut dyn Write| writeln!(out, "<p class=\"{class}\">{}</p>", escaped(text));
    page.date.iter().filter(|_| !is_official).try_for_each(|date| line("date", date, out))?;
    page.until.iter().try_for_each(|until| line("until", until, out))?;
    for part in &page.parts {
        writeln!(out, "<h2>{}</h2>", escaped(&part.heading))?;
        for block in &part.blocks {
            match block {
                Block::Paragraph(paragraph) => write_paragraph("", paragraph, out)?,
                Block::Table(table) => write_table(table, out)?,
                Block::Small(line) => writeln!(out, "<p class=\"small\">{}</p>", escaped(line))?,
            }
        }
    }
    if !page.notes.is_empty() {
        writeln!(out, "<h2>{}</h2>\n<ol>", escaped(&page.notes_heading))?;
        for (at, note) in page.notes.iter().enumerate() {
            writeln!(out, "<li id=\"n{}\">{}</li>", at + 1, escaped(note))?;
        }
        writeln!(out, "</ol>")?;
    }
    writeln!(out, "<footer>")?;
    page.foot.iter().try_for_each(|line| write_paragraph(" class=\"small\"", line, out))?;
    writeln!(out, "</footer>")?;
    // An official document is signed and dated at its end.
    if is_official {
        line("signed", &page.unit, out)?;
        page.date.iter().try_for_each(|date| line("signed", date, out))?;
    }
    writeln!(out, "</body>\n</html>")
}

fn write_paragraph(class: &str, paragraph: &Paragraph, out: &mut dyn Write) -> io::Result<()> {
    write!(out, "<p{class}>")?;
    if !paragraph.lead.is_empty() {
        write!(out, "<span class=\"lead\">{}</span>", escaped(&paragraph.lead))?;
    }
    for run in &paragraph.runs {
        match &run.link {
            Some(address) => write!(out, "<a href=\"{}\">{}</a>", escaped(&uri(address)), escaped(&run.text))?,
            None => write!(out, "{}", escaped(&run.text))?,
        }
        write!(out, "{}", marks(run))?;
    }
    writeln!(out, "</p>")
}

/// The numbers of the notes of a run, neighbours as a range: `[2-4]`.
fn marks(run: &TextRun) -> String {
    if run.notes.is_empty() {
        return String::new();
    }
    let link = |n: usize| format!("<a href=\"#n{n}\">{n}</a>");
    let range = |(first, last)| if first == last { link(first) } else { format!("{}-{}", link(first), link(last)) };
    format!("<sup>[{}]</sup>", run.note_ranges().into_iter().map(range).collect::<Vec<_>>().join(","))
}

fn write_table(table: &MemoTable, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<div class=\"scroll\">\n<table>\n<thead>")?;
    let head: Vec<String> = table.head.iter().map(|cell| format!("<th scope=\"col\">{}</th>", escaped(cell))).collect();
    writeln!(out, "<tr>{}</tr>\n</thead>\n<tbody>", head.concat())?;
    for row in &table.rows {
        let cell = |(at, cell): (usize, &String)| match at {
            0 => format!("<th scope=\"row\">{}</th>", escaped(cell)),
            _ => format!("<td>{}</td>", escaped(cell)),
        };
        writeln!(out, "<tr>{}</tr>", row.iter().enumerate().map(cell).collect::<String>())?;
    }
    writeln!(out, "</tbody>\n</table>\n</div>")
}
