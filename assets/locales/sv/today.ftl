today-title = Idag
today-lead-none = Allt stämmer. Det du sparar och det du säger hänger ihop.
today-lead = { $count ->
    [one] En sak att göra.
   *[other] { $count } saker att göra.
}
today-law = Det lagen vill av dig
today-empty = Här börjar du
today-empty-body = Lägg in dina kunder. Sedan står det här vad som behöver göras.
today-and-more = och { $count } till
today-show-people = Visa { $count }
today-hide-people = Visa färre
today-morning = God morgon.
today-morning-name = God morgon, { $name }.
today-day = Hej.
today-day-name = Hej, { $name }.
today-evening = God kväll.
today-evening-name = God kväll, { $name }.
today-night = Hej.
today-night-name = Hej, { $name }.
today-waiting = Det här väntar
today-calm = Inget väntar
today-calm-morning = Ha en fin dag.
today-calm-day = Ha en fin dag.
today-calm-evening = Ha en fin kväll.
today-calm-night = Sov gott.
today-looking = Ser efter hur allt stämmer
today-well = Det här är bra
today-well-policy = Policyn säger som det är
today-well-suppliers = Allt är klart med leverantörerna
today-well-told = Alla kunder har fått policyn
today-well-consents = Inget syns som saknar ett ja
today-well-uses = Allt du gör med uppgifter är beskrivet
today-well-retention = Ingen kund har varit tyst för länge
today-kept = Sparat och säkrat
today-backup = Säkerhetskopia
today-backup-none = ingen är gjord än
today-backup-do = Kopiera nu
today-sheet = Återställningsblad
today-sheet-none = inte provat än
today-sheet-tried = provat { $ago }
today-sheet-do = Prova det
drift-noticeDue = { $count ->
    [one] En kund vet inte att du har hennes uppgifter
   *[other] { $count } kunder vet inte att du har deras uppgifter
}
drift-noticeDue-body = Du fick dem av någon annan. Ge dem policyn senast { $date }.
drift-noticeDue-body-late = Du fick dem av någon annan. De skulle ha fått policyn senast { $date }.
drift-noticeDue-law = Uppgifter från någon annan, artikel 14
drift-noticeDue-do = Visa dem, och skriv breven
drift-days-left = { $days ->
    [0] sista dagen
    [one] dag kvar
   *[other] dagar kvar
}
drift-days-late = { $count ->
    [one] dag för sent
   *[other] dagar för sent
}
drift-months-late = { $count ->
    [one] månad för sent
   *[other] månader för sent
}
drift-years-late = { $count ->
    [one] år för sent
   *[other] år för sent
}
drift-healthNotes = { $count ->
    [one] En anteckning kan handla om hälsa
   *[other] Anteckningar om { $count } kunder kan handla om hälsa
}
drift-healthNotes-body = Sådant får du bara spara om de uttryckligen har sagt ja. Anteckna deras ja, eller radera raderna.
drift-healthNotes-law = Känsliga uppgifter, artikel 9
drift-healthNotes-do = Öppna { $person }
drift-retentionPassed = { $count ->
    [one] En kund har du inte hört av på { $years } år
   *[other] { $count } kunder har du inte hört av på { $years } år
}
drift-retentionPassed-body = Så länge har du sagt att du sparar. Hör av dig, eller radera det du inte måste ha kvar.
drift-retentionPassed-law = Hur länge uppgifter sparas, artikel 5.1 e
drift-retentionPassed-do = { $count ->
    [one] Radera
   *[other] Välj och radera
}
drift-purchasesPassed = { $count ->
    [one] Ett köp är äldre än bokföringen kräver
   *[other] { $count } köp är äldre än bokföringen kräver
}
drift-purchasesPassed-body = Bokföringen behöver dem i { $years } år efter årets slut. Sedan ska de raderas.
drift-purchasesPassed-law = Hur länge uppgifter sparas, artikel 5.1 e
drift-purchasesPassed-do = Radera dem
erase-title-purchases = { $count ->
    [one] Radera ett gammalt köp?
   *[other] Radera { $figure } gamla köp?
}
erase-body-purchases = Bokföringen kräver inte så gamla köp. De raderas hos { $customers ->
    [one] en kund
   *[other] { $people } kunder
} och går inte att få tillbaka. I tidigare versioner och säkerhetskopior finns de kvar tills de gallras.
erase-do-purchases = Radera
erased-purchases = De gamla köpen är raderade.
erase-title-customers = { $count ->
    [one] Radera { $person }?
   *[other] Vilka ska raderas?
}
erase-body-customers = Telefon, mejl, adress, anteckningar, kontakter och filer raderas och går inte att få tillbaka. Namnet, köp som bokföringen kräver och det som visar att du gjort rätt blir kvar till sin egen tid. I tidigare versioner och säkerhetskopior finns allt kvar tills de gallras.
erase-rest = Här står de { $figure } som du inte har hört av på längst tid. Resten visas när de är raderade.
erase-do-customers = { $count ->
    [one] Radera en kund
   *[other] Radera { $figure } kunder
}
erased-customers = { $count ->
    [one] En kund är raderad, utom det du måste ha kvar.
   *[other] { $figure } kunder är raderade, utom det du måste ha kvar.
}
erase-doing = Raderar
drift-policyMissing = Du har kunder men ingen policy
drift-policyMissing-body = Utkastet är klart. Läs igenom det och ta det i bruk.
drift-policyMissing-law = Information till kunder, artikel 13
drift-policyMissing-do = Läs utkastet
drift-policyOutdated = Policyn stämmer inte längre
drift-policyOutdated-body = Det du sparar eller gör har ändrats sedan version { $version }. Utkastet säger som det är nu.
drift-policyOutdated-law = Information till kunder, artikel 13
drift-policyOutdated-do = Se vad som är nytt
drift-clausesLeftOut = Policyn säger inte allt som den måste
drift-clausesLeftOut-body = Du har utelämnat { $headings }.
drift-clausesLeftOut-law = Information till kunder, artikel 13
drift-clausesLeftOut-do = Öppna policyn
drift-useDenied = ”{ $name }” står som något du inte gör
drift-useDenied-body = Men i registret finns uppgifter för det. Ändra svaret eller ta bort uppgifterna.
drift-useDenied-law = Uppgifter utan ändamål, artikel 5.1 b
drift-useDenied-do = Ändra svaret
drift-useWithoutData = ”{ $name }” använder inga uppgifter
drift-useWithoutData-body = Fyll i vilka uppgifter det gäller, eller ta bort det ur kartan.
drift-useWithoutData-law = Ändamål utan uppgifter, artikel 5.1 b
drift-useWithoutData-do = Öppna det
drift-questionsOpen = { $count ->
    [one] En fråga är kvar att svara på
   *[other] { $count } frågor är kvar att svara på
}
drift-questionsOpen-body = De handlar om sådant som registret inte kan se. Det tar två minuter.
drift-questionsOpen-law = Register över behandling, artikel 30
drift-questionsOpen-do = Svara nu
drift-policyNotGiven = { $count ->
    [one] En kund har inte fått policyn
   *[other] { $count } kunder har inte fått policyn
}
drift-policyNotGiven-body = Version { $version } gäller. Ge den när ni hörs nästa gång.
drift-policyNotGiven-law = Information till kunder, artikel 13
drift-policyNotGiven-do = Visa dem
drift-supplierLacks = Avtalet med { $name } är inte klart
drift-supplierLacks-body = Sådant som lagen vill ha där saknas. Öppna leverantören, så står det vad.
drift-supplierLacks-law = Avtal med den som hjälper dig, artikel 26 och 28
drift-supplierLacks-do = Öppna { $name }
drift-purposeNew = { $count ->
    [one] En kund vet inte om ”{ $name }”
   *[other] { $count } kunder vet inte om ”{ $name }”
}
drift-purposeNew-body = Det är nytt sedan de fick policyn, eller görs av ett annat skäl. Ta i bruk en ny version och ge dem den innan du börjar.
drift-purposeNew-law = Nytt ändamål, artikel 13.3 och 14.4
drift-purposeNew-do = Berätta för dem
drift-offersUnasked = { $count ->
    [one] En kund ser ut att få erbjudanden utan att ha sagt ja
   *[other] { $count } kunder ser ut att få erbjudanden utan att ha sagt ja
}
drift-offersUnasked-body = En etikett säger att de får utskick. Utan ett ja får du bara mejla den som själv gav dig adressen när hon handlade och kunde säga nej då. Har hon sagt ja antecknar du det, annars tar du bort etiketten.
drift-offersUnasked-law = Erbjudanden per mejl och sms, marknadsföringslagen
drift-offersUnasked-do = Öppna { $person }
drift-consentOld = { $count ->
    [one] En kund har sagt ja till en äldre fråga: { $name }
   *[other] { $count } kunder har sagt ja till en äldre fråga: { $name }
}
drift-consentOld-body = Deras ja gäller det de läste då. Fråga på nytt om du vill göra mer än det.
drift-consentOld-law = Samtycke, artikel 7.1
drift-consentOld-do = Öppna { $person }
drift-refusedKept = { $count ->
    [one] En kund har sagt nej: { $name }
   *[other] { $count } kunder har sagt nej: { $name }
}
drift-refusedKept-body = Ta bort det du har i telefonen och på annat håll. Tryck sedan på ”Gjort” på kundens sida.
drift-refusedKept-law = När någon säger nej, artikel 7.3, 17.1 b och 21.3
drift-refusedKept-do = Öppna { $person }
drift-supplierNotInPolicy = { $name } står inte i policyn
drift-supplierNotInPolicy-body = De får uppgifter om dina kunder, och det ska kunderna veta. Version { $version } nämner dem inte.
drift-supplierNotInPolicy-law = Vilka som får uppgifterna, artikel 13.1 e
drift-supplierNotInPolicy-do = Öppna policyn
drift-placeWithoutSupplier = Det står inte vem som har det du har { $place }
drift-placeWithoutSupplier-body = Du har uppgifter där för ”{ $name }”. Skriv upp vem som tar hand om dem.
drift-placeWithoutSupplier-body-known = Du har uppgifter där för ”{ $name }”. Kryssa för vem som tar hand om dem.
drift-placeWithoutSupplier-body-phone = Du har uppgifter där för ”{ $name }”. Oftast finns en kopia hos Apple eller Google. Kryssa för vem som får den, eller att ingen får det.
drift-placeWithoutSupplier-law = Vilka som får uppgifterna, artikel 13.1 e och 30.1 d
drift-placeWithoutSupplier-do = Öppna { $name }
drift-placeWithoutSupplier-do-new = Skriv upp dem
drift-placesMissing = Det står inte var du har uppgifterna för ”{ $name }”
drift-placesMissing-body = De finns utanför registret. Kryssa för om det är i telefonen, på papper eller någon annanstans.
drift-placesMissing-law = Register över behandling, artikel 30
drift-placesMissing-do = Öppna { $name }
drift-clauseBroken = ”{ $name }” går inte att skriva ut som du skrev det
drift-clauseBroken-body = Stycket på { $language } talar om något som inte finns längre. Tills du har ändrat det står Kundboks egen text där, eller ingen.
drift-clauseBroken-law = Information till kunder, artikel 13
drift-clauseBroken-do = Ändra stycket
