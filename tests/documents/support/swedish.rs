//! The specification that the page was designed with.

use documents::model::{
    Basis, Column, Definition, Document, Language, Level, Meta, Passage, Requirement, Rich, Section, Status,
    Table,
};

const TERM: &str = "Särskilt kontraktsvillkor";
const CONFIRMED: &str = "Inget. Anbudsgivaren bekräftar villkoret i svarsbilagan.";

pub fn specification(status: Status, date: &str) -> Document {
    let meta = Meta::new(
        Language::Sv,
        "Kravspecifikation",
        "Mindre byggtjänster, reparationer och underhåll",
        "Åsviks kommun",
    )
    .lead("Sociala krav i ramavtal för arbeten i skolor, förskolor och andra kommunala byggnader")
    .reference("KS 2026/0417")
    .status(status, date);
    cover(Document::new(meta), date)
        .section(about())
        .section(overview())
        .section(terms())
        .section(common_terms())
        .section(definitions())
        .section(annex())
}

fn cover(document: Document, date: &str) -> Document {
    document
        .cover("Datum", &date[..10])
        .cover("Diarienummer", "KS 2026/0417")
        .cover("Beställare", "Åsviks kommun, fastighetsenheten")
        .cover("Handläggare", "Anna Lindqvist, upphandlare")
        .cover(
            "Omfattning",
            "Ramavtal med tre leverantörer i rangordning. Beräknat värde 20 000 000 kr exklusive moms.\n2027-04-01–2031-03-31.",
        )
        .cover("CPV", "45000000-7 Anläggningsarbete (huvudkod)\n50700000-2 Reparation och underhåll av utrustning i byggnader")
        .cover("Regler", "Annonspliktig upphandling enligt 19 kap. lagen (2016:1145) om offentlig upphandling, LOU")
        .cover("Kravbibliotek", "Utgåva 2026:1. Lagrum kontrollerade 2026-11-24.")
}

fn about() -> Section {
    let reading = Rich::new("Varje krav har ett nummer (K1), en rubrik och en text där varje skyldighet har en egen bokstav: K3 b. Ordet ")
        .emphasis("ska")
        .text(" betyder att det är en skyldighet. Under texten står bevis, uppföljning, påföljd och lagrum.");
    let marks = Rich::default()
        .basis(Basis::Law, " Lag: bestämmelsen gäller för den här upphandlingen.   ")
        .basis(Basis::Guidance, " Vägledning: bestämmelsen har använts som förebild.");
    Section::new("1", "Om kraven")
        .paragraph(
            "Kommunen vill att ramavtalet ska öppna vägar till arbete för personer som har svårt att komma in på \
             arbetsmarknaden. Arbetena ska också kunna utföras tryggt medan skolor och förskolor är öppna.",
        )
        .paragraph(
            "Alla krav i det här dokumentet är särskilda kontraktsvillkor. De behöver inte vara uppfyllda när anbudet \
             lämnas. De gäller när avtalet utförs, och anbudsgivaren bekräftar dem i svarsbilagan.",
        )
        .labelled("Så läser du ett krav", vec![Passage::Paragraph(reading), Passage::Note(marks)])
}

