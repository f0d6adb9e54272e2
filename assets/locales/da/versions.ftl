# Earlier states of the register on this computer
versions-title = Tidligere versioner
versions-lead = Hver gang du gemmer, beholder computeren kartoteket, som det var: de seneste 20 gange og med større mellemrum et år tilbage.
versions-settings-body = Se, hvordan kartoteket så ud før, sammenlign med nu, og gå tilbage, hvis noget gik galt.
versions-settings-open = Vis tidligere versioner
versions-when = { $date } kl. { $time }
versions-customers = { $count ->
    [one] 1 kunde
   *[other] { $figure } kunder
}
versions-customers-unknown = Ukendt antal
versions-now = Sådan er kartoteket nu
versions-empty = Ingen tidligere versioner endnu
versions-empty-body = Næste gang du gemmer noget, bliver kartoteket, som det er nu, liggende her.
versions-choose = Vælg en version
versions-choose-body = Så ser du, hvilke kunder der er kommet til, ændret eller forsvundet siden da.
versions-is-now = Sådan er kartoteket nu.
versions-is-now-body = Vælg en anden version for at sammenligne med den.
versions-comparing = Sammenligner med nu
versions-alike = De samme kunder, med de samme oplysninger som nu.
versions-alike-body = Det gælder også din virksomhed, privatlivspolitikken, leverandørerne, og hvordan du bruger oplysninger.
versions-differs = Sådan adskiller kartoteket sig nu fra denne version.
versions-added = Er kommet til
versions-added-why = Findes nu, men ikke i denne version.
versions-changed = Er ændret
versions-changed-why = Findes begge steder, men noget er anderledes: oplysninger, køb, kontakter eller filer.
versions-gone = Er forsvundet
versions-gone-why = Findes i denne version, men ikke nu.
versions-nameless = Kunde uden navn
versions-others = { $figure } til
versions-more = Vis { $figure } til af { $all }
versions-take-lead = Sæt kryds ved det, du vil hente herfra. Alt andet bliver, som det er nu.
versions-take-suggested = Dem, der kun findes her eller sidst blev ændret her, har allerede et kryds.
versions-newer = Nyere i denne version
versions-all = Vælg alle
versions-none = Vælg ingen
versions-take = Hent de valgte ({ $figure })
versions-take-title = { $count ->
    [one] Vil du hente 1 kunde fra { $when }?
   *[other] Vil du hente { $figure } kunder fra { $when }?
}
versions-take-changed = { $count ->
    [one] 1 kunde bliver som i den version, med oplysninger, køb, kontakter og filer: { $names }.
   *[other] { $figure } kunder bliver som i den version, med oplysninger, køb, kontakter og filer: { $names }.
}
versions-take-others = Alt andet bliver, som det er nu.
versions-take-do = Hent
versions-taking = Henter
versions-taken = { $count ->
    [one] 1 kunde er hentet
   *[other] { $figure } kunder er hentet
}
versions-restore = Gå tilbage til denne version
versions-restore-title = Vil du gå tilbage til { $when }?
versions-restore-gone = { $count ->
    [one] 1 kunde kommer tilbage: { $names }.
   *[other] { $figure } kunder kommer tilbage: { $names }.
}
versions-restore-erased = Har nogen af dem bedt dig om at slette sine oplysninger, skal du gøre det igen.
versions-restore-added = { $count ->
    [one] 1 kunde forsvinder: { $names }.
   *[other] { $figure } kunder forsvinder: { $names }.
}
versions-restore-changed = { $count ->
    [one] 1 kunde bliver som dengang, med oplysninger, køb, kontakter og filer: { $names }.
   *[other] { $figure } kunder bliver som dengang, med oplysninger, køb, kontakter og filer: { $names }.
}
versions-restore-alike = Kunderne er de samme som nu.
versions-restore-entries = Dette bliver også som dengang: { $names }.
versions-restore-kept = Kartoteket, som det er nu, bliver liggende blandt versionerne, så du kan fortryde. Intet går tabt.
versions-restore-keys = Din adgangssætning og dit gendannelsesark gælder som nu.
versions-restore-do = Gå tilbage
versions-restoring = Går tilbage
versions-restored = Kartoteket er nu som { $when }
versions-error-vaultDamaged = Denne version er beskadiget
versions-error-wrongRecoveryKey = Denne version er låst med en ældre nøgle
versions-error-notFound = Denne version findes ikke længere
versions-error-body = Kartoteket, der er åbent, er uskadt. Vælg en anden version.
versions-entries = Andet, der er forskelligt
versions-entries-why = Privatlivspolitikken, leverandørerne, hvordan du bruger oplysninger, og din virksomhed. Det, du ikke vælger, bliver, som det er nu, og alt bliver blandt versionerne.
versions-entry-business = Din virksomhed
versions-entry-clause = Privatlivspolitikken: { $name }
versions-entry-activity = Brug: { $name }
versions-entry-supplier = Leverandør: { $name }
versions-entry-consent-text = Spørgsmål om samtykke: { $name }
versions-entry-policy-address = Politikkens adresse på nettet
versions-entry-valid-from = Gælder fra
versions-entry-other = Øvrigt: { $name }
versions-entry-here = Nu
versions-entry-there = I denne version
versions-entry-take = Hent { $name }
versions-entry-only-here = Findes kun nu og bliver.
versions-entry-only-there = Findes kun i denne version.
versions-entry-nothing = Intet her
versions-entry-supplied = Som Kundbok foreslår
versions-entry-answer = Bruges
versions-entry-left-out = Udeladt
versions-entry-yes = Ja
versions-entry-no = Nej
versions-take-entries = Dette bliver som i den version: { $names }.
versions-take-title-entries = Hent det valgte fra { $when }?
versions-taken-entries = Det valgte er hentet

