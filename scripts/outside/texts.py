"""A document with numbers that Word only counts, and what LibreOffice shows of it.

make FOLDER: writes FOLDER/numbered.docx. compare OURS THEIRS: the body of both, line by line.
"""

import sys
import zipfile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def level(at, form, text):
    return f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="nothing"/><w:lvlText w:val="{text}"/></w:lvl>'


NUMBERING = (
    HEAD
    + f"<w:numbering {W}>"
    + '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>'
    + level(0, "chineseCountingThousand", "%1、")
    + level(1, "chineseCountingThousand", "（%2）")
    + level(2, "decimal", "%3.")
    + level(3, "decimal", "（%4）")
    + level(4, "decimalEnclosedCircleChinese", "%5")
    + "</w:abstractNum>"
    + '<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>'
    + level(0, "chineseCountingThousand", "第%1条　")
    + level(1, "decimal", "%1.%2 ")
    + level(2, "upperLetter", "%3) ")
    + level(3, "lowerRoman", "%4) ")
    + "</w:abstractNum>"
    + '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    + '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    + '<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>'
    + '<w:num w:numId="4"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="20"/></w:lvlOverride></w:num>'
    + "</w:numbering>"
)
STYLES = (
    HEAD
    + f"<w:styles {W}>"
    + '<w:style w:type="paragraph" w:styleId="Chapter"><w:name w:val="Chapter"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    + '<w:style w:type="paragraph" w:styleId="Part"><w:name w:val="Part"/><w:basedOn w:val="Chapter"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    + "</w:styles>"
)
NOTES = (
    HEAD
    + f'<w:footnotes {W}><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>注脚一句。</w:t></w:r></w:p></w:footnote></w:footnotes>'
)


def run(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def item(number, at, text, runs=""):
    return f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>{run(text)}{runs}</w:p>'


def styled(style, text):
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run(text)}</w:p>'


def plain(runs):
    return f"<w:p>{runs}</w:p>"


CELL = "<w:tc><w:tcPr/><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
DELETED = '<w:del w:id="9" w:author="a" w:date="2026-01-01T00:00:00Z"><w:r><w:delText>删去的话。</w:delText></w:r></w:del>'
BODY = (
    plain(run("某市若干政策"))
    + styled("Chapter", "总体要求")
    + plain(run("坚持应用。") + DELETED + run("保留的话。"))
    + styled("Chapter", "主要措施")
    + styled("Part", "算力")
    + item(1, 2, "建平台。")
    + item(1, 2, "发放算力券。")
    + item(1, 3, "每年一千万元。")
    + item(1, 3, "单个企业五十万元。")
    + item(1, 4, "以上含本数。")
    + styled("Part", "数据")
    + item(1, 2, "开放目录。")
    + styled("Chapter", "附则")
    + item(2, 0, "重新起算。")
    + item(2, 1, "其下一级。")
    + item(1, 0, "接着数。")
    + plain(run("脚注在此") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run("。"))
    + "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr>"
    + CELL.format("责任单位")
    + CELL.format("市科技局")
    + "</w:tr></w:tbl>"
    + item(3, 0, "条一。")
    + item(3, 1, "款一。")
    + item(3, 1, "款二。")
    + item(3, 2, "目一。")
    + item(3, 3, "分一。")
    + item(3, 3, "分二。")
    + item(3, 0, "条二。")
    + item(3, 1, "款一。")
    + "".join(item(3, 0, f"条{n}。") for n in range(3, 13))
    + item(4, 0, "自二十起。")
    + item(4, 0, "再一条。")
)


def make(folder):
    document = HEAD + f"<w:document {W}><w:body>{BODY}</w:body></w:document>"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    parts = ["document.main", "numbering", "styles", "footnotes"]
    names = ["document", "numbering", "styles", "footnotes"]
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{kind}{part}+xml"/>' for name, part in zip(names, parts)
    )
    types = f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{overrides}</Types>'
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    links = "".join(
        f'<Relationship Id="r{n}" Type="{relation}{name}" Target="{name}.xml"/>' for n, name in enumerate(names[1:])
    )
    rels = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
    root = f'<Relationship Id="r1" Type="{relation}officeDocument" Target="word/document.xml"/>'
    with zipfile.ZipFile(f"{folder}/numbered.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", types)
        archive.writestr("_rels/.rels", HEAD + rels.format(root))
        archive.writestr("word/_rels/document.xml.rels", HEAD + rels.format(links))
        for name, text in zip(names, [document, NUMBERING, STYLES, NOTES]):
            archive.writestr(f"word/{name}.xml", text)


def lines(path):
    with open(path, encoding="utf-8-sig") as file:
        return ["".join(line.split()) for line in file if line.strip()]


def compare(ours, theirs):
    # The office shows deletions and marks of notes; the table and the notes it lays out in its own way.
    left_out = {"责任单位市科技局", "责任单位", "市科技局", "注脚一句。"}
    ours = [line for line in lines(ours) if line not in left_out]
    theirs = [line.replace("删去的话。", "").replace("脚注在此1", "脚注在此") for line in lines(theirs)]
    theirs = [line for line in theirs if line.lstrip("0123456789") not in left_out]
    for one, other in zip(ours, theirs):
        if one != other:
            sys.exit(f"ours: {one}\noffice: {other}")
    if len(ours) != len(theirs):
        sys.exit(f"{len(ours)} lines and {len(theirs)}: {ours} {theirs}")


if __name__ == "__main__":
    {"make": make, "compare": compare}[sys.argv[1]](*sys.argv[2:])
