//! A part of a catalogue as a catalogue of its own: some policies and places with all statements about them.
//!
//! Each record says the same as in the whole: statements keep all the places they name, and a claim
//! whose check would find less is left out. A part is no release of the whole, so it has an id of its own, made from
//! the choice; a part that leaves nothing out is the whole.

use std::collections::HashSet;

use super::{
    Catalogue, CatalogueHead, Check, Claim, CoderReading, Contents, Covers, FileIdx, Of, PolicyIdx, PolicyText,
    RegionIdx, RejectedSuggestion, SameAnswer, Source, StackFile, Statement, StatementIdx, TextIdx, TextMark, Twin,
    sha256,
};
use crate::words::{CliText, Lang, ReleaseText as T, Text};

/// The records of a catalogue to keep.
#[derive(Clone, Debug)]
pub struct Choice<'a> {
    /// Policies, in canonical order, each once.
    pub policies: &'a [PolicyIdx],
    /// Places, beside those of the policies.
    pub places: &'a [RegionIdx],
    /// The query that chose them, as one line; empty for everything.
    pub query: &'a str,
}

impl Catalogue {
    /// The part of a choice; none where it would leave nothing out.
    ///
    /// Kept are the policies, the statements on them, on their places and on the chosen places, and those on no certain
    /// policy or place; all sources, focuses, milestones and added places. The coverage of a source shrinks with the
    /// policies. Cells of the policies are those of the whole under every lens.
    pub fn part(&self, choice: &Choice<'_>) -> Option<Catalogue> {
        let kept = Kept::of(self, choice);
        if kept.is_whole(self) {
            return None;
        }
        let claims: Vec<Claim> = self.claims.iter().filter_map(|claim| kept.claim(self, claim)).collect();
        let policies: Vec<_> = choice.policies.iter().map(|i| self[*i].clone()).collect();
        Some(Catalogue::of(Contents {
            head: CatalogueHead {
                id: kept.id(self, choice),
                title: each(&self.title, |lang, title| T::PartTitle.fill(lang, &[("title", &title)])),
                scope: kept.scope(self, choice, &claims),
                ..self.head.clone()
            },
            sources: self.sources.iter().map(|source| kept.source(source)).collect(),
            statements: kept.statements.iter().map(|i| kept.statement(&self[*i])).collect(),
            policies,
            texts: kept.texts.iter().filter_map(|i| kept.text(&self[*i])).collect(),
            readings: self.readings.iter().filter_map(|reading| kept.reading(reading)).collect(),
            rejected: self.rejected.iter().filter_map(|one| kept.rejected(one)).collect(),
            twins: kept.twins(self),
            same: kept.same(self),
            claims,
            files: self.files_of_part(),
            drafts: Vec::new(),
            focuses: self.focuses.clone(),
            regions: self.regions.clone(),
            milestones: self.milestones.clone(),
            sha256: String::new(),
        }))
    }
}

impl Catalogue {
    /// Its files with the hashes that they have as wholes.
    fn files_of_part(&self) -> Vec<StackFile> {
        for (_, at) in self.files.iter().zip(0..) {
            self.content_of(FileIdx(at));
        }
        self.files.clone()
    }
}

struct Kept {
    /// The index in the part of each policy of the whole.
    policies: Vec<Option<PolicyIdx>>,
    many: usize,
    /// Texts of the part, in file order.
    texts: Vec<TextIdx>,
    /// Statements of the part, in file order.
    statements: Vec<StatementIdx>,
    /// Codes of the chosen places without a policy in the part.
    bare: Vec<String>,
}

impl Kept {
    fn of(whole: &Catalogue, choice: &Choice<'_>) -> Kept {
        let mut policies = vec![None; whole.policies.len()];
        for (i, n) in choice.policies.iter().zip(0u32..) {
            if let Some(place) = policies.get_mut(i.0 as usize) {
                *place = Some(PolicyIdx(n));
            }
        }
        let of_policies: HashSet<RegionIdx> = choice.policies.iter().map(|i| whole[*i].region).collect();
        let mut places = of_policies.clone();
        places.extend(choice.places);
        let said = |s: &Statement| match &s.of {
            Of::Policy(policy) => policies.get(policy.0 as usize).copied().flatten().is_some(),
            Of::Regions(list) => list.iter().any(|place| places.contains(place)),
            Of::Nation(_) | Of::Unnamed | Of::All => true,
        };
        let statements = whole.statement_idxs().filter(|i| said(&whole[*i])).collect();
        let bare = places.difference(&of_policies).map(|place| whole[*place].code.clone());
        let mut bare: Vec<String> = bare.collect();
        bare.sort_unstable();
        let is_kept = |policy: PolicyIdx| policies.get(policy.0 as usize).copied().flatten().is_some();
        let texts = whole.texts.iter().zip(0u32..).filter(|(text, _)| is_kept(text.of)).map(|(_, i)| TextIdx(i));
        let texts = texts.collect();
        Kept { policies, many: choice.policies.len(), texts, statements, bare }
    }

    fn is_whole(&self, whole: &Catalogue) -> bool {
        self.many == whole.policies.len() && self.statements.len() == whole.statements.len()
    }

