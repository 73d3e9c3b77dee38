"""Draws the glyphs of the PNG pictures from Roboto into text files, one digit of coverage (0..3) per pixel.

Needs Pillow and FontTools with brotli; run it only to change the characters or the sizes:
    npm pack roboto-fontface@0.10.0      (Apache License 2.0)
    python3 make-glyphs.py FONT.woff2 PIXELS > ../resources/io/github/heddle/picture/raster/NAME.glyphs
"""
import io
import sys

from fontTools.ttLib import TTFont
from PIL import Image, ImageDraw, ImageFont

CHARACTERS = [chr(c) for c in range(32, 127)] + list("×µ·…–—≤≥")


def main(path, pixels):
    font = load(path, pixels)
    ascent, descent = font.getmetrics()
    print(f"# Roboto ({path.rsplit('/')[-1].split('.')[0]}) at {pixels} pixels, Apache License 2.0")
    print("# each glyph: character, advance, left, top, then rows of coverage 1..3, a dot for none")
    print(f"height {ascent + descent}")
    for character in CHARACTERS:
        glyph(font, character)


def load(path, pixels):
    plain = io.BytesIO()
    font = TTFont(path)
    font.flavor = None
    font.save(plain)
    plain.seek(0)
    return ImageFont.truetype(plain, pixels, layout_engine=ImageFont.Layout.BASIC)


def glyph(font, character):
    box = font.getbbox(character)
    left, top, right, bottom = box
    print(f"glyph {ord(character):x} {round(font.getlength(character))} {left} {top}")
    image = Image.new("L", (max(1, right - left), max(1, bottom - top)))
    ImageDraw.Draw(image).text((-left, -top), character, font=font, fill=255)
    for y in range(image.height):
        row = "".join(str(round(image.getpixel((x, y)) * 3 / 255)) for x in range(image.width))
        print(row.replace("0", ".").rstrip(".") or ".")


main(sys.argv[1], int(sys.argv[2]))
