//! The memo: statements of the sources on a few policies or places, on one page where two are compared.
//!
//! Each sentence restates cells, and each finding has a note for each statement it rests on. Nothing is advised, and
//! silence is never called a lack. "Ended" is said only as of a date that the caller gives.

mod notes;

use std::fmt::Display;

use super::{Block, Memo, MemoPart, MemoTable, Paragraph, TextRun};
use crate::catalogue::characters::one_line;
use crate::catalogue::{Catalogue, FocusIdx, OtherVersion, Policy, PolicyIdx, SourceIdx, StatementIdx, Strength, When};
use crate::compare::{CompareCell, CompareRow, Comparison, Gap, Presence, Subject, compare};
use crate::query::{Cell, Index, Query, Row, SourceWords, write_named};
use crate::words::{Lang, MemoText as T};

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
    /// The language.
    pub lang: Lang,
}

/// Makes a memo.
pub fn memo(index: &Index, ask: &MemoAsk<'_>) -> Memo {
    let focuses = ask.query.focuses(&index.catalogue);
    let all = compare(index, ask.columns, ask.mine, ask.query, ask.lang).in_focuses(&focuses);
    let mut maker = Maker { index, ask, all: &all, cited: Vec::new() };
    let lang = ask.lang;
    let mut parts = vec![
        (T::Scope, maker.scope()),
        (T::Stated, maker.stated()),
        (T::Silent, maker.silent()),
        (T::Versions, maker.versions()),
        (T::Ended, maker.ended()),
    ];
    parts.retain(|(_, blocks)| !blocks.is_empty());
    let numbered = parts.into_iter().enumerate().map(|(at, (heading, blocks))| MemoPart {
        heading: T::Numeral.fill(lang, &[("n", &numeral(at + 1, lang)), ("heading", &heading.get(lang))]),
        blocks,
    });
    let parts = numbered.collect();
    Memo {
        lang,
        title: one_line(&T::Title.fill(lang, &[("names", &maker.names())])),
        parts,
        notes_heading: T::Notes.get(lang).to_owned(),
        notes: maker.cited.iter().map(|i| maker.note(*i)).collect(),
        foot: maker.foot(),
    }
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

struct Maker<'a> {
    index: &'a Index,
    ask: &'a MemoAsk<'a>,
    all: &'a Comparison,
    /// The statements of the notes, in the order of their numbers.
    cited: Vec<StatementIdx>,
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

    fn names(&self) -> String {
        let names: Vec<String> = self.all.columns.iter().map(|row| self.name(*row)).collect();
        self.list(&names)
    }

    /// The policies of a row.
    fn policies(&self, row: Row) -> Vec<PolicyIdx> {
        match row {
            Row::Policy(policy) => vec![policy],
            Row::Region(region) => self.index.policies_in(region).to_vec(),
        }
    }

    /// Every compared policy, once.
    fn every_policy(&self) -> Vec<PolicyIdx> {
        let mut found = Vec::new();
        for policy in self.all.columns.iter().flat_map(|row| self.policies(*row)) {
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

    fn focus_name(&self, focus: FocusIdx) -> String {
        self.catalogue()[focus].name.get(self.ask.lang).to_owned()
    }

    /// The cells of a focus with their statements, one a column.
    fn cells(&self, focus: FocusIdx) -> Vec<(Row, Cell, Vec<StatementIdx>)> {
        let row = self.all.rows.iter().find(|row| row.subject == Subject::Focus(focus));
        let cells = self.all.columns.iter().zip(row.map_or(&[][..], |row| &row.cells));
        let told = cells.filter_map(|(row, cell)| match cell {
            CompareCell::Focus { cell, statements, .. } => Some((*row, *cell, statements.clone())),
            CompareCell::Field(_) => None,
        });
        told.collect()
    }

    /// The focuses of the column at `at` that are blank here and that public sources outside the lens speak of.
    fn beyond(&self, at: usize) -> Vec<String> {
        let is_beyond = |row: &&CompareRow| matches!(row.cells.get(at), Some(CompareCell::Focus { cell, beyond: 1.., .. }) if cell.basis.is_none());
        let focus = |row: &CompareRow| match row.subject {
            Subject::Focus(focus) => Some(self.focus_name(focus)),
            Subject::Field(_) => None,
        };
        self.all.rows.iter().filter(is_beyond).filter_map(focus).collect()
    }

    /// The numbers of the notes of these statements; new ones get the next numbers.
    fn cite(&mut self, statements: &[StatementIdx]) -> Vec<usize> {
        let mut numbers: Vec<usize> = Vec::new();
        for i in statements {
            let at = self.cited.iter().position(|known| known == i).unwrap_or_else(|| {
                self.cited.push(*i);
                self.cited.len() - 1
            });
            numbers.push(at + 1);
        }
        numbers.sort_unstable();
        numbers
    }

    fn scope(&self) -> Vec<Block> {
        let lang = self.ask.lang;
        let policies_only = self.all.columns.iter().all(|row| matches!(row, Row::Policy(_)));
        let what = if policies_only { T::ComparePolicies } else { T::ComparePlaces };
        let mut text = self.say(what, &[("names", &self.names())]);
        if let Some(mine) = self.all.mine.and_then(|at| self.all.columns.get(at)) {
            text += &self.say(T::Mine, &[("mine", &self.name(*mine))]);
        }
        text += &self.say(T::Lens, &[("lens", &self.all.lens.words(self.catalogue(), lang))]);
        let focuses = self.focuses();
        if focuses.len() < self.catalogue().focuses.len() {
            let names: Vec<String> = focuses.iter().map(|focus| self.focus_name(*focus)).collect();
            text += &self.say(T::OnlyFocuses, &[("focuses", &self.list(&names))]);
        }
        let terms = self.ask.query.terms.iter().filter(|term| term.test.is_lens()).cloned().collect();
        let line = write_named(&Query::of(terms), self.catalogue(), lang);
        if !line.is_empty() {
            text += &self.say(T::LensLine, &[("line", &line)]);
        }
        if let Some(date) = &self.ask.as_of {
            text += &self.say(T::AsOf, &[("date", date)]);
        }
        let mut blocks = vec![Block::Paragraph(Paragraph::plain(text)), Block::Table(self.table())];
        blocks.push(Block::Small(T::Legend.get(lang).to_owned()));
        blocks.extend(self.all.columns.iter().map(|row| Block::Small(self.listed(*row))));
        blocks
    }

    fn table(&self) -> MemoTable {
        let lang = self.ask.lang;
        let focuses = self.focuses();
        let head = std::iter::once(T::Subject.get(lang).to_owned());
        let head = head.chain(focuses.iter().map(|focus| self.focus_name(*focus))).collect();
        let mut rows: Vec<Vec<String>> = Vec::new();
        for (at, row) in self.all.columns.iter().enumerate() {
            let name = self.name(*row);
            let is_mine = self.all.mine == Some(at);
            rows.push(vec![if is_mine { self.say(T::MineMark, &[("name", &name)]) } else { name }]);
        }
        for focus in focuses {
            for (row, (_, cell, _)) in rows.iter_mut().zip(self.cells(focus)) {
                row.push(cell.words(lang));
            }
        }
        MemoTable { head, rows }
    }

    /// The titles of the policies of a row, with number, month and stage.
    fn listed(&self, row: Row) -> String {
        let name = match row {
            Row::Policy(policy) => self.catalogue()[self.catalogue()[policy].region].name.get(self.ask.lang).to_owned(),
            Row::Region(_) => self.name(row),
        };
        let policies = self.policies(row);
        if policies.is_empty() {
            let is_spoken_of = matches!(row, Row::Region(place) if !self.index.of_region(place).is_empty());
            let text = if is_spoken_of { T::ListedNone } else { T::ListedNothing };
            return self.say(text, &[("name", &name)]);
        }
        let titles: Vec<String> = policies.iter().map(|i| self.titled(&self.catalogue()[*i])).collect();
        self.say(T::Listed, &[("name", &name), ("n", &titles.len()), ("list", &self.list(&titles))])
    }

    fn titled(&self, policy: &Policy) -> String {
        let lang = self.ask.lang;
        let mut facts: Vec<String> = self.number(policy).map(str::to_owned).into_iter().collect();
        facts.extend([policy.month_words(lang), policy.stage.name(lang).to_owned()]);
        self.say(T::PolicyTitle, &[("title", &policy.title.get(lang)), ("facts", &self.list(&facts))])
    }

    /// The number, if its source is in the lens.
    fn number<'p>(&self, policy: &'p Policy) -> Option<&'p str> {
        let (number, source) = policy.number.as_ref()?;
        self.all.lens.sees(*source).then_some(number.as_str())
    }

    fn stated(&mut self) -> Vec<Block> {
        let lang = self.ask.lang;
        let mut blocks: Vec<Block> =
            self.gap().into_iter().map(|text| Block::Paragraph(Paragraph::plain(text))).collect();
        let mut told = 0;
        for focus in self.focuses() {
            let mut runs: Vec<TextRun> = Vec::new();
            for (text, absent) in [(T::FocusStated, false), (T::FocusAbsent, true)] {
                let cells = self.cells(focus).into_iter();
                let wanted: Vec<_> = cells
                    .filter(
                        |(_, cell, _)| {
                            if absent { cell.strength == Strength::Absent } else { cell.strength.is_stated() }
                        },
                    )
                    .collect();
                for (at, (row, cell, statements)) in wanted.into_iter().enumerate() {
                    let before = match (at, runs.is_empty()) {
                        (0, true) => text.get(lang).to_owned(),
                        (0, false) => format!("{}{}", T::Semicolon.get(lang), text.get(lang)),
                        _ => lang.comma().to_owned(),
                    };
                    let values: [(&str, &dyn Display); 2] = [("name", &self.name(row)), ("cell", &cell.words(lang))];
                    let text = before + &self.say(T::FocusCell, &values);
                    runs.push(TextRun { text, notes: self.cite(&statements) });
                }
            }
            if !runs.is_empty() {
                told += 1;
                runs.push(TextRun { text: T::Stop.get(lang).to_owned(), notes: Vec::new() });
                let lead: [(&str, &dyn Display); 2] =
                    [("n", &numeral(told, lang)), ("heading", &self.focus_name(focus))];
                blocks.push(Block::Paragraph(Paragraph { lead: self.say(T::SubNumeral, &lead), runs }));
            }
        }
        if told == 0 {
            blocks.push(Block::Paragraph(Paragraph::plain(T::FocusNone.get(lang))));
        }
        blocks
    }

    /// The focuses stated of peers and not of mine, by the strength of mine.
    fn gap(&self) -> Vec<String> {
        let Some(mine) = self.all.mine.and_then(|at| self.all.columns.get(at)) else { return Vec::new() };
        let mine = self.name(*mine);
        if self.all.presence_of_mine() != Some(Presence::Seen) {
            return vec![self.say(T::MineUnseen, &[("mine", &mine)])];
        }
        if self.all.gap.is_empty() {
            return vec![self.say(T::GapNone, &[("mine", &mine)])];
        }
        let how = [Strength::NotStated, Strength::NotAssessed, Strength::Absent];
        let line = |how: Strength| {
            let of = |gap: &&Gap| gap.mine == how;
            let focuses: Vec<String> = self.all.gap.iter().filter(of).map(|gap| self.focus_name(gap.focus)).collect();
            let values: [(&str, &dyn Display); 3] =
                [("mine", &mine), ("how", &how.name(self.ask.lang)), ("focuses", &self.list(&focuses))];
            (!focuses.is_empty()).then(|| self.say(T::Gap, &values))
        };
        how.into_iter().filter_map(line).collect()
    }

    fn silent(&self) -> Vec<Block> {
        let lang = self.ask.lang;
        let mut lines: Vec<String> = Vec::new();
        for (at, (row, presence)) in self.all.columns.iter().zip(&self.all.presence).enumerate() {
            let beyond = self.beyond(at);
            let values: [(&str, &dyn Display); 2] = [("name", &self.name(*row)), ("focuses", &self.list(&beyond))];
            let beyond = (!beyond.is_empty()).then(|| self.say(T::Beyond, &values));
            if *presence != Presence::Seen {
                lines.push(self.say(T::Unseen, &[("name", &self.name(*row))]));
                lines.extend(beyond);
                continue;
            }
            let of = |how: Strength| -> Vec<String> {
                let focuses = self.focuses().into_iter();
                let is = |focus: &FocusIdx| self.cells(*focus).get(at).is_some_and(|(_, cell, _)| cell.strength == how);
                focuses.filter(is).map(|focus| self.focus_name(focus)).collect()
            };
            let part = |how: Strength| {
                let focuses = of(how);
                let values: [(&str, &dyn Display); 2] = [("how", &how.name(lang)), ("focuses", &self.list(&focuses))];
                (!focuses.is_empty()).then(|| self.say(T::SilentPart, &values))
            };
            let parts: Vec<String> =
                [Strength::NotStated, Strength::NotAssessed].into_iter().filter_map(part).collect();
            if !parts.is_empty() {
                let parts = parts.join(T::Semicolon.get(lang));
                lines.push(self.say(T::SilentOf, &[("name", &self.name(*row)), ("parts", &parts)]));
            }
            lines.extend(beyond);
        }
        if lines.is_empty() {
            lines.push(T::SilentNone.get(lang).to_owned());
        } else {
            lines.push(T::SilenceIsNotAbsence.get(lang).to_owned());
        }
        let between = if lang == Lang::Zh { "" } else { " " };
        vec![Block::Paragraph(Paragraph::plain(lines.join(between)))]
    }

    fn versions(&self) -> Vec<Block> {
        let mut lines: Vec<String> = Vec::new();
        for i in self.every_policy() {
            let policy = &self.catalogue()[i];
            lines.extend(policy.versions.iter().map(|version| self.version(policy, version)));
        }
        if lines.is_empty() {
            return Vec::new();
        }
        lines.push(T::VersionIsAnother.get(self.ask.lang).to_owned());
        let between = if self.ask.lang == Lang::Zh { "" } else { " " };
        vec![Block::Paragraph(Paragraph::plain(lines.join(between)))]
    }

    fn version(&self, policy: &Policy, version: &OtherVersion) -> String {
        let lang = self.ask.lang;
        let named = match (&version.title, &version.note) {
            (Some(title), _) => self.say(T::VersionTitle, &[("title", &title.get(lang))]),
            (None, Some(note)) => {
                let note = note.get(lang).trim_end_matches(['。', '.']);
                self.say(T::VersionNote, &[("note", &note)])
            }
            (None, None) => String::new(),
        };
        let mut facts: Vec<String> =
            version.date.iter().map(|(kind, on)| format!("{on} {}", kind.name(lang))).collect();
        facts.push(self.source(version.source, version.at.as_deref()));
        facts.push(self.grade(version.source).to_owned());
        if !self.all.lens.sees(version.source) {
            facts.push(T::OutOfLens.get(lang).to_owned());
        }
        self.say(
            T::VersionLine,
            &[
                ("place", &self.catalogue()[policy.region].short_name(lang)),
                ("title", &policy.short_or_title(lang)),
                ("stage", &version.stage.name(lang)),
                ("version", &named),
                ("facts", &self.list(&facts)),
            ],
        )
    }

    fn ended(&self) -> Vec<Block> {
        let lang = self.ask.lang;
        let Some(as_of) = self.ask.as_of else { return Vec::new() };
        let (mut lines, mut given, mut unknown) = (Vec::new(), 0, 0);
        for i in self.every_policy() {
            let policy = &self.catalogue()[i];
            let Some(period) = policy.period.as_ref().filter(|period| self.all.lens.sees(period.source)) else {
                unknown += 1;
                continue;
            };
            given += 1;
            if period.to.bounds().1 < as_of.bounds().0 {
                let values: [(&str, &dyn Display); 6] = [
                    ("date", &as_of),
                    ("place", &self.catalogue()[policy.region].short_name(lang)),
                    ("title", &policy.short_or_title(lang)),
                    ("from", &period.from),
                    ("to", &period.to),
                    ("source", &self.source(period.source, period.at.as_deref())),
                ];
                lines.push(self.say(T::EndedLine, &values));
            }
        }
        if lines.is_empty() {
            lines.push(self.say(T::EndedNone, &[("date", &as_of), ("n", &given)]));
        }
        let between = if lang == Lang::Zh { "" } else { " " };
        let mut text = lines.join(between);
        if unknown > 0 {
            text += &self.say(T::EndedUnknown, &[("n", &unknown)]);
        }
        vec![Block::Paragraph(Paragraph::plain(text))]
    }

    /// `赛迪研究院 2023-10-30，三（二）第3段`; its grade stands in the foot.
    fn source(&self, source: SourceIdx, at: Option<&str>) -> String {
        SourceWords::of(self.catalogue(), source, at, self.ask.lang).inline(self.ask.lang)
    }
}
