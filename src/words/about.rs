//! Texts of the page about the open catalogue and its sources.

super::texts! {
    /// Texts about a catalogue.
    AboutText {
        Apart: "不属于任何一地的陈述（{n} 条，从不计入）", "Statements of no place ({n}, never counted)";
        SourcesTitle: "{n} 个来源", "{n} {n|source|sources}";
        RegionEdition: "地区代码：{edition}", "Codes of places: {edition}";
        Release: "第 {release} 版 · {file}", "Release {release} · {file}";
        Layer: "图层“{title}”：{n} 项政策", "Layer \"{title}\": {n} {n|policy|policies}";
        ForChecking: "供核对：编号、大小、校验值", "For checking: ID, size, checksum";
        Id: "编号 {id} · 文件格式第 {schema} 版", "ID {id} · file format {schema}";
        Embedded: "内置目录", "the embedded catalogue";
        File: "文件：{path}", "File: {path}";
        Bytes: "{n} 字节", "{n} bytes";
        Scope: "收录范围：{text}", "Scope: {text}";
        Counts: "{policies} 项政策，{statements} 条陈述，{sources} 个来源", "{policies} {policies|policy|policies}, {statements} {statements|statement|statements}, {sources} {sources|source|sources}";
        Default: "默认采用的来源：{sources}", "Sources used by default: {sources}";
        Covers: "考察了 {k} / {n} 项政策，没有写到的记为“来源未提及”", "covers {k} of {n} policies: what it does not say is not stated";
        Stated: "只收录其所述，没有说到的不作判断", "only what it states: its silence means nothing";
        Statements: "{n} 条陈述", "{n} {n|statement|statements}";
        InSight: "✓ 已选用", "✓ Chosen";
        OutOfSight: "未选用", "Not chosen";
        Published: "发布 {date}", "published {date}";
        Accessed: "读取 {date}", "read {date}";
        NotAccessed: "读自存本", "read in a stored copy";
        NoAddress: "无网址", "No address";
    }
}
