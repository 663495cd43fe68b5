/* The review page: everything works without this; with it nothing reloads, and single keys do what buttons do. */
"use strict";
(() => {
  const sheet = () => document.getElementById("sheet");
  if (!sheet()) {
    django.jQuery(() => nameChoosers(document));  /* a form on a page of its own, once Django has made its choosers */
    return;
  }
  const current = () => sheet().querySelector(".card[aria-current]");
  const cards = () => [...sheet().querySelectorAll(".card")].filter((card) => card.offsetParent !== null);
  const ON = "review-keys";
  const TYPED = "input:not([type=checkbox]), textarea, select, .select2-container";

  /* Makes `card` the one that is looked at: its words stand out in the text, and the keys act on it. */
  function look(card, scroll = true) {
    if (!card) return;
    current()?.removeAttribute("aria-current");
    card.setAttribute("aria-current", "true");
    const words = new Set(card.dataset.words.split(" "));
    let first = null;
    for (const mark of sheet().querySelectorAll("mark[data-key]")) {
      const strong = words.has(mark.dataset.key);
      mark.classList.toggle("is-strong", strong);
      if (strong) first ??= mark;
    }
    const box = document.getElementById("press-text");
    if (first && getComputedStyle(box).overflowY !== "visible") {
      const place = first.getBoundingClientRect().top - box.getBoundingClientRect().top;
      box.scrollTo({ top: box.scrollTop + place - box.clientHeight / 3 });
    }
    card.focus({ preventScroll: true });
    if (scroll) card.scrollIntoView({ block: "nearest" });
    const undo = sheet().querySelector('.sheet-tools input[name="card"]');
    if (undo) undo.value = card.dataset.card;
  }

  /* Puts what the server answered in the place of what is shown; goes there where it is another page. */
  function show(page, answer) {
    const fresh = page.getElementById("sheet");
    if (!fresh) return location.reload();
    const scrolled = document.getElementById("press-text").scrollTop;
    sheet().replaceWith(document.adoptNode(fresh));
    document.getElementById("press-text").scrollTop = scrolled;
    history.replaceState(null, "", answer.url);
    begin();
    look(current());
    /* A live region tells only what changes after it is there. */
    const said = document.getElementById("said");
    const words = said.innerHTML;
    said.textContent = "";
    requestAnimationFrame(() => { said.innerHTML = words; });
  }

  function showForm(page, from) {
    const form = page.getElementById("record-form");
    const open = sheet().querySelector("#record-form");
    const place = from?.closest(".card")?.querySelector(".card-form") ?? open?.parentElement ?? document.getElementById("adding");
    if (!form || !place) return location.reload();
    open?.remove();
    place.replaceChildren(document.adoptNode(form));
    window.django?.jQuery?.(".admin-autocomplete", place).djangoAdminSelect2();
    nameChoosers(place);
    place.scrollIntoView({ block: "nearest" });
    (form.querySelector('[aria-invalid="true"]') ?? form.querySelector("#form-head")).focus({ preventScroll: true });
  }

  /* One thing after the other: keys that are pressed while the server works act on what it answers. */
  let pending = Promise.resolve();
  const after = (act) => { pending = pending.then(act).catch((error) => { console.error(error); location.reload(); }); };

  async function send(form, data) {
    const address = new URL(form.getAttribute("action") || form.dataset.address || location.href, location.href);
    sheet().setAttribute("aria-busy", "true");
    try {
      let answer;
      if (form.method === "get") {
        address.search = new URLSearchParams(data).toString();
        answer = await fetch(address);
      } else {
        answer = await fetch(address, { method: "POST", body: data });
      }
      if (!answer.url.includes("/review/article/")) { location.assign(answer.url); return; }
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (page.getElementById("record-form")) {
        showForm(page, form);
        const shown = sheet().querySelector("#record-form form[data-record-form]");
        if (shown) shown.dataset.address = answer.url;
      } else {
        show(page, answer);
      }
    } finally {
      sheet()?.removeAttribute("aria-busy");
    }
  }

  async function openForm(link) {
    const answer = await fetch(link.href);
    if (!answer.ok) { location.assign(link.href); return; }
    showForm(new DOMParser().parseFromString(await answer.text(), "text/html"), link);
    for (const form of sheet().querySelectorAll("#record-form form[data-record-form]")) form.dataset.address = answer.url;
  }

  function leave() {
    const form = document.getElementById("record-form");
    if (!form) return false;
    const card = form.closest(".card");
    form.remove();
    if (!card) document.getElementById("add")?.querySelector("summary").focus();
    if (card) look(card);
    return true;
  }

  /* The words chosen in the text go into the field from which a record is added. */
  function chosen() {
    const selection = getSelection();
    const text = document.getElementById("press-text");
    const words = text.contains(selection.anchorNode) ? selection.toString().trim() : "";
    const field = document.getElementById("add-words");
    if (!words || !field) return;
    field.value = words;
    document.getElementById("add").open = true;
  }

  document.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-swap], [data-record-form], #add form")) return;
    event.preventDefault();
    const data = new FormData(event.target, event.submitter);
    after(() => send(event.target, data));
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link && (event.ctrlKey || event.metaKey || event.shiftKey)) return;
    if (link?.matches("[data-form]")) { event.preventDefault(); look(link.closest(".card"), false); after(() => openForm(link)); return; }
    if (link?.matches("[data-leave]") && leave()) { event.preventDefault(); return; }
    if (link?.closest("#press-text")) {
      const card = document.getElementById(new URL(link.href).hash.slice(1));
      if (card && getSelection().isCollapsed) { event.preventDefault(); look(card); }
      return;
    }
    const card = event.target.closest(".card");
    if (card && card !== current() && !event.target.closest("button, input, summary, textarea, select")) look(card, false);
  });
  document.addEventListener("mouseup", () => setTimeout(chosen));
  document.addEventListener("touchend", () => setTimeout(chosen, 300));

  const acts = {
    j: () => step(1), ArrowDown: () => step(1), k: () => step(-1), ArrowUp: () => step(-1),
    a: () => press("a"), e: () => press("e"), r: () => press("r"), u: () => press("u"), n: () => press("n"),
    t: () => { chosen(); const add = document.getElementById("add"); if (add) { add.open = true; document.getElementById("add-words").focus(); } },
    "?": () => { const keys = document.getElementById("keys"); keys.open = !keys.open; keys.querySelector("summary").focus(); },
  };

  function step(by) {
    const all = cards();
    look(all[Math.min(all.length - 1, Math.max(0, all.indexOf(current()) + by))]);
  }

  function press(key) {
    const within = "une".includes(key) && key !== "e" ? sheet().querySelector(".sheet-tools") : current();
    const target = within?.querySelector(`[data-key="${key}"]:not([disabled])`);
    if (!target) return;
    if (key === "r") {
      const form = target.parentElement;
      form.open = true;
      form.querySelector("input[name=reason]").focus();
    } else target.click();
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") { if (!leave()) escape(); return; }
    if (event.target.closest(TYPED) || localStorage.getItem(ON) === "off") return;
    if (event.key.startsWith("Arrow") && !event.target.closest(".card") && event.target !== document.body) return;
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    after(() => { if (!document.activeElement.closest(TYPED)) act(); });
  });

  function escape() {
    const open = sheet().querySelector(".part-reject[open], .sheet-add[open], .sheet-keys[open]");
    if (open) open.open = false;
    look(current());
  }

  function begin() {
    const toggle = document.getElementById("keys-on");
    toggle.closest("[hidden]").hidden = false;
    toggle.checked = localStorage.getItem(ON) !== "off";
    toggle.addEventListener("change", () => localStorage.setItem(ON, toggle.checked ? "on" : "off"));
  }
  begin();
  look(current());
})();
