# Vad kunder får frågan om, och vad de har svarat.
consents-title = Samtycken
consents-lead = Det du bara får göra om kunden har sagt ja. Så här frågar du, och så här många har svarat.
consents-law = Samtycke, artikel 7 och 9
consents-none = Inget av det du gör behöver ett ja.
consents-none-body = Skickar du nyhetsbrev, antecknar om huden eller tar foton? Säg det på sidan Uppgifter, så kommer frågan fram här.
consents-unused = Det här gör du inte
consents-not-used = Gör du inte
consents-counts = { $running } har sagt ja, { $withdrawn } har sagt nej
consents-version = Version { $version }, sedan { $date }.
consents-version-unused = Version { $version }, inte använd än.
consents-running = { $count ->
    [0] Inget ja vilar på den.
    [one] Ett ja vilar på den.
   *[other] { $count } ja vilar på den.
}
consents-print = Spara som papper att skriva under
consents-print-of = Spara som papper att skriva under: { $name }, version { $version }
consents-printed = Papperet är sparat
consents-edit = Ändra frågan
consents-edit-of = Ändra frågan: { $name }
consents-earlier = { $count ->
    [one] En tidigare version
   *[other] { $count } tidigare versioner
}
consents-form = Ändra frågan
consents-form-body = Det blir en ny version. De som redan har sagt ja har sagt det till den gamla, och den finns kvar.
consents-saved = Frågan är ändrad
consent-title = Samtycken
consent-texts-link = Så här frågar du
consent-said-nothing = Har inte svarat.
consent-said-yes = Ja sedan { $date }, { $how }. Version { $version }.
consent-said-no = Sa nej { $date }, { $how }.
consent-said-back = Tog tillbaka sitt ja { $date }, { $how }.
consent-old = Frågan är ändrad sedan dess. Fråga om version { $version } när ni hörs.
consent-yes = Sa ja idag
consent-yes-to = Sa ja idag: { $name }
consent-no = Sa nej
consent-no-to = Sa nej: { $name }
consent-back = Tar tillbaka sitt ja
consent-back-to = Tar tillbaka sitt ja: { $name }
consent-more = Mer om { $name }
consent-other = Ja en annan dag, på papper eller per mejl
consent-given = Antecknat: ja
consent-withdrawn = Antecknat: nej
consent-undone = Det är som det var förut
consent-kept = Det som står om hälsa sparas ändå: { $because }
consent-offers-consent = Du får skicka erbjudanden.
consent-offers-ownCustomer = Gav hon dig adressen när hon handlade, och kunde hon säga nej redan då? Då får du mejla om sådant som liknar det hon köpte. Skriv i varje mejl hur man säger nej.
consent-offers-saidNo = Skicka inga erbjudanden. Ta bort henne från utskickslistan.
consent-offers-notAsked = Skicka inga erbjudanden förrän hon har sagt ja.
consent-offers-notOwn = Skicka inga erbjudanden. Du får bara mejla den som har handlat och själv gett dig sin adress.
consent-follows-photo = Radera fotona av hennes hud, i telefonen också.
consent-follows-messaging = Ta bort henne ur telefonen och grupperna, om ni inte kommit överens om annat.
consent-follows-skinAdvice = Radera det du har skrivit om hennes hud på andra håll, på papper också.
consent-follows-other = Radera det du har om henne för det här, på papper och i telefonen också.
consent-followed = Gjort
consent-followed-of = Gjort: { $name }
consent-followed-noted = Antecknat: gjort
consent-yes-anew = Sa ja till version { $version }
consent-yes-anew-to = Sa ja till version { $version } idag: { $name }
consent-notes = Här står något om hälsa, och hon har inte sagt ja till det.
consent-notes-back = Hon tog tillbaka sitt ja, och här står fortfarande något om hälsa.
consent-notes-body = Fråga henne, eller radera de här raderna:
consent-notes-erase = Radera de här raderna, om du inte har ett annat skäl att behålla dem:
consent-in-notes = Anteckning:
consent-in-tag = Etikett:
consent-in-purchase = Vid ett inköp:
consent-in-contact = Vid en kontakt:
consent-in-elsewhere = På annat ställe, ändra det där:
consent-erase = Radera raderna
consent-erase-title = Radera det som står om hälsa hos { $name }?
consent-erase-body = De här raderna försvinner ur registret. Allt annat står kvar. I tidigare versioner och säkerhetskopior finns de tills de är för gamla.
consent-notes-erased = Raderna är raderade
consent-keep = Behåll, och skriv varför
consent-keep-title = Varför behåller du det?
consent-keep-body = Utan ett ja behövs ett annat skäl som håller, till exempel ett pågående ärende. Skälet står i det du lämnar ut till henne.
consent-keep-why = Skäl
consent-notes-kept = Skälet är antecknat
consent-dialog = Ja till: { $name }
consent-version = Vilken version av frågan
consent-language = På vilket språk
consent-paper = Underskrivet papper
consent-paper-none = Inget
consent-paper-how = Finns det på papper? Lägg till filen hos kunden först, så kan du välja den här.
consent-save = Anteckna ja
how-paper = på papper
how-spoken = muntligt
how-email = per mejl
how-checkbox = med ett kryss
how-as-paper = På papper
how-as-spoken = Muntligt
how-as-email = Per mejl eller sms
how-as-checkbox = Med ett kryss på webben
history-consent-yes = Sa ja till { $use }
history-consent-back = Tog tillbaka sitt ja till { $use }
history-consent-no = Sa nej till { $use }
history-use-newsletter = nyhetsbrev och erbjudanden
history-use-skinAdvice = hudråd
history-use-photo = foton av huden
history-use-messaging = kontakt i telefon och sociala medier
consent-said-not-no = Har inte sagt nej.
consent-ask = Visa frågan
consent-ask-to = Visa frågan: { $name }
consent-explicit = Det gäller känsliga uppgifter. Låt henne läsa frågan, eller läs den för henne: hennes ja gäller just de orden.
consent-other-back = Tog tillbaka det en annan dag, på papper eller per mejl
consent-other-no = Nej en annan dag, på papper eller per mejl
consent-dialog-back = Tog tillbaka sitt ja: { $name }
consent-dialog-no = Nej till: { $name }
consent-save-no = Anteckna nej
consent-paper-copy = Spara en kopia av { $name }
consent-remove = Ta bort anteckningen
consent-remove-title = Ta bort anteckningen?
consent-remove-yes = Gör det om hennes ja antecknades av misstag. Har hon ångrat sig antecknar du det i stället.
consent-remove-back = Gör det om hon inte tog tillbaka något. Då gäller hennes ja igen. Har hon sagt ja på nytt antecknar du det i stället.
consent-remove-no = Gör det om hon inte har sagt nej.
consent-remove-paper = { $name } ligger kvar bland hennes filer.
consent-keep-again = Ändra skälet
consent-keep-save = Spara skälet
consent-kept-lines = Det här gäller det
consent-notes-elsewhere = Fråga henne, eller ändra det där det står:
consent-notes-change = Ändra det där det står:
consent-photos = { $count ->
    [one] Hon har sagt nej till foton, och en bild ligger bland hennes filer
   *[other] Hon har sagt nej till foton, och { $count } bilder ligger bland hennes filer
}
consent-photos-body = Det som visar hennes hud ska bort.
consent-photos-erase = Radera bilder
consent-photos-title = Vilka bilder ska raderas?
consent-photos-which = De försvinner ur registret. I tidigare versioner och säkerhetskopior finns de tills de är för gamla. Ta bort krysset för en bild av något annat, som ett kvitto.
consent-photos-go = { $count ->
    [one] Radera en bild
   *[other] Radera { $count } bilder
}
consent-photos-erased = { $count ->
    [one] En bild är raderad
   *[other] { $count } bilder är raderade
}
