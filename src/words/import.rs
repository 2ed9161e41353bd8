//! Texts about tables that come in: what their columns are, what each row does, where each cell goes.

super::texts! {
    /// Texts about the import of tables.
    ImportText {
        PartOfDate: "{event}日期的{part}", "{part} of the date ({event})";
        Year: "年", "year";
        Month: "月", "month";
        Day: "日", "day";
        AsRemark: "作为备注", "as a remark";
        LeftOut: "忽略", "left out";
        NoHead: "{column}列", "column {column}";

        FateNew: "新增", "new";
        FateSame: "无变化", "unchanged";
        FateChanged: "有改动", "changed";
        FateDouble: "可能重复", "possibly there already";
        FateFaulty: "有问题", "with problems";
        FateNoRecord: "不是记录", "no records";
        IsHeads: "重复的表头", "the heads again";
        IsSum: "合计", "a sum";
        IsNote: "说明", "a note";
        IsGroup: "分组标题", "a name of the rows below";
        IsExample: "模板的示例", "an example of the template";
        IsEmpty: "没有内容", "nothing in it";
        IsSaid: "指明不是记录", "said to be no record";

        IsError: "单元格是表格的错误值：请在表格里改好", "the cell holds an error of the spreadsheet: mend it there";
        IsReadOnly: "{id} 是目录里的政策，只能查看：改动没有采用", "{id} is a policy of the catalogue, which is only read: the change is not taken";
        NoSuchId: "图层里没有这个编号：请核对；清空编号则作为新增", "the layer has no policy with this id: check it; without an id the row is new";
        NoStrength: "不是力度的写法", "this is no strength";
        SameRow: "与第 {row} 行是同一项", "the same policy as row {row}";
        LikePolicy: "可能就是已有的 {id}", "perhaps {id}, which is there already";
        OpenDate: "“{head}”是发布、成文还是印发日期？", "is \"{head}\" the day of publication, signature or issue?";
        OpenBlanks: "“{head}”有 {n} 行空着：是否同上一格？", "\"{head}\" is blank in {n} rows: the same as the cell above?";

        Sheet: "工作表“{sheet}”", "sheet \"{sheet}\"";
        TheTable: "表格", "the table";
        SheetLine: "{sheet}：表头第 {header} 行，{columns} 列", "{sheet}: heads in row {header}, {columns} columns";
        SheetOff: "{sheet}：未采用，有内容的单元格 {n}", "{sheet}: not taken, {n} cells";
        SheetHidden: "{sheet}：隐藏，未采用，有内容的单元格 {n}", "{sheet}: hidden, not taken, {n} cells";
        SheetNoHeads: "{sheet}：没有找到表头，未采用，有内容的单元格 {n}", "{sheet}: no heads found, not taken, {n} cells";
        ColumnLine: "列 {column} “{head}” → {field}", "column {column} \"{head}\" → {field}";
        ColumnUnplaced: "列 {column} “{head}” → {field}（没有认出；如 {samples}）", "column {column} \"{head}\" → {field} (not recognised; such as {samples})";
        RowsLine: "{n} 行：{fates}", "{n} rows: {fates}";
        FateCount: "{fate} {n}", "{fate}: {n}";
        ChangedCount: "{fate} {n}（{fields} 处）", "{fate}: {n} ({fields} values)";
        Row: "第 {row} 行", "row {row}";
        RowOfSheet: "{sheet}第 {row} 行", "row {row} of {sheet}";
        RowNoRecord: "{row}不是记录（{why}）：{text}", "{row} is no record ({why}): {text}";
        RowDraft: "{row}存为草稿：{text}", "{row} is kept as a draft: {text}";
        RowFate: "{row}{fate}：{text}", "{row}, {fate}: {text}";
        ChangeLine: "{at} {field}：{old} → {new}", "{at} {field}: {old} → {new}";
        ChangeNew: "{at} {field}：补上 {new}", "{at} {field}: {new} added";
        ProblemLine: "{at} {head} “{raw}”：{what}", "{at} {head} \"{raw}\": {what}";
        ProblemAtBlank: "{at} {head}：{what}", "{at} {head}: {what}";
        ProblemOffers: "（可改为 {offers}）", " (to choose from: {offers})";
        InSheet: "{sheet}!{at}", "{sheet}!{at}";
        CellsLine: "单元格 {all}：表头 {header} · 采用 {taken} · 备注 {remark} · 忽略 {ignored} · 未采用 {not_taken}", "{all} cells: heads {header} · taken {taken} · remarks {remark} · left out {ignored} · not taken {not_taken}";
        CellsIgnored: "（列{columns}）", " (columns {columns})";
        ColumnQuoted: "“{head}”", "\"{head}\"";
        DoneLine: "{n} 项改动", "{n} changes";
        EncodingLine: "按 {encoding} 读出", "read as {encoding}";
        EncodingGuess: "按 {encoding} 读出，是猜测：请核对，可用 --encoding 指明", "read as {encoding}, a guess: check it, or say it with --encoding";
        EncodingLost: "，有 {n} 个字符读不出", ", {n} signs could not be read";
        UnknownEncoding: "没有叫“{word}”的编码：可用 {known}", "no encoding is called \"{word}\": {known}";
        NoSheet: "没有叫“{sheet}”的工作表：有 {known}", "there is no sheet \"{sheet}\": there are {known}";
        BadHeader: "“{text}”不是行号：请写 2 或 2-3", "\"{text}\" is no row: write 2 or 2-3";
        NoHeads: "没有找到表头：用 --header 指明在第几行", "no heads were found: say with --header in which row they are";
        AnswerFirst: "先答上面所问，再导入：在 --map 的文件里写明列是什么，如 (columns: [(head: \"{head}\", field: \"published\")])", "answer the question above first: say in the file of --map what the column is, as (columns: [(head: \"{head}\", field: \"published\")])";
        EmptyMapping: "对应文件是空的", "the file of the mapping is empty";
        Clipboard: "标准输入", "standard input";
        NeedsFile: "要导入哪个文件？写文件名，或 - 读标准输入", "which file? Name it, or write - for standard input";
        NeedsLayer: "写进哪个图层？用 --to 指明", "into which layer? Say it with --to";

        HelpImport: "把表格里的政策导入图层文件：xlsx、xls、ods、csv 或网页表格", "import the policies of a table into the file of a layer: xlsx, xls, ods, csv or a table of a page";
        HelpAfter: "表头按常见的写法认出；没有认出的列作为备注保留。有问题的行不导入，退出码为 1；加 --drafts 则存为草稿。同一份表格再导入一次，改动为 0。", "Heads are recognised by their usual names; columns that are not are kept as remarks. Rows with problems are left out with exit status 1; with --drafts they are kept as drafts. The same table a second time changes nothing.";
        HelpArgTable: "表格文件；- 为标准输入", "the file with the table; - is standard input";
        HelpArgSheet: "采用哪个工作表：名称，或 all（隐藏的也在内）；不写则为没有隐藏的各表", "the sheet to take: its name, or all (hidden ones too); every sheet that is not hidden without it";
        HelpArgHeader: "表头在第几行，如 2 或 2-3；不写则自动认出", "the row of the heads: 2 or 2-3; found by their names without it";
        HelpArgMap: "列的对应和取值规则的文件（RON）", "a file (RON) that says what columns and values mean";
        HelpArgEncoding: "文本的编码：gb18030、utf-8、utf-16 或 big5；不写则自动认出", "the encoding of a text: gb18030, utf-8, utf-16 or big5; found without it";
        HelpArgDrafts: "有问题的行存为草稿", "keep rows with problems as drafts";
        HelpArgDryRun: "只说会怎样，不写文件", "say what would be done, and write nothing";
        HelpArgTemplate: "写一份空的填报模板（.xlsx），不导入", "write an empty workbook to fill in (.xlsx), and import nothing";
    }
}