fn overview() -> Section {
    let columns = vec![
        Column::text("Krav", 11.0),
        Column::text("Rubrik", 52.0),
        Column::text("Nivå", 25.0),
        Column::text("Bevis under avtalet", 49.0),
        Column::text("Första kontroll", 19.0),
        Column::number("Sida", 10.0),
    ];
    let table = Table::new(columns)
        .caption("Tabell 1. Sex krav och när de kontrolleras första gången")
        .row(row(
            "K1",
            "Dialog om sysselsättningsfrämjande insatser",
            base(),
            "Mötesanteckning och handlingsplan",
            "2027-05-31",
        ))
        .row(row("K2", "Studiebesök", base(), "Besökslista utan namn", "2027-10-15"))
        .row(row(
            "K3",
            "Plats när fakturerat värde passerar ett steg",
            advanced(),
            "Fakturareskontra och överenskommelse om praktik",
            "2027-10-15",
        ))
        .row(row(
            "K4",
            "Uppgift om underleverantörer före start och vid byte",
            base(),
            "Aktuell förteckning",
            "2027-03-25",
        ))
        .row(row(
            "K5",
            "Framkomlighet och tillgänglighet medan arbetet pågår",
            base(),
            "Fotologg och rond på plats",
            "Första avrop",
        ))
        .row(row(
            "K6",
            "Säkert arbete vid skola, förskola och lekplats",
            base(),
            "Platsplan och rond",
            "Första avrop",
        ));
    let roles = Table::new(vec![Column::text("Roll", 42.0), Column::text("Ansvar i avtalet", 91.0)])
        .row(["Avtalsansvarig", "Kommunens fastighetsenhet. Kallar till startmöte, tar emot rapporter och kontrollerar kraven."])
        .row([
            "Matchningsansvarig",
            "Arbetsmarknadsenheten. Föreslår kandidater och stöder dem och handledaren. Leverantören avgör vem som erbjuds en plats.",
        ])
        .row(["Leverantör", "Utser kontaktperson och handledare. Rapporterar två gånger om året i kommunens mall."]);
    Section::new("2", "Kraven i korthet")
        .wide_table(table)
        .labelled("Vem gör vad", vec![Passage::Table(roles)])
}

fn row(number: &str, title: &str, level: Rich, evidence: &str, first: &str) -> [Rich; 6] {
    [number.into(), title.into(), level, evidence.into(), first.into(), Rich::default().page_of(number)]
}

fn base() -> Rich {
    Rich::default().level(Level::Base, "Bas")
}

fn advanced() -> Rich {
    Rich::default().level(Level::Advanced, "Avancerad")
}

fn legal_basis() -> Rich {
    Rich::default()
        .basis(Basis::Law, "19 kap. 3 och 9 §§ LOU (lag).  ")
        .basis(Basis::Guidance, "17 kap. 1 § LOU (vägledning).")
}

fn terms() -> Section {
    let section = Section::new("3", "Särskilda kontraktsvillkor")
        .paragraph("Villkoren gäller alla leverantörer i ramavtalet. Beloppen är exklusive moms.");
    requirements().into_iter().fold(section, Section::requirement)
}

pub fn requirements() -> [Requirement; 6] {
    [dialogue(), study_visit(), place_form(), subcontractors(), passage(), safe_work()]
}

fn dialogue() -> Requirement {
    Requirement::new("K1", "Dialog om sysselsättningsfrämjande insatser")
        .level(Level::Base, "Basnivå")
        .placement(TERM)
        .duty("Leverantören ska inom 60 dagar från avtalsstart delta i ett möte om hur leverantören kan bidra till sysselsättning inom avtalet.")
        .duty("Leverantören ska därefter delta i två dialogmöten per avtalsår. Dialogen ska gälla studiebesök, praktik, språkträning, lärlingsplats och anställning.")
        .duty("Platser som parterna kommer överens om ska skrivas in i en handlingsplan. Högst två platser får pågå samtidigt.")
        .duty("Vardera parten ska bära sina egna kostnader. Det är bindande att delta i dialogen, men inte att en plats skapas.")
        .fact("Bevis i anbudet", CONFIRMED)
        .fact("Bevis i avtalet", "Mötesanteckning och handlingsplan, godkända av båda parter.")
        .fact("Uppföljning", "Avtalsansvarig, första gången 2027-05-31, därefter varje halvår.")
        .fact("Påföljd", "Rättelse inom 30 dagar. Inget vite.")
        .fact("Lagrum", legal_basis())
}

