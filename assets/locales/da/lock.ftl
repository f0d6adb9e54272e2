lock-title = Kundbok
lock-since = Låst siden { $time }. Alt er gemt.
lock-since-not-saved = Låst siden { $time }. Den sidste ændring kunne ikke gemmes.
lock-since-draft = Låst siden { $time }. Det, du var i gang med at skrive, er her stadig, når du låser op.
lock-closed = Kundekartoteket er låst.
lock-unlock = Lås op
lock-unlocking = Låser op
lock-wait = { $seconds ->
    [one] Vent et sekund, før du prøver igen.
   *[other] Vent { $seconds } sekunder, før du prøver igen.
}
lock-use-sheet = Åbn med gendannelsesarket
lock-use-passphrase = Åbn med adgangssætningen
lock-folder = Mappen, hvor det skal ligge
lock-choose = Vælg mappen, hvor det ligger
lock-choose-none = Der ligger ikke noget kartotek i den mappe
lock-choose-none-body = Intet er ændret. Vælg mappen, som filen register.age ligger i.
lock-key-title = Gendannelsesarket
lock-key-lead = Skriv nøglen, som den står på arket. Mellemrum og store eller små bogstaver er ligegyldige.
lock-key = Nøgle
lock-key-open = Åbn
lock-key-opening = Åbner
lock-replace-title = Vælg en ny adgangssætning
lock-replace-lead = Nøglen passer. Den gamle adgangssætning gælder ikke længere, arket gælder stadig.
lock-replace-passphrase = Ny adgangssætning
lock-replace = Gem og åbn
lock-replacing = Gemmer
lock-replace-cancel = Lås igen
lock-restore = Læg det tilbage, der sidst blev gemt her
lock-restore-title = Læg kartoteket tilbage
lock-restore-lead = Kundbok lægger kartoteket tilbage, som det sidst blev gemt på denne computer. Ligger der en anden fil, får den et nyt navn og bliver liggende. Intet slettes.
lock-restore-do = Læg tilbage, og åbn
lock-restore-doing = Lægger tilbage
lock-restore-sheet = Læg tilbage med gendannelsesarket
lock-restore-passphrase = Læg tilbage med adgangssætningen
lock-restore-none = Der kunne ikke lægges noget tilbage
lock-restore-none-body = Intet er ændret. Ingen version på denne computer kan åbnes på den måde. Prøv med gendannelsesarket, og se efter, at det er arket til netop dette kartotek.
