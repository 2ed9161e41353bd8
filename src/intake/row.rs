//! A row of a table without a head: what each of its cells is by its shape.

use super::body::is_body;
use super::doubt::Doubt;
use super::labels::{FieldLabel, FirstRow, Labelled, LabelledValues};
use super::link::links_in;
use super::number::number;
use super::page::Page;
use super::place::PlaceReader;
use super::title::is_title_cell;
use super::when::date;

/// The most cells of a row of policies; a wider one is of something else.
const WIDEST_ROW: usize = 60;

/// The cells of a row without a head, where a page is a table: what each of them is by its shape.
pub fn of_one_row(page: &Page, places: &PlaceReader<'_>) -> LabelledValues {
    let rows: Vec<&Vec<String>> = page.rows().collect();
    let is_one_table = rows.len() == page.parts.len();
    let Some(first) = rows.first().filter(|first| is_one_table && first.len() <= WIDEST_ROW) else {
        return LabelledValues::default();
    };
    let shape = |cell: &String| {
        let label = if !links_in(cell).is_empty() {
            FieldLabel::Link
        } else if number(cell).is_some_and(|found| found.is_alone) {
            FieldLabel::Number
        } else if is_title_cell(cell) {
            FieldLabel::Title
        } else if !matches!(date(cell, None).doubt, Some(Doubt::NoDate | Doubt::Finer(_))) {
            FieldLabel::Date(None)
        } else if is_body(cell) {
            FieldLabel::Issuer
        } else if !matches!(places.whole(cell).doubt, Some(Doubt::NoPlace(_) | Doubt::NoMyPlace)) {
            FieldLabel::Region
        } else {
            return None;
        };
        Some(Labelled { label, name: "", value: cell.clone() })
    };
    LabelledValues { values: first.iter().filter_map(shape).collect(), row: Some(FirstRow { part: 0, of: rows.len() }) }
}
