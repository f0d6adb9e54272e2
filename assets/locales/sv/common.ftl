# Words that several screens share.
save = Spara
cancel = Avbryt
close = Stäng
back = Tillbaka
continue = Fortsätt
try-again = Försök igen
undo = Ångra
remove = Ta bort
loading = Hämtar
language-sv = Svenska
language-da = Danska
language-en = Engelska
language-in-sv = svenska
language-in-da = danska
language-in-en = engelska
country-SE = Sverige
country-DK = Danmark

passphrase-show = Visa lösenfrasen
passphrase-hide = Dölj lösenfrasen
date-placeholder = åååå-mm-dd
date-unreadable = Det gick inte att läsa datumet. Skriv det som 2026-11-22.
money-unreadable = Det gick inte att läsa beloppet. Skriv det som 1 234,50.
page-of = Sida { $page } av { $pages }

# The window around the screens
nav-label = Huvudmeny
nav-find = Hitta eller gör
nav-today = Idag
nav-customers = Kunder
nav-import = Ta in från fil
nav-protection = Dataskydd
nav-map = Uppgifter
nav-policy = Integritetspolicy
nav-consents = Samtycken
nav-suppliers = Leverantörer
nav-binder = Tillsynspärm
nav-settings = Inställningar
nav-lock = Lås
saved-at = Allt sparat { $time }
saved-all = Allt sparat
saved-saving = Sparar
saved-not = Inte sparat
saved-said = Allt är sparat.

# Said in several screens
passphrase = Lösenfras
save-as-pdf = Spara som PDF
language-own-name = Svenska
business-name = Företagets namn
business-owner = Ditt namn
business-email = Mejl
business-phone = Telefon
business-street = Gatuadress
business-postcode = Postnummer
business-town = Ort
business-country = Land
business-country-hint = Avgör vilken lag och vilken myndighet som står i dina papper.
business-number-SE = Organisationsnummer
business-number-SE-hint = Har du enskild firma är det ditt personnummer, och det kommer att stå i papperen till dina kunder. Lämna tomt om du inte vill det.
business-number-DK = CVR-nummer
business-website = Webbplats
