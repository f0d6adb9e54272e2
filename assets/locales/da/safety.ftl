# What keeps the register safe: what opens it, and backups
safety-title = Tryghed
safety-lead = Tre ting, så du altid kan komme til dine kunder, og ingen andre kan.
safety-settings-body = Adgangssætningen, gendannelsesarket og sikkerhedskopien.
safety-settings-open = Åbn Tryghed
safety-ready = Færdig

safety-passphrase-state = Den låser dit kundekartotek op, og ingen andre end du kender den.
safety-passphrase-change = Skift adgangssætning
safety-passphrase-lead = Gendannelsesarket gælder som før.
safety-passphrase-current = Den adgangssætning, du har nu
safety-passphrase-new = Ny adgangssætning
safety-passphrase-wrong = Det er ikke din adgangssætning. Intet er ændret. Prøv igen.
safety-passphrase-do = Skift
safety-passphrase-changing = Skifter
safety-passphrase-changed = Adgangssætningen er skiftet
safety-passphrase-changed-lead = Brug den nye, næste gang du låser op.

safety-key = Kan nogen have set den gamle?
safety-key-why = Den, der kender den gamle adgangssætning og har en ældre kopi af kartotekets filer, kan også åbne kartoteket fremover. Det kan du stoppe med en ny nøgle inde i kartoteket. Du mærker ingen forskel: Adgangssætningen og arket er de samme.
safety-key-do = Lav en ny nøgle
safety-key-doing = Laver en ny nøgle
safety-key-done = Kartoteket har fået en ny nøgle
safety-key-copies = Tidligere sikkerhedskopier, og kopier som nogen allerede har taget, kan stadig åbnes med den gamle adgangssætning. Billeder, aftaler og andre filer, der allerede ligger i kartoteket, beholder deres egne låse: den, der har en gammel kopi af kartoteket og mappens filer, kan åbne dem, men ingen nye. Tag en ny sikkerhedskopi, og slet de gamle.
safety-resealed = { $count ->
    [0] Ingen tidligere versioner på denne computer er låst på ny.
    [one] 1 tidligere version på denne computer er låst på ny.
   *[other] { $figure } tidligere versioner på denne computer er låst på ny.
}
safety-resealed-left = { $count ->
    [one] 1 kunne ikke låses om og er, som den var.
   *[other] { $figure } kunne ikke låses om og er, som de var.
}

safety-sheet = Gendannelsesark
safety-sheet-untried = Du har ikke prøvet arket endnu. Gør det én gang, så ved du, at det virker.
safety-sheet-tried = Prøvet { $date }, { $ago }. Det åbner kartoteket, hvis du glemmer adgangssætningen.
safety-sheet-try = Prøv arket
safety-sheet-new = Lav et nyt ark

safety-try-lead = Find det udskrevne ark frem. Kundbok åbner kartoteket rigtigt, med kun nøglen, som på en ny computer.
safety-try-do = Prøv
safety-try-doing = Prøver
safety-try-works = Arket virker
safety-try-works-body = Nøglen åbnede kartoteket. Læg arket tilbage, hvor du opbevarer det.

safety-new-lead = Til dig, der har mistet arket eller tror, at nogen har set det.
safety-new-still = Det gamle ark åbner stadig
safety-new-still-backups = sikkerhedskopier, som du allerede har taget
safety-new-still-versions = tidligere versioner på denne computer, indtil du låser dem om i næste trin
safety-new-still-copies = kopier af kartoteket, som nogen har taget før nu
safety-new-no-longer = Det, du gemmer, når det nye ark gælder, åbner det ikke. Det gør det nye, og din adgangssætning som før.
safety-new-doing = Laver arket
safety-made = Dit nye ark
safety-made-preview = Sådan bliver arket
safety-made-lead = Det gælder, når du har gemt det. Udskriv det så, læg det, hvor du har dit pas, og smid det gamle ud. Nøglen vises kun denne ene gang.
safety-made-leave = Arket er ikke gemt
safety-made-leave-body = Det nye ark gælder først, når det er gemt. Forlader du det nu, gælder det gamle som før, og du kan lave et nyt, når du vil.
safety-made-leave-go = Gå uden at gemme
safety-made-leave-stay = Bliv her
safety-earlier = Tidligere versioner på denne computer
safety-earlier-why = De åbnes stadig med det gamle ark, og ikke med det nye. Indholdet er det samme, hvis du låser dem om.
safety-earlier-do = Lås dem om
safety-earlier-doing = Låser om

safety-backup = Sikkerhedskopi
safety-backup-none = Der er ingen sikkerhedskopi endnu.
safety-backup-last = Den seneste blev taget { $when }.
safety-backup-old = Den seneste blev taget { $when }. Det er tid til en ny.
safety-backup-where = Brug gerne en USB-nøgle, som ligger et andet sted end computeren. Kopien er krypteret og åbnes med adgangssætningen eller arket.
safety-backup-folder = Den ligger i mappen
safety-backup-do = Tag sikkerhedskopi nu
safety-backup-doing = Tager sikkerhedskopi
safety-backup-elsewhere = Til et andet sted
safety-backup-done = Sikkerhedskopien er færdig, og Kundbok har prøvet, at den kan åbnes.
safety-backup-lost = { $count ->
    [one] Sikkerhedskopien er klar, men en af kundernes filer er ikke med
   *[other] Sikkerhedskopien er klar, men { $figure } af kundernes filer er ikke med
}
safety-backup-lost-body = Alt andet er med. De filer, der mangler, er væk eller beskadigede på denne computer. Gem dine ældre sikkerhedskopier, de kan have dem endnu. Det gælder
safety-backup-after = Mind mig om det efter
safety-backup-days = { $days } dage
safety-backup-failed = Der blev ikke taget nogen sikkerhedskopi
safety-backup-failed-gone = Mappen er der ikke lige nu. Ligger den på en USB-nøgle, så sæt den i.
safety-backup-failed-full = Der er fyldt op, hvor kopien skulle ligge. Gør plads, eller vælg et andet sted.
safety-backup-failed-readOnly = Der kan man kun læse. Vælg et andet sted.
safety-backup-failed-other = Kopien kunne ikke skrives hel. Prøv igen, eller vælg et andet sted.
safety-backup-failed-rest = Kartoteket er uskadt.

reminder-sheet = Prøv gendannelsesarket
reminder-sheet-body = Det tager et minut, og så ved du, at det virker, den dag du får brug for det.
reminder-sheet-do = Prøv arket
reminder-backup = Tid til en sikkerhedskopi
reminder-backup-body = Så har du stadig dine kunder, også hvis computeren går i stykker.
reminder-backup-do = Tag sikkerhedskopi nu
reminder-later = Ikke nu
