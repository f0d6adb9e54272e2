"""Cuts the fonts of documents down to what letters need. See README.md for how it is run."""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

LATIN = "20-7E A0-24F 250-2AF 2B0-36F 1E00-1EFF 2000-206F 2070-209F 20A0-20CF 2100-218F"
GREEK_CYRILLIC = "370-52F 1F00-1FFF"
SIGNS = "2190-21FF 2200-22FF 2460-24FF 25A0-25FF 2600-27BF"
OTHER_SCRIPTS = "531-58A 5B0-5F4 60C-6FF 10A0-10FF FB00-FB4F FB50-FDFF FE70-FEFC FFFD 1F600-1F64F"


def characters(ranges):
    for part in ranges.split():
        first, _, last = part.partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)


def write(source, target, ranges, tabular=False):
    font = TTFont(source)
    if tabular:
        # Figures under figures, in the window and in the PDF alike, without an OpenType feature.
        for lookup in feature_lookups(font, "tnum"):
            for table in font["cmap"].tables:
                for code in range(ord("0"), ord("9") + 1):
                    if code in table.cmap:
                        name = table.cmap[code]
                        table.cmap[code] = lookup.get(name, name)
    options = Options(
        layout_features=[], hinting=False, name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14], notdef_outline=True,
        drop_tables=["GSUB", "GPOS", "GDEF", "kern", "MATH", "FFTM", "gasp", "STAT", "DSIG", "meta"],
    )
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=list(characters(ranges)))
    subsetter.subset(font)
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    font.flavor = None
    font.save(target)
    print(target, Path(target).stat().st_size, len(font.getBestCmap()))


def feature_lookups(font, tag):
    table = font["GSUB"].table
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == tag:
            for index in record.Feature.LookupListIndex:
                for part in table.LookupList.Lookup[index].SubTable:
                    yield getattr(part, "ExtSubTable", part).mapping
            return


inter, jetbrains, dejavu, target = map(Path, sys.argv[1:])
target.mkdir(exist_ok=True)
for weight in ("Regular", "SemiBold"):
    write(inter / f"Inter-{weight}.woff2", target / f"Inter-{weight}.ttf",
          f"{LATIN} {GREEK_CYRILLIC} {SIGNS}", tabular=True)
write(jetbrains / "JetBrainsMono-Regular.ttf", target / "JetBrainsMono-Regular.ttf", "20-7E")
write(dejavu / "DejaVuSans.ttf", target / "DejaVuSans.ttf", f"{LATIN} {GREEK_CYRILLIC} {SIGNS} {OTHER_SCRIPTS}")
