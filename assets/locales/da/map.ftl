# Hvordan hun bruger oplysninger. Her er det Kundbok, der taler til hende; ordene til kunderne står i skabelonerne.
map-title = Sådan bruger jeg oplysninger
map-lead = Det her gør du med dine kunders oplysninger, og hvorfor. Politikken skrives ud fra det.
map-law = Databeskyttelsesforordningen, artikel 5, 6, 13 og 30
map-add = Tilføj din egen anvendelse
map-used = Det gør du
map-unused = Det gør du ikke
map-data = Oplysninger
map-why = Derfor må du
map-kept = Gemmes
map-in-register = I kartoteket: { $data }
map-elsewhere = { $places }: { $data }
map-elsewhere-somewhere = Uden for kartoteket: { $data }
map-no-data = Ingen oplysninger endnu
map-policy-none = Ingen version af politikken gælder endnu
map-policy-old = Politikken har brug for en ny version
map-policy-link = Politikken skrives ud fra, hvordan du bruger oplysninger
map-gone = Den anvendelse af oplysninger findes ikke længere

# Slags oplysninger, så de kan stå i en opremsning
map-category-contact = navn og kontaktoplysninger
map-category-birthday = fødselsdag
map-category-source = hvor oplysningerne kommer fra
map-category-purchase = køb og kvitteringer
map-category-contactLog = hvornår I har været i kontakt
map-category-notes = noter og mærker
map-category-health = hud og helbred
map-category-photo = billeder af huden
map-category-document = aftaler og andre filer
map-category-compliance = hvad kunden har fået af dig
map-category-consent = hvad kunden har sagt ja til
map-place-phone = på telefonen
map-place-social = på sociale medier
map-place-mail = i mailen
map-place-paper = på papir
map-place-cloud = i en tjeneste på nettet
map-subject-customer = kunder
map-subject-guest = gæster til homeparties
map-subject-hostess = værtinder
map-subject-prospect = personer, som nogen har anbefalet
map-basis-contract = Det er nødvendigt for det, I har aftalt
map-basis-contract-law = Aftale, artikel 6, stk. 1, litra b
map-basis-legalObligation = Loven kræver det
map-basis-legalObligation-law = Retlig forpligtelse, artikel 6, stk. 1, litra c
map-basis-legitimateInterest = Du har en god grund, og kunden kan sige nej
map-basis-legitimateInterest-law = Interesseafvejning, artikel 6, stk. 1, litra f
map-basis-consent = Kunden har sagt ja
map-basis-consent-law = Samtykke, artikel 6, stk. 1, litra a
map-basis-special-law = Udtrykkeligt samtykke, artikel 6, stk. 1, litra a, og artikel 9, stk. 2, litra a
map-retention-whileCustomer = { $years } år efter kundens seneste køb eller jeres seneste kontakt
map-retention-bookkeeping = { $years } år efter udgangen af det år, kunden handlede
map-retention-untilObjection = Indtil kunden siger nej, højst { $years } år efter seneste køb eller kontakt
map-retention-untilWithdrawn = Indtil kunden trækker sit ja tilbage, højst { $years } år efter seneste køb eller kontakt
map-retention-proof = { $years } år efter at resten er slettet
map-need-statutory = Skal findes ifølge loven
map-need-contractual = Nødvendige for at kunne handle
map-need-voluntary = Frivillige at give

# Spørgsmålene
map-questions = To minutter om, hvordan du arbejder
map-progress = Spørgsmål { $at } af { $of }
map-yes = Ja
map-yes-key = J
map-no = Nej
map-no-key = N
map-later = Svar senere
map-previous = Forrige spørgsmål
map-said-yes = Sidste gang svarede du ja.
map-said-no = Sidste gang svarede du nej.
map-questions-left =
    { $count ->
        [one] Der er ét spørgsmål tilbage.
       *[other] Der er { $count } spørgsmål tilbage.
    }
map-questions-go = Svar på resten
map-questions-again = Svar på spørgsmålene igen
map-ask-newsletter = Sender du nyhedsbreve eller tilbud?
map-ask-newsletter-why = Så skal kunderne vide, hvornår du må det. Svarer du ja, fortæller politikken det, og hvordan man siger nej.
map-ask-messaging = Har du kunder på telefonen eller i en Facebook-gruppe?
map-ask-messaging-why = Det tæller også med, selv om det ikke står i kartoteket. Svarer du ja, fortæller politikken, at det, I skriver, bliver liggende der.
map-ask-party = Holder du homeparties?
map-ask-party-why = Så får du gæsternes navne af værtinden. Svarer du ja, fortæller politikken gæsterne det.
map-ask-skinAdvice = Noterer du noget om huden eller helbredet?
map-ask-skinAdvice-why = Det er følsomme oplysninger. Svarer du ja, lover politikken, at du spørger først, og at man må fortryde.
map-ask-photo = Tager du billeder af kunders hud?
map-ask-photo-why = Sådan et billede er også en følsom oplysning. Svarer du ja, lover politikken, at du spørger først.
map-done = Færdig. Det her gør du:
map-done-none = Færdig. Du svarede nej til alle spørgsmål.
map-done-body = Åbn en af dem, hvis noget ikke passer.
map-policy-read = Læs politikken

