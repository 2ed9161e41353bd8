//! Policies that may be one and the same: of one place, with the same title or the same document number.

use super::Index;
use crate::catalogue::{PolicyIdx, RegionIdx, fold};

/// The policies of a place with this title or this number, however they are spelled.
pub fn same_policies(index: &Index, place: RegionIdx, title: &str, number: &str) -> Vec<PolicyIdx> {
    let [title, number] = [title, number].map(|text| fold(text.trim()));
    let is_same = |policy: &&PolicyIdx| {
        let policy = &index.catalogue[**policy];
        let has_number = policy.number.as_ref().is_some_and(|(own, _)| fold(own) == number);
        (!title.is_empty() && policy.title.each().any(|own| fold(own) == title)) || (!number.is_empty() && has_number)
    };
    index.policies_in(place).iter().filter(is_same).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::embedded;

    #[test]
    fn a_policy_is_known_again_by_title_or_number_of_its_place() {
        let index = embedded();
        let place = |code: &str| index.catalogue.regions.by_code(code).unwrap();
        let policy = &index.catalogue[index.catalogue.policy_by_id("131000-2023-1").unwrap()];
        let title = policy.title.zh.clone().unwrap();
        let found = |code: &str, title: &str| -> Vec<String> {
            let same = same_policies(&index, place(code), title, "");
            same.into_iter().map(|policy| index.catalogue[policy].id.clone()).collect()
        };
        assert_eq!(found("131000", &format!(" {title} ")), ["131000-2023-1"]);
        assert_eq!(found("110000", &title), Vec::<String>::new(), "of another place it is another");
        assert_eq!(found("131000", ""), Vec::<String>::new());
    }
}
