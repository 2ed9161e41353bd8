//! `show --format json`: the same facts for programs. Facts outside the lens are marked as such.

use serde_json::{Value, json};

use super::shown::Shown;
use super::statement;
use crate::catalogue::{AssignedBy, Basis, PolicyIdx, RegionIdx, SourceIdx, StatementIdx};
use crate::query::Row;
use crate::words::Lang;

/// A policy or place with all its data.
pub fn json(shown: &Shown<'_>, row: Row, lang: Lang) -> Value {
    let catalogue = &*shown.index.catalogue;
    let mut whole = match row {
        Row::Policy(policy) => policy_json(shown, policy, lang),
        Row::Region(region) => region_json(shown, region, lang),
    };
    let statements = |list: &[StatementIdx]| -> Value {
        list.iter().map(|i| statement::json(catalogue, *i, lang)).collect::<Vec<_>>().into()
    };
    if let Some(object) = whole.as_object_mut() {
        let own = match row {
            Row::Policy(_) => "statements_of_policy",
            Row::Region(_) => "statements_of_policies",
        };
        object.insert("lens".into(), statement::lens_json(catalogue, &shown.lens, &shown.query, lang));
        object.insert("focuses".into(), focuses(shown, lang));
        object.insert(own.into(), statements(&shown.groups.own));
        object.insert("statements_of_place".into(), statements(&shown.groups.place));
        object.insert("statements_on_other_versions".into(), statements(&shown.groups.other_versions));
    }
    whole
}

fn focuses(shown: &Shown<'_>, lang: Lang) -> Value {
    let cells = shown.cells.iter().zip(&shown.assigned_by);
    let list: Vec<Value> = (shown.index.catalogue.focuses.iter().zip(cells))
        .map(|(focus, (cell, by))| {
            json!({
                "id": focus.id, "name": focus.name.get(lang), "strength": cell.strength.id(),
                "basis": cell.basis.map(Basis::id), "open": cell.open,
                "assigned_by": by.map(AssignedBy::id),
            })
        })
        .collect();
    list.into()
}

fn policy_json(shown: &Shown<'_>, i: PolicyIdx, lang: Lang) -> Value {
    let catalogue = &*shown.index.catalogue;
    let policy = &catalogue[i];
    let region = &catalogue[policy.region];
    let source = |i: SourceIdx| catalogue[i].id.as_str();
    let sees = |i: SourceIdx| shown.lens.sees(i);
    let number = policy
        .number
        .as_ref()
        .map(|(number, by)| json!({ "value": number, "source": source(*by), "in_lens": sees(*by) }));
    let issuers: Vec<Value> = policy
        .issuers
        .iter()
        .map(|(name, by)| json!({ "value": name.get(lang), "source": source(*by), "in_lens": sees(*by) }))
        .collect();
    let period = policy.period.as_ref().map(|p| {
        json!({
            "from": p.from.to_string(), "to": p.to.to_string(), "source": source(p.source), "at": p.at,
            "in_lens": sees(p.source),
        })
    });
    let events: Vec<Value> = policy
        .events
        .iter()
        .map(|e| {
            json!({
                "kind": e.kind.id(), "on": e.on.to_string(), "version": e.version.id(), "source": source(e.source),
                "at": e.at, "in_lens": sees(e.source),
            })
        })
        .collect();
    let versions: Vec<Value> = policy
        .versions
        .iter()
        .map(|v| {
            json!({
                "stage": v.stage.id(), "title": v.title.as_ref().map(|title| title.get(lang)),
                "date": v.date.map(|(kind, on)| json!({ "kind": kind.id(), "on": on.to_string() })),
                "note": v.note.as_ref().map(|note| note.get(lang)), "source": source(v.source), "at": v.at,
                "in_lens": sees(v.source),
            })
        })
        .collect();
    let mut value = json!({
        "id": policy.id, "region": region.code, "region_name": region.name.get(lang), "tier": region.tier().id(),
        "month": policy.month.map(|month| month.to_string()), "month_by": policy.dated_by().map(|event| event.kind.id()), "stage": policy.stage.id(),
        "title": policy.title.zh, "title_en": policy.title.en,
        "title_en_by": if policy.title_en_is_ours { "us" } else { "source" },
        "short": policy.short.get(lang), "number": number, "issuers": issuers, "period": period, "events": events,
        "versions": versions,
    });
    let twins: Vec<&str> = catalogue.twins_of(i).map(|twin| twin.id.as_str()).collect();
    if let Some(object) = value.as_object_mut().filter(|_| !twins.is_empty()) {
        object.insert("also".into(), twins.into());
    }
    value
}

fn region_json(shown: &Shown<'_>, i: RegionIdx, lang: Lang) -> Value {
    let catalogue = &*shown.index.catalogue;
    let region = &catalogue[i];
    let policies: Vec<&str> = shown.index.policies_in(i).iter().map(|p| catalogue[*p].id.as_str()).collect();
    json!({
        "region": region.code, "region_name": region.name.get(lang), "tier": region.tier().id(), "policies": policies,
    })
}
