//! Texts about documents that come in: kinds of files, and why one was not read.

super::texts! {
    /// Kinds of documents, and faults of reading one with what to do.
    ReadingText {
        KindDocx: "Word 文档（.docx）", "Word document (.docx)";
        KindOfd: "OFD 版式文件", "OFD document of fixed pages";
        KindHtml: "网页", "web page";
        KindText: "纯文本", "plain text";
        Empty: "里面没有文字：请核对是不是选错了文件", "there is no text in it: check that it is the right file";
        NoPdf: "PDF 不直接读取：请在阅读器中打开，全选、复制，再粘贴过来", "PDF is not read: open it in a reader, select all, copy and paste it here";
        NoOldDocument: "这是旧格式的文字文档（.doc、.wps、.rtf）：请用 Word 或 WPS 打开，另存为 .docx", "this is a document of an old format (.doc, .wps, .rtf): open it with Word or WPS and save it as .docx";
        Protected: "文件加了密码，里面的文字取不出来：请先去掉密码，另存一份", "the file has a password and its text cannot be had: take the password off and save it anew";
        NoWorkbook: "这是表格，不是正文：请用“导入表格”", "this is a workbook and no text: use the import of tables";
        NoPicture: "这是图片，里面没有可读的文字：请先识别成文字，再粘贴过来", "this is a picture without text to read: recognise its text first and paste it here";
        NoArchive: "这是压缩包：请先解压，再选其中的正文", "this is an archive: unpack it first and choose the text";
        NoUnknown: "看不出是什么文件：请打开后全选、复制，再粘贴过来", "the kind of this file is not known: open it, select all, copy and paste it here";
        Broken: "读不下去（{part}：{detail}）：请用 Word、WPS 或 OFD 阅读器打开，另存一份，或全选、复制后粘贴", "it cannot be read to its end ({part}: {detail}): open it with Word, WPS or an OFD reader and save it anew, or select all, copy and paste it";
        SignsAlone: "有 {pages} 页只画出字形，没有文字：请向发文单位索取可复制文字的版本，或识别成文字后粘贴", "{pages} pages are drawn without saying which characters they are: ask the issuer for one whose text can be copied, or recognise it and paste the text";
        Lost: "按 {encoding} 读有 {lost} 个字读不出：请换一种编码，或另存为 UTF-8", "read as {encoding}, {lost} characters are lost: choose another encoding, or save it as UTF-8";
        LostBefore: "有 {lost} 个字在复制或转换时就丢了，只剩“□”（多见于从 PDF 复制）：请换一个阅读器复制，或取 Word、OFD 文件", "{lost} {lost|character was|characters were} lost when it was copied or converted and {lost|stands|stand} as \"□\" (as from many a PDF): copy it from another reader, or take the Word or OFD file";
        TooLarge: "文件太大（展开后超过 {most} MB）：请只留下正文，另存一份", "the file is too large (more than {most} MB unfolded): keep the text alone and save it anew";
        TooManyPages: "超过 {most} 页：请拆成几份", "it has more than {most} pages: split it";
        TooLong: "文字超过 {most} 个：请拆成几份", "it has more than {most} characters: split it";
        ToldParagraphs: "{kind}：{n} 段", "{kind}: {n} {n|paragraph|paragraphs}";
        ToldNumbers: "补上自动编号 {n} 处", "{n} automatic {n|number|numbers} written out";
        ToldDeletions: "修订中删去的文字 {n} 处未计入", "{n} tracked {n|deletion|deletions} left out";
        ToldHeads: "页眉、页脚和页码未计入：{heads}", "heads, feet and page numbers left out: {heads}";
        ToldNotes: "脚注、尾注 {n} 条排在正文之后", "{n} {n|note|notes} after the text";
        ToldBoxes: "文本框 {n} 段排在最后", "{n} {n|paragraph|paragraphs} of text boxes at the end";
        ToldUnseen: "看不见的字符 {n} 个已去掉", "{n} {n|character|characters} that nobody sees taken out";
        ToldComposed: "拆开写的字母 {n} 个已合成一个字符", "{n} {n|letter|letters} written in parts made one character each";
        ToldSigns: "符号字体的符号 {n} 个不是文字，未计入", "{n} {n|sign|signs} of symbol fonts left out, which stand for no character";
        HelpText: "看一份正文读进来是什么样：段落、出处、句子", "how the text of a document is read: paragraphs, places, sentences";
        HelpArgDocument: "正文：.docx、.ofd、网页、纯文本，或 -（标准输入）", "the text: .docx, .ofd, a page, plain text, or - for standard input";
        ToldBeside: "相同 {same} 句，改动 {changed} 句，删去 {removed} 句，新增 {added} 句", "{same} {same|sentence|sentences} the same, {changed} changed, {removed} removed, {added} added";
        HelpArgBeside: "另一份较早的正文，例如征求意见稿：逐句对照，[-…-] 是删去的字，[+…+] 是新增的字", "an earlier text, such as the draft, to stand beside it sentence by sentence: [-…-] was removed, [+…+] added";
        HelpArgSentences: "每句一行", "one sentence a line";
    }
}
