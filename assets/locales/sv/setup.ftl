setup-step = Steg { $step } av { $steps }
setup-step-language = Språk
setup-step-business = Företag
setup-step-passphrase = Lösenfras
setup-step-sheet = Återställningsblad
setup-step-customers = Kunder

setup-language-title = Välkommen till Kundbok
setup-language-lead = Vilket språk vill du använda? Du kan byta när du vill.
setup-existing = Öppna ett register du redan har

setup-business-title = Ditt företag
setup-business-lead = Så vet dina kunder vem som har deras uppgifter. Det står i din integritetspolicy.
setup-business-more = Telefon, adress och organisationsnummer

setup-passphrase-title = Välj en lösenfras
setup-passphrase-lead = Den låser upp ditt kundregister. Ingen annan känner till den, inte vi heller.
setup-suggestions = Eller ta ett förslag
setup-suggest-more = Tre nya
setup-suggestion-take = Välj
setup-suggestion-take-this = Välj { $phrase }
setup-suggestion-taken = Vald
setup-create = Skapa registret
setup-creating = Skapar registret
setup-create-why-not = Frasen behöver vara minst bra.

strength = Styrka
strength-hint = Fyra eller fem vanliga ord efter varandra är lätta att minnas och svåra att gissa.
strength-0 = Mycket svag
strength-1 = Svag
strength-2 = Inte riktigt nog
strength-3 = Bra
strength-4 = Stark
strength-time = Den som stjäl filen och hinner prova tusen fraser i sekunden behöver i snitt { $time }.
strength-counted-drawnWords = Vi räknar på slumpade ord, inte på hur krånglig den ser ut.
strength-counted-chosen = Vi räknar med att den som gissar känner till vanliga ord, namn och mönster.
time-moments = mindre än en timme
time-hours = { $count ->
    [one] en timme
   *[other] { $count } timmar
}
time-days = { $count ->
    [one] ett dygn
   *[other] { $count } dygn
}
time-years = { $count ->
    [one] ett år
   *[other] { $figure } år
}
time-millions = { $count ->
    [one] en miljon år
   *[other] { $count } miljoner år
}
time-billions = mer än en miljard år

setup-sheet-title = Spara återställningsbladet
setup-sheet-lead = Det öppnar registret om du glömmer lösenfrasen. Utan båda kan ingen öppna det.
setup-sheet-how = Skriv ut bladet och lägg det där du har ditt pass. Nyckeln visas bara den här gången.
setup-sheet-saved = Sparat
setup-sheet-copy = Kopiera nyckeln
setup-sheet-copied = Nyckeln är kopierad. Om en halv minut tas den bort ur urklipp.
setup-sheet-why-not = Spara återställningsbladet först.

setup-customers-title = Klart att börja
setup-customers-lead = Ta in dina kunder från Excel, Outlook eller Google, eller börja med en.
setup-customers-import = Ta in från fil
setup-customers-one = Börja med en kund

setup-aside = Om det här steget
setup-aside-someone = ditt företag
setup-aside-language = Ett kundregister som bara är ditt
setup-aside-language-body = Allt ligger krypterat på din egen dator. Det finns inget konto och inget skickas över nätet.
setup-aside-business = Det blir brevhuvudet för { $name }
setup-aside-business-body = Uppgifterna står på din integritetspolicy och på det du lämnar ut till en kund. Fler går att fylla i senare, under Inställningar.
setup-aside-passphrase = Sedan sparar du återställningsbladet
setup-aside-passphrase-body = Det öppnar registret om du glömmer lösenfrasen. Du får se det i nästa steg.
setup-aside-customers = Registret är skapat
setup-aside-customers-body = Allt du skriver sparas på en gång. Lås när du går ifrån datorn.
