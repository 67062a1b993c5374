//! The catalogue: what is shipped loads, every fault in one is named with file, entry and field.

use crate::support::{SHIPPED, TODAY};
use domain::catalogue::condition::UNKNOWN;
use domain::catalogue::load::{Fault, load};
use domain::catalogue::parameter::ParameterKind;
use domain::requirements::wording::{Part, parts};
use indexmap::IndexMap;

#[test]
fn what_is_shipped_loads_whole() {
    assert_eq!(SHIPPED.entries.len(), 96);
    assert_eq!(SHIPPED.questions.len(), 44);
    assert_eq!(SHIPPED.offered().count(), 96, "none is withdrawn");
}

/// "Minst 100 procent av" is no good Swedish, and "at least 100 per cent of" no good English.
#[test]
fn a_share_that_can_be_the_whole_has_a_phrase_for_it() {
    for entry in SHIPPED.entries.values() {
        let can_be_whole = |name: &str| {
            let parameter = entry.rules.parameters.get(name);
            parameter.is_some_and(|it| {
                it.kind == ParameterKind::Percent && it.range.is_some_and(|[_, most]| most >= 100.0)
            })
        };
        for text in [&entry.text.sv, &entry.text.en] {
            let duties = text.duties.iter().chain(&text.relief).map(|duty| &duty.text);
            for part in duties.chain(&text.guide).flat_map(|template| parts(template)) {
                let Part::Slot(slot) = part else { continue };
                let has_phrase = slot.forms.is_some_and(|(_, share)| share.contains('#'));
                assert_eq!(has_phrase, can_be_whole(slot.name), "{}: {part}", entry.id);
            }
        }
    }
}

/// "Avtalet är på 1 månader": a number that may be one has its word in both numbers.
#[test]
fn what_is_counted_has_a_word_for_one() {
    let counted = [
        "månader",
        "dagar",
        "veckor",
        "timmar om året",
        "timmar per år",
        "months",
        "days",
        "weeks",
        "hours a year",
    ];
    // Of these there are never fewer than two: an option comes on top of the firm time, and "var 2:e".
    let several = ["options_by_time", "every"];
    let phrases = [
        "reasons",
        "review",
        "specification",
        "supplier_guide",
        "follow_up_plan",
        "decision_record",
        "response_form",
        "notice",
        "program",
        "window",
    ];
    for (name, text) in domain::built_in::FILES {
        let is_phrases = phrases.iter().any(|phrases| name.starts_with(&format!("texts/{phrases}.")));
        for line in text.lines().filter(|line| is_phrases && !several.iter().any(|key| line.starts_with(key)))
        {
            for word in counted {
                let plain = line.match_indices(&format!("}} {word}")).any(|(at, _)| {
                    let slot = line[..at].rsplit('{').next().unwrap_or_default();
                    !slot.contains('|')
                });
                assert!(!plain, "{name}: {line}");
            }
        }
    }
}

// ---- A faulty catalogue

/// What is wrong with the built-in files once some of them have changed.
fn faults_with(change: impl Fn(&str, &str) -> String) -> Vec<Fault> {
    let built_in = domain::built_in::FILES.iter();
    let changed: Vec<(&str, String)> = built_in.map(|(name, text)| (*name, change(name, text))).collect();
    let files: Vec<(&str, &str)> = changed.iter().map(|(name, text)| (*name, &**text)).collect();
    load(&files, &SHIPPED.cpv, &SHIPPED.eforms).err().unwrap_or_default()
}

/// The same with one text changed.
fn faults(file: &str, from: &str, to: &str) -> Vec<Fault> {
    let old = domain::built_in::FILES.iter().find(|(name, _)| *name == file).unwrap().1;
    assert!(old.contains(from), "{file} has no {from}");
    faults_with(|name, text| if name == file { text.replacen(from, to, 1) } else { text.to_owned() })
}

/// A change of a file that makes a fault in it, or in the file named.
#[track_caller]
fn check(file: &str, from: &str, to: &str, expected: &str) {
    let said: Vec<String> = faults(file, from, to).iter().map(ToString::to_string).collect();
    assert!(said.iter().any(|fault| fault.contains(expected)), "{expected} is not in {said:#?}");
}

/// The head of an entry's table, so that a change lands in that entry.
fn in_entry(id: &str, rest: &str) -> (String, String) {
    (format!("[{id}]\nversion = 1\n"), format!("[{id}]\nversion = 1\n{rest}\n"))
}

