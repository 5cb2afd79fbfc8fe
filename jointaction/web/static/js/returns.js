// Saves a return's boxes while somebody writes: on the server alone, since the computer may be shared.
const form = document.getElementById("return");
const PAUSE = 1500, AGAIN = 5000;
const waiting = new Map();

for (const box of form.querySelectorAll("[data-box]")) {
  box.addEventListener("input", () => soon(box, PAUSE));
  box.addEventListener("change", () => soon(box, 100));
}
addEventListener("beforeunload", (event) => { if (waiting.size) event.preventDefault(); });
addEventListener("focus", () => waiting.forEach((_, box) => soon(box, 100)));
form.addEventListener("submit", () => { waiting.forEach(clearTimeout); waiting.clear(); });

function soon(box, delay) {
  if (box.dataset.clash) return;
  clearTimeout(waiting.get(box));
  waiting.set(box, setTimeout(save, delay, box));
}

function sent(box) {
  const key = box.dataset.box, data = new FormData();
  for (const [name, value] of new FormData(form)) {
    if (name === "csrfmiddlewaretoken" || (name.endsWith(`-${key}`) && typeof value === "string")) data.append(name, value);
  }
  return data;
}

async function save(box) {
  if (box.dataset.saving) return soon(box, 300);
  box.dataset.saving = "yes";
  const data = sent(box), version = waiting.get(box);
  tell(box, "Saving …");
  try {
    const answer = await fetch(box.dataset.save, { method: "POST", body: data, redirect: "manual" });
    if (waiting.get(box) === version) waiting.delete(box);
    await heard(box, answer);
  } catch {
    tell(box, "Not saved yet: no connection. Trying again.", true);
    again(box);
  } finally {
    delete box.dataset.saving;
  }
}

async function heard(box, answer) {
  if (answer.ok) return saved(box, await answer.json());
  if (answer.status === 409) return clashes(box, await answer.json());
  if (answer.status === 422) return tell(box, `Not saved: ${(await answer.json()).problem}`, true);
  if (answer.status >= 500) { tell(box, "Not saved yet: the server is busy. Trying again.", true); return again(box); }
  if (answer.status === 404) return tell(box, "Not saved: this is no longer asked of you. Copy your words.", true);
  tell(box, "Not saved: you are not signed in any more. Open your link, or sign in, in another window; then write on here.", true);
  await renew();
  again(box);
}

// Whoever has signed in again in another window brings new proof; the page as it is now carries it.
async function renew() {
  const page = await fetch(location.pathname, { redirect: "manual" });
  if (!page.ok) return;
  const now = new DOMParser().parseFromString(await page.text(), "text/html").querySelector("#return [name=csrfmiddlewaretoken]");
  for (const each of now ? document.querySelectorAll("[name=csrfmiddlewaretoken]") : []) each.value = now.value;
}

function again(box) { clearTimeout(waiting.get(box)); waiting.set(box, setTimeout(save, AGAIN, box)); }

function saved(box, told) {
  field(box, "state").value = told.state;
  const now = new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  tell(box, `Saved ${now}`);
  const progress = document.getElementById("progress");
  if (progress.textContent !== told.progress) progress.textContent = told.progress;
  const asked = box.querySelector(".ja-box__prompts");
  if (asked.innerHTML.trim() !== told.prompts.trim()) asked.innerHTML = told.prompts;
  if (told.answered === form.querySelectorAll("[data-box]").length) allAnswered();
  const nil = form.querySelector("button[value=nil]");
  if (nil) nil.hidden = told.answered > 0;
}

// What a press on “Hand in” found missing is there by now.
function allAnswered() {
  document.querySelector("[data-unanswered]")?.remove();
  const button = form.querySelector("[data-all-answered]");
  if (button) button.textContent = button.dataset.allAnswered;
}

// Nothing more is saved by itself here until the person has seen both texts and pressed Save.
function clashes(box, told) {
  box.dataset.clash = "yes";
  box.classList.add("ja-box--refused");
  field(box, "state").value = told.state;
  box.querySelector(".ja-box__clash").innerHTML = told.beside;
  tell(box, "Not saved: see above.", true);
}

function field(box, name) { return box.querySelector(`[name="${name}-${box.dataset.box}"]`); }

function tell(box, words, isOff = false) {
  const place = box.querySelector("[data-saved]");
  place.textContent = words;
  place.dataset.state = isOff ? "off" : "on";
}
