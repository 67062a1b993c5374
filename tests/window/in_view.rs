//! What is always there: the rail with its head, and room for what was just done, over nothing.

use thirtyfour::Key;

use crate::support::{BUILDING, Officer, at_the_desk};

const DIALOGUE: &str = "Dialog om sysselsättningsfrämjande insatser";
/// The least window, the least in which the whole rail is seen, a common one and a broad one.
const WINDOWS: [(u32, u32); 4] = [(900, 600), (1024, 700), (1280, 800), (1700, 1000)];

#[test]
fn what_was_just_done_is_told_over_nothing_in_every_window() {
    at_the_desk(async |officer| {
        officer.opens_the_example(BUILDING).await;
        officer.types_with(Key::Control, "4").await;
        for (width, height) in WINDOWS {
            officer.resizes_the_window(width, height).await;
            chooses_and_takes_away(&officer).await;
        }
        officer.resizes_the_window(1280, 800).await;
        officer.page("window.__TAURI_INTERNALS__.invoke('zoom', { percent: 200 })", &[]).await;
        officer.finds("button", "Sök eller gå till").await;
        chooses_and_takes_away(&officer).await;
    });
}

#[test]
fn the_rail_keeps_its_head_and_shows_every_task_and_theme() {
    at_the_desk(async |officer| {
        officer.opens_the_example(BUILDING).await;
        officer.types_with(Key::Control, "4").await;
        officer.presses("checkbox", DIALOGUE).await;
        officer.resizes_the_window(1024, 700).await;
        officer.reads("Ångra").await;
        assert_eq!(
            rail(&officer, 0).await,
            ["whole", "head in place"],
            "at 1024 × 700 nothing needs to be scrolled"
        );
        officer.resizes_the_window(900, 600).await;
        assert_eq!(rail(&officer, 10_000).await, ["scrolled", "head in place"]);
        officer.looks_at_the_screen("uppgiftslista-900").await;
    });
}

/// Half of what is said there is on the row that one is in.
#[test]
fn no_name_in_the_rail_is_cut() {
    at_the_desk(async |officer| {
        officer.opens_the_example(BUILDING).await;
        officer.types_with(Key::Control, "4").await;
        officer.presses("checkbox", DIALOGUE).await;
        for (width, height) in WINDOWS {
            officer.resizes_the_window(width, height).await;
            for theme in ["reserved_contracts", "common_terms"] {
                officer.page(&format!("location.assign('#/project/requirements/{theme}')"), &[]).await;
                officer.comes_to_rest().await;
                assert_eq!(cut(&officer).await, [""; 0], "{width} × {height}, {theme}");
            }
        }
    });
}

#[test]
fn a_list_in_a_text_is_no_wider_than_its_requirement() {
    at_the_desk(async |officer| {
        officer.begins_with("Skolskjuts", &["chi-records"]).await;
        officer.opens_the_begun("Skolskjuts").await;
        officer.finds("link", "Alla projekt").await;
        officer.page("location.assign('#/project/requirements/children')", &[]).await;
        officer.presses("button", "Visa mer om Registerutdrag när lagen kräver det").await;
        let act = "lagen (2013:852) om registerkontroll av personer som ska arbeta med barn";
        officer.presses("radio", act).await;
        officer.presses("button", &format!("Lag som kräver utdraget, {act}")).await;
        let beyond = "const right = (one) => document.querySelector(one).getBoundingClientRect().right;
                      return right('#chi-records select') - right('#chi-records')";
        assert!(officer.page(beyond, &[]).await.as_f64().unwrap() < 0.0);
    });
}

