//! The parts of the page that stand without a script: its head, the table of policies, its notes and sources.

use std::io::Write;

use super::LiveAsk;
use crate::export::citation::reference;
use crate::export::markup::escaped;
use crate::export::{ExportFault, Table, short_columns};
use crate::query::{Column, Lens, Unit, query_words, run};
use crate::words::{CliText, LiveText as T};

/// Writes them. The script puts its views in the place of the table.
pub fn still(ask: &LiveAsk<'_>, out: &mut dyn Write) -> Result<(), ExportFault> {
    let LiveAsk { index, query, lang } = *ask;
    let catalogue = &*index.catalogue;
    writeln!(out, "<dl>")?;
    let (lines, contents) = head(ask);
    for (name, value) in lines {
        writeln!(out, "<div><dt>{name}</dt><dd>{}</dd></div>", escaped(&value))?;
    }
    writeln!(
        out,
        "</dl>\n<noscript><p>{}</p></noscript>\n<main id=\"page\">\n<div class=\"scroll\"><table>",
        T::Still.get(lang)
    )?;
    let outcome = run(index, query, Unit::Policy);
    let columns = short_columns(catalogue, Unit::Policy);
    let table = Table::of(index, &outcome, &outcome.rows, &columns, lang);
    let heads = table.columns.iter().map(|heading| format!("<th scope=\"col\">{}</th>", escaped(&heading.label)));
    writeln!(out, "<thead><tr>{}</tr></thead>\n<tbody>", heads.collect::<String>())?;
    for row in table.rows() {
        let cell = |column: &Column| match column {
            Column::Focus(_) => format!(
                "<td class=\"mark\"><span aria-hidden=\"true\">{}</span><span class=\"said\">{}</span></td>",
                escaped(&table.marked(*row, *column)),
                escaped(&table.read(*row, *column))
            ),
            other => format!("<td>{}</td>", escaped(&table.read(*row, *other))),
        };
        writeln!(out, "<tr>{}</tr>", columns.iter().map(cell).collect::<String>())?;
    }
    writeln!(out, "</tbody></table></div>\n<p>{}</p>\n</main>\n<footer>", escaped(&table.about.denominator(lang)))?;
    writeln!(out, "<p class=\"legend\">{}</p>", escaped(CliText::Legend.get(lang)))?;
    writeln!(out, "<p class=\"how\">{} {}</p>", escaped(T::Lens.get(lang)), escaped(T::How.get(lang)))?;
    writeln!(out, "<h2>{}</h2>\n<ol>", CliText::AboutSources.get(lang))?;
    for source in outcome.lens.sources() {
        writeln!(out, "<li>{}</li>", escaped(&reference(&catalogue[source], None, lang)))?;
    }
    writeln!(out, "</ol>")?;
    for content in contents {
        writeln!(out, "<p class=\"hash\">{}</p>", escaped(&content))?;
    }
    writeln!(out, "</footer>")?;
    Ok(())
}

/// The lines at the head: filter, lens, and the releases; and, for the end of the page, the hashes of their content.
fn head(ask: &LiveAsk<'_>) -> (Vec<(&'static str, String)>, Vec<String>) {
    let LiveAsk { index, query, lang } = *ask;
    let catalogue = &*index.catalogue;
    let scope = match query_words(query, catalogue, lang) {
        words if words.is_empty() => CliText::AboutEverything.get(lang).to_owned(),
        words => words,
    };
    let lens = Lens::of(query, catalogue).words(catalogue, lang);
    let mut lines = vec![(T::Scope.get(lang), scope), (CliText::AboutLens.get(lang), lens)];
    let published = catalogue.published.map(|on| T::Published.fill(lang, &[("on", &on)]));
    let mut contents = Vec::new();
    let mut release = |id: &str, release: &str, content: &str, published: Option<String>| {
        let name = T::ReleaseOf.fill(lang, &[("id", &id), ("release", &release)]);
        contents.push(T::Content.fill(lang, &[("release", &name), ("content", &content)]));
        let parts: Vec<String> = std::iter::once(name).chain(published).collect();
        lines.push((T::Release.get(lang), parts.join(lang.comma())));
    };
    let of_stack: Vec<_> = catalogue.releases().collect();
    if of_stack.is_empty() {
        release(&catalogue.id, &catalogue.release, index.content_sha256(), published);
    }
    for one in &of_stack {
        release(&one.id, &one.release, &one.content, None);
    }
    (lines, contents)
}
