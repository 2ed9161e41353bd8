//! Changes between two releases, as text for a terminal, Markdown, or json for programs.
//!
//! Text and Markdown name at most [`NAMED`] terms of a count and rows of a term, and give the number and the sum of the
//! others; json names all.

use std::fmt::Display;
use std::io::{self, Write};

use serde_json::{Value as Json, json};

use super::markup::markdown;
use crate::catalogue::List;
use crate::catalogue::characters::one_line;
use crate::compare::{
    Became, Cause, Changes, CountChange, CountKind, CountTerm, Coverage, Measure, RecordChange, UnreadQuery,
};
use crate::query::Unit;
use crate::words::{CliText, Lang, ReleaseText as T};

/// A format of a report of changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportFormat {
    /// For a terminal.
    Text,
    /// For programs.
    Json,
    /// For a page.
    Md,
}

impl ReportFormat {
    /// Every format, the first by default.
    pub const ALL: [ReportFormat; 3] = [ReportFormat::Text, ReportFormat::Json, ReportFormat::Md];

    /// The word for it on the command line.
    pub fn id(self) -> &'static str {
        match self {
            ReportFormat::Text => "text",
            ReportFormat::Json => "json",
            ReportFormat::Md => "md",
        }
    }

    /// The format with this id.
    pub fn find(id: &str) -> Option<ReportFormat> {
        ReportFormat::ALL.into_iter().find(|format| format.id() == id)
    }
}

/// The most terms of a count, and rows of a term, that text and Markdown name.
pub const NAMED: usize = 12;

/// Writes the changes between two releases.
///
/// # Errors
///
/// Errors of `out`.
pub fn report(changes: &Changes, lang: Lang, format: ReportFormat, out: &mut dyn Write) -> io::Result<()> {
    match format {
        ReportFormat::Json => {
            serde_json::to_writer_pretty(&mut *out, &of_json(changes, lang))?;
            writeln!(out)
        }
        ReportFormat::Text => Page { out, lang, is_md: false }.write(changes),
        ReportFormat::Md => Page { out, lang, is_md: true }.write(changes),
    }
}

struct Page<'o> {
    out: &'o mut dyn Write,
    lang: Lang,
    is_md: bool,
}

