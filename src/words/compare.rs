//! Texts of the comparison's answers: similarity, combinations of focuses, and the claims of a source.

use super::texts;

texts! {
    /// Texts of similarity, combinations and claims.
    CompareText {
        ByStated: "按来源是否提及；未提及不等于没有", "by what the sources state; not stated does not mean there is none";
        ByStrength: "按来源的提及程度是否达到“{strength}”；未提及不等于没有", "by whether what the sources state is \"{strength}\" or more; not stated does not mean there is none";
        WithKeywords: "关键词一并计入", "keywords are counted too";
        NotComparable: "不可比：有一方未提及", "not comparable: nothing is stated of one of the two";
        SilentRows: "另 {n} 个各方向均未提及，无从比较", "no focus is stated of {n}: nothing to compare";
        IndexOf: "{k} / {n}", "{k} of {n}";
        LeftOut: "只比较前 {max} 个，另有 {n} 个未列：请加条件缩小范围", "only the first {max} are compared and {n} are left out: narrow the query";
        ApartNotAssessed: "{n} 个未考察，不参与比较", "{n} not assessed and not compared";
        NoneStated: "都未提及", "none stated";
        NoneReaches: "都未达到“{strength}”", "none is \"{strength}\" or more";
        NotAssessed: "未考察", "not assessed";
        Agrees: "相符", "agrees";
        Differs: "不符", "differs";
        CannotBeChecked: "无法核对", "cannot be checked";
        Shown: "仅展示", "shown, not judged";
        ByCatalogue: "按目录计算", "The catalogue gives";
        ByStatedNumbers: "按来源自己的数字计算", "From the source's own numbers";
        WhyUnchecked: "为何无法核对", "Why it cannot be checked";
        GrowthFormula: "({to} − {from}) / {from} = {rise}；{to} / {from} = {ratio}", "({to} − {from}) / {from} = {rise}; {to} / {from} = {ratio}";
        GrowthOfNone: "({to} − {from}) / {from}", "({to} − {from}) / {from}";
        GrowthFound: "增幅为 {rise}，来源称 {stated}%", "a rise of {rise}; the source states {stated}%";
        GrowthNotFound: "从 0 起没有增幅可言，来源称 {stated}%", "from 0 there is no rate of growth; the source states {stated}%";
        PeriodFormula: "{from} 至 {to}：{k} / {n}", "{from} to {to}: {k} of {n}";
        PeriodFound: "{n} 项中 {k} 项在此期间", "{k} of {n} are inside";
        PeriodOutside: "；不在此期间的：{list}", "; outside: {list}";
        PeriodUnknown: "；日期不够精确而不能断定的：{list}", "; the date is not precise enough to tell: {list}";
        PolicyInMonth: "{place}《{title}》（{month}）", "{place}: {title} ({month})";
        PolicyWithId: "{place}《{title}》（{month}，{id}）", "{place}: {title} ({month}, {id})";
        NamedFormula: "{k} / {stated}", "{k} of {stated}";
        NamedFound: "{statements}列出 {k} 地：{list}；来源称 {stated} 地", "{statements} name {k}: {list}; the source says {stated}";
        NamedRest: "，其余没有列出，无从核对", ", and the others are not listed, so that they cannot be checked";
        NamedById: "陈述 {ids} ", "statements {ids}";
        NamedByCount: "{n} 条陈述", "{n} {n|statement|statements}";
        NoPlace: "无", "none";
        ShareFormula: "{part} / {whole} = {share}", "{part} / {whole} = {share}";
        ShareFloorFormula: "≥ {part} / {whole}，即 ≥ {share}", "≥ {part} / {whole}, that is ≥ {share}";
        ShareOfNone: "{part} / {whole}", "{part} / {whole}";
        ShareFound: "占 {share}{stated}", "a share of {share}{stated}";
        ShareFloorFound: "至少占 {share}{stated}", "a share of at least {share}{stated}";
        ShareNotFound: "总数为 0，没有比例可言{stated}", "there is no share of 0{stated}";
        ShareStated: "，来源称 {stated}%", "; the source states {stated}%";
        ShareNotStated: "，来源未给出比例", "; the source states no percentage";
        AllFocusesFormula: "全部 {n} 个方向都有陈述的地区：{k} / {places}", "places of which all {n} focuses are stated: {k} of {places}";
        AllFocusesFound: "按来源自己的陈述，{places} 地中有 {k} 地述及全部 {n} 个方向；最多的述及 {most} 个（{of} 地），中位数为 {median} 个；未提及不等于没有", "by the source's own statements all {n} focuses are stated of {k} of {places} places; the most is {most} (of {of}), the median {median}; not stated does not mean there is none";
        SimilarityFormula: "共同提及的 / 任一提及的", "stated of both / stated of either";
        SimilarityFound: "{n} 地两两相比，共 {pairs} 对：所述完全相同 {same} 对，部分相同 {partly} 对，无一相同 {nothing} 对", "{n} places make {pairs} pairs: the same is stated of {same}, part of it of {partly}, nothing in common of {nothing}";
        SimilarityNotComparable: "，有一方未提及而不可比 {n} 对", "; not comparable, nothing being stated of one, {n}";
        NobodyHas: "无人具有的组合（{n} 种）", "combinations that nobody has ({n})";
    }
}
