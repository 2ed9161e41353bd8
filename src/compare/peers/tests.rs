//! Tests of the choice of peers.

use super::*;
use crate::query::Lens;
use crate::words::Lang;

#[track_caller]
fn check(mine: &str, among: Among, most: usize, taken: &str, left_out: &str) {
    let index = crate::tests::embedded();
    let catalogue = &*index.catalogue;
    let cells = index.cells(&Lens::default_of(catalogue));
    let found = peers(&index, &cells, catalogue.regions.find(mine).unwrap(), among, most);
    let names = |list: &[RegionIdx]| -> String {
        list.iter().map(|place| catalogue[*place].short_name(Lang::Zh)).collect::<Vec<_>>().join(" ")
    };
    assert_eq!((names(&found.taken).as_str(), names(&found.left_out).as_str()), (taken, left_out));
}

#[test]
fn peers_of_the_province_come_first_then_those_of_the_tier_and_rank_then_by_code() {
    check("南京", Among::Province, 7, "无锡 苏州", "");
    check("苏州", Among::Province, 7, "无锡 南京", "");
    check("杭州", Among::Province, 7, "", "");
    check("北京", Among::Province, 7, "", "");
    check("北京", Among::Tier, 7, "上海 宁夏", "");
    check("杭州", Among::Tier, 7, "南京 武汉 深圳 成都 廊坊 无锡 苏州", "");
    check("南京", Among::All, 7, "无锡 苏州 杭州 武汉 深圳 成都 廊坊", "北京 上海 宁夏");
    check("拉萨", Among::Tier, 7, "廊坊 无锡 苏州 南京 杭州 武汉 深圳", "成都");
    check("拉萨", Among::Province, 7, "", "");
    // A province is compared with its own cities too, when asked for its province.
    check("江苏", Among::Province, 1, "无锡", "苏州 南京");
}
