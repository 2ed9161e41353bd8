//! Copying: the content of the current tab as text, and the call of the command line with its result.

use std::ops::ControlFlow;

use super::{FigureOptions, Output, Session};
use crate::catalogue::characters::one_line;
use crate::export::figure::FigureFormat;
use crate::export::{self, Extent, Format, Readership};
use crate::figures::FigureKind;
use crate::query::{Column, Row, Stack, Unit, write, write_sort};
use crate::view::Tab;
use crate::words::Lang;

impl Session {
    /// The call of the command line with the result of the current tab.
    pub fn command_line(&self) -> Vec<String> {
        let mut words = vec!["policy-atlas".to_owned()];
        match self.view().tab {
            Tab::Overview if self.shows_tiles() => self.say_tiles(&mut words),
            Tab::Overview => self.say_matrix(&mut words),
            Tab::Table => self.say_table(&mut words),
            Tab::Compare => self.say_comparison(&mut words),
            Tab::Charts => self.say_figure(&mut words),
        }
        if let Some(value) = self.data().origin.value() {
            words.extend(["--catalogue".to_owned(), value]);
        }
        if self.lang() != Lang::default() {
            words.extend(["--lang".to_owned(), self.lang().id().to_owned()]);
        }
        words
    }

    /// A subcommand with the query.
    fn say_asking(&self, words: &mut Vec<String>, name: &str) {
        words.push(name.to_owned());
        let line = self.derived().line();
        if !line.is_empty() {
            words.push(line.to_owned());
        }
    }

    /// The matrix: places in their default order, whatever the table's, and the focuses.
    fn say_matrix(&self, words: &mut Vec<String>) {
        self.say_asking(words, "list");
        words.extend(["--unit".to_owned(), Unit::Region.id().to_owned()]);
        let focuses = self.data().catalogue().focus_idxs().map(Column::Focus);
        self.say_columns(words, std::iter::once(Column::RegionName).chain(focuses));
    }

    fn say_tiles(&self, words: &mut Vec<String>) {
        let kind = FigureKind::TileGrid.id();
        words.extend(["plot", kind].map(str::to_owned));
        let line = self.derived().line();
        if !line.is_empty() {
            words.push(line.to_owned());
        }
        words.extend(["--output".to_owned(), format!("{kind}.svg")]);
    }

    fn say_table(&self, words: &mut Vec<String>) {
        self.say_asking(words, "list");
        if self.view().unit != Unit::Policy {
            words.extend(["--unit".to_owned(), self.view().unit.id().to_owned()]);
        }
        if !self.view().sort.is_empty() {
            // With an equals sign, since a descending sort begins with a hyphen.
            words.push(format!("--sort={}", write_sort(&self.view().sort)));
        }
        self.say_columns(words, self.shown_columns().into_iter());
    }

    fn say_columns(&self, words: &mut Vec<String>, columns: impl Iterator<Item = Column>) {
        let keys: Vec<String> = columns.map(|column| column.key(self.data().catalogue())).collect();
        words.extend(["--columns".to_owned(), keys.join(",")]);
    }

    /// The comparison; a single column becomes a `show`, since a comparison has two at least.
    fn say_comparison(&self, words: &mut Vec<String>) {
        let (comparison, index) = (self.derived().comparison(), &self.data().index);
        let id = |row: &Row| row.id(self.data().catalogue()).to_owned();
        let is_there = |row: &Row| match row {
            Row::Policy(_) => true,
            Row::Region(place) => !index.policies_in(*place).is_empty() || !index.of_region(*place).is_empty(),
        };
        let columns = &comparison.columns;
        match columns.as_slice() {
            // A place without anything is a column only beside one that has something.
            columns if !columns.iter().any(is_there) => return self.say_table(words),
            [one] => words.extend(["show".to_owned(), id(one)]),
            several => {
                words.push("compare".to_owned());
                words.extend(several.iter().map(id));
            }
        }
        let mine = comparison.mine.and_then(|at| comparison.columns.get(at));
        if let Some(mine) = mine.filter(|mine| columns.len() > 1 && columns.contains(mine)) {
            words.extend(["--mine".to_owned(), id(mine)]);
        }
        let lens = write(&self.lens_alone());
        if !lens.is_empty() {
            words.extend(["--query".to_owned(), lens]);
        }
        let catalogue = self.data().catalogue();
        let focuses = self.view().query.focuses(catalogue);
        if columns.len() > 1 && focuses.len() < catalogue.focuses.len() {
            let ids: Vec<&str> = focuses.iter().map(|focus| catalogue[*focus].id.as_str()).collect();
            words.extend(["--focus".to_owned(), ids.join(",")]);
        }
    }

