# What keeps the register safe: what opens it, and backups
safety-title = Safety
safety-lead = Three things that keep your customers within your reach and out of everyone else's.
safety-settings-body = The passphrase, the recovery sheet and the backup.
safety-settings-open = Open Safety
safety-ready = Done

safety-passphrase-state = It unlocks your customer register, and nobody but you knows it.
safety-passphrase-change = Change the passphrase
safety-passphrase-lead = The recovery sheet works as before.
safety-passphrase-current = The passphrase you have now
safety-passphrase-new = New passphrase
safety-passphrase-wrong = That is not your passphrase. Nothing has changed. Try again.
safety-passphrase-do = Change
safety-passphrase-changing = Changing
safety-passphrase-changed = The passphrase is changed
safety-passphrase-changed-lead = Use the new one next time you unlock.

safety-key = Might someone have seen the old one?
safety-key-why = Someone who knows the old passphrase and has an older copy of the register's files can go on opening the register. A new key inside the register puts a stop to that. You will notice no difference: the passphrase and the sheet stay the same.
safety-key-do = Make a new key
safety-key-doing = Making a new key
safety-key-done = The register has a new key
safety-key-copies = Backups from before, and copies someone has already taken, still open with the old passphrase. Photos, agreements and other files already in the register keep locks of their own: anyone with an old copy of the register and the folder’s files can open those, but no new ones. Make a new backup and delete the old ones.
safety-resealed = { $count ->
    [0] No earlier versions on this computer have been locked anew.
    [one] 1 earlier version on this computer has been locked anew.
   *[other] { $figure } earlier versions on this computer have been locked anew.
}
safety-resealed-left = { $count ->
    [one] 1 could not be, and is as it was.
   *[other] { $figure } could not be, and are as they were.
}

safety-sheet = Recovery sheet
safety-sheet-untried = You have not tried the sheet yet. Do it once, and you know that it works.
safety-sheet-tried = Tried { $date }, { $ago }. It opens the register if you forget the passphrase.
safety-sheet-try = Try the sheet
safety-sheet-new = Make a new sheet

safety-try-lead = Take out the printed sheet. Kundbok really opens the register with nothing but the key, as on a new computer.
safety-try-do = Try it
safety-try-doing = Trying
safety-try-works = The sheet works
safety-try-works-body = The key opened the register. Put the sheet back where you keep it.

safety-new-lead = For when you have lost the sheet, or think that someone has seen it.
safety-new-still = The old sheet still opens
safety-new-still-backups = backups that you have already made
safety-new-still-versions = earlier versions on this computer, until you lock them anew in the next step
safety-new-still-copies = copies of the register that someone took before now
safety-new-no-longer = It does not open what you save once the new sheet counts. The new one does, and your passphrase as before.
safety-new-doing = Making the sheet
safety-made = Your new sheet
safety-made-preview = The sheet as it will print
safety-made-lead = It counts once you have saved it. Then print it, keep it where you keep your passport, and throw the old one away. The key is shown only this once.
safety-made-leave = The sheet is not saved
safety-made-leave-body = The new sheet counts only once it is saved. If you leave it now, the old one counts as before, and you can make a new one whenever you like.
safety-made-leave-go = Leave without saving
safety-made-leave-stay = Stay here
safety-earlier = Earlier versions on this computer
safety-earlier-why = They still open with the old sheet, and not with the new one. Locking them anew leaves what is in them as it is.
safety-earlier-do = Lock them anew
safety-earlier-doing = Locking them

safety-backup = Backup
safety-backup-none = There is no backup yet.
safety-backup-last = The last one was made on { $when }.
safety-backup-old = The last one was made on { $when }. It is time for a new one.
safety-backup-where = A USB stick that is kept somewhere else than the computer is a good place. The backup is encrypted, and opens with the passphrase or the sheet.
safety-backup-folder = It is in the folder
safety-backup-do = Back up now
safety-backup-doing = Backing up
safety-backup-elsewhere = To another place
safety-backup-done = The backup is done, and Kundbok has checked that it opens.
safety-backup-lost = { $count ->
    [one] The backup is done, but one of your customers’ files is not in it
   *[other] The backup is done, but { $figure } of your customers’ files are not in it
}
safety-backup-lost-body = Everything else is in it. The files that are missing are gone or damaged on this computer. Keep your older backups, they may still have them. It concerns
safety-backup-after = Remind me after
safety-backup-days = { $days } days
safety-backup-failed = No backup was made
safety-backup-failed-gone = The folder is not there just now. If it is on a USB stick, plug it in.
safety-backup-failed-full = There is no room left where the backup should go. Make room, or choose another place.
safety-backup-failed-readOnly = That place can only be read. Choose another one.
safety-backup-failed-other = The backup could not be written whole. Try again, or choose another place.
safety-backup-failed-rest = The register is unharmed.

reminder-sheet = Try the recovery sheet
reminder-sheet-body = It takes a minute, and then you know that it works the day you need it.
reminder-sheet-do = Try the sheet
reminder-backup = Time for a backup
reminder-backup-body = Then you still have your customers, even if the computer breaks.
reminder-backup-do = Back up now
reminder-later = Not now
