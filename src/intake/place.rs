//! Places in free text: the longest known name, of places within each other the innermost.

use std::cell::OnceCell;
use std::collections::HashMap;

use super::doubt::Doubt;
use super::signs::{closed_up, plain, plain_signs};
use crate::catalogue::{Region, RegionFault, RegionIdx, RegionKind, Regions, Tier};

/// A place found in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceFound {
    /// The place; none where it is to be asked.
    pub region: Option<RegionIdx>,
    /// The words, to the letter.
    pub words: String,
    /// The reason to look at it again; always there where there is no place.
    pub doubt: Option<Doubt>,
}

/// A name in a text: its first sign, the sign behind it, and the places that have it.
struct Name {
    from: usize,
    to: usize,
    regions: Vec<RegionIdx>,
}

/// Words for units below a city.
const BELOW: [char; 4] = ['区', '县', '旗', '市'];
/// The longest name of such a unit, in signs: 积石山保安族东乡族撒拉族自治县.
const LONGEST_BELOW: usize = 15;

/// A place is named within so many signs; what is longer is no name of a place, an issuer or a title.
const LONGEST_TEXT: usize = 200;

/// Words behind a short name that make it the name of something else: 北京大学, 南京路.
const NO_PLACE_BEFORE: [&str; 4] = ["大学", "学院", "路", "银行"];

/// A name is at most so long in signs that another one was meant by it.
const LONGEST_NEAR: usize = 24;

/// Words of a place for itself.
const OF_CITY: [&str; 3] = ["本市", "我市", "全市"];
const OF_PROVINCE: [&str; 3] = ["本省", "我省", "全省"];

/// The names of places by their first sign, each in plain signs.
type NamesBySign = HashMap<char, Vec<(Vec<char>, RegionIdx)>>;

/// A reader of places in texts: what all of them are read by is made once.
#[derive(Debug)]
pub struct PlaceReader<'a> {
    /// The places that there are.
    pub regions: &'a Regions,
    /// The place that 本市 means.
    mine: Option<RegionIdx>,
    names: OnceCell<NamesBySign>,
}

impl<'a> PlaceReader<'a> {
    /// A reader of these places.
    pub fn of(regions: &'a Regions) -> PlaceReader<'a> {
        PlaceReader { regions, mine: None, names: OnceCell::new() }
    }

    /// The same for texts of this place, which 本市 means.
    #[must_use]
    pub fn at(self, mine: Option<RegionIdx>) -> PlaceReader<'a> {
        PlaceReader { mine, ..self }
    }

    /// The place that a whole text is: a name, a code, or names within each other.
    pub fn whole(&self, text: &str) -> PlaceFound {
        whole(text, self)
    }

    /// The same; of a name that no place has, the place that was probably meant, which takes longer to find.
    pub fn whole_or_near(&self, text: &str) -> PlaceFound {
        let found = whole(text, self);
        if found.doubt != Some(Doubt::NoPlace(None)) || text.chars().count() > LONGEST_NEAR {
            return found;
        }
        let near = match self.regions.find(text.trim()) {
            Err(RegionFault::Unknown(Some(near))) => self.regions.find(&near).ok(),
            _ => None,
        };
        let near = near.map(|near| (self.regions[near].code.clone(), self.regions[near].name.clone()));
        PlaceFound { doubt: Some(Doubt::NoPlace(near)), ..found }
    }

    /// The place that a text names; none where it names none.
    pub fn inside(&self, text: &str) -> Option<PlaceFound> {
        inside(text, self)
    }

    fn names(&self) -> &NamesBySign {
        self.names.get_or_init(|| names_by_sign(self.regions))
    }
}

fn whole(text: &str, reader: &PlaceReader<'_>) -> PlaceFound {
    let regions = reader.regions;
    let text = text.trim();
    let of = |region, doubt| PlaceFound { region, words: text.to_owned(), doubt };
    let signs: String = text.chars().map(plain).collect();
    let pieces: Vec<&str> = signs.split(|c: char| !c.is_alphanumeric()).filter(|piece| !piece.is_empty()).collect();
    let back: Vec<&str> = pieces.iter().rev().copied().collect();
    // 浙江/温州, and 温州（浙江）.
    let mut tried = vec![text.to_owned(), pieces.concat(), back.concat()];
    // Most texts are one piece.
    tried.dedup();
    let is_name = |name: &&String| (1..=LONGEST_TEXT).contains(&name.chars().count());
    for name in tried.iter().filter(is_name) {
        match regions.look_up(name) {
            Some(Ok(region)) => return of(Some(region), None),
            None => {}
            Some(Err(fault)) => {
                let (region, doubt) = settled(fault, regions);
                return of(region, Some(doubt));
            }
        }
    }
    if let Some(word) = pieces.last() {
        let (is_city, is_province) = (OF_CITY.contains(word), OF_PROVINCE.contains(word));
        if is_city || is_province {
            let mine = reader.mine.map(|mine| if is_city { mine } else { regions.province_of(mine) });
            // 本市 is no province, but for a municipality, which is a city too.
            let mine = mine.filter(|mine| {
                let Region { kind, .. } = &regions[*mine];
                match regions[*mine].tier() {
                    Tier::City => is_city,
                    Tier::Province => is_city == (*kind == RegionKind::Municipality),
                }
            });
            let doubt = mine.map_or(Doubt::NoMyPlace, |mine| Doubt::MyPlace(regions[mine].name.clone()));
            return of(mine, Some(doubt));
        }
    }
    inside(text, reader).unwrap_or_else(|| of(None, Some(Doubt::NoPlace(None))))
}

