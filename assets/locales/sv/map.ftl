# Hur hon använder uppgifter. Här är det Kundbok som talar med henne; orden till kunderna står i mallarna.
map-title = Så använder jag uppgifter
map-lead = Det här gör du med dina kunders uppgifter, och varför. Policyn skrivs av det.
map-law = Dataskyddsförordningen, artikel 5, 6, 13 och 30
map-add = Lägg till en egen användning
map-used = Det här gör du
map-unused = Det här gör du inte
map-data = Uppgifter
map-why = Därför får du
map-kept = Sparas
map-in-register = I registret: { $data }
map-elsewhere = { $places }: { $data }
map-elsewhere-somewhere = Utanför registret: { $data }
map-no-data = Inga uppgifter än
map-policy-none = Ingen version av policyn gäller än
map-policy-old = Policyn behöver en ny version
map-policy-link = Policyn skrivs av hur du använder uppgifter
map-gone = Den användningen finns inte längre

# Sorter av uppgifter, så att de kan stå i en uppräkning
map-category-contact = namn och kontaktuppgifter
map-category-birthday = födelsedag
map-category-source = varifrån uppgifterna kommer
map-category-purchase = köp och kvitton
map-category-contactLog = när ni har hörts
map-category-notes = anteckningar och etiketter
map-category-health = hud och hälsa
map-category-photo = foton av huden
map-category-document = avtal och andra filer
map-category-compliance = vad kunden har fått av dig
map-category-consent = vad kunden har sagt ja till
map-place-phone = i telefonen
map-place-social = i sociala medier
map-place-mail = i mejlen
map-place-paper = på papper
map-place-cloud = i en tjänst på nätet
map-subject-customer = kunder
map-subject-guest = gäster på hemkalas
map-subject-hostess = värdinnor
map-subject-prospect = personer som någon har tipsat om
map-basis-contract = Det behövs för det ni har kommit överens om
map-basis-contract-law = Avtal, artikel 6.1 b
map-basis-legalObligation = Lagen kräver det
map-basis-legalObligation-law = Rättslig förpliktelse, artikel 6.1 c
map-basis-legitimateInterest = Du har ett gott skäl, och kunden kan säga nej
map-basis-legitimateInterest-law = Intresseavvägning, artikel 6.1 f
map-basis-consent = Kunden har sagt ja
map-basis-consent-law = Samtycke, artikel 6.1 a
map-basis-special-law = Uttryckligt samtycke, artikel 6.1 a och 9.2 a
map-retention-whileCustomer = { $years } år efter kundens senaste köp eller er senaste kontakt
map-retention-bookkeeping = { $years } år efter utgången av det år då kunden handlade
map-retention-untilObjection = Tills kunden säger nej, som längst { $years } år efter senaste köp eller kontakt
map-retention-untilWithdrawn = Tills kunden tar tillbaka sitt ja, som längst { $years } år efter senaste köp eller kontakt
map-retention-proof = { $years } år efter att resten är raderat
map-need-statutory = Måste finnas enligt lag
map-need-contractual = Behövs för att kunna handla
map-need-voluntary = Frivilligt att lämna

# Frågorna
map-questions = Två minuter om hur du jobbar
map-progress = Fråga { $at } av { $of }
map-yes = Ja
map-yes-key = J
map-no = Nej
map-no-key = N
map-later = Svara senare
map-previous = Förra frågan
map-said-yes = Förra gången svarade du ja.
map-said-no = Förra gången svarade du nej.
map-questions-left =
    { $count ->
        [one] En fråga är kvar.
       *[other] { $count } frågor är kvar.
    }
map-questions-go = Fortsätt svara
map-questions-again = Gör om frågorna
map-ask-newsletter = Skickar du nyhetsbrev eller erbjudanden?
map-ask-newsletter-why = Då ska kunderna få veta när du får göra det. Svarar du ja berättar policyn det, och hur man tackar nej.
map-ask-messaging = Har du kunder i telefonen eller i en Facebook-grupp?
map-ask-messaging-why = Det räknas också, fast det inte står i registret. Svarar du ja berättar policyn att det ni skriver finns kvar där.
map-ask-party = Håller du hemkalas?
map-ask-party-why = Då får du gästernas namn av värdinnan. Svarar du ja berättar policyn det för gästerna.
map-ask-skinAdvice = Antecknar du något om huden eller hälsan?
map-ask-skinAdvice-why = Det är känsliga uppgifter. Svarar du ja lovar policyn att du frågar först, och att man får ångra sig.
map-ask-photo = Tar du foton av kunders hud?
map-ask-photo-why = Ett sådant foto är också en känslig uppgift. Svarar du ja lovar policyn att du frågar först.
map-done = Klart. Det här gör du:
map-done-none = Klart. Du svarade nej på alla frågor.
map-done-body = Öppna en användning om något inte stämmer.
map-policy-read = Läs policyn

