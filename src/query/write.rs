//! A query as its one canonical line.

use super::syntax::ascii;
use super::*;

/// The one canonical line of a query.
pub fn write(query: &Query) -> String {
    query.terms.iter().map(write_term).collect::<Vec<_>>().join(" ")
}

/// The line of one term.
pub fn write_term(term: &Term) -> String {
    let list = |values: Vec<String>| values.join(",");
    let quoted = |values: &[String]| list(values.iter().map(|v| quote(v)).collect());
    let values = match &term.test {
        Test::Region(picks) => {
            list(picks.iter().map(|p| format!("{}{}", if p.alone { "=" } else { "" }, p.code)).collect())
        }
        Test::Tier(tiers) => list(tiers.iter().map(|t| t.id().to_owned()).collect()),
        Test::Month(ranges) => list(ranges.iter().map(|r| write_range(*r)).collect()),
        Test::Focus(FocusMode::Any, ids) => quoted(ids),
        Test::Focus(FocusMode::All, ids) => format!("all({})", quoted(ids)),
        Test::Focus(FocusMode::Only, ids) => format!("only({})", quoted(ids)),
        Test::Strength(strength) => strength.id().to_owned(),
        Test::Keyword(texts) | Test::Issuer(texts) | Test::Id(texts) => quoted(texts),
        Test::Stage(stages) => list(stages.iter().map(|s| s.id().to_owned()).collect()),
        Test::Source(picks) => list(
            picks
                .iter()
                .map(|pick| match pick {
                    SourcePick::Any => "any".to_owned(),
                    SourcePick::Grade(grade) => grade.id().to_owned(),
                    SourcePick::Id(id) => quote(id),
                })
                .collect(),
        ),
        Test::Basis(basis) => basis.id().to_owned(),
        Test::AnyVersion(any) => if *any { "any" } else { "own" }.to_owned(),
        Test::Text(text) => quote(text),
    };
    let key = term.test.key();
    let colon = if key.is_empty() { "" } else { ":" };
    format!("{}{key}{colon}{values}", if term.not { "-" } else { "" })
}

fn write_range(range: MonthRange) -> String {
    match (range.from, range.to) {
        (Some(from), Some(to)) if from == to => from.to_string(),
        (Some(from), Some(to)) if from.number() == 1 && to == from.plus(11) => {
            format!("{:04}", from.year())
        }
        (from, to) => {
            let end = |month: Option<Month>| month.map(|m| m.to_string()).unwrap_or_default();
            format!("{}..{}", end(from), end(to))
        }
    }
}

/// Quotes a value where reading it back would otherwise change it.
fn quote(text: &str) -> String {
    let hazard = |c: char| c.is_whitespace() || matches!(c, ',' | '"' | ':' | '\\' | '(' | ')') || ascii(c) != c;
    if !text.is_empty() && !text.starts_with(['-', '=']) && !text.contains(hazard) {
        return text.to_owned();
    }
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