fn inside(text: &str, reader: &PlaceReader<'_>) -> Option<PlaceFound> {
    let regions = reader.regions;
    let mut signs = plain_signs(text);
    signs.truncate(LONGEST_TEXT);
    let letters = |from: usize, to: usize| text.chars().skip(from).take(to - from).collect::<String>();
    let names = names_in(&signs, reader);
    let all: Vec<RegionIdx> = names.iter().flat_map(|name| name.regions.iter().copied()).collect();
    let is_innermost = |place: &RegionIdx| all.iter().all(|other| other == place || !regions.contains(*place, *other));
    let inner: Vec<&Name> = names.iter().filter(|name| name.regions.iter().any(is_innermost)).collect();
    let Some(longest) = inner.iter().map(|name| name.to - name.from).max() else {
        return below(&signs, regions).map(|(name, fault)| {
            let (region, doubt) = settled(fault, regions);
            PlaceFound { region, words: letters(name.from, name.to), doubt: Some(doubt) }
        });
    };
    let best: Vec<&&Name> = inner.iter().filter(|name| name.to - name.from == longest).collect();
    let first = best.first()?;
    let mut places: Vec<RegionIdx> = best.iter().flat_map(|name| name.regions.iter().copied()).collect();
    places.sort_unstable();
    places.dedup();
    let [place] = places.as_slice() else {
        let words: Vec<String> = best.iter().map(|name| letters(name.from, name.to)).collect();
        return Some(PlaceFound { region: None, words: words.join(" "), doubt: Some(several(&places, regions)) });
    };
    if let Some((to, fault)) = below_name(&signs, first, regions)
        && let (Some(region), doubt) = settled(fault, regions)
        && regions.contains(*place, region)
    {
        return Some(PlaceFound { region: Some(region), words: letters(first.from, to), doubt: Some(doubt) });
    }
    Some(PlaceFound { region: Some(*place), words: letters(first.from, first.to), doubt: None })
}

/// The place of a document number by its first signs: 黔东南府办函 says it in full, 芜政办 by one sign that the names of
/// no two places begin with.
pub fn place_of_number(number: &str, regions: &Regions) -> Option<PlaceFound> {
    let signs = closed_up(number);
    let head = |short: &str| signs.starts_with(short) && short.chars().count() > 1;
    let whole = regions.iter().filter(|(_, region)| head(&region.short));
    if let Some((region, named)) = whole.max_by_key(|(_, region)| region.short.len()) {
        return Some(PlaceFound { region: Some(region), words: named.short.clone(), doubt: None });
    }
    let first = signs.chars().next()?;
    let sign = first.to_string();
    let begins = |(_, region): &(RegionIdx, &Region)| match region.tier() {
        Tier::Province => region.other.contains(&sign) || region.short.starts_with(first),
        Tier::City => region.short.starts_with(first),
    };
    let mut found = regions.iter().filter(begins).map(|(i, _)| i);
    let only = found.next().filter(|_| found.next().is_none())?;
    Some(PlaceFound { region: Some(only), words: sign, doubt: Some(Doubt::PlaceByNumber) })
}

fn names_by_sign(regions: &Regions) -> NamesBySign {
    let mut known = NamesBySign::new();
    for (i, region) in regions.iter() {
        let names = region.name.zh.as_deref().into_iter().chain([region.short.as_str()]);
        for name in names.chain(region.other.iter().map(String::as_str)) {
            let name = plain_signs(name);
            // Pinyin and single signs are names in a cell of their own alone.
            if let Some(first) = name.first().filter(|c| name.len() > 1 && !c.is_ascii()) {
                known.entry(*first).or_default().push((name, i));
            }
        }
    }
    known
}

