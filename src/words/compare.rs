//! Texts of the comparison's answers: similarity, combinations of focuses, and the claims of a source.

use super::texts;

texts! {
    /// What similarity, combinations and claims say.
    CompareText {
        ByStated: "按来源是否提及；未提及不等于没有", "by what the sources state; not stated is not absence";
        ByStrength: "按来源所述力度是否达到“{strength}”；未提及不等于没有", "by whether what the sources state is “{strength}” or more; not stated is not absence";
        WithKeywords: "关键词一并计入", "keywords are counted too";
        NoIndex: "无可比：都未提及", "not comparable: neither is stated to have any";
        IndexOf: "{k} / {n}", "{k} of {n}";
        LeftOut: "只比较前 {max} 个，另有 {n} 个未列：请加条件缩小范围", "only the first {max} are compared and {n} are left out: narrow the query";
        ApartNotAssessed: "{n} 个未考察，不参与比较", "{n} not assessed and not compared";
        Both: "都提及", "both";
        OnlyOf: "仅{name}", "only {name}";
        Neither: "都未提及", "neither";
        NoneStated: "都未提及", "none stated";
        NoneReaches: "都未达到“{strength}”", "none is “{strength}” or more";
        NotAssessed: "未考察", "not assessed";
        NobodyHas: "无人具有的组合（{n} 种）", "combinations that nobody has ({n})";
    }
}
