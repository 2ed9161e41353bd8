//! The order of Chinese texts by pinyin: digits, Latin letters, then Chinese characters by their syllable, and by
//! themselves where syllables are the same. Search, which takes every reading, is in `spelling.rs`.

use std::collections::HashMap;
use std::sync::LazyLock;

use fixedbitset::FixedBitSet;
use pinyin::{ToPinyin as _, ToPinyinMulti as _};

use crate::catalogue::{Region, Regions, fold};

/// Words with characters of an unusual reading, beside the place names that [`WORDS`] takes from the table of
/// places.
const OWN: [(&str, &[&str]); 15] = [
    ("西藏", &["xi", "zang"]),
    ("昌都", &["chang", "du"]),
    ("锡林郭勒", &["xi", "lin", "guo", "le"]),
    ("克孜勒苏", &["ke", "zi", "le", "su"]),
    ("阿勒泰", &["a", "le", "tai"]),
    ("喀什", &["ka", "shi"]),
    ("藏族", &["zang", "zu"]),
    ("朝鲜", &["chao", "xian"]),
    ("长三角", &["chang", "san", "jiao"]),
    ("长江", &["chang", "jiang"]),
    ("首都", &["shou", "du"]),
    ("都市", &["du", "shi"]),
    ("行业", &["hang", "ye"]),
    ("银行", &["yin", "hang"]),
    ("会计", &["kuai", "ji"]),
];

/// A word and the syllables of its characters.
type Word = (String, Vec<String>);

/// Words with characters of an unusual reading, by their first character, longer ones first.
static WORDS: LazyLock<HashMap<char, Vec<Word>>> = LazyLock::new(|| {
    let own = OWN.iter().map(|(word, read)| ((*word).to_owned(), read.iter().map(|s| (*s).to_owned()).collect()));
    let places = Regions::standard().iter().filter_map(|(_, place)| {
        let read = read_as_in_english(place)?;
        let alone: Vec<String> = place.short.chars().filter_map(alone).collect();
        (read != alone).then(|| (place.short.clone(), read))
    });
    let mut words: HashMap<char, Vec<Word>> = HashMap::new();
    for word in own.chain(places) {
        if let Some(first) = word.0.chars().next() {
            words.entry(first).or_default().push(word);
        }
    }
    for list in words.values_mut() {
        list.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
    }
    words
});

/// The characters that such words begin with: of a million titles nearly no character does.
static FIRST: LazyLock<FixedBitSet> = LazyLock::new(|| WORDS.keys().map(|c| *c as usize).collect());

/// The key of a text for sorting by pinyin.
pub(super) fn pinyin_key(text: &str) -> String {
    let folded = fold(text);
    let mut key = String::with_capacity(folded.len() * 3);
    for (c, in_word) in in_words(&folded) {
        match in_word.or_else(|| Some(c.to_pinyin()?.plain())) {
            Some(syllable) => push(&mut key, c, syllable),
            None => key.push(c),
        }
    }
    key
}