    /// The figure, written to the folder of the call.
    fn say_figure(&self, words: &mut Vec<String>) {
        let (kind, choice) = (self.derived().figure_kind(), self.view().figure);
        words.extend(["plot", kind.id()].map(str::to_owned));
        let line = self.derived().line();
        if !line.is_empty() {
            words.push(line.to_owned());
        }
        if let Some(unit) = choice.unit {
            words.extend(["--unit", unit.id()].map(str::to_owned));
        }
        if matches!(kind, FigureKind::ByMonth | FigureKind::ByRegion) && self.view().stack != Stack::default() {
            words.extend(["--stack", self.view().stack.id()].map(str::to_owned));
        }
        if kind == FigureKind::Similarity {
            let said = [("--keywords", choice.keywords), ("--order=likeness", choice.by_likeness)];
            words.extend(said.iter().filter(|(_, is_on)| *is_on).map(|(word, _)| (*word).to_owned()));
        }
        if kind == FigureKind::ByRegion && choice.by_count {
            words.push("--order=count".to_owned());
        }
        words.extend(["--output".to_owned(), format!("{}.svg", kind.id())]);
    }

    /// The rows to copy: the selected ones in the order of the table, or all where none is selected.
    pub fn copied_rows(&self) -> Vec<Row> {
        let selected = &self.pointing().selected;
        let is_copied = |row: &Row| selected.is_empty() || selected.contains(row);
        self.derived().rows.iter().copied().filter(is_copied).collect()
    }

    /// The content of the current tab as lines of cells, the heads first; of a table the copied rows.
    fn copied_lines(&self) -> Vec<Vec<String>> {
        self.exported_tab(Readership::Person, self.copied_rows()).lines()
    }

    /// The copied content as text: cells separated by tabs, none that is read as a formula.
    pub fn copied_text(&self) -> String {
        // A spreadsheet takes what is pasted as it takes a csv: a cell may be a formula.
        let cell = |text: &String| export::without_formula(one_line(text).into());
        let line = |cells: &Vec<String>| cells.iter().map(cell).collect::<Vec<_>>().join("\t");
        self.copied_lines().iter().map(line).collect::<Vec<_>>().join("\n")
    }

    /// The copied content as HTML: a table and nothing else, whose cells a spreadsheet leaves as they are.
    pub fn copied_html(&self) -> String {
        export::html_table(&self.copied_lines())
    }

    /// Whether the current tab shows anything to copy or print.
    pub fn has_content(&self) -> bool {
        let derived = self.derived();
        match self.view().tab {
            Tab::Overview => !derived.regions.rows.is_empty(),
            Tab::Table => !derived.rows.is_empty(),
            Tab::Compare => !derived.comparison().columns.is_empty(),
            Tab::Charts => true,
        }
    }

    /// The output that prints the current tab: a figure as a PDF, anything else as a page made for paper.
    pub fn printed(&self) -> Output {
        match self.view().tab {
            Tab::Charts => Output::Figure(FigureFormat::Pdf, FigureOptions::default()),
            _ => Output::View(Format::Html, Extent::View),
        }
    }

    /// The copied content as a Markdown table with its query, lens and denominator.
    pub fn copied_markdown(&self) -> String {
        let exported = self.exported_tab(Readership::Person, self.copied_rows());
        let mut out = Vec::new();
        // Nothing stops it: bytes in memory take everything.
        exported.write(Format::Md, &mut out, &mut |_, _| ControlFlow::Continue(())).ok();
        String::from_utf8(out).unwrap_or_default()
    }
}

/// Words quoted for a shell: any with other than plain letters stands in quotation marks.
pub fn shell_line(words: &[String]) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_=./,:".contains(c);
    let quoted = |word: &String| {
        if !word.is_empty() && word.chars().all(plain) {
            word.clone()
        } else {
            format!("'{}'", word.replace('\'', r"'\''"))
        }
    };
    words.iter().map(quoted).collect::<Vec<_>>().join(" ")
}
