# Files kept with a customer
files-title-customer = Files
files-title-supplier = Papers
files-none-customer = Agreements, signed consents and other things that belong to the customer. Keep pictures of skin only if the customer has clearly said yes.
files-none-supplier = The signed agreement goes here, and whatever else you have agreed on.
files-add = Add a file
files-adding = Reading the file
files-saving = Saving the copy
files-added-customer = { $name } is kept with the customer
files-added-supplier = { $name } is kept with the supplier
files-actions = More about { $name }
files-save = Save a copy
files-saved = The copy is saved. It is not locked, so delete it when you are done.
files-remove = Remove
files-remove-title = Remove { $name }?
files-remove-body-customer = The file leaves the customer and the register’s folder. Earlier versions on this computer keep it until they are cleared, and backups for as long as you keep them.
files-remove-body-supplier = The file leaves the supplier and the register’s folder. Earlier versions on this computer keep it until they are cleared, and backups for as long as you keep them.
files-removed = { $name } is removed
files-kind-pdf = PDF
files-kind-jpeg = Picture
files-kind-png = Picture
files-kind-heic = Picture
files-kind-webp = Picture
files-kind-docx = Word
files-kind-odt = Document
files-kind-text = Text
files-kind-unknown = Unknown kind
files-error = The file was not saved
files-error-tooLarge = It is larger than 100 MB. Save it in a smaller size and try again.
files-error-empty = It is empty. Check that it is the right file.
files-error-program = It is a program, and the register keeps no programs.
files-error-tooMany-customer = The customer already has 500 files. Remove one first.
files-error-tooMany-supplier = The supplier already has 500 files. Remove one first.
files-error-gone = It is no longer where you chose it.
files-error-unreadable = It is not a file that can be read.
files-error-else = It could not be read. Try again, or copy it to another folder first.
files-error-safe = The register is as before.

# What opening found of them
found-attachmentsPutBack = { $count ->
    [one] A kept file was gone from the register’s folder
   *[other] { $figure } kept files were gone from the register’s folder
}
found-attachmentsPutBack-body = Kundbok has put back what was missing from this computer. There is nothing more to do.
found-attachmentsMissing = { $count ->
    [one] A file is missing from the register’s folder
   *[other] { $figure } files are missing from the register’s folder
}
found-attachmentsMissing-body = The customers and everything else are unharmed. The file may be on its way from another computer, and then it arrives by itself. Otherwise it is in a backup of the folder. This is about
found-attachmentsMissing-file = { $name } of { $of }
found-attachmentsMissing-more = and { $figure } more
found-attachmentsUnowned = { $count ->
    [one] A file in the register’s folder belongs to nobody in the register
   *[other] { $figure } files in the register’s folder belong to nobody in the register
}
found-attachmentsUnowned-body = The register is unharmed. If you use more than one computer, changes from there may not have arrived yet. Otherwise you can put aside what was found. Nothing is deleted.
found-attachmentsUnowned-aside = Put aside
