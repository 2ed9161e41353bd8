//! Texts of the comparison as a workbench.

super::texts! {
    /// Texts of the comparison as a workbench.
    WorkbenchText {
        PickHint: "任一地区或政策，名称或拼音；回车选入", "Any place or policy, by name or pinyin; Enter adds it";
        Proposed: "可与{mine}同看", "To see beside {mine}";
        NotAssessed: "方向没有来源考察", "no source has looked at its focuses";
        TitlesHold: "2023—2026 年题名有 {n} 项", "{n} in the titles of 2023–2026";
        ReportHolds: "2023 年目录有 {n} 项", "{n} in the catalogue of 2023";
        HeldElsewhere: "{place}在本目录没有记录，备忘录里不含它的政策；{where}", "This catalogue has nothing of {place}, so the memo is without its policies; {where}";
        NotThereDoc: "本目录没有{place}的政策，也没有说到它的陈述。这不等于没有政策。", "This catalogue has no policy of {place} and no statement about it. That does not mean there is none.";
        Unlooked: "没有来源考察{mine}，无从比较缺什么。", "None of the chosen sources has looked at {mine}, so nothing can be said of what it lacks.";
        Same: "各列相同", "the same in all columns";
        Beyond: "公开资料另有 {n} 条 →", "Public sources have {n} more →";
        BeyondOf: "{focus}：公开资料另有 {n} 条，加入公开资料", "{focus}: public sources have {n} more; add them";
        FormMatrix: "矩阵", "Matrix";
        FormMatrixHint: "各地各方向一格", "a cell for each place and focus";
        FormTiles: "瓦片", "Tiles";
        FormTilesHint: "省级方格索引，非地图；单击筛选，再次单击打开详情", "provinces in tiles, not a map; a click filters, a second one opens the details";
        UnseenMeans: "；“?”是没有来源考察", "; \"?\" is where no source has looked";
        NoneStates: "各列都未提及", "stated in no column";
        RestAlone: "{n} 列未考察，无从比较", "{n} not assessed: nothing to compare";
        RestDiffer: "标记或程度不同，{n} 列未考察", "differ in mark or strength, {n} not assessed";
        RestSame: "{n} 列未考察，其余相同", "{n} not assessed, the rest alike";
        RestSilent: "{n} 列未考察，其余未提及", "{n} not assessed, not stated in the rest";
        NoneGives: "各列都未给出", "given in no column";
        WordsChoosePlaces: "搜索的文字只选地区，格内仍计其全部政策", "the words searched for choose places, whose cells count all their policies";
        CountedBefore: "各列按未选方向时的 {n} 地计", "Columns count the {n} places before a focus is chosen";
        CountedWithScattered: "各列计 {n} 地，含上面另计的 {more} 地", "columns count {n} places, the {more} more above among them";
        PlacesUnassessed: "另 {n} 地所选方向未考察，不在内", "{n} more not assessed for this, and not listed";
        PoliciesUnassessed: "另 {n} 项所选方向未考察，不在内", "{n} more not assessed for this, and not listed";
        AndOutside: "另 {n} 项在筛选外", "{n} outside the filter";
        NoPlaces: "无地区", "no places";
        OnlyUncounted: "有 {n} 条，不计入", "{n}, not counted";
        WhoRows: "下面 {n} 行：来源点名政策的一项一行，一地可有几行", "{n} rows below: one for each policy that is named, so that a place may have several";
        DenominatorsLeaveOut: "分母不含未考察（?）的地区", "denominators leave out places not assessed (?)";
        MoreAndOutside: "另 {n} 项，{m} 项在筛选外", "{n} more, {m} outside the filter";
        ChooseVersions: "也计入说另一版本的 {n} 条 →", "Count the {n} on another version too →";
        NeverCounts: "{n} 条不是说方向的陈述，从不计入。", "{n} {n|is|are} no statement on a focus and never {n|counts|count}.";
        ChooseSources: "也选用来源：{sources} →", "Choose this source too: {sources} →";
        WordsChoosePlacesHint: "搜索的文字只决定列出哪些地区；每格仍计该地全部政策，条形只计符合的政策", "The words searched for choose which places are listed; each cell still counts all policies of its place, the bars those that match";
        Scattered: "另 {n} 地由几项政策合起来符合", "{n} more match only by several policies together";
        ShareHere: "；{share}", "; {share}";
        LegendShare: "k/n：该地已考察的 n 项政策中点名 k 项", "k/n: k of the n policies covered are named";
        BeyondSome: "公开资料另有陈述 →", "Public sources have more →";
        BeyondSomeHint: "把公开资料也算上", "Takes the public sources in too";
        BeyondTake: "未提及或未考察的 {all} 处中，公开资料另有陈述说到 {n} 处：一并列入", "Public sources speak of {n} of the {all} that are not stated or not assessed: take them in";
        BeyondHere: "；公开资料另有陈述", "; public sources have more";
        LegendBeyond: "公开资料另有陈述", "public sources say more";
        AsksRegion: "先选我的地区", "choose my place first";
        MoreRight: "右边还有", "More to the right";
        ColumnsRight: "右边 {n} 列不全", "{n} not whole at the right";
        ColumnsLeft: "左边 {n} 列不全", "{n} not whole at the left";
        WholeRow: "全文", "Full text";
        WholeRowOf: "{what}：全文", "{what}: full text";
        MoveLeft: "左移一列", "Move left";
        MoveRight: "右移一列", "Move right";
        CopyName: "复制名称", "Copy name";
        CopyRow: "复制这一行", "Copy this row";
        MoveHint: "拖动可调整次序；按住 Alt 按左右键亦可", "Drag to reorder, or Alt with the arrow keys";
        RemoveOf: "移除{name}", "Remove {name}";
        OnlyFocuses: "只列所选方向，共 {n} 个方向中的 {k} 个", "Only the chosen focuses: {k} of {n}";
        Collected: "{tab} {n}", "{tab} {n}";
        CollectSign: "＋", "＋";
        CollectedSign: "✓", "✓";
        Collect: "加入对比", "Add to comparison";
        TakeOut: "移出对比", "Take out of comparison";
        CollectOf: "把{name}加入对比", "Add {name} to the comparison";
        AlikeBoth: "都提到{focuses}", "stated of both: {focuses}";
        AlikeOnlyOne: "；只有一方提到{focuses}", "; of one only: {focuses}";
        AlikeSilent: "来源未提及它的任何方向，无从比较", "No focus is stated for it, so it cannot be compared";
        AlikeUnseen: "没有来源考察它，无从比较", "No source has looked at it, so it cannot be compared";
        AlikeToo: "另有 {n} 地同样相近", "as alike as the last: {n} more";
        AlikeMore: "其余 {n} 地见图表“方向组合的相似度”", "{n} more: see the chart \"Similarity by focuses\"";
        AlikeOf: "与 {n} 个有方向可比的地区相比，{k} 个有共同方向；按共同提到的 / 任一提到的方向计", "Compared with {n} places of which a focus is stated, {k} share one; counted as stated of both / of either";
        TakeOutOf: "把{name}移出对比", "Take {name} out of the comparison";
    }
}
