//! Finding the one place of a code or a name, and the fault where there is none.

use super::{Counted, RegionIdx, Regions};
use crate::catalogue::fold;
use crate::catalogue::kinds::{RegionKind, Tier};
use crate::words::{CatalogueText as T, Lang};

/// The reason that a name gives no single place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RegionFault {
    /// No place of this name or code; the nearest known name, if any is near.
    Unknown(Option<String>),
    /// Several places; their codes.
    Ambiguous(Vec<String>),
    /// A county, a new area or a retired unit; the places that count the units of that name.
    Counted(Vec<Counted>),
}

impl RegionFault {
    /// `“浦东新区”不单独计：浦东新区计入上海市（310000）`, for a name that is counted elsewhere.
    pub fn counted_words(word: &str, counted: &[Counted], lang: Lang) -> String {
        let parts: Vec<String> = counted.iter().map(|one| one.words(lang)).collect();
        T::CountedElsewhere.fill(lang, &[("word", &word), ("parts", &parts.join(lang.semicolon()))])
    }
}

type Found = Result<RegionIdx, RegionFault>;

impl Regions {
    /// The one place of a code or a name in either language.
    ///
    /// Width, case and script do not matter. 省, 市, 自治区 and the like are optional, and a province may stand before a
    /// city; a short Chinese name that is both a province's and a city's means the province; a name that several places
    /// have is a fault that lists the codes.
    ///
    /// # Errors
    /// A name that no place has, or that several places have.
    pub fn find(&self, word: &str) -> Result<RegionIdx, RegionFault> {
        self.look_up(word).unwrap_or_else(|| Err(RegionFault::Unknown(self.suggested(word))))
    }

    /// The same; none where nothing has the name. No likely name is looked for, which takes long where many are unknown.
    pub fn look_up(&self, word: &str) -> Option<Result<RegionIdx, RegionFault>> {
        self.within(word, MOST_OUTER)
    }

    /// The place of a word, with so many places before it.
    fn within(&self, word: &str, outer: usize) -> Option<Found> {
        if let Some(place) = self.by_code(word) {
            return Some(Ok(place));
        }
        if is_code(word) {
            return self.counted_code(word).map(|counted| Err(RegionFault::Counted(vec![counted])));
        }
        let name = fold(word);
        self.whole_name(&name)
            .or_else(|| self.usual_name(&name))
            .or_else(|| self.english_name(&name))
            .or_else(|| self.inside_another(&name, outer))
            .or_else(|| {
                let counted = self.counted_name(&name);
                (!counted.is_empty()).then_some(Err(RegionFault::Counted(counted)))
            })
    }

    /// The word that was probably meant. Codes of the bureau of statistics have twelve digits, of which the first six are
    /// those of a place.
    fn suggested(&self, word: &str) -> Option<String> {
        if is_code(word) {
            let six = word.get(..6).filter(|six| word.len() > 6 && self.by_code(six).is_some());
            return six.map(str::to_owned);
        }
        self.nearest(&fold(word))
    }

    /// A full Chinese name of today, or that of a unit that is no more: 柳州地区 is 来宾市 and not 柳州市.
    fn whole_name(&self, name: &str) -> Option<Found> {
        if let Some(today) = self.names().whole.get(name) {
            return Some(Ok(*today));
        }
        let old = self.retired_unit(name)?;
        let into = self.by_code(&old.code)?;
        let is_same = self[into].name.zh.as_deref().is_some_and(|zh| bare(zh) == bare(name));
        Some(if is_same { Ok(into) } else { Err(RegionFault::Counted(vec![old])) })
    }

    fn usual_name(&self, name: &str) -> Option<Found> {
        let found = self.names().usual.get(name)?;
        let province = found.iter().find(|i| self[**i].tier() == Tier::Province);
        self.one_of(province.map_or(found, std::slice::from_ref))
    }

    fn english_name(&self, name: &str) -> Option<Found> {
        let names = self.names();
        let spelled = letters(name);
        if spelled.is_empty() {
            return None;
        }
        names.letters.get(&spelled).and_then(|found| self.one_of(found)).or_else(|| {
            let (stem, kinds) = KINDS_IN_ENGLISH.iter().find_map(|(kind, of)| Some((name.strip_suffix(kind)?, *of)))?;
            let found = names.english.get(&letters(stem))?.iter().copied();
            self.one_of(&found.filter(|i| kinds.contains(&self[*i].kind)).collect::<Vec<_>>())
        })
    }

    fn one_of(&self, found: &[RegionIdx]) -> Option<Found> {
        match found {
            [] => None,
            [one] => Some(Ok(*one)),
            many => Some(Err(RegionFault::Ambiguous(many.iter().map(|i| self[*i].code.clone()).collect()))),
        }
    }

