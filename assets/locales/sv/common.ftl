# Words that several screens share.
app-name = Kundbok
save = Spara
cancel = Avbryt
close = Stäng
back = Tillbaka
continue = Fortsätt
try-again = Försök igen
remove = Ta bort
add = Lägg till
optional = Frivilligt
loading = Hämtar
language-sv = Svenska
language-da = Danska
language-en = Engelska
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
nav-customers = Kunder
nav-import = Ta in från fil
nav-protection = Dataskydd
nav-policy = Integritetspolicy
nav-settings = Inställningar
nav-lock = Lås
saved-at = Allt sparat { $time }
saved-all = Allt sparat
saved-saving = Sparar
saved-not = Inte sparat
saved-said = Allt är sparat.
saved-not-safe = Det du skrev finns kvar här, och det som sparades tidigare är oskadat. Spara igen när hindret är borta.
