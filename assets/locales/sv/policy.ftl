policy-title = Integritetspolicy
policy-lead = Så berättar du för dina kunder vad du sparar om dem och varför. Den skrivs av det som finns i registret.
policy-law = Dataskyddsförordningen, artikel 13 och 14
policy-advice = Texten är ett förslag som du läser igenom och anpassar. Den är inte juridisk rådgivning.
policy-state-none = Ingen version gäller än. Version { $draft } är ett utkast.
policy-state-inForce = Version { $version } gäller sedan { $date }.
policy-state-draft = Version { $version } gäller. Version { $draft } är ett utkast.
policy-changed = Version { $version } stämmer inte längre.
policy-changed-body = Det du sparar, eller uppgifterna om företaget, har ändrats sedan dess. Utkastet säger som det är nu.
policy-adopt = Ta i bruk version { $version }
policy-adopted = Version { $version } gäller från och med nu
policy-given = Vilka som har fått den
policy-given-none = Ingen kund har fått version { $version } än. Anteckna det hos kunden när du har gett den.
policy-given-some = { $given } av { $customers } kunder har fått version { $version }.
policy-given-all = Alla { $customers } kunder har fått version { $version }.
policy-given-nobody = Här står det hur många kunder som har fått den, när du har kunder.
policy-given-draft = Ingen har fått den än. Först tar du en version i bruk.
policy-given-list = Visa vilka, och anteckna för flera
policy-versions = Versioner
policy-version = Version { $version }
policy-preview = Så ser den ut
policy-language = Policyns språk
policy-recipients = Vilka som får uppgifter
policy-recipients-why = Företag som får se eller tar hand om dina kunders uppgifter, till exempel redovisningsbyrån. De nämns i policyn.
policy-recipients-none = Ingen annan än du.
policy-recipients-open = Till leverantörerna
policy-clauses = Styckena
policy-clauses-why = Välj ett stycke för att ändra det. Nya stycken kommer med när du börjar göra något nytt med uppgifter.
policy-clause-hers = ändrat
policy-clause-own = eget
policy-clause-out = utelämnat
policy-clause-untranslated = inte på { $language }
policy-clause-menu = Mer om stycket { $heading }
policy-clause-up = Flytta upp
policy-clause-down = Flytta ner
policy-clause-leave = Utelämna
policy-clause-take = Ta med igen
policy-clause-remove = Ta bort
policy-clause-revert = Använd vårt förslag
policy-clause-add = Lägg till ett eget stycke
policy-clauses-unwanted = Inte med just nu
policy-clauses-unwanted-why = De handlar om sådant som du inte gör. De kommer med av sig själva om du börjar.
policy-clauses-missing = Det här måste dina kunder få veta
policy-clauses-missing-body = Du har utelämnat { $headings }. Lagen kräver att det står i policyn.
policy-untranslated = Den finns inte helt på { $language }.
policy-untranslated-body = Du har skrivit något eget som saknas på { $language }. Därför tas versionen inte i bruk på det språket.
clause-new = Nytt stycke
clause-edit = Ändra stycke
clause-in = På { $language }
clause-heading = Rubrik
clause-text = Text
clause-text-hint = Börja en rad med ett streck för en lista. Två asterisker runt ett ord gör det fetare.
clause-text-values = Det som står inom { "{{" } och { "}}" } fylls i av sig självt.
clause-text-composed = Det här stycket skrivs av hur du använder uppgifter. Ändra hellre där. Skriver du om det här är det du som håller det aktuellt.
clause-line = Rad { $line }. { $reason }
clause-law = Här står det som krävs enligt artikel { $items } i dataskyddsförordningen.
clause-untranslated = Du har skrivit om stycket på ett annat språk. På { $language } gäller fortfarande vårt förslag.
clause-saved = Stycket är sparat
clause-removed = Stycket är borttaget
clause-left-out = Stycket är utelämnat
clause-taken = Stycket är med igen
clause-moved = Stycket är flyttat
clause-reverted = Vårt förslag gäller igen
law-item = { $article }.{ $paragraph } { $letter }
law-item-whole = { $article }.{ $paragraph }
policy-version-save = Spara version { $version } som fil
policy-save = Spara på annat sätt
policy-save-pdf = PDF, för papper
policy-save-html = HTML, för webben
policy-save-text = Ren text, för mejl
policy-exported-pdf = Integritetspolicyn är sparad som PDF
policy-exported-html = Integritetspolicyn är sparad som HTML
policy-exported-text = Integritetspolicyn är sparad som text
policy-differences = Visa ändringar sedan version { $version }
policy-differences-first = Det här är den första. Det finns inget att jämföra med.
policy-differences-none = Så står det i version { $version }.
policy-differences-language = Version { $version } finns inte på det här språket.
policy-differences-elsewhere = Här säger den samma sak som version { $version }. Det är på ett annat språk den har ändrats.
policy-differences-told = Sedan version { $version }: { $what }.
policy-differences-changed =
    { $count ->
        [one] ett stycke är ändrat
       *[other] { $count } stycken är ändrade
    }
policy-differences-added =
    { $count ->
        [one] ett är nytt
       *[other] { $count } är nya
    }
policy-differences-removed =
    { $count ->
        [one] ett är borta
       *[other] { $count } är borta
    }
policy-differences-sender = uppgifterna om företaget överst är ändrade
policy-short = En sida för kalasbordet
policy-short-what = Det viktigaste på en sida, med stor text och en kod till hela policyn.
policy-short-open = Till sidan
policy-short-preview = Så ser sidan ut
policy-short-lead = Skriv ut den och ställ den på bordet. Den skrivs av samma uppgifter som hela policyn.
policy-short-address = Webbadress till hela policyn
policy-short-address-hint = Spara policyn som HTML och lägg den på din egen webbplats. Lämna tomt om den inte finns där.
policy-short-address-wrong = Skriv hela adressen. Den börjar med https://
policy-short-address-kept = Adressen är sparad
policy-short-saved = Sidan är sparad som PDF
clause-lacks = Dina ord saknas på { $languages }.
clause-lacks-supplied = Där står vårt förslag.
clause-lacks-own = Policyn tas inte i bruk på ett språk där något eget saknas.