/// The names of places in a text, from left to right the longest at each sign.
fn names_in(signs: &[char], reader: &PlaceReader<'_>) -> Vec<Name> {
    let (known, regions) = (reader.names(), reader.regions);
    let mut found: Vec<Name> = Vec::new();
    let mut at = 0;
    while let Some(first) = signs.get(at) {
        let rest = signs.get(at..).unwrap_or_default();
        let here = known.get(first).into_iter().flatten().filter(|(name, _)| rest.starts_with(name));
        let is_taken = |name: &[char]| {
            let behind: String = rest.iter().skip(name.len()).take(2).collect();
            NO_PLACE_BEFORE.iter().any(|word| behind.starts_with(word))
        };
        let here: Vec<&(Vec<char>, RegionIdx)> = here.filter(|(name, _)| !is_taken(name)).collect();
        let Some(length) = here.iter().map(|(name, _)| name.len()).max() else {
            at += 1;
            continue;
        };
        let longest: Vec<RegionIdx> = here.iter().filter(|(name, _)| name.len() == length).map(|(_, i)| *i).collect();
        // A short name of a province and a city means the province.
        let province = longest.iter().copied().find(|i| regions[*i].tier() == Tier::Province);
        let regions = province.map_or(longest, |province| vec![province]);
        found.push(Name { from: at, to: at + length, regions });
        at += length;
    }
    found
}

/// A county, a district or a new area at the begin of a text or of a title in it.
fn below(signs: &[char], regions: &Regions) -> Option<(Name, RegionFault)> {
    let is_begin = |at: &usize| {
        let before: String = signs.iter().take(*at).skip(at.saturating_sub(2)).collect();
        *at == 0
            || before.ends_with(['《', '“', '(', '（', ' ', '、', ','])
            || before == "印发"
            || before.ends_with("关于")
    };
    (0..signs.len()).filter(is_begin).find_map(|from| {
        let (to, fault) = below_name(signs, &Name { from, to: from, regions: Vec::new() }, regions)?;
        Some((Name { from, to, regions: Vec::new() }, fault))
    })
}

/// The unit below a city whose name goes on behind a name: 温州市 and 鹿城区.
fn below_name(signs: &[char], name: &Name, regions: &Regions) -> Option<(usize, RegionFault)> {
    let tail = signs.iter().skip(name.to).take(LONGEST_BELOW).take_while(|c| c.is_alphanumeric());
    let ends = tail.enumerate().filter(|(i, c)| *i > 0 && BELOW.contains(c)).map(|(i, _)| name.to + i + 1);
    ends.into_iter().find_map(|to| {
        let whole: String = signs.iter().take(to).skip(name.from).collect();
        match regions.look_up(&whole) {
            Some(Err(fault @ RegionFault::Counted(_))) => Some((to, fault)),
            _ => None,
        }
    })
}

/// The place of a name that is not simply a place's, where there is one, and the doubt that says so.
fn settled(fault: RegionFault, regions: &Regions) -> (Option<RegionIdx>, Doubt) {
    let by_code = |code: &String| regions.by_code(code);
    match fault {
        RegionFault::Unknown(_) => (None, Doubt::NoPlace(None)),
        RegionFault::Ambiguous(codes) => {
            (None, several(&codes.iter().filter_map(by_code).collect::<Vec<_>>(), regions))
        }
        RegionFault::Counted(counted) => match counted.as_slice() {
            [one] => (by_code(&one.code), Doubt::Counted(one.clone())),
            many => (None, several(&many.iter().filter_map(|one| by_code(&one.code)).collect::<Vec<_>>(), regions)),
        },
    }
}

