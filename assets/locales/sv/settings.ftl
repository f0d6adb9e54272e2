settings-title = Inställningar
settings-look = Utseende
settings-language = Språk
settings-theme = Färger
settings-theme-system = Som datorn
settings-theme-light = Ljusa
settings-theme-dark = Mörka
settings-text = Textstorlek
settings-text-size = { $size } %
settings-locking = Låsning
settings-lock-after = Lås automatiskt efter
settings-lock-after-hint = Räknas från senaste tangent eller klick. Kundbok låser också när datorn går i vila.
settings-lock-minutes = { $minutes ->
    [1] 1 minut
    [60] 1 timme
   *[other] { $minutes } minuter
}
settings-business = Ditt företag
settings-business-why = Står på integritetspolicyn och på det du lämnar ut till en kund.
settings-business-saved = Företagets uppgifter är sparade
settings-version = Kundbok { $version }
