//! Tests of the catalogue of titles: each row of the table beside this file, and that nothing of it is coded.

use std::collections::HashSet;

use super::*;
use crate::words::Lang;

/// A row a policy: its collected values, each with the grade of its source.
const TABLE: &str = include_str!("titles.tsv");

fn titles() -> Catalogue {
    let loaded = load(Embedded::Titles.text().as_bytes());
    assert_eq!(loaded.problems, [], "the catalogue of titles has problems");
    loaded.catalogue.unwrap()
}

#[test]
fn each_row_of_the_table_is_a_policy_with_its_values_and_their_grades() {
    let catalogue = titles();
    let grade = |source: SourceIdx| format!("{:?}", catalogue[source].grade).to_lowercase();
    let rows: Vec<Vec<&str>> = TABLE.lines().skip(1).map(|line| line.split('\t').collect()).collect();
    assert_eq!((rows.len(), catalogue.policies.len()), (69, 69));
    for row in rows {
        let [
            code,
            id,
            stage,
            day,
            event,
            day_by,
            number,
            number_by,
            issuers,
            issuers_by,
            title_by,
            address,
            title,
            quote,
        ] = row[..]
        else {
            panic!("{row:?}")
        };
        let policy = &catalogue[catalogue.policy_by_id(id).unwrap_or_else(|| panic!("no {id}"))];
        assert_eq!(catalogue[policy.region].code, code, "{id}");
        assert_eq!(policy.title.get(Lang::Zh), title, "{id}");
        assert_eq!(format!("{:?}", policy.stage).to_lowercase(), stage, "{id}");
        let events = policy.events.iter().map(|e| (format!("{:?}", e.kind), e.on.to_string(), grade(e.source)));
        let told = (event.to_owned(), day.to_owned(), day_by.to_owned());
        assert!(
            events.clone().any(|event| event == told),
            "{id}: {told:?} is not among {:?}",
            events.collect::<Vec<_>>()
        );
        let found = policy.number.as_ref().map(|(number, source)| (number.as_str(), grade(*source)));
        assert_eq!(found.unwrap_or_default(), (number, number_by.to_owned()), "{id}");
        let names: Vec<&str> = policy.issuers.iter().map(|(name, _)| name.get(Lang::Zh)).collect();
        assert_eq!(names.join("、"), issuers, "{id}");
        assert!(policy.issuers.iter().all(|(_, source)| grade(*source) == issuers_by), "{id}");
        let of_it = |s: &&Statement| matches!(s.of, Of::Policy(of) if catalogue[of].id == id);
        let [evidence] = catalogue.statements.iter().filter(of_it).collect::<Vec<_>>()[..] else { panic!("{id}") };
        assert_eq!(evidence.quote.as_deref(), Some(quote), "{id}");
        let source = &catalogue[evidence.source];
        assert_eq!(
            (grade(evidence.source).as_str(), source.address.as_deref().unwrap_or("")),
            (title_by, address),
            "{id}"
        );
    }
}

#[test]
fn nothing_is_coded_and_silence_means_nothing() {
    let catalogue = titles();
    assert!(catalogue.sources.iter().all(|source| source.covers == Covers::Stated));
    assert!(catalogue.statements.iter().all(|s| s.kind == StatementKind::Fact && s.focuses.is_empty()));
    assert_eq!(catalogue.default_sources.len(), catalogue.sources.len(), "numbers and issuers are in sight");
    assert_eq!(catalogue.focuses.len(), 5);
}

#[test]
fn every_text_is_in_both_languages_and_no_copy_has_an_address() {
    let catalogue = titles();
    for policy in &catalogue.policies {
        let names = policy.issuers.iter().map(|(name, _)| name);
        for text in [&policy.title, &policy.short].into_iter().chain(names) {
            assert_eq!(text.each().count(), 2, "{}: {text:?}", policy.id);
        }
        assert!(policy.title_en_is_ours, "{}", policy.id);
    }
    for source in &catalogue.sources {
        assert_eq!(source.address.is_none(), source.grade == Grade::Reprint, "{}", source.id);
    }
    let addresses: Vec<&str> = catalogue.sources.iter().filter_map(|source| source.address.as_deref()).collect();
    assert_eq!(addresses.iter().collect::<HashSet<_>>().len(), addresses.len(), "a page is one source");
}

#[test]
fn no_id_stands_for_two_things_in_the_two_catalogues() {
    let ids = |catalogue: &Catalogue| -> HashSet<String> {
        let policies = catalogue.policies.iter().map(|policy| &policy.id);
        let sources = catalogue.sources.iter().map(|source| &source.id);
        let statements = catalogue.statements.iter().map(|statement| &statement.id);
        policies.chain(sources).chain(statements).chain([&catalogue.id]).cloned().collect()
    };
    let (titles, report) = (ids(&titles()), ids(&embedded()));
    assert_eq!(titles.intersection(&report).collect::<Vec<_>>(), Vec::<&String>::new());
}
