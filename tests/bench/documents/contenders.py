"""Makes the trial document with another library, from the same content, and prints the seconds of processor time that it took.

contenders.py typst|weasyprint|python-docx|openpyxl CONTENT FILE

Only the making counts: neither the start of Python nor the loading of the library and the content.
"""

import json
import resource
import sys
from html import escape
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
FONTS = ROOT / "assets/fonts"


def spent():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def plain(inlines):
    return "".join(one.get("text") or one.get("emphasis") or "" for one in inlines)


def requirements(document):
    return [block["requirement"] for section in document["sections"] for block in section["blocks"]]


def by_typst(content, file):
    import shutil

    import typst

    # A program of typst reads nothing outside its own folder.
    folder = content.parent
    shutil.copy(Path(__file__).with_name("document.typ"), folder)
    return lambda: typst.compile(
        str(folder / "document.typ"),
        output=str(file),
        root=str(folder),
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        sys_inputs={"content": content.name},
        pdf_standards=["ua-1"],
    )


STYLE = """
@font-face { font-family: Serif; src: url(SourceSerif4_400Regular.ttf) }
@font-face { font-family: Sans; src: url(SourceSans3_400Regular.ttf) }
@font-face { font-family: Sans; font-weight: bold; src: url(SourceSans3_700Bold.ttf) }
@page { size: A4; margin: 26mm 22mm 24mm; @top-left { content: string(kind) } @bottom-right { content: "Sida " counter(page) " av " counter(pages) } }
body { font: 10.5pt/15pt Serif } h1, h2, h3, table, nav { font-family: Sans } h1 { string-set: kind content() }
ol { list-style: lower-alpha } table { width: 100%; border-collapse: collapse; font-size: 9.5pt } th { text-align: left; width: 33mm }
td, th { border-top: 0.5pt solid #bdbdbd } section { break-before: page } nav a::after { content: leader('.') target-counter(attr(href), page) }
"""


def cells(tag, texts):
    return "".join(f"<{tag}>{escape(text)}</{tag}>" for text in texts)


def in_html(one):
    yield f'<h3 id="{one["number"]}">{one["number"]} {escape(one["title"])}</h3><p>{escape((one["level"] or {}).get("words", ""))} · {escape(one["placement"])}</p>'
    yield "<ol>" + "".join(f"<li>{escape(plain(duty['text']))}</li>" for duty in one["duties"]) + "</ol>"
    if table := one["table"]:
        rows = "".join(f"<tr>{cells('td', map(plain, row))}</tr>" for row in table["rows"])
        head = cells("th", (column["head"] for column in table["columns"]))
        yield f"<table><caption>{escape(table['caption'])}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    facts = "".join(f"<tr><th scope=row>{escape(fact['label'])}</th><td>{escape(plain(fact['text']))}</td></tr>" for fact in one["facts"])
    yield f"<table>{facts}</table>"


def by_weasyprint(content, file):
    from weasyprint import HTML

    document = json.loads(content.read_text())
    meta, all_of_them = document["meta"], requirements(document)
    entries = "".join(f'<li><a href="#{one["number"]}">{one["number"]} {escape(one["title"])}</a></li>' for one in all_of_them)
    text = "".join(part for one in all_of_them for part in in_html(one))
    head = f'<html lang=sv><head><title>{escape(meta["title"])}</title><style>{STYLE}</style></head>'
    page = f"{head}<body><h1>{escape(meta['title'])}</h1><nav><ul>{entries}</ul></nav><section><h2>Krav</h2>{text}</section></body></html>"
    return lambda: HTML(string=page, base_url=f"{FONTS}/").write_pdf(file, pdf_variant="pdf/ua-1")


def by_python_docx(content, file):
    import docx

    document = json.loads(content.read_text())

    def make():
        made = docx.Document()
        made.core_properties.title = document["meta"]["title"]
        made.add_heading(document["meta"]["title"], 0)
        for one in requirements(document):
            made.add_heading(f"{one['number']} {one['title']}", 2)
            made.add_paragraph(one["placement"])
            for duty in one["duties"]:
                made.add_paragraph(plain(duty["text"]), style="List Number")
            if table := one["table"]:
                fill(made, [[column["head"] for column in table["columns"]], *([plain(cell) for cell in row] for row in table["rows"])])
            fill(made, [[fact["label"], plain(fact["text"])] for fact in one["facts"]])
        made.save(file)

    return make


def fill(made, rows):
    table = made.add_table(len(rows), len(rows[0]))
    for row, texts in zip(table.rows, rows):
        for cell, text in zip(row.cells, texts):
            cell.text = text


def by_openpyxl(content, file):
    import openpyxl
    from openpyxl.styles import Alignment, Font

    rows = json.loads(content.read_text())
    wrapped, font = Alignment(wrap_text=True, vertical="top"), Font(name="Calibri", size=10)

    def make():
        book = openpyxl.Workbook()
        sheet = book.active
        for row in rows:
            sheet.append(row)
        for row in sheet.iter_rows():
            for cell in row:
                cell.alignment, cell.font = wrapped, font
        sheet.freeze_panes, sheet.auto_filter.ref = "A2", sheet.dimensions
        book.save(file)

    return make


CONTENDERS = {"typst": by_typst, "weasyprint": by_weasyprint, "python-docx": by_python_docx, "openpyxl": by_openpyxl}


def main(name, content, file):
    make = CONTENDERS[name](Path(content).resolve(), Path(file).resolve())
    start = spent()
    make()
    print(spent() - start)


if __name__ == "__main__":
    main(*sys.argv[1:])
