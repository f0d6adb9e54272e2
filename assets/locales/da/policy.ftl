policy-title = Privatlivspolitik
policy-lead = Sådan fortæller du dine kunder, hvad du gemmer om dem og hvorfor. Den skrives ud fra det, der står i kartoteket.
policy-law = Databeskyttelsesforordningen, artikel 13 og 14
policy-advice = Teksten er et forslag, som du læser igennem og tilpasser. Den er ikke juridisk rådgivning.
policy-state-none = Ingen version gælder endnu. Version { $draft } er et udkast.
policy-state-inForce = Version { $version } har været gældende siden { $date }.
policy-state-draft = Version { $version } gælder. Version { $draft } er et udkast.
policy-changed = Version { $version } passer ikke længere.
policy-changed-body = Det, du gemmer, eller oplysningerne om virksomheden er ændret siden da. Udkastet siger, som det er nu.
policy-adopt = Tag version { $version } i brug
policy-adopted = Version { $version } gælder fra nu af
policy-given = Hvem der har fået den
policy-given-none = Ingen kunde har fået version { $version } endnu. Notér det hos kunden, når du har givet den.
policy-given-some = { $given } af { $customers } kunder har fået version { $version }.
policy-given-all = Alle { $customers } kunder har fået version { $version }.
policy-given-nobody = Her står det, hvor mange kunder der har fået den, når du har kunder.
policy-given-draft = Ingen har fået den endnu. Først tager du en version i brug.
policy-given-list = Vis hvem, og notér for flere
policy-versions = Versioner
policy-version = Version { $version }
policy-preview = Sådan ser den ud
policy-language = Politikkens sprog
policy-recipients = Hvem der får oplysninger
policy-recipients-why = Virksomheder, der får dine kunders oplysninger at se eller tager sig af dem, for eksempel bogholderen. De nævnes i politikken.
policy-recipients-none = Ingen andre end dig.
policy-recipients-open = Til leverandørerne
policy-clauses = Afsnittene
policy-clauses-why = Vælg et afsnit for at ændre det. Nye afsnit kommer med, når du begynder at gøre noget nyt med oplysninger.
policy-clause-hers = ændret
policy-clause-own = eget
policy-clause-out = udeladt
policy-clause-untranslated = ikke på { $language }
policy-clause-menu = Mere om afsnittet { $heading }
policy-clause-up = Flyt op
policy-clause-down = Flyt ned
policy-clause-leave = Udelad
policy-clause-take = Tag med igen
policy-clause-remove = Fjern
policy-clause-revert = Brug vores forslag
policy-clause-add = Tilføj et eget afsnit
policy-clauses-unwanted = Ikke med lige nu
policy-clauses-unwanted-why = De handler om noget, du ikke gør. De kommer med af sig selv, hvis du begynder.
policy-clauses-missing = Det her skal dine kunder have at vide
policy-clauses-missing-body = Du har udeladt { $headings }. Loven kræver, at det står i politikken.
policy-untranslated = Den findes ikke helt på { $language }.
policy-untranslated-body = Du har skrevet noget selv, som mangler på { $language }. Derfor tages versionen ikke i brug på det sprog.
clause-new = Nyt afsnit
clause-edit = Ret afsnit
clause-in = På { $language }
clause-heading = Overskrift
clause-text = Tekst
clause-text-hint = Begynd en linje med en streg for en liste. To stjerner om et ord gør det federe.
clause-text-values = Det, der står i { "{{" } og { "}}" }, udfyldes af sig selv.
clause-text-composed = Det her afsnit skrives ud fra, hvordan du bruger oplysninger. Ret det helst dér. Skriver du det om her, er det dig, der holder det ved lige.
clause-line = Linje { $line }. { $reason }
clause-law = Her står det, som artikel { $items } i databeskyttelsesforordningen kræver.
clause-untranslated = Du har skrevet afsnittet om på et andet sprog. På { $language } gælder vores forslag stadig.
clause-saved = Afsnittet er gemt
clause-removed = Afsnittet er fjernet
clause-left-out = Afsnittet er udeladt
clause-taken = Afsnittet er med igen
clause-moved = Afsnittet er flyttet
clause-reverted = Vores forslag gælder igen
law-item = { $article }, stk. { $paragraph }, litra { $letter }
law-item-whole = { $article }, stk. { $paragraph }
policy-version-save = Gem version { $version } som fil
policy-save = Gem på en anden måde
policy-save-pdf = PDF, til papir
policy-save-html = HTML, til nettet
policy-save-text = Ren tekst, til mail
policy-exported-pdf = Privatlivspolitikken er gemt som PDF
policy-exported-html = Privatlivspolitikken er gemt som HTML
policy-exported-text = Privatlivspolitikken er gemt som tekst
policy-differences = Vis ændringer siden version { $version }
policy-differences-first = Det er den første. Der er intet at sammenligne med.
policy-differences-none = Sådan står der i version { $version }.
policy-differences-language = Version { $version } findes ikke på dette sprog.
policy-differences-elsewhere = Her siger den det samme som version { $version }. Det er på et andet sprog, den er ændret.
policy-differences-told = Siden version { $version }: { $what }.
policy-differences-changed =
    { $count ->
        [one] et afsnit er ændret
       *[other] { $count } afsnit er ændret
    }
policy-differences-added =
    { $count ->
        [one] et er nyt
       *[other] { $count } er nye
    }
policy-differences-removed =
    { $count ->
        [one] et er væk
       *[other] { $count } er væk
    }
policy-differences-sender = oplysningerne om virksomheden øverst er ændret
policy-short = En side til bordet
policy-short-what = Det vigtigste på én side, med stor skrift og en kode til hele politikken.
policy-short-open = Til siden
policy-short-preview = Sådan ser siden ud
policy-short-lead = Skriv den ud, og stil den på bordet. Den skrives ud fra de samme oplysninger som hele politikken.
policy-short-address = Webadresse til hele politikken
policy-short-address-hint = Gem politikken som HTML, og læg den på din egen hjemmeside. Lad feltet stå tomt, hvis den ikke er der.
policy-short-address-wrong = Skriv hele adressen. Den begynder med https://
policy-short-address-kept = Adressen er gemt
policy-short-saved = Siden er gemt som PDF
clause-lacks = Dine ord mangler på { $languages }.
clause-lacks-supplied = Der står vores forslag.
clause-lacks-own = Politikken tages ikke i brug på et sprog, hvor noget af dit eget mangler.
