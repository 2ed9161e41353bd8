//! Records that differ, with their fields: read off the fields of the file, so that none is forgotten.

use std::collections::{HashMap, HashSet};

use super::{Became, Coverage, FieldChange, RecordChange};
use crate::catalogue::{Catalogue, Fields, List, PolicyIdx, Records, Ron, SourceIdx, head_fields};
use crate::words::{Lang, Text};

/// Fields of a statement that decide how it counts.
const CODING: [&str; 7] = ["kind", "of", "focuses", "strength", "list", "version", "source"];

/// The changed records, and the position of each.
pub(super) struct Found {
    pub changes: Vec<RecordChange>,
    at: HashMap<(Option<List>, String), usize>,
}

impl Found {
    /// Compares all records of two catalogues.
    pub fn between(old: &Catalogue, new: &Catalogue) -> Found {
        let mut changes = Vec::new();
        let heads = fields_between(&head_fields(old), &head_fields(new));
        if !heads.is_empty() {
            let (id, name) = (new.id.clone(), new.title.clone());
            changes.push(RecordChange { list: None, id, name, became: Became::Edited, fields: heads });
        }
        for list in List::ALL {
            list_between(old, new, list, &mut changes);
        }
        let at = changes.iter().enumerate().map(|(n, change)| ((change.list, change.id.clone()), n)).collect();
        Found { changes, at }
    }

    /// The position of the change of this record.
    pub fn of(&self, list: Option<List>, id: &str) -> Option<usize> {
        self.at.get(&(list, id.to_owned())).copied()
    }

    /// The position of the change of this record, if a field of it differs.
    pub fn of_field(&self, list: Option<List>, id: &str, field: &str) -> Option<usize> {
        let at = self.of(list, id)?;
        let whole = |name: &str| name.split('.').next() == Some(field);
        self.changes.get(at)?.fields.iter().any(|change| whole(&change.field)).then_some(at)
    }
}

fn list_between(old: &Catalogue, new: &Catalogue, list: List, changes: &mut Vec<RecordChange>) {
    let (before, after) = (Records::of(old, list), Records::of(new, list));
    let mut was: HashMap<&str, usize> = before.ids().zip(0..).collect();
    // Positions among the old records of those that stay.
    let mut stay: Vec<usize> = Vec::new();
    for (n, id) in after.ids().enumerate() {
        let name = || name(&after, new, n);
        let Some(earlier) = was.remove(id) else {
            let (id, became) = (id.to_owned(), Became::Added);
            changes.push(RecordChange { list: Some(list), id, name: name(), became, fields: Vec::new() });
            continue;
        };
        stay.push(earlier);
        let fields = fields_between(&before.fields(earlier), &after.fields(n));
        if !fields.is_empty() {
            let recoded = list == List::Statements && fields.iter().any(|f| CODING.contains(&f.field.as_str()));
            let became = if recoded { Became::Recoded } else { Became::Edited };
            changes.push(RecordChange { list: Some(list), id: id.to_owned(), name: name(), became, fields });
        }
    }
    for (n, id) in before.ids().enumerate().filter(|(_, id)| was.contains_key(id)) {
        let (id, became) = (id.to_owned(), Became::Withdrawn);
        changes.push(RecordChange { list: Some(list), id, name: name(&before, old, n), became, fields: Vec::new() });
    }
    // Policies and places are put in order by what they say, which has been told.
    if !matches!(list, List::Policies | List::Regions) && !stay.is_sorted() {
        let (name, became) = (Text::default(), Became::Reordered);
        changes.push(RecordChange { list: Some(list), id: String::new(), name, became, fields: Vec::new() });
    }
}

/// The title, name or summary of a record, by its position in the list.
fn name(records: &Records<'_>, catalogue: &Catalogue, n: usize) -> Text {
    let c = catalogue;
    let name = match records.list() {
        List::Focuses => c.focuses.get(n).map(|focus| focus.name.clone()),
        List::Sources => {
            c.sources.get(n).map(|source| Text::both(&source.short_name(Lang::Zh), &source.short_name(Lang::En)))
        }
        List::Regions => records.id(n).and_then(|code| Some(c[c.regions.by_code(code)?].name.clone())),
        List::Policies => c.policies.get(n).map(|policy| policy.title.clone()),
        List::Texts => c.texts.get(n).map(|text| c[text.of].title.clone()),
        List::Readings => c.readings.get(n).map(|reading| c[reading.of].title.clone()),
        List::Statements => c.statements.get(n).map(|statement| statement.summary.clone()),
        List::Milestones => c.milestones.get(n).map(|milestone| milestone.what.clone()),
        List::Claims => c.claims.get(n).map(|claim| claim.what.clone()),
    };
    name.unwrap_or_default()
}