fn study_visit() -> Requirement {
    Requirement::new("K2", "Studiebesök")
        .level(Level::Base, "Basnivå")
        .placement(TERM)
        .duty("Leverantören ska ta emot två studiebesök per avtalsår på en arbetsplats där avtalet utförs.")
        .duty("Varje besök ska omfatta högst åtta besökare och pågå i minst två timmar.")
        .duty("Leverantören ska visa arbetsuppgifter i yrket och gå igenom platsens skyddsregler innan besöket börjar.")
        .fact("Bevis i anbudet", CONFIRMED)
        .fact("Bevis i avtalet", "Lista med datum, plats och antal besökare. Inga namn på besökare.")
        .fact("Uppföljning", "Avtalsansvarig, i halvårsrapporten 15 april och 15 oktober, första gången 2027-10-15.")
        .fact("Påföljd", "Rättelse: uteblivet besök genomförs under nästa halvår. Inget vite.")
        .fact("Lagrum", legal_basis())
}

/// The longest, with a table of its own.
fn place_form() -> Requirement {
    let columns = vec![
        Column::text("Platsform", 82.0),
        Column::number("Vikt per heltidsmånad", 27.0),
        Column::number("Motsvarar", 24.0),
    ];
    let table = Table::new(columns)
        .caption("Tabell 2. Platsformer som motsvarar en praktikplats på 12 veckor, uppåt till hela veckor")
        .plain_row_heads()
        .row(["Praktik, arbetsträning eller språkträning", "0,50", "12 veckor"])
        .row(["Lärlingsplats", "0,85", "8 veckor"])
        .row(["Feriearbete eller visstidsanställning", "1,00", "6 veckor"])
        .row(["Tillsvidareanställning", "1,25", "5 veckor"]);
    Requirement::new("K3", "Plats när fakturerat värde passerar ett steg")
        .level(Level::Advanced, "Avancerad nivå")
        .placement(TERM)
        .duty("Leverantören ska erbjuda en praktikplats på 12 veckor varje gång leverantörens fakturerade värde i ramavtalet passerar ett nytt steg om 7 500 000 kr exklusive moms.")
        .duty("Platsen ska kunna börja senast tre månader efter att steget har passerats.")
        .duty("Leverantören ska utse en handledare för platsen. En handledare får ha högst två platser samtidigt.")
        .duty("Praktikanten ska inte räknas in i den bemanning som avtalet kräver.")
        .duty("Beställaren och matchningsansvarig får föreslå kandidater. Leverantören avgör vem som erbjuds platsen.")
        .duty("Om matchningsansvarig inte har föreslagit någon lämplig kandidat inom åtta veckor är åtagandet för steget uppfyllt.")
        .duty("Leverantören får i stället erbjuda en annan platsform i tabell 2.")
        .table(table)
        .fact("Målgrupp", "Arbetslösa som har svårt att komma in på arbetsmarknaden, till exempel långtidsarbetslösa, nyanlända, unga utan gymnasieexamen eller personer med funktionsnedsättning som påverkar arbetsförmågan.")
        .fact("Bevis i anbudet", CONFIRMED)
        .fact("Bevis i avtalet", "Kommunens fakturareskontra och överenskommelsen om praktik. Inga namn i rapporten.")
        .fact("Uppföljning", "Avtalsansvarig, i halvårsrapporten 15 april och 15 oktober, första gången 2027-10-15. Matchningsansvarig bekräftar antalet veckor.")
        .fact("Påföljd", "Rättelse inom 30 dagar. Därefter vite med 10 000 kr per utebliven plats, sammanlagt högst 3 procent av årets fakturerade värde. Inget vite tas ut när K3 f gäller.")
        .fact("Lagrum", legal_basis())
}

fn subcontractors() -> Requirement {
    Requirement::new("K4", "Uppgift om underleverantörer")
        .level(Level::Base, "Basnivå")
        .placement(TERM)
        .duty("Leverantören ska lämna namn och organisationsnummer på varje underleverantör senast fem arbetsdagar innan den börjar.")
        .duty("Leverantören ska lämna samma uppgifter innan en underleverantör byts ut.")
        .fact("Bevis i anbudet", CONFIRMED)
        .fact("Bevis i avtalet", "Aktuell förteckning över underleverantörer.")
        .fact("Uppföljning", "Avtalsansvarig, första gången 2027-03-25, därefter vid varje byte.")
        .fact("Påföljd", "Rättelse inom fem arbetsdagar. Underleverantören får inte utföra arbete före uppgiften.")
        .fact("Lagrum", legal_basis())
}

