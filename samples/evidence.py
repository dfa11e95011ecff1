"""Draw the evidence (证实性材料) of both samples into their 证明/.

Run ``python -m samples.evidence`` in the project's folder. Names, numbers and figures are taken
from each ``case.json``, or stand in its narrative; everything else is made up, and every page says
so. The faces come from the project's own fonts folder, and nothing is random or dated, so the same
code gives the same bytes.
"""

from __future__ import annotations

from samples.papers import bearing, pump
from samples.papers.press import SAMPLES, read_case

FOLDER = "证明"


def main() -> None:
    """Draw every paper."""
    for sample, papers in (("lichuan-bearing", bearing.papers), ("henglan-pump", pump.papers)):
        target = SAMPLES / sample / FOLDER
        target.mkdir(exist_ok=True)
        for name, data in papers(read_case(sample)):
            (target / name).write_bytes(data)


if __name__ == "__main__":
    main()
