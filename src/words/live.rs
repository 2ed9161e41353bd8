//! Texts of the page that filters by itself, and of where it is made.

use super::texts;

texts! {
    /// Texts of the page that filters by itself, and of where it is made.
    LiveText {
        // At its head and foot.
        Release: "版次", "Release";
        ReleaseOf: "{id} {release}", "{id} {release}";
        Published: "发布于 {on}", "published {on}";
        Content: "{release} 的内容 SHA-256：{content}", "SHA-256 of the content of {release}: {content}";
        MoreRight: "右边还有，左右滑动 →", "More to the right: slide sideways →";
        Scope: "范围", "Scope";
        Still: "这里没有运行脚本：以下是全部政策的静态表，不能筛选。", "No script runs here: below is the whole table of policies, which cannot be filtered.";
        How: "本页不联网，数据都在这个文件里。地区包括其下辖地区；各个词须同时出现；简繁、大小写、全半角、引号和括号的种类不分，与程序一致；这里不认拼音。", "This page asks nothing of any network: its data are in this file. A place includes the places in it; every word has to occur; simplified and traditional characters, case, width and kinds of quotation marks and brackets are one, as in the program; pinyin is not read here.";
        Lens: "视野在写出本页时已定，不能在此更改。", "The lens was fixed when this page was written and cannot be changed here.";

        // Filters.
        Filters: "筛选", "Filters";
        Place: "地区", "Place";
        From: "自", "From";
        To: "至", "To";
        Months: "月份", "Months";
        Focuses: "方向", "Focuses";
        Mode: "方向的组合", "How focuses are joined";
        Text: "文字", "Text";
        Any: "不限", "any";
        Clear: "清除筛选", "Clear filters";
        Shown: "筛选：{what}", "Filter: {what}";
        Nothing: "无", "none";
        Unknown: "另有 {n} 项月份不详，未列入", "{n} more {n|policy has|policies have} no known month and {n|is|are} left out";

        // Tabs.
        Views: "显示", "Views";
        Matrix: "矩阵", "Matrix";
        Table: "政策表", "Table";
        Bars: "条形图", "Bars";
        ByMonth: "政策数，按月份（空心的条：来源只说到所在地）", "Policies by month (hollow bars: a source speaks of the place only)";
        ByPlace: "政策数，按地区", "Policies by place";
        ByFocus: "有该方向的政策，在已考察的之中", "Policies that state the focus, of those covered";
        Policies: "政策数", "Policies";
        Policy: "政策", "Policy";
        Month: "月份", "Month";
        Empty: "没有符合的：请放宽筛选。", "Nothing matches: loosen the filters.";
        NotAssessedMore: "（其中 {m} 未考察）", " ({m} of them not assessed)";
        AtLeast: "≥ {n}", "≥ {n}";

        // Statements.
        Cell: "{row}，{focus}：{state}", "{row}, {focus}: {state}";
        Title: "{row} · {focus}", "{row} · {focus}";
        Statements: "{n} 条陈述", "{n} {n|statement|statements}";
        NoStatement: "视野内没有这样的陈述。", "No statement in the lens.";
        Close: "关闭", "Close";
        Number: "文号", "Number";
        Issuers: "发文机关", "Issuers";

        // Where it is made.
        Dialog: "发送网页", "Page to send";
        Name: "政策网页", "Policies_page";
        Is: "一个网页文件，双击即开，电脑、手机都可以，不联网：可按地区、月份、方向和文字筛选，看矩阵、表和条形图，每一格都能点开原句和出处，可打印。", "One file that opens in any browser, on a phone too, without a network: filter by place, month, focus and text; matrix, table and bars; each cell opens its statements with their sources; it prints.";
        Holds: "收入的内容：筛选 {what}；{lens}", "Filter: {what}; {lens}";
        Help: "写成能自行筛选的网页：一个 .html，不联网", "a page that filters by itself: one .html, which asks nothing of any network";
        OnlyHtml: "--live 写成 .html，“{file}”不是", "--live is written as .html, and \"{file}\" is none";
        NotWithLive: "能自行筛选的网页没有 {word}：请去掉它，或去掉 --live", "a page that filters by itself has no {word}: leave it out, or leave out --live";
    }
}
