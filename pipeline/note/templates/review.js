"use strict";
const paragraphs = [...document.querySelectorAll(".para")];
const sections = [...document.querySelectorAll(".note .part")];
const rows = [...document.querySelectorAll(".finding")];
const tasks = [...document.querySelectorAll(".task")];
const filters = { respondent: "by-respondent", recommendation: "by-recommendation", codes: "by-code" };
const chooser = (name) => document.getElementById(filters[name]);

// What was chosen last, whether a paragraph or a cell of the table above.
function choose(key, scroll) {
  document.getElementById("hint").hidden = true;
  for (const one of document.querySelectorAll(".detail")) one.hidden = one.dataset.detail !== key;
  for (const one of paragraphs) {
    const chosen = one.dataset.key === key;
    one.setAttribute("aria-pressed", String(chosen));
    if (chosen && scroll) one.scrollIntoView({ block: "center" });
  }
  document.getElementById("detail").scrollTop = 0;
}

function fits(one) {
  return Object.keys(filters).every((name) => {
    const wanted = chooser(name).value;
    return !wanted || (one.dataset[name] || "").split(" ").includes(wanted);
  });
}

function filter() {
  const all = Object.keys(filters).every((name) => !chooser(name).value);
  for (const one of [...paragraphs, ...rows]) one.hidden = !fits(one);
  for (const section of sections) {
    section.hidden = !all && ![...section.querySelectorAll(".para")].some((one) => !one.hidden);
  }
  for (const task of tasks) task.hidden = ![...task.querySelectorAll(".finding")].some((one) => !one.hidden);
  const shown = paragraphs.filter((one) => !one.hidden).length;
  document.getElementById("shown").textContent = all ? "" : `${shown} of ${paragraphs.length} paragraphs`;
}

function clear() {
  for (const name of Object.keys(filters)) chooser(name).value = "";
  filter();
}

// The next paragraph that is shown, from the one that is chosen or has the focus.
function step(by) {
  const shown = paragraphs.filter((one) => !one.hidden);
  if (!shown.length) return;
  const at = shown.findIndex((one) => one.getAttribute("aria-pressed") === "true");
  const next = at < 0 ? (by > 0 ? 0 : shown.length - 1) : Math.min(Math.max(at + by, 0), shown.length - 1);
  shown[next].focus();
  choose(shown[next].dataset.key, true);
}

async function copy(button) {
  const area = document.getElementById(button.dataset.for);
  const said = button.parentElement.querySelector(".copied");
  area.select();
  let done = false;
  try {
    await navigator.clipboard.writeText(area.value);
    done = true;
  } catch {
    done = document.execCommand("copy");
  }
  said.textContent = done ? "copied" : "press Ctrl+C to copy what is selected";
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button, .para");
  if (!button) return;
  if (button.id === "clear") clear();
  else if (button.classList.contains("copy")) copy(button);
  else if (button.dataset.key) choose(button.dataset.key, !button.classList.contains("para"));
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = event.target.closest("select, textarea, input");
  if (event.key === "Escape") {
    clear();
    event.target.blur();
  } else if (typing) {
    return;
  } else if (event.key === "/") {
    event.preventDefault();
    chooser("respondent").focus();
  } else if (event.key === "j" || event.key === "k") {
    step(event.key === "j" ? 1 : -1);
  } else if ((event.key === "Enter" || event.key === " ") && event.target.classList.contains("para")) {
    event.preventDefault();
    choose(event.target.dataset.key, false);
  }
});

for (const id of Object.values(filters)) document.getElementById(id).addEventListener("change", filter);
document.querySelector(".filters").addEventListener("submit", (event) => event.preventDefault());