/// The characters of a text, each with its syllable in its word; none for the usual reading.
pub(super) fn in_words(text: &str) -> impl Iterator<Item = (char, Option<&'static str>)> + '_ {
    let mut rest = text;
    let mut word: &'static [String] = &[];
    std::iter::from_fn(move || {
        let c = rest.chars().next()?;
        if word.is_empty() && FIRST.contains(c as usize) {
            let known = WORDS.get(&c).and_then(|list| list.iter().find(|(word, _)| rest.starts_with(word.as_str())));
            word = known.map_or(&[], |(_, syllables)| syllables);
        }
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
        let syllable = word.split_first().map(|(syllable, others)| {
            word = others;
            syllable.as_str()
        });
        Some((c, syllable))
    })
}

/// Appends a character's key, after all of ASCII; a syllable comes before the longer ones that begin with it.
fn push(key: &mut String, c: char, syllable: &str) {
    key.push('\u{7f}');
    key.extend(syllable.chars().map(|letter| if letter == 'ü' { 'v' } else { letter }));
    key.push('\u{1}');
    key.push(c);
}

/// The usual reading of a character, without tone.
pub(super) fn alone(c: char) -> Option<String> {
    Some(c.to_pinyin()?.plain().replace('ü', "v"))
}

/// The syllables of a place's short name, where its English name is their spelling: 重庆 is Chongqing.
fn read_as_in_english(place: &Region) -> Option<Vec<String>> {
    fn spell(spelled: &str, name: &[char]) -> Option<Vec<String>> {
        let Some((first, name)) = name.split_first() else {
            return spelled.is_empty().then(Vec::new);
        };
        first.to_pinyin_multi()?.into_iter().find_map(|reading| {
            let syllable = reading.plain().replace('ü', "v");
            let mut all = spell(spelled.strip_prefix(syllable.as_str())?, name)?;
            all.insert(0, syllable);
            Some(all)
        })
    }
    let english = place.name.en.as_deref()?.to_lowercase().replace('ü', "v");
    let spelled: String = english.chars().filter(char::is_ascii_lowercase).collect();
    spell(&spelled, &place.short.chars().collect::<Vec<_>>())
}

/// The initials that people type for a name.
#[cfg(test)]
pub(crate) fn initials(name: &str) -> String {
    let syllables = in_words(name).filter_map(|(c, in_word)| in_word.map(str::to_owned).or_else(|| alone(c)));
    syllables.filter_map(|syllable| syllable.chars().next()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn syllables(text: &str) -> String {
        let key = pinyin_key(text);
        let parts = key.split('\u{7f}').filter_map(|part| part.split_once('\u{1}'));
        parts.map(|(syllable, _)| syllable).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn place_names_have_their_own_readings() {
        for (name, read) in [
            ("重庆市", "chong qing shi"),
            ("长春市", "chang chun shi"),
            ("厦门市", "xia men shi"),
            ("长沙市", "chang sha shi"),
            ("长治市", "chang zhi shi"),
            ("六安市", "lu an shi"),
            ("蚌埠市", "beng bu shi"),
            ("亳州市", "bo zhou shi"),
            ("儋州市", "dan zhou shi"),
            ("丽水市", "li shui shi"),
            ("乐山市", "le shan shi"),
            ("成都市", "cheng du shi"),
            ("西藏自治区", "xi zang zi zhi qu"),
            ("吕梁市", "lv liang shi"),
            ("陕西省", "shan xi sheng"),
            ("台州市", "tai zhou shi"),
            ("重庆市重点产业", "chong qing shi zhong dian chan ye"),
            ("促进长三角增长", "cu jin chang san jiao zeng zhang"),
        ] {
            assert_eq!(syllables(name), read, "{name}");
        }
    }

    #[test]
    fn a_reading_that_english_does_not_spell_was_looked_at() {
        // Places whose name has a character of several readings and whose English name is no spelling of it.
        let several = |c: char| {
            let mut list: Vec<&str> = c.to_pinyin_multi().into_iter().flatten().map(pinyin::Pinyin::plain).collect();
            list.sort_unstable();
            list.dedup();
            list.len() > 1
        };
        let left: Vec<String> = Regions::standard()
            .iter()
            .filter(|(_, place)| place.short.chars().any(several) && read_as_in_english(place).is_none())
            .map(|(_, place)| format!("{} {}", place.short, syllables(&place.short)))
            .collect();
        let seen = "内蒙古 nei meng gu，呼和浩特 hu he hao te，鄂尔多斯 e er duo si，呼伦贝尔 hu lun bei er，\
                    巴彦淖尔 ba yan nao er，乌兰察布 wu lan cha bu，锡林郭勒 xi lin guo le，阿拉善 a la shan，\
                    吉林市 ji lin shi，哈尔滨 ha er bin，齐齐哈尔 qi qi ha er，阿坝 a ba，甘孜 gan zi，西藏 xi zang，\
                    日喀则 ri ka ze，昌都 chang du，那曲 na qu，阿里 a li，海南 hai nan，果洛 guo luo，\
                    乌鲁木齐 wu lu mu qi，吐鲁番 tu lu fan，博尔塔拉 bo er ta la，阿克苏 a ke su，\
                    克孜勒苏 ke zi le su，喀什 ka shi，和田 he tian，阿勒泰 a le tai，香港 xiang gang，澳门 ao men";
        assert_eq!(left.join("，"), seen);
    }

    #[test]
    fn digits_come_before_latin_before_chinese_and_shorter_syllables_first() {
        let mut list = ["吉林", "江苏", "AI", "安徽", "3 年", "江西", "ai", "阿坝", "Beijing", "北京"];
        list.sort_by_key(|text| pinyin_key(text));
        assert_eq!(list, ["3 年", "AI", "ai", "Beijing", "阿坝", "安徽", "北京", "吉林", "江苏", "江西"]);
    }
}