/// The fields that differ, in the order of the later record; those that it leaves out last.
fn fields_between(old: &Fields<'_>, new: &Fields<'_>) -> Vec<FieldChange> {
    let value = |fields: &Fields<'_>, name: &str| fields.iter().position(|(field, _)| *field == name);
    let mut found = Vec::new();
    let names = new.iter().chain(old.iter().filter(|(name, _)| value(new, name).is_none())).map(|(name, _)| *name);
    for name in names {
        let before = value(old, name).and_then(|at| old.get(at)).map(|(_, value)| value);
        let after = value(new, name).and_then(|at| new.get(at)).map(|(_, value)| value);
        match (before, after) {
            (Some(before), Some(after)) if before == after => {}
            // A text for people is two texts, and most often one of them was edited.
            (Some(Ron::Group("", before)), Some(Ron::Group("", after))) => {
                let parts = fields_between(before, after).into_iter();
                found.extend(parts.map(|part| FieldChange { field: format!("{name}.{}", part.field), ..part }));
            }
            _ => found.push(FieldChange { field: name.to_owned(), old: before.map(plain), new: after.map(plain) }),
        }
    }
    found
}

/// The value as text: a text without quotation marks, any other as in the file.
fn plain(value: &Ron<'_>) -> String {
    match value {
        Ron::Text(text) => text.clone().into_owned(),
        other => other.to_string(),
    }
}

/// Changes of the coverage of sources, for policies of both catalogues.
pub(super) fn coverage(old: &Catalogue, new: &Catalogue, found: &Found) -> Vec<Coverage> {
    let changed = |id: &str| match found.of(Some(List::Sources), id).and_then(|at| found.changes.get(at)) {
        Some(change) if change.became == Became::Edited => found.of_field(Some(List::Sources), id, "covers").is_some(),
        Some(_) => true,
        None => false,
    };
    let ids = new.sources.iter().chain(&old.sources).map(|source| source.id.as_str());
    let mut seen = HashSet::new();
    let moved = ids.filter(|id| seen.insert(*id) && changed(id));
    let both = |from: &Catalogue, to: &Catalogue, source: Option<SourceIdx>| -> HashSet<PolicyIdx> {
        covered(from, source).filter_map(|i| to.policy_by_id(&from[i].id)).collect()
    };
    let (in_old, in_new) = (sources(old), sources(new));
    let one = |id: &str| {
        let (before, after) = (in_old.get(id).copied(), in_new.get(id).copied());
        // All in indices of the later catalogue.
        let was = both(old, new, before);
        let is: HashSet<PolicyIdx> = covered(new, after).filter(|i| old.policy_by_id(&new[*i].id).is_some()).collect();
        let ids = |list: &HashSet<PolicyIdx>, without: &HashSet<PolicyIdx>| {
            let mut list: Vec<PolicyIdx> = list.difference(without).copied().collect();
            list.sort_unstable();
            list.iter().map(|i| new[*i].id.clone()).collect::<Vec<String>>()
        };
        let coverage = Coverage { source: id.to_owned(), now: ids(&is, &was), no_more: ids(&was, &is) };
        (!coverage.now.is_empty() || !coverage.no_more.is_empty()).then_some(coverage)
    };
    moved.filter_map(one).collect()
}

/// The sources of a catalogue by id.
pub(super) fn sources(catalogue: &Catalogue) -> HashMap<&str, SourceIdx> {
    catalogue.source_idxs().map(|i| (catalogue[i].id.as_str(), i)).collect()
}

/// The policies that a source covers, in canonical order; none for no source.
pub(super) fn covered(catalogue: &Catalogue, source: Option<SourceIdx>) -> Box<dyn Iterator<Item = PolicyIdx> + '_> {
    let of = move |source: SourceIdx| {
        let covers = move |policy: &PolicyIdx| catalogue[source].covers(*policy, &catalogue[*policy]);
        catalogue.policy_idxs().filter(covers)
    };
    Box::new(source.map(of).into_iter().flatten())
}
