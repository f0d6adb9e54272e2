today-title = Today
today-lead-none = All is well. What you keep and what you say agree.
today-lead = { $count ->
    [one] One thing to do.
   *[other] { $count } things to do.
}
today-law = What the law wants from you
today-empty = Begin here
today-empty-body = Put your customers in. Then this says what needs to be done.
today-and-more = and { $count } more
today-show-people = Show { $count }
today-hide-people = Show fewer
today-morning = Good morning.
today-morning-name = Good morning, { $name }.
today-day = Hello.
today-day-name = Hello, { $name }.
today-evening = Good evening.
today-evening-name = Good evening, { $name }.
today-night = Hello.
today-night-name = Hello, { $name }.
today-waiting = This waits for you
today-calm = Nothing is waiting
today-calm-morning = Have a good day.
today-calm-day = Have a good day.
today-calm-evening = Have a good evening.
today-calm-night = Sleep well.
today-looking = Looking at how things stand
today-well = This is well
today-well-policy = The policy says how things are
today-well-suppliers = All is settled with the suppliers
today-well-told = Every customer has the policy
today-well-consents = Nothing seems to lack a yes
today-well-uses = Everything you do with details is described
today-well-retention = No customer has been silent too long
today-kept = Saved and safe
today-backup = Backup
today-backup-none = none has been made yet
today-backup-do = Back up now
today-sheet = Recovery sheet
today-sheet-none = not tried yet
today-sheet-tried = tried { $ago }
today-sheet-do = Try it
drift-noticeDue = { $count ->
    [one] One customer does not know that you have her details
   *[other] { $count } customers do not know that you have their details
}
drift-noticeDue-body = You got them from someone else. Give them the policy by { $date }.
drift-noticeDue-body-late = You got them from someone else. They should have had the policy by { $date }.
drift-noticeDue-law = Details from someone else, article 14
drift-noticeDue-do = Show them, and write the letters
drift-days-left = { $days ->
    [0] last day
    [one] day left
   *[other] days left
}
drift-days-late = { $count ->
    [one] day late
   *[other] days late
}
drift-months-late = { $count ->
    [one] month late
   *[other] months late
}
drift-years-late = { $count ->
    [one] year late
   *[other] years late
}
drift-healthNotes = { $count ->
    [one] One note may be about health
   *[other] Notes about { $count } customers may be about health
}
drift-healthNotes-body = You may keep such things only if they explicitly said yes. Note their yes, or erase the lines.
drift-healthNotes-law = Special categories, article 9
drift-healthNotes-do = Open { $person }
drift-retentionPassed = { $count ->
    [one] You have not heard from one customer for { $years } years
   *[other] You have not heard from { $count } customers for { $years } years
}
drift-retentionPassed-body = That is how long you have said you keep things. Get in touch, or erase what you need not keep.
drift-retentionPassed-law = How long details are kept, article 5(1)(e)
drift-retentionPassed-do = { $count ->
    [one] Erase
   *[other] Choose and erase
}
drift-purchasesPassed = { $count ->
    [one] One purchase is older than the books require
   *[other] { $count } purchases are older than the books require
}
drift-purchasesPassed-body = The books need them for { $years } years after the end of the year. Then they are to be erased.
drift-purchasesPassed-law = How long details are kept, article 5(1)(e)
drift-purchasesPassed-do = Erase them
erase-title-purchases = { $count ->
    [one] Erase one old purchase?
   *[other] Erase { $figure } old purchases?
}
erase-body-purchases = The books do not require purchases this old. They are erased for { $customers ->
    [one] one customer
   *[other] { $people } customers
} and cannot be brought back. Earlier versions and backups hold them until they are cleared away.
erase-do-purchases = Erase
erased-purchases = The old purchases are erased.
erase-title-customers = { $count ->
    [one] Erase { $person }?
   *[other] Who is to be erased?
}
erase-body-customers = Phone, mail, address, notes, contacts and files are erased and cannot be brought back. The name, purchases that the books require and what shows that you did right stay until their own time. Earlier versions and backups hold everything until they are cleared away.
erase-rest = Here are the { $figure } whom you have not heard from for the longest. The rest are shown when these are erased.
erase-do-customers = { $count ->
    [one] Erase one customer
   *[other] Erase { $figure } customers
}
erased-customers = { $count ->
    [one] One customer is erased, except for what you must keep.
   *[other] { $figure } customers are erased, except for what you must keep.
}
erase-doing = Erasing
drift-policyMissing = You have customers and no policy
drift-policyMissing-body = The draft is ready. Read it through and put it to use.
drift-policyMissing-law = Telling customers, article 13
drift-policyMissing-do = Read the draft
drift-policyOutdated = The policy is no longer true
drift-policyOutdated-body = What you keep or do has changed since version { $version }. The draft says how it is now.
drift-policyOutdated-law = Telling customers, article 13
drift-policyOutdated-do = See what is new
drift-clausesLeftOut = The policy does not say all that it must
drift-clausesLeftOut-body = You have left out { $headings }.
drift-clausesLeftOut-law = Telling customers, article 13
drift-clausesLeftOut-do = Open the policy
drift-useDenied = “{ $name }” is said to be something you do not do
drift-useDenied-body = But the register holds details for it. Change the answer or remove the details.
drift-useDenied-law = Data without a purpose, article 5(1)(b)
drift-useDenied-do = Change the answer
drift-useWithoutData = “{ $name }” uses no details
drift-useWithoutData-body = Fill in which details it is about, or remove it from the map.
drift-useWithoutData-law = A purpose without data, article 5(1)(b)
drift-useWithoutData-do = Open it
drift-questionsOpen = { $count ->
    [one] One question is left to answer
   *[other] { $count } questions are left to answer
}
drift-questionsOpen-body = They are about what the register cannot see. It takes two minutes.
drift-questionsOpen-law = Record of processing, article 30
drift-questionsOpen-do = Answer now
drift-policyNotGiven = { $count ->
    [one] One customer has not been given the policy
   *[other] { $count } customers have not been given the policy
}
drift-policyNotGiven-body = Version { $version } is in force. Give it the next time you are in touch.
drift-policyNotGiven-law = Telling customers, article 13
drift-policyNotGiven-do = Show them
drift-supplierLacks = The agreement with { $name } is not complete
drift-supplierLacks-body = Something that the law wants there is missing. Open the supplier to see what.
drift-supplierLacks-law = Agreement with whoever helps you, articles 26 and 28
drift-supplierLacks-do = Open { $name }
drift-purposeNew = { $count ->
    [one] One customer does not know of “{ $name }”
   *[other] { $count } customers do not know of “{ $name }”
}
drift-purposeNew-body = It is new since they were given the policy, or done for another reason. Put a new version to use and give it to them before you begin.
drift-purposeNew-law = New purpose, articles 13(3) and 14(4)
drift-purposeNew-do = Tell them
drift-offersUnasked = { $count ->
    [one] One customer seems to be sent offers without having said yes
   *[other] { $count } customers seem to be sent offers without having said yes
}
drift-offersUnasked-body = A tag says that they are sent offers. Without a yes you may only email those who gave you the address themselves when they bought something and could say no then. If she has said yes, note it. Otherwise remove the tag.
drift-offersUnasked-law = Offers by email and text message, the Marketing Act
drift-offersUnasked-do = Open { $person }
drift-consentOld = { $count ->
    [one] One customer said yes to an older question: { $name }
   *[other] { $count } customers said yes to an older question: { $name }
}
drift-consentOld-body = Their yes covers what they read then. Ask anew if you want to do more than that.
drift-consentOld-law = Consent, article 7(1)
drift-consentOld-do = Open { $person }
drift-refusedKept = { $count ->
    [one] One customer said no: { $name }
   *[other] { $count } customers said no: { $name }
}
drift-refusedKept-body = Remove what you have in the phone and elsewhere. Then press “Done” on the customer’s page.
drift-refusedKept-law = When someone says no, articles 7(3), 17(1)(b) and 21(3)
drift-refusedKept-do = Open { $person }
drift-supplierNotInPolicy = { $name } is not in the policy
drift-supplierNotInPolicy-body = They receive your customers’ details, and customers must know. Version { $version } does not name them.
drift-supplierNotInPolicy-law = Who receives the details, article 13(1)(e)
drift-supplierNotInPolicy-do = Open the policy
drift-placeWithoutSupplier = It is not written down who holds what you have { $place }
drift-placeWithoutSupplier-body = You keep details there for “{ $name }”. Write down who looks after them.
drift-placeWithoutSupplier-body-known = You keep details there for “{ $name }”. Tick who looks after them.
drift-placeWithoutSupplier-body-phone = You keep details there for “{ $name }”. Usually Apple or Google has a copy. Tick who gets it, or that nobody does.
drift-placeWithoutSupplier-law = Who receives the details, articles 13(1)(e) and 30(1)(d)
drift-placeWithoutSupplier-do = Open { $name }
drift-placeWithoutSupplier-do-new = Write them down
drift-placesMissing = It is not said where you keep the details for “{ $name }”
drift-placesMissing-body = They are kept outside the register. Tick whether that is the phone, paper or somewhere else.
drift-placesMissing-law = Record of processing, article 30
drift-placesMissing-do = Open { $name }
drift-clauseBroken = “{ $name }” can no longer be printed as you wrote it
drift-clauseBroken-body = The clause in { $language } speaks of something that is no longer there. Until you change it, Kundbok’s own text stands there, or none.
drift-clauseBroken-law = Information to customers, article 13
drift-clauseBroken-do = Change the clause
