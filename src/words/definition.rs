//! Definitions of the values of the vocabularies, each with an example: shown beside the word, and in every codebook.

use super::texts;

texts! {
    /// Definitions of strength, kind, list, basis, grade, modality, and of who sorted a statement.
    DefinitionText {
        OfStrength: "提及程度（力度）", "Strength";
        OfKind: "陈述类别", "Kind of statement";
        OfList: "列举", "List";
        OfBasis: "是否点名（依据）", "Basis";
        OfGrade: "来源等级", "Grade of a source";
        OfModality: "语气", "Modality";
        OfAssignedBy: "归类者", "Sorted by";
        NotAssessed: "所选来源都没有考察这项政策，也没有说到该地：没有人看过，既不能说有，也不能说没有。例：只看一篇新闻时，它没有考察的政策在各方向上都是未考察。", "None of the chosen sources looked at the policy or speaks of the place: neither yes nor no can be said. Example: through one news report alone, policies that it does not cover are not assessed under any focus.";
        NotStated: "考察过这项政策的来源没有说到这个方向：这不等于没有。例：报告列出一项政策，全文没有提到它的数据措施。", "A source that covers the policy does not speak of the focus: that does not mean there is none. Example: a report lists a policy and nowhere mentions a measure of it on data.";
        Absent: "本目录的编者通读全文，确认没有这个方向的内容。例：逐条读完一项政策，没有一条涉及算力。", "An editor of this catalogue read the whole text and there is nothing under the focus. Example: every article of a policy was read and none is about compute.";
        Mentioned: "点到这个方向，没有说出工具、主体或数额。例：“聚焦算力、算法、数据”。", "The focus is named, without an instrument, an actor or an amount. Example: \"focuses on compute, algorithms and data\".";
        Substantive: "说出了工具、主体或数额。例：“发放算力券，每年最高不超过300万元”。", "An instrument, an actor or an amount is given. Example: \"computing vouchers of up to CNY 3 million a year\".";
        Core: "自成一章，或者有专门预算。例：一项政策的第二章就是“强化算力供给”。", "It has a chapter of its own, or a budget. Example: the second chapter of a policy is \"More computing supply\".";
        KindFocus: "来源说一项政策或一地采取了某个方向的措施；计入。例：“上海、杭州发放算力券”，属于算力。", "A source says that a policy or place takes up a focus; counted. Example: \"Shanghai and Hangzhou issue computing vouchers\", which is compute.";
        KindEmphasis: "来源说一地把什么放在首位；说到方向时计入。例：“成都更重视应用场景”。", "A source says what a place puts first; counted where it names a focus. Example: \"Chengdu pays more attention to scenarios of application\".";
        KindAttention: "来源说一地看重这个题目，没有说到方向；只列出，不计入。例：“武汉等城市重视大模型”。", "A source says that a place takes the subject seriously, without a focus; shown and never counted. Example: \"cities such as Wuhan attach importance to large models\".";
        KindFrame: "总的说法，不摊到各地；只列出，不计入。例：“各地因地制宜”。", "A general statement, never spread over places; shown and never counted. Example: \"places act according to local conditions\".";
        KindFact: "不是任何方向之下措施的事实；只列出，不计入。例：“该市有人工智能企业两百家”。", "A fact that is no measure under a focus; shown and never counted. Example: \"the city has two hundred AI firms\".";
        KindCount: "一个数；只列出，不计入。例：“全国已有130个大模型”。", "A number; shown and never counted. Example: \"there are 130 large models in the country\".";
        KindAdvice: "来源提出的建议，不是已有的措施；另列，不计入。例：“鼓励地方加大对人才的政策倾斜力度”。", "What a source recommends, and no measure that there is; shown apart and never counted. Example: \"local governments should favour talent more\".";
        ListClosed: "点名的就是来源所指的全部。例：“北京、上海两地”。", "The places named are all that the source means. Example: \"the two cities Beijing and Shanghai\".";
        ListOpen: "以“等”结尾：还有未列出的，由此得到的数目是下限。例：“杭州、成都等地”。", "It ends in 等, \"and others\": places are meant that are not named, and a count that rests on it is a floor. Example: \"Hangzhou, Chengdu and other places\".";
        ListPartial: "来源说了总数而只列出一部分：由此得到的数目是下限。例：“6地有数据措施”，列出的只有3地。", "The source gives the total and names some: a count that rests on it is a floor. Example: \"6 places have measures on data\", of which 3 are named.";
        BasisPolicy: "●：来源点名这项政策。例：“《若干措施》提出发放算力券”。", "●: the source names the policy. Example: \"the Several Measures provide for computing vouchers\".";
        BasisRegion: "○：来源只说到该地，没有点名政策。例：“杭州发放算力券”。", "○: the source speaks of the place and names no policy. Example: \"Hangzhou issues computing vouchers\".";
        GradeReport: "智库或研究者的报告；至多得到“提及”。例：赛迪研究院的一份研究报告。", "A report by a think tank or a researcher; it gives \"mentioned\" at most. Example: a study by the CCID institute.";
        GradeOfficial: "政府或党报自己的网页。例：市政府网站上的政策原文。", "A page of a government or a party paper itself. Example: the text of a policy on the site of a city government.";
        GradePress: "新闻媒体的报道。例：财经媒体关于政策发布的报道。", "A report in established media. Example: a business paper on the release of a policy.";
        GradeReprint: "只见到转载，没有见到发布者的原页。例：三个网站转载的同一份全文。", "Copies only; the issuer's own page was not seen. Example: the same full text on three other sites.";
        ModalityStates: "来源说成已经做了，或者文本已经规定。例：“已发放算力券”。", "Told as done, or as laid down in the text. Example: \"computing vouchers have been issued\".";
        ModalityPlans: "已经决定，还没有做。例：“拟建设数据基础制度先行区”。", "Decided and not yet done. Example: \"a pilot zone for basic data systems is to be built\".";
        ModalityConsiders: "还在考虑，没有决定。例：“考虑设立数据交易平台”。", "Under consideration and not decided. Example: \"a platform for trading data is being considered\".";
        ModalityProposes: "作为主张提出，没有说做到哪一步。例：“提出探索与元宇宙有关的算法”。", "Put forward, without word of how far it has come. Example: \"proposes to explore algorithms related to the metaverse\".";
        GradeOwn: "单位自己登记的，没有公开网址可查。例：单位自己的政策台账。", "What the user's own office recorded, with no public address to look it up. Example: an office's own list of policies.";
        AssignedBySource: "来源自己把它放在这个方向之下。例：报告在“数据”一段里说到它。", "The source itself puts it under the focus. Example: a report speaks of it in its paragraph on data.";
        AssignedByCoder: "来源没有归类，由录入它的编者（目录的，或者该图层的）按各方向的定义归入。例：报告只说“首版次”，按定义归入算法。", "The source does not sort it; the editor who recorded it, of the catalogue or of the layer, did, by what counts under each focus. Example: a report says \"first version\" only, which by definition is algorithm.";
    }
}
