//! `README.md` of a bundle: its contents and omissions, the lens, coverage by source, and steps of verification.

use std::io::{self, Write};

use super::Made;
use super::files::BundleFile;
use crate::catalogue::{Covers, Licence, SourceIdx, Strength, Version};
use crate::export::markup::markdown;
use crate::query::Missing;
use crate::query::{Unit, columns, query_words, write_sort};
use crate::words::{BundleText as T, CliText, Lang};

/// Writes the page. `files` are those of the bundle.
pub fn write(made: &Made<'_, '_>, files: &[BundleFile], out: &mut dyn Write) -> io::Result<()> {
    let (lang, catalogue) = (made.lang(), made.catalogue());
    let title = T::Title.fill(lang, &[("title", &catalogue.title.get(lang))]);
    writeln!(out, "# {}\n", markdown(&title))?;
    let values: [(&str, &dyn std::fmt::Display); 3] =
        [("program", &made.recipe.program), ("id", &catalogue.id), ("release", &catalogue.release)];
    writeln!(out, "{}", markdown(&T::MadeBy.fill(lang, &values)))?;
    let mut page = Page { out, lang };
    page.heading(T::Scope)?;
    page.text(catalogue.scope.get(lang))?;
    asked(made, &mut page)?;
    left_out(made, &mut page)?;
    page.heading(T::Blanks)?;
    for (strength, meaning) in
        [(Strength::NotStated, T::NotStated), (Strength::NotAssessed, T::NotAssessed), (Strength::Absent, T::Absent)]
    {
        page.value_of(&format!("`{}`", strength.id()), &markdown(meaning.get(lang)))?;
    }
    let tables = &made.tables;
    for why in Missing::ALL.iter().copied() {
        if tables.iter().flat_map(|table| &table.variables).any(|variable| variable.missing == Some(why)) {
            let meaning = T::MissingMark.fill(lang, &[("why", &why.name(lang))]);
            page.value_of(&format!("`{}`", why.mark()), &markdown(&meaning))?;
        }
    }
    coverage(made, &mut page)?;
    page.heading(T::Files)?;
    page.row(&[T::FileName.get(lang), T::FileWhat.get(lang)].map(str::to_owned))?;
    page.rule(2)?;
    for file in files {
        page.row(&[format!("`{}`", file.name), markdown(&file.what)])?;
    }
    verify(made, &mut page)?;
    rights(made, &mut page)
}

/// The question, in words and as the line of the query.
fn asked(made: &Made<'_, '_>, page: &mut Page<'_>) -> io::Result<()> {
    let (lang, catalogue, about) = (page.lang, made.catalogue(), &made.table.about);
    let filter = query_words(made.query, catalogue, lang);
    page.heading(T::Asked)?;
    page.item(T::Filter, if filter.is_empty() { T::NoFilter.get(lang) } else { &filter })?;
    if !about.query.is_empty() {
        page.value(T::QueryLine, &format!("`{}`", about.query))?;
    }
    page.item(T::Lens, &about.lens)?;
    let unit = match about.unit {
        Unit::Policy => T::UnitPolicy,
        Unit::Region => T::UnitRegion,
    };
    page.item(T::Unit, unit.get(lang))?;
    let sort = write_sort(&made.ask.view.sort);
    page.item(T::Order, if sort.is_empty() { T::UsualOrder.get(lang) } else { &sort })?;
    let chosen: Vec<&str> = made.table.columns.iter().map(|heading| heading.key.as_str()).collect();
    let is_all = columns(catalogue, about.unit).len() == chosen.len();
    page.item(T::Columns, if is_all { T::AllColumns.get(lang).to_owned() } else { chosen.join(", ") }.as_str())?;
    page.item(T::Rows, &about.denominator(lang))?;
    page.item(T::LongTables, if made.ask.whole { T::LongWhole } else { T::LongRows }.get(lang))
}

/// Omissions that a reader might look for.
fn left_out(made: &Made<'_, '_>, page: &mut Page<'_>) -> io::Result<()> {
    let (lang, catalogue, about) = (page.lang, made.catalogue(), &made.table.about);
    let lens = &made.outcome.lens;
    page.heading(T::LeftOut)?;
    let mut lines: Vec<String> = Vec::new();
    let rows = about.total.saturating_sub(about.shown);
    if rows > 0 {
        let text = match about.unit {
            Unit::Policy => T::LeftPolicies,
            Unit::Region => T::LeftRegions,
        };
        lines.push(text.fill(lang, &[("n", &rows)]));
    }
    let unseen: Vec<SourceIdx> = catalogue.source_idxs().filter(|source| !lens.sees(*source)).collect();
    if !unseen.is_empty() {
        let names: Vec<&str> = unseen.iter().map(|source| catalogue[*source].id.as_str()).collect();
        let names = names.join(lang.comma());
        lines.push(T::LeftSources.fill(lang, &[("n", &unseen.len()), ("sources", &names)]));
    }
    let on_others = catalogue.statements.iter().filter(|statement| {
        statement.kind.counts() && statement.version != Version::Own && lens.sees(statement.source)
    });
    let on_others = if lens.any_version() { 0 } else { on_others.count() };
    if on_others > 0 {
        lines.push(T::LeftVersions.fill(lang, &[("n", &on_others)]));
    }
    if lines.is_empty() {
        lines.push(T::LeftNothing.get(lang).to_owned());
    }
    lines.iter().try_for_each(|line| writeln!(page.out, "- {}", markdown(line)))
}