impl Page<'_> {
    fn write(mut self, changes: &Changes) -> io::Result<()> {
        let lang = self.lang;
        let (old, new) = (&changes.old, &changes.new);
        let title = T::Title.fill(lang, &[("id", &changes.catalogue), ("old", &old.release), ("new", &new.release)]);
        self.title(&title)?;
        if changes.is_same() {
            self.line(T::Same.get(lang))?;
            return self.line(&labelled(T::Content.get(lang), &new.sha256, lang));
        }
        self.line(&summary(&changes.records, lang))?;
        self.line(&labelled(T::Content.get(lang), &from_to(&old.sha256, &new.sha256, lang), lang))?;
        let mut list = None;
        for change in &changes.records {
            if list != Some(change.list) {
                list = Some(change.list);
                self.heading(noun(change.list).get(lang))?;
            }
            self.change(change)?;
        }
        if !changes.coverage.is_empty() {
            self.heading(T::Coverage.get(lang))?;
            changes.coverage.iter().try_for_each(|coverage| self.coverage(coverage))?;
        }
        self.counts(changes)
    }

    fn change(&mut self, change: &RecordChange) -> io::Result<()> {
        let lang = self.lang;
        if change.became == Became::Reordered {
            return self.item(&T::ListReordered.fill(lang, &[("what", &noun(change.list).get(lang))]));
        }
        let became = became(change.became).get(lang);
        let name = change.name.get(lang);
        self.item(&T::Record.fill(lang, &[("became", &became), ("id", &change.id), ("name", &name)]))?;
        for field in &change.fields {
            let value = |value: &Option<String>| value.clone().unwrap_or_else(|| T::NoValue.get(lang).to_owned());
            let (old, new) = (value(&field.old), value(&field.new));
            self.sub(&T::FieldChanged.fill(lang, &[("field", &field.field), ("old", &old), ("new", &new)]))?;
        }
        Ok(())
    }

    fn coverage(&mut self, coverage: &Coverage) -> io::Result<()> {
        let lang = self.lang;
        self.item(&coverage.source)?;
        for (ids, text) in [(&coverage.now, T::CoversNow), (&coverage.no_more, T::CoversNoMore)] {
            if !ids.is_empty() {
                let list = listed(ids.iter().cloned(), lang);
                self.sub(&text.fill(lang, &[("n", &ids.len()), ("list", &list)]))?;
            }
        }
        Ok(())
    }

    fn counts(&mut self, changes: &Changes) -> io::Result<()> {
        let lang = self.lang;
        let counts = match &changes.counts {
            Ok(counts) => counts,
            Err(unread) => {
                self.heading(T::Counts.fill(lang, &[("query", &unread.query)]).as_str())?;
                return self.item(&unread_line(unread, lang));
            }
        };
        let query = if counts.query.is_empty() { CliText::AboutEverything.get(lang) } else { &counts.query };
        self.heading(T::Counts.fill(lang, &[("query", &query)]).as_str())?;
        if counts.moved.is_empty() {
            return self.item(T::NoCount.get(lang));
        }
        for count in &counts.moved {
            let (what, by) = (counted(count, lang), signed(difference(count)));
            let numbers: [(&str, &dyn Display); 4] =
                [("what", &what), ("old", &count.old), ("new", &count.new), ("by", &by)];
            self.item(&T::CountMoved.fill(lang, &numbers))?;
            let (first, rest) = count.terms.split_at(count.terms.len().min(NAMED));
            for term in first {
                self.sub(&term_line(term, changes, lang))?;
            }
            if !rest.is_empty() {
                let by = signed(rest.iter().map(|term| term.by).sum());
                self.sub(&T::MoreTerms.fill(lang, &[("by", &by), ("n", &rest.len())]))?;
            }
        }
        Ok(())
    }

    fn title(&mut self, text: &str) -> io::Result<()> {
        let mark = if self.is_md { "# " } else { "" };
        let text = self.plain(text);
        writeln!(self.out, "{mark}{text}")?;
        if self.is_md { writeln!(self.out) } else { Ok(()) }
    }

    fn line(&mut self, text: &str) -> io::Result<()> {
        let mark = if self.is_md { "- " } else { "" };
        let text = self.plain(text);
        writeln!(self.out, "{mark}{text}")
    }

    fn heading(&mut self, text: &str) -> io::Result<()> {
        let (mark, after) = if self.is_md { ("## ", "\n") } else { ("", "") };
        let text = self.plain(text);
        writeln!(self.out, "\n{mark}{text}{after}")
    }

    fn item(&mut self, text: &str) -> io::Result<()> {
        let mark = if self.is_md { "- " } else { "  " };
        let text = self.plain(text);
        writeln!(self.out, "{mark}{text}")
    }

    fn sub(&mut self, text: &str) -> io::Result<()> {
        let mark = if self.is_md { "  - " } else { "      " };
        let text = self.plain(text);
        writeln!(self.out, "{mark}{text}")
    }

    /// One line with every character of Markdown escaped.
    fn plain(&self, text: &str) -> String {
        if self.is_md { markdown(text) } else { one_line(text) }
    }
}

fn labelled(label: &str, value: &str, lang: Lang) -> String {
    CliText::LabelValue.fill(lang, &[("label", &label), ("value", &value)])
}

fn from_to(old: &str, new: &str, lang: Lang) -> String {
    T::FromTo.fill(lang, &[("old", &old), ("new", &new)])
}

