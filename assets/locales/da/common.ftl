# Words that several screens share.
save = Gem
cancel = Annuller
close = Luk
back = Tilbage
continue = Fortsæt
try-again = Prøv igen
undo = Fortryd
remove = Fjern
loading = Henter
language-sv = Svensk
language-da = Dansk
language-en = Engelsk
language-in-sv = svensk
language-in-da = dansk
language-in-en = engelsk
country-SE = Sverige
country-DK = Danmark

passphrase-show = Vis adgangssætningen
passphrase-hide = Skjul adgangssætningen
date-placeholder = dd.mm.åååå
date-unreadable = Datoen kunne ikke læses. Skriv den som 22.11.2026.
money-unreadable = Beløbet kunne ikke læses. Skriv det som 1.234,50.
page-of = Side { $page } af { $pages }

# The window around the screens
nav-label = Hovedmenu
nav-find = Find eller gør
nav-today = I dag
nav-customers = Kunder
nav-import = Hent fra fil
nav-protection = Databeskyttelse
nav-map = Oplysninger
nav-policy = Privatlivspolitik
nav-consents = Samtykker
nav-suppliers = Leverandører
nav-binder = Tilsynsmappe
nav-settings = Indstillinger
nav-lock = Lås
saved-at = Alt er gemt { $time }
saved-all = Alt er gemt
saved-saving = Gemmer
saved-not = Ikke gemt
saved-said = Alt er gemt.

# Said in several screens
passphrase = Adgangssætning
save-as-pdf = Gem som PDF
language-own-name = Dansk
business-name = Virksomhedens navn
business-owner = Dit navn
business-email = Mail
business-phone = Telefon
business-street = Vej og nummer
business-postcode = Postnummer
business-town = By
business-country = Land
business-country-hint = Afgør, hvilken lov og hvilken myndighed der står i dine papirer.
business-number-SE = Organisationsnummer
business-number-SE-hint = Har du enkeltmandsvirksomhed i Sverige, er det dit svenske personnummer, og det kommer til at stå i papirerne til dine kunder. Lad feltet stå tomt, hvis du ikke vil det.
business-number-DK = CVR-nummer
business-website = Hjemmeside
