"""Checks documents in Word, Excel and CSV, as scripts/form-check says."""

import csv
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from difflib import SequenceMatcher
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

import docx
import openpyxl
from docx.oxml.ns import qn

# LibreOffice prints with the structure that a screen reader follows, so that cells are read one after the other.
TAGGED = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'


# The fonts that the Word files name are Microsoft's; ours take their place.
FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir>
<alias binding="same"><family>Cambria</family><prefer><family>Source Serif 4</family></prefer></alias>
<alias binding="same"><family>Calibri</family><prefer><family>Source Sans 3</family></prefer></alias></fontconfig>"""


def shown_in(pdf):
    """What stands in the body of each page, in the order of the file."""
    body = ["-r", "72", "-x", "0", "-y", "53", "-W", "595", "-H", "739"]
    shown = subprocess.run(["pdftotext", "-raw", *body, pdf, "-"], check=True, capture_output=True, text=True).stdout
    return shown.split("\f")


def check_order(file, pieces):
    """Whether poppler finds the pieces in the order in which they are read. Lines of neighbouring cells may be mixed."""
    pages = ["".join(page.split()) for page in shown_in(file)]
    shown, starts = "".join(pages), set(accumulate(map(len, pages), initial=0))
    heads = sorted((squeezed(text) for tag, text in pieces if tag == "THead"), key=len, reverse=True)
    at = 0
    for tag, text in pieces:
        if at in starts and tag != "THead":
            at += next((len(head) for head in heads if sorted(shown[at : at + len(head)]) == sorted(head)), 0)
        text = squeezed(text)
        if sorted(shown[at : at + len(text)]) != sorted(text):
            yield f"{file.name}: {text[:80]!r} is read where pdftotext finds {shown[at:at + 80]!r}"
            return
        at += len(text)
    if at < len(shown):
        yield f"{file.name}: pdftotext finds {shown[at:at + 80]!r}, which is not read"


def squeezed(text):
    return "".join(text.split())


def without(words, phrases):
    """The words without each occurrence of some phrases."""
    text = " " + " ".join(words) + " "
    for phrase in sorted(filter(None, phrases), key=len, reverse=True):
        text = text.replace(f" {phrase} ", " ")
    return text.split()


def is_page(word):
    """The number of a page, the head of a column of them, or a box to tick, which a PDF has as a field."""
    return re.fullmatch(r"\d{1,3}|Sida|Page|☐|\[|\]", word)


def check_words(file, pieces, others, whose, heads=()):
    """Whether the same words stand in the same order; page numbers and heads that are repeated on a new page aside."""
    ours, theirs = [without(words, heads) for words in (" ".join(text for _, text in pieces).split(), others)]
    repeated = {bare(head.split()) for head in heads}
    for _, a, b, c, d in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if not are_alike(ours[a:b], theirs[c:d]) and not (a == b and bare(theirs[c:d]) in repeated):
            yield Difference(f"{file.name}, {whose}, after {' '.join(ours[max(0, a - 5):a])!r}", ours[a:b], theirs[c:d])


class Difference(NamedTuple):
    """What the PDF says in one place and another form does not."""

    where: str
    ours: list
    theirs: list

    def __str__(self):
        return f"{self.where}: {' '.join(self.theirs)!r} where the PDF says {' '.join(self.ours)!r}"


def not_moved(differences):
    """What is left when lines are the same but a row is broken over a page, so that its cells are mixed."""
    differences = list(differences)
    ours, theirs = [bare(word for words in side for word in words if not is_page(word)) for side in list(zip(*differences))[1:] or ("", "")]
    return [] if sorted(ours) == sorted(theirs) else differences


def are_alike(ours, theirs):
    """A word that was broken over two lines is still the same, and page numbers stand only where there are pages."""
    said, printed = [{bare(words), bare(word for word in words if not is_page(word))} for words in (ours, theirs)]
    return not said.isdisjoint(printed)


def bare(words):
    """Letters and figures alone, since a line that ends is a space in one form and a sign in another."""
    return re.sub(r"[\W_]", "", "".join(words))


def said_in(document):
    """The words of a Word file as python-docx reads them."""
    rows = lambda block: (cell.text for row in block.rows for cell in row.cells)
    blocks = document.iter_inner_content()
    return " ".join(text for block in blocks for text in ([block.text] if hasattr(block, "text") else rows(block))).split()


def without_numbers(pieces):
    """Numbers and bullets of a list, which Word counts itself and keeps out of the text."""
    counted = r"^(K\d+( [a-z]+)?|\d+\.|•|(Bilaga|Annex) \d+) "
    return [(tag, re.sub(counted, "", text) if tag in ("LI", "H2", "H3") else text) for tag, text in pieces]


def pasted(file):
    """The words of a text to paste, but for the name of the authority, which a page has in its header."""
    title, rest = file.read_text().split("\n\n", 1)
    return (title.rsplit("\n", 1)[0] + " " + rest).split()


def without_contents(pieces):
    return [piece for piece in pieces if piece[0] != "TOCI" and piece[1] not in ("Innehåll", "Contents")]


def check_requirements(file, pieces):
    """Whether the JSON of a document has the requirements of its pages."""
    blocks = [block for section in json.loads(file.read_text()).get("sections", ()) for block in section["blocks"]]
    ours = [" ".join(text.split()) for tag, text in pieces if tag == "H3" and re.match(r"K\d", text)]
    theirs = [f"{one['number']} {one['title']}".replace("\xa0", " ") for one in (block.get("requirement") for block in blocks) if one]
    if ours != theirs:
        yield f"{file.name}: the PDF has the requirements {ours}, the JSON {theirs}"


def check_alike(file, printed, pieces):
    """Whether a Word file, what LibreOffice prints of it, the PDF, the text and the JSON say the same in the same order."""
    document = docx.Document(file)
    heads = list(heads_of(document))
    yield from check_order(file.with_suffix(".pdf"), pieces)
    yield from not_moved(check_words(file, pieces, " ".join(shown_in(printed)).split(), "LibreOffice", heads))
    yield from check_words(file, without_numbers(pieces), said_in(document), "python-docx")
    if (text := file.with_suffix(".txt")).exists():
        yield from check_words(text, without_contents(pieces), pasted(text), "the text")
    if (data := file.with_suffix(".json")).exists() and "notice_fields" not in file.name:
        yield from check_requirements(data, pieces)


def heads_of(document):
    """The heads of all tables, that a page repeats."""
    for table in document.tables:
        if table.rows and table.rows[0]._tr.trPr is not None:
            if table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None:
                yield " ".join(" ".join(cell.text for cell in table.rows[0].cells).split())


def check_word(file):
    name, document = file.name, docx.Document(file)
    properties = document.core_properties
    if not properties.title or properties.language not in ("sv-SE", "en-GB"):
        yield f"{name}: title or language is missing"
    language = document.styles.element.find(f".//{qn('w:lang')}").get(qn("w:val"))
    if language != properties.language:
        yield f"{name}: the text is in {language}, the document in {properties.language}"
    styles = [paragraph.style.name for paragraph in document.paragraphs]
    if styles.count("Title") != 1 or "Heading 1" not in styles:
        yield f"{name}: the title or a heading is missing"
    headed = [table for table in document.tables if table.style.style_id == "HeadedTable"]
    if len(list(heads_of(document))) != len(headed):
        yield f"{name}: a table's head is not repeated"
    numbers = {paragraph.style.name for paragraph in document.paragraphs if is_counted(paragraph)}
    if "Duty" in styles and "Skyldighet" not in numbers:
        yield f"{name}: a duty is not an item of a list"


def is_counted(paragraph):
    properties = paragraph._p.pPr
    return properties is not None and properties.numPr is not None


def check_excel(file):
    book = openpyxl.load_workbook(file)
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible" or not sheet.auto_filter.ref:
            continue
        if sheet.freeze_panes != "A2":
            yield f"{file.name}: the head of {sheet.title} does not stay"
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    yield f"{file.name}: {sheet.title}!{cell.coordinate} is computed"
                if cell.value is not None and cell.row > 1 and not cell.alignment.wrap_text:
                    yield f"{file.name}: {sheet.title}!{cell.coordinate} does not wrap"
    if not file.with_suffix(".csv").exists():
        return
    rows = [[shown(cell.value) for cell in row] for row in book.worksheets[0].iter_rows()]
    written = file.with_suffix(".csv").read_bytes()
    if not written.startswith(b"\xef\xbb\xbf"):
        yield f"{file.name}: the CSV file does not begin with a byte order mark"
    read = list(csv.reader(written.decode("utf-8-sig").splitlines(keepends=True), delimiter=";", strict=True))
    read = [[cell.removeprefix("'") for cell in row] for row in read]
    if rows != read:
        yield f"{file.name}: the workbook and the CSV file differ: {first_difference(rows, read)}"


def shown(value):
    """A cell as the CSV file has it."""
    if value is None:
        return ""
    if hasattr(value, "date"):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).replace(".", ",") if isinstance(value, (int, float)) else value


def first_difference(rows, others):
    return next(((a, b) for row, other in zip(rows, others) for a, b in zip(row, other) if a != b), (len(rows), len(others)))


def printed(files, folder, form):
    """What LibreOffice prints of the files, with the letters of our own fonts, so that it looks alike on every machine."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(folder), *map(str, files)]
    fonts = folder / "fonts.conf"
    fonts.write_text(FONTS.format(fonts=Path(__file__).parents[2] / "assets/fonts", cache=folder / "fonts"))
    subprocess.run(command, check=True, capture_output=True, env=os.environ | {"FONTCONFIG_FILE": str(fonts)})
    return {file: folder / f"{file.stem}.pdf" for file in files}


def main(folder):
    faults = []
    texts, sheets = sorted(folder.glob("*.docx")), sorted(folder.glob("*.xlsx"))
    with tempfile.TemporaryDirectory() as scratch:
        for kind, files, form in (("word", texts, TAGGED), ("excel", sheets, "pdf")):
            target = Path(scratch) / kind
            target.mkdir()
            for file, pdf in printed(files, target, form).items() if files else ():
                if not pdf.exists():
                    faults.append(f"{file.name}: LibreOffice cannot open it")
                elif kind == "word" and (read := file.with_suffix(".read.json")).exists():
                    faults.extend(check_alike(file, pdf, json.loads(read.read_text())))
                    shutil.copy(pdf, folder / f"{file.stem}.printed.pdf")
    for file in texts:
        faults.extend(check_word(file))
    for file in sheets:
        faults.extend(check_excel(file))
    print(*faults, f"{len(texts)} Word files and {len(sheets)} workbooks checked", sep="\n")
    return 1 if faults or not texts + sheets else 0


sys.exit(main(Path(sys.argv[1])))