/// `变动 2 处：政策新增 1、陈述改编码 1`.
fn summary(records: &[RecordChange], lang: Lang) -> String {
    let mut kinds: Vec<(Option<List>, Became, usize)> = Vec::new();
    for change in records {
        match kinds.iter_mut().find(|(list, became, _)| (*list, *became) == (change.list, change.became)) {
            Some((_, _, n)) => *n += 1,
            None => kinds.push((change.list, change.became, 1)),
        }
    }
    let kind = |(list, what, n): &(Option<List>, Became, usize)| {
        T::Many.fill(lang, &[("what", &noun(*list).get(lang)), ("became", &became(*what).get(lang)), ("n", n)])
    };
    let list: Vec<String> = kinds.iter().map(kind).collect();
    T::Summary.fill(lang, &[("n", &records.len()), ("list", &list.join(lang.comma()))])
}

fn noun(list: Option<List>) -> T {
    match list {
        None => T::Top,
        Some(List::Focuses) => T::Focus,
        Some(List::Sources) => T::Source,
        Some(List::Regions) => T::Region,
        Some(List::Policies) => T::Policy,
        Some(List::Texts) => T::Text,
        Some(List::Readings) => T::Reading,
        Some(List::Statements) => T::Statement,
        Some(List::Milestones) => T::Milestone,
        Some(List::Claims) => T::Claim,
    }
}

fn became(became: Became) -> T {
    match became {
        Became::Added => T::Added,
        Became::Withdrawn => T::Withdrawn,
        Became::Recoded => T::Recoded,
        Became::Edited => T::Edited,
        Became::Reordered => T::Reordered,
    }
}

/// The reason for missing counts, in one line.
fn unread_line(unread: &UnreadQuery, lang: Lang) -> String {
    let fault = unread.fault.message(lang);
    T::CountsUnread.fill(lang, &[("release", &unread.release), ("query", &unread.query), ("fault", &fault)])
}

fn counted(count: &CountChange, lang: Lang) -> String {
    let what = match &count.of {
        CountKind::Found => T::CountFound.get(lang).to_owned(),
        CountKind::All => T::CountAll.get(lang).to_owned(),
        CountKind::Focus { name, measure, .. } => {
            let measure = match measure {
                Measure::Stated => T::Stated,
                Measure::Covered => T::Covered,
                Measure::NotAssessed => T::NotAssessed,
                Measure::ByPolicy => T::ByPolicy,
                Measure::ByPlace => T::ByPlace,
            };
            T::CountFocus.fill(lang, &[("focus", &name.get(lang)), ("measure", &measure.get(lang))])
        }
        CountKind::Month(Some(month)) => T::CountMonth.fill(lang, &[("month", month)]),
        CountKind::Month(None) => T::CountNoMonth.get(lang).to_owned(),
        CountKind::Region { name, .. } => T::CountRegion.fill(lang, &[("region", &name.get(lang))]),
    };
    let unit = match count.unit {
        Unit::Policy => T::OfPolicies,
        Unit::Region => T::OfRegions,
    };
    unit.fill(lang, &[("what", &what)])
}

fn difference(count: &CountChange) -> isize {
    count.new.count as isize - count.old.count as isize
}

/// `+2`, `−1`, `±0`.
fn signed(n: isize) -> String {
    match n {
        0 => "±0".to_owned(),
        n if n < 0 => format!("−{}", n.unsigned_abs()),
        n => format!("+{n}"),
    }
}

fn term_line(term: &CountTerm, changes: &Changes, lang: Lang) -> String {
    let row = |row: &crate::compare::NamedRow| T::Row.fill(lang, &[("name", &row.name.get(lang)), ("id", &row.id)]);
    let rows = listed(term.rows.iter().map(row), lang);
    let causes = listed(term.causes.iter().filter_map(|one| cause(one, changes, lang)), lang);
    T::Term.fill(lang, &[("by", &signed(term.by)), ("rows", &rows), ("causes", &causes)])
}

