//! The memo: a few policies or places side by side, findings first, then the substance of the sources' statements.
//!
//! Each sentence restates statements or counts cells, and each statement has its note. Nothing is advised, and
//! silence is never called a lack. "Ended" is said only as of a date that the caller gives.

mod findings;
mod notes;
mod profile;
mod side;
mod silent;
mod substance;
mod versions;

use std::fmt::Display;

use super::{Block, Memo, MemoPart, Paragraph};
use crate::catalogue::characters::one_line;
use crate::catalogue::{Catalogue, FocusIdx, PolicyIdx, SourceIdx, StatementIdx, When, dates_in_words};
use crate::compare::{CompareCell, Comparison, Subject, compare};
use crate::query::{Cell, Index, Query, Row, SourceWords};
use crate::words::{Lang, MemoText as T};

pub use profile::{beside_peers, profile};

/// The contents of a memo to make.
#[derive(Clone, Copy, Debug)]
pub struct MemoAsk<'a> {
    /// The policies or places, in order.
    pub columns: &'a [Row],
    /// The one that is mine, if any.
    pub mine: Option<Row>,
    /// The query, for its lens and focuses.
    pub query: &'a Query,
    /// The day of the states of periods, if any.
    pub as_of: Option<When>,
    /// The date it bears, if any.
    pub date: Option<When>,
    /// Whether its last line says which query and which file it was made from.
    pub imprint: bool,
    /// The language.
    pub lang: Lang,
}

/// Makes a memo.
pub fn memo(index: &Index, ask: &MemoAsk<'_>) -> Memo {
    let mut maker = Maker::of(index, ask);
    let parts = vec![
        (T::Findings, maker.findings()),
        (T::Stated, maker.stated()),
        (T::Side, maker.side_by_side()),
        (T::Versions, maker.versions()),
        (T::Ended, maker.ended()),
        (T::Silent, maker.silent()),
    ];
    let title = maker.say(T::Title, &[("names", &maker.names())]);
    maker.page(&maker.on_focuses(title), parts)
}

/// 一, 二 … 十, 十一 …; 1, 2, ….
pub(super) fn numeral(n: usize, lang: Lang) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |n: usize| DIGITS.get(n).copied().unwrap_or_default();
    match (lang, n) {
        (Lang::Zh, 1..=9) => digit(n).to_owned(),
        (Lang::Zh, 10..=19) => format!("十{}", digit(n - 10)),
        (Lang::Zh, 20..=99) => format!("{}十{}", digit(n / 10), digit(n % 10)),
        _ => n.to_string(),
    }
}

/// The same before a measure word: 两个, 十二个.
pub(super) fn quantity(n: usize, lang: Lang) -> String {
    match (lang, n) {
        (Lang::Zh, 2) => "两".to_owned(),
        _ => numeral(n, lang),
    }
}

/// The date a page bears, as precise as it is given: `2026年3月1日`, `1 March 2026`.
fn date_words(date: When, lang: Lang) -> String {
    match (date, lang) {
        (When::Day(day), Lang::En) => day.strftime("%-d %B %Y").to_string(),
        (date, lang) => date.words(lang),
    }
}

pub(super) struct Maker<'a> {
    index: &'a Index,
    ask: &'a MemoAsk<'a>,
    all: Comparison,
    /// The number of columns that it tells of; those behind them only stand beside in the table.
    told: usize,
    /// The statements of each note, in the order of their numbers.
    cited: Vec<Vec<StatementIdx>>,
}

impl<'a> Maker<'a> {
    /// The maker of a page on what is asked.
    pub(super) fn of(index: &'a Index, ask: &'a MemoAsk<'a>) -> Maker<'a> {
        let focuses = ask.query.focuses(&index.catalogue);
        let all = compare(index, ask.columns, ask.mine, ask.query, ask.lang).in_focuses(&focuses);
        Maker { index, ask, told: all.columns.len(), all, cited: Vec::new() }
    }

    /// The page of these parts; those with nothing in them are left out.
    pub(super) fn page(&self, title: &str, parts: Vec<(T, Vec<Block>)>) -> Memo {
        let lang = self.ask.lang;
        let parts = parts.into_iter().filter(|(_, blocks)| !blocks.is_empty()).enumerate();
        let numbered = parts.map(|(at, (heading, blocks))| MemoPart {
            heading: self.say(T::Numeral, &[("n", &numeral(at + 1, lang)), ("heading", &heading.get(lang))]),
            blocks,
        });
        Memo {
            lang,
            title: one_line(title),
            date: self.ask.date.map(|date| date_words(date, lang)),
            until: self.latest_source().map(|day| self.say(T::Until, &[("date", &date_words(day, lang))])),
            unit: T::Unit.get(lang).to_owned(),
            parts: numbered.collect(),
            notes_heading: T::Notes.get(lang).to_owned(),
            notes: self.cited.iter().map(|statements| self.note(statements)).collect(),
            foot: self.foot(),
        }
    }
}

impl Maker<'_> {
    fn catalogue(&self) -> &Catalogue {
        &self.index.catalogue
    }

