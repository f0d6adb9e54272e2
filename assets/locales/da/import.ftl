import-title = Hent kunder
import-lead = Fra Excel, Outlook, Google Kontakter eller et andet program. Intet gemmes, før du har set det og sagt ja.
import-choose = Vælg fil
import-paste = Indsæt en tabel
import-formats = Filen skal være i formatet CSV. I Excel vælger du Gem som og derefter CSV.
import-paste-field = Tabellen
import-paste-hint = Kopiér rækker og overskrifter i Excel, og indsæt dem her.
import-paste-read = Læs tabellen
import-refused = Der er ikke ændret noget i kartoteket. Gem listen igen som CSV, og vælg den fil.
import-refused-empty = Filen er tom
import-refused-binary = Filen er ikke tekst
import-refused-tooLarge = Filen er større end 20 MB
import-refused-unclosedQuote = Et anførselstegn i filen åbnes, men lukkes aldrig
import-found = { $count ->
    [one] Der blev fundet én række.
   *[other] Der blev fundet { $count } rækker.
}
import-found-how = { $delimiter } mellem cellerne, tegn som { $encoding }.
import-semicolon = Semikolon
import-comma = Komma
import-tab = Tabulator
import-columns = Kolonner
import-columns-why = Sådan bliver filen forstået. Ret det, der ikke passer.
import-column = I filen
import-samples = Eksempler
import-becomes = Bliver til
import-becomes-of = { $heading } bliver til
import-government-id = Ligner CPR-numre. De hentes ikke, for du har ikke brug for dem.
import-empty = { $count ->
    [one] En tom kolonne
   *[other] { $count } tomme kolonner
}
import-dates = Sådan er datoerne skrevet
import-dates-why = De kan læses på mere end én måde.
dates-dayMonthYear = Dag, måned, år (5.4.1990)
dates-monthDayYear = Måned, dag, år (4/5/1990)
dates-yearMonthDay = År, måned, dag (1990-04-05)
import-rows = Sådan bliver kunderne
import-row = Række
import-name = Navn
import-phones = Telefon
import-emails = E-mail
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
import-source-first = Sig først, hvor de kommer fra.
import-do = { $count ->
    [one] Hent en kunde
   *[other] Hent { $figure } kunder
}
import-none = Der er ingen kunde at hente. Se efter, hvilken kolonne der er navnet.
import-done = { $count ->
    [0] Der blev ikke hentet nogen kunde
    [one] En kunde er hentet
   *[other] { $count } kunder er hentet
}
import-done-all = Alle rækker kom med.
import-done-left = { $count ->
    [one] En række blev udenfor.
   *[other] { $count } rækker blev udenfor.
}
import-tell = De, der ikke selv har givet dig deres oplysninger, skal have din privatlivspolitik inden for en måned.
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
target-email = E-mail
target-street = Gade og nummer
target-postcode = Postnummer
target-town = By
target-postcodeTown = Postnummer og by
target-country = Land
target-fullAddress = Hele adressen
target-workStreet = Gade og nummer, arbejde
target-workPostcode = Postnummer, arbejde
target-workTown = By, arbejde
target-workCountry = Land, arbejde
target-birthday = Fødselsdag
target-language = Sprog
target-tags = Mærker
target-notes = Note
