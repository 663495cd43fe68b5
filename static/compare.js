// Who is chosen from the suggestions is taken at once, by number: no name has to be typed to its end.

for (const form of document.querySelectorAll(".choose")) {
  form.addEventListener("suggest:chosen", (event) => {
    const asked = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    asked.set(event.target.name, event.detail.key);
    location.assign(`${form.action.split("?")[0]}?${asked}`);
  });
}
