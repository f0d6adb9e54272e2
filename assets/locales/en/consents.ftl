# What customers are asked, and what they answered.
consents-title = Consents
consents-lead = What you may do only if the customer has said yes. This is how you ask, and how many have answered.
consents-law = Consent, articles 7 and 9
consents-none = Nothing that you do needs a yes.
consents-none-body = Do you send newsletters, write about skin or take photos? Say so on the page Data, and the question appears here.
consents-unused = You do not do this
consents-not-used = You do not do it
consents-counts = { $running } said yes, { $withdrawn } said no
consents-version = Version { $version }, since { $date }.
consents-version-unused = Version { $version }, not used yet.
consents-running = { $count ->
    [0] Nobody has said yes to it.
    [one] One person said yes to it.
   *[other] { $count } people said yes to it.
}
consents-print = Save for signing
consents-print-of = Save for signing: { $name }, version { $version }
consents-printed = The paper is saved
consents-edit = Change the question
consents-edit-of = Change the question: { $name }
consents-earlier = { $count ->
    [one] An earlier version
   *[other] { $count } earlier versions
}
consents-form = Change the question
consents-form-body = It becomes a new version. Those who have said yes said it to the old one, which is kept.
consents-saved = The question is changed
consent-title = Consents
consent-texts-link = This is how you ask
consent-said-nothing = Has not answered.
consent-said-yes = Yes since { $date }, { $how }. Version { $version }.
consent-said-no = Said no { $date }, { $how }.
consent-said-back = Took the yes back { $date }, { $how }.
consent-old = The question was changed since. Ask about version { $version } when you are in touch.
consent-yes = Said yes today
consent-yes-to = Said yes today: { $name }
consent-no = Said no
consent-no-to = Said no: { $name }
consent-back = Takes it back
consent-back-to = Takes it back: { $name }
consent-more = More about { $name }
consent-other = Yes on another day, on paper or by email
consent-given = Noted: yes
consent-withdrawn = Noted: no
consent-undone = It is as it was before
consent-kept = What you wrote about health is kept all the same: { $because }
consent-offers-consent = You may send offers.
consent-offers-ownCustomer = Did she give you the address when she bought something, and could she say no then? Then you may email about things like those she bought. Say in every email how to say no.
consent-offers-saidNo = Send no offers. Remove her from the mailing list.
consent-offers-notAsked = Send no offers until she has said yes.
consent-offers-notOwn = Send no offers. You may only email those who have bought something and gave you the address themselves.
consent-follows-photo = Erase the photos of her skin, in the phone too.
consent-follows-messaging = Remove her from the phone and the groups, unless you agreed otherwise.
consent-follows-skinAdvice = Erase what you wrote about her skin elsewhere, on paper too.
consent-follows-other = Erase what you have about her for this, on paper and in your phone too.
consent-followed = Done
consent-followed-of = Done: { $name }
consent-followed-noted = Noted as done
consent-yes-anew = Said yes to version { $version }
consent-yes-anew-to = Said yes to version { $version } today: { $name }
consent-notes = There is something about health here, and she has not said yes to that.
consent-notes-back = She took her yes back, and something about health still stands here.
consent-notes-body = Ask her, or erase these lines:
consent-notes-erase = Erase these lines, unless you have another reason to keep them:
consent-in-notes = Note:
consent-in-tag = Tag:
consent-in-purchase = With a purchase:
consent-in-contact = With a contact:
consent-in-elsewhere = Elsewhere, change it there:
consent-erase = Erase the lines
consent-erase-title = Erase what stands about the health of { $name }?
consent-erase-body = These lines go from the register. Everything else stays. Earlier versions and backups have them until those are too old.
consent-notes-erased = The lines are erased
consent-keep = Keep, and say why
consent-keep-title = Why do you keep it?
consent-keep-body = Without a yes it takes another reason that holds, such as a claim that is not settled. The reason stands in what you hand over to her.
consent-keep-why = Reason
consent-notes-kept = The reason is noted
consent-dialog = Yes to: { $name }
consent-version = Which version of the question
consent-language = In which language
consent-paper = Signed paper
consent-paper-none = None
consent-paper-how = Is it on paper? Add the file to the customer first, then you can choose it here.
consent-save = Note the yes
how-paper = on paper
how-spoken = in words
how-email = by email
how-checkbox = by a tick
how-as-paper = On paper
how-as-spoken = In words
how-as-email = By email or text message
how-as-checkbox = By a tick on the web
history-consent-yes = Said yes to { $use }
history-consent-back = Took back her yes to { $use }
history-consent-no = Said no to { $use }
history-use-newsletter = the newsletter and offers
history-use-skinAdvice = skin advice
history-use-photo = photos of the skin
history-use-messaging = contact by phone and social media
consent-said-not-no = Has not said no.
consent-ask = Show the question
consent-ask-to = Show the question: { $name }
consent-explicit = This is sensitive. Let her read the question, or read it to her: her yes is to those very words.
consent-other-back = Took it back another day, on paper or by email
consent-other-no = No on another day, on paper or by email
consent-dialog-back = Took back her yes: { $name }
consent-dialog-no = No to: { $name }
consent-save-no = Note no
consent-paper-copy = Save a copy of { $name }
consent-remove = Remove the note
consent-remove-title = Remove the note?
consent-remove-yes = Do this if her yes was noted by mistake. If she has changed her mind, note that instead.
consent-remove-back = Do this if she did not take anything back. Her yes then holds again. If she has said yes anew, note that instead.
consent-remove-no = Do this if she has not said no.
consent-remove-paper = { $name } stays among her files.
consent-keep-again = Change the reason
consent-keep-save = Save the reason
consent-kept-lines = What this is about
consent-notes-elsewhere = Ask her, or change it where it stands:
consent-notes-change = Change it where it stands:
consent-photos = { $count ->
    [one] She has said no to photos, and one picture is among her files
   *[other] She has said no to photos, and { $count } pictures are among her files
}
consent-photos-body = Whatever shows her skin has to go.
consent-photos-erase = Erase pictures
consent-photos-title = Which pictures do you want to erase?
consent-photos-which = They disappear from the register. Earlier versions and backups have them until they are too old. Untick a picture of something else, such as a receipt.
consent-photos-go = { $count ->
    [one] Erase one picture
   *[other] Erase { $count } pictures
}
consent-photos-erased = { $count ->
    [one] One picture is erased
   *[other] { $count } pictures are erased
}
