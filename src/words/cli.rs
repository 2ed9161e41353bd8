//! Texts of the query line and the command line.

use super::texts;

texts! {
    /// What the query line and the command line say.
    CliText {
        AtColumn: "第 {column} 列：{what}", "column {column}: {what}";
        DidYouMean: "，是否指 {near}？", ", did you mean {near}?";
        UnknownKey: "未知条件“{key}:”{near}（要查这段文字本身，请加引号）", "unknown key “{key}:”{near} (to search for the text itself, put it in quotation marks)";
        UnknownValue: "未知{key}“{value}”{near}", "unknown {key} “{value}”{near}";
        AmbiguousRegion: "“{name}”指多个地区，请写代码：{codes}", "“{name}” names several places, give a code: {codes}";
        NoValue: "缺少取值", "a value is missing";
        OpenQuote: "引号没有配对", "the quotation mark is never closed";
        BadMonth: "月份“{text}”不成立；写法如 2023-05、2023、2023-02..2023-06", "“{text}” is no month or range; write 2023-05, 2023 or 2023-02..2023-06";
        KeyTwice: "{key}: 只能写一次", "{key}: may stand once only";
        KeyNegated: "{key}: 不能取反", "{key}: cannot be negated";
        OneValue: "{key}: 只能有一个取值", "{key}: takes one value";
        OpenParenthesis: "括号没有配对", "a parenthesis has no partner";
    }
}
