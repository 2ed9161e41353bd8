//! Texts about tables that come in: what their columns are, what each row does, where each cell goes.

super::texts! {
    /// Texts about the import of tables.
    ImportText {
        PartOfDate: "{event}日期的{part}", "{part} of the date ({event})";
        Year: "年", "year";
        Month: "月", "month";
        Day: "日", "day";
        AsRemark: "作为备注", "as a remark";
        LeftOut: "忽略", "left out";
        NoHead: "{column}列", "column {column}";
    }
}
