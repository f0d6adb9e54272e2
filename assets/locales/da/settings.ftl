settings-title = Indstillinger
settings-look = Udseende
settings-language = Sprog
settings-theme = Farver
settings-theme-system = Som computeren
settings-theme-light = Lyse
settings-theme-dark = Mørke
settings-text = Tekststørrelse
settings-text-size = { $size } %
settings-locking = Låsning
settings-lock-after = Lås automatisk efter
settings-lock-after-hint = Regnes fra sidste tast eller klik. Kundbok låser også, når computeren går i dvale.
settings-lock-minutes = { $minutes ->
    [1] 1 minut
    [60] 1 time
   *[other] { $minutes } minutter
}
settings-business = Din virksomhed
settings-business-why = Står på privatlivspolitikken og på det, du udleverer til en kunde.
settings-business-saved = Virksomhedens oplysninger er gemt
settings-version = Kundbok { $version }
