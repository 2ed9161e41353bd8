//! Texts of walks and of the stage.

use super::texts;

texts! {
    /// Texts of a walk and its presentation.
    WalkText {
        // What steps are called.
        Summary: "小结", "Summary";
        NoPlace: "（未指明地区）", "(no place)";
        ReadyName: "各地政策巡讲", "A walk through the places";
        NameOfQuery: "巡讲：{query}", "A walk: {query}";
        NameOfPlaces: "{names}巡讲", "A walk through {names}";
        NameOfMore: "{names}等 {n} 地巡讲", "A walk through {names} and others, {n} in all";
        NumberedStep: "第 {number} 步“{title}”", "step {number}, \"{title}\"";

        // What the presenter is told.
        AtEnd: "已是最后一步", "this is the last step";
        AtStart: "已是第一步", "this is the first step";
        DetourBegins: "临时查看从这里开始，按 R 返回", "this is where you left the walk; R returns";
        NoSuchStep: "没有第 {asked} 步，共 {steps} 步", "there is no step {asked}; there are {steps}";
        NoReturn: "没有在临时查看，无需返回", "you are on the walk: nothing to return from";
        NothingToKeep: "没有在临时查看，没有可留下的内容", "you are on the walk: nothing to keep";
        Kept: "已留作第 {number} 步", "kept as step {number}";
        KeptAlready: "已经留下了", "it has been kept";
        NoStatements: "这里没有陈述可看", "there are no statements here";
        EscapeAgain: "两秒内再按一次 Esc 结束", "press Esc again within two seconds to end";

        // The command line.
        WhichCommand: "walk 之后应为 new、check 或 export", "walk is followed by new, check or export";
        NoSuchCommand: "没有子命令 walk {word}{near}", "there is no subcommand walk {word}{near}";
        LeftExtension: "从文件名“{file}”看不出格式：以 .pdf 或 .md 结尾，或写一个文件夹的名字", "the format cannot be told from \"{file}\": end it in .pdf or .md, or name a folder";
        ReadyAlone: "--ready 是对整个目录现成的巡讲，不能再写 {word}", "--ready is the walk over the whole catalogue: leave out {word}";
        Counted: "{steps} 步，{places} 个地区", "{steps} steps, {places} places";

        // Time.
        OnTime: "准时", "on time";
        Slow: "慢 {by}", "{by} behind";
        Fast: "快 {by}", "{by} ahead";
        Minutes: "{n} 分", "{n} min";
        Seconds: "{n} 秒", "{n} s";
        TimeLeft: "剩 {time}", "{time} left";
        TimeOver: "超 {time}", "{time} over";

        // Keys.
        GroupPath: "按次序", "Along the walk";
        GroupAnywhere: "跳到别处", "Elsewhere";
        GroupRoom: "观众所见", "What the room sees";
        GroupShow: "演示", "The show";
        KeySpace: "空格", "Space";
        KeyNext: "下一页、下一步", "next page, next step";
        KeyDown: "下一页、下一步；在全览中下移一行", "next page, next step; a row down in the overview";
        KeyEnter: "跳到所键入的步号；在全览中选定；否则下一步", "the step whose number was typed; the choice of the overview; else next";
        KeyPrevious: "上一页、上一步", "page before, step before";
        KeyUp: "上一页、上一步；在全览中上移一行", "page before, step before; a row up in the overview";
        KeyErase: "删去键入的数字；否则上一步", "takes back a digit; else before";
        KeyFirst: "第一步", "first step";
        KeyLast: "最后一步", "last step";
        KeyDigits: "键入步号，再按 Enter", "the number of a step, then Enter";
        KeyGrid: "全览各步", "all steps at a glance";
        KeyPicker: "选一个地区（可用拼音）", "pick a place (pinyin works)";
        KeyLive: "实际操作：观众实时看到程序", "go live: the program itself, seen by the room";
        KeyReturn: "结束临时查看，返回离开的那一步", "back to the step that was left";
        KeyKeep: "把插入的内容留作一步", "keeps the detour as a step";
        KeyStatements: "看陈述，再按返回", "the statements, and back";
        KeyPointer: "光点：指出鼠标所在之处，再按收起", "a spot where the mouse is, and back";
        KeyLarger: "放大鼠标所在之处，最多四倍", "larger around the mouse, up to four times";
        KeySmaller: "缩小", "smaller again";
        KeyBlack: "黑屏，再按恢复", "black screen, and back";
        KeyWhite: "白屏，再按恢复", "white screen, and back";
        KeyFreeze: "定住观众画面，再按跟上", "freezes the room's picture, and lets it follow again";
        KeyTimer: "停住计时，再按继续", "stops the timer, and lets it go on";
        KeyZero: "计时归零", "sets the timer to zero";
        KeySwap: "互换两个窗口；只有一个时另开演讲者窗口", "swaps the two windows; where there is one, opens the presenter's";
        KeyFullScreen: "全屏或窗口", "full screen or window";
        KeyStart: "开始演示", "starts the show";
        KeyEscape: "退出黑白屏、光点、放大、插入内容；两秒内按两次结束", "leaves blank screen, spot, zoom or detour; twice within two seconds ends the show";
        KeyHelp: "显示或收起这些按键", "these keys, and back";

        // The file.
        FileEmpty: "巡讲文件是空的", "the file of the walk is empty";
        FileNoName: "巡讲的名称（name）是空的：请写上名称", "the name of the walk is empty: give it one";
        FileUnreadable: "巡讲不能用：{problem}", "the walk cannot be used: {problem}";
        OtherCatalogue: "这个巡讲做于另一目录“{made}”，打开的是“{here}”", "the walk was made on another catalogue, \"{made}\"; the open one is \"{here}\"";
        OtherRelease: "这个巡讲做于 {made} 版目录，打开的是 {here} 版", "the walk was made on release {made} of the catalogue; the open one is {here}";
        OtherContent: "目录自做成这个巡讲后改动过，版次未变", "the catalogue has changed since the walk was made, and kept its release";
        UnknownField: "巡讲里的“{name}”是本程序不认识的，未用（新版程序也许认识）", "\"{name}\" in the walk is unknown to this program and was left out (a newer version may know it)";
        PolicyGone: "目录里没有政策“{id}”了", "policy \"{id}\" is no longer in the catalogue";
        RegionGone: "目录里没有地区“{code}”", "the catalogue has no place \"{code}\"";
        RegionSilent: "目录里没有该地的政策，也没有关于它的陈述", "the catalogue holds no policy of this place and no statement about it";
        FigureGone: "没有图“{figure}”，改用通常的图", "there is no figure \"{figure}\"; the usual one is shown";
    }
}