fn several(places: &[RegionIdx], regions: &Regions) -> Doubt {
    Doubt::SeveralPlaces(places.iter().map(|i| (regions[*i].code.clone(), regions[*i].name.clone())).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lang;

    /// The code or `-`, the words, and the doubt: of a counted unit its name, of several places their codes.
    fn told(found: Option<PlaceFound>) -> String {
        let Some(found) = found else { return String::new() };
        let code = found.region.map_or("-", |i| Regions::standard()[i].code.as_str());
        let doubt = match &found.doubt {
            None => String::new(),
            Some(Doubt::Counted(one)) => format!(" <{}", one.name),
            Some(Doubt::SeveralPlaces(_)) => {
                format!(" ?{}", found.doubt.iter().flat_map(Doubt::offers).collect::<Vec<_>>().join(" "))
            }
            Some(other) => format!(" {other:?}"),
        };
        assert!(found.doubt.iter().all(|doubt| !doubt.words(Lang::Zh).is_empty()));
        format!("{code} {}{doubt}", found.words)
    }

    #[test]
    fn a_cell_is_a_place_however_it_is_named() {
        for (text, expected) in [
            ("浙江省温州市", "330300 浙江省温州市"),
            ("浙江/温州", "330300 浙江/温州"),
            ("浙江 温州", "330300 浙江 温州"),
            ("浙江\u{3000}温州", "330300 浙江\u{3000}温州"),
            ("温州（浙江）", "330300 温州（浙江）"),
            ("温州", "330300 温州"),
            ("溫州市", "330300 溫州市"),
            ("330300", "330300 330300"),
            ("Wenzhou", "330300 Wenzhou"),
            ("浙", "330000 浙"),
            ("吉林", "220000 吉林"),
            ("鹿城区", "330300 鹿城区 <鹿城区"),
            ("温州市鹿城区", "330300 温州市鹿城区 <鹿城区"),
            ("浦东新区", "310000 浦东新区 <浦东新区"),
            ("雄安新区", "130000 雄安新区 <雄安新区"),
            ("两江新区", "500000 两江新区 <两江新区"),
            ("440305", "440300 440305 <440305"),
            ("鼓楼区", "- 鼓楼区 ?320100 320300 350100 410200"),
            ("全国", "- 全国 NoPlace(None)"),
            ("本市", "- 本市 NoMyPlace"),
            ("", "-  NoPlace(None)"),
        ] {
            assert_eq!(told(Some(PlaceReader::of(Regions::standard()).whole(text))), expected, "{text}");
        }
    }

    #[test]
    fn a_place_that_speaks_of_itself_is_mine_and_a_slip_of_the_pen_has_a_near_name() {
        let regions = Regions::standard();
        for (mine, text, expected) in [
            ("340200", "本市", "340200 本市 芜湖市"),
            ("340200", "我市", "340200 我市 芜湖市"),
            ("340200", "安徽省/全市", "340200 安徽省/全市 芜湖市"),
            ("340200", "全省", "340000 全省 安徽省"),
            ("340000", "本市", "- 本市 NoMyPlace"),
            ("310000", "本市", "310000 本市 上海市"),
            ("310000", "本省", "- 本省 NoMyPlace"),
            ("", "本市", "- 本市 NoMyPlace"),
            ("", "芜糊市", "- 芜糊市 340200?"),
            ("", "Hangzuo", "- Hangzuo 330100?"),
            ("", "没有的地方", "- 没有的地方 NoPlace(None)"),
            ("", "温州", "330300 温州"),
        ] {
            let found = PlaceReader::of(regions).at(regions.by_code(mine)).whole_or_near(text);
            let told = match &found.doubt {
                Some(Doubt::MyPlace(name)) => {
                    format!("{} {} {}", regions[found.region.unwrap()].code, found.words, name.get(Lang::Zh))
                }
                Some(Doubt::NoPlace(Some((code, _)))) => format!("- {} {code}?", found.words),
                _ => told(Some(found)),
            };
            assert_eq!(told, expected, "{text} in {mine}");
        }
    }

    #[test]
    fn a_text_names_the_innermost_place_by_its_longest_name() {
        for (text, expected) in [
            ("芜湖市人民政府办公室", "340200 芜湖市"),
            ("中共浙江省温州市委办公室", "330300 温州市"),
            ("关于印发《芜湖市促进人工智能产业发展若干政策》的通知", "340200 芜湖市"),
            ("推进温州人工智能发展若干措施", "330300 温州"),
            ("鹿城区应用场景行动方案", "330300 鹿城区 <鹿城区"),
            ("温州市鹿城区应用场景行动方案", "330300 温州市鹿城区 <鹿城区"),
            ("关于印发浦东新区人工智能若干措施的通知", "310000 浦东新区 <浦东新区"),
            ("浙江省义乌市算力方案", "330700 浙江省义乌市 <义乌市"),
            ("芜湖市对接上海的若干措施", "340200 芜湖市"),
            ("芜湖市、合肥市算力协议", "- 芜湖市 合肥市 ?340100 340200"),
            ("海南藏族自治州大数据办法", "632500 海南藏族自治州"),
            ("北京大学人工智能办法", ""),
            ("市科技局", ""),
            ("各县、区人民政府，市政府各部门：", ""),
            ("", ""),
        ] {
            assert_eq!(told(PlaceReader::of(Regions::standard()).inside(text)), expected, "{text}");
        }
    }

    #[test]
    fn a_number_tells_its_place_only_where_its_first_sign_is_of_one_place() {
        for (number, expected) in [
            ("芜政办〔2024〕12号", "340200 芜 PlaceByNumber"),
            ("浙政办发〔2023〕65号", "330000 浙 PlaceByNumber"),
            ("黔东南府办函〔2025〕8号", "522600 黔东南"),
            ("苏政发〔2025〕108号", ""),
            ("丽政发〔2023〕8号", ""),
            ("国发〔2017〕35号", ""),
            ("市政府令第312号", ""),
            ("", ""),
        ] {
            assert_eq!(told(place_of_number(number, Regions::standard())), expected, "{number}");
        }
    }
}
