# Hvad kunder bliver spurgt om, og hvad de har svaret.
consents-title = Samtykker
consents-lead = Det, du kun må gøre, hvis kunden har sagt ja. Sådan spørger du, og så mange har svaret.
consents-law = Samtykke, artikel 7 og 9
consents-none = Intet af det, du gør, kræver et ja.
consents-none-body = Sender du nyhedsbreve, skriver du om huden, eller tager du billeder? Sig det på siden Oplysninger, så kommer spørgsmålet frem her.
consents-unused = Det her gør du ikke
consents-not-used = Gør du ikke
consents-counts = { $running } har sagt ja, { $withdrawn } har sagt nej
consents-version = Version { $version }, siden { $date }.
consents-version-unused = Version { $version }, ikke brugt endnu.
consents-running = { $count ->
    [0] Intet ja bygger på den.
    [one] Et ja bygger på den.
   *[other] { $count } ja bygger på den.
}
consents-print = Gem til underskrift
consents-print-of = Gem til underskrift: { $name }, version { $version }
consents-printed = Papiret er gemt
consents-edit = Ret spørgsmålet
consents-edit-of = Ret spørgsmålet: { $name }
consents-earlier = { $count ->
    [one] En tidligere version
   *[other] { $count } tidligere versioner
}
consents-form = Ret spørgsmålet
consents-form-body = Det bliver en ny version. De, der allerede har sagt ja, har sagt det til den gamle, og den bliver gemt.
consents-saved = Spørgsmålet er rettet
consent-title = Samtykker
consent-texts-link = Sådan spørger du
consent-said-nothing = Har ikke svaret.
consent-said-yes = Ja siden { $date }, { $how }. Version { $version }.
consent-said-no = Sagde nej { $date }, { $how }.
consent-said-back = Trak sit ja tilbage { $date }, { $how }.
consent-old = Spørgsmålet er rettet siden. Spørg om version { $version }, når I tales ved.
consent-yes = Sagde ja i dag
consent-yes-to = Sagde ja i dag: { $name }
consent-no = Sagde nej
consent-no-to = Sagde nej: { $name }
consent-back = Trækker sit ja tilbage
consent-back-to = Trækker sit ja tilbage: { $name }
consent-more = Mere om { $name }
consent-other = Ja en anden dag, på papir eller mail
consent-given = Noteret: ja
consent-withdrawn = Noteret: nej
consent-undone = Det er, som det var før
consent-kept = Det, der står om helbred, gemmes alligevel: { $because }
consent-offers-consent = Du må sende tilbud.
consent-offers-ownCustomer = Gav hun dig adressen, da hun handlede, og kunne hun sige nej allerede dengang? Så må du maile om noget, der ligner det, hun købte. Skriv i hver mail, hvordan man siger nej.
consent-offers-saidNo = Send ingen tilbud. Fjern hende fra maillisten.
consent-offers-notAsked = Send ingen tilbud, før hun har sagt ja.
consent-offers-notOwn = Send ingen tilbud. Du må kun maile til den, der har handlet og selv har givet dig sin adresse.
consent-follows-photo = Slet billederne af hendes hud, også i telefonen.
consent-follows-messaging = Fjern hende fra telefonen og grupperne, hvis I ikke har aftalt andet.
consent-follows-skinAdvice = Slet det, du har skrevet om hendes hud andre steder, også på papir.
consent-follows-other = Slet det, du har om hende til det her, også på papir og i telefonen.
consent-followed = Gjort
consent-followed-of = Gjort: { $name }
consent-followed-noted = Noteret: gjort
consent-yes-anew = Sagde ja til version { $version }
consent-yes-anew-to = Sagde ja til version { $version } i dag: { $name }
consent-notes = Her står noget om helbred, og hun har ikke sagt ja til det.
consent-notes-back = Hun har trukket sit ja tilbage, og her står stadig noget om helbred.
consent-notes-body = Spørg hende, eller slet de her linjer:
consent-notes-erase = Slet de her linjer, hvis du ikke har en anden grund til at beholde dem:
consent-in-notes = Note:
consent-in-tag = Etiket:
consent-in-purchase = Ved et køb:
consent-in-contact = Ved en kontakt:
consent-in-elsewhere = Et andet sted, ret det dér:
consent-erase = Slet linjerne
consent-erase-title = Skal det, der står om helbred hos { $name }, slettes?
consent-erase-body = De her linjer forsvinder fra kartoteket. Alt andet bliver stående. I tidligere versioner og sikkerhedskopier findes de, til de er for gamle.
consent-notes-erased = Linjerne er slettet
consent-keep = Behold, og skriv hvorfor
consent-keep-title = Hvorfor beholder du det?
consent-keep-body = Uden et ja kræver det en anden grund, der holder, for eksempel en sag, der ikke er afsluttet. Grunden står i det, du udleverer til hende.
consent-keep-why = Begrundelse
consent-notes-kept = Begrundelsen er noteret
consent-dialog = Ja til: { $name }
consent-version = Hvilken version af spørgsmålet
consent-language = På hvilket sprog
consent-paper = Underskrevet papir
consent-paper-none = Intet
consent-paper-how = Findes det på papir? Læg filen hos kunden først, så kan du vælge den her.
consent-save = Notér ja
how-paper = på papir
how-spoken = mundtligt
how-email = på mail
how-checkbox = med et kryds
how-as-paper = På papir
how-as-spoken = Mundtligt
how-as-email = På mail eller sms
how-as-checkbox = Med et kryds på nettet
history-consent-yes = Sagde ja til { $use }
history-consent-back = Trak sit ja til { $use } tilbage
history-consent-no = Sagde nej til { $use }
history-use-newsletter = nyhedsbrev og tilbud
history-use-skinAdvice = råd om huden
history-use-photo = billeder af huden
history-use-messaging = kontakt på telefon og sociale medier
consent-said-not-no = Har ikke sagt nej.
consent-ask = Vis spørgsmålet
consent-ask-to = Vis spørgsmålet: { $name }
consent-explicit = Det gælder følsomme oplysninger. Lad hende læse spørgsmålet, eller læs det højt: hendes ja gælder netop de ord.
consent-other-back = Trak det tilbage en anden dag, på papir eller i en mail
consent-other-no = Nej en anden dag, på papir eller i en mail
consent-dialog-back = Trak sit ja tilbage: { $name }
consent-dialog-no = Nej til: { $name }
consent-save-no = Notér nej
consent-paper-copy = Gem en kopi af { $name }
consent-remove = Fjern noten
consent-remove-title = Vil du fjerne noten?
consent-remove-yes = Gør det, hvis hendes ja er noteret ved en fejl. Har hun fortrudt, så notér det i stedet.
consent-remove-back = Gør det, hvis hun ikke trak noget tilbage. Så gælder hendes ja igen. Har hun sagt ja på ny, så notér det i stedet.
consent-remove-no = Gør det, hvis hun ikke har sagt nej.
consent-remove-paper = { $name } bliver liggende blandt hendes filer.
consent-keep-again = Ret begrundelsen
consent-keep-save = Gem begrundelsen
consent-kept-lines = Det drejer det sig om
consent-notes-elsewhere = Spørg hende, eller ret det dér, hvor det står:
consent-notes-change = Ret det dér, hvor det står:
consent-photos = { $count ->
    [one] Hun har sagt nej til billeder, og der ligger et billede blandt hendes filer
   *[other] Hun har sagt nej til billeder, og der ligger { $count } billeder blandt hendes filer
}
consent-photos-body = Det, der viser hendes hud, skal væk.
consent-photos-erase = Slet billeder
consent-photos-title = Hvilke billeder skal slettes?
consent-photos-which = De forsvinder fra kartoteket. I tidligere versioner og sikkerhedskopier findes de, til de er for gamle. Fjern krydset ved et billede af noget andet, for eksempel en kvittering.
consent-photos-go = { $count ->
    [one] Slet et billede
   *[other] Slet { $count } billeder
}
consent-photos-erased = { $count ->
    [one] Et billede er slettet
   *[other] { $count } billeder er slettet
}
