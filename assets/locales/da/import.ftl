import-title = Hent kunder
import-lead = Fra Excel, Outlook, Google Kontakter eller et andet program. Intet gemmes, før du har set det og sagt ja.
import-choose = Vælg fil
import-paste = Indsæt en tabel
import-formats = Filen skal være i formatet CSV. I Excel vælger du Gem som og derefter CSV. I Outlook og Google Kontakter vælger du Eksportér.
import-paste-field = Tabellen
import-paste-hint = Kopiér rækker og overskrifter i Excel, og indsæt dem her.
import-paste-read = Læs tabellen
import-unchanged = Intet er ændret i kartoteket.
import-refused-empty = Listen er tom
import-refused-binary = Filen indeholder ikke tekst
import-refused-tooLarge = Listen er for stor
import-refused-unclosedQuote = Et anførselstegn i listen afsluttes aldrig
import-mend-empty = Se efter i filen, at der er rækker i den, og vælg den igen.
import-mend-binary = Åbn den i Excel, eller i det program den kommer fra, og gem den som CSV. Vælg derefter CSV-filen.
import-mend-tooLarge = Kundbok læser højst 20 MB, 200.000 rækker og 1.000 kolonner ad gangen. Del listen, og hent delene én ad gangen.
import-mend-unclosedQuote = Åbn den i Excel, gem den igen som CSV, og vælg den fil.
import-found = { $count ->
    [one] Der blev fundet én række.
   *[other] Der blev fundet { $figure } rækker.
}
import-ready = { $count ->
    [0] Ingen af dem kan hentes.
    [one] Én kunde kan hentes.
   *[other] { $figure } kunder kan hentes.
}
import-found-how = { $delimiter } mellem kolonnerne. Tegnene er læst som { $encoding }: se efter, at æ, ø og å blev rigtige.
import-semicolon = Semikolon
import-comma = Komma
import-tab = Tabulator
import-bar = Lodret streg
import-columns = Kolonner
import-columns-why = Sådan bliver filen forstået. Ret det, der ikke passer.
import-column = I filen
import-samples = Eksempler
import-becomes = Bliver til
import-becomes-of = { $heading } bliver til
import-government-id = Ligner CPR-numre. De hentes ikke, medmindre du selv vælger det, og du har ikke brug for dem.
import-empty = { $count ->
    [one] En tom kolonne
   *[other] { $count } tomme kolonner
}
import-dates = Sådan er datoerne skrevet
import-dates-why = Datoerne i filen kan læses på mere end én måde. Se efter blandt kunderne nedenfor, at det blev rigtigt.
dates-dayMonthYear = Dag, måned, år (5.4.1990)
dates-monthDayYear = Måned, dag, år (4/5/1990)
dates-yearMonthDay = År, måned, dag (1990-04-05)
import-rows = Sådan bliver kunderne
import-row = Række
import-name = Navn
import-phones = Telefon
import-emails = Mail
import-town = By
import-birthday = Fødselsdag
import-more = Og { $count } til.
import-that-is-all = Det er dem alle.
import-problems = Det, der ikke kommer med
import-left-out = { $count ->
    [one] En af { $total } rækker kommer ikke med.
   *[other] { $figure } af { $total } rækker kommer ikke med.
}
import-left-none = Alle rækker kommer med, men nogle værdier i dem gør ikke.
import-problems-first = De første { $count } står her.
import-why = Hvorfor
import-stands = Det, der står der
import-whole-row = Hele rækken bliver udenfor.
import-value-only = Resten af rækken kommer med.
problem-noName = Rækken har ikke noget navn.
problem-cellCount = Rækken har flere eller færre celler end overskrifterne.
problem-date = Det er ikke en dato.
problem-unreadable = Det kan ikke læses.
problem-tooLong = Teksten er for lang.
problem-controlCharacters = Der er tegn, som ikke er tekst.
problem-tooMany = Der er flere, end en kunde kan have.
problem-alreadyThere = Kunden er allerede i kartoteket.
problem-twice = Kunden står to gange i filen.
import-source = Hvor kommer de her personer fra?
import-source-why = Loven kræver, at du kan sige det, hvis nogen spørger. Det gælder alle i filen.
import-source-field = Oplysningerne kom fra
import-source-choose = Vælg
import-source-detail = Mere om det
import-source-detail-hint = For eksempel hvilket program listen lå i, eller hvilken værtinde.
import-source-first = Sig først, hvor de kommer fra
import-do = { $count ->
    [one] Hent en kunde
   *[other] Hent { $figure } kunder
}
import-none = Der er ingen kunde at hente. Se efter, hvilken kolonne der er navnet.
import-done = { $count ->
    [0] Der blev ikke hentet nogen kunde
    [one] En kunde er hentet
   *[other] { $figure } kunder er hentet
}
import-done-all = Alle rækker kom med.
import-done-left = { $count ->
    [one] En række blev udenfor.
   *[other] { $figure } rækker blev udenfor.
}
import-tell = De, der ikke selv har givet dig deres oplysninger, skal have din privatlivspolitik inden for en måned, og senest første gang I er i kontakt.
import-tell-law = Oplysninger fra andre, artikel 14
import-show = Vis kunderne
import-another = Hent en fil til
target-ignore = Hentes ikke
target-fullName = Hele navnet
target-givenName = Fornavn
target-middleName = Mellemnavn
target-familyName = Efternavn
target-mobile = Mobil
target-homePhone = Telefon, hjem
target-workPhone = Telefon, arbejde
target-otherPhone = Anden telefon
target-email = Mail
target-street = Vej og nummer
target-postcode = Postnummer
target-town = By
target-postcodeTown = Postnummer og by
target-country = Land
target-fullAddress = Hele adressen
target-workStreet = Vej og nummer, arbejde
target-workPostcode = Postnummer, arbejde
target-workTown = By, arbejde
target-workCountry = Land, arbejde
target-birthday = Fødselsdag
target-language = Sprog
target-tags = Mærker
target-notes = Noter
