//! Policies that are there, and which of them a row is: by its id, its number, its title within its place, its link.

use std::collections::HashMap;

use super::heads::OwnHeads;
use crate::catalogue::{Catalogue, FileIdx, Policy, PolicyIdx, RegionIdx, fold};
use crate::edit::{DateForm, OpenLayer, PolicyForm};
use crate::intake::number;
use crate::words::Lang;

/// The policies of a stack, and the layer that a table comes into. It is made once for a text of the layer.
#[derive(Clone, Debug, PartialEq)]
pub struct KnownPolicies {
    /// All of them, those of the layer as its text has them, its drafts included.
    pub(super) all: Vec<KnownPolicy>,
    by_id: HashMap<String, usize>,
    by_number: HashMap<String, Vec<usize>>,
    by_title: HashMap<(String, String), Vec<usize>>,
    by_link: HashMap<String, Vec<usize>>,
    /// The drafts of the layer by all that they say.
    drafts: HashMap<PolicyForm, usize>,
    /// The ids of the focuses.
    pub(super) focuses: Vec<String>,
    /// The heads of our own tables.
    pub(super) heads: OwnHeads,
    /// The place that 本市 means in a table.
    pub(super) mine: Option<RegionIdx>,
}

/// A policy that is there.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct KnownPolicy {
    /// Its id.
    pub id: String,
    /// Its form.
    pub form: PolicyForm,
    /// Its titles in each language, as our own tables have them.
    pub titles: Vec<String>,
    /// Whether it is of the layer, so that it can be changed.
    pub is_own: bool,
}

/// The keys by which a row is known again.
#[derive(Clone, Debug, Default)]
pub(super) struct RowKeys {
    /// Id.
    pub id: Option<String>,
    /// Number, as written.
    pub number: String,
    /// Title.
    pub title: String,
    /// Code of the place.
    pub region: String,
    /// Address.
    pub link: String,
}

/// The policy that a row is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Matched {
    /// None of them.
    None,
    /// No policy has its id.
    NoSuchId,
    /// This one.
    Is(usize),
    /// Perhaps this one.
    Like(usize),
}

impl KnownPolicies {
    /// The policies of a stack with a layer, `own` by its file there and its text.
    pub fn of(catalogue: &Catalogue, own: FileIdx, text: &str) -> KnownPolicies {
        let focuses: Vec<String> = catalogue.focuses.iter().map(|focus| focus.id.clone()).collect();
        let others = catalogue.policy_idxs().filter(|i| catalogue[*i].file != own);
        let others = others.map(|i| KnownPolicy {
            id: catalogue[i].id.clone(),
            form: form_of(catalogue, i),
            titles: titles(catalogue, i),
            is_own: false,
        });
        let layer = OpenLayer::of(text);
        let own = layer.policies().into_iter().filter_map(|id| {
            let form = PolicyForm::read_from(&layer, &id, focuses.iter().cloned())?;
            let titles = catalogue.policy_by_id(&id).map(|i| titles(catalogue, i)).unwrap_or_default();
            Some(KnownPolicy { id, form, titles, is_own: true })
        });
        // Those of the layer stand first: of two that are alike the one that can be changed is meant.
        let all: Vec<KnownPolicy> = own.chain(others).collect();
        let mut known = KnownPolicies {
            all: Vec::new(),
            by_id: HashMap::new(),
            by_number: HashMap::new(),
            by_title: HashMap::new(),
            by_link: HashMap::new(),
            drafts: HashMap::new(),
            focuses: focuses.clone(),
            heads: OwnHeads::of(catalogue),
            mine: None,
        };
        for (n, KnownPolicy { id, form, .. }) in all.iter().enumerate() {
            if form.is_held {
                known.drafts.entry(form.said()).or_insert(n);
            }
            known.by_id.entry(id.clone()).or_insert(n);
            if !form.number.is_empty() {
                known.by_number.entry(number_key(&form.number)).or_default().push(n);
            }
            known.by_title.entry((form.region.clone(), title_key(&form.title))).or_default().push(n);
            if !form.link.is_empty() {
                known.by_link.entry(form.link.clone()).or_default().push(n);
            }
        }
        KnownPolicies { all, ..known }
    }

