# Earlier states of the register on this computer
versions-title = Tidigare versioner
versions-lead = Varje gång du sparar behåller datorn registret som det var: de 20 senaste gångerna, och glesare ett år tillbaka.
versions-settings-body = Se hur registret såg ut förut, jämför med nu och gå tillbaka om något blev fel.
versions-settings-open = Visa tidigare versioner
versions-when = { $date } kl. { $time }
versions-customers = { $count ->
    [one] 1 kund
   *[other] { $figure } kunder
}
versions-customers-unknown = Okänt antal
versions-now = Så är registret nu
versions-empty = Inga tidigare versioner än
versions-empty-body = Nästa gång du sparar något stannar registret som det är nu kvar här.
versions-choose = Välj en version
versions-choose-body = Då ser du vilka kunder som har tillkommit, ändrats eller försvunnit sedan dess.
versions-is-now = Så är registret nu.
versions-is-now-body = Välj en annan version för att jämföra med den.
versions-comparing = Jämför med nu
versions-alike = Samma kunder, med samma uppgifter som nu.
versions-alike-body = Det gäller också ditt företag, integritetspolicyn, leverantörerna och hur du använder uppgifter.
versions-differs = Så skiljer sig registret nu från den här versionen.
versions-added = Har tillkommit
versions-added-why = Finns nu, men inte i den här versionen.
versions-changed = Har ändrats
versions-changed-why = Finns i båda, men något är annorlunda: uppgifter, inköp, kontakter eller filer.
versions-gone = Har försvunnit
versions-gone-why = Finns i den här versionen, men inte nu.
versions-nameless = Kund utan namn
versions-others = { $figure } till
versions-more = Visa { $figure } till av { $all }
versions-take-lead = Kryssa för det som du vill hämta härifrån. Allt annat stannar som det är nu.
versions-take-suggested = De som bara finns här, eller ändrades senast här, är redan ikryssade.
versions-newer = Nyare i den här versionen
versions-all = Välj alla
versions-none = Välj ingen
versions-take = Hämta de valda ({ $figure })
versions-take-title = { $count ->
    [one] Hämta 1 kund från { $when }?
   *[other] Hämta { $figure } kunder från { $when }?
}
versions-take-changed = { $count ->
    [one] 1 kund blir som i den versionen, med uppgifter, inköp, kontakter och filer: { $names }.
   *[other] { $figure } kunder blir som i den versionen, med uppgifter, inköp, kontakter och filer: { $names }.
}
versions-take-others = Allt annat stannar som det är nu.
versions-take-do = Hämta
versions-taking = Hämtar
versions-taken = { $count ->
    [one] 1 kund är hämtad
   *[other] { $figure } kunder är hämtade
}
versions-restore = Gå tillbaka till den här versionen
versions-restore-title = Gå tillbaka till { $when }?
versions-restore-gone = { $count ->
    [one] 1 kund kommer tillbaka: { $names }.
   *[other] { $figure } kunder kommer tillbaka: { $names }.
}
versions-restore-erased = Om någon av dem har bett dig att ta bort sina uppgifter behöver du göra det igen.
versions-restore-added = { $count ->
    [one] 1 kund försvinner: { $names }.
   *[other] { $figure } kunder försvinner: { $names }.
}
versions-restore-changed = { $count ->
    [one] 1 kund blir som då, med uppgifter, inköp, kontakter och filer: { $names }.
   *[other] { $figure } kunder blir som då, med uppgifter, inköp, kontakter och filer: { $names }.
}
versions-restore-alike = Kunderna är desamma som nu.
versions-restore-entries = Det här blir också som då: { $names }.
versions-restore-kept = Registret som det är nu stannar kvar bland versionerna, så du kan ångra dig. Inget går förlorat.
versions-restore-keys = Din lösenfras och ditt återställningsblad gäller som nu.
versions-restore-do = Gå tillbaka
versions-restoring = Går tillbaka
versions-restored = Registret är nu som { $when }
versions-error-vaultDamaged = Den här versionen är skadad
versions-error-wrongRecoveryKey = Den här versionen är låst med en äldre nyckel
versions-error-notFound = Den här versionen finns inte längre
versions-error-body = Registret som är öppet är oskadat. Välj en annan version.
versions-entries = Annat som skiljer sig
versions-entries-why = Integritetspolicyn, leverantörerna, hur du använder uppgifter och ditt företag. Det du inte väljer står kvar som det är nu, och allt finns kvar bland versionerna.
versions-entry-business = Ditt företag
versions-entry-clause = Integritetspolicyn: { $name }
versions-entry-activity = Användning: { $name }
versions-entry-supplier = Leverantör: { $name }
versions-entry-consent-text = Fråga om samtycke: { $name }
versions-entry-policy-address = Webbadressen till policyn
versions-entry-valid-from = Gäller från
versions-entry-other = Övrigt: { $name }
versions-entry-here = Nu
versions-entry-there = I den här versionen
versions-entry-take = Hämta { $name }
versions-entry-only-here = Finns bara nu, och stannar.
versions-entry-only-there = Finns bara i den här versionen.
versions-entry-nothing = Inget här
versions-entry-supplied = Som Kundbok föreslår
versions-entry-answer = Används
versions-entry-left-out = Utelämnad
versions-entry-yes = Ja
versions-entry-no = Nej
versions-take-entries = Det här blir som i den versionen: { $names }.
versions-take-title-entries = Hämta det valda från { $when }?
versions-taken-entries = Det valda är hämtat

# What opening found
found-ok = Okej
found-restored = Registrets fil gick inte att använda
found-restored-missing = Registret låg inte där det ska
found-restored-body = Kundbok har lagt tillbaka registret som det sparades senast på den här datorn: { $when }, med { $customers }.
found-restored-aside = Filen som låg där är inte borttagen. Den ligger kvar i samma mapp och heter nu
found-restored-rest = Du behöver inte göra något mer, om du inte har ändrat något sedan dess.
found-fromBackup = Säkerhetskopian är tillbaka
found-fromBackup-body = Filen som låg i registrets mapp gick inte att använda. Nu är registret som det var { $when }, med { $customers }.
found-fromBackup-rest = Det du har ändrat sedan dess är inte med.
found-older = Registret är äldre än det du sparade här senast
found-older-body = Det som är öppet sparades { $when }. Kanske har en säkerhetskopia lagts tillbaka, eller så har mappen synkats bakåt.
found-diverged = Registret har ändrats på två ställen
found-diverged-body = Det som är öppet sparades { $when } på en annan dator, som inte kände till det du sparade här senast.
found-copy = En annan version av registret ligger bredvid
found-copy-body = Din synktjänst har lagt en version som sparades { $when } bredvid den som är öppen.
found-ours = Det du sparade här { $when } finns kvar på den här datorn.
found-ours-gone = Det du sparade här finns inte kvar på den här datorn.
found-choose = Inget går förlorat, vilket du än väljer.
found-compare = Jämför
found-compare-choose = Se skillnaderna och välj
found-take-back = Ta tillbaka det jag sparade här
found-keep = Behåll det som är öppet
found-keyFileRestored = Filen som hör till din lösenfras gick inte att använda
found-keyFileRestored-body = Kundbok har lagt tillbaka den. Lösenfrasen gäller som förut, och du behöver inte göra något mer.
found-historyMissing = De tidigare versionerna på den här datorn är borta
found-historyMissing-body = Registret är oskadat, med alla dina kunder. Från och med nu samlar Kundbok nya versioner.
