# How she uses data. Here Kundbok speaks to her; the words to customers stand in the templates.
map-title = How I use data
map-lead = This is what you do with your customers’ data, and why. The policy is written from it.
map-law = General Data Protection Regulation, articles 5, 6, 13 and 30
map-add = Add a use of your own
map-used = What you do
map-unused = What you do not do
map-data = Data
map-why = Why you may
map-kept = Kept
map-in-register = In the register: { $data }
map-elsewhere = { $places }: { $data }
map-elsewhere-somewhere = Outside the register: { $data }
map-no-data = No data yet
map-policy-none = No version of the policy is in force yet
map-policy-old = The policy needs a new version
map-policy-link = The policy is written from how you use data
map-gone = That use of data is no longer there

# Kinds of data, as they stand in a list
map-category-contact = name and contact details
map-category-birthday = birthday
map-category-source = where the data came from
map-category-purchase = purchases and receipts
map-category-contactLog = when you were in touch
map-category-notes = notes and tags
map-category-health = skin and health
map-category-photo = pictures of the skin
map-category-document = agreements and other files
map-category-compliance = what the customer was given by you
map-category-consent = what the customer said yes to
map-place-phone = on the phone
map-place-social = in social media
map-place-mail = in your email
map-place-paper = on paper
map-place-cloud = in a service on the web
map-subject-customer = customers
map-subject-guest = guests at home parties
map-subject-hostess = hostesses
map-subject-prospect = people someone recommended
map-basis-contract = It is needed for what you have agreed
map-basis-contract-law = Contract, article 6(1)(b)
map-basis-legalObligation = The law demands it
map-basis-legalObligation-law = Legal obligation, article 6(1)(c)
map-basis-legitimateInterest = You have a good reason, and the customer can say no
map-basis-legitimateInterest-law = Legitimate interest, article 6(1)(f)
map-basis-consent = The customer has said yes
map-basis-consent-law = Consent, article 6(1)(a)
map-basis-special-law = Explicit consent, articles 6(1)(a) and 9(2)(a)
map-retention-whileCustomer = { $years } years after the customer’s latest purchase or your latest contact
map-retention-bookkeeping = { $years } years after the end of the year of the purchase
map-retention-untilObjection = Until the customer says no, at most { $years } years after the latest purchase or contact
map-retention-untilWithdrawn = Until the customer takes the yes back, at most { $years } years after the latest purchase or contact
map-retention-proof = { $years } years after the rest was erased
map-need-statutory = Must be there by law
map-need-contractual = Needed in order to buy
map-need-voluntary = Given by choice

# The questions
map-questions = Two minutes about how you work
map-progress = Question { $at } of { $of }
map-yes = Yes
map-yes-key = Y
map-no = No
map-no-key = N
map-later = Answer later
map-previous = Previous question
map-said-yes = Last time you answered yes.
map-said-no = Last time you answered no.
map-questions-left =
    { $count ->
        [one] One question is left.
       *[other] { $count } questions are left.
    }
map-questions-go = Go on answering
map-questions-again = Take the questions again
map-ask-newsletter = Do you send newsletters or offers?
map-ask-newsletter-why = Customers need to know when you may. If you say yes, the policy tells them, and how to decline.
map-ask-messaging = Do you have customers on your phone or in a Facebook group?
map-ask-messaging-why = That counts too, though it is not in the register. If you say yes, the policy tells them that what you write stays there.
map-ask-party = Do you hold home parties?
map-ask-party-why = Then the hostess gives you the guests’ names. If you say yes, the policy tells the guests.
map-ask-skinAdvice = Do you note anything about skin or health?
map-ask-skinAdvice-why = That is sensitive data. If you say yes, the policy promises that you ask first, and that people may change their mind.
map-ask-photo = Do you take pictures of customers’ skin?
map-ask-photo-why = Such a picture is sensitive data too. If you say yes, the policy promises that you ask first.
map-done = Done. This is what you do:
map-done-none = Done. You answered no to every question.
map-done-body = Open one of them if something is not right.
map-policy-read = Read the policy

# One use
map-own = A use of your own
map-state-held = You do this. The register holds data for it.
map-state-on = You do this.
map-state-off = You do not do this.
map-state-waits = You do not do this yet. It joins by itself once the register holds such data.
map-start = I do this
map-stop = I do not do this
map-started = { $name } is included
map-stopped = { $name } is no longer included
map-saved = { $name } is saved
map-form-what = What you do and why
map-name = Name
map-purpose = Why, as you would tell the customer
map-purpose-hint = This is how it stands in the policy. For example: To be able to give you advice and follow up
map-form-data = Which data
map-kinds = Also kept outside the register
map-own-data = Other data, in your own words
map-own-data-hint = Write it as in a list, for example: filled-in raffle tickets
map-places = That is where
map-subjects = It is about
map-form-basis = Why you may
map-basis = The reason
map-basis-special = Skin, health and pictures are sensitive data. You may have them only if the customer has said yes.
map-fixed-contract = It follows from the customer buying from you. That is why it is not yours to choose.
map-fixed-legalObligation = The law says so. That is why it is not yours to choose.
map-fixed-legitimateInterest = It follows from what is in the register. That is why it is not yours to choose.
map-fixed-consent = It follows from what is in the register. That is why it is not yours to choose.
map-weigh = Why it is reasonable
map-weigh-why = When the customer has not said yes beforehand, you need to have thought it through. Write as if the customer were reading.
map-interest = What do you want to achieve?
map-necessity = Why is the data needed for it?
map-balance = Why is it all right for the customer?
map-form-kept = How long, and whether it must be given
map-retention = It is kept
map-need = Must the customer give it?
map-missing = Your own words are missing in { $languages }.
map-missing-supplied = Our suggestion is there.
map-missing-own = Without them the policy is not put to use in { $languages }.
map-write-sv = Write in Swedish
map-write-da = Write in Danish
map-write-en = Write in English
map-writing = You are writing in { $language }.
map-write-first = Save first what you have written.
map-revert = Restore our suggestion
map-revert-title = Shall your changes go?
map-revert-body = { $name } becomes as it was from the start, in every language. Your own words and choices in it go. What you answered to the questions stays.
map-revert-do = Restore
map-reverted = { $name } is as it was from the start
map-remove-title = Shall { $name } go?
map-remove-body = This use and what you have written about it go, in every language. The policy in force does not change until you put a new version to use.
map-removed = { $name } is removed

map-tell = { $count ->
    [one] One customer was given a policy that does not say this: { $names }.
   *[other] { $count } customers were given a policy that does not say this: { $names }.
}
map-tell-body = Put a new version to use and give it to them before you begin.
map-tell-do = Tell them
map-form-who = Who receives details
map-suppliers = Suppliers who receive details here
map-suppliers-why = They are named in the policy and in the agreement with them.
map-suppliers-none = No suppliers are written down yet.
map-suppliers-open = To the suppliers
map-gotten-by = Receives details: { $names }
map-places-missing = Tick where they are.
map-phone-alone = Nobody else has a copy of what is in the phone