/// The policies that each source covers: of these alone its silence is a finding.
fn coverage(made: &Made<'_, '_>, page: &mut Page<'_>) -> io::Result<()> {
    let (lang, catalogue) = (page.lang, made.catalogue());
    let total = catalogue.policies.len();
    let mut statements = vec![0usize; catalogue.sources.len()];
    for statement in &catalogue.statements {
        if let Some(count) = statements.get_mut(usize::from(statement.source.0)) {
            *count += 1;
        }
    }
    page.heading(T::Coverage)?;
    let heads = [T::CoverageId, T::CoverageGrade, T::CoverageLens, T::CoverageOf, T::CoverageStatements];
    page.row(&heads.map(|head| head.get(lang).to_owned()))?;
    page.rule(heads.len())?;
    for (i, count) in catalogue.source_idxs().zip(statements) {
        let source = &catalogue[i];
        let covers = match &source.covers {
            Covers::Stated => T::CoversStated.get(lang).to_owned(),
            Covers::All if catalogue.covered_by(i) == total => T::CoversAll.fill(lang, &[("n", &total)]),
            _ => T::CoversSome.fill(lang, &[("k", &catalogue.covered_by(i)), ("n", &total)]),
        };
        let seen = if made.outcome.lens.sees(i) { T::Yes } else { T::No };
        page.row(&[
            format!("`{}` {}", source.id, markdown(&source.short_name(lang))),
            source.grade.name(lang).to_owned(),
            seen.get(lang).to_owned(),
            covers,
            count.to_string(),
        ])?;
    }
    Ok(())
}

fn verify(made: &Made<'_, '_>, page: &mut Page<'_>) -> io::Result<()> {
    page.heading(T::Verify)?;
    for (what, line) in [
        (T::VerifySums, "sha256sum -c SHA256SUMS"),
        (T::VerifyReplay, "policy-atlas replay recipe.ron"),
        (T::VerifyFrictionless, "frictionless validate datapackage.json"),
    ] {
        page.text(what.get(page.lang))?;
        writeln!(page.out, "\n    {line}\n")?;
    }
    page.value(T::Content, &format!("`{}`", made.recipe.content))
}

fn rights(made: &Made<'_, '_>, page: &mut Page<'_>) -> io::Result<()> {
    let (lang, catalogue) = (page.lang, made.catalogue());
    page.heading(T::Rights)?;
    let authors = catalogue.authors.join(lang.comma());
    page.item(T::Authors, if authors.is_empty() { T::NoAuthors.get(lang) } else { &authors })?;
    let licence = match catalogue.licences.as_slice() {
        [] => T::NoLicence.get(lang).to_owned(),
        [one] => one.name().to_owned(),
        some => {
            let names: Vec<&str> = some.iter().map(Licence::name).collect();
            T::LicenceAny.fill(lang, &[("names", &names.join(lang.comma()))])
        }
    };
    page.item(T::Licence, &licence)?;
    writeln!(page.out, "- {}", markdown(T::SourceRights.get(lang)))
}

/// Lines of the page.
struct Page<'a> {
    out: &'a mut dyn Write,
    lang: Lang,
}

impl Page<'_> {
    fn heading(&mut self, text: T) -> io::Result<()> {
        writeln!(self.out, "\n## {}\n", markdown(text.get(self.lang)))
    }

    fn text(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "{}", markdown(text))
    }

    /// `- 视野：…`
    fn item(&mut self, label: T, value: &str) -> io::Result<()> {
        self.value(label, &markdown(value))
    }

    /// The same for a value that is Markdown already.
    fn value(&mut self, label: T, value: &str) -> io::Result<()> {
        self.value_of(&markdown(label.get(self.lang)), value)
    }

    fn value_of(&mut self, label: &str, value: &str) -> io::Result<()> {
        let line = CliText::LabelValue.fill(self.lang, &[("label", &label), ("value", &value)]);
        writeln!(self.out, "- {line}")
    }

    fn row(&mut self, cells: &[String]) -> io::Result<()> {
        writeln!(self.out, "| {} |", cells.join(" | "))
    }

    fn rule(&mut self, columns: usize) -> io::Result<()> {
        writeln!(self.out, "|{}", " --- |".repeat(columns))
    }
}
