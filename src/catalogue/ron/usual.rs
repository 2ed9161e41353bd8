//! Records in the usual form of RON, which programs and careful hands write, read at several times the speed of `ron`.
//!
//! The form: fields by name, lists, words of vocabularies, texts without an escape, whole numbers, blanks and line breaks.
//! Whatever else a record has, a fault, a comment or a raw text, is left to the crate, which reads and tells all there is:
//! what is read here the crate would read as the same, and what the crate refuses is not read here.

use std::fmt::{self, Display};

use serde::de::{self, DeserializeOwned, DeserializeSeed, Visitor};
use serde::forward_to_deserialize_any;

/// A record, where all of it is of the usual form.
pub fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
    let mut usual = Usual { text, at: 0 };
    usual.blank();
    let record = T::deserialize(&mut usual).ok()?;
    usual.blank();
    (usual.at == text.len()).then_some(record)
}

/// Whatever is not of the usual form: the crate tells what it is.
#[derive(Debug)]
struct Unusual;

impl Display for Unusual {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("unusual")
    }
}

impl std::error::Error for Unusual {}

impl de::Error for Unusual {
    fn custom<T: Display>(_: T) -> Unusual {
        Unusual
    }
}

type Read<T> = Result<T, Unusual>;

/// A place in a text, in front of a value or a sign.
struct Usual<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Usual<'a> {
    fn next(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn blank(&mut self) {
        while matches!(self.next(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    /// Passes a sign, if it is the next one.
    fn passes(&mut self, sign: u8) -> bool {
        let is_next = self.next() == Some(sign);
        self.at += usize::from(is_next);
        is_next
    }

    fn pass(&mut self, sign: u8) -> Read<()> {
        if self.passes(sign) { Ok(()) } else { Err(Unusual) }
    }

    /// The bytes from here on that are so, passed.
    fn run(&mut self, is: impl Fn(&u8) -> bool) -> &'a str {
        let from = self.at;
        let rest = self.text.as_bytes().get(from..).unwrap_or_default();
        self.at += rest.iter().take_while(|byte| is(byte)).count();
        self.text.get(from..self.at).unwrap_or_default()
    }

    /// The name of a field or a word of a vocabulary. One with a digit in front is no field and no word of ours.
    fn word(&mut self) -> &'a str {
        self.run(|byte| byte.is_ascii_alphanumeric() || *byte == b'_')
    }

    fn string(&mut self) -> Read<&'a str> {
        self.pass(b'"')?;
        let from = self.at;
        let rest = self.text.as_bytes().get(from..).unwrap_or_default();
        self.at += memchr::memchr2(b'"', b'\\', rest).ok_or(Unusual)?;
        let found = self.text.get(from..self.at).ok_or(Unusual)?;
        self.pass(b'"')?;
        Ok(found)
    }

    fn number(&mut self) -> Read<u64> {
        let digits = self.run(u8::is_ascii_digit);
        if digits.len() > 1 && digits.starts_with('0') {
            return Err(Unusual);
        }
        digits.parse().map_err(|_| Unusual)
    }

    /// Passes what may stand between a value and the end of what it is the last of.
    fn end(&mut self, sign: u8) -> Read<()> {
        self.blank();
        if self.passes(b',') {
            self.blank();
        }
        self.pass(sign)
    }

    /// One value between round brackets.
    fn in_brackets<T>(&mut self, value: impl FnOnce(&mut Self) -> Read<T>) -> Read<T> {
        self.blank();
        self.pass(b'(')?;
        self.blank();
        let value = value(self)?;
        self.end(b')')?;
        Ok(value)
    }

    fn fields<V: Visitor<'a>>(&mut self, visitor: V) -> Read<V::Value> {
        self.pass(b'(')?;
        visitor.visit_map(Items { usual: self, end: b')', is_first: true })
    }
}

/// The values between two brackets.
struct Items<'u, 'a> {
    usual: &'u mut Usual<'a>,
    end: u8,
    is_first: bool,
}

impl Items<'_, '_> {
    /// Goes on to the next value; false behind the last one and its bracket.
    fn has_next(&mut self) -> Read<bool> {
        self.usual.blank();
        let may_follow = std::mem::take(&mut self.is_first) || self.usual.passes(b',');
        self.usual.blank();
        if self.usual.passes(self.end) {
            return Ok(false);
        }
        if may_follow { Ok(true) } else { Err(Unusual) }
    }
}

