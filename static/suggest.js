// Suggestions while one types: the ARIA combobox with a list box. Without it, the same field is a plain search.
//
// <input data-suggest="/suggestions/">; with data-suggest-kind="officials" one record of that kind is chosen: its key
// goes into the field that data-suggest-into names by id, and the field fires "suggest:chosen"; data-suggest-go leads
// to the record's page instead, as without a kind.

const PAUSE = 140; // ms without a key before asking

for (const field of document.querySelectorAll("input[data-suggest]")) suggestIn(field);

function suggestIn(field) {
  const box = document.createElement("div");
  box.id = `${field.id}-suggestions`;
  box.className = "suggest";
  box.hidden = true;
  const list = document.createElement("div");
  list.id = `${field.id}-options`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", field.labels[0]?.textContent.trim() ?? field.name);
  const status = document.createElement("p");
  status.className = "visually-hidden";
  status.setAttribute("role", "status");
  box.append(list);
  field.parentElement.classList.add("suggest-around");
  field.parentElement.append(box, status);

  field.type = "text"; // a field of the type search has no such role
  field.inputMode = "search";
  field.enterKeyHint = "search";
  field.spellcheck = false;
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", list.id]]) {
    field.setAttribute(name, value);
  }

  const leads = !field.dataset.suggestKind || "suggestGo" in field.dataset;
  const into = document.getElementById(field.dataset.suggestInto);
  const known = new Map(); // answers by what was typed
  let asking; // the request under way
  let timer;
  let active = -1;

  const options = () => [...list.querySelectorAll("[role=option]")];

  function show(open) {
    box.hidden = !open;
    field.setAttribute("aria-expanded", String(open));
    if (!open) choose(-1);
  }

  function choose(number) {
    active = number;
    field.removeAttribute("aria-activedescendant");
    options().forEach((option, at) => {
      option.setAttribute("aria-selected", String(at === active));
      if (at !== active) return;
      field.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    });
  }

  function take(option) {
    if (leads) {
      location.assign(option.href);
      return;
    }
    field.value = option.dataset.name;
    if (into) into.value = option.dataset.key;
    show(false);
    field.dispatchEvent(new CustomEvent("suggest:chosen", { bubbles: true, detail: { ...option.dataset } }));
  }

  function fill(markup) {
    list.innerHTML = markup; // made by this site, escaped there
    const count = list.querySelector(".suggest-count");
    count?.remove();
    status.textContent = count?.textContent ?? "";
    options().forEach((option, number) => {
      option.id = `${field.id}-option-${number}`;
    });
    show(options().length > 0 && document.activeElement === field);
    choose(-1);
  }

  async function ask() {
    const typed = field.value.trim();
    asking?.abort();
    if (typed.length < 2) {
      status.textContent = "";
      show(false);
      return;
    }
    if (known.has(typed)) {
      fill(known.get(typed));
      return;
    }
    asking = new AbortController();
    const query = new URLSearchParams({ q: typed });
    if (field.dataset.suggestKind) query.append("kind", field.dataset.suggestKind);
    try {
      const answer = await fetch(`${field.dataset.suggest}?${query}`, { signal: asking.signal });
      if (!answer.ok) throw new Error(answer.statusText);
      const markup = await answer.text();
      known.set(typed, markup);
      if (field.value.trim() === typed) fill(markup);
    } catch (error) {
      if (error.name !== "AbortError") show(false); // the plain search is there still
    }
  }

  field.addEventListener("input", () => {
    if (into) into.value = "";
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });

  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return; // Telex and VNI: the key belongs to the letter
    const count = options().length;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (box.hidden && count) show(true);
      else if (box.hidden) ask();
      if (count) {
        const step = event.key === "ArrowDown" ? 1 : -1;
        choose(active < 0 && step < 0 ? count - 1 : active + step === count ? -1 : active + step);
        event.preventDefault();
      }
    } else if (event.key === "Enter" && !box.hidden && active >= 0) {
      event.preventDefault();
      take(options()[active]);
    } else if (event.key === "Escape" && !box.hidden) {
      event.preventDefault();
      show(false);
    } else if (event.key === "Tab") {
      show(false);
    }
  });

  field.addEventListener("focus", () => {
    if (options().length && field.value.trim().length > 1) show(true);
  });

  field.addEventListener("blur", () => {
    clearTimeout(timer);
    asking?.abort();
    show(false);
  });

  // The field keeps the focus while the mouse chooses; a link opens as links do.
  box.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (!option || leads) return;
    event.preventDefault();
    take(option);
  });
}
