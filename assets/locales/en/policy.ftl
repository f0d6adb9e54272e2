policy-title = Privacy policy
policy-lead = This tells your customers what you keep about them and why. It is written from what the register holds.
policy-law = General Data Protection Regulation, articles 13 and 14
policy-advice = The text is a draft for you to read and adapt. It is not legal advice.
policy-state-none = No version is in force yet. Version { $draft } is a draft.
policy-state-inForce = Version { $version } has been in force since { $date }.
policy-state-draft = Version { $version } is in force. Version { $draft } is a draft.
policy-changed = Version { $version } is no longer right.
policy-changed-body = What you keep, or the details of the business, has changed since. The draft says how it is now.
policy-adopt = Put version { $version } into use
policy-adopted = Version { $version } is in force from now on
policy-given = Who has been given it
policy-given-none = No customer has been given version { $version } yet. Note it with the customer when you have given it.
policy-given-some = { $given } of { $customers } customers have been given version { $version }.
policy-given-all = All { $customers } customers have been given version { $version }.
policy-given-nobody = Once you have customers, this shows how many have been given it.
policy-given-draft = Nobody has been given it yet. Put a version into use first.
policy-given-list = Show who, and note it for many
policy-versions = Versions
policy-version = Version { $version }
policy-preview = How it looks
policy-language = Language of the policy
policy-recipients = Who receives details
policy-recipients-why = Businesses that see or handle your customers' details, such as your bookkeeper. The policy names them.
policy-recipients-none = Nobody but you.
policy-recipients-open = Go to the suppliers
policy-clauses = The sections
policy-clauses-why = Choose a section to change it. New ones come in when you start doing something new with details.
policy-clause-hers = changed
policy-clause-own = your own
policy-clause-out = left out
policy-clause-untranslated = not in { $language }
policy-clause-menu = More about the section { $heading }
policy-clause-up = Move up
policy-clause-down = Move down
policy-clause-leave = Leave out
policy-clause-take = Take in again
policy-clause-remove = Remove
policy-clause-revert = Use our suggestion
policy-clause-add = Add a section of your own
policy-clauses-unwanted = Not in it right now
policy-clauses-unwanted-why = They are about things that you do not do. They come in by themselves if you start.
policy-clauses-missing = Your customers must be told this
policy-clauses-missing-body = You have left out { $headings }. The law wants it in the policy.
policy-untranslated = Not all of it is in { $language }.
policy-untranslated-body = You have written something of your own that is missing in { $language }. So the version is not put to use in that language.
clause-new = New section
clause-edit = Change section
clause-in = In { $language }
clause-heading = Heading
clause-text = Text
clause-text-hint = Begin a line with a dash for a list. Two asterisks round a word make it bold.
clause-text-values = What stands between { "{{" } and { "}}" } is filled in by itself.
clause-text-composed = This section is written from how you use details. Better change it there. If you rewrite it here, it is you who keeps it up to date.
clause-line = Line { $line }. { $reason }
clause-law = Here stands what article { $items } of the General Data Protection Regulation asks for.
clause-untranslated = You have rewritten the section in another language. In { $language } our suggestion still stands.
clause-saved = The section is saved
clause-removed = The section is removed
clause-left-out = The section is left out
clause-taken = The section is in again
clause-moved = The section has moved
clause-reverted = Our suggestion stands again
law-item = { $article }({ $paragraph })({ $letter })
law-item-whole = { $article }({ $paragraph })
policy-version-save = Save version { $version } as a file
policy-save = Save in another way
policy-save-pdf = PDF, for paper
policy-save-html = HTML, for the web
policy-save-text = Plain text, for mail
policy-exported-pdf = The privacy policy is saved as a PDF
policy-exported-html = The privacy policy is saved as HTML
policy-exported-text = The privacy policy is saved as text
policy-differences = Show changes since version { $version }
policy-differences-first = This is the first one. There is nothing to compare with.
policy-differences-none = This is what version { $version } says.
policy-differences-language = Version { $version } is not in this language.
policy-differences-elsewhere = It says the same here as version { $version }. It has changed in another language.
policy-differences-told = Since version { $version }: { $what }.
policy-differences-changed =
    { $count ->
        [one] one section has changed
       *[other] { $count } sections have changed
    }
policy-differences-added =
    { $count ->
        [one] one is new
       *[other] { $count } are new
    }
policy-differences-removed =
    { $count ->
        [one] one is gone
       *[other] { $count } are gone
    }
policy-differences-sender = the business details at the top have changed
policy-short = A page for the party table
policy-short-what = The essentials on one page, in large type, with a code that leads to the whole policy.
policy-short-open = To the page
policy-short-preview = How the page looks
policy-short-lead = Print it and put it on the table. It is made from the same details as the whole policy.
policy-short-address = Web address of the whole policy
policy-short-address-hint = Save the policy as HTML and put it on your own website. Leave this empty if it is not there.
policy-short-address-wrong = Write the whole address. It begins with https://
policy-short-address-kept = The address is saved
policy-short-saved = The page is saved as a PDF
clause-lacks = Your words are missing in { $languages }.
clause-lacks-supplied = Our suggestion is there.
clause-lacks-own = The policy is not put to use in a language where something of your own is missing.
