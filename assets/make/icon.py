#!/usr/bin/env python3
"""Makes assets/icon.svg and assets/icon.png (256x256), and the icons of the package in packaging/icons.

Needs the Python package cairosvg (pip install cairosvg==2.9.1) and the
cairo library (Debian: libcairo2). The drawing is the project's own: a tile
grid with the program's three marks, filled circle, ring and blank.
"""

from pathlib import Path

import cairosvg

ASSETS = Path(__file__).resolve().parent.parent
SIZE = 256
# A desktop takes the one next in size to what it shows.
SMALLER = [48, 128]

GROUND = "#fbfbfa"
EDGE = "#d9d9d4"
TILE = "#efefec"
COLOURS = {
    "c": "#0072b2",  # compute
    "a": "#d55e00",  # algorithm
    "d": "#009e73",  # data
    "p": "#a6449a",  # application
    "e": "#b8860b",  # enterprise
}

# Capital letter: filled circle; small letter: ring; dot: blank tile.
GRID = ["C.d", "aP.", ".eD"]

TILE_SIZE = 60
GAP = 10
RADIUS = 19
STROKE = 8


def svg():
    first = (SIZE - 3 * TILE_SIZE - 2 * GAP) / 2
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{SIZE}" height="{SIZE}" '
        f'viewBox="0 0 {SIZE} {SIZE}">',
        f'  <rect x="5" y="5" width="{SIZE - 10}" height="{SIZE - 10}" rx="50" '
        f'fill="{GROUND}" stroke="{EDGE}" stroke-width="4"/>',
    ]
    for row, line in enumerate(GRID):
        for column, mark in enumerate(line):
            x = first + column * (TILE_SIZE + GAP)
            y = first + row * (TILE_SIZE + GAP)
            out.append(
                f'  <rect x="{x:g}" y="{y:g}" width="{TILE_SIZE}" height="{TILE_SIZE}" '
                f'rx="12" fill="{TILE}"/>'
            )
            if mark == ".":
                continue
            colour = COLOURS[mark.lower()]
            cx, cy = x + TILE_SIZE / 2, y + TILE_SIZE / 2
            if mark.isupper():
                out.append(f'  <circle cx="{cx:g}" cy="{cy:g}" r="{RADIUS}" fill="{colour}"/>')
            else:
                out.append(
                    f'  <circle cx="{cx:g}" cy="{cy:g}" r="{RADIUS - STROKE / 2:g}" fill="none" '
                    f'stroke="{colour}" stroke-width="{STROKE}"/>'
                )
    out.append("</svg>")
    return "\n".join(out) + "\n"


def main():
    text = svg()
    (ASSETS / "icon.svg").write_text(text, encoding="utf-8")
    cairosvg.svg2png(
        bytestring=text.encode("utf-8"),
        write_to=str(ASSETS / "icon.png"),
        output_width=SIZE,
        output_height=SIZE,
    )
    for size in SMALLER:
        cairosvg.svg2png(
            bytestring=text.encode("utf-8"),
            write_to=str(ASSETS.parent / "packaging" / "icons" / f"{size}.png"),
            output_width=size,
            output_height=size,
        )


if __name__ == "__main__":
    main()
