// The review screen: opens rows, colours their words in the document, answers keys, saves what is typed when told to.
import { Manuscript } from "./manuscript.js";
import { Sender } from "./sending.js";
import { typing } from "./shell.js";

const rows = () => document.getElementById("rows");
const opened = () => document.querySelector(".row.open");
const steps = document.getElementById("steps");
const base = steps.dataset.base;
const paper = document.getElementById("paper");
const manuscript = new Manuscript(document.getElementById("printed"));
const sender = new Sender(steps, document.getElementById("lost"));

const stretches = (row) =>
  (row?.dataset.spans ?? "").split(";").filter(Boolean).map((part) => {
    const [start, end, field] = part.split(",");
    return [Number(start), Number(end), field];
  });

function show({ focus = true } = {}) {
  const row = opened();
  document.querySelector(".nothing")?.toggleAttribute("hidden", Boolean(rows().querySelector(".row")));
  manuscript.colour(stretches(row));
  manuscript.show(paper);
  document.getElementById("printed").dataset.row = row?.dataset.pk ?? "";
  if (!row) return;
  if (focus) row.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
  for (const mark of document.querySelectorAll("#strip .now")) mark.classList.remove("now");
  document.querySelector(`#strip [data-open="${row.dataset.pk}"]`)?.classList.add("now");
  remember(row);
}

// The address names the open row, so that a refresh comes back to it.
function remember(row) {
  const asked = new URLSearchParams(Object.entries(common()).filter(([name, value]) => value && name !== "open"));
  asked.set("dong", row.dataset.pk);
  history.replaceState(null, "", `?${asked}${location.hash}`);
}

const common = () => ({ tab: steps.elements.tab.value, giong: steps.elements.giong.value, q: steps.elements.q.value, open: opened()?.dataset.pk ?? "" });

const open = (pk, mode = "") => settled(() => sender.get(`${base}dong/${pk}/`, () => ({ ...common(), mode })));

// Gives whether the row could be left behind: saved, or kept to be sent; not where it was refused or has two versions.
async function step(verb, more = {}) {
  const form = opened()?.querySelector("form.row-form");
  if (!form) return true;
  const row = form.closest(".row");
  const { dirty } = row.dataset;
  delete row.dataset.dirty;
  await sender.post(form.action, () => form.isConnected && { ...Object.fromEntries(new FormData(form)), ...common(), ...more, verb }, { row: row.dataset.pk });
  const refused = sender.answer?.status === 422;
  if (refused && dirty) row.dataset.dirty = dirty;
  return !refused && sender.answer?.status !== 409;
}

// --- what is typed: saved by Enter or its button, taken back by Esc, never lost or saved without a word ---------
const unsaved = document.getElementById("unsaved");
const changed = () => document.querySelector(".row.open[data-dirty]");

function saving(row) {
  if (row.querySelector("[name=question]")) return "ask";
  return row.querySelector("[name=answer]")?.value.trim() ? "answer" : "correct";
}

function takeBack(row) {
  const typed = "dirty" in row.dataset;
  row.querySelector("form.row-form")?.reset();
  delete row.dataset.dirty;
  for (const said of row.querySelectorAll("[id^=refusal-]")) said.remove();
  row.focus({ preventScroll: true });
  if (typed) document.getElementById("said").textContent = unsaved.dataset.takenBack;
}

// Does something that takes the open row away; asks first where the row has unsaved words.
function settled(then, save = async (row) => { if (await step(saving(row), { stay: "1" })) then(); }) {
  const row = changed();
  if (!row) return then();
  unsaved.querySelector("b").textContent = row.querySelector(".no").textContent;
  unsaved.returnValue = "";
  unsaved.onclose = () => {
    if (unsaved.returnValue === "save") save(row);
    if (unsaved.returnValue === "drop") { takeBack(row); then(); }
  };
  return unsaved.showModal();
}

// A decision about the row as it is: what was typed is either saved, and that is the decision, or dropped.
const decide = (verb, more) => settled(() => step(verb, more), (row) => step(saving(row)));

window.addEventListener("beforeunload", (event) => { if (changed()) event.preventDefault(); });

// --- clicks and forms -------------------------------------------------------------------------------------------
document.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  const link = event.target.closest(".row > a, a[data-open], a[data-mode]");
  if (link) {
    event.preventDefault();
    open(link.dataset.open ?? link.closest(".row").id.slice(1), link.dataset.mode);
    return;
  }
  const found = event.target.closest("a[data-find]");
  const row = found && [...rows().querySelectorAll(".row")].find((each) => each.querySelector(".no")?.textContent === found.dataset.find.replaceAll("/", "."));
  if (row) {
    event.preventDefault();
    open(row.id.slice(1));
  }
  const does = event.target.closest("[data-do]")?.dataset.do;
  if (does && does in DOES) {
    event.preventDefault();
    DOES[does]();
  }
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  const verb = event.submitter?.value;
  if (form.matches(".row-form")) {
    event.preventDefault();
    const more = event.submitter?.name === "at" ? { at: verb } : {};
    const asked = event.submitter?.name === "verb" ? verb : form.elements.verb?.value ?? "correct";
    if (form.closest(".row")?.querySelector(".versions")) {
      sender.post(form.action, () => ({ ...Object.fromEntries(new FormData(form)), verb: asked }));
    } else if (["correct", "ask", "answer"].includes(asked)) {
      step(asked, more);
    } else {
      decide(asked, more);
    }
  } else if (form.closest("#findings")) {
    event.preventDefault();
    sender.post(form.action, () => ({ ...common(), ...Object.fromEntries(new FormData(form)), decision: verb }));
  }
});