/// The first items of a list, and their number where it is long.
fn listed(all: impl Iterator<Item = String>, lang: Lang) -> String {
    let all: Vec<String> = all.collect();
    let first = all.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(lang.comma());
    if all.len() <= NAMED { first } else { T::More.fill(lang, &[("list", &first), ("n", &all.len())]) }
}

fn cause(cause: &Cause, changes: &Changes, lang: Lang) -> Option<String> {
    let change = changes.records.get(cause.change)?;
    let (what, became) = (noun(change.list).get(lang), became(change.became).get(lang));
    Some(match cause.field {
        _ if change.became == Became::Reordered => T::CauseOrder.fill(lang, &[("what", &what)]),
        None => T::Cause.fill(lang, &[("what", &what), ("id", &change.id), ("became", &became)]),
        Some(field) => {
            let values: [(&str, &dyn Display); 4] =
                [("what", &what), ("id", &change.id), ("field", &field), ("became", &became)];
            T::CauseField.fill(lang, &values)
        }
    })
}

fn list_id(list: Option<List>) -> Option<&'static str> {
    list.map(List::id)
}

fn of_json(changes: &Changes, lang: Lang) -> Json {
    let release = |release: &crate::compare::Release| json!({"release": release.release, "sha256": release.sha256});
    let change = |change: &RecordChange| {
        let fields = change.fields.iter().map(|f| json!({"field": f.field, "old": f.old, "new": f.new}));
        json!({
            "list": list_id(change.list), "id": change.id, "name": change.name.get(lang),
            "change": change.became.id(), "fields": fields.collect::<Vec<_>>(),
        })
    };
    let coverage = |c: &Coverage| json!({"source": c.source, "now": c.now, "no_more": c.no_more});
    let (query, unread, counts) = match &changes.counts {
        Ok(counts) => {
            let moved = counts.moved.iter().map(|count| count_json(count, changes, lang));
            (&counts.query, Json::Null, Json::from(moved.collect::<Vec<_>>()))
        }
        Err(unread) => {
            let why = json!({"release": unread.release, "fault": unread.fault.message(lang)});
            (&unread.query, why, Json::Null)
        }
    };
    json!({
        "catalogue": changes.catalogue, "old": release(&changes.old), "new": release(&changes.new),
        "same": changes.is_same(),
        "changes": changes.records.iter().map(change).collect::<Vec<_>>(),
        "coverage": changes.coverage.iter().map(coverage).collect::<Vec<_>>(),
        "query": query, "unread": unread, "counts": counts,
    })
}

fn count_json(count: &CountChange, changes: &Changes, lang: Lang) -> Json {
    let (of, value, measure) = match &count.of {
        CountKind::Found => ("found", None, None),
        CountKind::All => ("all", None, None),
        CountKind::Focus { id, measure, .. } => ("focus", Some(id.clone()), Some(measure.id())),
        CountKind::Month(month) => {
            ("month", Some(month.map_or_else(|| "unknown".to_owned(), |month| month.to_string())), None)
        }
        CountKind::Region { code, .. } => ("region", Some(code.clone()), None),
    };
    let cause = |cause: &Cause| {
        let change = changes.records.get(cause.change)?;
        let (list, id) = (list_id(change.list), &change.id);
        Some(json!({"list": list, "id": id, "change": change.became.id(), "field": cause.field}))
    };
    let term = |term: &CountTerm| {
        let rows: Vec<&str> = term.rows.iter().map(|row| row.id.as_str()).collect();
        json!({"by": term.by, "rows": rows, "causes": term.causes.iter().filter_map(cause).collect::<Vec<_>>()})
    };
    json!({
        "unit": count.unit.id(), "count": of, "value": value, "measure": measure, "label": counted(count, lang),
        "old": count.old.count, "new": count.new.count,
        "old_is_floor": count.old.is_floor, "new_is_floor": count.new.is_floor, "difference": difference(count),
        "terms": count.terms.iter().map(term).collect::<Vec<_>>(),
    })
}
