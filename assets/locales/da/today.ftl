today-title = I dag
today-lead-none = Alt passer. Det, du gemmer, og det, du siger, hænger sammen.
today-lead = { $count ->
    [one] Én ting at gøre.
   *[other] { $count } ting at gøre.
}
today-law = Det, loven vil have af dig
today-empty = Her begynder du
today-empty-body = Læg dine kunder ind. Så står her, hvad der skal gøres.
today-and-more = og { $count } til
today-show-people = Vis { $count }
today-hide-people = Vis færre
today-morning = Godmorgen.
today-morning-name = Godmorgen, { $name }.
today-day = Hej.
today-day-name = Hej, { $name }.
today-evening = Godaften.
today-evening-name = Godaften, { $name }.
today-night = Hej.
today-night-name = Hej, { $name }.
today-waiting = Det her venter
today-calm = Intet venter
today-calm-morning = Hav en god dag.
today-calm-day = Hav en god dag.
today-calm-evening = Hav en god aften.
today-calm-night = Sov godt.
today-looking = Ser efter, om alt passer
today-well = Det her er i orden
today-well-policy = Politikken siger, hvordan det er
today-well-suppliers = Alt er på plads med leverandørerne
today-well-told = Alle kunder har fået politikken
today-well-consents = Intet tyder på, at et ja mangler
today-well-uses = Alt, hvad du gør med oplysninger, er beskrevet
today-well-retention = Ingen kunde har været tavs for længe
today-kept = Gemt og sikret
today-backup = Sikkerhedskopi
today-backup-none = ingen er lavet endnu
today-backup-do = Kopiér nu
today-sheet = Gendannelsesark
today-sheet-none = ikke prøvet endnu
today-sheet-tried = prøvet { $ago }
today-sheet-do = Prøv det
drift-noticeDue = { $count ->
    [one] En kunde ved ikke, at du har hendes oplysninger
   *[other] { $count } kunder ved ikke, at du har deres oplysninger
}
drift-noticeDue-body = Du fik dem af en anden. Giv dem politikken senest { $date }.
drift-noticeDue-body-late = Du fik dem af en anden. De skulle have haft politikken senest { $date }.
drift-noticeDue-law = Oplysninger fra en anden, artikel 14
drift-noticeDue-do = Vis dem, og skriv brevene
drift-days-left = { $days ->
    [0] sidste dag
    [one] dag tilbage
   *[other] dage tilbage
}
drift-days-late = { $count ->
    [one] dag for sent
   *[other] dage for sent
}
drift-months-late = { $count ->
    [one] måned for sent
   *[other] måneder for sent
}
drift-years-late = { $count ->
    [one] år for sent
   *[other] år for sent
}
drift-healthNotes = { $count ->
    [one] En note kan handle om helbred
   *[other] Noter om { $count } kunder kan handle om helbred
}
drift-healthNotes-body = Den slags må du kun gemme, hvis de udtrykkeligt har sagt ja. Notér deres ja, eller slet linjerne.
drift-healthNotes-law = Følsomme oplysninger, artikel 9
drift-healthNotes-do = Åbn { $person }
drift-retentionPassed = { $count ->
    [one] En kunde har du ikke hørt fra i { $years } år
   *[other] { $count } kunder har du ikke hørt fra i { $years } år
}
drift-retentionPassed-body = Så længe har du sagt, at du gemmer. Tag kontakt, eller slet det, du ikke skal beholde.
drift-retentionPassed-law = Hvor længe oplysninger gemmes, artikel 5, stk. 1, litra e
drift-retentionPassed-do = { $count ->
    [one] Slet
   *[other] Vælg og slet
}
drift-purchasesPassed = { $count ->
    [one] Et køb er ældre, end bogføringen kræver
   *[other] { $count } køb er ældre, end bogføringen kræver
}
drift-purchasesPassed-body = Bogføringen skal bruge dem i { $years } år efter årets udgang. Så skal de slettes.
drift-purchasesPassed-law = Hvor længe oplysninger gemmes, artikel 5, stk. 1, litra e
drift-purchasesPassed-do = Slet dem
erase-title-purchases = { $count ->
    [one] Slet et gammelt køb?
   *[other] Slet { $figure } gamle køb?
}
erase-body-purchases = Bogføringen kræver ikke så gamle køb. De slettes hos { $customers ->
    [one] en kunde
   *[other] { $people } kunder
} og kan ikke fås tilbage. I tidligere versioner og sikkerhedskopier ligger de, indtil de bliver ryddet.
erase-do-purchases = Slet
erased-purchases = De gamle køb er slettet.
erase-title-customers = { $count ->
    [one] Slet { $person }?
   *[other] Hvem skal slettes?
}
erase-body-customers = Telefon, mail, adresse, noter, kontakter og filer slettes og kan ikke fås tilbage. Navnet, køb, som bogføringen kræver, og det, der viser, at du har gjort det rigtigt, bliver til deres egen tid. I tidligere versioner og sikkerhedskopier ligger alt, indtil de bliver ryddet.
erase-rest = Her står de { $figure }, som det er længst siden du har hørt fra. Resten vises, når de er slettet.
erase-do-customers = { $count ->
    [one] Slet en kunde
   *[other] Slet { $figure } kunder
}
erased-customers = { $count ->
    [one] En kunde er slettet, bortset fra det, du skal beholde.
   *[other] { $figure } kunder er slettet, bortset fra det, du skal beholde.
}
erase-doing = Sletter
drift-policyMissing = Du har kunder, men ingen politik
drift-policyMissing-body = Udkastet er klar. Læs det igennem, og tag det i brug.
drift-policyMissing-law = Information til kunder, artikel 13
drift-policyMissing-do = Læs udkastet
drift-policyOutdated = Politikken passer ikke længere
drift-policyOutdated-body = Det, du gemmer eller gør, er ændret siden version { $version }. Udkastet siger det, som det er nu.
drift-policyOutdated-law = Information til kunder, artikel 13
drift-policyOutdated-do = Se, hvad der er nyt
drift-clausesLeftOut = Politikken siger ikke alt det, den skal
drift-clausesLeftOut-body = Du har udeladt { $headings }.
drift-clausesLeftOut-law = Information til kunder, artikel 13
drift-clausesLeftOut-do = Åbn politikken
drift-useDenied = ”{ $name }” står som noget, du ikke gør
drift-useDenied-body = Men i kartoteket er der oplysninger til det. Ret svaret, eller fjern oplysningerne.
drift-useDenied-law = Oplysninger uden formål, artikel 5, stk. 1, litra b
drift-useDenied-do = Ret svaret
drift-useWithoutData = ”{ $name }” bruger ingen oplysninger
drift-useWithoutData-body = Skriv, hvilke oplysninger det gælder, eller fjern det fra kortet.
drift-useWithoutData-law = Formål uden oplysninger, artikel 5, stk. 1, litra b
drift-useWithoutData-do = Åbn det
drift-questionsOpen = { $count ->
    [one] Ét spørgsmål mangler svar
   *[other] { $count } spørgsmål mangler svar
}
drift-questionsOpen-body = De handler om noget, som kartoteket ikke kan se. Det tager to minutter.
drift-questionsOpen-law = Fortegnelse over behandling, artikel 30
drift-questionsOpen-do = Svar nu
drift-policyNotGiven = { $count ->
    [one] En kunde har ikke fået politikken
   *[other] { $count } kunder har ikke fået politikken
}
drift-policyNotGiven-body = Version { $version } gælder. Giv den, næste gang I taler sammen.
drift-policyNotGiven-law = Information til kunder, artikel 13
drift-policyNotGiven-do = Vis dem
drift-supplierLacks = Aftalen med { $name } er ikke klar
drift-supplierLacks-body = Noget, som loven vil have dér, mangler. Åbn leverandøren, så står det hvad.
drift-supplierLacks-law = Aftale med den, der hjælper dig, artikel 26 og 28
drift-supplierLacks-do = Åbn { $name }
drift-purposeNew = { $count ->
    [one] En kunde ved ikke noget om ”{ $name }”
   *[other] { $count } kunder ved ikke noget om ”{ $name }”
}
drift-purposeNew-body = Det er nyt, siden de fik politikken, eller sker af en anden grund. Tag en ny version i brug, og giv dem den, før du begynder.
drift-purposeNew-law = Nyt formål, artikel 13, stk. 3, og artikel 14, stk. 4
drift-purposeNew-do = Fortæl dem det
drift-offersUnasked = { $count ->
    [one] En kunde ser ud til at få tilbud uden at have sagt ja
   *[other] { $count } kunder ser ud til at få tilbud uden at have sagt ja
}
drift-offersUnasked-body = En etiket siger, at de får tilbud tilsendt. Uden et ja må du kun maile til den, der selv gav dig adressen, da hun handlede, og kunne sige nej dengang. Har hun sagt ja, så notér det. Ellers fjern etiketten.
drift-offersUnasked-law = Tilbud på mail og sms, markedsføringsloven
drift-offersUnasked-do = Åbn { $person }
drift-consentOld = { $count ->
    [one] En kunde har sagt ja til et ældre spørgsmål: { $name }
   *[other] { $count } kunder har sagt ja til et ældre spørgsmål: { $name }
}
drift-consentOld-body = Deres ja gælder det, de læste dengang. Spørg igen, hvis du vil gøre mere end det.
drift-consentOld-law = Samtykke, artikel 7, stk. 1
drift-consentOld-do = Åbn { $person }
drift-refusedKept = { $count ->
    [one] En kunde har sagt nej: { $name }
   *[other] { $count } kunder har sagt nej: { $name }
}
drift-refusedKept-body = Fjern det, du har i telefonen og andre steder. Tryk derefter på ”Gjort” på kundens side.
drift-refusedKept-law = Når nogen siger nej, artikel 7, stk. 3, artikel 17, stk. 1, litra b, og artikel 21, stk. 3
drift-refusedKept-do = Åbn { $person }
drift-supplierNotInPolicy = { $name } står ikke i politikken
drift-supplierNotInPolicy-body = De får oplysninger om dine kunder, og det skal kunderne vide. Version { $version } nævner dem ikke.
drift-supplierNotInPolicy-law = Hvem der får oplysningerne, artikel 13, stk. 1, litra e
drift-supplierNotInPolicy-do = Åbn politikken
drift-placeWithoutSupplier = Det står ikke, hvem der har det, du har { $place }
drift-placeWithoutSupplier-body = Du har oplysninger dér til ”{ $name }”. Skriv op, hvem der tager sig af dem.
drift-placeWithoutSupplier-body-known = Du har oplysninger dér til ”{ $name }”. Sæt kryds ved den, der tager sig af dem.
drift-placeWithoutSupplier-body-phone = Du har oplysninger dér til ”{ $name }”. Som regel ligger der en kopi hos Apple eller Google. Sæt kryds ved den, der får den, eller ved, at ingen får den.
drift-placeWithoutSupplier-law = Hvem der får oplysningerne, artikel 13, stk. 1, litra e, og artikel 30, stk. 1, litra d
drift-placeWithoutSupplier-do = Åbn { $name }
drift-placeWithoutSupplier-do-new = Skriv dem op
drift-placesMissing = Det står ikke, hvor du har oplysningerne til ”{ $name }”
drift-placesMissing-body = De ligger uden for kartoteket. Sæt kryds ved, om det er i telefonen, på papir eller et andet sted.
drift-placesMissing-law = Fortegnelse over behandling, artikel 30
drift-placesMissing-do = Åbn { $name }
drift-clauseBroken = ”{ $name }” kan ikke skrives ud, som du skrev det
drift-clauseBroken-body = Afsnittet på { $language } taler om noget, der ikke er der længere. Indtil du har ændret det, står Kundboks egen tekst der, eller ingen.
drift-clauseBroken-law = Information til kunder, artikel 13
drift-clauseBroken-do = Ret afsnittet
