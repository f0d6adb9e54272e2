# Files kept with a customer
files-title-customer = Filer
files-title-supplier = Papper
files-none-customer = Avtal, underskrivna samtycken och annat som hör till kunden. Bilder på hud sparar du bara om kunden uttryckligen har sagt ja.
files-none-supplier = Här ligger det påskrivna avtalet, och annat som ni har kommit överens om.
files-add = Lägg till fil
files-adding = Läser in filen
files-saving = Sparar kopian
files-added-customer = { $name } är sparad hos kunden
files-added-supplier = { $name } är sparad hos leverantören
files-actions = Mer om { $name }
files-save = Spara en kopia
files-saved = Kopian är sparad. Den är inte låst, så ta bort den när du är klar.
files-remove = Ta bort
files-remove-title = Ta bort { $name }?
files-remove-body-customer = Filen försvinner från kunden och ur registrets mapp. Tidigare versioner på den här datorn har den kvar tills de rensas, och säkerhetskopior så länge du sparar dem.
files-remove-body-supplier = Filen försvinner från leverantören och ur registrets mapp. Tidigare versioner på den här datorn har den kvar tills de rensas, och säkerhetskopior så länge du sparar dem.
files-removed = { $name } är borttagen
files-kind-pdf = PDF
files-kind-jpeg = Bild
files-kind-png = Bild
files-kind-heic = Bild
files-kind-webp = Bild
files-kind-docx = Word
files-kind-odt = Dokument
files-kind-text = Text
files-kind-unknown = Okänd filtyp
files-error = Filen blev inte sparad
files-error-tooLarge = Den är större än 100 MB. Spara den i en mindre storlek, och försök igen.
files-error-empty = Den är tom. Kontrollera att det är rätt fil.
files-error-program = Den är ett program, och sådana sparas inte i registret.
files-error-tooMany-customer = Kunden har redan 500 filer. Ta bort någon först.
files-error-tooMany-supplier = Leverantören har redan 500 filer. Ta bort någon först.
files-error-gone = Den finns inte längre där du valde den.
files-error-unreadable = Det är ingen fil som går att läsa.
files-error-else = Den gick inte att läsa. Försök igen, eller kopiera den till en annan mapp först.
files-error-safe = Registret är som förut.

# What opening found of them
found-attachmentsPutBack = { $count ->
    [one] En sparad fil hade försvunnit ur registrets mapp
   *[other] { $figure } sparade filer hade försvunnit ur registrets mapp
}
found-attachmentsPutBack-body = Kundbok har lagt tillbaka det som fattades från den här datorn. Du behöver inte göra något mer.
found-attachmentsMissing = { $count ->
    [one] En fil saknas i registrets mapp
   *[other] { $figure } filer saknas i registrets mapp
}
found-attachmentsMissing-body = Kunderna och allt annat är oskadat. Kanske är filen på väg från en annan dator, och då kommer den av sig själv. Annars finns den i en säkerhetskopia av mappen. Det gäller
found-attachmentsMissing-file = { $name } hos { $of }
found-attachmentsMissing-more = och { $figure } till
found-attachmentsUnowned = { $count ->
    [one] En fil i registrets mapp hör inte till någon i registret
   *[other] { $figure } filer i registrets mapp hör inte till någon i registret
}
found-attachmentsUnowned-body = Registret är oskadat. Använder du fler datorer kan det bero på att ändringar därifrån inte har kommit fram än. Annars kan du lägga undan det som hittades. Inget tas bort.
found-attachmentsUnowned-aside = Lägg undan
