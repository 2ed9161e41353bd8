//! Texts of the windows while something is presented.

use super::texts;

texts! {
    /// Texts of the presenter's and the audience's window.
    DeskText {
        // Windows.
        AudienceTitle: "观众画面", "What the room sees";
        PresenterTitle: "演讲者", "Presenter";
        BlackScreen: "黑屏", "Black screen";
        WhiteScreen: "白屏", "White screen";

        // The presenter's window.
        Seen: "观众看到的", "What the room sees";
        AtHand: "你所在之处", "Where you are";
        PageOf: "本步第 {page} 页，共 {pages} 页", "page {page} of {pages}";
        NextStep: "接着：{title}", "Next: {title}";
        NextPage: "接着：本步第 {page} 页", "Next: page {page} of this step";
        BackTo: "接着回到：{title}", "Next, back to: {title}";
        NothingNext: "这是最后一步", "This is the last step";
        IsBlack: "观众看到黑屏 · B 恢复", "The room sees black · B brings it back";
        IsWhite: "观众看到白屏 · W 恢复", "The room sees white · W brings it back";
        IsFrozen: "观众画面已定住 · F 跟上", "The room's picture is frozen · F lets it follow";
        IsDetour: "临时查看：{title} · R 回到第 {step} 步", "Off the walk: {title} · R returns to step {step}";
        Enlarged: "观众只看到框内，已放大", "The room sees this part, enlarged";
        BeginsAt: "从第 {step} 步开始 · Home 到第 {first} 步", "Begins at step {step} · Home goes to step {first}";
        BeginsFiltered: "按窗口里的条件讲 {n} 地：{query} · 要讲整个目录，清除条件后再按 F5", "By the conditions of the window, {n} {n|place|places}: {query} · for the whole catalogue clear them and press F5";
        BeginsAside: "这份巡讲按自己的条件讲，不用窗口里的：{query}", "This walk has conditions of its own; those of the window are not used: {query}";
        IsClosed: "观众窗口已关 · F5 重新打开", "The audience's window is closed · F5 opens it again";
        DigitsTyped: "跳到第 {digits} 步：按 Enter", "To step {digits}: press Enter";
        Elapsed: "已用", "Elapsed";
        StepTime: "本步 {time}", "This step {time}";
        StepTimeOf: "本步 {time}，计划 {planned}", "This step {time} of {planned}";
        Stop: "停表", "Stop";
        GoOn: "继续", "Go on";
        Zero: "归零", "Zero";
        IsStopped: "计时已停", "The timer is stopped";
        Clock: "北京时间 {time}", "{time} in Beijing";
        Notes: "备注", "Notes";
        NoNotes: "这一步没有备注。", "This step has no notes.";
        NotesLarger: "备注大一些", "Larger notes";
        NotesSmaller: "备注小一些", "Smaller notes";
        Missing: "只告诉你：巡讲有 {n} 处与打开的目录不符", "For you alone: {n} things in the walk differ from the open catalogue";
        OneMonitor: "只有一个屏幕，就在这里演示，不显示备注。→ 下一步 · G 找地区 · B 黑屏 · ? 全部按键 · S 另开演讲者窗口 · 两次 Esc 结束", "There is one screen: the show is here, without notes. → next · G a place · B black · ? all keys · S opens the presenter's window · Esc twice ends";
        SharedScreen: "两个窗口在同一个屏幕上。投影若是镜像，观众会看到备注", "Both windows are on one screen. If the projector mirrors it the room sees the notes";
        CloseAgain: "演示还在进行。再关一次才退出程序", "The show is running. Close once more to quit";

        // Buttons.
        Previous: "上一步", "Back";
        Next: "下一步", "Next";
        Grid: "全览", "All steps";
        Pick: "找地区", "Place";
        Live: "实际操作", "Go live";
        Statements: "看陈述", "Statements";
        Pointer: "光点", "Spot";
        Larger: "放大", "Zoom";
        Black: "黑屏", "Black";
        Freeze: "定住", "Freeze";
        Swap: "换屏", "Swap";
        Keys: "按键", "Keys";
        End: "结束演示", "End";
        AudienceWindow: "观众窗口", "Audience window";
        WindowOf: "窗口 {size}（像素）", "Window of {size} pixels";
        FillScreen: "全屏", "Full screen";
        Reopen: "重新打开", "Open again";
        WithKey: "{name}（{key}）", "{name} ({key})";

        // The overview of all steps.
        AllSteps: "全部 {n} 步", "All {n} steps";
        AllStepsHelp: "粗体为现在这一步 · 方向键移动 · Enter 前往 · Tab 或 Esc 返回", "Bold is where you are · Arrows move · Enter goes there · Tab or Esc returns";
        CardOf: "第 {step} 步 {title}", "Step {step} {title}";
        CardNow: "第 {step} 步 {title}，当前", "Step {step} {title}, where you are";
        CardSkipped: "第 {step} 步 {title}，跳过", "Step {step} {title}, skipped";
        Skipped: "跳过", "skipped";

        // The picker.
        PickTitle: "给观众看哪个地区？", "Which place should the room see?";
        PickHint: "名称、拼音或首字母：北京 beijing bj", "Name, pinyin or initials: Beijing, beijing, bj";
        PickEmpty: "这个目录里没有政策和陈述；可以输入任一地区的名称。", "This catalogue has neither policies nor statements; any place can be typed.";
        PickNone: "没有叫这个名字的地区。", "No place of this name.";

        // The bar over the program.
        LiveBar: "观众实时看到这里的内容", "The room follows what you do here";
        Return: "返回（R）", "Return (R)";
        Keep: "留作一步（M）", "Keep as a step (M)";

        // Keys.
        KeysTitle: "演示时的按键", "Keys on stage";
    }
}
