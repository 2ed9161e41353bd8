//! Texts of the search line.

super::texts! {
    /// Texts of the search line.
    SearchText {
        Hint: "搜索文字、地区或月份", "Search for words, a place or a month";
        Name: "搜索", "Search";
        ClearWords: "清除文字", "Clear the words";
        WholeLine: "整句查询", "Whole query";
        WholeLineHint: "查看、复制或修改整句查询", "See, copy or edit the whole query";
        WholeLineDoc: "文字和筛选合成的一句，可以存下，以后贴回来就是同样的结果。", "The words and filters as one line: keep it, and pasted back it finds the same.";
        Apply: "按此筛选", "Apply";
        Copy: "复制", "Copy";
        OnlyThis: "只看 {key}：{value}", "Only {key}: {value}";
        Open: "打开：{what}", "Open: {what}";
        Instead: "改为 {line}", "Change to {line}";
        Key: "{key}：…", "{key}: …";
        Clear: "清除", "Clear";
        ClearOne: "清除{key}筛选", "Clear the filter by {key}";
        ComparedAreChosen: "比较哪些地区、政策，在对比里直接挑选；地区、月份等其他筛选在这里不起作用。", "Places and policies are chosen in the comparison itself; other filters, as by place or month, do not apply here.";
        Recent: "最近：{line}", "Recent: {line}";
    }
}
