//! Tests of the query line: typed lines, their canonical form, and the faults of bad lines.

use proptest::prelude::*;

use super::*;
use crate::words::{Lang, UiText as T};

#[track_caller]
fn check(typed: &str, canonical: &str) {
    let index = embedded();
    let query = parse(typed, &index.catalogue).map_err(|fault| fault.message(Lang::En)).unwrap();
    assert_eq!(write(&query), canonical, "{typed}");
    assert_eq!(parse(canonical, &index.catalogue).unwrap(), query, "{canonical} reads to the same query");
}

#[test]
fn every_key_is_read_in_english_and_chinese_and_written_in_english() {
    check("", "");
    check("  \u{3000} ", "");
    check("region:浙江", "region:330000");
    check("地区:杭州,北京", "region:110000,330100");
    check("REGION:Beijing", "region:110000");
    check("region:=浙江,330100", "region:=330000,330100");
    check("tier:city,province", "tier:province,city");
    check("层级:省级,地级", "tier:province,city");
    check("month:2023-05", "month:2023-05");
    check("月份:2023", "month:2023");
    check("focus:compute", "focus:compute");
    check("方向:算法", "focus:algorithm");
    check("方向：企业，算力", "focus:compute,enterprise");
    check("strength:substantive", "strength:substantive");
    check("力度:核心", "strength:core");
    check("keyword:全技术栈国产化", "keyword:全技术栈国产化");
    check("关键词:河套,前海", "keyword:河套,前海");
    check("stage:final,draft", "stage:draft,final");
    check("阶段:征求意见稿", "stage:draft");
    check("issuer:深圳市委", "issuer:深圳市委");
    check("发文机关:甲,乙", "issuer:甲,乙");
    check("id:330100-2023-1,110000-2023-2", "id:110000-2023-2,330100-2023-1");
    check("编号:110000-2023-2", "id:110000-2023-2");
    check("source:report", "source:report");
    check("来源:媒体,官方", "source:official,press");
    check("source:nbd,report", "source:report,nbd");
    check("source:any", "source:any");
    check("basis:policy", "basis:policy");
    check("依据:只说到该地", "basis:region");
    check("version:any", "version:any");
    check("版本:本版", "version:own");
}

#[test]
fn places_are_known_in_the_order_in_which_a_line_asks_for_them() {
    let catalogue = &embedded().catalogue;
    for (line, expected) in [
        ("region:深圳,杭州,合肥", &["440300", "330100", "340100"][..]),
        ("算力 地区：深圳，=北京 month:2023-05 -region:上海 region:江苏", &["440300", "110000", "320000"]),
        ("(text \"region:北京\"", &[]),
        ("focus:data", &[]),
        ("", &[]),
        ("region:深圳 focus:nothing region:北京", &["440300"]),
    ] {
        let places = places_asked(line, catalogue);
        let codes: Vec<&str> = places.into_iter().map(|place| catalogue[place].code.as_str()).collect();
        assert_eq!(codes, expected, "{line}");
    }
}

#[test]
fn full_width_signs_read_as_their_ascii_forms_outside_quotation_marks() {
    check("地区：浙江，四川\u{3000}方向：算力", "region:330000,510000 focus:compute");
    check("focus：all（compute，data）", "focus:all(compute,data)");
    check("region：＝浙江", "region:=330000");
    check("－region：浙江", "-region:330000");
    check("–算力", "-算力");
    check("—算力", "-算力");
    check("month：2023—05", "month:2023-05");
    check("“两个 词”", "\"两个 词\"");
    check("\"a，b\"", "\"a，b\"");
    check("\"全　角\"", "\"全　角\"");
}