    /// The same for tables of this place.
    #[must_use]
    pub fn at(self, mine: Option<RegionIdx>) -> KnownPolicies {
        KnownPolicies { mine, ..self }
    }

    /// The draft of the layer that says the same as a form, to the letter.
    pub(super) fn draft_like(&self, form: &PolicyForm) -> Option<&KnownPolicy> {
        self.drafts.get(&form.said()).and_then(|n| self.all.get(*n))
    }

    /// The policy that a row is.
    pub(super) fn find(&self, row: &RowKeys) -> Matched {
        if let Some(id) = &row.id {
            return self.by_id.get(id).map_or(Matched::NoSuchId, |n| Matched::Is(*n));
        }
        let of = |n: &usize| self.all.get(*n);
        let is_here = |n: &&usize| of(n).is_some_and(|known| known.form.region == row.region || row.region.is_empty());
        let is = |n: usize| if of(&n).is_some_and(|known| known.is_own) { Matched::Is(n) } else { Matched::Like(n) };
        let numbered = Some(number_key(&row.number)).filter(|key| !key.is_empty());
        let numbered = numbered.as_ref().and_then(|key| self.by_number.get(key)).map_or(&[][..], Vec::as_slice);
        if let Some(n) = numbered.iter().find(is_here) {
            return is(*n);
        }
        let title = title_key(&row.title);
        let titled = |region: &str| {
            let key = (region.to_owned(), title.clone());
            self.by_title.get(&key).filter(|_| !title.is_empty()).and_then(|found| found.first()).copied()
        };
        // A draft may lack its place.
        if let Some(n) = titled(&row.region).or_else(|| titled("")) {
            let other_number = of(&n).is_some_and(|known| {
                let own = number_key(&known.form.number);
                !own.is_empty() && !row.number.is_empty() && own != number_key(&row.number)
            });
            return if other_number { Matched::Like(n) } else { is(n) };
        }
        let linked = Some(&row.link).filter(|link| !link.is_empty()).and_then(|link| self.by_link.get(link));
        match numbered.first().or_else(|| linked.and_then(|linked| linked.first())) {
            Some(n) => Matched::Like(*n),
            None => Matched::None,
        }
    }
}

/// A document number as it is compared.
pub(super) fn number_key(text: &str) -> String {
    let found = number(text).and_then(|found| found.value);
    fold(found.as_deref().unwrap_or(text).trim()).replace(' ', "")
}

/// A title as it is compared.
pub(super) fn title_key(text: &str) -> String {
    fold(text.trim()).replace(' ', "")
}

fn titles(catalogue: &Catalogue, at: PolicyIdx) -> Vec<String> {
    catalogue[at].title.each().map(str::to_owned).collect()
}

/// The form of a policy of a catalogue, which is only read: its issuers by their names in each language.
pub fn form_of(catalogue: &Catalogue, at: PolicyIdx) -> PolicyForm {
    let Policy { region, title, stage, period, number, issuers, events, remarks, .. } = &catalogue[at];
    let mut form = PolicyForm::new(&catalogue[*region].code, []);
    title.get(Lang::Zh).clone_into(&mut form.title);
    form.stage = *stage;
    if let Some(period) = period {
        (form.from, form.to) = (period.from.to_string(), period.to.to_string());
    }
    form.number = number.as_ref().map(|(number, _)| number.clone()).unwrap_or_default();
    let mut names = issuers.iter().flat_map(|(name, _)| name.each()).map(str::to_owned);
    form.issuer = names.next().unwrap_or_default();
    form.issuers = names.collect();
    if let Some(event) = catalogue[at].dated_by() {
        (form.dated, form.date) = (event.kind, event.on.to_string());
    }
    for event in events {
        if form.date_of(event.kind).is_empty() {
            form.dates.push(DateForm::new(event.kind, &event.on.to_string()));
        }
    }
    form.remarks = remarks.iter().map(|remark| (remark.name.clone(), remark.value.clone())).collect();
    form
}
