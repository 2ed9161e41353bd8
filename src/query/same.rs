//! Policies that may be one and the same: of one place, with the same title or the same document number.

use crate::catalogue::{Catalogue, PolicyIdx, fold};

/// Policies of one place with this title or this number, however they are spelled.
pub fn same_policies(
    catalogue: &Catalogue,
    of_place: impl IntoIterator<Item = PolicyIdx>,
    title: &str,
    number: &str,
) -> Vec<PolicyIdx> {
    let [title, number] = [title, number].map(|text| fold(text.trim()));
    let is_same = |policy: &PolicyIdx| {
        let policy = &catalogue[*policy];
        let has_number = policy.number.as_ref().is_some_and(|(own, _)| fold(own) == number);
        (!title.is_empty() && policy.title.each().any(|own| fold(own) == title)) || (!number.is_empty() && has_number)
    };
    of_place.into_iter().filter(is_same).collect()
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
        let found = |code: &str, title: &str, number: &str| -> Vec<String> {
            let of_place = index.policies_in(place(code)).iter().copied();
            let same = same_policies(&index.catalogue, of_place, title, number);
            same.into_iter().map(|policy| index.catalogue[policy].id.clone()).collect()
        };
        let numbered = index.catalogue.policies.iter().find_map(|one| Some((one, one.number.as_ref()?.0.as_str())));
        let (of_number, number) = numbered.unwrap();
        assert_eq!(found("131000", &format!(" {title} "), ""), ["131000-2023-1"]);
        assert_eq!(found(&index.catalogue[of_number.region].code, "", number), [of_number.id.as_str()]);
        assert_eq!(found("110000", &title, ""), Vec::<String>::new(), "of another place it is another");
        assert_eq!(found("131000", "", ""), Vec::<String>::new());
    }
}