document.addEventListener("input", (event) => {
  const row = event.target.closest(".row.open");
  if (row) row.dataset.dirty = "yes";
});

// --- keys -------------------------------------------------------------------------------------------------------
function move(by, waiting) {
  const all = [...rows().querySelectorAll(".row")].filter((row) => !waiting || "waiting" in row.dataset || row === opened());
  const here = all.indexOf(opened());
  const next = all[(here + by + all.length) % all.length];
  if (next && next !== opened()) open(next.id?.slice(1) ?? next.dataset.pk);
}

// The field a person comes to correct: the one the first doubt is about, else the first target, else the words.
function doubted(row, target = ".typed select") {
  const fields = row.querySelector("form.row-form")?.elements ?? {};
  const aim = row.querySelector(target) ?? fields.new_target;
  const about = (row.dataset.doubts ?? "").split(" ").map((name) => (name === "targets" ? aim : fields[name])).find(Boolean);
  return row.querySelector(".pieces button, [name=question]") ?? about ?? row.querySelector(target) ?? fields.text;
}

function enter(field) {
  field?.closest("details")?.setAttribute("open", "");
  field?.focus();
  field?.select?.();
}

const DOES = {
  "accept-clear": () => settled(() => sender.post(`${base}nhan-dong-ro/`, common, { keep: false })),
  undo: () => settled(() => sender.post(`${base}hoan-tac/`, common, { keep: false })),
  revert: () => takeBack(opened()),
  keys: () => document.getElementById("keys").showModal(),
  retry: () => (sender.kept.length ? sender.again() : opened() && open(opened().dataset.pk)),
  edit: () => enter(doubted(opened(), ".typed input.fig")),
};

const KEYS = {
  j: () => move(1, true),
  k: () => move(-1, true),
  ArrowDown: () => move(1, false),
  ArrowUp: () => move(-1, false),
  Enter: () => (changed() ? step(saving(changed())) : step("accept")),
  s: () => opened()?.querySelector('button[value="suggest"]') && decide("suggest"),
  h: () => opened() && open(opened().dataset.pk, "ask"),
  t: () => opened() && open(opened().dataset.pk, "split"),
  g: () => decide("merge"),
  z: DOES.undo,
  a: DOES["accept-clear"],
  Delete: () => decide("delete"),
  Escape: () => (changed() ? takeBack(changed()) : opened() && open(opened().dataset.pk)),
  "?": DOES.keys,
};

// On a phone, which has no Shift+Enter, Enter makes a new line in a field of many lines.
const newLine = (event) => event.target.matches("textarea") && (event.shiftKey || matchMedia("(pointer: coarse)").matches);

function typingKey(event, row) {
  if (event.key === "Escape") takeBack(row);
  if (event.key !== "Enter" || newLine(event)) return;
  event.preventDefault();
  step({ question: "ask", answer: "answer" }[event.target.name] ?? "correct");
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  const row = opened();
  if (event.key === "Enter" && event.repeat && row) { event.preventDefault(); return; } // a key held down decides once
  if (typing(event.target)) {
    if (row?.contains(event.target) && !event.isComposing) typingKey(event, row);
    return;
  }
  if (event.key === "Tab" && !event.shiftKey && row && (event.target === row || event.target === document.body)) {
    const field = doubted(row);
    if (field) { event.preventDefault(); enter(field); }
    return;
  }
  const onControl = event.target.closest?.("a, button, summary");
  if (onControl && (event.key === "Enter" || event.key === " ")) return;
  if (event.target.closest?.("#paper, #findings") && event.key.startsWith("Arrow")) return;
  const does = KEYS[event.key] ?? KEYS[event.key.toLowerCase()];
  if (!does) return;
  event.preventDefault();
  does();
});

// --- answers ----------------------------------------------------------------------------------------------------
document.body.addEventListener("htmx:beforeSwap", () => {
  for (const said of document.querySelectorAll("[id^=refusal-]")) said.remove();
});
document.body.addEventListener("htmx:afterRequest", (event) => {
  const stayed = event.detail.requestConfig?.parameters?.stay === "1" || event.detail.requestConfig?.parameters?.get?.("stay") === "1";
  const typed = typing(document.activeElement) && opened()?.contains(document.activeElement);
  if (event.detail.xhr.status && !(typed && (stayed || event.detail.xhr.status === 422))) show({ focus: true });
  else manuscript.frame();
});
document.body.addEventListener("htmx:configRequest", (event) => {
  event.detail.headers["X-CSRFToken"] = steps.elements.csrfmiddlewaretoken.value;
});

show({ focus: false });
if (sender.kept.length) sender.again();
