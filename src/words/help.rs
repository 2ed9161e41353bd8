//! Texts of the help.

use super::texts;

texts! {
    /// Texts of the help.
    HelpText {
        Meanings: "词语的含义", "What the words mean";
        Marks: "标记", "Marks";
        MarkBlank: "空白", "blank";
        MarkBlankIs: "来源未提及，不等于没有", "not stated; that does not mean there is none";
        MarkUnseen: "未考察：所选来源没有看过", "not assessed: no chosen source has looked";
        MarkAbsent: "确无：编者通读全文，没有这方面的内容", "absent: an editor read the whole text and there is nothing of it";
        MarkFloor: "至少：来源还指了没有列出的地方", "at least: places are meant that the source does not list";
        MarkShare: "该地已考察的 n 项政策中点名 k 项，圆点按此填满", "of the n policies of the place that are assessed, k are named; the mark is filled so far";
        MarkBeyond: "公开资料另有陈述", "public sources say more";
        Search: "搜索条件", "Search";
        Keys: "键盘", "Keyboard";
    }
}
