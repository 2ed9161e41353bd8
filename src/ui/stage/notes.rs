//! The notes of a step: Markdown as plain blocks of text, large enough for a lectern.

use egui::text::{LayoutJob, TextFormat};
use egui::{FontFamily, FontId, Label, Ui};
use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use crate::ui::Colors;
use crate::ui::fonts::bold_family;

/// A paragraph, a heading or an item of a list.
#[derive(Debug, Default, PartialEq)]
struct Block {
    /// Its depth in lists.
    depth: usize,
    /// The sign or number before it.
    marker: String,
    is_heading: bool,
    runs: Vec<Run>,
}

/// A piece of text in one weight.
#[derive(Debug, PartialEq)]
struct Run {
    text: String,
    is_bold: bool,
}

/// Paints notes at a size in points.
pub fn notes_ui(ui: &mut Ui, colors: &Colors, notes: &str, size: f32) {
    ui.spacing_mut().item_spacing.y = size * 0.5;
    for block in blocks(notes) {
        let size = if block.is_heading { size * 1.2 } else { size };
        let font = |is_bold| {
            FontId::new(size, if is_bold || block.is_heading { bold_family() } else { FontFamily::Proportional })
        };
        let format = |is_bold| TextFormat {
            font_id: font(is_bold),
            color: colors.text,
            line_height: Some(size * 1.5),
            ..TextFormat::default()
        };
        let mut job = LayoutJob::default();
        for run in &block.runs {
            job.append(&run.text, 0.0, format(run.is_bold));
        }
        ui.horizontal_top(|ui| {
            ui.add_space(size * 1.2 * block.depth.saturating_sub(1) as f32);
            if !block.marker.is_empty() {
                let mut marker = LayoutJob::default();
                marker.append(&block.marker, 0.0, format(false));
                ui.label(marker);
            }
            ui.add(Label::new(job).wrap());
        });
    }
}

/// Ends a block, of which only one with words is kept.
fn end(now: &mut Block, out: &mut Vec<Block>) {
    let block = std::mem::take(now);
    now.depth = block.depth;
    if block.runs.iter().any(|run| !run.text.trim().is_empty()) {
        out.push(block);
    }
}

/// The content of Markdown, without what only a browser could show.
fn blocks(text: &str) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::new();
    let mut now = Block::default();
    // The lists around the text: the number of the next item, or none for a list without numbers.
    let mut lists: Vec<Option<u64>> = Vec::new();
    let mut bold = 0_usize;
    let push = |now: &mut Block, text: &str, is_bold: bool| match now.runs.last_mut() {
        Some(run) if run.is_bold == is_bold => run.text.push_str(text),
        _ => now.runs.push(Run { text: text.to_owned(), is_bold }),
    };
    for event in Parser::new(text) {
        match event {
            Event::Start(Tag::Heading { .. }) => {
                end(&mut now, &mut out);
                now.is_heading = true;
            }
            Event::Start(Tag::List(first)) => {
                end(&mut now, &mut out);
                lists.push(first);
                now.depth = lists.len();
            }
            Event::Start(Tag::Item) => {
                end(&mut now, &mut out);
                now.depth = lists.len();
                now.marker = match lists.last_mut() {
                    Some(Some(number)) => {
                        *number += 1;
                        format!("{}.", *number - 1)
                    }
                    _ => "•".to_owned(),
                };
            }
            Event::Start(Tag::Strong | Tag::Emphasis) => bold += 1,
            Event::End(TagEnd::Strong | TagEnd::Emphasis) => bold = bold.saturating_sub(1),
            Event::End(TagEnd::List(_)) => {
                end(&mut now, &mut out);
                lists.pop();
                now.depth = lists.len();
            }
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::CodeBlock) => {
                end(&mut now, &mut out);
            }
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                push(&mut now, &text, bold > 0);
            }
            // Notes are typed with a line for a thought.
            Event::SoftBreak | Event::HardBreak => push(&mut now, "\n", bold > 0),
            _ => {}
        }
    }
    end(&mut now, &mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::blocks;

    /// Blocks as plain text: depth, marker, text with what is bold in stars.
    fn plain(text: &str) -> Vec<String> {
        let run = |run: &super::Run| if run.is_bold { format!("*{}*", run.text) } else { run.text.clone() };
        let line = |block: &super::Block| {
            let text: String = block.runs.iter().map(run).collect();
            let mark = if block.is_heading { "#" } else { block.marker.as_str() };
            format!("{}{mark}|{text}", " ".repeat(block.depth))
        };
        blocks(text).iter().map(line).collect()
    }

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(plain(text), expected, "{text:?}");
    }

    #[test]
    fn notes_are_read_as_blocks() {
        check("", &[]);
        check("先说结论。", &["|先说结论。"]);
        check("一\n二\n\n三", &["|一\n二", "|三"]);
        check("# 开场\n说**三**件事", &["#|开场", "|说*三*件事"]);
        check("- 一\n- 二\n  - 内\n- 三\n\n后", &[" •|一", " •|二", "  •|内", " •|三", "|后"]);
        check("3. 甲\n4. 乙", &[" 3.|甲", " 4.|乙"]);
        check("<b>尖括号</b> `代码`", &["|<b>尖括号</b> 代码"]);
        check("```\n行一\n行二\n```", &["|行一\n行二\n"]);
        check("* * *", &[]);
    }
}
