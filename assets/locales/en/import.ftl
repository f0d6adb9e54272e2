import-title = Bring in customers
import-lead = From Excel, Outlook, Google Contacts or another program. Nothing is saved until you have seen it and said yes.
import-choose = Choose a file
import-paste = Paste a table
import-formats = The file should be in the format CSV. In Excel, choose Save as and then CSV. In Outlook and Google Contacts, choose Export.
import-paste-field = The table
import-paste-hint = Copy rows and headings in Excel and paste them here.
import-paste-read = Read the table
import-unchanged = Nothing in the register has changed.
import-refused-empty = The list is empty
import-refused-binary = The file does not hold text
import-refused-tooLarge = The list is too large
import-refused-unclosedQuote = A quotation mark in the list is never closed
import-mend-empty = Check that the file has rows in it, and choose it again.
import-mend-binary = Open it in Excel, or in the program it comes from, and save it as CSV. Then choose the CSV file.
import-mend-tooLarge = Kundbok reads at most 20 MB, 200,000 rows and 1,000 columns at a time. Split the list and bring in the parts one by one.
import-mend-unclosedQuote = Open it in Excel, save it as CSV again and choose that file.
import-found = { $count ->
    [one] One row was found.
   *[other] { $figure } rows were found.
}
import-ready = { $count ->
    [0] None of them can be brought in.
    [one] One customer can be brought in.
   *[other] { $figure } customers can be brought in.
}
import-found-how = { $delimiter } between the columns. The characters were read as { $encoding }: check that letters such as å, ä, ö, æ and ø came out right.
import-semicolon = Semicolon
import-comma = Comma
import-tab = Tab
import-bar = Vertical bar
import-columns = Columns
import-columns-why = This is how the file is understood. Change what is not right.
import-column = In the file
import-samples = Examples
import-becomes = Becomes
import-becomes-of = { $heading } becomes
import-government-id = Looks like personal identity numbers. They stay out unless you choose otherwise, and you do not need them.
import-empty = { $count ->
    [one] One empty column
   *[other] { $count } empty columns
}
import-dates = How the dates are written
import-dates-why = The dates in the file can be read in more than one way. Check among the customers below that they came out right.
dates-dayMonthYear = Day, month, year (5.4.1990)
dates-monthDayYear = Month, day, year (4/5/1990)
dates-yearMonthDay = Year, month, day (1990-04-05)
import-rows = How the customers will look
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
import-left-none = All rows are brought in, but some values in them are not.
import-problems-first = The first { $count } are listed here.
import-why = Why
import-stands = What it says
import-whole-row = The whole row stays out.
import-value-only = The rest of the row is brought in.
problem-noName = The row has no name.
problem-cellCount = The row has more or fewer cells than the headings.
problem-date = It is not a date.
problem-unreadable = It cannot be read.
problem-tooLong = The text is too long.
problem-controlCharacters = It has characters that are not text.
problem-tooMany = It is more than a customer can have.
problem-alreadyThere = The customer is in the register already.
problem-twice = The customer is in the file twice.
import-source = Where do these people come from?
import-source-why = The law requires that you can say so if someone asks. It goes for everyone in the file.
import-source-field = The details came from
import-source-choose = Choose
import-source-detail = More about that
import-source-detail-hint = For example which program the list was in, or which hostess.
import-source-first = First say where they come from
import-do = { $count ->
    [one] Bring in one customer
   *[other] Bring in { $figure } customers
}
import-none = There is no customer to bring in. Look at which column is the name.
import-done = { $count ->
    [0] No customer was brought in
    [one] One customer is brought in
   *[other] { $figure } customers are brought in
}
import-done-all = All rows were brought in.
import-done-left = { $count ->
    [one] One row stayed out.
   *[other] { $figure } rows stayed out.
}
import-tell = Those who have not given you their details themselves must get your privacy policy within a month, and at the latest when you are first in touch.
import-tell-law = Details from someone else, article 14
import-show = Show the customers
import-another = Bring in another file
target-ignore = Not brought in
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
