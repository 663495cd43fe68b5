/* The recovery codes: buttons that copy and print them. Without this script the page is complete, the buttons are not shown. */
"use strict";

const said = document.querySelector("[data-said]");

for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue; // only on https and on the same machine
  button.hidden = false;
  button.addEventListener("click", async () => {
    const codes = document.querySelectorAll(`#${button.dataset.copy} li`);
    await navigator.clipboard.writeText([...codes].map((code) => code.textContent.trim()).join("\n"));
    said.textContent = button.dataset.done;
  });
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