#[track_caller]
fn check_entry(theme: &str, id: &str, rest: &str, expected: &str) {
    let (from, to) = in_entry(id, rest);
    check(&format!("entries/{theme}.toml"), &from, &to, &format!("entries/{theme}.toml, {id}: {expected}"));
}

#[test]
fn references_that_lead_nowhere_are_named() {
    check_entry(
        "common_terms",
        "gen-contact",
        "requires = [\"gen-kontakt\"]",
        "requires: gen-kontakt finns inte",
    );
    check_entry("common_terms", "gen-contact", "suggests = [\"x\"]", "suggests: x finns inte");
    check_entry("common_terms", "gen-contact", "conflicts = [\"x\"]", "conflicts: x finns inte");
    check(
        "entries/common_terms.toml",
        "legal_basis = [\"social_contract_term\"]",
        "legal_basis = [\"lagen\"]",
        "entries/common_terms.toml, gen-start-meeting: legal_basis: lagen finns inte",
    );
    check(
        "legal_bases.toml",
        "[estimated_value",
        "[the_value",
        "legal_bases.toml, estimated_value: lagrummet saknas",
    );
    check(
        "ladders.toml",
        "\"emp-dialogue\"",
        "\"emp-dialog\"",
        "ladders.toml, emp-dialog: kravet finns inte",
    );
    check(
        "profiles.toml",
        "entries = [\"emp-student\"]",
        "entries = [\"emp-x\"]",
        "profiles.toml, 72: entries: emp-x",
    );
    check(
        "profiles.toml",
        "goods_risk = [\"it\"]",
        "goods_risk = [\"bil\"]",
        "profiles.toml, 30: goods_risk: bil",
    );
    check(
        "entries/employment.toml",
        "same_as = \"gen-start-meeting.days\"",
        "same_as = \"gen-start-meeting.dagar\"",
        "emp-dialogue: parameters.start_days: gen-start-meeting.dagar finns inte",
    );
    check(
        "entries/employment.toml",
        "same_as = \"gen-start-meeting.days\"",
        "same_as = \"emp-dialogue.start_days\"",
        "emp-dialogue: parameters.start_days: emp-dialogue.start_days hämtar själv sitt värde",
    );
}

#[test]
fn what_the_notice_cannot_say_is_named() {
    let reserved = "entries/reserved_contracts.toml";
    check(reserved, "[\"res-ws\"]", "[\"res-x\"]", "res-418: annonsen: BT-71 har ingen kod res-x");
    check(reserved, "[\"opp\"]", "[\"opx\"]", "res-418: annonsen: BT-775 har ingen kod opx");
    check(reserved, "lot = \"lot\"", "lot = \"x\"", "res-lot: in_notice: x finns inte bland parameters");
    check(reserved, "BT-71 =", "BT-72 =", "kan inte vara ”BT-72”");
    check(
        "entries/labour_terms.toml",
        "\"BT-67(a)\" =",
        "\"BT-67(b)\" =",
        "lab-exclusion: in_notice: codes saknar BT-67(a)",
    );
    check(
        "entries/accessibility.toml",
        "in_notice = { codes = { BT-809 = [\"slc-abil-staff-qual\"] } }",
        "",
        "acc-competence: in_notice: codes saknar BT-809",
    );
    let said = "notice_aim = \"Children shall be safe and undisturbed while the work goes on.\"";
    check("texts/children.en.toml", said, "notice_aim = \"\"", "notice_aim saknas");
}

#[test]
fn conflicts_are_named_by_both_and_never_come_along() {
    check_entry(
        "common_terms",
        "gen-contact",
        "conflicts = [\"gen-report\"]",
        "conflicts: gen-report nämner inte tillbaka",
    );
    check(
        "entries/supply_chains.toml",
        "requires = [\"gen-start-meeting\", \"gen-contact\", \"gen-remedy\", \"sup-action-plan\"]",
        "requires = [\"sup-dd\"]",
        "sup-code: requires: sup-dd krävs och utesluts på samma gång",
    );
}

#[test]
fn entries_that_require_each_other_in_a_ring_are_named() {
    let itself = "requires = [\"gen-contact\"]";
    check_entry("common_terms", "gen-contact", itself, "requires: gen-contact → gen-contact går i ring");
    let found = faults(
        "entries/common_terms.toml",
        "[gen-contact]\n",
        "[gen-contact]\nrequires = [\"emp-dialogue\"]\n",
    );
    let ring: Vec<String> =
        found.iter().map(ToString::to_string).filter(|f| f.contains("går i ring")).collect();
    assert_eq!(
        ring,
        [
            "entries/employment.toml, emp-dialogue: requires: emp-dialogue → gen-contact → emp-dialogue går i ring"
        ]
    );
}

