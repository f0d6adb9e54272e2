lock-title = Kundbok
lock-since = Locked since { $time }. Everything is saved.
lock-since-not-saved = Locked since { $time }. The last change could not be saved.
lock-since-draft = Locked since { $time }. What you were writing is still here when you unlock.
lock-closed = The customer register is locked.
lock-unlock = Unlock
lock-unlocking = Unlocking
lock-wait = { $seconds ->
    [one] Wait a second before you try again.
   *[other] Wait { $seconds } seconds before you try again.
}
lock-use-sheet = Open with the recovery sheet
lock-use-passphrase = Open with the passphrase
lock-folder = The folder where it should be
lock-choose = Choose the folder where it is
lock-choose-none = There is no register in that folder
lock-choose-none-body = Nothing has changed. Choose the folder that holds the file register.age.
lock-key-title = The recovery sheet
lock-key-lead = Write the key as it stands on the sheet. Spaces and capital or small letters make no difference.
lock-key = Key
lock-key-open = Open
lock-key-opening = Opening
lock-replace-title = Choose a new passphrase
lock-replace-lead = The key fits. The old passphrase stops working, the sheet still does.
lock-replace-passphrase = New passphrase
lock-replace = Save and open
lock-replacing = Saving
lock-replace-cancel = Lock again
lock-restore = Put back what was last saved here
lock-restore-title = Put the register back
lock-restore-lead = Kundbok puts the register back as it was last saved on this computer. If another file lies there, it gets a new name and stays. Nothing is deleted.
lock-restore-do = Put back and open
lock-restore-doing = Putting back
lock-restore-sheet = Put back with the recovery sheet
lock-restore-passphrase = Put back with the passphrase
lock-restore-none = Nothing could be put back
lock-restore-none-body = Nothing has changed. No version on this computer can be opened this way. Try the recovery sheet, and check that it is the sheet of this very register.
