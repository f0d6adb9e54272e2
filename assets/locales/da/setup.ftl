setup-step = Trin { $step } af { $steps }
setup-step-language = Sprog
setup-step-business = Virksomhed
setup-step-passphrase = Adgangssætning
setup-step-sheet = Gendannelsesark
setup-step-customers = Kunder

setup-language-title = Velkommen til Kundbok
setup-language-lead = Hvilket sprog vil du bruge? Du kan skifte, når du vil.
setup-existing = Åbn et kartotek, du allerede har

setup-business-title = Din virksomhed
setup-business-lead = Så ved dine kunder, hvem der har deres oplysninger. Det står i din privatlivspolitik.
setup-business-more = Telefon, adresse og CVR-nummer

setup-passphrase-title = Vælg en adgangssætning
setup-passphrase-lead = Den låser dit kundekartotek op. Ingen andre kender den, heller ikke os.
setup-suggestions = Eller tag et forslag
setup-suggest-more = Tre nye
setup-suggestion-take = Vælg
setup-suggestion-take-this = Vælg { $phrase }
setup-suggestion-taken = Valgt
setup-create = Opret kartoteket
setup-creating = Opretter kartoteket
setup-create-why-not = Sætningen skal mindst være god.

strength = Styrke
strength-hint = Fire eller fem almindelige ord efter hinanden er lette at huske og svære at gætte.
strength-0 = Meget svag
strength-1 = Svag
strength-2 = Ikke helt nok
strength-3 = God
strength-4 = Stærk
strength-time = Den, der stjæler filen og kan nå at prøve tusind sætninger i sekundet, skal i snit bruge { $time }.
strength-counted-drawnWords = Vi regner på tilfældigt trukne ord, ikke på hvor indviklet den ser ud.
strength-counted-chosen = Vi regner med, at den, der gætter, kender almindelige ord, navne og mønstre.
time-moments = mindre end en time
time-hours = { $count ->
    [one] en time
   *[other] { $count } timer
}
time-days = { $count ->
    [one] et døgn
   *[other] { $count } døgn
}
time-years = { $count ->
    [one] et år
   *[other] { $figure } år
}
time-millions = { $count ->
    [one] en million år
   *[other] { $count } millioner år
}
time-billions = mere end en milliard år

setup-sheet-title = Gem gendannelsesarket
setup-sheet-lead = Det åbner kartoteket, hvis du glemmer adgangssætningen. Uden nogen af dem kan ingen åbne det.
setup-sheet-how = Udskriv arket, og læg det, hvor du har dit pas. Nøglen vises kun denne ene gang.
setup-sheet-saved = Gemt
setup-sheet-copy = Kopiér nøglen
setup-sheet-copied = Nøglen er kopieret. Om et halvt minut fjernes den fra udklipsholderen.
setup-sheet-why-not = Gem gendannelsesarket først.

setup-customers-title = Klar til at begynde
setup-customers-lead = Hent dine kunder fra Excel, Outlook eller Google, eller begynd med en enkelt.
setup-customers-import = Hent fra fil
setup-customers-one = Begynd med én kunde

setup-aside = Om dette trin
setup-aside-someone = din virksomhed
setup-aside-language = Et kundekartotek, som kun er dit
setup-aside-language-body = Alt ligger krypteret på din egen computer. Der er ingen konto, og intet sendes over nettet.
setup-aside-business = Det bliver brevhovedet for { $name }
setup-aside-business-body = Oplysningerne står på din privatlivspolitik og på det, du udleverer til en kunde. Resten kan du udfylde senere under Indstillinger.
setup-aside-passphrase = Derefter gemmer du gendannelsesarket
setup-aside-passphrase-body = Det åbner kartoteket, hvis du glemmer adgangssætningen. Du ser det i næste trin.
setup-aside-customers = Kartoteket er oprettet
setup-aside-customers-body = Alt, hvad du skriver, bliver gemt med det samme. Lås, når du går fra computeren.