    /// The id of the part: the same for the same choice in every release of the whole, and for no other choice.
    fn id(&self, whole: &Catalogue, choice: &Choice<'_>) -> String {
        let mut ids: Vec<&str> = choice.policies.iter().map(|i| whole[*i].id.as_str()).collect();
        ids.sort_unstable();
        let chosen = format!("{}\n\n{}", ids.join("\n"), self.bare.join("\n"));
        let hash = sha256(chosen.as_bytes());
        format!("{}-part-{}", whole.id, hash.get(..12).unwrap_or_default())
    }

    fn policy(&self, i: PolicyIdx) -> Option<PolicyIdx> {
        self.policies.get(i.0 as usize).copied().flatten()
    }

    /// The twins of its policies.
    fn twins(&self, whole: &Catalogue) -> Vec<Twin> {
        let of = |twin: &Twin| Some(Twin { of: self.policy(twin.of)?, policy: twin.policy.clone() });
        whole.twins.iter().filter_map(of).collect()
    }

    /// The answers about its policies alone.
    fn same(&self, whole: &Catalogue) -> Vec<SameAnswer> {
        let is_kept = |id: &String| whole.policy_by_id(id).and_then(|policy| self.policy(policy)).is_some();
        whole.same.iter().filter(|answer| answer.policies.iter().all(is_kept)).cloned().collect()
    }

    fn source(&self, source: &Source) -> Source {
        let covers = match &source.covers {
            Covers::Policies(list) => Covers::Policies(list.iter().filter_map(|i| self.policy(*i)).collect()),
            other => other.clone(),
        };
        Source { covers, ..source.clone() }
    }

    fn text(&self, text: &PolicyText) -> Option<PolicyText> {
        Some(PolicyText { of: self.policy(text.of)?, ..text.clone() })
    }

    fn text_idx(&self, text: TextIdx) -> Option<TextIdx> {
        self.texts.binary_search(&text).ok().map(|n| TextIdx(n as u32))
    }

    fn reading(&self, reading: &CoderReading) -> Option<CoderReading> {
        Some(CoderReading { of: self.policy(reading.of)?, text: self.text_idx(reading.text)?, ..reading.clone() })
    }

    fn rejected(&self, one: &RejectedSuggestion) -> Option<RejectedSuggestion> {
        Some(RejectedSuggestion { text: self.text_idx(one.text)?, ..one.clone() })
    }

    fn statement(&self, statement: &Statement) -> Statement {
        let of = match &statement.of {
            Of::Policy(policy) => self.policy(*policy).map_or(Of::Unnamed, Of::Policy),
            other => other.clone(),
        };
        let mark = |mark: &TextMark| Some(TextMark { text: self.text_idx(mark.text)?, ..mark.clone() });
        Statement { of, mark: statement.mark.as_deref().and_then(mark).map(Box::new), ..statement.clone() }
    }

    /// The claim, where its check gives the same as in the whole.
    fn claim(&self, whole: &Catalogue, claim: &Claim) -> Option<Claim> {
        let check = match &claim.check {
            check @ (Check::Growth { .. } | Check::Share { .. } | Check::Unchecked { .. }) => check.clone(),
            // Asked of every policy, and of everything that is said of any place.
            check @ Check::InPeriod { .. } => (self.many == whole.policies.len()).then(|| check.clone())?,
            check @ (Check::AllFocuses | Check::Similarity) => self.is_whole(whole).then(|| check.clone())?,
            Check::Named { statements, stated } => {
                let at = |i: &StatementIdx| self.statements.binary_search(i).ok();
                let found: Option<Vec<usize>> = statements.iter().map(at).collect();
                let statements = found?.into_iter().map(|n| StatementIdx(n as u32)).collect();
                Check::Named { statements, stated: *stated }
            }
        };
        Some(Claim { check, ..claim.clone() })
    }

    fn scope(&self, whole: &Catalogue, choice: &Choice<'_>, claims: &[Claim]) -> Text {
        let stays: HashSet<&str> = claims.iter().map(|claim| claim.id.as_str()).collect();
        let gone: Vec<&str> =
            whole.claims.iter().map(|claim| claim.id.as_str()).filter(|id| !stays.contains(id)).collect();
        let told = |lang: Lang, scope: &str| {
            let scope = if scope.is_empty() { String::new() } else { T::AfterScope.fill(lang, &[("scope", &scope)]) };
            let query = if choice.query.is_empty() { CliText::AboutEverything.get(lang) } else { choice.query };
            let text = T::PartOf.fill(
                lang,
                &[
                    ("scope", &scope),
                    ("id", &whole.id),
                    ("release", &whole.release),
                    ("query", &query),
                    ("k", &self.many),
                    ("n", &whole.policies.len()),
                    ("places", &self.bare.len()),
                    ("s", &self.statements.len()),
                    ("all", &whole.statements.len()),
                ],
            );
            let ids = gone.join(lang.comma());
            let claims = if gone.is_empty() { String::new() } else { T::PartClaims.fill(lang, &[("ids", &ids)]) };
            text + &claims
        };
        if whole.scope.each().next().is_some() {
            each(&whole.scope, told)
        } else {
            Text { zh: Some(told(Lang::Zh, "")), en: Some(told(Lang::En, "")) }
        }
    }
}

/// A text made anew in each of its languages.
fn each(text: &Text, make: impl Fn(Lang, &str) -> String) -> Text {
    let of = |lang, text: &Option<String>| text.as_deref().map(|text| make(lang, text));
    Text { zh: of(Lang::Zh, &text.zh), en: of(Lang::En, &text.en) }
}