#[test]
fn quotation_marks_hide_every_sign_and_are_written_only_where_they_are_needed() {
    check("\"算力券\"", "算力券");
    check("\"two words\"", "\"two words\"");
    check(r#""a\"b\\c""#, r#""a\"b\\c""#);
    check(r#""a\b""#, r#""a\\b""#);
    check("\"focus:compute\"", "\"focus:compute\"");
    check("\"-算力\"", "\"-算力\"");
    check("-\"-算力\"", "-\"-算力\"");
    check("算\"力 券\"", "\"算力 券\"");
    check("keyword:\"a,b\",c", "keyword:\"a,b\",c");
    check("keyword:\"a b\"", "keyword:\"a b\"");
    check("keyword:1+N+X", "keyword:1+N+X");
    check("keyword:\"(甲)\"", "keyword:\"(甲)\"");
    check("京政发〔2023〕14号", "京政发〔2023〕14号");
    check("a-b", "a-b");
    check("-", "\"-\"");
}

#[test]
fn months_are_closed_ranges_or_open_at_one_end_and_a_year_counts_as_its_months() {
    check("month:2023-02..2023-06", "month:2023-02..2023-06");
    check("month:2023-06..", "month:2023-06..");
    check("month:..2023-06", "month:..2023-06");
    check("month:2022..2023", "month:2022-01..2023-12");
    check("month:2023-01..2023-12", "month:2023");
    check("month:2023..", "month:2023-01..");
    check("month:..2023", "month:..2023-12");
    check("month:2023-05..2023-05", "month:2023-05");
    check("month:2023-08,2023-02", "month:2023-02,2023-08");
}

#[test]
fn focuses_are_any_all_or_only() {
    check("focus:data,compute,data", "focus:compute,data");
    check("focus:all(data,compute)", "focus:all(compute,data)");
    check("focus:only(data)", "focus:only(data)");
    check("focus:ALL(算力)", "focus:all(compute)");
    check("方向:全部(算力,数据)", "focus:all(compute,data)");
    check("方向:恰为（算力）", "focus:only(compute)");
    check("-focus:only(data)", "-focus:only(data)");
}

#[test]
fn terms_are_written_in_the_order_of_the_table_with_texts_last_as_typed() {
    check(
        "乙 version:any focus:data 甲 -tier:city region:浙江 source:any",
        "region:330000 -tier:city focus:data source:any version:any 乙 甲",
    );
    check("focus:data focus:compute -focus:algorithm", "focus:data focus:compute -focus:algorithm");
    check("-region:浙江,四川", "-region:330000,510000");
    check("--算力", "-\"-算力\"");
}

#[test]
fn the_colon_and_the_dash_of_a_title_are_text() {
    check("上海：条例", "\"上海:条例\"");
    check("-上海：条例", "-\"上海:条例\"");
    check("Shanghai: Regulations", "\"Shanghai:\" Regulations");
    check("——以上海为例", "\"--以上海为例\"");
    check("算力 ——以上海为例", "算力 \"--以上海为例\"");
}

#[track_caller]
fn check_named(typed: &str, zh: &str, en: &str) {
    let index = embedded();
    let query = parse(typed, &index.catalogue).map_err(|fault| fault.message(Lang::En)).unwrap();
    assert_eq!(write_named(&query, &index.catalogue, Lang::Zh), zh, "{typed}");
    assert_eq!(write_named(&query, &index.catalogue, Lang::En), en, "{typed}");
}

#[test]
fn a_line_for_people_has_the_keys_and_names_of_their_language() {
    check_named("region:110000,330100", "地区：北京市，杭州市", "region:Beijing,Hangzhou");
    check_named("region:=330000", "地区：=浙江省", "region:=Zhejiang");
    check_named("region:220000,220200", "地区：吉林省，吉林市", "region:Jilin,\"Jilin City\"");
    check_named("focus:all(compute,data)", "方向：全部(算力，数据)", "focus:all(Compute,Data)");
    check_named("tier:city stage:draft", "层级：地级 阶段：征求意见稿", "tier:city stage:draft");
    check_named("month:2023-05..", "月份：2023-05..", "month:2023-05..");
    check_named("strength:core source:press,nbd", "力度：核心 来源：媒体，nbd", "strength:core source:press,nbd");
    check_named(
        "source:any basis:policy version:own",
        "来源：任一 依据：点名政策 版本：本版",
        "source:any basis:policy version:own",
    );
    check_named("-keyword:\"a b\" 数据", "-关键词：\"a b\" 数据", "-keyword:\"a b\" 数据");
}

#[track_caller]
fn check_spoken(text: &str, expected: Option<&str>) {
    let range = MonthRange::spoken(text);
    let line = range.map(|range| write(&Query::of(vec![Term { not: false, test: Test::Month(vec![range]) }])));
    assert_eq!(line.as_deref(), expected, "{text}");
}

#[test]
fn a_month_is_known_as_people_write_it() {
    check_spoken("2023年5月", Some("month:2023-05"));
    check_spoken(" 2023年05月 ", Some("month:2023-05"));
    check_spoken("2023年", Some("month:2023"));
    check_spoken("2023-05", Some("month:2023-05"));
    check_spoken("2023.5", Some("month:2023-05"));
    check_spoken("2023/12", Some("month:2023-12"));
    check_spoken("2023－05", Some("month:2023-05"));
    check_spoken("2023", None);
    check_spoken("2023年13月", None);
    check_spoken("2023年5月30日", None);
    check_spoken("算力", None);
}

#[track_caller]
fn check_entered(now: &str, typed: &str, expected: &str) {
    let index = embedded();
    let [now, typed] = [now, typed].map(|line| parse(line, &index.catalogue).unwrap());
    assert_eq!(write(&now.entered(&typed)), expected);
    assert_eq!(write(&now.with_words(&typed)), write(&now.without(TermKey::Text).entered(&typed.words())));
}

#[test]
fn what_is_entered_takes_the_place_of_the_words_and_of_conditions_of_its_keys() {
    check_entered("region:110000 算力", "数据", "region:110000 数据");
    check_entered("region:110000 算力", "", "region:110000");
    check_entered("region:110000 算力", "region:杭州 focus:data", "region:330100 focus:data");
    check_entered("-region:110000", "region:杭州", "-region:110000 region:330100");
    check_entered("-region:110000", "-region:北京", "-region:110000");
    check_entered("focus:data", "focus:compute focus:algorithm", "focus:compute focus:algorithm");
    check_entered("source:any", "source:report", "source:report");
}

#[track_caller]
fn check_fault(typed: &str, expected: &str) {
    let index = embedded();
    let fault = parse(typed, &index.catalogue).expect_err(typed);
    assert_eq!(fault.message(Lang::Zh), expected, "{typed}");
}

#[test]
fn a_bad_line_says_where_and_what() {
    check_fault("focus:comptue", "第 7 列：未知方向“comptue”，是否指 compute？");
    check_fault("方向：算力，comptue", "第 7 列：未知方向“comptue”，是否指 compute？");
    check_fault("算力 focus:all(compute,dta)", "第 22 列：未知方向“dta”，是否指 data？");
    check_fault("foucs:compute", "第 1 列：未知条件“foucs:”，是否指 focus:？（要查这段文字本身，请加引号）");
    check_fault("方巷：算力", "第 1 列：未知条件“方巷:”，是否指 方向:？（要查这段文字本身，请加引号）");
    check_fault("月:2023", "第 1 列：未知条件“月:”，是否指 月份:？（要查这段文字本身，请加引号）");
    check_fault("foucs: compute", "第 1 列：未知条件“foucs:”，是否指 focus:？（要查这段文字本身，请加引号）");
    check_fault("上海:条例", "第 1 列：未知条件“上海:”（要查这段文字本身，请加引号）");
    check_fault("算力 -比例:5", "第 5 列：未知条件“比例:”（要查这段文字本身，请加引号）");
    check_fault("http://a", "第 1 列：未知条件“http:”（要查这段文字本身，请加引号）");
    check_fault("region:", "第 8 列：缺少取值");
    check_fault("region:浙江,", "第 11 列：缺少取值");
    check_fault("region:Hangzho", "第 8 列：未知地区“Hangzho”，是否指 Hangzhou？");
    check_fault("region:=Hangzho", "第 9 列：未知地区“Hangzho”，是否指 Hangzhou？");
    check_fault("region:Taizhou", "第 8 列：“Taizhou”指多个地区，请写代码：321200、331000");
    check_fault("tier:county", "第 6 列：未知层级“county”");
    check_fault("month:2023-13", "第 7 列：月份“2023-13”不成立；写法如 2023-05、2023、2023-02..2023-06");
    check_fault(
        "month:2023-06..2023-02",
        "第 7 列：月份“2023-06..2023-02”不成立；写法如 2023-05、2023、2023-02..2023-06",
    );
    check_fault("month:..", "第 7 列：月份“..”不成立；写法如 2023-05、2023、2023-02..2023-06");
    check_fault("month:2023-02-01", "第 7 列：月份“2023-02-01”不成立；写法如 2023-05、2023、2023-02..2023-06");
    check_fault("stage:finl", "第 7 列：未知阶段“finl”，是否指 final？");
    check_fault("strength:absent", "第 10 列：未知力度“absent”");
    check_fault("source:raport", "第 8 列：未知来源“raport”，是否指 report？");
    check_fault("source:any source:report", "第 12 列：source: 只能写一次");
    check_fault("strength:core strength:core", "第 15 列：strength: 只能写一次");
    check_fault("-basis:policy", "第 1 列：basis: 不能取反");
    check_fault("算力 -来源:报告", "第 4 列：source: 不能取反");
    check_fault("basis:policy,region", "第 14 列：basis: 只能有一个取值");
    check_fault("算力 \"没有完", "第 4 列：引号没有配对");
    check_fault("\"\"", "第 1 列：缺少取值");
    check_fault("focus:all(compute", "第 18 列：括号没有配对");
    check_fault("focus:compute)", "第 14 列：括号没有配对");
    check_fault("version:new", "第 9 列：未知版本“new”，是否指 own, any？");
}

#[test]
fn a_bad_line_is_told_in_english_too() {
    let index = embedded();
    let message = parse("focus:comptue", &index.catalogue).unwrap_err().message(Lang::En);
    assert_eq!(message, "column 7: unknown focus \"comptue\", did you mean compute?");
}

fn value() -> impl Strategy<Value = String> {
    // Signs of the line itself, full-width ones, blanks and words that look like keys.
    let piece = prop::sample::select(vec![
        "a", "算力", "\"", "\\", ",", "，", " ", "\u{3000}", ":", "：", "(", ")", "（", "）", "-", "—", "=", "＝", "“",
        "”", "..", "all", "any", "focus:", "\t", "é", "\u{A0}", "2023",
    ]);
    prop::collection::vec(piece, 1..6).prop_map(|pieces| pieces.concat())
}

fn month() -> impl Strategy<Value = Month> {
    (1000..=9999i32, 1..=12i32).prop_filter_map("exists", |(year, month)| Month::new(year, month))
}

fn range() -> impl Strategy<Value = MonthRange> {
    prop_oneof![
        month().prop_map(|m| MonthRange { from: Some(m), to: Some(m) }),
        month().prop_map(|m| MonthRange { from: Some(m), to: None }),
        month().prop_map(|m| MonthRange { from: None, to: Some(m) }),
        (month(), month()).prop_map(|(a, b)| MonthRange { from: Some(a.min(b)), to: Some(a.max(b)) }),
        (1000..=9999i32).prop_map(|y| MonthRange { from: Month::new(y, 1), to: Month::new(y, 12) }),
    ]
}

fn sorted<V: Ord>(mut list: Vec<V>) -> Vec<V> {
    list.sort();
    list.dedup();
    list
}

fn distinct(list: Vec<String>) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for one in list {
        if !out.contains(&one) {
            out.push(one);
        }
    }
    out
}

fn test() -> impl Strategy<Value = Test> {
    let code = prop::sample::select(vec!["110000", "330000", "330100", "510100"]);
    let focus = prop::sample::subsequence(vec!["compute", "algorithm", "data", "application", "enterprise"], 1..=5);
    let mode = prop::sample::select(vec![FocusMode::Any, FocusMode::All, FocusMode::Only]);
    let source = prop_oneof![
        Just(SourcePick::Any),
        prop::sample::select(Grade::ALL).prop_map(SourcePick::Grade),
        prop::sample::select(vec!["ccid", "nbd"]).prop_map(|id| SourcePick::Id(id.to_owned())),
    ];
    let stated: Vec<Strength> = Strength::ALL.iter().copied().filter(|s| s.is_stated()).collect();
    prop_oneof![
        prop::collection::vec((code, any::<bool>()), 1..4).prop_map(|picks| {
            let picks = picks.into_iter().map(|(code, alone)| RegionPick { code: code.to_owned(), alone });
            Test::Region(sorted(picks.collect()))
        }),
        prop::sample::subsequence(Tier::ALL, 1..=2).prop_map(Test::Tier),
        prop::collection::vec(range(), 1..3).prop_map(|ranges| Test::Month(sorted(ranges))),
        (mode, focus)
            .prop_map(|(mode, ids)| Test::Focus(Focuses::of(mode, ids.into_iter().map(str::to_owned).collect()))),
        prop::sample::select(stated).prop_map(Test::Strength),
        prop::collection::vec(value(), 1..4).prop_map(|list| Test::Keyword(distinct(list))),
        prop::sample::subsequence(Stage::ALL, 1..=2).prop_map(Test::Stage),
        prop::collection::vec(value(), 1..4).prop_map(|list| Test::Issuer(distinct(list))),
        prop::collection::vec(value(), 1..4).prop_map(|list| Test::Id(sorted(list))),
        prop::collection::vec(prop::sample::select(vec![LayerPick::Base, LayerPick::Own]), 1..3)
            .prop_map(|list| Test::Layer(sorted(list))),
        prop::collection::vec(source, 1..3).prop_map(|list| Test::Source(sorted(list))),
        prop::sample::select(Basis::ALL).prop_map(Test::Basis),
        prop::sample::select(vec![Versions::Own, Versions::Any]).prop_map(Test::Version),
        value().prop_map(Test::Text),
    ]
}

fn query() -> impl Strategy<Value = Query> {
    prop::collection::vec((any::<bool>(), test()), 0..7).prop_map(|terms| {
        let mut settings: Vec<TermKey> = Vec::new();
        let mut kept = Vec::new();
        for (not, test) in terms {
            if test.is_setting() {
                if settings.contains(&test.key()) {
                    continue;
                }
                settings.push(test.key());
            }
            kept.push(Term { not: not && !test.is_setting(), test });
        }
        Query::of(kept)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_query_written_as_a_line_reads_back_as_itself(query in query()) {
        static INDEX: std::sync::LazyLock<Index> = std::sync::LazyLock::new(embedded);
        let line = write(&query);
        let read = parse(&line, &INDEX.catalogue).map_err(|fault| fault.message(Lang::En));
        prop_assert_eq!(read.as_ref(), Ok(&query), "{}", line);
        prop_assert_eq!(write(&query), line);
        for lang in [Lang::Zh, Lang::En] {
            let line = write_named(&query, &INDEX.catalogue, lang);
            let read = parse(&line, &INDEX.catalogue).map_err(|fault| fault.message(Lang::En));
            prop_assert_eq!(read.as_ref(), Ok(&query), "{}", line);
        }
    }

    #[test]
    fn any_line_is_read_or_told_a_column_inside_it(line in "[a-c算:：,，()（）=\"“” \\\\.-]{0,20}|(focus|地区|month|来源|-id)[:：][a-z0-9,.()=\"算力 -]{0,12}") {
        static INDEX: std::sync::LazyLock<Index> = std::sync::LazyLock::new(embedded);
        match parse(&line, &INDEX.catalogue) {
            Ok(query) => prop_assert_eq!(parse(&write(&query), &INDEX.catalogue), Ok(query)),
            Err(fault) => prop_assert!((1..=line.chars().count() + 1).contains(&fault.column), "{:?}", fault),
        }
    }
}

#[test]
fn the_examples_of_the_help_are_read_in_either_language() {
    let catalogue = crate::tests::embedded().catalogue.clone();
    for text in
        [T::QueryText, T::QueryRegion, T::QueryMonth, T::QueryFocus, T::QueryKeyword, T::QuerySource, T::QueryNot]
    {
        for line in text.both() {
            assert!(parse(line, &catalogue).is_ok_and(|query| !query.terms.is_empty()), "{line}");
        }
    }
}