fn passage() -> Requirement {
    Requirement::new("K5", "Framkomlighet medan arbetet pågår")
        .level(Level::Base, "Basnivå")
        .placement(TERM)
        .duty("Leverantören ska hålla en gångväg som är minst 1,5 m bred fri från hinder medan arbetet pågår.")
        .duty("Om gångvägen måste stängas ska leverantören ordna och skylta en väg runt arbetet som kan användas med rullstol.")
        .duty("Leverantören ska informera verksamheten senast fem arbetsdagar innan en entré, hiss eller ramp stängs.")
        .fact("Bevis i anbudet", CONFIRMED)
        .fact("Bevis i avtalet", "Fotologg och rond på plats.")
        .fact("Uppföljning", "Avtalsansvarig, vid första avropet, därefter stickprov.")
        .fact("Påföljd", "Rättelse samma dag. Därefter vite med 2 000 kr per dag, sammanlagt högst 3 procent av avropets värde.")
        .fact("Lagrum", legal_basis())
}

fn safe_work() -> Requirement {
    Requirement::new("K6", "Säkert arbete vid skola och förskola")
        .level(Level::Spearhead, "Spjutspetsnivå")
        .placement(TERM)
        .duty("Leverantören ska före start lämna en platsplan som visar avspärrning, transportvägar och tider för leveranser.")
        .duty("Fordon ska inte köras på skolgården när barn är ute.")
        .fact("Bevis i anbudet", CONFIRMED)
        .fact("Bevis i avtalet", "Platsplan och rond.")
        .fact("Uppföljning", "Avtalsansvarig, vid första avropet.")
        .fact("Påföljd", "Arbetet avbryts tills felet är rättat.")
        .fact("Lagrum", legal_basis())
}

fn common_terms() -> Section {
    let requirement = Requirement::new("K7", "Startmöte och rapporter")
        .duty("Leverantören ska delta i ett startmöte inom 30 dagar från avtalsstart.")
        .duty(
            "Leverantören ska rapportera kraven i beställarens mall senast 15 april och 15 oktober varje år.",
        )
        .fact("Uppföljning", "Avtalsansvarig.");
    Section::new("4", "Gemensamma villkor")
        .requirement(requirement)
        .requirement(Requirement::new("K8", "Utgår"))
}

fn definitions() -> Section {
    Section::new("5", "Definitioner").definitions(vec![
        Definition::new("Handledare", "Den hos leverantören som leder och stöder den som har en plats."),
        Definition::new("Matchningsansvarig", "Arbetsmarknadsenheten i Åsviks kommun, som föreslår kandidater till platser."),
        Definition::new("Steg", "Det belopp som det fakturerade värdet i avtalet ska ha ökat med för att en ny plats ska erbjudas."),
    ])
}

fn annex() -> Section {
    let columns = vec![
        Column::text("Villkor", 60.0),
        Column::number("Belopp", 30.0),
        Column::text("Enhet", 30.0),
        Column::text("Gäller från", 46.0),
    ];
    let table = Table::new(columns)
        .caption("Tabell 3. Lägsta villkor enligt kollektivavtalet")
        .row(["Lön, vuxen arbetstagare", "198,50", "kr per timme", "2026-04-01"])
        .row(["Semester", "25", "dagar per år", "2026-04-01"])
        .row(["Ordinarie arbetstid, högst", "40", "timmar per vecka", "2026-04-01"]);
    Section::annex("Bilaga 1", "Arbetsrättsliga villkor")
        .paragraph("Leverantören ska tillämpa minst villkoren i tabell 3 för arbetstagare som utför avtalet i Sverige.")
        .wide_table(table)
}
