//! A query in words, as people read it: what the window shows beside its filters and what a page says of its rows.

use super::{FocusMode, Query, Term, Test, write_term};
use crate::catalogue::Catalogue;
use crate::words::{Lang, UiText as T};

/// The conditions of a query, without the lens, which says itself in words; empty where there are none.
pub fn query_words(query: &Query, catalogue: &Catalogue, lang: Lang) -> String {
    let terms = query.terms.iter().filter(|term| !term.test.is_lens());
    terms.map(|term| term_words(term, catalogue, lang)).collect::<Vec<_>>().join(lang.semicolon())
}

/// A term as people read it: `地区：浙江省`.
pub fn term_words(term: &Term, catalogue: &Catalogue, lang: Lang) -> String {
    let test = &term.test;
    let names: Vec<String> = match test {
        Test::Region(picks) => picks
            .iter()
            .map(|pick| {
                let name = catalogue.regions.by_code(&pick.code).map(|place| catalogue[place].name.get(lang));
                format!("{}{}", if pick.alone { "=" } else { "" }, name.unwrap_or(&pick.code))
            })
            .collect(),
        Test::Tier(tiers) => tiers.iter().map(|tier| tier.name(lang).to_owned()).collect(),
        Test::Stage(stages) => stages.iter().map(|stage| stage.name(lang).to_owned()).collect(),
        Test::Focus(_, ids) => {
            let name = |id: &String| catalogue.find_focus(id).map(|focus| catalogue[focus].name.get(lang).to_owned());
            ids.iter().map(|id| name(id).unwrap_or_else(|| id.clone())).collect()
        }
        Test::Strength(strength) => vec![strength.name(lang).to_owned()],
        Test::Keyword(list) | Test::Issuer(list) | Test::Id(list) => list.clone(),
        Test::Text(text) => vec![format!("“{text}”")],
        other => {
            let line = write_term(&Term { not: false, test: other.clone() });
            vec![line.split_once(':').map_or(line.clone(), |(_, values)| values.to_owned())]
        }
    };
    let joined = names.join(lang.comma());
    let mode = match test {
        Test::Focus(FocusMode::All, _) => T::ModeAll.get(lang),
        Test::Focus(FocusMode::Only, _) => T::ModeOnly.get(lang),
        _ => "",
    };
    let not = if term.not { T::Not.get(lang) } else { "" };
    match key_text(test) {
        Some(key) => {
            let space = if mode.is_empty() || lang == Lang::Zh { "" } else { " " };
            T::TermWords
                .fill(lang, &[("not", &not), ("key", &key.get(lang)), ("values", &format!("{mode}{space}{joined}"))])
        }
        None => format!("{not}{joined}"),
    }
}

fn key_text(test: &Test) -> Option<T> {
    Some(match test {
        Test::Region(_) => T::Region,
        Test::Tier(_) => T::Tier,
        Test::Month(_) => T::Month,
        Test::Focus(..) => T::Focus,
        Test::Strength(_) => T::Strength,
        Test::Keyword(_) => T::Keyword,
        Test::Stage(_) => T::Stage,
        Test::Issuer(_) => T::Issuer,
        Test::Id(_) => T::Id,
        Test::Source(_) => T::Source,
        Test::Basis(_) => T::Basis,
        Test::AnyVersion(_) => T::Version,
        Test::Text(_) => return None,
    })
}
