//! Texts about tables that come in: kinds of files, and why one was not read.

super::texts! {
    /// Kinds of files with tables, and faults of reading one with what to do.
    TableText {
        KindXlsx: "Excel 工作簿（.xlsx）", "Excel workbook (.xlsx)";
        KindXlsb: "Excel 二进制工作簿（.xlsb）", "binary Excel workbook (.xlsb)";
        KindXls: "Excel 97-2003 工作簿（.xls）", "Excel 97-2003 workbook (.xls)";
        KindOds: "开放文档表格（.ods）", "OpenDocument spreadsheet (.ods)";
        KindHtml: "网页表格", "table of a page";
        KindTabs: "以制表符分隔的文本", "text with tabs between cells";
        KindDelimited: "以“{sign}”分隔的文本", "text with \"{sign}\" between cells";
        Empty: "文件里没有内容：请核对是不是选错了文件", "there is nothing in the file: check that it is the right one";
        NoTableDocument: "这是文字文档，不是表格：请在 Word 或 WPS 里选中表格、复制，再粘贴到导入窗口", "this is a document, not a spreadsheet: select the table in Word or WPS, copy it, and paste it into the import window";
        NoTableFixed: "这是版式文件（PDF、OFD），不能当表格读：请打开后选中表格、复制粘贴，或向发文单位索取 .xlsx", "this is a fixed page (PDF, OFD) and cannot be read as a table: open it, select the table, copy and paste it, or ask its issuer for the .xlsx";
        NoTableSlides: "这是演示文稿：请选中其中的表格、复制，再粘贴到导入窗口", "these are slides: select their table, copy it, and paste it into the import window";
        NoTablePicture: "这是图片，里面没有可读的文字：请改用表格文件，或录入后再导入", "this is a picture without text to read: use a file with the table, or type it first";
        NoTableArchive: "这是压缩包：请先解压，再选其中的表格文件", "this is an archive: unpack it first and choose the file with the table";
        NoTablePage: "网页里没有表格：请选中表格所在的部分复制粘贴，或用“添加政策”逐项粘贴", "the page has no table: copy and paste the part with the table, or paste its policies one by one with \"Add a policy\"";
        NoTableOldWorkbook: "这是以网页或 XML 保存的工作簿：请用 Excel 或 WPS 打开，另存为 .xlsx", "this is a workbook saved as a web archive or XML: open it with Excel or WPS and save it as .xlsx";
        NoTableUnknown: "看不出是什么文件：请用 Excel 或 WPS 打开，另存为 .xlsx 或 .csv", "the kind of this file is not known: open it with Excel or WPS and save it as .xlsx or .csv";
        Protected: "工作簿设有打开密码：请用 Excel 或 WPS 打开，取消密码后另存", "the workbook asks for a password: open it with Excel or WPS, remove the password and save it";
        InPart: "（{part}）", " ({part})";
        Broken: "{kind}读不下去{place}：{detail}。请用 Excel 或 WPS 打开，另存为新的 .xlsx", "{kind} cannot be read to its end{place}: {detail}. Open it with Excel or WPS and save it as a new .xlsx";
        Odd: "{kind}内部前后不符{place}，像是损坏了。请用 Excel 或 WPS 打开，另存为新的 .xlsx", "{kind} does not fit together inside{place} and seems damaged: open it with Excel or WPS and save it as a new .xlsx";
        TooLarge: "文件有 {size}，最多读 {most}：请拆成几份，或只留下要导入的工作表", "the file has {size}, and at most {most} are read: split it, or keep the sheet to import alone";
        Unfolds: "{part}解压后超过 {most}，不像是台账：请用 Excel 或 WPS 打开，只留下要导入的工作表，另存为 .xlsx", "{part} unfolds to more than {most}, which is unlike a ledger: open it with Excel or WPS, keep the sheet to import alone and save it as .xlsx";
        TheTable: "表格", "the table";
        TheSheet: "工作表“{sheet}”", "sheet \"{sheet}\"";
        TooManyCells: "{sheet}的单元格超过 {most} 个：请删去多余的行列，或拆成几份", "{sheet} has more than {most} cells: delete rows and columns that are not needed, or split it";
        TooManyRows: "{sheet}超过 {most} 行：请删去多余的行，或拆成几份", "{sheet} has more than {most} rows: delete those not needed, or split it";
        TooManyColumns: "{sheet}第 {row} 行超过 {most} 列：请删去多余的列，并核对分隔符", "{sheet}, row {row}, has more than {most} columns: delete those not needed, and check the sign between cells";
        TooMuchText: "{sheet}的文字超过 {most}：请删去不导入的内容，或拆成几份", "{sheet} has more than {most} of text: delete what is not to be imported, or split it";
        TooManyRanges: "{sheet}的合并区域或链接覆盖的单元格超过 {most} 个：请取消整行整列的合并后另存", "merged or linked ranges of {sheet} cover more than {most} cells: unmerge whole rows and columns and save it";
        TemplateTitle: "政策台账模板", "Template for a ledger of policies";
        TemplateSheet: "台账", "Ledger";
        HeadRegion: "地区", "Place";
        HeadTitle: "题名", "Title";
        HeadNumber: "文号", "Number";
        HeadIssuer: "发文机关", "Issuer";
        HeadPublished: "发布日期", "Date of publication";
        HeadSigned: "成文日期", "Date of signature";
        HeadInForce: "施行日期", "Effective date";
        HeadStage: "阶段", "Stage";
        HeadLink: "链接", "Link";
        HeadNote: "备注", "Note";
        ExampleMark: "示例：", "Example: ";
        ExampleTitle: "温州市促进人工智能产业发展若干政策（导入时不计，可删去）", "measures of Wenzhou for the AI industry (not imported; may be deleted)";
        ExampleOtherTitle: "鹿城区智能算力发展行动方案（征求意见稿）", "plan of Lucheng District for computing power (draft)";
        ExampleRegion: "温州市", "330300";
        ExampleOtherRegion: "浙江省温州市鹿城区", "330300";
        ExampleIssuer: "温州市人民政府办公室", "General Office of Wenzhou";
        ExampleOtherIssuer: "鹿城区发展和改革局", "Development and Reform Bureau of Lucheng";
        ExampleMonth: "2024年5月", "2024-05";
        ExampleNote: "只知道月份就写月份", "a month will do where the day is not known";
        Cancelled: "已取消读取", "reading was cancelled";
    }
}
