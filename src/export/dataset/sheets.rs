//! Tables as a workbook has them: one language, and what a long table tells in rows of its own joined in one cell.

use std::rc::Rc;

use super::columns::Columns;
use super::policies::own_versions;
use super::scope::{Scope, Standing};
use super::statements::standings;
use super::vocabulary::{given_strengths, grades, kinds, list_id, lists, modalities, sorters, vocabularies};
use super::{DataTable, Datum, Missing, Type, Variable};
use crate::catalogue::{Of, Source, SourceIdx, Statement, StatementIdx};
use crate::query::LIST_SEPARATOR;
use crate::words::{DatasetText as T, Lang, Text};

const LIST: Type = Type::List(LIST_SEPARATOR);

/// The statements of a dataset.
pub(super) fn statements<'s>(scope: &'s Scope<'s>, lang: Lang) -> DataTable<'s> {
    let catalogue = scope.catalogue;
    let at = move |i: StatementIdx| -> &'s Statement { &catalogue[i] };
    let joined = |texts: Vec<&str>| (!texts.is_empty()).then(|| texts.join(LIST_SEPARATOR));
    Columns::<(StatementIdx, Standing)>::of("statements")
        .must("id", Type::Text, move |(i, _)| &at(i).id)
        .must("standing", standings(), |(_, standing)| Datum::Category(standing.id()))
        .must("kind", kinds(), move |(i, _)| Datum::Category(at(i).kind.id()))
        .may("focuses", LIST, Missing::NotApplicable, move |(i, _)| {
            joined(at(i).focuses.iter().map(|focus| catalogue[*focus].name.get(lang)).collect())
        })
        .may("strength", given_strengths(), Missing::NotApplicable, move |(i, _)| {
            at(i).strength.is_given().then(|| Datum::Category(at(i).strength.id()))
        })
        .may("policy", Type::Text, Missing::NotApplicable, move |(i, _)| match &at(i).of {
            Of::Policy(policy) => Some(&catalogue[*policy].id),
            _ => None,
        })
        .may("places", LIST, Missing::NotApplicable, move |(i, _)| match &at(i).of {
            Of::Regions(places) => joined(places.iter().map(|place| catalogue[*place].name.get(lang)).collect()),
            _ => None,
        })
        .must("list", lists(), move |(i, _)| Datum::Category(list_id(at(i).list)))
        .must("version", own_versions(), move |(i, _)| Datum::Category(at(i).version.id()))
        .must("summary", Type::Text, move |(i, _)| at(i).summary.get(lang))
        .may("quote", Type::Text, Missing::NotKnown, move |(i, _)| at(i).quote.as_ref())
        .may("watch", Type::Text, Missing::NotKnown, move |(i, _)| at(i).watch.as_ref().map(|text| text.get(lang)))
        .may("keywords", LIST, Missing::NotKnown, move |(i, _)| {
            joined(at(i).keywords.iter().map(String::as_str).collect())
        })
        .may("value", Type::Integer, Missing::NotApplicable, move |(i, _)| at(i).value)
        .may("at_least", Type::Boolean, Missing::NotApplicable, move |(i, _)| {
            at(i).value.map(|_| Datum::Boolean(at(i).at_least))
        })
        .date("until", Some(Missing::NotApplicable), move |(i, _)| at(i).until)
        .may("assigned_by", sorters(), Missing::NotApplicable, move |(i, _)| {
            at(i).assigned_by.map(|by| Datum::Category(by.id()))
        })
        .must("source", Type::Text, move |(i, _)| &catalogue[at(i).source].id)
        .may("at", Type::Text, Missing::NotKnown, move |(i, _)| at(i).at.as_ref())
        .may("coder", Type::Text, Missing::NotKnown, move |(i, _)| at(i).coder.as_ref())
        .date("coded_on", Some(Missing::NotKnown), move |(i, _)| at(i).coded_on)
        .date("from", Some(Missing::NotApplicable), move |(i, _)| at(i).from)
        .may("modality", modalities(), Missing::NotKnown, move |(i, _)| {
            at(i).modality.map(|modality| Datum::Category(modality.id()))
        })
        .table(&["id"], &[], move || scope.statements.iter().copied())
}