    /// A name behind that of the outer place: 广东深圳, 深圳市南山区.
    fn inside_another(&self, name: &str, outer: usize) -> Option<Found> {
        let left = outer.checked_sub(1)?;
        let names = self.names();
        let ends = name.char_indices().map(|(at, _)| at).skip(1).take(names.longest_outer);
        let outer_at = |end: usize| {
            let (before, rest) = name.split_at_checked(end)?;
            Some(names.outer.get(before)?.iter().map(move |place| (*place, rest)))
        };
        let mut found: Vec<((RegionIdx, bool), &str)> = ends.filter_map(outer_at).flatten().collect();
        found.sort_unstable_by_key(|(place, _)| *place);
        found.into_iter().find_map(|((outer, _), rest)| self.inside(outer, rest.trim_start(), left))
    }

    fn inside(&self, outer: RegionIdx, name: &str, left: usize) -> Option<Found> {
        // The word for the outer place's kind is no name.
        if KINDS.contains(&name) {
            return None;
        }
        match self.within(name, left)? {
            Ok(place) => (place != outer && self.contains(outer, place)).then_some(Ok(place)),
            Err(RegionFault::Counted(mut counted)) => {
                counted.retain(|one| self.by_code(&one.code).is_some_and(|place| self.contains(outer, place)));
                (!counted.is_empty()).then_some(Err(RegionFault::Counted(counted)))
            }
            Err(_) => None,
        }
    }

    /// The probable name: one slip of the pen away, and long enough not to be the name of another place.
    fn nearest(&self, name: &str) -> Option<String> {
        let signs = name.chars().count();
        let mut best: Option<(usize, &str)> = None;
        for near in self.names().near.iter().filter(|near| near.signs.abs_diff(signs) <= near.slips) {
            let apart = strsim::osa_distance(name, &near.folded);
            if apart <= near.slips && best.is_none_or(|(least, _)| apart < least) {
                best = Some((apart, &near.known));
            }
        }
        best.map(|(_, name)| name.to_owned()).or_else(|| self.of_two_signs(name))
    }

    /// The one place whose short name has two signs and begins as a word of two does; with several such none is meant.
    fn of_two_signs(&self, name: &str) -> Option<String> {
        let name = bare(name);
        let two = |text: &str| text.chars().count() == 2 && !text.is_ascii();
        let first = name.chars().next().filter(|_| two(name))?;
        let begins = |short: &&str| short.starts_with(first) && two(short);
        let mut meant = self.list.iter().map(|region| region.short.as_str()).filter(begins);
        let one = meant.next()?;
        meant.next().is_none().then(|| one.to_owned())
    }
}

/// The most places before a name, each around the next: a province and a city before a district. Without an end, one
/// name said again and again would be looked up in as many ways as its parts can be read.
const MOST_OUTER: usize = 3;

fn is_code(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit())
}

/// Words for kinds of units, which a Chinese name may leave out.
const KINDS: [&str; 7] = ["特别行政区", "自治区", "自治州", "地区", "省", "市", "盟"];

/// A Chinese name without the word for its kind of unit.
pub(super) fn bare(name: &str) -> &str {
    let stems = KINDS.iter().filter_map(|kind| name.strip_suffix(kind));
    stems.into_iter().find(|stem| !stem.is_empty()).unwrap_or(name)
}

/// Words for kinds of units after an English name.
const KINDS_IN_ENGLISH: [(&str, &[RegionKind]); 6] = [
    (" province", &[RegionKind::Province]),
    (" city", &[RegionKind::Municipality, RegionKind::City, RegionKind::SubProvincialCity]),
    (" municipality", &[RegionKind::Municipality]),
    (" autonomous region", &[RegionKind::AutonomousRegion]),
    (" sar", &[RegionKind::Sar]),
    (" prefecture", &[RegionKind::Prefecture, RegionKind::AutonomousPrefecture, RegionKind::League]),
];

/// The letters of a folded name by which spellings are compared: Xi'an and Xian, Lüliang, Lvliang and Luliang are one.
fn letters(folded: &str) -> String {
    let plain = |c: char| match c {
        'ü' | 'v' => 'u',
        other => other,
    };
    folded.chars().filter(|c| c.is_alphanumeric()).map(plain).collect()
}