# En anvendelse
map-own = Din egen anvendelse
map-state-held = Det gør du. Der er oplysninger til det i kartoteket.
map-state-on = Det gør du.
map-state-off = Det gør du ikke.
map-state-waits = Det gør du ikke endnu. Det kommer med af sig selv, når kartoteket har den slags oplysninger.
map-start = Det gør jeg
map-stop = Det gør jeg ikke
map-started = { $name } er med
map-stopped = { $name } er ikke med længere
map-saved = { $name } er gemt
map-form-what = Hvad du gør og hvorfor
map-name = Navn
map-purpose = Hvorfor, som du siger det til kunden
map-purpose-hint = Sådan står det i politikken. For eksempel: For at kunne give dig råd og følge op
map-form-data = Hvilke oplysninger
map-kinds = Findes også uden for kartoteket
map-own-data = Andre oplysninger, med dine egne ord
map-own-data-hint = Skriv som i en opremsning, for eksempel: udfyldte lodsedler
map-places = Der findes de
map-subjects = De handler om
map-form-basis = Hvorfor du må
map-basis = Grunden
map-basis-special = Hud, helbred og billeder er følsomme oplysninger. Dem må du kun have, hvis kunden har sagt ja.
map-fixed-contract = Det følger af, at kunden handler hos dig. Derfor er det ikke noget, du vælger.
map-fixed-legalObligation = Det står i loven. Derfor er det ikke noget, du vælger.
map-fixed-legitimateInterest = Det følger af det, der står i kartoteket. Derfor er det ikke noget, du vælger.
map-fixed-consent = Det følger af det, der står i kartoteket. Derfor er det ikke noget, du vælger.
map-weigh = Hvorfor det er rimeligt
map-weigh-why = Når kunden ikke har sagt ja på forhånd, skal du have tænkt over det. Skriv, som om kunden læste med.
map-interest = Hvad vil du opnå?
map-necessity = Hvorfor er oplysningerne nødvendige?
map-balance = Hvorfor er det i orden for kunden?
map-form-kept = Hvor længe, og om de skal gives
map-retention = De gemmes
map-need = Skal kunden give dem?
map-missing = Dine egne ord mangler på { $languages }.
map-missing-supplied = Dér står vores forslag.
map-missing-own = Uden dem tages politikken ikke i brug på { $languages }.
map-write-sv = Skriv på svensk
map-write-da = Skriv på dansk
map-write-en = Skriv på engelsk
map-writing = Du skriver på { $language }.
map-write-first = Gem først det, du har skrevet.
map-revert = Gendan vores forslag
map-revert-title = Skal dine ændringer væk?
map-revert-body = { $name } bliver, som den var fra starten, på alle sprog. Dine egne ord og valg forsvinder. Det, du svarede på spørgsmålene, bliver stående.
map-revert-do = Gendan
map-reverted = { $name } er som fra starten
map-remove-title = Skal { $name } væk?
map-remove-body = Anvendelsen og det, du har skrevet om den, forsvinder på alle sprog. Den politik, der gælder, ændres først, når du tager en ny version i brug.
map-removed = { $name } er fjernet

map-tell = { $count ->
    [one] En kunde har fået en politik, der ikke siger det her: { $names }.
   *[other] { $count } kunder har fået en politik, der ikke siger det her: { $names }.
}
map-tell-body = Tag en ny version i brug, og giv dem den, før du begynder.
map-tell-do = Fortæl dem det
map-form-who = Hvem der får oplysninger
map-suppliers = Leverandører, der får oplysninger her
map-suppliers-why = De står i politikken og i aftalen med dem.
map-suppliers-none = Ingen leverandører er skrevet ind endnu.
map-suppliers-open = Til leverandørerne
map-gotten-by = Får oplysninger: { $names }
map-places-missing = Sæt kryds ved, hvor de er.
map-phone-alone = Ingen andre har en kopi af det, der er i telefonen
