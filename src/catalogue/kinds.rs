//! The closed vocabularies of a catalogue: each value with its id and its name in both languages.
//!
//! A query, a column, a figure and a screen reader all take the words from here.

use crate::words::Lang;

/// Makes a vocabulary: an ordered enum whose values have an id and two names.
macro_rules! vocabulary {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $value:ident = $id:literal, $zh:literal, $en:literal;)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$doc])* $value,)* }

        impl $name {
            /// Every value, in order.
            pub const ALL: &'static [$name] = &[$($name::$value,)*];

            /// The stable id used in queries and exports.
            pub fn id(self) -> &'static str {
                match self { $($name::$value => $id,)* }
            }

            /// The name in a language.
            pub fn name(self, lang: Lang) -> &'static str {
                lang.of(self.names())
            }

            /// The name in Chinese and in English.
            pub fn names(self) -> &'static [&'static str; 2] {
                match self { $($name::$value => &[$zh, $en],)* }
            }

            /// The value with this id or name, in either language; the case of letters is ignored.
            pub fn find(word: &str) -> Option<$name> {
                Self::ALL.iter().copied().find(|value| {
                    [value.id(), value.name(Lang::Zh), value.name(Lang::En)]
                        .iter()
                        .any(|known| known.to_lowercase() == word.to_lowercase())
                })
            }
        }
    };
}

pub(crate) use vocabulary;

/// The words of a query for every source or every version.
pub const ANY: [&str; 3] = ["any", "任一", "全部"];

vocabulary! {
    /// The rank of government of a region.
    Tier {
        /// Province, municipality, autonomous region, special administrative region.
        Province = "province", "省级", "province level";
        /// Prefecture-level city, prefecture, league.
        City = "city", "地级", "prefecture level";
    }
}

vocabulary! {
    /// The kind of unit of a region, finer than its tier.
    RegionKind {
        /// 省.
        Province = "province", "省", "province";
        /// 直辖市.
        Municipality = "municipality", "直辖市", "municipality";
        /// 自治区.
        AutonomousRegion = "autonomous_region", "自治区", "autonomous region";
        /// 特别行政区.
        Sar = "sar", "特别行政区", "special administrative region";
        /// 副省级市.
        SubProvincialCity = "sub_provincial_city", "副省级市", "sub-provincial city";
        /// 地级市.
        City = "prefecture_city", "地级市", "prefecture-level city";
        /// 自治州.
        AutonomousPrefecture = "autonomous_prefecture", "自治州", "autonomous prefecture";
        /// 地区.
        Prefecture = "prefecture", "地区", "prefecture";
        /// 盟.
        League = "league", "盟", "league";
    }
}

impl RegionKind {
    /// The rank of government.
    pub fn tier(self) -> Tier {
        match self {
            RegionKind::Province | RegionKind::Municipality | RegionKind::AutonomousRegion | RegionKind::Sar => {
                Tier::Province
            }
            _ => Tier::City,
        }
    }
}

vocabulary! {
    /// The strength with which a text takes up a focus, weakest first.
    Strength {
        /// Covered by no source in sight.
        NotAssessed = "not_assessed", "未考察", "not assessed";
        /// Covered and silent: not the absence of a measure.
        NotStated = "not_stated", "来源未提及", "not stated by the source";
        /// A coder read the text: there is none.
        Absent = "absent", "确无", "absent";
        /// Named.
        Mentioned = "mentioned", "提及", "mentioned";
        /// An instrument, an actor or an amount.
        Substantive = "substantive", "有实质内容", "substantive";
        /// A chapter of its own or a budget.
        Core = "core", "核心", "core";
    }
}

impl Strength {
    /// Whether a statement can give it: silence is a finding about a source.
    pub fn is_given(self) -> bool {
        self >= Strength::Absent
    }

    /// "Has the focus", "stated": mentioned or more.
    pub fn is_stated(self) -> bool {
        self >= Strength::Mentioned
    }
}

vocabulary! {
    /// The object that a source ties a statement to.
    Basis {
        /// The policy itself ●.
        Policy = "policy", "点名政策", "names the policy";
        /// Its place only ○.
        Region = "region", "只说到该地", "speaks of the place only";
    }
}

vocabulary! {
    /// The stage of a policy.
    Stage {
        /// 征求意见稿.
        Draft = "draft", "征求意见稿", "draft for comment";
        /// 正式文本.
        Final = "final", "正式文本", "final text";
    }
}

