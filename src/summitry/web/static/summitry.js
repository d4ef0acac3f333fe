// Makes working pages quicker: forms swap their results in place, findings and their words are tied, keys move on.
// Every page does all it does without this.
"use strict";
document.documentElement.classList.add("scripted");

/* Filters: the results are swapped, the address follows, the focus stays. */
async function swap(form, address, keep) {
  const id = form.dataset.swap;
  const answer = await fetch(address, { headers: { Accept: "text/html" } });
  if (!answer.ok) { location.assign(address); return; }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.getElementById(id);
  if (!fresh) { location.assign(address); return; }
  document.getElementById(id).replaceWith(fresh);
  if (keep) history.pushState({ swapped: true }, "", address);
}
for (const form of document.querySelectorAll("form[data-swap]")) {
  const go = () => {
    const fields = [...new FormData(form)].filter(([, value]) => value);
    const query = new URLSearchParams(fields).toString();
    swap(form, form.getAttribute("action") + (query ? "?" + query : ""), true);
  };
  form.addEventListener("submit", (event) => { event.preventDefault(); go(); });
  form.addEventListener("change", (event) => { if (event.target.matches("select")) go(); });
}
addEventListener("popstate", () => location.reload());

/* A text: its findings and their words. */
const text = document.querySelector("[data-findings]");
if (text) {
  const notes = [...text.querySelectorAll("details.finding")];
  const marks = new Map(notes.map((note) => [note.dataset.n, []]));
  for (const mark of text.querySelectorAll("mark[data-n]"))
    for (const n of mark.dataset.n.trim().split(" ")) marks.get(n)?.push(mark);
  const light = (n) => {
    for (const lit of text.querySelectorAll(".lit")) lit.classList.remove("lit");
    if (!n) return;
    for (const mark of marks.get(n) ?? []) mark.classList.add("lit");
    document.getElementById("n-" + n)?.classList.add("lit");
  };
  const number = (target) => {
    const mark = target.closest("mark[data-n]");
    return mark ? mark.dataset.n.trim().split(" ").pop() : target.closest("details.finding")?.dataset.n;
  };
  let held = null;
  text.addEventListener("mouseover", (event) => light(number(event.target) ?? held));
  text.addEventListener("mouseleave", () => light(held));
  text.addEventListener("focusin", (event) => { held = number(event.target) ?? held; light(held); });
  const open = (n) => {
    const note = document.getElementById("n-" + n);
    if (!note) return;
    note.open = true;
    held = n;
    light(n);
    note.scrollIntoView({ block: "nearest" });
  };
  text.addEventListener("click", (event) => {
    const ref = event.target.closest("a.ref");
    if (ref) { event.preventDefault(); const n = ref.hash.slice(3); open(n); document.querySelector("#n-" + n + " summary").focus(); }
    else if (event.target.closest("mark[data-n]") && !String(getSelection())) open(number(event.target));
  });
  const arrived = location.hash.match(/^#r-(.+)$/);
  const at = arrived && document.getElementById("r-" + arrived[1]);
  if (at) { open(at.hash.slice(3)); at.scrollIntoView({ block: "center" }); }
  onKey({
    j: () => step(1),
    k: () => step(-1),
  });
  function step(by) {
    const now = notes.findIndex((note) => note.dataset.n === held);
    const next = notes[Math.min(Math.max(now + by, 0), notes.length - 1)];
    if (!next) return;
    next.querySelector("summary").focus({ preventScroll: true });
    (marks.get(next.dataset.n)?.[0] ?? next).scrollIntoView({ block: "center" });
  }
}

/* Review: keys press the buttons that name them. */
const keyed = [...document.querySelectorAll("[data-key]")];
if (keyed.length) onKey(Object.fromEntries(keyed.map((item) => [item.dataset.key, () => { item.focus(); item.click(); }])));

/* Keys are off while typing, and with any modifier. */
function onKey(does) {
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
    const act = does[event.key];
    if (act) { event.preventDefault(); act(); }
  });
}

/* Progress: looked at again until it is done. */
const working = document.querySelector("[data-working]");
if (working) {
  const look = async () => {
    const answer = await fetch(location.href);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector("#progress");
    if (answer.ok && fresh) document.getElementById("progress").replaceWith(fresh);
    if (!answer.ok || !document.querySelector("[data-working]")) return;
    setTimeout(look, 700);
  };
  setTimeout(look, 700);
}
