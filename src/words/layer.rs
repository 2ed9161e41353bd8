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
        Saved: "已保存到我的政策：{title}", "Saved with my policies: {title}";
        SavedDraft: "已存为草稿，还不计入：{title}", "Saved as a draft, not counted yet: {title}";
        Removed: "已删除：{title}（Ctrl+Z 恢复）", "Removed: {title} (Ctrl+Z brings it back)";
        NotKept: "没有写进文件：{why}。改动仍在本窗口，下次保存会再写", "Not written to the file: {why}. The change stays in this window and is written with the next one";
        ChangedElsewhere: "图层文件在别处改过：已读入那一份，本窗口没有写进去的改动另存在 unsaved 文件夹", "The layer's file was changed elsewhere: that one is shown, and what this window had not written is kept in the folder unsaved";
        NoFolder: "没有可以存放图层的文件夹", "there is no folder to keep a layer in";
        AddPolicy: "添加政策", "Add a policy";
        AddPolicyOf: "添加{place}的政策", "Add a policy of {place}";
        AddPolicyDoc: "把自己掌握的一项政策登记下来，和目录里的一起比较；存在自己的图层文件里，不改动目录。", "Record a policy that you know of and compare it with those of the catalogue; it is kept in a layer of your own, and the catalogue stays as it is.";
        MineCount: "＋ 我的 {n} 项", "+ my {n}";
        MineAndDrafts: "＋ 我的 {n} 项，草稿 {drafts}", "+ my {n}, {drafts} drafts";
        EditPolicy: "编辑", "Edit";
        OwnPolicy: "我的政策", "My policy";
        FormTitle: "我的政策", "A policy of mine";
        FormHint: "只需地区和题名，其余可以以后补。", "Only place and title are needed; the rest can follow.";
        Place: "地区", "Place";
        OtherPlace: "换一个", "Another";
        Title: "题名", "Title";
        Date: "日期", "Date";
        Number: "文号", "Document number";
        NumberExample: "如 温政办〔2024〕12号", "such as 温政办〔2024〕12号";
        Issuer: "发文机关", "Issuer";
        Link: "链接", "Link";
        PeriodName: "期限", "Period";
        PeriodFrom: "期限起", "Period from";
        PeriodTo: "期限止", "Period to";
        Note: "备注", "Note";
        FocusHead: "方向", "Focus";
        StrengthHead: "这份文件说到什么程度", "How strongly the text takes it up";
        SentenceHead: "依据（原文一句）", "The sentence it rests on";
        AtHead: "出处", "Place in the text";
        SentenceOf: "{focus}的依据", "Sentence on {focus}";
        AtOf: "{focus}的出处", "Place in the text on {focus}";
        NotReadYet: "未读", "not read";
        NotStatedHere: "未提及", "not stated";
        AbsentHere: "确无", "absent";
        MentionedHere: "提及", "mentioned";
        SubstantiveHere: "实质", "substantive";
        CoreHere: "核心", "core";
        ReadWhole: "已通读全文", "I have read the whole text";
        ReadWholeHint: "勾上以后，没有选的方向记为“未提及”；不勾则是“未考察”。", "With this, a focus without a choice is not stated; without it, not assessed.";
        ChangeTo: "改为 {value}", "Change to {value}";
        Save: "保存", "Save";
        SaveDraft: "存为草稿", "Save as a draft";
        SaveAndNext: "保存并再加一项", "Save and add another";
        Remove: "删除", "Remove";
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
