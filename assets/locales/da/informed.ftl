# Hvem der har fået at vide, hvad der gemmes, og brevene til dem, der ikke har.
informed-title = Hvem der har fået politikken
informed-lead = Alle skal vide, hvad du gemmer om dem. Notér, når du har fortalt det, så kan du se, hvem der mangler.
informed-law = Information til kunder, artikel 13 og 14
informed-show = Vis
informed-only-lacking = Mangler den nyeste
informed-only-others = Kom fra andre
informed-only-none = Har ingen
informed-only-older = Har en ældre
informed-only-latest = Har den nyeste
informed-only-all = Alle
informed-search = Søg blandt dem
informed-choose-all = { $count ->
    [one] Vælg den
   *[other] Vælg alle { $count }
}
informed-has = Version { $version }, { $date }, { $channel }
informed-has-none = Har ikke fået nogen
informed-due = { $days ->
    [0] Skal have brevet senest { $date }, i dag
    [one] Skal have brevet senest { $date }, en dag tilbage
   *[other] Skal have brevet senest { $date }, { $days } dage tilbage
}
informed-due-late-days = { $count ->
    [one] Skulle have haft brevet { $date }, en dag for sent
   *[other] Skulle have haft brevet { $date }, { $count } dage for sent
}
informed-due-late-months = { $count ->
    [one] Skulle have haft brevet { $date }, en måned for sent
   *[other] Skulle have haft brevet { $date }, { $count } måneder for sent
}
informed-due-late-years = { $count ->
    [one] Skulle have haft brevet { $date }, et år for sent
   *[other] Skulle have haft brevet { $date }, { $count } år for sent
}
informed-today = Fik den i dag
informed-today-to = { $name } fik den i dag
informed-note = { $count ->
    [one] Notér, at en har fået den
   *[other] Notér, at { $count } har fået den
}
informed-noted = { $count ->
    [one] Noteret: en kunde har fået version { $version }
   *[other] Noteret: { $count } kunder har fået version { $version }
}
informed-taken-back = Noteringen er fjernet
informed-give-title = { $count ->
    [one] En kunde har fået politikken
   *[other] { $count } kunder har fået politikken
}
informed-give-body = { $count ->
    [one] Her noteres, at hun har fået version { $version }. Selve politikken giver du som papir, PDF eller link.
   *[other] Her noteres, at de { $count } har fået version { $version }. Selve politikken giver du som papir, PDF eller link.
}
informed-give-day = Skriv en dag, der har været.
informed-outdated = Det, du gør nu, står ikke i den version, der gælder.
informed-outdated-body = Tag først en ny version i brug. Giv den så til dem, der står her, før du begynder på det nye.
informed-no-policy = Ingen version af politikken gælder endnu.
informed-no-policy-body = Tag den først i brug, så kan du give den til dem, der står her.
informed-read = Læs udkastet
informed-empty = Her kommer dine kunder til at stå
informed-empty-body = Når du har kunder, kan du her se, hvem der har fået politikken.
informed-nobody = Ingen. Her er alt på plads.
informed-letters = { $count ->
    [one] Skriv brevet
   *[other] Skriv { $count } breve
}
letters-dialog = { $count ->
    [one] Brev til en kunde
   *[other] Breve til { $count } kunder
}
letters-body = Brevet fortæller, hvad du har, hvorfor, og hvor det kom fra. Hver får det på sit eget sprog, hvis du har noteret det.
letters-form = Hvordan vil du have dem?
letters-together = Alle i en PDF, til at printe
letters-each = En fil til hver, i en mappe for sig
letters-write = Skriv brevene
letters-at = Brev { $done } af { $of }
letters-stop = Annuller
letters-done = Brevene er gemt. Når du har givet eller sendt dem, noterer du det.
letters-given = Notér, at de har fået dem
letters-later = Senere
