//! Texts about a catalogue file and about what a catalogue says.

use super::texts;

texts! {
    /// Problems of a file and words for what a catalogue holds.
    CatalogueText {
        Error: "错误", "error";
        Warning: "警告", "warning";
        Draft: "草稿", "draft";
        StackTitle: "{title} ＋ 图层“{layer}”（{n} 项）", "{title} + layer \"{layer}\" ({n} {n|policy|policies})";
        BadTag: "图层标记“{tag}”应为四个字符，只用 a–z 和 2–7", "the tag of a layer has four characters of a–z and 2–7, which \"{tag}\" has not";
        SameTag: "图层标记“{tag}”与 {other} 的相同：其中一个请运行 policy-atlas layer renumber", "{other} has the tag \"{tag}\" too: run policy-atlas layer renumber on one of them";
        OtherBase: "这个图层是在目录 {over} 上做的，打开的是 {base}：请用 --catalogue 打开那个目录", "this layer was made over the catalogue {over}, and {base} is open: open that one with --catalogue";
        OtherRelease: "这个图层是在 {over} 版上做的，打开的是 {base} 版：请核对它引用的记录", "this layer was made over release {over}, and {base} is open: check the records that it names";
        NotABase: "这是一个图层，不能单独作为目录打开：请用 --layer，下面加目录", "this is a layer and no catalogue of its own: open it with --layer over its catalogue";
        EmptyFile: "文件是空的：请选一个目录文件（RON）", "the file is empty: choose a catalogue file (RON)";
        NotUtf8: "不是 UTF-8 文本（像是 {guess}）：请另存为 UTF-8", "not UTF-8 text (looks like {guess}): save it as UTF-8";
        NulByte: "含有 NUL 字节：这不是文本文件，或已损坏", "holds a NUL byte: not a text file, or damaged";
        FullWidth: "此处应为半角“{wanted}”，写成了全角“{found}”", "a full-width \"{found}\" stands where RON needs \"{wanted}\"";
        MissingField: "缺少字段 {name}", "field {name} is missing";
        UnknownField: "未知字段 {name}", "unknown field {name}";
        FieldTwice: "字段 {name} 写了两次", "field {name} stands twice";
        UnknownVariant: "未知取值 {name}（可用：{known}）", "unknown value {name} (known: {known})";
        OlderSchema: "格式版本 {found} 早于本程序所知的第 1 版，无法打开", "schema {found} is older than schema 1, the first this program knows";
        NewerSchema: "格式版本 {found} 比本程序新（第 {known} 版）：请更新程序，文件未改动", "schema {found} is newer than this program's ({known}): update the program; the file is untouched";
        DuplicateId: "编号 {id} 与前面的记录重复", "id {id} is already taken by an earlier record";
        UnknownReference: "未知{what}“{id}”", "unknown {what} \"{id}\"";
        AFocus: "方向", "focus";
        ARegion: "地区", "place";
        ASource: "来源", "source";
        APolicy: "政策", "policy";
        AText: "正文", "text";
        AStatement: "陈述", "statement";
        ALayer: "图层", "layer";
        DidYouMean: "，是否指 {near}？", ", did you mean {near}?";
        CountyCode: "{code} 是县级代码，按上级 {parent} 计", "{code} is the code of a county; its parent {parent} is used";
        RetiredCode: "{code} 是 {since} 年起停用的代码，按 {into} 计", "{code} has been retired since {since}; {into} is used";
        CountedUnder: "{name}计入{place}（{code}）", "{name} is counted as {place} ({code})";
        CountedSince: "{name} {since} 年起归{place}（{code}）", "{name} has been part of {place} ({code}) since {since}";
        CountedElsewhere: "“{word}”不单独计：{parts}。请写代码", "\"{word}\" is not counted by itself: {parts}; give that code";
        LongCode: "地区代码 {code} 有 {n} 位：这里只写前六位 {six}", "the code {code} has {n} digits: here the first six are written, {six}";
        BadDate: "日期“{text}”不存在，或不是 YYYY、YYYY-MM、YYYY-MM-DD", "date \"{text}\" does not exist or is not YYYY, YYYY-MM or YYYY-MM-DD";
        EarlyDate: "日期 {text} 早于 1949 年：请核对年份", "the date {text} is before 1949: check the year";
        LateDate: "日期 {text} 远晚于全部来源（最晚的一个是 {last}）：请核对年份", "the date {text} is long after every source (the last is of {last}): check the year";
        PeriodBackwards: "期限的终点 {to} 早于起点 {from}", "the period ends ({to}) before it begins ({from})";
        BadPercent: "百分数 {text} 不能用：请写不小于 0、至多一位小数的数", "{text} is no percentage: write a number from 0 on with at most one decimal place";
        NotCovered: "来源 {source} 不涵盖政策 {policy}，却有关于它的陈述", "source {source} does not cover policy {policy}, yet a statement of it rests on that source";
        TextOfOther: "正文 {text} 是政策 {policy} 的，不是这一条所说的政策", "text {text} is of policy {policy}, and this record is about another one";
        MarkOfVersion: "标注在正文 {text} 里，那是{version}：这一条须写 version: {word}", "the mark is in text {text}, which is of the {version}: this statement needs version: {word}";
        NoParagraph: "正文 {text} 只有 {n} 段：段落从 1 数起", "text {text} has {n} {n|paragraph|paragraphs}, counted from 1, and not this one";
        NoSuchPlace: "正文 {text} 的这一段有 {n} 个字：from 从 0 数起，to 在末字之后，须大于 from", "this paragraph of text {text} has {n} {n|character|characters}: from counts from 0, and to follows the last character";
        WordsDiffer: "标注处的文字与引文不同：正文这里是“{words}”。请改引文，或重新标注", "words at the mark differ: the text has \"{words}\" there; mend the quotation or mark it again";
        SpanWhole: "{from} 至 {until}", "from {from} to {until}";
        SpanFrom: "自 {from} 起", "from {from} on";
        SpanUntil: "截至 {until}", "until {until}";
        EmptyText: "文字是空的", "the text is empty";
        BadCharacter: "含有控制字符或改变文字方向的字符 {code}", "holds the control or direction-changing character {code}";
        LeftOut: "含有任何文档都存不下的字符 {code}，已略去", "holds the character {code}, which no document can hold: it is left out";
        CaseOnly: "方向编号 {id} 与 {other} 只差大小写，导出的列在数据库和表格程序里会混为一列：请换一个编号", "the focus id {id} differs from {other} in the case of letters only, and databases and spreadsheets take their columns for one: choose another id";
        TakenWord: "来源编号 {id} 在查询里是另一个意思（source:{id}），这个来源无法单独查询：请换一个编号", "source:{id} means something else in a query, so that a source with the id {id} cannot be asked for: choose another id";
        NoScheme: "网址“{address}”没有写 https://，按 {read} 读", "address \"{address}\" has no https:// before it; it is read as {read}";
        NoLink: "“{address}”不是 http 或 https 网址，只作文字，不能打开", "\"{address}\" is no address of http or https: it stays text and is not opened";
        OddPolicyId: "编号 {id} 不是“地区-年份-序号”的形式", "id {id} is not of the form region-year-serial";
        TooMany: "{list} 的记录太多", "too many records in {list}";
        FurtherProblems: "这条记录里同类问题还有 {n} 处，不再一一列出", "{n} more problems of the same kind in this record, not listed one by one";
        OpenString: "引号没有配对：从这里开始的文字没有结束", "a string that begins here never ends";
        OpenBracket: "括号“{bracket}”没有配对", "bracket \"{bracket}\" is never closed";
        OpenComment: "注释没有结束", "a comment that begins here never ends";
        WrongBracket: "括号“{bracket}”与前面的括号不配对", "bracket \"{bracket}\" does not match the one that is open";
        LooseText: "引号外有文字“{text}”：前面大概少了一个引号", "text \"{text}\" outside quotation marks: a quotation mark before it is probably missing";
        ExpectedSign: "此处应为“{sign}”", "\"{sign}\" expected here";
        ExpectedText: "此处应为带引号的文字", "a text in quotation marks expected here";
        ExpectedNumber: "此处应为整数", "a whole number expected here";
        NumberTooLarge: "数字超出范围", "the number is out of range";
        TooDeep: "嵌套太深", "nested too deeply";
        Syntax: "RON 语法：{error}", "RON syntax: {error}";
    }
}
