//! What the buyer may ask for is owed: evidence has a duty to hand it in behind it, and a shortfall has one time for its cure.

use crate::support::{SHIPPED, TODAY, apply, example};
use domain::assess::assess;
use domain::catalogue::entry::{Class, Entry, Role};
use domain::catalogue::theme::Placement;
use domain::edit::Edit;
use domain::follow_up::sanctions::steps;
use domain::project::Project;
use domain::requirements::words::Speaker;
use domain::text::Language;

fn choosing(project: Project, entries: &[&str]) -> Project {
    let choose = |project: Project, entry: &&str| {
        apply(&project, &Edit::Choose { entry: (*entry).into() }, &SHIPPED).unwrap()
    };
    entries.iter().fold(project, choose)
}

/// Whether the supplier is checked while the contract runs. A companion stands beside what brings it, and a reminder is
/// the buyer's own.
fn is_checked_in_the_contract(entry: &Entry) -> bool {
    let lasts = matches!(entry.rules.placement, Placement::ContractTerm | Placement::TechnicalSpecification);
    let again = entry.rules.follow_up.is_some_and(|check| check.every_months.is_some());
    let shown = !entry.text.sv.evidence_contract.starts_with("Inget");
    let owes = !matches!(entry.rules.class, Class::Companion | Class::Reminder);
    shown && (lasts || again) && owes
}

#[test]
fn what_a_check_asks_for_the_supplier_has_to_hand_in() {
    let plays = |entry: &Entry| entry.rules.role == Some(Role::Evidence);
    let checked = SHIPPED.offered().filter(|entry| is_checked_in_the_contract(entry));
    let bare = checked.filter(|entry| {
        let along = SHIPPED.with_companions(&entry.id);
        !along.iter().filter_map(|id| SHIPPED.entry(id)).any(plays)
    });
    assert_eq!(bare.map(|entry| entry.id.as_str()).collect::<Vec<_>>(), [""; 0]);
    let evidence = SHIPPED.offered().find(|entry| plays(entry)).unwrap();
    for (language, owed) in
        [(Language::Sv, "lämna det bevis i avtalet"), (Language::En, "hand in the evidence")]
    {
        let duties = &evidence.text.of(language).duties;
        assert!(duties.iter().any(|duty| duty.text.contains(owed)), "{language:?}");
    }
}

#[test]
fn what_has_times_of_its_own_for_a_cure_points_at_the_general_one_for_all_else() {
    let says_so = |entry: &Entry| {
        let words = &entry.text.sv;
        let texts = words.duties.iter().chain(&words.relief);
        texts.into_iter().any(|duty| duty.text.contains("i stället för den allmänna tiden"))
    };
    let with_times: Vec<&str> =
        SHIPPED.offered().filter(|entry| says_so(entry)).map(|entry| entry.id.as_str()).collect();
    assert_eq!(with_times, ["acc-defects", "sup-action-plan"], "those that are looked at here");

    let project = choosing(example("arbetsklader"), &["acc-product", "lab-ilo"]);
    let assessment = assess(&project, &SHIPPED, TODAY);
    let speaker = Speaker::new(&project, &assessment, Language::Sv);
    let sanction = |id: &str| speaker.requirement(&SHIPPED.entries[id]).sanction();
    let number = |id: &str| format!("K{}", assessment.active_for(&id.into()).unwrap().number);
    let [defects, plan, common] = ["acc-defects", "sup-action-plan", "gen-remedy"].map(number);
    for id in with_times {
        let said =
            format!("Rättelse inom de tider som kravet anger. Anger kravet ingen tid gäller {common}.");
        assert_eq!(sanction(id), said, "{id}");
    }
    for (id, special) in [("acc-product", defects), ("lab-ilo", plan)] {
        let said = format!(
            "De brister som {special} gäller rättas enligt {special}, andra brister enligt {common}."
        );
        assert_eq!(sanction(id), said, "{id}");
    }
    let cure = steps(speaker).remove(0);
    let reached: Vec<&str> = cure.after.iter().map(|active| active.entry.as_str()).collect();
    assert!(reached.contains(&"acc-product") && reached.contains(&"acc-defects"), "{reached:?}");
}
