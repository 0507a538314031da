"""Writes chrf.tsv: what sacrebleu 2.6.0 (PyPI) scores with its defaults. Python is not needed to build or to test."""
from sacrebleu.metrics import CHRF

SETS = [
    (["The Department of Finance announced it."], ["The Department of Finance announced it."]),
    (["The Finance Office announced."], ["The Department of Finance has announced it."]),
    (["", "rain"], ["It rains.", "The rain is heavy."]),
    ([""], ["It rains."]),
    (["abc"], ["abd"]),
    (["a"], ["a"]),
    (["xyz"], ["abc"]),
    (["Sở Ngoại vụ họp", "Vịnh Hạ Long 🌊🌊 đẹp"], ["Sở Ngoại vụ đã họp.", "Vịnh Hạ Long 🌊 rất đẹp"]),
    (["no\u00a0break\u3000and  two"], ["no break and two"]),
    (["the the the the the the the"], ["the cat sat on the mat"]),
    (["CAPITALS", "small"], ["capitals", "small words that go on"]),
    (["A long hypothesis that repeats itself, repeats itself and ends.", "Yes"], ["A short one.", "No, not at all"]),
    (["The cat sat on the mat."], ["The cat sat on the mat."]),
    (["abc"], ["xyz"]),
    ([""], ["xyz abc"]),
    (["ab"], ["abc"]),
    (["a"], ["a b c d e f g"]),
    (["THE CAT"], ["the cat"]),
    (["thecat sat"], ["the cat  sat"]),
    (["Hải Phòng là thành phố cảng, 2026!"], ["Hai Phong là thành phố biển (2026)."]),
    (["😀😁 port 😂"], ["😀😁 ports 😂😂"]),
    (["The Department of Finance announced new rules for exporters."], ["New export rules were announced by the Department of Finance."]),
    (["The meeting ended.", "He said nothing new about the plan.", "Rain"], ["The meeting has ended.", "He said nothing about the new plan at all.", "It rains in the north"]),
]

with open("chrf.tsv", "w", encoding="utf-8") as out:
    for hypotheses, references in SETS:
        score = CHRF().corpus_score(hypotheses, [references]).score
        out.write("\t".join([f"{score:.10f}", " | ".join(hypotheses), " | ".join(references)]) + "\n")