impl<'a> de::SeqAccess<'a> for Items<'_, 'a> {
    type Error = Unusual;

    fn next_element_seed<T: DeserializeSeed<'a>>(&mut self, seed: T) -> Read<Option<T::Value>> {
        if self.has_next()? { seed.deserialize(&mut *self.usual).map(Some) } else { Ok(None) }
    }
}

impl<'a> de::MapAccess<'a> for Items<'_, 'a> {
    type Error = Unusual;

    fn next_key_seed<K: DeserializeSeed<'a>>(&mut self, seed: K) -> Read<Option<K::Value>> {
        if self.has_next()? { seed.deserialize(&mut *self.usual).map(Some) } else { Ok(None) }
    }

    fn next_value_seed<V: DeserializeSeed<'a>>(&mut self, seed: V) -> Read<V::Value> {
        self.usual.blank();
        self.usual.pass(b':')?;
        self.usual.blank();
        seed.deserialize(&mut *self.usual)
    }
}

/// The value behind a word of a vocabulary.
struct Behind<'u, 'a>(&'u mut Usual<'a>);

impl<'a> de::EnumAccess<'a> for Behind<'_, 'a> {
    type Error = Unusual;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'a>>(self, seed: V) -> Read<(V::Value, Self)> {
        Ok((seed.deserialize(&mut *self.0)?, self))
    }
}

impl<'a> de::VariantAccess<'a> for Behind<'_, 'a> {
    type Error = Unusual;

    fn unit_variant(self) -> Read<()> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'a>>(self, seed: T) -> Read<T::Value> {
        self.0.in_brackets(|usual| seed.deserialize(usual))
    }

    fn tuple_variant<V: Visitor<'a>>(self, _: usize, _: V) -> Read<V::Value> {
        Err(Unusual)
    }

    fn struct_variant<V: Visitor<'a>>(self, _: &'static [&'static str], visitor: V) -> Read<V::Value> {
        self.0.blank();
        self.0.fields(visitor)
    }
}