    fn say(&self, text: T, values: &[(&str, &dyn Display)]) -> String {
        text.fill(self.ask.lang, values)
    }

    fn list(&self, parts: &[String]) -> String {
        parts.join(self.ask.lang.comma())
    }

    /// 北京市, or the short title of a policy.
    fn name(&self, row: Row) -> String {
        row.short_name(self.catalogue(), self.ask.lang).to_owned()
    }

    /// The columns that it tells of.
    fn told(&self) -> &[Row] {
        self.all.columns.get(..self.told).unwrap_or_default()
    }

    fn names(&self) -> String {
        let names: Vec<String> = self.told().iter().map(|row| self.name(*row)).collect();
        self.list(&names)
    }

    /// The policies of a row.
    fn policies(&self, row: Row) -> Vec<PolicyIdx> {
        match row {
            Row::Policy(policy) => vec![policy],
            Row::Region(region) => self.index.policies_in(region).to_vec(),
        }
    }

    /// Every policy it tells of, once.
    fn every_policy(&self) -> Vec<PolicyIdx> {
        let mut found = Vec::new();
        for policy in self.told().iter().flat_map(|row| self.policies(*row)) {
            if !found.contains(&policy) {
                found.push(policy);
            }
        }
        found
    }

    /// The focuses that it tells of.
    fn focuses(&self) -> Vec<FocusIdx> {
        self.ask.query.focuses(self.catalogue())
    }

    /// A title that names the focuses, where it is on some of them.
    fn on_focuses(&self, title: String) -> String {
        let focuses = self.focuses();
        if focuses.len() == self.catalogue().focuses.len() {
            return title;
        }
        let names: Vec<String> = focuses.into_iter().map(|focus| self.focus_name(focus)).collect();
        self.say(T::TitleOn, &[("title", &title), ("focuses", &self.list(&names))])
    }

    fn focus_name(&self, focus: FocusIdx) -> String {
        self.catalogue()[focus].name.get(self.ask.lang).to_owned()
    }

    /// The row of a focus, a cell each column.
    fn focus_row(&self, focus: FocusIdx) -> &[CompareCell] {
        let row = self.all.rows.iter().find(|row| row.subject == Subject::Focus(focus));
        row.map_or(&[], |row| &row.cells)
    }

    /// The cells of a focus with their statements, one a column.
    fn cells(&self, focus: FocusIdx) -> Vec<(Row, Cell, Vec<StatementIdx>)> {
        let cells = self.all.columns.iter().zip(self.focus_row(focus));
        let told = cells.filter_map(|(row, cell)| match cell {
            CompareCell::Focus { cell, statements, .. } => Some((*row, *cell, statements.clone())),
            CompareCell::Field(_) => None,
        });
        told.collect()
    }

    /// The numbers of the notes of these statements. New ones get the next number, all of them one: a note has one
    /// place in the text, and a list of numbers behind one sentence would say no more.
    fn cite(&mut self, statements: &[StatementIdx]) -> Vec<usize> {
        let (known, new): (Vec<StatementIdx>, Vec<StatementIdx>) =
            statements.iter().copied().partition(|i| self.is_cited(*i));
        if !new.is_empty() {
            self.cited.push(new);
        }
        let note = |i: &StatementIdx| self.cited.iter().position(|note| note.contains(i));
        let has_new = known.len() < statements.len();
        let mut numbers: Vec<usize> = known.iter().filter_map(note).map(|at| at + 1).collect();
        numbers.extend(has_new.then_some(self.cited.len()));
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    fn is_cited(&self, i: StatementIdx) -> bool {
        self.cited.iter().flatten().any(|known| *known == i)
    }

    fn in_brackets(&self, text: &str) -> String {
        self.say(T::InBrackets, &[("text", &text)])
    }

    /// Sentences as one paragraph; none for none.
    fn paragraph(&self, sentences: &[String]) -> Vec<Block> {
        let text = sentences.join(self.between());
        if text.is_empty() { Vec::new() } else { vec![Block::Paragraph(Paragraph::plain(text))] }
    }

    /// The separator of two sentences.
    fn between(&self) -> &'static str {
        if self.ask.lang == Lang::Zh { "" } else { " " }
    }

    /// `赛迪研究院，三（二）第3段`; its grade stands in the foot.
    fn source(&self, source: SourceIdx, at: Option<&str>) -> String {
        let words = SourceWords::of(self.catalogue(), source, at, self.ask.lang);
        SourceWords { name: self.source_name(source), ..words }.inline(self.ask.lang)
    }

    /// Words of the catalogue's own with their dates as a page of this language writes them; never words quoted.
    fn dated(&self, text: &str) -> String {
        dates_in_words(text, self.ask.lang)
    }
}
