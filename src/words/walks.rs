//! Texts of the editor of walks.

use super::texts;

texts! {
    /// Texts of the editor of walks.
    WalkEditText {
        // The walk.
        NewName: "新巡讲", "New walk";
        WalkName: "巡讲名称", "Name of the walk";
        Unsaved: "有未保存的修改", "Unsaved changes";
        InFile: "文件：{file}", "File: {file}";
        InNoFile: "还没有存成文件", "Not in a file yet";
        IsReady: "现成的巡讲，修改后另成一份", "The ready walk; an edit makes it your own";
        Added: "已加入巡讲：第 {number} 步“{title}”", "Added to the walk: step {number}, \"{title}\"";
        Saved: "已保存巡讲“{name}”", "Walk \"{name}\" saved";
        TakenUp: "上次没有保存的巡讲“{name}”还在，已放回手中（留存于 {path}）", "The walk \"{name}\", not saved last time, is in hand again (kept in {path})";
        NotKept: "巡讲的修改未能留存：{why}", "The changes of the walk could not be kept: {why}";

        // Steps.
        StepCount: "{n} 步", "{n} {n|step|steps}";
        ShowsFigure: "图", "Figure";
        ShowsSummary: "小结", "Summary";
        TagSkip: "跳过", "skipped";
        TagNotes: "备注", "notes";
        TagGone: "缺 {n}", "{n} missing";
        RowSkip: "跳过", "skipped";
        RowNotes: "有备注", "with notes";
        RowGone: "与打开的目录有 {n} 处不符", "{n} things differ from the open catalogue";
        RowWords: "第 {number} 步：{words}", "Step {number}: {words}";
        RowKeys: "↑↓ 移动 · Alt+↑↓ 或拖动换位置 · F2 改名 · 空格跳过 · Ctrl+D 复制 · Delete 删除 · Ctrl+Z 撤销", "↑↓ go · Alt+↑↓ or drag moves · F2 names · Space skips · Ctrl+D duplicates · Delete removes · Ctrl+Z undoes";

        // The chosen step.
        StepOf: "第 {number} 步", "Step {number}";
        StepPicture: "第 {number} 步的画面：{title}", "Step {number} as the room sees it: {title}";
        StepName: "名称", "Name";
        StepTime: "时间（分:秒）", "Time (min:sec)";
        StepTimeHint: "如 2:30", "as 2:30";
        StepTimeBad: "写成 分:秒，如 2:30", "Write min:sec, as 2:30";
        StepNotes: "备注（观众看不到）", "Notes (the audience never sees them)";
        StepNotesHint: "讲到这一步时要说的话", "What to say at this step";
        MoveUp: "▲ 上移", "▲ Up";
        MoveDown: "▼ 下移", "▼ Down";
        Duplicate: "复制", "Duplicate";
        Skip: "跳过", "Skip";
        NoSkip: "取消跳过", "Do not skip";
        Remove: "删除", "Remove";
        OnlyYou: "只告诉你，观众看不到：", "For you alone, not the audience:";
        Adopt: "改用打开的目录", "Take the open catalogue";
        AdoptHint: "去掉打开的目录里没有的，不再提示；可以撤销", "Leaves out what the open catalogue does not have and says no more of it; can be undone";

        GoneInSteps: "各步共有 {n} 处不符，见标着“缺”的步骤", "{n} things differ in steps marked as missing something";

        // Time.
        Total: "合计 {time}", "{time} in all";
        TotalUntimed: "合计 {time}，另有 {n} 步未设定时间", "{time} in all, and {n} steps without a time";
        NoTimes: "各步都还没有设定时间", "No step has a time yet";

        // What can be done.
        Walk: "逐地讲解这些地区", "Walk these places";
        WalkHint: "当前筛选里一地一步，加总览和小结", "A step for each place of the filter, with overview and summary";
        ByCode: "按地区代码", "by code";
        ByMonth: "按最早月份", "by first month";
        ByEmphasis: "按来源所述的重视", "as sources tell emphasis";
        ByScreen: "按屏幕上的顺序", "as on screen";
        AddThis: "加入当前画面", "Add this view";
        AddThisHint: "在选中的步骤之后加入：{title}", "Adds behind the chosen step: {title}";
        Undo: "撤销", "Undo";
        Redo: "重做", "Redo";
        New: "新建", "New";
        Blank: "空白的巡讲", "An empty walk";
        Ready: "现成的巡讲", "The ready walk";
        Open: "打开…", "Open…";
        Save: "保存", "Save";
        SaveAs: "另存为…", "Save as…";

        PresentFrom: "从第 {number} 步演示（F5）", "Present from step {number} (F5)";
        PresentOn: "从第 {number} 步继续（F5）", "Go on from step {number} (F5)";
        PresentAll: "从头演示（F5）", "Present from the start (F5)";

        // Nothing there.
        NoSteps: "这个巡讲还没有步骤", "This walk has no steps yet";
        NoStepsHint: "从当前筛选逐地讲解，或先关上这里、调好画面，再用“加入巡讲”（Ctrl+M）一步步加", "Walk the places of the filter, or close this, set up a view and add it with \"Add to the walk\" (Ctrl+M), step by step";

        // The question.
        Replace: "“{name}”有未保存的修改。先保存吗？", "\"{name}\" has unsaved changes. Save them first?";
        ReplaceSave: "先保存", "Save first";
        ReplaceDiscard: "不保存，换成另一份", "Replace without saving";
        ReplaceStay: "保留现在这份", "Keep this one";

        // The files.
        Keeps: "记下各步、备注和时间，以及用的是哪一份目录，不含数据本身。", "Keeps the steps, notes and times, and which catalogue they are for, not the data.";
        NameTaken: "已有同名巡讲，保存会替换它", "A walk of this name exists; saving replaces it";
        NameTakenRename: "已有同名巡讲，请换一个名称", "A walk of this name exists; choose another name";
        ChangedOnDisk: "{file} 在别处改动过（也许是另一个窗口），没有覆盖它：可另存为别的名称；用同名并选“替换”才会覆盖", "{file} was changed elsewhere (another window perhaps) and was not overwritten: save under another name, or under the same one with Replace";
        OpenNamed: "打开巡讲“{name}”：{what}", "Open walk \"{name}\": {what}";
        OfRelease: "目录第 {release} 版", "release {release}";
        SaveThis: "保存这个巡讲…", "Save this walk…";
        None: "还没有保存的巡讲", "No walks are saved yet";
        NoneHint: "保存以后，随时从这里打开", "What you save can be opened here at any time";
        NoFolder: "这个系统上没有存放设置的地方，巡讲不能保存", "This system has no place for settings, so walks cannot be saved";
    }
}
