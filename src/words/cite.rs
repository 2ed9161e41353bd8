//! Texts of citations and of lists that stand on their own outside the program.

use super::texts;

texts! {
    /// Citations, and lists of who states something.
    CiteText {
        Quoted: "{text}（“{quote}”）", "{text} (\"{quote}\")";
        PlaceOnly: "只说到{places}，未点名政策", "speaks of {places} only, names no policy";
        OurTitle: "《{title}》（本目录译为：{ours}）", "{title} (our translation: {ours})";
        Noted: "{text}〔{notes}〕", "{text} [{notes}]";
        Between: "；", "; ";
        EndOfSentence: "。", ".";
        StatementId: "陈述 {id}", "statement {id}";
        ClaimId: "可核查说法 {id}", "claim {id}";
        PolicyId: "政策 {id}", "policy {id}";
        CatalogueId: "目录 {id}，{release} 版", "catalogue {id}, release {release}";
        Field: "{policy}，{name}：{value}", "{policy}, {name}: {value}";
        PolicyTitle: "《{title}》", "{title}";
        Draft: "征求意见稿", "draft for comment";
        Number: "文号", "number";
        Issuers: "发文机关", "issuers";
        Month: "公布月份", "month of publication";
        GivenBy: "{what}据 {source}", "{what} from {source}";
        GivenOutside: "{what}据所选来源之外的 {source}", "{what} from a source outside the lens: {source}";
        Et: "等", "et al.";
        Copies: "{n} 份转载", "{n} copies";
        SourceId: "来源 {id}", "source {id}";
        Release: "{release} 版", "Release {release}";
        InIt: "见 {at}", "at {at}";
        FigureOf: "图“{title}”，{part}", "figure \"{title}\", {part}";
        PartOf: "{query}，{shown}", "{query}, {shown}";
        TranslatedAs: "本目录译为：{ours}。", "Our translation: {ours}.";
        SaysOfPlace: "说到{place}的陈述：{ids}", "statements on {place}: {ids}";
        Compilers: "目录 {id} 的编者", "compilers of catalogue {id}";
        OurAuthors: "政策图谱编者", "The Policy Atlas authors";
        OurName: "政策图谱", "Policy Atlas";
        AuthorUnknown: "作者不详", "author unknown";
        CffContent: "目录内容的 SHA-256", "SHA-256 of the content of the catalogue";
        CffMessage: "使用这份数据时，请按此著录", "If you use this data set, please cite it as below";
        FormatGbt7714: "GB/T 7714—2015", "GB/T 7714-2015";
        FormatGbt7714Of2025: "GB/T 7714—2025", "GB/T 7714-2025";
        FormatBibTex: "BibTeX", "BibTeX";
        FormatRis: "RIS", "RIS";
        FormatCslJson: "CSL-JSON", "CSL-JSON";
        FormatText: "纯文本", "Plain text";
        WhoFocus: "提到“{what}”的地区：{k} / {n} 地{more}", "Places for which \"{what}\" is stated: {k} of {n} covered{more}";
        WhoKeyword: "带关键词“{what}”的地区：{k} / {n} 地{more}", "Places with the keyword \"{what}\": {k} of {n} covered{more}";
        MoreNotAssessed: "（另有 {m} 地未考察）", " (+ {m} not assessed)";
        WhoSource: "{source}（{which}）", "{source} ({which})";
        WhoStatements: "{n} 条", "{n} {n|statement|statements}";
        WhoLens: "{lens}。未列出的是来源未提及或未考察，不等于没有", "{lens}. What is not listed is not stated or not assessed; that does not mean there is none";
    }
}
