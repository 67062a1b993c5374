//! Signals that are words and not parts of words, each with a wording that a list of characters would get wrong.

use super::found;

#[test]
fn parts_of_words_are_no_signals() {
    for text in [
        "Leverantören ska respektera mänskliga rättigheter och kommunens allmänna ordningsregler.",
        "Arbetet ska påbörjas den 1 mars.",
        "Arbetet får inte påverka förskolans verksamhet.",
        "Leverantören ska motverka förekomst av mögel genom mätning varje vecka.",
        "Leverantören ska berätta om yrket vid två aktiviteter per år.",
        "Leverantören ska samarbeta med skolans vaktmästare vid flytt.",
        "Verktyget ska klara feldiagnostik.",
        "Villkoret har stöd i 17 kap. 1 § LOU.",
        "Leverantören ska lämna en 12 månaders garanti.",
        "Garantin gäller under 10 år.",
        "Den som är under 18 år får inte utföra farligt arbete.",
        "Dörrarna ska vara fria från hinder.",
        "Målgrupp: personer med försörjningsstöd eller nedsatt arbetsförmåga.",
        "Åtagandet omfattar tolv månader på heltid.",
        "Leverantören behöver inte ha kollektivavtal.",
    ] {
        assert_eq!(found(text), [""; 0], "{text}");
    }
}

#[test]
fn the_usual_wording_about_the_ilo_conventions_is_vague() {
    assert_eq!(found("ILO:s kärnkonventioner ska respekteras."), ["R23"]);
}
