//! Texts of what a command needs before it can do anything.

super::texts! {
    /// Texts of what a command needs.
    NeedText {
        Conflict: "没有冲突", "there are no conflicts";
        Own: "还没有自己的政策", "there are no policies of your own yet";
        Adrift: "没有要核对的引文", "no quotation is to be checked";
        Policy: "先点开一项政策", "open a policy first";
        Folder: "没有可以存放图层的文件夹", "there is no folder to keep a layer in";
        File: "先打开一个文件", "open a file first";
        Charts: "先到图表", "go to the charts first";
        Comparison: "先在对比里放两列", "compare two columns first";
        Step: "没有可撤销的", "nothing to undo";
        Undone: "没有可重做的", "nothing to redo";
        Rows: "现在没有结果", "there are no results now";
        Table: "先到表格", "go to the table first";
        Filters: "没有筛选", "there are no filters";
        Public: "本目录没有公开资料", "this catalogue has no public sources";
        Detail: "没有打开的详情", "no details are open";
        NoShow: "先结束演示", "end the show first";
        Rest: "等正在进行的完成", "wait for what is under way";
        Problems: "没有问题", "there are no problems";
    }
}
