"""Checks documents in Word, Excel and CSV, as scripts/form-check says."""

import csv
import re
import subprocess
import sys
import tempfile
from difflib import SequenceMatcher
from pathlib import Path

import docx
import openpyxl
from docx.oxml.ns import qn

# LibreOffice prints with the structure that a screen reader follows, so that cells are read one after the other.
TAGGED = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'


def words_of(pdf):
    """What a PDF says, in the order in which it is read."""
    command = ["pdfinfo", "-struct-text", pdf]
    shown = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    said, first = "", True
    for line in shown.split("\n"):
        # Pieces of text in quotation marks; those of one element follow each other, with their own spaces, but for the
        # number that a list has put before them.
        piece = re.fullmatch(r'\s*"(.*)"', line)
        is_number = piece and first and re.fullmatch(r"•|\d+\.|(\w+\s?)?\d+( [a-z]+)?", piece.group(1))
        said += piece.group(1) + " " * bool(is_number) if piece else " "
        first = not piece
    return said.split()


def without(words, phrases):
    """The words without each occurrence of some phrases."""
    text = " " + " ".join(words) + " "
    for phrase in sorted(filter(None, phrases), key=len, reverse=True):
        text = text.replace(f" {phrase} ", " ")
    return text.split()


def is_page(word):
    """The number of a page, the head of a column of them, or a box to tick, which a PDF has as a field."""
    return re.fullmatch(r"\d{1,3}|Sida|Page|☐", word)


def check_words(name, pdf, printed, heads):
    """Whether the same words stand in the same order; page numbers and heads that are repeated on a new page aside."""
    ours, theirs = [without(words_of(file), heads) for file in (pdf, printed)]
    ours, theirs = [[word for word in words if not is_page(word)] for words in (ours, theirs)]
    for kind, a, b, c, d in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if kind != "equal" and "".join(ours[a:b]) != "".join(theirs[c:d]):
            yield f"{name}: the PDF says {' '.join(ours[a:b])!r}, LibreOffice {' '.join(theirs[c:d])!r}, after {' '.join(ours[max(0, a - 5):a])!r}"


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
    """What LibreOffice prints of the files."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True)
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
                elif kind == "word" and file.with_suffix(".pdf").exists():
                    heads = list(heads_of(docx.Document(file)))
                    faults.extend(check_words(file.name, file.with_suffix(".pdf"), pdf, heads))
    for file in texts:
        faults.extend(check_word(file))
    for file in sheets:
        faults.extend(check_excel(file))
    print(*faults, f"{len(texts)} Word files and {len(sheets)} workbooks checked", sep="\n")
    return 1 if faults or not texts + sheets else 0


sys.exit(main(Path(sys.argv[1])))
