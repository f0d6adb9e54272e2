# What keeps the register safe: what opens it, and backups
safety-title = Trygghet
safety-lead = Tre saker, så att du alltid kommer åt dina kunder och ingen annan gör det.
safety-settings-body = Lösenfrasen, återställningsbladet och säkerhetskopian.
safety-settings-open = Öppna Trygghet
safety-ready = Klar

safety-passphrase-state = Den låser upp ditt kundregister, och ingen annan än du känner till den.
safety-passphrase-change = Byt lösenfras
safety-passphrase-lead = Återställningsbladet gäller som förut.
safety-passphrase-current = Lösenfrasen du har nu
safety-passphrase-new = Ny lösenfras
safety-passphrase-wrong = Det är inte din lösenfras. Inget är ändrat. Försök igen.
safety-passphrase-do = Byt
safety-passphrase-changing = Byter
safety-passphrase-changed = Lösenfrasen är bytt
safety-passphrase-changed-lead = Använd den nya nästa gång du låser upp.

safety-key = Kan någon ha sett den gamla?
safety-key-why = Den som känner till den gamla lösenfrasen och har en äldre kopia av registrets filer kan öppna registret även i fortsättningen. Det kan du stoppa med en ny nyckel inuti registret. Du märker ingen skillnad: lösenfrasen och bladet är desamma.
safety-key-do = Gör en ny nyckel
safety-key-doing = Gör en ny nyckel
safety-key-done = Registret har en ny nyckel
safety-key-copies = Säkerhetskopior från förut, och kopior som någon redan har tagit, öppnas fortfarande med den gamla lösenfrasen. Bilder, avtal och andra filer som redan ligger i registret behåller sina egna lås: den som har en gammal kopia av registret och mappens filer kan öppna dem, men inga nya. Gör en ny säkerhetskopia och ta bort de gamla.
safety-resealed = { $count ->
    [0] Inga tidigare versioner på den här datorn är låsta på nytt.
    [one] 1 tidigare version på den här datorn är låst på nytt.
   *[other] { $figure } tidigare versioner på den här datorn är låsta på nytt.
}
safety-resealed-left = { $count ->
    [one] 1 gick inte att låsa om och är som den var.
   *[other] { $figure } gick inte att låsa om och är som de var.
}

safety-sheet = Återställningsblad
safety-sheet-untried = Du har inte provat bladet än. Gör det en gång, så vet du att det fungerar.
safety-sheet-tried = Provat { $date }, { $ago }. Det öppnar registret om du glömmer lösenfrasen.
safety-sheet-try = Prova bladet
safety-sheet-new = Gör ett nytt blad

safety-try-lead = Ta fram det utskrivna bladet. Kundbok öppnar registret på riktigt med bara nyckeln, som på en ny dator.
safety-try-do = Prova
safety-try-doing = Provar
safety-try-works = Bladet fungerar
safety-try-works-body = Nyckeln öppnade registret. Lägg tillbaka bladet där du förvarar det.

safety-new-lead = För dig som har tappat bort bladet, eller tror att någon har sett det.
safety-new-still = Det gamla bladet öppnar fortfarande
safety-new-still-backups = säkerhetskopior som du redan har gjort
safety-new-still-versions = tidigare versioner på den här datorn, tills du låser om dem i nästa steg
safety-new-still-copies = kopior av registret som någon har tagit innan dess
safety-new-no-longer = Det du sparar när det nya bladet gäller öppnar det inte. Det gör det nya, och din lösenfras som förut.
safety-new-doing = Gör bladet
safety-made = Ditt nya blad
safety-made-preview = Så här blir bladet
safety-made-lead = Det gäller när du har sparat det. Skriv sedan ut det, lägg det där du har ditt pass och släng det gamla. Nyckeln visas bara den här gången.
safety-made-leave = Bladet är inte sparat
safety-made-leave-body = Det nya bladet gäller först när det är sparat. Lämnar du det nu gäller det gamla som förut, och du kan göra ett nytt när du vill.
safety-made-leave-go = Lämna utan att spara
safety-made-leave-stay = Stanna här
safety-earlier = Tidigare versioner på den här datorn
safety-earlier-why = De öppnas fortfarande med det gamla bladet, och inte med det nya. Innehållet blir detsamma om du låser om dem.
safety-earlier-do = Lås om dem
safety-earlier-doing = Låser om

safety-backup = Säkerhetskopia
safety-backup-none = Det finns ingen säkerhetskopia än.
safety-backup-last = Den senaste gjordes { $when }.
safety-backup-old = Den senaste gjordes { $when }. Det är dags för en ny.
safety-backup-where = Ta gärna ett USB-minne som ligger någon annanstans än datorn. Kopian är krypterad och öppnas med lösenfrasen eller bladet.
safety-backup-folder = Den ligger i mappen
safety-backup-do = Säkerhetskopiera nu
safety-backup-doing = Säkerhetskopierar
safety-backup-elsewhere = Till en annan plats
safety-backup-done = Säkerhetskopian är klar, och Kundbok har provat att den går att öppna.
safety-backup-lost = { $count ->
    [one] Säkerhetskopian är klar, men en av kundernas filer är inte med
   *[other] Säkerhetskopian är klar, men { $figure } av kundernas filer är inte med
}
safety-backup-lost-body = Allt annat är med. De filer som saknas är borta eller skadade på den här datorn. Spara dina äldre säkerhetskopior, de kan ha dem kvar. Det gäller
safety-backup-after = Påminn mig efter
safety-backup-days = { $days } dagar
safety-backup-failed = Det blev ingen säkerhetskopia
safety-backup-failed-gone = Mappen finns inte just nu. Ligger den på ett USB-minne, så sätt i det.
safety-backup-failed-full = Det är fullt där kopian skulle ligga. Gör plats eller välj en annan plats.
safety-backup-failed-readOnly = Där går det bara att läsa. Välj en annan plats.
safety-backup-failed-other = Kopian gick inte att skriva hel. Försök igen, eller välj en annan plats.
safety-backup-failed-rest = Registret är oskadat.

reminder-sheet = Prova återställningsbladet
reminder-sheet-body = Det tar en minut, och sedan vet du att det fungerar den dag du behöver det.
reminder-sheet-do = Prova bladet
reminder-backup = Dags för en säkerhetskopia
reminder-backup-body = Då har du kvar dina kunder även om datorn går sönder.
reminder-backup-do = Säkerhetskopiera nu
reminder-later = Inte nu
