import-title = Ta in kunder
import-lead = Från Excel, Outlook, Google Kontakter eller ett annat program. Ingenting sparas förrän du har sett det och sagt ja.
import-choose = Välj fil
import-paste = Klistra in en tabell
import-formats = Filen ska vara i formatet CSV. I Excel väljer du Spara som och sedan CSV. I Outlook och Google Kontakter väljer du Exportera.
import-paste-field = Tabellen
import-paste-hint = Kopiera rader och rubriker i Excel och klistra in dem här.
import-paste-read = Läs tabellen
import-unchanged = Inget är ändrat i registret.
import-refused-empty = Listan är tom
import-refused-binary = Filen innehåller inte text
import-refused-tooLarge = Listan är för stor
import-refused-unclosedQuote = Ett citattecken i listan avslutas aldrig
import-mend-empty = Se efter i filen att det finns rader i den, och välj den igen.
import-mend-binary = Öppna den i Excel, eller i programmet den kommer från, och spara den som CSV. Välj sedan CSV-filen.
import-mend-tooLarge = Kundbok läser högst 20 MB, 200 000 rader och 1 000 kolumner åt gången. Dela listan och ta in delarna en i taget.
import-mend-unclosedQuote = Öppna den i Excel, spara den på nytt som CSV och välj den filen.
import-found = { $count ->
    [one] En rad hittades.
   *[other] { $figure } rader hittades.
}
import-ready = { $count ->
    [0] Ingen av dem går att ta in.
    [one] En kund går att ta in.
   *[other] { $figure } kunder går att ta in.
}
import-found-how = { $delimiter } mellan kolumnerna. Tecknen är lästa som { $encoding }: se efter att å, ä och ö blev rätt.
import-semicolon = Semikolon
import-comma = Komma
import-tab = Tabb
import-bar = Lodstreck
import-columns = Kolumner
import-columns-why = Så här tolkas filen. Ändra det som inte stämmer.
import-column = I filen
import-samples = Exempel
import-becomes = Blir
import-becomes-of = { $heading } blir
import-government-id = Ser ut som personnummer. De tas inte in om du inte själv väljer det, och du behöver dem inte.
import-empty = { $count ->
    [one] En tom kolumn
   *[other] { $count } tomma kolumner
}
import-dates = Hur datumen är skrivna
import-dates-why = Datumen i filen går att läsa på mer än ett sätt. Se efter bland kunderna nedan att det blev rätt.
dates-dayMonthYear = Dag, månad, år (5.4.1990)
dates-monthDayYear = Månad, dag, år (4/5/1990)
dates-yearMonthDay = År, månad, dag (1990-04-05)
import-rows = Så här blir kunderna
import-row = Rad
import-name = Namn
import-phones = Telefon
import-emails = Mejl
import-town = Ort
import-birthday = Fyller år
import-more = Och { $count } till.
import-that-is-all = Det är alla.
import-problems = Det som inte kommer med
import-left-out = { $count ->
    [one] En av { $total } rader kommer inte med.
   *[other] { $figure } av { $total } rader kommer inte med.
}
import-left-none = Alla rader kommer med, men några värden i dem gör det inte.
import-problems-first = De första { $count } står här.
import-why = Varför
import-stands = Det som står där
import-whole-row = Hela raden stannar utanför.
import-value-only = Resten av raden kommer med.
problem-noName = Raden har inget namn.
problem-cellCount = Raden har fler eller färre celler än rubrikerna.
problem-date = Det är inget datum.
problem-unreadable = Det går inte att tolka.
problem-tooLong = Texten är för lång.
problem-controlCharacters = Där finns tecken som inte är text.
problem-tooMany = Det är fler än en kund kan ha.
problem-alreadyThere = Kunden finns redan i registret.
problem-twice = Kunden står två gånger i filen.
import-source = Varifrån kommer de här personerna?
import-source-why = Lagen kräver att du kan säga det om någon frågar. Det gäller alla i filen.
import-source-field = Uppgifterna kom från
import-source-choose = Välj
import-source-detail = Mer om det
import-source-detail-hint = Till exempel vilket program listan låg i, eller vilken värdinna.
import-source-first = Säg först varifrån de kommer
import-do = { $count ->
    [one] Ta in en kund
   *[other] Ta in { $figure } kunder
}
import-none = Det finns ingen kund att ta in. Se efter vilken kolumn som är namnet.
import-done = { $count ->
    [0] Ingen kund togs in
    [one] En kund är intagen
   *[other] { $figure } kunder är intagna
}
import-done-all = Alla rader kom med.
import-done-left = { $count ->
    [one] En rad lämnades utanför.
   *[other] { $figure } rader lämnades utanför.
}
import-tell = De som inte själva har gett dig sina uppgifter ska få din integritetspolicy inom en månad, och senast när ni hörs första gången.
import-tell-law = Uppgifter från någon annan, artikel 14
import-show = Visa kunderna
import-another = Ta in en fil till
target-ignore = Tas inte in
target-fullName = Hela namnet
target-givenName = Förnamn
target-middleName = Mellannamn
target-familyName = Efternamn
target-mobile = Mobil
target-homePhone = Telefon, hem
target-workPhone = Telefon, arbete
target-otherPhone = Annan telefon
target-email = Mejl
target-street = Gatuadress
target-postcode = Postnummer
target-town = Ort
target-postcodeTown = Postnummer och ort
target-country = Land
target-fullAddress = Hela adressen
target-workStreet = Gatuadress, arbete
target-workPostcode = Postnummer, arbete
target-workTown = Ort, arbete
target-workCountry = Land, arbete
target-birthday = Födelsedag
target-language = Språk
target-tags = Etiketter
target-notes = Anteckning