/// The sources of the catalogue.
pub(super) fn sources<'s>(scope: &'s Scope<'s>) -> DataTable<'s> {
    let catalogue = scope.catalogue;
    let at = move |i: SourceIdx| -> &'s Source { &catalogue[i] };
    Columns::<SourceIdx>::of("sources")
        .must("id", Type::Text, move |i| &at(i).id)
        .must("in_lens", Type::Boolean, move |i| scope.outcome.lens.sees(i))
        .must("grade", grades(), move |i| Datum::Category(at(i).grade.id()))
        .may("authors", LIST, Missing::NotKnown, move |i| {
            (!at(i).authors.is_empty()).then(|| at(i).authors.join(LIST_SEPARATOR))
        })
        .must("title", Type::Text, move |i| &at(i).title)
        .may("container", Type::Text, Missing::NotKnown, move |i| at(i).container.as_ref())
        .may("publisher", Type::Text, Missing::NotKnown, move |i| at(i).publisher.as_ref())
        .date("published", Some(Missing::NotKnown), move |i| at(i).published)
        .may("address", Type::Text, Missing::NotKnown, move |i| at(i).address.as_ref())
        .date("accessed", Some(Missing::NotApplicable), move |i| at(i).accessed)
        .may("copies", Type::Integer, Missing::NotApplicable, move |i| at(i).copies)
        .must("covers", super::apparatus::coverages(), move |i| {
            Datum::Category(super::apparatus::covers_id(&at(i).covers))
        })
        .must("is_default", Type::Boolean, move |i| catalogue.default_sources.contains(&i))
        .table(&["id"], &[], move || catalogue.source_idxs())
}

/// The codebook: what counts under each focus, what the values of the vocabularies mean, then the variables of these
/// tables, each named by its sheet.
pub(super) fn codebook<'s>(scope: &'s Scope<'s>, sheets: &[(T, &DataTable<'_>)], lang: Lang) -> DataTable<'s> {
    let mut lines: Vec<[Option<String>; 7]> = Vec::new();
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    for focus in &scope.catalogue.focuses {
        let parts = [(T::CodebookCounts, &focus.counts), (T::CodebookDoesNot, &focus.does_not_count)];
        let said = parts.into_iter().filter(|(_, text)| !text.get(lang).is_empty());
        let rule: Vec<String> = said.map(|(label, text)| labelled(label, text, lang)).collect();
        lines.push([
            some(T::CodebookFocus.get(lang)),
            some(&focus.id),
            some(focus.name.get(lang)),
            None,
            None,
            some(&rule.join(lang.semicolon())),
            None,
        ]);
    }
    for vocabulary in vocabularies() {
        for value in vocabulary.values {
            lines.push([
                some(vocabulary.name.get(lang)),
                some(value.id),
                some(value.label.get(lang)),
                None,
                None,
                value.definition.as_ref().map(|text| text.get(lang).to_owned()),
                None,
            ]);
        }
    }
    for (sheet, table) in sheets {
        for variable in &table.variables {
            lines.push([
                some(sheet.get(lang)),
                some(&variable.key),
                some(variable.label.get(lang)),
                some(variable.kind.name(lang)),
                some(&of_type(variable, lang)),
                some(variable.rule.get(lang)),
                variable.missing.map(|why| why.label().get(lang).to_owned()),
            ]);
        }
    }
    let lines: Rc<[[Option<String>; 7]]> = lines.into();
    let heads = [
        ("sheet", T::CodebookTable),
        ("variable", T::CodebookVariable),
        ("label", T::CodebookLabel),
        ("type", T::CodebookType),
        ("values", T::CodebookValues),
        ("rule", T::CodebookRule),
        ("missing", T::CodebookMissing),
    ];
    let count = lines.len();
    let mut columns = Columns::<usize>::of("codebook");
    for (at, (key, head)) in heads.into_iter().enumerate() {
        let lines = lines.clone();
        let variable = Variable {
            key: key.to_owned(),
            kind: Type::Text,
            label: super::words::text(head),
            rule: super::words::text(head),
            missing: Some(Missing::NotApplicable),
        };
        columns = columns.variable(variable, move |n| {
            let cell = lines.get(n).and_then(|line| line.get(at)).cloned().flatten();
            cell.map_or(Datum::Missing(Missing::NotApplicable), Datum::from)
        });
    }
    columns.table(&[], &[], move || 0..count)
}

fn labelled(label: T, text: &Text, lang: Lang) -> String {
    crate::words::CliText::LabelValue.fill(lang, &[("label", &label.get(lang)), ("value", &text.get(lang))])
}

/// The values of a category, or how a list is separated.
fn of_type(variable: &Variable, lang: Lang) -> String {
    match &variable.kind {
        Type::Category(all) => {
            let each = all
                .iter()
                .map(|value| T::CodeAndLabel.fill(lang, &[("id", &value.id), ("label", &value.label.get(lang))]));
            each.collect::<Vec<_>>().join(lang.semicolon())
        }
        Type::List(separator) => T::Separated.fill(lang, &[("separator", separator)]),
        _ => String::new(),
    }
}
