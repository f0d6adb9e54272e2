# Who was told what is kept, and the letters to those who were not.
informed-title = Who was given the policy
informed-lead = Everyone should know what you keep about them. Note it when you have told them, and you see who is left.
informed-law = Information to customers, articles 13 and 14
informed-show = Show
informed-only-lacking = Lack the latest
informed-only-others = Came from others
informed-only-none = Have none
informed-only-older = Have an older one
informed-only-latest = Have the latest
informed-only-all = All
informed-search = Search among them
informed-choose-all = { $count ->
    [one] Choose the one
   *[other] Choose all { $count }
}
informed-has = Version { $version }, { $date }, { $channel }
informed-has-none = Was given none
informed-due = { $days ->
    [0] Must have the letter by { $date }, today
    [one] Must have the letter by { $date }, one day left
   *[other] Must have the letter by { $date }, { $days } days left
}
informed-due-late-days = { $count ->
    [one] Should have had the letter by { $date }, one day late
   *[other] Should have had the letter by { $date }, { $count } days late
}
informed-due-late-months = { $count ->
    [one] Should have had the letter by { $date }, one month late
   *[other] Should have had the letter by { $date }, { $count } months late
}
informed-due-late-years = { $count ->
    [one] Should have had the letter by { $date }, one year late
   *[other] Should have had the letter by { $date }, { $count } years late
}
informed-today = Got it today
informed-today-to = { $name } got it today
informed-note = { $count ->
    [one] Note that one was given it
   *[other] Note that { $count } were given it
}
informed-noted = { $count ->
    [one] Noted: one customer was given version { $version }
   *[other] Noted: { $count } customers were given version { $version }
}
informed-taken-back = The note is gone again
informed-give-title = { $count ->
    [one] One customer was given the policy
   *[other] { $count } customers were given the policy
}
informed-give-body = { $count ->
    [one] This notes that she was given version { $version }. The policy itself you give as paper, PDF or link.
   *[other] This notes that the { $count } were given version { $version }. The policy itself you give as paper, PDF or link.
}
informed-give-day = Write a day that has been.
informed-outdated = What you do now is not in the version in force.
informed-outdated-body = Put a new version to use first. Then give it to those listed here, before you begin with what is new.
informed-no-policy = No version of the policy is in force yet.
informed-no-policy-body = Put it to use first, then you can give it to those listed here.
informed-read = Read the draft
informed-empty = Your customers will appear here
informed-empty-body = When you have customers, you see here who was given the policy.
informed-nobody = Nobody. All is done here.
informed-letters = { $count ->
    [one] Write the letter
   *[other] Write { $count } letters
}
letters-dialog = { $count ->
    [one] Letter to one customer
   *[other] Letters to { $count } customers
}
letters-body = The letter says what you have, why, and where it came from. Each gets it in her own language, if you have noted it.
letters-form = How do you want them?
letters-together = All in one PDF, to print
letters-each = A file each, in a folder of their own
letters-write = Write the letters
letters-at = Letter { $done } of { $of }
letters-stop = Cancel
letters-done = The letters are saved. When you have given or sent them, note it.
letters-given = Note that they were given
letters-later = Later
