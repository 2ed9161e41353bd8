//! Tables for a workbook: in one language, and with the rows of a list in a long table joined in one cell.

use std::rc::Rc;

use super::apparatus::{COVERS, covers};
use super::columns::Columns;
use super::scope::{Scope, ViewStanding};
use super::vocabulary::{LISTS, given_strengths, listed, vocabularies};
use super::{DataTable, Variable};
use crate::catalogue::{AssignedBy, Modality, Of, Source, SourceIdx, Statement, StatementIdx, StatementKind, Version};
use crate::query::{Datum, DatumKind, LIST_SEPARATOR, Missing};
use crate::words::{DatasetText as T, Lang, Text};

/// The statements of a dataset.
pub(super) fn statements<'s>(scope: &'s Scope<'s>, lang: Lang) -> DataTable<'s> {
    let catalogue = scope.catalogue;
    let at = move |i: StatementIdx| -> &'s Statement { &catalogue[i] };
    let some = |texts: Vec<&'s str>| (!texts.is_empty()).then_some(texts);
    Columns::<(StatementIdx, ViewStanding)>::of("statements")
        .must("id", DatumKind::Text, move |(i, _)| &at(i).id)
        .must("standing", DatumKind::of::<ViewStanding>(), |(_, standing)| standing)
        .must("kind", DatumKind::of::<StatementKind>(), move |(i, _)| at(i).kind)
        .may("focuses", DatumKind::List, Missing::NotApplicable, move |(i, _)| {
            some(at(i).focuses.iter().map(|focus| catalogue[*focus].name.get(lang)).collect())
        })
        .may("strength", given_strengths(), Missing::NotApplicable, move |(i, _)| {
            at(i).strength.is_given().then(|| at(i).strength)
        })
        .may("policy", DatumKind::Text, Missing::NotApplicable, move |(i, _)| match &at(i).of {
            Of::Policy(policy) => Some(&catalogue[*policy].id),
            _ => None,
        })
        .may("places", DatumKind::List, Missing::NotApplicable, move |(i, _)| match &at(i).of {
            Of::Regions(places) => some(places.iter().map(|place| catalogue[*place].name.get(lang)).collect()),
            _ => None,
        })
        .must("list", DatumKind::Category(LISTS.to_vec()), move |(i, _)| listed(at(i).list))
        .must("version", DatumKind::of::<Version>(), move |(i, _)| at(i).version)
        .must("summary", DatumKind::Text, move |(i, _)| at(i).summary.get(lang))
        .may("quote", DatumKind::Text, Missing::NotKnown, move |(i, _)| at(i).quote.as_ref())
        .may("watch", DatumKind::Text, Missing::NotKnown, move |(i, _)| at(i).watch.as_ref().map(|text| text.get(lang)))
        .may("keywords", DatumKind::List, Missing::NotKnown, move |(i, _)| {
            some(at(i).keywords.iter().map(String::as_str).collect())
        })
        .may("value", DatumKind::Integer, Missing::NotApplicable, move |(i, _)| at(i).value)
        .may("at_least", DatumKind::Boolean, Missing::NotApplicable, move |(i, _)| {
            at(i).value.map(|_| Datum::Boolean(at(i).at_least))
        })
        .date("until", Some(Missing::NotApplicable), move |(i, _)| at(i).until)
        .may("assigned_by", DatumKind::of::<AssignedBy>(), Missing::NotApplicable, move |(i, _)| at(i).assigned_by)
        .must("source", DatumKind::Text, move |(i, _)| &catalogue[at(i).source].id)
        .may("at", DatumKind::Text, Missing::NotKnown, move |(i, _)| at(i).at.as_ref())
        .may("coder", DatumKind::Text, Missing::NotKnown, move |(i, _)| at(i).coder.as_ref())
        .date("coded_on", Some(Missing::NotKnown), move |(i, _)| at(i).coded_on)
        .date("from", Some(Missing::NotApplicable), move |(i, _)| at(i).from)
        .may("modality", DatumKind::of::<Modality>(), Missing::NotKnown, move |(i, _)| at(i).modality)
        .table(&["id"], &[], move || scope.statements.iter().copied())
}

/// The sources of the catalogue.
pub(super) fn sources<'s>(scope: &'s Scope<'s>) -> DataTable<'s> {
    let catalogue = scope.catalogue;
    let at = move |i: SourceIdx| -> &'s Source { &catalogue[i] };
    Columns::<SourceIdx>::of("sources")
        .must("id", DatumKind::Text, move |i| &at(i).id)
        .must("in_lens", DatumKind::Boolean, move |i| scope.outcome.lens.sees(i))
        .must("grade", DatumKind::among(&catalogue.grades()), move |i| at(i).grade)
        .may("authors", DatumKind::List, Missing::NotKnown, move |i| {
            (!at(i).authors.is_empty()).then(|| at(i).authors.iter().map(String::as_str).collect::<Vec<_>>())
        })
        .must("title", DatumKind::Text, move |i| &at(i).title)
        .may("container", DatumKind::Text, Missing::NotKnown, move |i| at(i).container.as_ref())
        .may("publisher", DatumKind::Text, Missing::NotKnown, move |i| at(i).publisher.as_ref())
        .date("published", Some(Missing::NotKnown), move |i| at(i).published)
        .may("address", DatumKind::Text, Missing::NotKnown, move |i| at(i).address.as_ref())
        .date("accessed", Some(Missing::NotApplicable), move |i| at(i).accessed)
        .may("copies", DatumKind::Integer, Missing::NotApplicable, move |i| at(i).copies)
        .must("covers", DatumKind::Category(COVERS.to_vec()), move |i| covers(&at(i).covers))
        .must("is_default", DatumKind::Boolean, move |i| catalogue.default_sources.contains(&i))
        .may("place", DatumKind::Text, Missing::NotKnown, move |i| at(i).place.as_ref())
        .table(&["id"], &[], move || catalogue.source_idxs())
}

/// The codebook: the inclusion rules of focuses, the meanings of vocabularies' values, then the variables of these
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
    for vocabulary in vocabularies(scope.catalogue) {
        for value in vocabulary.values {
            lines.push([
                some(vocabulary.name.get(lang)),
                some(value.id),
                some(value.name(lang)),
                None,
                None,
                value.definition.map(|text| text.get(lang).to_owned()),
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
                variable.missing.map(|why| why.name(lang).to_owned()),
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
            kind: DatumKind::Text,
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

/// The values of a category, or the separator of a list.
fn of_type(variable: &Variable, lang: Lang) -> String {
    match &variable.kind {
        DatumKind::Category(all) => {
            let each =
                all.iter().map(|value| T::CodeAndLabel.fill(lang, &[("id", &value.id), ("label", &value.name(lang))]));
            each.collect::<Vec<_>>().join(lang.semicolon())
        }
        DatumKind::List => T::Separated.fill(lang, &[("separator", &LIST_SEPARATOR)]),
        _ => String::new(),
    }
}
