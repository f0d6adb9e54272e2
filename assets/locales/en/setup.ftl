setup-step = Step { $step } of { $steps }
setup-step-language = Language
setup-step-business = Business
setup-step-passphrase = Passphrase
setup-step-sheet = Recovery sheet
setup-step-customers = Customers

setup-language-title = Welcome to Kundbok
setup-language-lead = Which language do you want to use? You can change it whenever you like.
setup-existing = Open a register you already have

setup-business-title = Your business
setup-business-lead = So that your customers know who has their details. It goes into your privacy policy.
setup-business-more = Phone, address and organisation number

setup-passphrase-title = Choose a passphrase
setup-passphrase-lead = It unlocks your customer register. Nobody else knows it, not even us.
setup-suggestions = Or take a suggestion
setup-suggest-more = Three new ones
setup-suggestion-take = Choose
setup-suggestion-take-this = Choose { $phrase }
setup-suggestion-taken = Chosen
setup-create = Create the register
setup-creating = Creating the register
setup-create-why-not = The phrase needs to be at least good.

strength = Strength
strength-hint = Four or five ordinary words in a row are easy to remember and hard to guess.
strength-0 = Very weak
strength-1 = Weak
strength-2 = Not quite enough
strength-3 = Good
strength-4 = Strong
strength-time = Someone who steals the file and can try a thousand phrases a second needs { $time } on average.
strength-counted-drawnWords = We count words drawn at random, not how tricky it looks.
strength-counted-chosen = We assume that whoever guesses knows common words, names and patterns.
time-moments = less than an hour
time-hours = { $count ->
    [one] an hour
   *[other] { $count } hours
}
time-days = { $count ->
    [one] a day
   *[other] { $count } days
}
time-years = { $count ->
    [one] a year
   *[other] { $figure } years
}
time-millions = { $count ->
    [one] a million years
   *[other] { $count } million years
}
time-billions = more than a billion years

setup-sheet-title = Save the recovery sheet
setup-sheet-lead = It opens the register if you forget the passphrase. Without either, nobody can open it.
setup-sheet-how = Print the sheet and keep it where you keep your passport. The key is shown only this once.
setup-sheet-saved = Saved
setup-sheet-copy = Copy the key
setup-sheet-copied = The key is copied. It is taken off the clipboard in half a minute.
setup-sheet-why-not = Save the recovery sheet first.

setup-customers-title = Ready to begin
setup-customers-lead = Bring in your customers from Excel, Outlook or Google, or begin with one.
setup-customers-import = Bring in from a file
setup-customers-one = Begin with one customer

setup-aside = About this step
setup-aside-someone = your business
setup-aside-language = A customer register that is yours alone
setup-aside-language-body = Everything lies encrypted on your own computer. There is no account, and nothing is sent over the net.
setup-aside-business = This becomes the letterhead of { $name }
setup-aside-business-body = The details are shown on your privacy policy and on what you hand over to a customer. More can be filled in later, under Settings.
setup-aside-passphrase = Next you save the recovery sheet
setup-aside-passphrase-body = It opens the register if you forget the passphrase. You will see it in the next step.
setup-aside-customers = The register is made
setup-aside-customers-body = Everything you write is saved at once. Lock it when you leave the computer.