#[test]
fn what_is_withdrawn_says_why_and_leads_on() {
    let since = "withdrawn_on = 2027-01-01";
    check_entry("children", "chi-safe-site", since, "withdrawn (sv): skälet och withdrawn_on hör ihop");
    let to = |id: &str| format!("{since}\nreplaced_by = [\"{id}\"]");
    check_entry("children", "chi-safe-site", &to("chi-x"), "replaced_by: chi-x finns inte");
    check_entry(
        "children",
        "chi-safe-site",
        &to("chi-safe-site"),
        "replaced_by: chi-safe-site är självt återkallat",
    );
    check_entry(
        "children",
        "chi-safe-site",
        "replaced_by = [\"gen-contact\"]",
        "replaced_by: kravet är inte återkallat",
    );
    check(
        "entries/common_terms.toml",
        "[gen-contact]\n",
        &format!("[gen-contact]\n{since}\n"),
        "emp-dialogue: requires: gen-contact är återkallat",
    );
}

#[test]
fn facts_that_cannot_be_are_named() {
    let when = |condition: &str| format!("when = {condition}");
    let table = [
        ("{ fact = \"personer\", at_least = 2 }", "faktan personer finns inte"),
        ("{ fact = \"daytime\", is = \"kanske\" }", "faktan daytime kan inte ha värdet kanske"),
        ("{ fact = \"touch\", has_any = [\"digital\", \"bil\"] }", "faktan touch kan inte ha värdet bil"),
        ("{ fact = \"framework\", is = \"yes\" }", "faktan framework är sann eller falsk"),
        ("{ fact = \"months\", is = \"24\" }", "faktan months är ett tal"),
        ("{ fact = \"touch\", is = \"digital\" }", "faktan touch kan inte ha värdet digital"),
        ("{ fact = \"touch\", at_least = 2 }", "faktan touch är flera koder"),
        ("{ fact = \"regime\", at_most = 2 }", "faktan regime är en kod"),
    ];
    for (condition, expected) in table {
        check_entry("common_terms", "gen-contact", &when(condition), expected);
    }
    check(
        "questions.toml",
        "visible_when = { fact = \"tasks\", is = true }",
        "visible_when = { fact = \"task\", is = true }",
        "questions.toml, q06: faktan task finns inte",
    );
    check(
        "derived.toml",
        "fact = \"object\", in",
        "fact = \"objekt\", in",
        "derived.toml, work: faktan objekt finns inte",
    );
}

#[test]
fn conditions_that_can_never_hold_are_named() {
    let all = |parts: &str| format!("when = {{ all = [{parts}] }}");
    let table = [
        ("{ fact = \"daytime\", is = \"yes\" }, { fact = \"daytime\", is = \"no\" }", "daytime"),
        (
            "{ fact = \"daytime\", is = \"yes\" }, { fact = \"daytime\", in = [\"no\", \"partly\"] }",
            "daytime",
        ),
        ("{ fact = \"daytime\", in = [\"yes\"] }, { fact = \"daytime\", in = [\"no\"] }", "daytime"),
        ("{ fact = \"months\", at_least = 12 }, { fact = \"months\", below = 12 }", "months"),
        ("{ fact = \"months\", at_most = 4 }, { all = [{ fact = \"months\", at_least = 6 }] }", "months"),
        ("{ fact = \"work\", is = true }, { not = { fact = \"work\", is = true } }", "work"),
        (
            "{ fact = \"work\", is = true }, { any = [{ all = [{ fact = \"months\", at_least = 9 }, { fact = \"months\", at_most = 8 }] }] }",
            "months",
        ),
    ];
    for (parts, fact) in table {
        check_entry(
            "common_terms",
            "gen-contact",
            &all(parts),
            &format!("villkoret motsäger sig självt om {fact}"),
        );
    }
    let (from, to) = in_entry(
        "gen-contact",
        &all("{ fact = \"months\", at_least = 6 }, { fact = \"months\", below = 12 }"),
    );
    assert_eq!(faults("entries/common_terms.toml", &from, &to), [], "a span is no contradiction");
}