impl<'a> de::Deserializer<'a> for &mut Usual<'a> {
    type Error = Unusual;

    fn deserialize_any<V: Visitor<'a>>(self, _: V) -> Read<V::Value> {
        Err(Unusual)
    }

    fn deserialize_bool<V: Visitor<'a>>(self, visitor: V) -> Read<V::Value> {
        match self.word() {
            "true" => visitor.visit_bool(true),
            "false" => visitor.visit_bool(false),
            _ => Err(Unusual),
        }
    }

    fn deserialize_u8<V: Visitor<'a>>(self, visitor: V) -> Read<V::Value> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_u16<V: Visitor<'a>>(self, visitor: V) -> Read<V::Value> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_u32<V: Visitor<'a>>(self, visitor: V) -> Read<V::Value> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_u64<V: Visitor<'a>>(self, visitor: V) -> Read<V::Value> {
        visitor.visit_u64(self.number()?)
    }

    fn deserialize_str<V: Visitor<'a>>(self, visitor: V) -> Read<V::Value> {
        visitor.visit_borrowed_str(self.string()?)
    }

    fn deserialize_string<V: Visitor<'a>>(self, visitor: V) -> Read<V::Value> {
        visitor.visit_borrowed_str(self.string()?)
    }

    fn deserialize_option<V: Visitor<'a>>(self, visitor: V) -> Read<V::Value> {
        let before = self.at;
        match self.word() {
            "None" => visitor.visit_none(),
            "Some" => self.in_brackets(|usual| visitor.visit_some(usual)),
            _ => {
                self.at = before;
                visitor.visit_some(self)
            }
        }
    }

    fn deserialize_seq<V: Visitor<'a>>(self, visitor: V) -> Read<V::Value> {
        self.pass(b'[')?;
        visitor.visit_seq(Items { usual: self, end: b']', is_first: true })
    }

    fn deserialize_struct<V: Visitor<'a>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Read<V::Value> {
        self.fields(visitor)
    }

    fn deserialize_enum<V: Visitor<'a>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Read<V::Value> {
        visitor.visit_enum(Behind(self))
    }

    fn deserialize_identifier<V: Visitor<'a>>(self, visitor: V) -> Read<V::Value> {
        visitor.visit_borrowed_str(self.word())
    }

    forward_to_deserialize_any! {
        <V: Visitor<'a>>
        i8 i16 i32 i64 i128 u128 f32 f64 char bytes byte_buf unit unit_struct newtype_struct tuple tuple_struct map
        ignored_any
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Debug;

    use proptest::prelude::*;

    use super::*;
    use crate::catalogue::raw::{self, RawClaim, RawFocus, RawPolicy, RawSource, RawStatement};
    use crate::catalogue::ron::split::split;
    use crate::catalogue::{Embedded, load, write};

    /// Whether a record was read; where it was, the crate reads the same.
    fn is_read<T: DeserializeOwned + Debug>(text: &str) -> bool {
        let Some(record) = read::<T>(text) else { return false };
        let by_crate = raw::options().from_str::<T>(text);
        assert_eq!(by_crate.map(|record| format!("{record:?}")), Ok(format!("{record:?}")), "{text}");
        true
    }

    fn is_read_as(list: &str, text: &str) -> bool {
        match list {
            "policies" => is_read::<RawPolicy>(text),
            "statements" => is_read::<RawStatement>(text),
            "focuses" => is_read::<RawFocus>(text),
            "sources" => is_read::<RawSource>(text),
            _ => is_read::<RawClaim>(text),
        }
    }

    /// The records of a text with their lists.
    fn records(text: &str) -> Vec<(&'static str, &str)> {
        let lists = split(text).lists;
        let all =
            lists.iter().flat_map(|(list, _, spans)| spans.iter().map(|span| (*list, &text[span.start..span.end])));
        all.filter(|(list, _)| ["policies", "statements", "focuses", "sources", "claims"].contains(list)).collect()
    }

    #[test]
    fn what_the_program_writes_is_of_the_usual_form() {
        for embedded in Embedded::ALL {
            let catalogue = load(embedded.text().as_bytes()).catalogue.unwrap();
            let mut text = Vec::new();
            write(&catalogue, &mut text).unwrap();
            let text = String::from_utf8(text).unwrap();
            for (list, record) in records(&text) {
                let is_unusual = record.contains('\\') || record.contains("r#\"") || list == "claims";
                assert!(is_unusual || is_read_as(list, record), "{record}");
            }
        }
    }

    #[test]
    fn what_is_left_to_the_crate_is_not_read() {
        // One after the other, with a bar between them.
        let unusual = r#"|(|(zh: )|(zh: "a") x|(zh: "a" en: "b")|(zh: "a",, en: "b")|(,)|(zh: "\n")|(zh: r"a")|(zh: Some "a")
            |(zh: "a", zh: "b")|(zn: "a")|/* a */ (zh: "a")|Text(zh: "a")|（zh: "a"）|(zh: "a"|(zh: Some("a",,))|(zh: none)"#;
        for text in unusual.split('|') {
            assert!(read::<raw::RawText>(text).is_none(), "{text}");
        }
        for text in ["(zh:\"a\")", " ( zh : \"a\" , ) ", "(zh: Some(\"a\",), en: None)", "(\r\n)", "()"] {
            assert!(is_read::<raw::RawText>(text), "{text}");
        }
        for (text, expected) in [
            ("0", true),
            ("4294967295", true),
            ("4294967296", false),
            ("01", false),
            ("1_0", false),
            ("1u32", false),
            ("-1", false),
        ] {
            assert_eq!(is_read::<u32>(text), expected, "{text}");
        }
    }

    const PARTS: [&str; 26] = [
        "(", ")", "[", "]", "\"", ",", ":", " ", "\n", "//", "/*", "*/", "\\", "Some(", "None", "Own", "r#\"", "\"#",
        "1", "0x1", "zh", "true", "，", "算", "\u{a0}", "-",
    ];

    proptest! {
        #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_is_read_the_crate_reads_as_the_same(
            which: prop::sample::Index,
            edits in prop::collection::vec((any::<prop::sample::Index>(), 0..4usize, prop::sample::select(&PARTS[..])), 0..4),
        ) {
            let all = records(Embedded::Report.text());
            let (list, record) = *which.get(&all);
            let mut signs: Vec<char> = record.chars().collect();
            for (at, gone, part) in edits {
                let at = at.index(signs.len());
                let end = (at + gone).min(signs.len());
                signs.splice(at..end, part.chars());
            }
            is_read_as(list, &signs.into_iter().collect::<String>());
        }
    }
}