/// The letters of a name as it is written.
pub(super) fn letters_of_name(name: &str) -> String {
    letters(&fold(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Expected: a code; `?` and the nearest name; several codes; or the places that count the name.
    #[track_caller]
    fn check(word: &str, expected: &str) {
        let regions = Regions::standard();
        let found = match regions.find(word) {
            Ok(place) => regions[place].code.clone(),
            Err(RegionFault::Unknown(near)) => format!("?{}", near.unwrap_or_default()),
            Err(RegionFault::Ambiguous(codes)) => codes.join(" "),
            Err(RegionFault::Counted(counted)) => {
                let one = |one: &Counted| {
                    format!("{}<{}{}", one.name, one.code, one.since.map(|year| format!(" {year}")).unwrap_or_default())
                };
                counted.iter().map(one).collect::<Vec<_>>().join("; ")
            }
        };
        assert_eq!(found, expected, "{word}");
    }

    #[test]
    fn names_are_found_as_people_write_them() {
        for (word, code) in [
            ("北京", "110000"),
            ("北京市", "110000"),
            ("110000", "110000"),
            ("beijing", "110000"),
            ("宁夏", "640000"),
            ("宁夏回族自治区", "640000"),
            ("广西", "450000"),
            ("内蒙古", "150000"),
            ("吉林", "220000"),
            ("吉林市", "220200"),
            ("浙江省", "330000"),
            ("延边", "222400"),
            ("Shaanxi", "610000"),
            ("香港", "810000"),
        ] {
            check(word, code);
        }
    }

    #[test]
    fn names_are_folded_as_texts_are() {
        for (word, code) in [
            ("廣東", "440000"),
            ("臺灣", "710000"),
            ("陝西", "610000"),
            ("澳門", "820000"),
            ("內蒙古", "150000"),
            ("重慶市", "500000"),
            ("ＢＥＩＪＩＮＧ", "110000"),
        ] {
            check(word, code);
        }
    }

    #[test]
    fn other_usual_names_are_known() {
        for (word, code) in [
            ("Xizang", "540000"),
            ("内蒙", "150000"),
            ("海南州", "632500"),
            ("海南自治州", "632500"),
            ("海南省", "460000"),
            ("恩施州", "422800"),
            ("凉山州", "513400"),
            ("延边自治州", "222400"),
            ("新疆自治区", "650000"),
            ("香港特区", "810000"),
            ("粤", "440000"),
            ("襄樊", "420600"),
            ("襄樊市", "420600"),
            ("铜仁地区", "520600"),
            ("Macau", "820000"),
            ("Xian", "610100"),
            ("Xi’an", "610100"),
            ("Luan", "341500"),
            ("Lvliang", "141100"),
            ("Luliang", "141100"),
            ("lüliang", "141100"),
            ("Inner-Mongolia", "150000"),
            ("HongKong", "810000"),
            ("Haerbin", "230100"),
            ("Zhejiang Province", "330000"),
            ("Shenzhen City", "440300"),
            ("Guangxi Autonomous Region", "450000"),
            ("Hainan Prefecture", "632500"),
            ("广东深圳", "440300"),
            ("广东省深圳市", "440300"),
            ("四川 成都", "510100"),
            ("Taizhou", "321200 331000"),
            ("Suzhou City", "320500 341300"),
        ] {
            check(word, code);
        }
    }

    #[test]
    fn what_is_no_unit_says_where_it_is_counted() {
        for (word, counted) in [
            ("莱芜", "莱芜市<370100 2019"),
            ("莱芜市", "莱芜市<370100 2019"),
            ("巢湖", "巢湖市<340100 2011"),
            ("思茅", "思茅地区<530800 2003"),
            ("伊克昭盟", "伊克昭盟<150600 2001"),
            ("柳州地区", "柳州地区<451300 2002"),
            ("济源", "济源市<410000"),
            ("仙桃市", "仙桃市<420000"),
            ("石河子", "石河子市<650000"),
            ("浦东新区", "浦东新区<310000"),
            ("浦东", "浦东新区<310000"),
            ("浦東新區", "浦东新区<310000"),
            ("上海浦东", "浦东新区<310000"),
            ("雄安新区", "雄安新区<130000"),
            ("两江新区", "两江新区<500000"),
            ("前海", "前海<440300"),
            ("昆山", "昆山市<320500"),
            ("Kunshan", "昆山市<320500"),
            ("民和", "民和回族土族自治县<630200"),
            ("民和县", "民和回族土族自治县<630200"),
            ("喀什市", "喀什市<653100"),
            ("大理市", "大理市<532900"),
            ("高雄", "高雄市<710000"),
            ("南山区", "南山区<230400; 南山区<440300"),
            ("深圳市南山区", "南山区<440300"),
            ("深圳南山", "南山区<440300"),
            ("371200", "371200 莱芜市<370100 2019"),
            ("371202", "371202<370100 2019"),
            ("310115", "310115<310000"),
        ] {
            check(word, counted);
        }
    }

    #[test]
    fn a_name_said_again_and_again_is_looked_up_in_few_ways() {
        for (word, expected) in [
            ("吉林吉林市".to_owned(), "220200"),
            ("广东省深圳市南山区".to_owned(), "南山区<440300"),
            (format!("{}内", "吉林".repeat(200)), "?"),
            (format!("{}南山区", "吉林市".repeat(200)), "?"),
        ] {
            check(&word, expected);
        }
    }

    #[test]
    fn a_guess_is_no_other_place() {
        for (word, near) in [
            ("Hangzho", "?Hangzhou"),
            ("Hangzuo", "?Hangzhou"),
            ("Shijiazuang", "?Shijiazhuang"),
            ("鄂尔多思", "?鄂尔多斯"),
            ("芜胡", "?芜湖"),
            ("杭洲市", "?杭州"),
            ("北晶", "?"),
            ("440300000000", "?440300"),
            ("亚特兰蒂斯", "?"),
            ("海南市", "?"),
            ("宁州", "?"),
            ("Wuxy", "?"),
            ("990000", "?"),
            ("", "?"),
            ("市", "?"),
        ] {
            check(word, near);
        }
    }
}
