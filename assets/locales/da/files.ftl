# Files kept with a customer
files-title-customer = Filer
files-title-supplier = Papirer
files-none-customer = Aftaler, underskrevne samtykker og andet, der hører til kunden. Billeder af hud gemmer du kun, hvis kunden udtrykkeligt har sagt ja.
files-none-supplier = Her ligger den underskrevne aftale og andet, som I har aftalt.
files-add = Tilføj fil
files-adding = Læser filen ind
files-saving = Gemmer kopien
files-added-customer = { $name } er gemt hos kunden
files-added-supplier = { $name } er gemt hos leverandøren
files-actions = Mere om { $name }
files-save = Gem en kopi
files-saved = Kopien er gemt. Den er ikke låst, så slet den, når du er færdig.
files-remove = Fjern
files-remove-title = Fjern { $name }?
files-remove-body-customer = Filen forsvinder fra kunden og fra kartotekets mappe. Tidligere versioner på denne computer har den, indtil de bliver ryddet, og sikkerhedskopier, så længe du gemmer dem.
files-remove-body-supplier = Filen forsvinder fra leverandøren og fra kartotekets mappe. Tidligere versioner på denne computer har den, indtil de bliver ryddet, og sikkerhedskopier, så længe du gemmer dem.
files-removed = { $name } er fjernet
files-kind-pdf = PDF
files-kind-jpeg = Billede
files-kind-png = Billede
files-kind-heic = Billede
files-kind-webp = Billede
files-kind-docx = Word
files-kind-odt = Dokument
files-kind-text = Tekst
files-kind-unknown = Ukendt filtype
files-error = Filen blev ikke gemt
files-error-tooLarge = Den er større end 100 MB. Gem den i en mindre størrelse, og prøv igen.
files-error-empty = Den er tom. Se efter, at det er den rigtige fil.
files-error-program = Den er et program, og dem gemmer kartoteket ikke.
files-error-tooMany-customer = Kunden har allerede 500 filer. Fjern en først.
files-error-tooMany-supplier = Leverandøren har allerede 500 filer. Fjern en først.
files-error-gone = Den ligger ikke længere der, hvor du valgte den.
files-error-unreadable = Det er ikke en fil, der kan læses.
files-error-else = Den kunne ikke læses. Prøv igen, eller kopiér den til en anden mappe først.
files-error-safe = Kartoteket er som før.

# What opening found of them
found-attachmentsPutBack = { $count ->
    [one] En gemt fil var forsvundet fra kartotekets mappe
   *[other] { $figure } gemte filer var forsvundet fra kartotekets mappe
}
found-attachmentsPutBack-body = Kundbok har lagt det, der manglede, tilbage fra denne computer. Du behøver ikke gøre mere.
found-attachmentsMissing = { $count ->
    [one] En fil mangler i kartotekets mappe
   *[other] { $figure } filer mangler i kartotekets mappe
}
found-attachmentsMissing-body = Kunderne og alt andet er uskadt. Måske er filen på vej fra en anden computer, og så kommer den af sig selv. Ellers ligger den i en sikkerhedskopi af mappen. Det gælder
found-attachmentsMissing-file = { $name } hos { $of }
found-attachmentsMissing-more = og { $figure } mere
found-attachmentsUnowned = { $count ->
    [one] En fil i kartotekets mappe hører ikke til nogen i kartoteket
   *[other] { $figure } filer i kartotekets mappe hører ikke til nogen i kartoteket
}
found-attachmentsUnowned-body = Kartoteket er uskadt. Bruger du flere computere, kan det skyldes, at ændringer derfra ikke er nået frem endnu. Ellers kan du lægge det fundne til side. Intet bliver slettet.
found-attachmentsUnowned-aside = Læg til side
