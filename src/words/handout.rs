//! Texts of handouts of a walk.

use super::texts;

texts! {
    /// Texts of handouts of a walk, on paper and where they are chosen.
    HandoutText {
        // On paper.
        Before: "另见前面的 {numbers}", "Printed above: {numbers}";
        Asked: "第 {steps} 步：{what}", "Steps {steps}: {what}";

        // In the window.
        Button: "讲义…", "Handout…";
        Hint: "把巡讲“{name}”写成 A4 讲义（PDF），跳过的步骤不写", "Writes the walk \"{name}\" as a handout on A4 (PDF), without the steps that are skipped";
        File: "讲义", "Handout";
        Notes: "备注页", "Notes pages";
        NotesHint: "每步的画面，下面是陈述与出处、讲者的备注", "Each step with its statements, their sources and your notes below";
        Two: "每页 2 幅", "2 per page";
        Four: "每页 4 幅", "4 per page";
        Six: "每页 6 幅", "6 per page";
        PagesHint: "只有观众看到的画面", "What the audience saw alone";

        // On the command line.
        Help: "A4 讲义：notes 为画面带陈述和备注，2、4、6 为每页幅数；写成 .pdf", "a handout on A4: notes has each step with statements and notes, 2, 4 and 6 are pictures a page; written as .pdf";
        OnlyPdf: "--pages 只能写成 .pdf，“{file}”不是", "--pages is written as .pdf, and \"{file}\" is none";
        NoNotes: "每页 {kind} 幅的讲义没有备注：用 --pages notes，或去掉 --notes", "a handout of {kind} a page has no notes: use --pages notes, or leave out --notes";
    }
}
