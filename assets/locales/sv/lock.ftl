lock-title = Kundbok
lock-since = Låst sedan { $time }. Allt är sparat.
lock-since-not-saved = Låst sedan { $time }. Den sista ändringen kunde inte sparas.
lock-since-draft = Låst sedan { $time }. Det du höll på att skriva finns kvar när du låser upp.
lock-closed = Kundregistret är låst.
lock-unlock = Lås upp
lock-unlocking = Låser upp
lock-wait = { $seconds ->
    [one] Vänta en sekund innan du försöker igen.
   *[other] Vänta { $seconds } sekunder innan du försöker igen.
}
lock-use-sheet = Öppna med återställningsbladet
lock-use-passphrase = Öppna med lösenfrasen
lock-folder = Mappen där det ska ligga
lock-choose = Välj mappen där det ligger
lock-choose-none = Det ligger inget register i den mappen
lock-choose-none-body = Inget är ändrat. Välj mappen som filen register.age ligger i.
lock-key-title = Återställningsbladet
lock-key-lead = Skriv nyckeln som den står på bladet. Mellanrum och stora eller små bokstäver spelar ingen roll.
lock-key = Nyckel
lock-key-open = Öppna
lock-key-opening = Öppnar
lock-replace-title = Välj en ny lösenfras
lock-replace-lead = Nyckeln stämmer. Den gamla lösenfrasen slutar att gälla, bladet gäller fortfarande.
lock-replace-passphrase = Ny lösenfras
lock-replace = Spara och öppna
lock-replacing = Sparar
lock-replace-cancel = Lås igen
lock-restore = Lägg tillbaka det som sparades här senast
lock-restore-title = Lägg tillbaka registret
lock-restore-lead = Kundbok lägger tillbaka registret som det sparades senast på den här datorn. Ligger det en annan fil där får den ett nytt namn och blir kvar. Inget tas bort.
lock-restore-do = Lägg tillbaka och öppna
lock-restore-doing = Lägger tillbaka
lock-restore-sheet = Lägg tillbaka med återställningsbladet
lock-restore-passphrase = Lägg tillbaka med lösenfrasen
lock-restore-none = Det gick inte att lägga tillbaka något
lock-restore-none-body = Inget är ändrat. Ingen version på den här datorn går att öppna så. Prova med återställningsbladet, och se efter att det är bladet till just det här registret.
