// The review screen: opens rows, colours their words in the document, answers keys, saves what is typed.
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

const open = (pk, mode = "") => sender.get(`${base}dong/${pk}/`, () => ({ ...common(), mode }));

function step(verb, more = {}) {
  const form = opened()?.querySelector("form.row-form");
  if (!form) return undefined;
  const row = form.closest(".row");
  row.dataset.dirty = "";
  return sender.post(form.action, () => form.isConnected && { ...Object.fromEntries(new FormData(form)), ...common(), ...more, verb }, { row: row.dataset.pk });
}

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
    } else {
      step(asked, more);
    }
  } else if (form.closest("#findings")) {
    event.preventDefault();
    sender.post(form.action, () => ({ ...common(), ...Object.fromEntries(new FormData(form)), decision: verb }));
  }
});

// What is typed is saved when the field is left; the row stays open.
document.addEventListener("input", (event) => {
  const row = event.target.closest(".row.open");
  if (row) row.dataset.dirty = "yes";
});
document.addEventListener("change", (event) => {
  const row = event.target.closest(".row.open");
  if (row?.dataset.dirty && !["new_target", "question", "answer"].includes(event.target.name) && !event.target.name.endsWith("-remove")) step("correct", { stay: "1" });
});

// --- keys -------------------------------------------------------------------------------------------------------
function move(by, waiting) {
  const all = [...rows().querySelectorAll(".row")].filter((row) => !waiting || "waiting" in row.dataset || row === opened());
  const here = all.indexOf(opened());
  const next = all[(here + by + all.length) % all.length];
  if (next && next !== opened()) open(next.id?.slice(1) ?? next.dataset.pk);
}

const DOES = {
  "accept-clear": () => sender.post(`${base}nhan-dong-ro/`, common, { keep: false }),
  undo: () => sender.post(`${base}hoan-tac/`, common, { keep: false }),
  keys: () => document.getElementById("keys").showModal(),
  retry: () => (sender.kept.length ? sender.again() : opened() && open(opened().dataset.pk)),
  edit: () => {
    const field = opened()?.querySelector("fieldset input:not([type=hidden]), .others textarea");
    field?.closest("details")?.setAttribute("open", "");
    field?.focus();
    field?.select?.();
  },
};

const KEYS = {
  j: () => move(1, true),
  k: () => move(-1, true),
  ArrowDown: () => move(1, false),
  ArrowUp: () => move(-1, false),
  Enter: () => step("accept"),
  s: () => opened()?.querySelector('button[value="suggest"]') && step("suggest"),
  h: () => opened() && open(opened().dataset.pk, "ask"),
  t: () => opened() && open(opened().dataset.pk, "split"),
  g: () => step("merge"),
  z: DOES.undo,
  a: DOES["accept-clear"],
  Delete: () => step("delete"),
  Escape: () => opened() && open(opened().dataset.pk),
  "?": DOES.keys,
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  const row = opened();
  if (typing(event.target)) {
    if (event.key === "Escape" && row?.contains(event.target)) row.focus();
    if (event.key === "Enter" && row?.contains(event.target) && event.target.matches("input")) {
      event.preventDefault();
      step("correct");
    }
    return;
  }
  if (event.key === "Tab" && !event.shiftKey && row && (event.target === row || event.target === document.body)) {
    const field = row.querySelector("select, input:not([type=hidden]), textarea, .pieces button");
    if (field) { event.preventDefault(); field.focus(); field.select?.(); }
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
  if (event.detail.xhr.status && !(stayed && typed)) show({ focus: true });
  else manuscript.frame();
});
document.body.addEventListener("htmx:configRequest", (event) => {
  event.detail.headers["X-CSRFToken"] = steps.elements.csrfmiddlewaretoken.value;
});

show({ focus: false });
if (sender.kept.length) sender.again();
