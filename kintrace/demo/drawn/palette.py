"""The colours portraits are drawn in."""

# Base tone and tone in the shade.
SKINS: dict[str, tuple[tuple[str, str], ...]] = {
    "dark": (
        ("#603d2b", "#432a1e"),
        ("#6b4430", "#4b2d20"),
        ("#7d4f37", "#5a3524"),
        ("#8a583c", "#643b26"),
    ),
    "brown": (("#9a6544", "#74472d"), ("#a9744f", "#815338"), ("#b98260", "#8f5f43")),
    "olive": (("#c99670", "#a06f4d"), ("#c8956f", "#a06d4c"), ("#d3a37d", "#aa7a57")),
    "light": (("#d9a886", "#b98262"), ("#e3ba94", "#c49470"), ("#ebc7aa", "#cb9d7e")),
}
HAIRS = {
    "dark": ("#1a1311", "#20140f", "#1d1513"),
    "brown": ("#1c1412", "#20140f", "#2b1d17"),
    "olive": ("#231a17", "#2c211d", "#3a2820"),
    "light": ("#3a2a22", "#5a4030", "#7c5c40", "#2c2422"),
}
GREYS = {"45-64": ("#4a4441", "#615b58", "#37302d"), "65+": ("#aaa49e", "#beb8b1", "#948e89")}
IRISES = {
    "dark": ("#1b100b", "#25160f"),
    "brown": ("#24150e", "#301c12"),
    "olive": ("#2a1a14", "#3d2718", "#4a3a20"),
    "light": ("#3d2a1a", "#4f5a5c", "#5a5a3c", "#46586a"),
}
GROUNDS = (
    "#cdc6d3", "#c5cfd0", "#d8cdbd", "#c8d0bf", "#d6c5c3",
    "#bfc7d2", "#d9d2c4", "#b9c4be", "#cfc0b2", "#c4bccb",
)  # fmt: skip
CLOTHS = (
    "#4f5963", "#39566b", "#7f8f4e", "#b5624a", "#c9a24a", "#6d4b5e", "#5f7f78", "#8a4a3e",
    "#3f4a3e", "#a88f72", "#55607c", "#74543f", "#9a7f9c", "#2f3d4a", "#b9a58c", "#70787f",
)  # fmt: skip
# Wool as it comes from the sheep: no cap here may look like part of a uniform.
WOOLS = ("#a88f72", "#74543f", "#8b8379", "#cbbca6", "#5b5550")
