//! A workbook to fill in and to import: the usual columns, lists to choose from, and two rows in grey that show how.

use rust_xlsxwriter::{Color, DataValidation, Format};

use super::ExportFault;
use super::xlsx::{book, fault, saved};
use crate::catalogue::{Catalogue, Stage, Strength};
use crate::words::{Lang, TableText as T};

/// Rows that the lists to choose from are offered in.
const ROWS: u32 = 2_000;
const WIDTH: f64 = 16.0;
/// Values of an example that read the same in every language.
const NUMBER: &str = "温政办〔2024〕12号";
const LINK: &str = "https://www.example.gov.cn/1";

/// A column: its head, its width, and its cells in the two examples.
struct TemplateColumn {
    head: String,
    width: f64,
    examples: [String; 2],
    choices: Vec<&'static str>,
}

impl TemplateColumn {
    fn new(head: T, width: f64, examples: [&str; 2], lang: Lang) -> TemplateColumn {
        let examples = examples.map(str::to_owned);
        TemplateColumn { head: head.get(lang).to_owned(), width, examples, choices: Vec::new() }
    }

    fn chosen(head: &str, choices: Vec<&'static str>, examples: [&str; 2]) -> TemplateColumn {
        let examples = examples.map(str::to_owned);
        TemplateColumn { head: head.to_owned(), width: WIDTH, examples, choices }
    }
}

/// The workbook, with a column for each focus of a catalogue.
///
/// # Errors
/// Faults of the library for workbooks.
pub fn template(catalogue: &Catalogue, lang: Lang) -> Result<Vec<u8>, ExportFault> {
    let mut book = book(T::TemplateTitle.get(lang))?;
    let sheet = book.add_worksheet().set_name(T::TemplateSheet.get(lang)).map_err(fault)?;
    // A cell of text keeps 2024.10 as it is typed, which a number would make 2024.1.
    let text = Format::new().set_num_format("@");
    let (head, grey) = (text.clone().set_bold(), text.clone().set_font_color(Color::Gray).set_italic());
    for (at, column) in (0u16..).zip(columns(catalogue, lang)) {
        sheet.set_column_width(at, column.width).map_err(fault)?;
        sheet.set_column_format(at, &text).map_err(fault)?;
        sheet.write_string_with_format(0, at, &column.head, &head).map_err(fault)?;
        for (row, example) in (1u32..).zip(&column.examples).filter(|(_, example)| !example.is_empty()) {
            sheet.write_string_with_format(row, at, example, &grey).map_err(fault)?;
        }
        if !column.choices.is_empty() {
            let list = DataValidation::new().allow_list_strings(&column.choices).map_err(fault)?;
            sheet.add_data_validation(1, at, ROWS, at, &list).map_err(fault)?;
        }
    }
    sheet.set_freeze_panes(1, 0).map_err(fault)?;
    saved(book)
}

fn columns(catalogue: &Catalogue, lang: Lang) -> Vec<TemplateColumn> {
    let stages = [Stage::Final, Stage::Draft];
    let strengths = Strength::ALL.iter().filter(|strength| strength.is_given()).map(|strength| strength.name(lang));
    let strengths: Vec<&'static str> = strengths.rev().collect();
    let mut title =
        TemplateColumn::new(T::HeadTitle, 48.0, [T::ExampleTitle.get(lang), T::ExampleOtherTitle.get(lang)], lang);
    title.examples = title.examples.map(|example| format!("{}{example}", T::ExampleMark.get(lang)));
    let before = [
        TemplateColumn::new(T::HeadRegion, WIDTH, [T::ExampleRegion.get(lang), T::ExampleOtherRegion.get(lang)], lang),
        title,
        TemplateColumn::new(T::HeadNumber, 22.0, [NUMBER, ""], lang),
        TemplateColumn::new(T::HeadIssuer, 26.0, [T::ExampleIssuer.get(lang), T::ExampleOtherIssuer.get(lang)], lang),
        TemplateColumn::new(T::HeadPublished, WIDTH, ["2024-05-06", T::ExampleMonth.get(lang)], lang),
        TemplateColumn::new(T::HeadSigned, WIDTH, ["2024-04-28", ""], lang),
        TemplateColumn::new(T::HeadInForce, WIDTH, ["2024-06-01", ""], lang),
        TemplateColumn::chosen(
            T::HeadStage.get(lang),
            stages.map(|stage| stage.name(lang)).to_vec(),
            stages.map(|stage| stage.name(lang)),
        ),
        TemplateColumn::new(T::HeadLink, 36.0, [LINK, ""], lang),
        TemplateColumn::new(T::HeadNote, 30.0, ["", T::ExampleNote.get(lang)], lang),
    ];
    let focuses = catalogue.focuses.iter().map(|focus| {
        let name = focus.name.get(lang);
        TemplateColumn::chosen(name, strengths.clone(), [Strength::Substantive.name(lang), ""])
    });
    before.into_iter().chain(focuses).collect()
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use super::*;
    use crate::catalogue::Regions;
    use crate::intake::{PlaceReader, is_example, read_table};

    #[test]
    fn a_template_is_read_with_its_heads_and_its_examples_say_that_they_are_some() {
        let (catalogue, places) = (crate::tests::embedded_catalogue(), PlaceReader::of(Regions::standard()));
        for (lang, head) in [(Lang::Zh, "地区"), (Lang::En, "Place")] {
            let bytes = template(&catalogue, lang).unwrap();
            assert_eq!(bytes, template(&catalogue, lang).unwrap());
            let read = read_table(&bytes, None, &mut |_| ControlFlow::Continue(())).unwrap();
            let [sheet] = &read.grid.sheets[..] else { panic!("{lang:?}") };
            let text = |row: usize, column: usize| sheet.rows[row].cells[column].text.as_str();
            assert_eq!(sheet.rows.len(), 3, "{lang:?}");
            assert_eq!((text(0, 0), sheet.rows[0].cells.len()), (head, 10 + catalogue.focuses.len()));
            for row in [1, 2] {
                assert!(is_example(text(row, 1)), "{}", text(row, 1));
                assert!(places.whole(text(row, 0)).region.is_some(), "{}", text(row, 0));
            }
        }
    }
}
