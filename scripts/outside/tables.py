"""Writes a ledger as offices have them by openpyxl, and edits one cell of a workbook that the program wrote.

    tables.py ledger OUT.xlsx        merged places, two storeys of heads, formats of numbers, a hidden sheet, links
    tables.py edit IN.xlsx OUT.xlsx  another title in the first row, columns in another order
"""

import datetime
import sys

from openpyxl import Workbook, load_workbook


def ledger(path):
    book = Workbook()
    sheet = book.active
    sheet.title = "台账"
    sheet.merge_cells("A1:F1")
    sheet["A1"] = "2024年马鞍山市人工智能政策台账"
    for cell, head in {"A2": "序号", "B2": "所属地区", "C2": "政策", "E2": "发布时间", "F2": "责任处室"}.items():
        sheet[cell] = head
    sheet.merge_cells("C2:D2")
    sheet["C3"], sheet["D3"] = "名称", "文号"
    for column in "ABEF":
        sheet.merge_cells(f"{column}2:{column}3")
    rows = [
        (1, "马鞍山市", "马鞍山市示例措施一", "马政〔2024〕1号", datetime.date(2024, 5, 6), "yyyy-mm-dd"),
        (2, None, "马鞍山市示例措施二", "马政［2024］2 号", 2024.1, "0.00"),
        (3, None, "马鞍山市示例措施三", None, "二〇二四年十一月", "General"),
        (4, "滁州市", "滁州市示例办法", None, "2024年13月", "General"),
    ]
    for at, (number, place, title, code, date, form) in enumerate(rows, start=4):
        for column, value in enumerate((number, place, title, code, date, "数字处"), start=1):
            sheet.cell(at, column, value)
        sheet.cell(at, 5).number_format = form
    sheet.merge_cells("B4:B6")
    sheet["A8"], sheet["D8"] = "合计", "4项"
    hidden = book.create_sheet("旧版")
    hidden.sheet_state = "hidden"
    hidden.append(["地区", "题名"])
    hidden.append(["芜湖市", "旧的一项"])
    more = book.create_sheet("补充")
    more.append(["题名", "链接", "地区"])
    more.append(["铜陵市示例方案", "原文", "铜陵市"])
    more["B2"].hyperlink = "https://www.example.gov.cn/a"
    book.save(path)


def edit(source, path):
    book = load_workbook(source)
    for sheet in book.worksheets:
        heads = [cell.value for cell in sheet[1]]
        if "题名" in heads and "编号" in heads:
            at = heads.index("题名") + 1
            sheet.cell(2, at).value = "改过的题名"
            break
    else:
        sys.exit("no sheet of policies")
    book.save(path)


if sys.argv[1] == "ledger":
    ledger(sys.argv[2])
else:
    edit(sys.argv[2], sys.argv[3])
