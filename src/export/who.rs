//! Places that state a focus or keyword, as lines of text with their lens and their denominators.

use crate::catalogue::{Catalogue, Month, StatementIdx};
use crate::compare::{Asked, Who};
use crate::query::{Ids, Row};
use crate::words::{CiteText as T, Lang};

/// The question with its count and denominator: `提到“算法”的地区：9 / 11 地（另有 2 地未考察）`.
pub fn who_head(catalogue: &Catalogue, who: &Who, lang: Lang) -> String {
    let (text, what) = match &who.asked {
        Asked::Focus(focus) => (T::WhoFocus, catalogue[*focus].name.get(lang)),
        Asked::Keyword(keyword) => (T::WhoKeyword, keyword.as_str()),
    };
    let more = more_not_assessed(who.not_assessed, lang);
    let counts: [(&str, &dyn std::fmt::Display); 4] =
        [("what", &what), ("k", &who.places), ("n", &who.covered), ("more", &more)];
    let mut head = text.fill(lang, &counts);
    for total in &who.totals {
        head += lang.semicolon();
        head += &total.words(lang);
    }
    head
}

/// The number of places that nobody has looked at; nothing where there are none.
pub fn more_not_assessed(n: usize, lang: Lang) -> String {
    if n == 0 { String::new() } else { T::MoreNotAssessed.fill(lang, &[("m", &n)]) }
}

/// The name of a row: the place, or the policy by its title.
pub fn who_name(catalogue: &Catalogue, row: Row, lang: Lang) -> String {
    row.name(catalogue, lang).to_owned()
}

/// Month of a policy; nothing for a place, which has none.
pub fn who_month(catalogue: &Catalogue, row: Row, lang: Lang) -> Option<String> {
    let Row::Policy(policy) = row else { return None };
    Some(Month::words(catalogue[policy].month, lang))
}

/// The sources of these statements and the statements themselves: `赛迪研究院 2023-10-30（R05、R06）`, or how many.
pub fn who_sources(catalogue: &Catalogue, statements: &[StatementIdx], ids: Ids, lang: Lang) -> String {
    let mut sources: Vec<_> = statements.iter().map(|i| catalogue[*i].source).collect();
    sources.sort_unstable();
    sources.dedup();
    let each = sources.iter().map(|source| {
        let of_it = statements.iter().filter(|i| catalogue[**i].source == *source);
        let which = match ids {
            Ids::Told => of_it.map(|i| catalogue[*i].id.as_str()).collect::<Vec<_>>().join(lang.comma()),
            Ids::Untold => T::WhoStatements.fill(lang, &[("n", &of_it.count())]),
        };
        T::WhoSource.fill(lang, &[("source", &catalogue[*source].short_name(lang)), ("which", &which)])
    });
    each.collect::<Vec<_>>().join(lang.comma())
}

/// The whole list as text: the question, the lens, then a line for each policy and place that states it.
pub fn who_text(catalogue: &Catalogue, who: &Who, lang: Lang) -> String {
    let lens = who.lens.words(catalogue, lang);
    let mut lines = vec![who_head(catalogue, who, lang), T::WhoLens.fill(lang, &[("lens", &lens)])];
    for stated in &who.lines {
        let mut parts = vec![stated.cell.sign(lang), who_name(catalogue, Row::Region(stated.region), lang)];
        if matches!(stated.row, Row::Policy(_)) {
            parts.push(who_name(catalogue, stated.row, lang));
        }
        parts.extend(who_month(catalogue, stated.row, lang));
        parts.push(who_sources(catalogue, &stated.statements, Ids::Told, lang));
        lines.push(parts.join(" · "));
    }
    lines.join("\n")
}
