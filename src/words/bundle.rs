//! Texts of the research bundle, of its recipe, and of making it again.

use super::texts;

texts! {
    /// The bundle, its pages and its replay.
    BundleText {
        // The page that a reader opens first.
        Title: "{title}：研究数据包", "{title}: research bundle";
        MadeBy: "由政策图谱（policy-atlas {program}）从目录 {id} 的 {release} 版生成。同一目录、同一配方、同一版程序，生成的每个字节都相同。", "Made by Policy Atlas (policy-atlas {program}) from release {release} of the catalogue {id}. The same catalogue, recipe and version of the program give the same bytes.";
        Scope: "目录的范围", "Scope of the catalogue";
        Asked: "这份数据回答什么", "What these data answer";
        Filter: "条件", "Filter";
        NoFilter: "无，即全部", "none, so everything";
        QueryLine: "查询", "Query";
        Lens: "视野", "Lens";
        Unit: "计数单位", "Unit";
        UnitPolicy: "政策", "policy";
        UnitRegion: "地区", "place";
        Order: "次序", "Order";
        UsualOrder: "月份、地区代码、编号", "month, code of the place, id";
        Columns: "列", "Columns";
        AllColumns: "全部", "all";
        Rows: "行数", "Rows";
        LongTables: "长表", "Long tables";
        LongWhole: "整个目录，不论条件", "the whole catalogue, whatever the filter";
        LongRows: "上述各行，及属于它们的陈述、日期和来源", "these rows, and the statements, dates and sources that belong to them";
        LeftOut: "不在其中", "What is left out";
        LeftPolicies: "不合条件的政策 {n} 项", "{n} policies that the filter does not let through";
        LeftRegions: "不合条件的地区 {n} 个", "{n} places that the filter does not let through";
        LeftSources: "视野之外的来源 {n} 个：{sources}。它们的话不计入力度和依据", "{n} sources outside the lens: {sources}. What they say counts for no strength or basis";
        LeftVersions: "说别一版本（征求意见稿或正式文本）的陈述 {n} 条不计入", "{n} statements on another version (a draft of a final, a final of a draft) are not counted";
        LeftNothing: "没有：目录里的政策都在，来源都在视野之内", "nothing: every policy of the catalogue is here and every source in the lens";
        Blanks: "空白不是零，也不是没有", "A blank is neither zero nor absence";
        NotStated: "来源考察过、没有提到。这是来源的沉默，不等于政策没有", "a source covers the policy and does not mention it. That is the source's silence and does not mean there is none";
        NotAssessed: "视野里没有来源考察过", "no source in the lens covers it";
        Absent: "编码者读过全文，确认没有", "a coder read the text and found none";
        MissingMark: "空缺：{why}", "missing: {why}";
        Coverage: "每种来源考察了什么", "What each source covers";
        CoverageId: "来源", "Source";
        CoverageGrade: "级别", "Grade";
        CoverageLens: "在视野内", "In the lens";
        CoverageOf: "考察的政策", "Policies covered";
        CoverageStatements: "陈述数", "Statements";
        CoversAll: "全部 {n} 项", "all {n}";
        CoversSome: "{k} / {n} 项", "{k} of {n}";
        CoversStated: "只算它提到的，沉默不作判断", "only what it states; its silence means nothing";
        Yes: "是", "yes";
        No: "否", "no";
        Files: "文件", "Files";
        FileName: "文件", "File";
        FileWhat: "内容", "Content";
        ThisFile: "本说明", "this page";
        RecipeFile: "配方：程序版本、目录及其内容哈希、所问", "recipe: version of the program, catalogue with the hash of its content, and what was asked";
        CatalogueFile: "整个目录，本程序可再打开；日后据此说明改动", "the whole catalogue, which the program opens again; later changes are told against it";
        CodebookFile: "代码本：各取值的含义，每个变量的类型、名称、取值、规则、缺失的含义", "codebook: what the values mean; type, labels, values, rule of each variable, and what missing means";
        CodebookCsv: "代码本：每个变量一行", "codebook: a row for each variable";
        CodebookValuesCsv: "代码本：分类变量的每个取值一行", "codebook: a row for each value of a category";
        CodebookMarks: "空缺的值在表中写作方括号里的标记，从不留空；月份写作 YYYY-MM，日期按来源给到的精度写。", "A missing value stands in the tables as a mark in square brackets and never as an empty cell; months are YYYY-MM, dates as precise as their source.";
        TableFile: "表：{title}", "table: {title}";
        FigureFile: "图：{title}", "figure: {title}";
        FigureSources: "图的来源，逐一列出：{title}", "the sources of the figure, each named: {title}";
        FigureTable: "图中的数字：{title}", "the numbers of the figure: {title}";
        CffFile: "引用信息（Citation File Format 1.2.0）", "how to cite (Citation File Format 1.2.0)";
        BibFile: "引用信息（BibTeX）", "how to cite (BibTeX)";
        CitationFile: "引用信息（GB/T 7714）", "how to cite (GB/T 7714)";
        PackageFile: "数据说明（Frictionless Data Package v2）", "description of the data (Frictionless Data Package v2)";
        SumsFile: "以上各文件的 SHA-256", "SHA-256 of the files above";
        Verify: "核对与重做", "Verify and replay";
        VerifySums: "在此文件夹中核对每个文件：", "Check every file, in this folder:";
        VerifyReplay: "重做并比较（换了目录版次，则逐条说明改动）：", "Make it again and compare (with another release of the catalogue the changes are told, statement by statement):";
        VerifyFrictionless: "按数据说明核对各表：", "Check the tables against their description:";
        Content: "目录内容的 SHA-256（即 catalogue.ron 的）", "SHA-256 of the catalogue's content (that of catalogue.ron)";
        Rights: "引用与许可", "Citation and licence";
        Licence: "目录的许可", "Licence of the catalogue";
        LicenceAny: "{names}（任选其一）", "{names} (any one of them)";
        NoLicence: "目录没有写明许可：使用前请问目录的作者", "the catalogue names none: ask its authors before using it";
        SourceRights: "所引来源的文字仍属各自的作者", "the words quoted from the sources remain their authors'";
        Authors: "作者", "Authors";
        NoAuthors: "目录没有写明作者", "the catalogue names none";

        // The command line.
        HelpArgBundle: "研究数据包写到的文件夹，或 .zip；代替 -o", "the folder, or .zip, to write the research bundle to; in place of -o";
        HelpArgFigures: "研究数据包里的图：名称以逗号分隔，all 或 none；默认 {usual}", "figures of the research bundle: names separated by commas, all or none; {usual} by default";
        OutputOrBundle: "-o 与 --bundle 只能写一个", "give -o or --bundle, not both";
        OutputMissing: "缺少 -o FILE 或 --bundle DIR", "-o FILE or --bundle DIR is missing";
        OnlyWithBundle: "{word} 只与 --bundle 同用", "{word} goes with --bundle only";
        NotWithBundle: "{word} 不能与 --bundle 同用：研究数据包的格式是固定的", "{word} cannot stand with --bundle: the formats of a bundle are fixed";
        Written: "已写出研究数据包（{what}，{n} 个文件）：{path}", "research bundle written ({what}, {n} files): {path}";
        HelpReplay: "按配方重做研究数据包，逐个文件比较，说明改动", "make a research bundle again from its recipe, compare every file, and tell what changed";
        HelpArgRecipe: "研究数据包里的 recipe.ron，或数据包的文件夹或 .zip", "the recipe.ron of a research bundle, or the folder or .zip of the bundle";
        HelpArgReplayOutput: "新的研究数据包写到的文件夹或 .zip（短写 -o）；不写则只比较", "the folder or .zip for the new bundle (short: -o); without it the bundle is only compared";
        RecipeUnreadable: "配方不能用：{problem}", "the recipe cannot be used: {problem}";
        GiveLayers: "；或者用 --layer 逐个给出它的图层文件：{layers}", "; or give its layers, each with --layer: {layers}";
        OtherCatalogue: "配方属于目录“{made}”，所用的是“{here}”：请用 --catalogue 给出“{made}”的一版，例如旁边的 catalogue.ron", "the recipe is of the catalogue \"{made}\", the one in use is \"{here}\": give a release of \"{made}\" with --catalogue, such as the catalogue.ron beside the recipe";
        CatalogueNotThatOne: "旁边的 catalogue.ron 不是做数据包时的那一份，不据以说明改动", "the catalogue.ron beside the recipe is not the one that the bundle was made from; changes are not told against it";
        ReportWritten: "已写出改动说明：{path}", "report of the changes written: {path}";

        // Making a bundle again.
        ReplaySame: "相同：重做所得的 {n} 个文件，每个字节都相同", "same: the {n} files made again are the same, byte for byte";
        ReplaySameContent: "相同：目录的内容与配方所记的一致（只有配方，没有文件可比）", "same: the catalogue says what the recipe has on record (there is the recipe alone and no file to compare)";
        ReplayMayDiffer: "做数据包的是 {made} 版程序，这是 {here} 版，字节可能不同", "the bundle was made by version {made} of the program, this is {here}: bytes may differ";
        ReplayDiffers: "重做所得的研究数据包不同", "The bundle made again is not the same";
        ReplayUnverified: "数据包没有核对", "The bundle was not verified";
        ReplayNoSums: "没有 SHA256SUMS，无从核对：下列文件只与重做所得的相比，这不足以说明它们就是当时的文件", "there is no SHA256SUMS, so nothing was verified: the files below are compared with those made again, which does not show that they are the files of that time";
        ReplaySumsUnreadable: "SHA256SUMS 读不懂（已损坏、太大，或不是这样的清单），无从核对：下列文件只与重做所得的相比，这不足以说明它们就是当时的文件", "SHA256SUMS cannot be read (damaged, too large, or no such list), so nothing was verified: the files below are compared with those made again, which does not show that they are the files of that time";
        ReplayOddLines: "SHA256SUMS 有 {n} 行读不懂（先见于第 {line} 行），其余各行照常核对", "lines of SHA256SUMS that cannot be read: {n} (the first is line {line}); the others were checked";
        ReplayOtherRelease: "目录是另一版：当时 {made}，现在 {here}", "the catalogue is of another release: {made} then, {here} now";
        ReplayEdited: "目录改动过，版次仍是 {here}", "the catalogue was changed under the same release, {here}";
        ReplayNoCatalogue: "配方旁没有当时的 catalogue.ron，说不出目录改了什么", "the catalogue.ron of that time is not beside the recipe, so what changed in the catalogue cannot be told";
        ReplayOtherProgram: "目录内容相同；做数据包的是 {made} 版程序，这是 {here} 版，不同出自程序", "the catalogue says the same; the bundle was made by version {made} of the program and this is {here}, so the program is the reason";
        ReplayAlsoProgram: "程序也是另一版：当时 {made}，现在 {here}", "the program is another version too: {made} then, {here} now";
        ReplayDamaged: "做成之后改动过或缺少的文件：{files}", "files that were changed or taken away after the bundle was made: {files}";
        ReplayUnexplained: "目录内容与程序版本都相同，数据包却不是由此而来：文件连同 SHA256SUMS 改动过，或程序是另行编译的", "catalogue and version of the program are the same, and yet the bundle did not come from them: its files were changed together with SHA256SUMS, or the program was built otherwise";
        ReplayLost: "配方里不再成立的", "Of the recipe, what holds no more";
        ReplayLostFigure: "本程序没有图“{id}”，已略去", "this program has no figure \"{id}\"; it was left out";
        FilesDiffer: "不同：{files}", "differ: {files}";
        FilesNameRelease: "仅写有版次、程序版本、哈希或字节数的行不同：{files}", "differ only in lines that name the release, the program's version, a hash or a number of bytes: {files}";
        FilesUnread: "没有读完的（读不了，或远大于重做所得）：{files}", "not read to the end (unreadable, or far larger than what is made again): {files}";
        FilesNew: "重做所得而这里没有的：{files}", "made again and not here: {files}";
        FilesGone: "SHA256SUMS 列出而不再生成的：{files}", "listed in SHA256SUMS and made no more: {files}";
        FilesSame: "相同：{files}", "same: {files}";

        // Recipes.
        RecipeEmpty: "配方是空的：请用研究数据包里的 recipe.ron", "the recipe is empty: use the recipe.ron of a research bundle";
    }
}