vocabulary! {
    /// The grade of a source.
    Grade {
        /// A think tank's or researcher's report.
        Report = "report", "报告", "report";
        /// A government's or party paper's own page.
        Official = "official", "官方", "official";
        /// Established media.
        Press = "press", "媒体", "press";
        /// Copies only, the issuer's page not seen.
        Reprint = "reprint", "转载", "reprint";
        /// The record of a user, without a page of the web.
        Own = "own", "本单位登记", "own record";
    }
}

vocabulary! {
    /// The kind of a statement.
    StatementKind {
        /// Takes up a focus.
        Focus = "focus", "方向", "focus";
        /// The source names a place's priority.
        Emphasis = "emphasis", "侧重", "emphasis";
        /// A place takes the subject seriously; no focus.
        Attention = "attention", "重视", "attention";
        /// A general frame, never spread over places.
        Frame = "frame", "总述", "frame";
        /// A fact that is no measure under a focus.
        Fact = "fact", "事实", "fact";
        /// A number.
        Count = "count", "数字", "number";
        /// A recommendation of the source.
        Advice = "advice", "建议", "advice";
    }
}

impl Stage {
    /// The words by which a title names itself a draft.
    const OF_DRAFTS: [&str; 2] = ["征求意见稿", "草案"];

    /// Whether a title names itself a draft.
    pub fn names_draft(title: &str) -> bool {
        Stage::OF_DRAFTS.iter().any(|word| title.contains(word))
    }

    /// A title without brackets, and without what names it a draft: 办法(试行)(公开征求意见稿) is 办法试行.
    pub fn bare_title(title: &str) -> String {
        let parts = title.split(['(', ')', '（', '）']).enumerate();
        let without = |part: &str| Stage::OF_DRAFTS.iter().fold(part.to_owned(), |part, word| part.replace(word, ""));
        parts.filter(|(at, part)| *at == 0 || !Stage::names_draft(part)).map(|(_, part)| without(part)).collect()
    }
}

impl StatementKind {
    /// Whether statements of this kind are counted (where they name a focus) and searched.
    pub fn counts(self) -> bool {
        matches!(self, StatementKind::Focus | StatementKind::Emphasis)
    }
}

vocabulary! {
    /// The progress of a stated measure, in the source's own words; nothing is counted by it.
    Modality {
        /// 已做: there, or provided for.
        States = "states", "已做", "states";
        /// 拟: decided and still to be done.
        Plans = "plans", "拟", "plans";
        /// 考虑: not decided.
        Considers = "considers", "考虑", "considers";
        /// 提出: put forward.
        Proposes = "proposes", "提出", "proposes";
    }
}

vocabulary! {
    /// The version of a policy's text that a statement was read in.
    Version {
        /// The version that the catalogue lists.
        Own = "own", "本版", "own version";
        /// A draft of a policy listed as final.
        Draft = "draft", "征求意见稿", "draft";
        /// A final of a policy listed as draft.
        Final = "final", "正式文本", "final text";
    }
}

vocabulary! {
    /// The party that sorted a statement under its focus.
    AssignedBy {
        /// The source itself.
        Source = "source", "来源归类", "sorted by the source";
        /// The editor who recorded it: of the catalogue, or of a layer.
        Coder = "coder", "编者归类", "sorted by an editor";
    }
}

vocabulary! {
    /// The kind of a dated event of a text.
    EventKind {
        /// 起草.
        Drafted = "drafted", "起草", "drafted";
        /// 开始征求意见.
        ConsultationOpen = "consultation_open", "开始征求意见", "consultation opens";
        /// 征求意见截止.
        ConsultationEnds = "consultation_ends", "征求意见截止", "consultation ends";
        /// 签署.
        Signed = "signed", "签署", "signed";
        /// 印发.
        Issued = "issued", "印发", "issued";
        /// 公布.
        Published = "published", "公布", "published";
        /// 宣布.
        Announced = "announced", "宣布", "announced";
        /// 见诸报道.
        Reported = "reported", "见诸报道", "reported";
        /// 施行.
        InForce = "in_force", "施行", "in force";
        /// 失效.
        Ends = "ends", "期满", "ends";
        /// 撤回.
        Withdrawn = "withdrawn", "撤回", "withdrawn";
    }
}