/// A box that is ticked makes the wording above it a line longer: pressed again in the same place it is the same box.
#[test]
fn what_is_pressed_stays_under_the_pointer_when_the_text_above_it_grows() {
    at_the_desk(async |officer| {
        officer.begins_with("Arbetskläder", &["eth-textile"]).await;
        officer.opens_the_begun("Arbetskläder").await;
        officer.finds("link", "Alla projekt").await;
        officer.page("location.assign('#/project/requirements/ethical_goods')", &[]).await;
        officer.presses("button", "Visa mer om Tillverkningsplatser för textil redovisas").await;
        let place = "const [name, goes] = arguments;
                     const labels = [...document.querySelectorAll('#eth-textile label')];
                     const label = labels.find((one) => one.textContent.trim() === name);
                     if (goes) label.scrollIntoView({ block: 'center', behavior: 'instant' });
                     const wording = document.querySelector('#eth-textile .wording');
                     return [label.getBoundingClientRect().top, wording.getBoundingClientRect().height]";
        let stands = async |name: &str, goes: bool| {
            let at = officer.page(place, &[name.into(), goes.into()]).await;
            (at[0].as_f64().unwrap(), at[1].as_f64().unwrap())
        };
        let mut grown = false;
        for name in ["spinning", "vävning och stickning", "färgning och beredning"] {
            officer.comes_to_rest().await;
            let (before, height) = stands(name, true).await;
            officer.presses("checkbox", name).await;
            officer.comes_to_rest().await;
            let (after, now) = stands(name, false).await;
            grown |= now > height;
            assert!((after - before).abs() < 1.0, "{name} went from {before} to {after}");
        }
        assert!(grown, "no box made the wording longer, so nothing was tried");
    });
}

/// Tells of it twice: when a requirement is chosen, and when it is taken away again.
async fn chooses_and_takes_away(officer: &Officer) {
    for told in ["valdes", "togs bort"] {
        officer.tabs_to("", "checkbox", DIALOGUE).await;
        officer.types(" ").await;
        officer.reads(told).await;
        officer.comes_to_rest().await;
        assert_eq!(lies_over(officer).await, [""; 0], "the notice covers something, when it {told}");
    }
}

/// What the notice lies over: a region of the window, or the last row of the content when that is read to its end.
async fn lies_over(officer: &Officer) -> Vec<String> {
    let script = "const notice = document.querySelector('.shell > .toast').getBoundingClientRect();
                  const content = document.getElementById('content');
                  content.scrollTop = content.scrollHeight;
                  const meets = (one) => {
                      const box = one.getBoundingClientRect();
                      return box.top < notice.bottom - 1 && notice.top < box.bottom - 1
                          && box.left < notice.right - 1 && notice.left < box.right - 1;
                  };
                  const regions = [...document.querySelectorAll('.shell > :not(.toast, .skip)')];
                  const last = [...content.querySelectorAll('a, button, input')].at(-1);
                  const place = last.getBoundingClientRect();
                  const seen = place.top >= 0 && place.bottom <= notice.top && notice.bottom <= innerHeight + 1;
                  return [...regions.filter(meets).map((one) => one.className), ...(seen ? [] : ['the last row'])]";
    texts(officer.page(script, &[]).await)
}

/// Whether all of the rail's list is seen when it is scrolled so far, and where the head of the rail stands then.
async fn rail(officer: &Officer, scrolled: u32) -> Vec<String> {
    let script = "const [scrolled] = arguments;
                  const list = document.querySelector('#rail nav');
                  list.scrollTop = scrolled;
                  const inView = (one) => {
                      const box = one.getBoundingClientRect();
                      const here = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
                      return one.contains(here);
                  };
                  const head = [...document.querySelectorAll('#rail a, #rail p, #rail button')]
                      .filter((one) => !list.contains(one) && one.getBoundingClientRect().top < innerHeight / 2);
                  const whole = [...list.querySelectorAll('a')].every(inView);
                  const kept = head.length >= 4 && head.every(inView);
                  return [whole ? 'whole' : 'scrolled', kept ? 'head in place' : 'head is gone']";
    texts(officer.page(script, &[scrolled.into()]).await)
}

/// The names in the rail of which some is not seen.
async fn cut(officer: &Officer) -> Vec<String> {
    let script = "const names = [...document.querySelectorAll('#rail .name')];
                  return names.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent)";
    texts(officer.page(script, &[]).await)
}

fn texts(list: serde_json::Value) -> Vec<String> {
    serde_json::from_value(list).unwrap()
}
