//! Texts of the window's export and citations.

use super::texts;

texts! {
    /// Texts of the window for writing and citing.
    ExportText {
        ScopeView: "当前视图", "This view";
        ScopeWhole: "整个目录", "The whole catalogue";
        ScopeRows: "表格", "The table";
        OverviewIs: "写出总览的矩阵：每行一个地区，每个方向一列，每格带标记。", "Writes the matrix of the overview: a row each place, a column each focus, each cell with its mark.";
        TableIs: "写出屏幕上的表格：筛选、来源、列和次序相同，方向带标记。", "Writes the table on the screen: the same filter, lens, columns and order, focuses with their marks.";
        ComparisonIs: "写出屏幕上的对比：每列一个地区或政策，带编号，每格带标记。", "Writes the comparison on the screen: a column each place or policy with its id, each cell with its mark.";
        ChartIs: "写出屏幕上图表的数字；图本身用“文件 › 保存图表”。", "Writes the numbers of the chart on the screen; for the picture use File › Save figure.";
        WholeIs: "不加筛选，列出全部列，按默认次序；来源仍是屏幕上所选的。", "Without a filter, with every column, in the default order; through the sources chosen on the screen.";
        ScopeBundle: "研究数据包", "Research bundle";
        BundleIs: "当前视图的长表、变量说明、来源、引文、重做所需的记录（recipe.ron）和校验和：别人可以据此核验，也可以重做出同样的字节。", "Long tables of this view, codebook, sources, citations, recipe and checksums: others can verify it, and make the same bytes again.";
        BundleFolder: "文件夹：须是新的或空的", "A folder: a new or an empty one";
        BundleZip: "一个 .zip 文件", "One .zip file";
        BundleWhole: "长表收录整个目录，不论筛选", "Long tables of the whole catalogue, whatever the filter";
        BundleFigures: "附图（SVG 与图中数字）", "Figures (SVG and their numbers)";
        PreviewFile: "预览：{name} 的开头", "Preview: how {name} begins";
        OtherSuffix: "文件名以 .{suffix} 结尾，所选格式是 .{own}：请改文件名或改格式", "The name ends in .{suffix}, the chosen format is .{own}: change the name or the format";
        Occupied: "已有这个文件：{path}。替换后原来的内容不再保留。", "This file is there already: {path}. Its content is lost when it is replaced.";
        NameMatrix: "矩阵", "Matrix";
        NamePolicies: "政策表", "Policies";
        NamePlaces: "地区表", "Places";
        NameComparison: "对照", "Comparison";
        NameMemo: "政策对照", "Policy_comparison";
        MemoFocuses: "方向", "Focuses";
        MemoFocus: "写{focus}", "Tell of {focus}";
        MemoOfficial: "公文版式", "Office document";
        MemoOfficialHint: "按 GB/T 9704：三号仿宋，每页 22 行、每行 28 字，页数不限", "After GB/T 9704: 22 lines a page, as many pages as it takes";
        MemoBrief: "一页简报", "One-page brief";
        MemoBriefHint: "小四，放得下时只有一页", "Small type, one sheet where it fits";
        MemoDated: "写上日期（{date}）", "Date it ({date})";
        MemoImprint: "末尾写明查询与目录文件的校验和", "Say at the end which query and which file it was made from";
        NameCatalogue: "整个目录", "Catalogue";
        NameAll: "全部", "all";
        GoesTo: "将写到：{path}", "It will be written to {path}";
        SuffixAdded: "将写到：{path}（名称没有后缀，已补上 .{own}）", "It will be written to {path} (the name has no suffix; .{own} is added)";
        Proposed: "建议存为：{path}；下一步可改名称和位置", "Proposed: {path}; name and place can be changed in the next step";
        CopiesTable: "这张表，作为文字和表格", "this table, as text and as a table";
        CopiesFigure: "这张图，作为图片", "this figure, as a picture";
        PrintsPage: "打开一个网页，从那里打印", "opens a page to print from";
        PrintsPdf: "打开一个 PDF，从那里打印", "opens a PDF to print from";
        Printable: "已交给系统打开，请从那里打印：{name}", "Opened by the system, print it from there: {name}";
        OpenFile: "打开", "Open";
        OpenFolder: "打开所在文件夹", "Open folder";
        CannotLaunch: "系统没能打开 {path}（{why}）。请在文件管理器里打开。", "The system did not open {path} ({why}). Open it in the file manager.";
        FigurePreview: "预览：{title}", "Preview: {title}";
        FigureSize: "{w} × {h} 毫米", "{w} × {h} mm";
        FigureSizePixels: "{w} × {h} 毫米，{x} × {y} 像素", "{w} × {h} mm, {x} × {y} pixels";
        FigureWidth: "宽（毫米）", "Width (mm)";
        FigureDpi: "每英寸像素", "Pixels per inch";
        FigureLight: "浅色", "Light";
        FigureDark: "深色", "Dark";
        Rows: "条数", "Rows";
        Filter: "筛选", "Filter";
        Lens: "来源", "Sources";
        Order: "次序", "Order";
        Columns: "列", "Columns";
        ByPolicy: "默认：月份、地区代码、编号", "default: month, code of the place, id";
        ByPlace: "默认：地区代码", "default: code of the place";
        Descending: "{column}（倒序）", "{column} (descending)";
        ColumnNames: "{n} 列：{names}", "{n}: {names}";
        Format: "格式", "Format";
        PreviewBegin: "预览：文件的开头", "Preview: how the file begins";
        PreviewAll: "预览：文件的全部内容", "Preview: all of the file";
        PreviewRows: "预览：前 {k} 行，共 {n} 行", "Preview: {k} of {n} rows";
        NotPossible: "这个格式写不出：{why}", "not possible in this format: {why}";
        LastTime: "没有写成：{why}", "Not written: {why}";
        Again: "再试…", "Try again…";
        CiteWhat: "引用什么", "What to cite";
        CiteForm: "格式", "Form";
        CitePolicy: "政策：{title}", "Policy: {title}";
        CitePlace: "说到{place}的来源", "Sources that speak of {place}";
        CiteStatement: "陈述 {id}：{summary}", "Statement {id}: {summary}";
        CiteSource: "来源：{name}", "Source: {name}";
        CiteFigure: "图：{title}", "Figure: {title}";
        CiteView: "当前视图", "This view";
        CiteCatalogue: "整个目录", "The whole catalogue";
        CiteNothing: "所选来源都没有说到该地", "none of the chosen sources speaks of this place";
        CiteCut: "这里只显示开头，复制的是全部。", "Only the beginning is shown; everything is copied.";
        CopyThis: "复制", "Copy";
        OfForm: "{name}：{form}", "{name}: {form}";
    }
}
