//! Texts of the query line and the command line.

use super::texts;

texts! {
    /// What the query line and the command line say.
    CliText {
        AtColumn: "第 {column} 列：{what}", "column {column}: {what}";
        DidYouMean: "，是否指 {near}？", ", did you mean {near}?";
        UnknownKey: "未知条件“{key}:”{near}（要查这段文字本身，请加引号）", "unknown key “{key}:”{near} (to search for the text itself, put it in quotation marks)";
        UnknownValue: "未知{key}“{value}”{near}", "unknown {key} “{value}”{near}";
        AmbiguousRegion: "“{name}”指多个地区，请写代码：{codes}", "“{name}” names several places, give a code: {codes}";
        NoValue: "缺少取值", "a value is missing";
        OpenQuote: "引号没有配对", "the quotation mark is never closed";
        BadMonth: "月份“{text}”不成立；写法如 2023-05、2023、2023-02..2023-06", "“{text}” is no month or range; write 2023-05, 2023 or 2023-02..2023-06";
        KeyTwice: "{key}: 只能写一次", "{key}: may stand once only";
        KeyNegated: "{key}: 不能取反", "{key}: cannot be negated";
        OneValue: "{key}: 只能有一个取值", "{key}: takes one value";
        OpenParenthesis: "括号没有配对", "a parenthesis has no partner";

        // Files.
        FileMissing: "没有这个文件：{path}", "no such file: {path}";
        FileIsFolder: "这是文件夹，不是文件：{path}", "this is a folder, not a file: {path}";
        FolderIsFile: "这是文件，不是文件夹：请另选一个名字：{path}", "this is a file, not a folder, choose another name: {path}";
        FolderNotEmpty: "文件夹不是空的，未写入：请另选一个名字，或先清空它：{path}", "the folder is not empty, nothing was written: choose another name, or empty it first: {path}";
        FolderNoName: "请写出文件夹自己的名字，不要用 . 或 ..：{path}", "give the folder by its own name, not as . or ..: {path}";
        FileNoFolder: "没有这个文件夹，请先建立：{path}", "no such folder, make it first: {path}";
        FileIsRead: "正在读的就是这个文件（{read}），未写入：请另选一个名字：{path}", "this is the file that was read ({read}), nothing was written: choose another name: {path}";
        FileLinkLoop: "这个链接绕回它自己，未写入：请另选一个名字：{path}", "this link leads back to itself, nothing was written: choose another name: {path}";
        FileNoPermissionRead: "没有读取的权限：{path}", "no permission to read: {path}";
        FileNoPermissionWrite: "没有写入的权限，请换一个位置：{path}", "no permission to write, choose another place: {path}";
        FileTooLarge: "文件有 {size} 字节，超过上限 {limit} 字节：{path}", "the file has {size} bytes, more than the limit of {limit}: {path}";
        FileNoSpace: "磁盘已满，原有文件未改动：{path}", "the disk is full, an older file is untouched: {path}";
        FileInUse: "文件正被另一个程序打开，请先关闭它或换一个名字，原有文件未改动：{path}", "another program has the file open: close it there or choose another name, an older file is untouched: {path}";
        FileNameTooLong: "名字太长，请换短一些的：{path}", "the name is too long, choose a shorter one: {path}";
        FileControlInName: "名字里有控制字符，请换一个名字：{path}", "the name has a control character in it, choose another: {path}";
        FileKeptName: "这个名字在 Windows 上不能用，请换一个：{path}", "the name cannot be used on Windows, choose another: {path}";
        FileReadOther: "无法读取（{error}）：{path}", "cannot be read ({error}): {path}";
        FileWriteOther: "无法写入（{error}），原有文件未改动：{path}", "cannot be written ({error}), an older file is untouched: {path}";

        // Figures.
        FigureTooManyPixels: "图有 {width} x {height} 像素，太大：请降低 --dpi，或加筛选，或改用 svg", "the figure has {width} x {height} pixels, too many: lower --dpi, filter, or write svg";
        FigureTooLargePage: "图有 {points} 磅，超过 PDF 页面的 14400 磅：请加筛选，或改用 svg", "the figure has {points} points, more than the 14400 of a PDF page: filter, or write svg";
        FigureEngine: "无法生成图（{error}）：请改用 svg", "the figure cannot be made ({error}): write svg";
        FigureUnknown: "没有图“{figure}”{near}（可用：{known}）", "there is no figure “{figure}”{near} (known: {known})";
        FigureExtension: "从文件名“{file}”看不出格式：文件名应以 {known} 结尾；写到标准输出请用 --format", "the format cannot be told from “{file}”: its name ends in one of {known}; for standard output give --format";
        FigureSize: "大小“{text}”不成立：写法如 1200x800，宽 {least} 到 {most}，高 {low} 到 {high}", "“{text}” is no size: write 1200x800, the width from {least} to {most}, the height from {low} to {high}";
        FigureDpi: "--dpi 应为 {least} 到 {most} 的整数，不是“{text}”", "--dpi is a whole number from {least} to {most}, not “{text}”";
        FigureHigher: "图需要的高度超过 {asked}，实为 {height}", "the figure needs more than {asked} in height: it is {height} high";
        FigureMissing: "字体里没有这些字，图上是方框：{chars}", "the fonts lack these characters, boxes stand for them: {chars}";
        FigureWritten: "已写出“{title}”：{path}", "written, “{title}”: {path}";
        HelpPlot: "把一张图写成 svg、png、pdf 或其数字的 csv", "write a figure as svg, png or pdf, or its numbers as csv";
        HelpArgFigure: "图：{figures}", "figure: {figures}";
        HelpArgFigureOutput: "写到的文件（短写 -o），以 .svg .png .pdf .csv 结尾；- 为标准输出", "the file to write (short: -o), ending in .svg .png .pdf .csv; - is standard output";
        HelpArgFormatPlot: "格式：{formats}；不写则看文件名，写到标准输出则为 svg", "format: {formats}; by the file's name without it, svg on standard output";
        HelpArgUnitPlot: "计什么：policy 或 region；按方向的图默认 region，其余默认 policy", "what is counted: policy or region; region by default for figures of focuses, else policy";
        HelpArgSize: "宽x高，单位为 1/96 英寸；行多时会更高；默认宽 900", "width x height in 1/96 inch; higher where the rows need it; 900 wide by default";
        HelpArgDpi: "PNG 每英寸的点数；有 --size 时默认 96（一点一像素），否则 192", "dots to the inch of a PNG; 96 with --size (a pixel a unit), else 192";
        HelpArgFigureTheme: "明暗：light（默认）或 dark", "light (the default) or dark";
        // Saved views.
        ViewEmpty: "视图文件是空的：请用“保存当前视图”重新保存", "the file of the view is empty: save the view again with “Save this view”";
        ViewNoName: "视图的名称（name）是空的：请写上名称", "the name of the view is empty: give it one";
        ViewUnreadable: "视图不能用：{problem}", "the view cannot be used: {problem}";
        ViewStandsIn: "--view 已经给出{what}，不能再写 {word}：请去掉其中一个", "--view already gives {what}: leave out either it or {word}";
        ViewGivesQuery: "查询", "the query";
        ViewGivesUnit: "计数单位", "the unit";
        ViewGivesColumns: "列", "the columns";
        ViewGivesSort: "排序", "the order";
        ViewGivesItems: "比较的对象", "what is compared";
        ViewGivesLens: "视野", "the lens";
        ViewOtherCatalogue: "这个视图存于另一目录“{made}”，打开的是“{here}”", "the view was saved on another catalogue, “{made}”; the open one is “{here}”";
        ViewOtherRelease: "这个视图存于 {made} 版目录，打开的是 {here} 版", "the view was saved on release {made} of the catalogue; the open one is {here}";
        ViewUnknownField: "视图里的“{name}”是本程序不认识的，未用（新版程序也许认识）", "“{name}” in the view is unknown to this program and was left out (a newer version may know it)";
        ViewTermGone: "条件“{term}”在此目录中不成立，已略去（{why}）", "the condition “{term}” does not hold in this catalogue and was left out ({why})";
        ViewTermUnknown: "此目录没有条件“{term}”所指的内容；条件已保留，因此没有结果（{why}）", "this catalogue does not have what the condition “{term}” names; it stays, and so nothing is found ({why})";
        ViewIdGone: "目录里没有条件中的政策“{id}”", "policy “{id}” of the query is not in this catalogue";
        ViewComparedGone: "目录里没有对比中的“{id}”，已略去", "“{id}” of the comparison is not in this catalogue and was left out";
        ViewSurplus: "对比最多 {most} 项，“{id}”已略去", "a comparison takes at most {most}; “{id}” was left out";
        ViewColumnGone: "此目录没有列“{key}”，已略去", "this catalogue has no column “{key}”; it was left out";
        ViewSortGone: "不能按“{key}”排序，已略去", "there is no sorting by “{key}”; it was left out";

        // Exports.
        ExportTooManyRows: "“{sheet}”共 {rows} 行，超过 xlsx 工作表的 1048576 行（含表头）：请改用 CSV", "“{sheet}” has {rows} rows, more than the 1048576 (with the header) of an xlsx sheet: use CSV";
        ExportCellTooLong: "“{sheet}”第 {row} 行“{column}”有 {length} 个字符，超过 xlsx 单元格的 32767 个：请改用 CSV", "“{sheet}”, row {row}, “{column}” has {length} characters, more than the 32767 of an xlsx cell: use CSV";
        ExportCancelled: "已取消", "cancelled";
        ExportWorkbook: "无法生成工作簿（{error}）：请改用 CSV", "the workbook cannot be made ({error}): use CSV";
        ExportEngine: "无法生成 {format} 文件（{error}）：请改用 CSV", "the {format} file cannot be made ({error}): use CSV";
        ExportDocument: "无法生成文档（{error}）：请改用 .md 或 .html", "the document cannot be made ({error}): use .md or .html";
        ExportNoSpace: "磁盘已满，原有文件未改动：请换一个位置", "the disk is full, an older file is untouched: choose another place";
        ExportOut: "无法写出（{error}）", "cannot be written ({error})";
        SheetAbout: "说明", "About";
        AboutTitle: "目录", "Catalogue";
        AboutId: "目录编号", "Catalogue id";
        AboutRelease: "版次", "Release";
        AboutQuery: "查询", "Query";
        AboutEverything: "（全部）", "(everything)";
        AboutLens: "视野", "Lens";
        AboutShown: "条数", "Rows";
        AboutLegend: "符号", "Marks";
        AboutSources: "来源", "Sources";
        LegendNone: "没有可列的：目录未载，或视野内没有来源说到", "nothing to list: the catalogue has none, or no source in the lens speaks of it";
        Yes: "是", "yes";
        No: "否", "no";
        PoliciesOf: "{n} 项政策，目录共 {total} 项", "{n} of {total} policies";
        RegionsOf: "{n} 个地区，共 {total} 个", "{n} of {total} regions";
        LabelValue: "{label}：{value}", "{label}: {value}";
        ShowAssignedBy: "{strength}（{by}）", "{strength} ({by})";
        OpenMark: "等", "etc.";
        Legend: "● 点名政策　○ 只说到该地　等 开放列举　× 确无　? 未考察　空白 来源未提及", "● names the policy   ○ speaks of the place only   etc. open list   × absent   ? not assessed   blank not stated";

        // The command line's own words.
        FaultLine: "policy-atlas：{what}", "policy-atlas: {what}";
        SeeHelp: "用法见：policy-atlas {command} --help", "for usage: policy-atlas {command} --help";
        SeeHelpTop: "用法见：policy-atlas --help", "for usage: policy-atlas --help";
        SecondWord: "查询只能是一个参数，多出了“{word}”：请把整句查询放在引号里，如 '{query}'", "the query is one argument, “{word}” is a second: put the whole query in quotation marks, as in '{query}'";
        ExtraWord: "多出了“{word}”", "“{word}” is one word too many";
        UnknownOption: "没有选项“{option}”{near}", "there is no option “{option}”{near}";
        UnknownChoice: "{option} 没有取值“{value}”{near}（可用：{known}）", "{option} has no value “{value}”{near} (known: {known})";
        MissingWord: "缺少 {what}", "{what} is missing";
        MissingOptionValue: "{option} 缺少取值", "{option} needs a value";
        OptionTwice: "{option} 只能写一次", "{option} may stand once only";
        OptionNeedless: "{option} 不带取值", "{option} takes no value";
        BadCall: "命令写法有误：{error}", "the call cannot be read: {error}";
        NotText: "有一个参数不是 UTF-8 文本", "an argument is not UTF-8 text";
        BeforeCommand: "“{word}”是打开窗口用的，不能与子命令 {command} 同用", "“{word}” is for opening the window and cannot stand with the subcommand {command}";
        NoSuchCommand: "没有子命令，也没有文件“{word}”{near}", "no subcommand and no file is called “{word}”{near}";
        UnknownColumn: "没有列“{column}”{near}（可用：{known}）", "there is no column “{column}”{near} (known: {known})";
        NotInCatalogue: "目录里没有“{word}”：它既不是政策编号，也不是地区{near}", "“{word}” is not in the catalogue: neither the id of a policy nor a place{near}";
        NoPolicyHere: "本目录没有{place}的政策", "this catalogue has no policy of {place}";
        NothingOfPlace: "本目录没有{place}的政策，也没有关于它的陈述", "this catalogue has no policy of {place} and no statement about it";
        InsidePlace: "其下有政策的地区：{inside}", "places inside it with policies: {inside}";
        CompareCount: "比较要 2 到 8 项，这里有 {n} 项", "a comparison takes 2 to 8, here are {n}";
        UnknownExtension: "从文件名“{file}”看不出格式：请用 --format 说明（{known}）", "the format cannot be told from “{file}”: give it with --format ({known})";
        MemoExtension: "从文件名“{file}”看不出格式：备忘写成 {known}", "the format cannot be told from “{file}”: a memo is written as {known}";
        BadDate: "日期“{text}”不成立；写法如 2026-01-01", "“{text}” is no date; write 2026-01-01";
        BinaryToOut: "{format} 不能写到标准输出：请用 -o 给出文件", "{format} cannot go to standard output: give a file with -o";
        WholeWithQuery: "--whole 是整个目录，不能再有筛选条件（视野可以）", "--whole is the whole catalogue: no condition may stand beside it (a lens may)";
        OnlySpokenOf: "只有关于它的陈述：用 --unit region，或 show {code}", "there are only statements about it: use --unit region, or show {code}";
        ProvinceHas: "{place}的政策有 {n} 项：region:{code}", "policies of {place} and places in it: {n}, with region:{code}";
        OtherCatalogue: "其他目录用 --catalogue 打开", "another catalogue is opened with --catalogue";
        EmptyPolicies: "没有符合条件的政策：可去掉一个条件，或放宽视野（如 source:any）", "no policy matches: drop a condition, or widen the lens (source:any)";
        EmptyRegions: "没有符合条件的地区：可去掉一个条件，或放宽视野（如 source:any）", "no region matches: drop a condition, or widen the lens (source:any)";
        Written: "已写出 {what}：{path}", "written, {what}: {path}";
        CatalogueUnreadable: "目录无法使用：{path}", "the catalogue cannot be used: {path}";
        CatalogueHasErrors: "目录有 {errors} 处错误，下列结果只含完好的记录：{path}", "the catalogue has {errors} errors, only its sound records are used: {path}";
        Embedded: "内置目录", "the built-in catalogue";
        EmbeddedTitles: "内置题录", "the built-in titles";
        CheckSummary: "{errors} 个错误，{warnings} 个警告；完好的政策 {policies} 项、陈述 {statements} 条：{path}", "{errors} errors, {warnings} warnings; sound: {policies} policies, {statements} statements: {path}";
        NoWindow: "窗口没有编入这个程序；命令行用法见 policy-atlas --help", "the window is not built into this program; for the command line see policy-atlas --help";

        // Tables.
        ReasonHeading: "命中", "Found in";
        ReasonPinyin: "{field}（拼音）", "{field} (pinyin)";
        ReasonStatement: "陈述 {id}", "statement {id}";
        StatsCount: "数目", "Count";
        StatsCovered: "已考察", "Covered";
        StatsNotAssessed: "未考察", "Not assessed";
        StatsRegions: "地区数", "Regions";
        StatsByPolicy: "● 点名政策", "● by policy";
        StatsByPlace: "○ 只说到该地", "○ by place";
        FocusOf: "{focus}：已考察 {n} 个中 {k} 个", "{focus}: {k} of {n} covered";
        FocusMore: "（另有 {m} 个未考察）", " (+ {m} not assessed)";
        FocusSplit: "；{k} ＝ 点名政策 {p} ＋ 只说到该地 {r}（{q} 个地区）", "; {k} = {p} by policy + {r} by place ({q} regions)";
        ByRegion: "地区", "Region";
        ByMonth: "月份", "Month";
        ByFocus: "方向", "Focus";
        ByTier: "层级", "Tier";
        ByStage: "阶段", "Stage";
        ByStrength: "最高力度", "Highest strength";
        ByKeyword: "关键词", "Keyword";

        // One policy or place.
        ShowFrom: "{value}（{source}）", "{value} ({source})";
        ShowOutOfLens: "（不在视野内）", " (outside the lens)";
        ShowOurTranslation: "本目录所译", "translated by this catalogue";
        ShowOurShort: "本目录所拟", "by this catalogue";
        ShowEvents: "日期", "Dates";
        ShowVersions: "其他版本（不计入本项）", "Other versions (not counted as this one)";
        ShowFocuses: "各方向", "Focuses";
        ShowOfPolicy: "点名本政策的陈述", "Statements that name this policy";
        ShowOfPolicies: "点名其政策的陈述", "Statements that name its policies";
        ShowOfPlace: "只说到该地的陈述", "Statements that speak of the place";
        ShowOtherVersions: "关于其他版本的陈述（不计入）", "Statements on other versions (not counted)";
        ShowNoStatement: "视野内没有", "none in the lens";
        ShowQuote: "原文", "Quote";
        ShowWatch: "留意", "Watch out";
        ShowPolicies: "政策", "Policies";

        // The comparison.
        CompareSubject: "项目", "Subject";
        CompareGap: "来源对同行已述、对{mine}未述的方向", "Focuses that the sources state of peers and not of {mine}";
        CompareNoGap: "来源对同行已述的方向，对{mine}也都已述", "Every focus that the sources state of peers they state of {mine} too";
        CompareGapLine: "{focus}（{mine}）：{peers}", "{focus} ({mine}): {peers}";

        CompareEqual: "各列相同", "The same in all columns";

        // Likeness, combinations and claims.
        SimilarRows: "行号即列号；格中为共同提及的 / 任一提及的，— 为不可比（有一方未提及）", "rows and columns have the same numbers; a cell is stated of both / of either, — is not comparable (nothing is stated of one)";
        SimilarApart: "未考察，不参与比较：{list}", "not assessed and not compared: {list}";
        CombinationHeading: "组合", "Combination";
        MembersHeading: "成员", "Members";
        QueryHeading: "查询", "Query";
        SetSizes: "各方向：{list}", "by focus: {list}";
        SetSize: "{focus} {n}", "{focus} {n}";
        NobodyHas: "无人具有的组合：{n} 种", "combinations that nobody has: {n}";
        ClaimsTitle: "来源的说法与目录所得", "Claims of the sources, and what the catalogue gives";
        ClaimHeading: "{verdict}：{what}", "{verdict}: {what}";
        ClaimFormula: "算式", "Formula";
        ClaimFound: "目录所得", "The catalogue gives";
        ClaimWhere: "出处", "Source";
        ClaimsNone: "本目录没有待核对的说法", "this catalogue has no claims";

        // Help.
        HelpUsage: "用法", "Usage";
        HelpCommands: "子命令", "Commands";
        HelpArguments: "参数", "Arguments";
        HelpOptions: "选项", "Options";
        HelpGlobal: "通用选项", "Everywhere";
        HelpAbout: "区域人工智能政策图谱：各地人工智能政策，逐条有据，并排比较，离线可用", "Policy Atlas: AI policies of China's provinces and cities, coded with evidence, compared side by side, offline";
        HelpAfter: "没有子命令时打开窗口。退出码：0 完成；1 目录有错误或所求不存在；2 命令写法有误。", "Without a subcommand the window opens. Exit status: 0 done; 1 the catalogue has errors or the thing asked for is not there; 2 the call's words are off.";
        HelpQueryAfter: "查询是一个参数，如 '地区：江苏 方向：算法 -阶段：征求意见稿'；可用的条件：region tier month focus strength keyword stage issuer id source basis version。", "The query is one argument, as in 'region:江苏 focus:algorithm -stage:draft'; keys: region tier month focus strength keyword stage issuer id source basis version.";
        HelpCheck: "查目录文件的毛病，一行一处：文件:行:列", "problems of catalogue files, one a line: FILE:LINE:COL";
        HelpList: "列出符合查询的政策或地区", "list the policies or regions that match a query";
        HelpShow: "一项政策或一个地区的全部内容与出处", "everything about one policy or place, with its sources";
        HelpCompare: "并排比较 2 到 8 项政策或地区", "put 2 to 8 policies or places side by side";
        HelpSimilar: "各地或各政策两两之间，来源所述有多少相同", "how much of what the sources state of two places or policies is the same";
        HelpCombinations: "哪些方向一起被提及，各有谁", "which focuses are stated together, and of whom";
        HelpWalk: "巡讲：逐地讲解的路线，写成文件并核对", "walks through regions for presenting, written and checked";
        HelpWalkNew: "由查询写出巡讲：总览、每地一步、小结", "write a walk from a query: overview, a step a place, summary";
        HelpWalkCheck: "查巡讲文件的毛病，以及目录里已没有的内容", "problems of a walk, and what the catalogue no longer has";
        HelpArgOutputWalk: "写到的巡讲文件（短写 -o）；- 为标准输出", "the walk to write (short: -o); - is standard output";
        HelpArgOrderWalk: "地区的次序：code（代码，默认）、month（最早的月份）、emphasis（来源列出的侧重），或以逗号分隔的地区，其余随后", "order of the places: code (the default), month (the first), emphasis (as the source tells them), or places separated by commas, the others after them";
        HelpArgReady: "对整个目录现成的巡讲", "the walk over the whole catalogue that needs no making";
        HelpWalkExport: "把巡讲写成留给听众的 PDF、Markdown，或每页一图的文件夹", "write a walk to leave behind: PDF, Markdown, or a folder with a picture a page";
        HelpArgOutputLeft: "写到的文件（短写 -o），以 .pdf 或 .md 结尾；不以它们结尾则为每页一图的文件夹", "the file to write (short: -o), ending in .pdf or .md; any other name is a folder with a picture a page";
        HelpArgNotes: "附上讲者的备注", "with the presenter's notes";
        HelpArgWalk: "巡讲文件", "file of a walk";
        HelpArgPresent: "打开后即演示：巡讲文件，不写则为现成的巡讲", "present at once: the file of a walk, without one the ready walk";
        HelpMemo: "把比较写成一页备忘：Word、Markdown 或 HTML，每句有注", "write a comparison as a one-page memo for Word, Markdown or a browser, each finding with its note";
        HelpClaims: "来源的说法与目录是否相符", "whether the claims of the sources agree with the catalogue";
        HelpCite: "引文：政策、陈述、来源、地区、图、视图或整个目录", "citations of policies, statements, sources, places, figures, the view or the catalogue";
        HelpCiteAfter: "gbt7714 为 2015 版，gbt7714-2025 为 2026 年 7 月起实施的新版。地区引的是视野内说到它的各个来源。", "gbt7714 is the edition of 2015, gbt7714-2025 the one in force since July 2026. Of a place the sources in the lens that speak of it are cited.";
        HelpArgCited: "引什么：政策、陈述或来源的编号，地区的代码或名称，图，view（--query 所得），catalogue（整个目录）", "what to cite: the id of a policy, statement or source, the code or name of a place, a figure, view (what --query finds), catalogue";
        HelpArgCiteQuery: "视图和图的查询；它的视野对所有引文有效", "the query of the view and of figures; its lens holds for every citation";
        CiteUnknown: "目录里没有“{word}”：它不是政策、陈述或来源的编号，不是地区或图，也不是 view 或 catalogue{near}", "“{word}” is not in the catalogue: no id of a policy, statement or source, no place and no figure, nor view or catalogue{near}";
        CiteSilent: "视野内没有来源说到{place}（{lens}）：可放宽视野，如 --query source:any", "no source in the lens speaks of {place} ({lens}): widen the lens, as in --query source:any";
        HelpStats: "按一项属性计数，附分母", "count by a property, with denominators";
        HelpDiff: "同一目录的两版之间有何变动，一句查询的计数因何而变", "what changed between two releases of a catalogue, and why the counts of a query moved";
        HelpArgOld: "较早一版的目录文件", "catalogue file of the earlier release";
        HelpArgNew: "较晚一版的目录文件", "catalogue file of the later release";
        HelpArgDiffQuery: "看哪一句查询的计数；不写则为全部", "the query whose counts are compared; everything without it";
        HelpExport: "把结果写成文件", "write a result to a file";
        HelpExportAfter: "ron 是另成一个目录：查询选出的政策、关于它们和它们所在地的陈述，来源和方向齐全；不写查询则为整个目录。其次序是目录自己的，--columns 和 --sort 于它无用。", "ron makes a catalogue of its own: the policies that the query finds, the statements of them and of their places, every source and focus; without a query the whole catalogue. It keeps the catalogue's own order: --columns and --sort do nothing to it.";
        HelpArgFile: "要打开的目录文件", "catalogue file to open";
        HelpArgWindowQuery: "窗口打开时的查询", "the query that the window opens with";
        HelpArgWindowView: "窗口打开时的视图（“保存当前视图”写出的文件），代替 --query", "the saved view that the window opens with, in place of --query";
        HelpArgView: "已存的视图，代替查询、单位、列和排序", "a saved view, in place of query, unit, columns and order";
        HelpArgViewStats: "已存的视图，代替查询和单位", "a saved view, in place of query and unit";
        HelpArgViewCompare: "已存的视图，代替所比较的对象和视野", "a saved view, in place of what is compared and the lens";
        HelpArgTheme: "明暗：light 或 dark", "light or dark";
        HelpArgRenderer: "窗口由谁绘制：opengl、software（处理器）或 auto（先试 OpenGL，不行则用处理器）", "who paints the window: opengl, software (the processor) or auto (OpenGL, and where that fails the processor)";
        HelpArgFiles: "目录文件；不写则查内置目录", "catalogue files; without any the built-in one";
        HelpArgQ: "查询；不写则为全部", "the query; everything without it";
        HelpArgUnit: "计什么：policy（政策）或 region（地区）", "what a row is: policy or region";
        HelpArgUnitStats: "计什么：policy 或 region；按方向计时默认 region，其余默认 policy", "what is counted: policy or region; region by default for focus, else policy";
        HelpArgColumns: "列的键，以逗号分隔，如 id,month,focus_compute", "keys of columns, separated by commas: id,month,focus_compute";
        HelpArgSort: "排序的列，以逗号分隔，- 为倒序，如 month,-region；region 按代码，region_name 和 title 按拼音", "columns to sort by, separated by commas, - reverses: month,-region; region sorts by code, region_name and title by pinyin";
        HelpArgFormat: "格式：{formats}", "format: {formats}";
        HelpArgFormatExport: "格式：{formats}；不写则看文件名", "format: {formats}; by the file's name without it";
        HelpArgItem: "政策编号，或地区的代码、名称", "id of a policy, or code or name of a place";
        HelpArgItems: "2 到 8 个政策编号或地区", "2 to 8 ids of policies or places";
        HelpArgLens: "给出视野的查询，如 source:any", "a query that gives the lens, as in source:any";
        HelpArgMine: "哪一项是自己的：列出来源对同行已述、对它未述的方向", "which one is mine: lists what the sources state of peers and not of it";
        HelpArgAsOf: "以哪一天判断期限已过，如 2026-01-01；不写则不提", "the day by which periods have ended: 2026-01-01; nothing is said without it";
        HelpArgOutputMemo: "写到的文件（短写 -o）：.docx .md .html", "the file to write (short: -o): .docx .md .html";
        HelpArgUnitRegion: "比什么：policy 或 region；默认 region", "what is compared: policy or region; region by default";
        HelpArgKeywords: "关键词也算作所述", "count keywords as stated too";
        HelpArgStack: "柱内区分：stage（阶段，默认）或 tier（层级）", "bars split by stage (the default) or tier";
        HelpArgOrder: "次序：code（代码，默认）或 likeness（相似者相邻）", "order: code (the default) or likeness (like beside like)";
        HelpArgBy: "按什么计：{by}", "what to count by: {by}";
        HelpArgOutput: "写到的文件（短写 -o）；- 为标准输出", "the file to write (short: -o); - is standard output";
        HelpArgWhole: "整个目录", "the whole catalogue";
        HelpArgCatalogue: "所用的目录文件，或 titles（内置的 2023—2026 年政策题录）；不写则用内置目录", "the catalogue file to use, or titles (the built-in titles of policies, 2023–2026); the built-in catalogue without it";
        HelpArgLang: "语言：zh 或 en", "language: zh or en";
        HelpArgHelp: "显示用法（短写 -h）", "show this help (short: -h)";
        HelpArgVersion: "显示版本（短写 -V）", "show the version (short: -V)";
    }
}