# En användning
map-own = En egen användning
map-state-held = Du gör det här. Det finns uppgifter för det i registret.
map-state-on = Du gör det här.
map-state-off = Du gör inte det här.
map-state-waits = Du gör inte det här än. Det kommer med av sig självt när registret har sådana uppgifter.
map-start = Jag gör det här
map-stop = Jag gör inte det här
map-started = { $name } är med
map-stopped = { $name } är inte med längre
map-saved = { $name } är sparad
map-form-what = Vad du gör och varför
map-name = Namn
map-purpose = Varför, som du säger det till kunden
map-purpose-hint = Så står det i policyn. Till exempel: För att kunna ge dig råd och följa upp
map-form-data = Vilka uppgifter
map-kinds = Finns också utanför registret
map-own-data = Andra uppgifter, med egna ord
map-own-data-hint = Skriv som i en uppräkning, till exempel: ifyllda lotter
map-places = Där finns de
map-subjects = De handlar om
map-form-basis = Varför du får
map-basis = Skälet
map-basis-special = Hud, hälsa och foton är känsliga uppgifter. De får du bara ha om kunden har sagt ja.
map-fixed-contract = Det följer av att kunden handlar av dig. Därför är det inget du väljer.
map-fixed-legalObligation = Det står i lagen. Därför är det inget du väljer.
map-fixed-legitimateInterest = Det följer av vad som står i registret. Därför är det inget du väljer.
map-fixed-consent = Det följer av vad som står i registret. Därför är det inget du väljer.
map-weigh = Varför det är rimligt
map-weigh-why = När kunden inte har sagt ja i förväg ska du ha tänkt efter. Skriv som om kunden läste.
map-interest = Vad vill du uppnå?
map-necessity = Varför behövs uppgifterna för det?
map-balance = Varför är det okej för kunden?
map-form-kept = Hur länge, och om de måste lämnas
map-retention = De sparas
map-need = Måste kunden lämna dem?
map-missing = Dina egna ord saknas på { $languages }.
map-missing-supplied = Där står vårt förslag.
map-missing-own = Utan dem tas policyn inte i bruk på { $languages }.
map-write-sv = Skriv på svenska
map-write-da = Skriv på danska
map-write-en = Skriv på engelska
map-writing = Du skriver på { $language }.
map-write-first = Spara först det du har skrivit.
map-revert = Återställ vårt förslag
map-revert-title = Ska det du har ändrat bort?
map-revert-body = { $name } blir som den var från början, på alla språk. Dina egna ord och val där försvinner. Det du svarade på frågorna står kvar.
map-revert-do = Återställ
map-reverted = { $name } är som från början
map-remove-title = Ska { $name } bort?
map-remove-body = Användningen och det du har skrivit om den försvinner, på alla språk. Policyn som gäller ändras inte förrän du tar en ny version i bruk.
map-removed = { $name } är borttagen

map-tell = { $count ->
    [one] En kund har fått en policy som inte säger det här: { $names }.
   *[other] { $count } kunder har fått en policy som inte säger det här: { $names }.
}
map-tell-body = Ta i bruk en ny version och ge dem den innan du börjar.
map-tell-do = Berätta för dem
map-form-who = Vilka som får uppgifter
map-suppliers = Leverantörer som får uppgifter här
map-suppliers-why = De står i policyn och i avtalet med dem.
map-suppliers-none = Inga leverantörer är inskrivna än.
map-suppliers-open = Till leverantörerna
map-gotten-by = Får uppgifter: { $names }
map-places-missing = Kryssa för var de finns.
map-phone-alone = Ingen annan har en kopia av det som finns i telefonen
