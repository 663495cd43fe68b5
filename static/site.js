// Small comforts; every page works without them.

const root = document.documentElement;
const systemDark = matchMedia("(prefers-color-scheme: dark)");
const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : systemDark.matches);

// The theme switch names the theme that it leads to.
for (const button of document.querySelectorAll("[data-theme-switch]")) {
  const name = button.querySelector("[data-theme-name]");
  const show = () => {
    name.textContent = isDark() ? button.dataset.light : button.dataset.dark;
  };
  button.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    try {
      localStorage.setItem("theme", root.dataset.theme);
    } catch {
      // Without storage the choice lasts as long as the page.
    }
    show();
  });
  systemDark.addEventListener("change", show);
  show();
  button.hidden = false;
}

// An address without the fields that were left empty can be read and shared.
for (const form of document.querySelectorAll("form[method=get]")) {
  form.addEventListener("formdata", (event) => {
    for (const [key, value] of [...event.formData]) if (value === "") event.formData.delete(key);
  });
}

// Printing from the page, where a browser can.
for (const button of document.querySelectorAll("[data-print]")) {
  button.addEventListener("click", () => print());
  button.hidden = false;
}

// A quotation is copied with its source; where the clipboard is closed it is chosen, to be copied by hand.
for (const button of document.querySelectorAll("[data-copy]")) {
  const text = button.parentElement.querySelector(".cite-text");
  const status = button.parentElement.querySelector("[role=status]");
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text.innerText.trim());
      status.textContent = button.dataset.copy;
    } catch {
      getSelection().selectAllChildren(text);
    }
  });
  button.hidden = false;
}

// A menu over the page closes as menus do: by a click beside it or by Escape.
for (const menu of document.querySelectorAll("details.take-away, details.follow")) {
  document.addEventListener("click", (event) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
}