#[test]
fn what_is_misspelt_is_refused_with_its_place() {
    check_entry("common_terms", "gen-contact", "burdn = 1", "rad ");
    let (from, to) = in_entry("gen-contact", "when = { fact = \"months\", answered = false }");
    check("entries/common_terms.toml", &from, &to, "ett villkor ska ha precis en jämförelse");
    check(
        "legal_bases.toml",
        "when = { fact = \"users\", has = \"public\" }",
        "when = { fact = \"users\", has = \"alla\" }",
        "legal_bases.toml, public_digital_service: faktan users kan inte ha värdet alla",
    );
    check(
        "entries/common_terms.toml",
        "burden = 0",
        "burdn = 0",
        "burdn: fältet finns inte. Menade du burden?",
    );
    check(
        "questions.toml",
        "records_only = [\"open\"]",
        "records_only = [\"oppet\"]",
        "questions.toml, q08: records_only: oppet finns inte bland svaren",
    );
    check(
        "questions.toml",
        "required_with = [\"yes\"]",
        "required_with = [\"ja\"]",
        "questions.toml, q17: required_with: ja finns inte bland svaren",
    );
    check(
        "questions.toml",
        "wanted_with = [\"no\"]",
        "wanted_with = [\"nej\"]",
        "questions.toml, q15: wanted_with: nej finns inte bland svaren",
    );
    check("questions.toml", "group = \"readiness\"", "group = \"redo\"", "group: kan inte vara ”redo”");
    check("edition.toml", "edition = ", "utgava = ", "edition.toml: rad 2: utgava: fältet finns inte");
    check("themes.toml", "limit = 3", "limit = \"tre\"", "limit: är ”tre” men ska vara ett helt tal");
    check("entries/children.toml", "[chi-records]", "[chi-records", "entries/children.toml");
    check(
        "entries/common_terms.toml",
        "every_months = 12",
        "every_months = 0.5",
        "entries/common_terms.toml, gen-contact: rad",
    );
    check(
        "entries/common_terms.toml",
        "times_a_year = \"per_year\"",
        "times_a_year = \"days\"",
        "gen-report: follow_up_values.times_a_year: ska nämna ett värde av slaget count",
    );
}

#[test]
fn a_thing_that_is_there_twice_is_named() {
    let again = "[env-plan]\nversion = 1\nchecked_on = 2026-11-25\nlevel = \"base\"\nplacement = \"contract_term\"\nclass = \"companion\"\n\n[gen-contact]\n";
    check(
        "entries/common_terms.toml",
        "[gen-contact]\n",
        again,
        "entries/common_terms.toml, env-plan: kravet finns redan",
    );
    check(
        "questions.toml",
        "[r02.fields.buyer_interested]",
        "[r02.fields.management_decision]",
        "questions.toml, r02: fields.management_decision: finns också i r01",
    );
}

#[test]
fn words_are_there_in_both_languages() {
    check(
        "texts/common_terms.en.toml",
        "[gen-contact]",
        "[gen-kontakt]",
        "texts/common_terms.en.toml, gen-contact: den engelska texten saknas",
    );
    check(
        "texts/common_terms.sv.toml",
        "[gen-contact]",
        "[gen-kontakt]",
        "texts/common_terms.en.toml, gen-kontakt: den engelska texten saknas",
    );
    let renamed = |text: &str| text.replace("[gen-contact", "[gen-kontakt");
    let said =
        faults_with(
            |name, text| {
                if name.starts_with("texts/common_terms") { renamed(text) } else { text.to_owned() }
            },
        );
    let said: Vec<String> = said.iter().map(ToString::to_string).collect();
    assert!(said.contains(&"texts/common_terms.sv.toml, gen-contact: texten saknas".to_owned()), "{said:?}");
    check(
        "texts/employment.en.toml",
        "[emp-dialogue]",
        "[emp-dialog]",
        "texts/employment.en.toml, emp-dialogue: rad ",
    );
    check("texts/questions.sv.toml", "[q35]", "[q35x]", "q35x: den engelska texten saknas");
    check(
        "texts/reasons.en.toml",
        "profile = ",
        "profil = ",
        "texts/reasons, profile: finns bara på ett av språken",
    );
    check(
        "texts/general.sv.toml",
        "employment = \"Sysselsättning\"",
        "employment = 1",
        "texts/general.sv.toml, themes.employment: ska vara en text",
    );
}

