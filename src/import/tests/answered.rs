//! Answers to a table: places by any of their names, stages by titles, dates told twice.

use super::*;
use crate::catalogue::{Regions, Stage};

#[test]
fn a_place_is_answered_by_any_name_of_it_and_by_a_row_without_a_column_of_places() {
    let layer = layer();
    for (word, expected) in [
        ("芜湖", "2 New 340200 2024 Published 甲办法"),
        ("芜湖市", "2 New 340200 2024 Published 甲办法"),
        ("安徽省芜湖市", "2 New 340200 2024 Published 甲办法"),
        ("340200", "2 New 340200 2024 Published 甲办法"),
        ("Wuhu", "2 New 340200 2024 Published 甲办法"),
        ("湾沚区", "2 New 340200 2024 Published 甲办法 地区=湾沚区 | A2 Counted "),
        ("芜糊", "2 Faulty  2024 Published 甲办法 地区=本市 | A2! NoPlace 340200"),
    ] {
        let table = grid("地区|标题|发布日期\n本市|甲办法|2024");
        let mut mapping = TableMapping::default();
        let first = dry_of(&table, &mapping, &layer);
        mapping.set_value(first.problems().next().unwrap().1.rule(word));
        assert_eq!(told(&dry_of(&table, &mapping, &layer)), [expected], "{word}");
    }
    // The answer is about the place, and leaves the title of the row as it is.
    let table = grid("标题|发布日期\n甲办法|2024");
    let mut mapping = TableMapping::default();
    let first = dry_of(&table, &mapping, &layer);
    mapping.set_value(first.problems().next().unwrap().1.rule("芜湖市"));
    let kept = TableMapping::read(mapping.write().as_bytes()).unwrap();
    assert_eq!(told(&dry_of(&table, &kept, &layer)), ["2 New 340200 2024 Published 甲办法"]);
    // A table of my place speaks of it as 本市.
    let known = known(&layer).at(Regions::standard().by_code("340200"));
    let table = grid("地区|标题|发布日期\n本市|甲办法|2024");
    assert_eq!(
        told(&dry(&table, &TableMapping::default(), &known, false)),
        ["2 New 340200 2024 Published 甲办法 | A2 MyPlace "]
    );
}

#[test]
fn a_title_that_names_a_draft_says_the_stage_or_asks_for_it() {
    let layer = layer();
    let stage = |dry: &Dry| dry.rows[0].form.as_ref().unwrap().stage;
    let of = |text: &str, mapping: &TableMapping| dry_of(&grid(text), mapping, &layer);
    let default = TableMapping::default();
    let untold = of("地区|标题|发布日期\n温州|甲办法（征求意见稿）|2024", &default);
    assert_eq!(told(&untold), ["2 New 330300 2024 Published 甲办法（征求意见稿） | B2 DraftByTitle "]);
    assert_eq!(stage(&untold), Stage::Draft);
    let same = of("地区|标题|发布日期|阶段\n温州|甲办法（草案）|2024|征求意见稿", &default);
    assert_eq!(told(&same), ["2 New 330300 2024 Published 甲办法（草案）"]);
    let against = "地区|标题|发布日期|阶段\n温州|甲办法（征求意见稿）|2024|正式文本\n温州|乙办法|2024|正式文本";
    let asked = of(against, &default);
    assert_eq!(
        told(&asked),
        [
            "2 Faulty 330300 2024 Published 甲办法（征求意见稿） | B2! StageByTitle draft final",
            "3 New 330300 2024 Published 乙办法",
        ]
    );
    for (answer, expected) in [("draft", Stage::Draft), ("final", Stage::Final), ("征求意见稿", Stage::Draft)] {
        let mut mapping = TableMapping::default();
        mapping.set_value(asked.problems().next().unwrap().1.rule(answer));
        let answered = of(against, &mapping);
        assert_eq!((answered.count(Fate::New), stage(&answered)), (2, expected), "{answer}");
        // The other row of the same stage is not meant.
        assert_eq!(answered.rows[1].form.as_ref().unwrap().stage, Stage::Final);
    }
}

#[test]
fn the_same_date_once_more_is_nothing_new_of_a_policy_that_is_there() {
    let first = grid("地区|标题|发布日期\n温州|甲办法|2024-05\n温州|乙办法|2024-05-06");
    let layer = ran(&layer(), &first, &dry_of(&first, &TableMapping::default(), &layer()));
    for (row, expected) in [
        ("温州|甲办法|2024年5月", "2 Same"),
        ("温州|乙办法|2024年5月", "2 Same"),
        ("温州|乙办法|2024年5月6日", "2 Same"),
        ("温州|甲办法|2024年5月6日", "2 Changed"),
        ("温州|甲办法|2024年6月", "2 Changed"),
    ] {
        let again = grid(&format!("地区|标题|印发日期\n{row}"));
        let told = told(&dry_of(&again, &TableMapping::default(), &layer)).join("");
        assert!(told.starts_with(expected), "{row}: {told}");
    }
    // A new row keeps both, as the table tells them.
    let both = grid("地区|标题|发布日期|印发日期\n温州|丙办法|2024-05|2024-05");
    let told = told(&dry_of(&both, &TableMapping::default(), &layer)).join("");
    assert_eq!(told, "2 New 330300 2024-05 Published 丙办法 Issued=2024-05");
}

#[test]
fn a_stage_that_nobody_states_is_told_as_assumed_until_somebody_does() {
    let (layer, default) = (layer(), TableMapping::default());
    let table = grid("地区|标题|发布日期\n温州|甲办法|2024\n温州|乙办法（征求意见稿）|2024");
    let first = dry_of(&table, &default, &layer);
    assert_eq!((first.taken(), first.assumed()), (2, 1), "a title that names a draft states it");
    let text = ran(&layer, &table, &first);
    assert_eq!(text.matches("没有写明，按正式文本计").count(), 1, "{text}");
    let again = dry_of(&table, &default, &text);
    assert_eq!((again.taken(), again.assumed()), (0, 0));
    // The next table states it: the same stage is another state of it.
    let stated = grid("地区|标题|发布日期|阶段\n温州|甲办法|2024|正式文本");
    let dry = dry_of(&stated, &default, &text);
    assert_eq!(dry.count(Fate::Changed), 1);
    let text = ran(&text, &stated, &dry);
    assert!(!text.contains("阶段说明"), "{text}");
    assert_eq!(dry_of(&stated, &default, &text).taken(), 0);
    // One answer is that of the whole table, and is remembered.
    let mut answered = default;
    answered.stage = Some(Stage::Draft.id().to_owned());
    let kept = TableMapping::read(answered.write().as_bytes()).unwrap();
    let dry = dry_of(&table, &kept, &layer);
    assert_eq!(dry.assumed(), 0);
    assert!(dry.rows.iter().all(|row| row.form.as_ref().unwrap().stage == Stage::Draft));
}
