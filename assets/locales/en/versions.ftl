# Earlier states of the register on this computer
versions-title = Earlier versions
versions-lead = Each time you save, this computer keeps the register as it was: the last 20 times, and more sparsely a year back.
versions-settings-body = See how the register was before, compare it with now, and go back if something went wrong.
versions-settings-open = Show earlier versions
versions-when = { $date } at { $time }
versions-customers = { $count ->
    [one] 1 customer
   *[other] { $figure } customers
}
versions-customers-unknown = Number not known
versions-now = The register as it is now
versions-empty = No earlier versions yet
versions-empty-body = The next time you save something, the register as it is now stays here.
versions-choose = Choose a version
versions-choose-body = Then you see which customers have been added, changed or lost since then.
versions-is-now = This is the register as it is now.
versions-is-now-body = Choose another version to compare it with.
versions-comparing = Comparing with now
versions-alike = The same customers, with the same details as now.
versions-alike-body = That also goes for your business, the privacy policy, the suppliers and how you use data.
versions-differs = How the register now differs from this version.
versions-added = Added since
versions-added-why = Here now, but not in this version.
versions-changed = Changed
versions-changed-why = In both, but something differs: details, purchases, contacts or files.
versions-gone = Gone
versions-gone-why = In this version, but not here now.
versions-nameless = Customer without a name
versions-others = { $figure } more
versions-more = Show { $figure } more of { $all }
versions-take-lead = Tick what you want to bring over from here. Everything else stays as it is now.
versions-take-suggested = Those who are only here, or were changed last here, are already ticked.
versions-newer = Newer in this version
versions-all = Choose all
versions-none = Choose none
versions-take = Bring over the chosen ({ $figure })
versions-take-title = { $count ->
    [one] Bring over 1 customer from { $when }?
   *[other] Bring over { $figure } customers from { $when }?
}
versions-take-changed = { $count ->
    [one] 1 customer becomes as she is in that version, with details, purchases, contacts and files: { $names }.
   *[other] { $figure } customers become as they are in that version, with details, purchases, contacts and files: { $names }.
}
versions-take-others = Everything else stays as it is now.
versions-take-do = Bring over
versions-taking = Bringing over
versions-taken = { $count ->
    [one] 1 customer brought over
   *[other] { $figure } customers brought over
}
versions-restore = Go back to this version
versions-restore-title = Go back to { $when }?
versions-restore-gone = { $count ->
    [one] 1 customer comes back: { $names }.
   *[other] { $figure } customers come back: { $names }.
}
versions-restore-erased = If one of them has asked you to remove her details, you need to do that again.
versions-restore-added = { $count ->
    [one] 1 customer disappears: { $names }.
   *[other] { $figure } customers disappear: { $names }.
}
versions-restore-changed = { $count ->
    [one] 1 customer becomes as she was then, with details, purchases, contacts and files: { $names }.
   *[other] { $figure } customers become as they were then, with details, purchases, contacts and files: { $names }.
}
versions-restore-alike = The customers are the same as now.
versions-restore-entries = This goes back too: { $names }.
versions-restore-kept = The register as it is now stays among the versions, so you can change your mind. Nothing is lost.
versions-restore-keys = Your passphrase and your recovery sheet work as they do now.
versions-restore-do = Go back
versions-restoring = Going back
versions-restored = The register is now as it was { $when }
versions-error-vaultDamaged = This version is damaged
versions-error-wrongRecoveryKey = This version is locked with an older key
versions-error-notFound = This version is no longer there
versions-error-body = The register that is open is unharmed. Choose another version.
versions-entries = What else differs
versions-entries-why = The privacy policy, the suppliers, how you use data and your business. What you do not choose stays as it is now, and everything stays among the versions.
versions-entry-business = Your business
versions-entry-clause = Privacy policy: { $name }
versions-entry-activity = Use: { $name }
versions-entry-supplier = Supplier: { $name }
versions-entry-consent-text = Consent question: { $name }
versions-entry-policy-address = The policy’s address on the web
versions-entry-valid-from = Valid from
versions-entry-other = Other: { $name }
versions-entry-here = Now
versions-entry-there = In this version
versions-entry-take = Take { $name }
versions-entry-only-here = Exists only now, and stays.
versions-entry-only-there = Only in this version.
versions-entry-nothing = Nothing here
versions-entry-supplied = As Kundbok suggests
versions-entry-answer = In use
versions-entry-left-out = Left out
versions-entry-yes = Yes
versions-entry-no = No
versions-take-entries = This becomes as in that version: { $names }.
versions-take-title-entries = Take what you chose from { $when }?
versions-taken-entries = What you chose is taken over

# What opening found
found-ok = OK
found-restored = The register's file could not be used
found-restored-missing = The register was not where it should be
found-restored-body = Kundbok has put the register back as it was last saved on this computer: { $when }, with { $customers }.
found-restored-aside = The file that was there is not deleted. It is still in the same folder and is now called
found-restored-rest = There is nothing more to do, unless you changed something after that.
found-fromBackup = The backup is back in place
found-fromBackup-body = The file in the register's folder could not be used. The register is now as it was { $when }, with { $customers }.
found-fromBackup-rest = What you changed after that is not in it.
found-older = The register is older than what you last saved here
found-older-body = What is open was saved { $when }. A backup may have been put back, or the folder may have been synced backwards.
found-diverged = The register was changed in two places
found-diverged-body = What is open was saved { $when } on another computer, which did not know of what you last saved here.
found-copy = Another version of the register lies beside it
found-copy-body = Your sync service put a version saved { $when } beside the one that is open.
found-ours = What you saved here { $when } is still on this computer.
found-ours-gone = What you saved here is no longer on this computer.
found-choose = Nothing is lost, whichever you choose.
found-compare = Compare
found-compare-choose = See the differences and choose
found-take-back = Take back what I saved here
found-keep = Keep what is open
found-keyFileRestored = The file that belongs to your passphrase could not be used
found-keyFileRestored-body = Kundbok has put it back. The passphrase works as before, and there is nothing more to do.
found-historyMissing = The earlier versions on this computer are gone
found-historyMissing-body = The register is unharmed, with all your customers. From now on Kundbok collects new versions.
