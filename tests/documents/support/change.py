"""Changes a workbook as an officer does, with a library that is not ours: what to do is JSON on standard input.

{"book": FILE, "files": [{"to": FILE, "cells": {"Krav!D3": VALUE}, "merge": ["Krav!D3:E3"], "rows": {"Krav": [[VALUE, …]]},
"without": [SHEET, …], "insert_column": ["Krav", 2], "insert_row": ["Krav", 1], "delete_column": ["Krav", 1],
"delete_row": ["Krav", 1], "copy": [SHEET, …], "names": {SHEET: NAME}}]}
"""

import json
import sys

import openpyxl



def insert_title(sheet, index):
    sheet.insert_rows(index)
    sheet.cell(index, 1, "Region X")


MOVED = {
    "insert_column": lambda sheet, index: sheet.insert_cols(index),
    "insert_row": insert_title,
    "delete_column": lambda sheet, index: sheet.delete_cols(index),
    "delete_row": lambda sheet, index: sheet.delete_rows(index),
}

job = json.load(sys.stdin)
for file in job["files"]:
    book = openpyxl.load_workbook(job["book"])
    for place, value in file.get("cells", {}).items():
        sheet, cell = place.split("!")
        book[sheet][cell] = value
    for place in file.get("merge", []):
        sheet, area = place.split("!")
        book[sheet].merge_cells(area)
    for sheet, rows in file.get("rows", {}).items():
        for row in rows:
            book[sheet].append(row)
    for key, change in MOVED.items():
        if key in file:
            sheet, index = file[key]
            change(book[sheet], index)
    for name in file.get("copy", []):
        book.copy_worksheet(book[name])
    for name in file.get("without", []):
        del book[name]
    for old, new in file.get("names", {}).items():
        book[old].title = new
    book.save(file["to"])
