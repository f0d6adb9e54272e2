# Vilka som har fått veta vad som sparas, och breven till dem som inte har det.
informed-title = Vilka som har fått policyn
informed-lead = Alla ska få veta vad du sparar om dem. Anteckna när du har berättat det, så ser du vilka som är kvar.
informed-law = Information till kunder, artikel 13 och 14
informed-show = Visa
informed-only-lacking = Saknar den senaste
informed-only-others = Kom från andra
informed-only-none = Har ingen
informed-only-older = Har en äldre
informed-only-latest = Har den senaste
informed-only-all = Alla
informed-search = Sök bland dem
informed-choose-all = { $count ->
    [one] Välj den
   *[other] Välj alla { $count }
}
informed-has = Version { $version }, { $date }, { $channel }
informed-has-none = Har inte fått någon
informed-due = { $days ->
    [0] Ska ha brevet senast { $date }, idag
    [one] Ska ha brevet senast { $date }, en dag kvar
   *[other] Ska ha brevet senast { $date }, { $days } dagar kvar
}
informed-due-late-days = { $count ->
    [one] Skulle ha haft brevet { $date }, en dag för sent
   *[other] Skulle ha haft brevet { $date }, { $count } dagar för sent
}
informed-due-late-months = { $count ->
    [one] Skulle ha haft brevet { $date }, en månad för sent
   *[other] Skulle ha haft brevet { $date }, { $count } månader för sent
}
informed-due-late-years = { $count ->
    [one] Skulle ha haft brevet { $date }, ett år för sent
   *[other] Skulle ha haft brevet { $date }, { $count } år för sent
}
informed-today = Fick den idag
informed-today-to = { $name } fick den idag
informed-note = { $count ->
    [one] Anteckna att en har fått den
   *[other] Anteckna att { $count } har fått den
}
informed-noted = { $count ->
    [one] Antecknat: en kund har fått version { $version }
   *[other] Antecknat: { $count } kunder har fått version { $version }
}
informed-taken-back = Anteckningen är borta igen
informed-give-title = { $count ->
    [one] En kund har fått policyn
   *[other] { $count } kunder har fått policyn
}
informed-give-body = { $count ->
    [one] Här antecknas att hon har fått version { $version }. Själva policyn ger du som papper, PDF eller länk.
   *[other] Här antecknas att de { $count } har fått version { $version }. Själva policyn ger du som papper, PDF eller länk.
}
informed-give-day = Skriv en dag som har varit.
informed-outdated = Det du gör nu står inte i den version som gäller.
informed-outdated-body = Ta i bruk en ny version först. Sedan ger du den till dem som står här, innan du börjar med det nya.
informed-no-policy = Ingen version av policyn gäller än.
informed-no-policy-body = Ta den i bruk först, så kan du ge den till dem som står här.
informed-read = Läs utkastet
informed-empty = Här kommer dina kunder att stå
informed-empty-body = När du har kunder ser du här vilka som har fått policyn.
informed-nobody = Ingen. Här är allt klart.
informed-letters = { $count ->
    [one] Skriv brevet
   *[other] Skriv { $count } brev
}
letters-dialog = { $count ->
    [one] Brev till en kund
   *[other] Brev till { $count } kunder
}
letters-body = Brevet berättar vad du har, varför, och varifrån det kom. Var och en får det på sitt språk, om du har antecknat det.
letters-form = Hur vill du ha dem?
letters-together = Alla i en PDF, att skriva ut
letters-each = En fil var, i en egen mapp
letters-write = Skriv breven
letters-at = Brev { $done } av { $of }
letters-stop = Avbryt
letters-done = Breven är sparade. När du har gett eller skickat dem antecknar du det.
letters-given = Anteckna att de har fått dem
letters-later = Senare
