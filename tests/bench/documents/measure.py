"""Measures the making of documents, ours and others' from the same content: a line for each, as `scripts/bench` prints them.

measure.py PROGRAM PYTHON TIMES

PROGRAM is bench-documents as it is released; PYTHON has the other libraries. Prints: name, seconds of processor time (user and
system; the mean of TIMES rounds in which all take turns), and the most memory that the process held, in MB, tab-separated.
Ours is the whole process. Of the others only the making counts, but for LibreOffice, which is a program.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import mean

CONTENDERS = Path(__file__).with_name("contenders.py")
TAGGED = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'


def run(command):
    """What a program says, the processor time that it and its children took, and the most memory of one of them in MB."""
    read, write = os.pipe()
    process = subprocess.Popen(command, stdout=write, stderr=subprocess.PIPE)
    os.close(write)
    with os.fdopen(read) as output:
        said = output.read()
    complaint = process.stderr.read().decode()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = status
    if status:
        sys.exit(f"{command}: {complaint}")
    return said, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def ours(program, form, count, file):
    _, seconds, memory = run([program, form, str(count), file])
    return seconds, memory


def theirs(python, name, content, file):
    said, _, memory = run([python, CONTENDERS, name, content, file])
    return float(said), memory


def office(folder):
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", TAGGED]
    _, seconds, memory = run([*command, "--outdir", f"{folder}/office", f"{folder}/100.docx"])
    return seconds, memory


def main(program, python, times):
    with tempfile.TemporaryDirectory() as folder:
        for form, file in (("content", "content.json"), ("cells", "cells.json"), ("docx", "100.docx")):
            run([program, form, "100", f"{folder}/{file}"])
        measured = {f"{form} {count}": (ours, program, form, count, f"{folder}/ours") for form in ("pdf", "docx", "xlsx") for count in (100, 300, 1000, 3000)}
        for name, content in (("typst", "content"), ("weasyprint", "content"), ("python-docx", "content"), ("openpyxl", "cells")):
            measured[name] = (theirs, python, name, f"{folder}/{content}.json", f"{folder}/{name}")
        measured["libreoffice"] = (office, folder)
        rounds = [{name: make(*given) for name, (make, *given) in measured.items()} for _ in range(int(times))]
        for name in measured:
            seconds, memory = zip(*(one[name] for one in rounds))
            print(name, f"{mean(seconds):.4f}", f"{max(memory):.0f}", sep="\t")


main(*sys.argv[1:])