# What opening found
found-ok = OK
found-restored = Kartotekets fil kunne ikke bruges
found-restored-missing = Kartoteket lå ikke, hvor det skal
found-restored-body = Kundbok har lagt kartoteket tilbage, som det sidst blev gemt på denne computer: { $when }, med { $customers }.
found-restored-aside = Filen, der lå der, er ikke slettet. Den ligger stadig i samme mappe og hedder nu
found-restored-rest = Du skal ikke gøre mere, medmindre du ændrede noget derefter.
found-fromBackup = Sikkerhedskopien er lagt tilbage
found-fromBackup-body = Filen, der lå i kartotekets mappe, kunne ikke bruges. Nu er kartoteket, som det var { $when }, med { $customers }.
found-fromBackup-rest = Det, du ændrede derefter, er ikke med.
found-older = Kartoteket er ældre end det, du sidst gemte her
found-older-body = Det, der er åbent, blev gemt { $when }. Måske er en sikkerhedskopi lagt tilbage, eller mappen er synkroniseret tilbage.
found-diverged = Kartoteket er ændret to steder
found-diverged-body = Det, der er åbent, blev gemt { $when } på en anden computer, som ikke kendte til det, du sidst gemte her.
found-copy = En anden version af kartoteket ligger ved siden af
found-copy-body = Din synkroniseringstjeneste har lagt en version, der blev gemt { $when }, ved siden af den, der er åben.
found-ours = Det, du gemte her { $when }, ligger stadig på denne computer.
found-ours-gone = Det, du gemte her, ligger ikke længere på denne computer.
found-choose = Intet går tabt, uanset hvad du vælger.
found-compare = Sammenlign
found-compare-choose = Se forskellene, og vælg
found-take-back = Tag det tilbage, jeg gemte her
found-keep = Behold det, der er åbent
found-keyFileRestored = Filen, der hører til din adgangssætning, kunne ikke bruges
found-keyFileRestored-body = Kundbok har lagt den tilbage. Adgangssætningen gælder som før, og du skal ikke gøre mere.
found-historyMissing = De tidligere versioner på denne computer er væk
found-historyMissing-body = Kartoteket er uskadt, med alle dine kunder. Fra nu af samler Kundbok nye versioner.
