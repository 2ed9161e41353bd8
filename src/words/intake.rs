//! Texts about what comes in: doubts about values found in a copied text.

super::texts! {
    /// Doubts about values found in a text, and names that its parts get.
    IntakeText {
        NoticeTitle: "通知题名", "title of the notice";
        ShortYear: "年份只有两位，是否指 {date}？", "the year has two digits: {date}?";
        NoYear: "没有写年份：请补上", "no year is given: add it";
        NoYearBut: "没有写年份：是否指 {date}？", "no year is given: {date}?";
        TwoMonths: "表格里的数字分不清月份：{one} 还是 {other}？", "a number of a spreadsheet does not tell the month: {one} or {other}?";
        NoSuchDate: "没有这个日期，最近的是 {date}", "no such date; nearest: {date}";
        Finer: "“{words}”比日期写得细，原文留作备注", "\"{words}\" says more than a date can; the words are kept as a remark";
        Misspelt: "日期里有不该有的字母或标点：请核对", "the date holds a letter or mark that does not belong there: check it";
        DayCount: "一般格式的数字，按表格的日期序号读：请核对", "a plain number, read as the days of a spreadsheet: check it";
        Span: "是一段时间（{from} 至 {to}），可作期限", "a span of time ({from} to {to}), which may be the period";
        NoDate: "不是日期，原文留作备注", "no date; the words are kept as a remark";
        WhichEvent: "{date} 是公布、签署还是印发日期？", "Is {date} the day of publication, signature or issue?";
        OddNumber: "文号不是通常的写法，照原样保留：请核对", "the document number is not written as usual; it is kept as it is: check it";
        NoSeries: "文号缺代字：请补上年份前的机关代字", "the document number lacks its word for the issuer, which stands before the year: add it";
        SeveralNumbers: "有 {n} 个文号：请选一个", "document numbers: {n}; choose one";
        CitedNumber: "正文里提到 {number}，可能是别的文件的：是这份的吗？", "the text mentions {number}, perhaps of another document: is it this one's?";
        CitedTitles: "正文里引的题名，可能是别的文件的：请选", "titles quoted in the text, perhaps of other documents: choose";
        SeveralLinks: "有 {n} 个网址：请选一个", "addresses: {n}; choose one";
        PlaceAndCode: "{place}（{code}）", "{place} ({code})";
        SeveralPlaces: "说到几个地区：{places}。请选一个", "several places are named: {places}; choose one";
        NoPlace: "没有找到这个地区：请选", "no such place is known: choose one";
        NoPlaceBut: "没有找到这个地区：是否指{place}？", "no such place is known: {place}?";
        MyPlace: "按“我的地区”读作{place}", "read as my region, {place}";
        NoMyPlace: "说的是本单位所在地，而“我的地区”没有选定：请选", "this is wherever the writer is, and no region of mine is chosen: choose one";
        PlaceByNumber: "只凭文号的第一个字：请核对", "by the first sign of the document number alone: check it";
        NoStage: "看不出是征求意见稿还是正式文本：请选", "neither a draft nor a final text by its words: choose";
        DraftByTitle: "题名写着征求意见稿或草案，记为征求意见稿", "the title calls it a draft for comment; it is kept as one";
        StageByTitle: "题名写着征求意见稿或草案，阶段写的却是正式文本：是哪一种？", "the title calls it a draft for comment, and the stage says final text: which is it?";
        Repealed: "写明废止或失效：照样导入，记在备注里，仍计入政策数", "it says that the policy is repealed: it is imported with this remark, and still counts as a policy";
        OtherRows: "表格有 {n} 行，只读了第一行：整张表请用导入", "the table has {n} rows, of which the first was read: import it for the others";
    }
}
