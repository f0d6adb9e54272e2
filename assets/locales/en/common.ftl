# Words that several screens share.
save = Save
cancel = Cancel
close = Close
back = Back
continue = Continue
try-again = Try again
undo = Undo
remove = Remove
loading = Fetching
language-sv = Swedish
language-da = Danish
language-en = English
language-in-sv = Swedish
language-in-da = Danish
language-in-en = English
country-SE = Sweden
country-DK = Denmark

passphrase-show = Show the passphrase
passphrase-hide = Hide the passphrase
date-placeholder = day month year
date-unreadable = That date could not be read. Write it as 22.11.2026.
money-unreadable = That amount could not be read. Write it as 1,234.50.
page-of = Page { $page } of { $pages }

# The window around the screens
nav-label = Main menu
nav-find = Find or do
nav-today = Today
nav-customers = Customers
nav-import = Bring in from a file
nav-protection = Data protection
nav-map = Uses of data
nav-policy = Privacy policy
nav-consents = Consents
nav-suppliers = Suppliers
nav-binder = Inspection binder
nav-settings = Settings
nav-lock = Lock
saved-at = All saved { $time }
saved-all = All saved
saved-saving = Saving
saved-not = Not saved
saved-said = Everything is saved.

# Said in several screens
passphrase = Passphrase
save-as-pdf = Save as PDF
language-own-name = English
business-name = Name of the business
business-owner = Your name
business-email = Email
business-phone = Phone
business-street = Street address
business-postcode = Postcode
business-town = Town
business-country = Country
business-country-hint = Decides which law and which authority your papers name.
business-number-SE = Organisation number
business-number-SE-hint = As a sole trader in Sweden this is your personal identity number, and it will be shown in the papers to your customers. Leave it empty if you would rather not.
business-number-DK = CVR number
business-website = Website
