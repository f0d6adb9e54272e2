import-title = Take in customers
import-lead = From Excel, Outlook, Google Contacts or another program. Nothing is saved until you have seen it and said yes.
import-choose = Choose a file
import-paste = Paste a table
import-formats = The file should be in the format CSV. In Excel, choose Save as and then CSV.
import-paste-field = The table
import-paste-hint = Copy rows and headings in Excel and paste them here.
import-paste-read = Read the table
import-refused = Nothing in the register is changed. Save the list as CSV again and choose that file.
import-refused-empty = The file is empty
import-refused-binary = The file is not text
import-refused-tooLarge = The file is larger than 20 MB
import-refused-unclosedQuote = A quotation mark in the file is opened and never closed
import-found = { $count ->
    [one] One row was found.
   *[other] { $count } rows were found.
}
import-found-how = { $delimiter } between the cells, characters as { $encoding }.
import-semicolon = Semicolon
import-comma = Comma
import-tab = Tab
import-columns = Columns
import-columns-why = This is how the file is understood. Change what is not right.
import-column = In the file
import-samples = Examples
import-becomes = Becomes
import-becomes-of = { $heading } becomes
import-government-id = Looks like personal identity numbers. They are not taken in, because you do not need them.
import-empty = { $count ->
    [one] One empty column
   *[other] { $count } empty columns
}
import-dates = How the dates are written
import-dates-why = They can be read in more than one way.
dates-dayMonthYear = Day, month, year (5.4.1990)
dates-monthDayYear = Month, day, year (4/5/1990)
dates-yearMonthDay = Year, month, day (1990-04-05)
import-rows = What the customers become
import-row = Row
import-name = Name
import-phones = Phone
import-emails = Email
import-town = Town
import-birthday = Birthday
import-more = And { $count } more.
import-that-is-all = That is all of them.
import-problems = What stays out
import-left-out = { $count ->
    [one] One of { $total } rows stays out.
   *[other] { $figure } of { $total } rows stay out.
}
import-left-none = All rows are taken in, but some values in them are not.
import-why = Why
import-stands = What stands there
import-whole-row = The whole row stays out.
import-value-only = The rest of the row is taken in.
problem-noName = The row has no name.
problem-cellCount = The row has more or fewer cells than the headings.
problem-date = It is not a date.
problem-unreadable = It cannot be read.
problem-tooLong = The text is too long.
problem-controlCharacters = It has characters that are not text.
problem-tooMany = It is more than a customer can have.
problem-alreadyThere = The customer is in the register already.
problem-twice = The customer stands twice in the file.
import-source = Where do these people come from?
import-source-why = The law demands that you can say so if someone asks. It goes for everyone in the file.
import-source-field = The details came from
import-source-choose = Choose
import-source-detail = More about that
import-source-first = First say where they come from.
import-do = { $count ->
    [one] Take in one customer
   *[other] Take in { $figure } customers
}
import-none = There is no customer to take in. Look at which column is the name.
import-done = { $count ->
    [0] No customer was taken in
    [one] One customer is taken in
   *[other] { $count } customers are taken in
}
import-done-all = All rows were taken in.
import-done-left = { $count ->
    [one] One row stayed out.
   *[other] { $count } rows stayed out.
}
import-tell = Those who have not given you their details themselves must get your privacy policy within a month.
import-tell-law = Details from someone else, article 14
import-show = Show the customers
import-another = Take in another file
target-ignore = Not taken in
target-fullName = Whole name
target-givenName = Given name
target-middleName = Middle name
target-familyName = Family name
target-mobile = Mobile
target-homePhone = Phone, home
target-workPhone = Phone, work
target-otherPhone = Other phone
target-email = Email
target-street = Street
target-postcode = Postcode
target-town = Town
target-postcodeTown = Postcode and town
target-country = Country
target-fullAddress = Whole address
target-workStreet = Street, work
target-workPostcode = Postcode, work
target-workTown = Town, work
target-workCountry = Country, work
target-birthday = Birthday
target-language = Language
target-tags = Tags
target-notes = Note