#[test]
fn slots_labels_and_options_belong_together() {
    check(
        "texts/employment.sv.toml",
        "{meetings",
        "{moten",
        "texts/employment.sv.toml, emp-dialogue: värdet {moten} finns inte",
    );
    let slot = "{meetings|ett dialogmöte|dialogmöten}";
    let braces = "klamrar står bara kring ett värde";
    for broken in ["{meetings|ett möte}", "{meetings|ett möte|möten|till}", "{meetings|ett möte|möten", "}"]
    {
        check("texts/employment.sv.toml", slot, &format!("{slot} {broken}"), braces);
    }
    check("texts/employment.sv.toml", "title = \"", "title = \"{", braces);
    check(
        "entries/employment.toml",
        "[emp-dialogue.parameters.meetings]",
        "[emp-dialogue.parameters.moten]\nkind = \"count\"\n[emp-dialogue.parameters.meetings]",
        "texts/employment.sv.toml, emp-dialogue: värdet moten står inte i någon text",
    );
    check(
        "texts/employment.en.toml",
        "\nmeetings = ",
        "\nmeeting = ",
        "texts/employment.en.toml, emp-dialogue: parameters: meetings saknar namn",
    );
    check(
        "texts/accessibility.sv.toml",
        "v4_1_1 = ",
        "v5 = ",
        "texts/accessibility.sv.toml, acc-ict: options.version: v4_1_1 saknar namn",
    );
    check("texts/questions.sv.toml", "goods_only = ", "goods = ", "q01: options: goods_only saknar namn");
    check("texts/reasons.sv.toml", "first_contact = ", "first = ", "texts/reasons");
}

#[test]
fn a_proposed_value_fits_its_parameter() {
    check(
        "entries/common_terms.toml",
        "default = 45",
        "default = 100",
        "gen-start-meeting: parameters.days: 100 ska vara 14 till 90",
    );
    check(
        "entries/common_terms.toml",
        "default = 45",
        "default = \"snart\"",
        "gen-start-meeting: parameters.days: skriv ett tal",
    );
    check(
        "entries/accessibility.toml",
        "default = \"v3_2_1\"",
        "default = \"v3\"",
        "acc-ict: parameters.version: välj bland v3_2_1, v4_1_1",
    );
    check(
        "entries/common_terms.toml",
        "range = [14, 90]",
        "range = [90, 14]",
        "range ska ha det minsta talet först",
    );
    check(
        "entries/common_terms.toml",
        "default = 45",
        "default = 45\ncomputed = \"places\"",
        "bara ha ett av default, computed",
    );
}

#[test]
fn a_reason_that_can_be_given_has_words() {
    let said = faults_with(|name, text| {
        if name.starts_with("texts/reasons") {
            text.replace("first_contact = ", "first = ")
        } else {
            text.to_owned()
        }
    });
    assert!(
        said.iter()
            .any(|f| f.entry == "emp-study-visit" && f.message.contains("reasons.goals.first_contact")),
        "{said:?}"
    );
}

#[test]
fn a_missing_file_is_named() {
    for (missing, _) in domain::built_in::FILES {
        let files: Vec<(&str, &str)> =
            domain::built_in::FILES.iter().copied().filter(|(n, _)| n != missing).collect();
        let Err(said) = load(&files, &SHIPPED.cpv, &SHIPPED.eforms) else {
            panic!("{missing} is not missed")
        };
        let stem = missing.split('.').next().unwrap();
        assert!(said.iter().any(|fault| fault.to_string().contains(stem)), "{missing}: {said:?}");
    }
}

// ---- What is shipped

/// A code that a field has can be given by an answer, and no answer's fact goes by the word for "vet inte".
#[test]
fn no_option_is_called_as_an_answer_of_its_own() {
    for (id, question) in SHIPPED.questions.iter() {
        for field in question.rules.fields.values() {
            assert!(!field.options.iter().any(|code| *code == UNKNOWN), "{id}");
        }
    }
}

#[test]
fn thresholds_and_profiles_leave_no_gap_that_matters() {
    let periods = &SHIPPED.thresholds;
    assert!(periods.iter().all(|period| period.valid_from < period.valid_to));
    assert!(SHIPPED.thresholds_on(TODAY).is_some());
    let prefixes: IndexMap<&str, usize> = SHIPPED.profiles.iter().map(|p| (p.cpv.as_str(), 1)).collect();
    assert_eq!(prefixes.len(), SHIPPED.profiles.len(), "a prefix has one profile");
}
