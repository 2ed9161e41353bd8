//! Texts about layers and the user's own policies.

super::texts! {
    /// Texts about layers.
    LayerText {
        Base: "目录", "base";
        Own: "我的", "own";
        Broken: "图层文件有一处读不下去，先按问题所指改好再编辑", "a part of the layer's file cannot be read: mend it first, as its problems say";
        NotThere: "图层里没有 {id}", "there is no {id} in the layer";
        OtherText: "图层文件已被别处改过：请先重新读取", "the layer's file was changed elsewhere: read it again first";
        NoQuote: "（未录依据）", "(no sentence recorded)";
        OwnLedger: "自有台账", "Own ledger";
        OwnTitle: "我的政策", "My policies";
        NeedsPlace: "请选择地区", "choose a place";
        UnknownPlace: "没有代码是 {value} 的地区", "no place has the code {value}";
        NeedsTitle: "请填题名", "a title is needed";
        NoSuchDate: "“{value}”不是日期：请写 2024、2024-05 或 2024-05-06", "“{value}” is no date: write 2024, 2024-05 or 2024-05-06";
        NoDate: "没有日期：月份记为未知，按月的图里没有它", "without a date its month is unknown, and charts by month leave it out";
        HalfPeriod: "期限要写起止两头", "a period needs both its ends";
        PeriodBackwards: "期限的终点 {value} 早于起点", "the period ends ({value}) before it begins";
        NoLink: "“{value}”不是 http 或 https 网址", "“{value}” is no address of http or https";
        NoSentence: "还没有依据：写上原文里的一句，别人才核对得了", "no sentence yet: others can check it by one";
        NoStrength: "有依据，没有选力度", "a sentence without a strength";
    }
}
