// A time is chosen by dragging across the bars of a strip: the days of its first and last bar go into the two fields
// by day, and the form is sent. Without a script, each bar is a link and the fields can be filled by hand.
"use strict";

for (const strip of document.querySelectorAll(".chart-strip[data-since]")) {
  const picture = strip.querySelector(".chart-picture");
  const bars = [...strip.querySelectorAll(".bar")];
  const since = document.getElementById(strip.dataset.since);
  const until = document.getElementById(strip.dataset.until);
  if (!since || !until || !bars.length) continue;
  const said = strip.querySelector(".chart-chosen");
  const hint = strip.querySelector(".chart-hint");
  const write = new Intl.NumberFormat(document.documentElement.lang);
  const far = 6; // px: what moves less is a click
  let from = null; // where the pointer went down, while it is down
  let dragged = false;

  const barAt = (x) => {
    const box = picture.getBoundingClientRect();
    const number = Math.floor(((x - box.left) / box.width) * bars.length);
    return Math.min(bars.length - 1, Math.max(0, number));
  };

  const range = (x) => {
    const [first, last] = [barAt(from), barAt(x)].sort((a, b) => a - b);
    return bars.slice(first, last + 1);
  };

  const show = (chosen) => {
    for (const bar of bars) bar.classList.toggle("bar-dragged", chosen.includes(bar));
    if (!chosen.length) {
      said.textContent = "";
      return;
    }
    const names = [...new Set([chosen[0], chosen.at(-1)].map((bar) => bar.dataset.name))].join(" – ");
    const count = chosen.reduce((sum, bar) => sum + Number(bar.dataset.count), 0);
    said.textContent = `${names}: ${write.format(count)}`;
  };

  const stop = () => {
    from = null;
    show([]);
  };

  picture.addEventListener("pointerdown", (event) => {
    // A finger scrolls the strip.
    if (event.button !== 0 || event.pointerType === "touch") return;
    from = event.clientX;
    dragged = false;
  });
  picture.addEventListener("pointermove", (event) => {
    if (from === null) return;
    if (!dragged && Math.abs(event.clientX - from) < far) return;
    dragged = true;
    picture.setPointerCapture(event.pointerId);
    show(range(event.clientX));
  });
  picture.addEventListener("pointerup", (event) => {
    if (from === null || !dragged) return stop();
    const chosen = range(event.clientX);
    from = null;
    since.value = chosen[0].dataset.first;
    until.value = chosen.at(-1).dataset.last;
    since.form.requestSubmit();
  });
  picture.addEventListener("pointercancel", stop);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && from !== null) stop();
  });
  // The browser's own dragging of a link, and the click that ends a drag, would lead elsewhere.
  picture.addEventListener("dragstart", (event) => event.preventDefault());
  picture.addEventListener(
    "click",
    (event) => {
      if (dragged) event.preventDefault();
      dragged = false;
    },
    true,
  );
  if (hint) hint.hidden = !matchMedia("(any-pointer: fine)").matches;
}

// A strip that is wider than its frame shows what is chosen.
for (const frame of document.querySelectorAll(".chart-strip .chart-frame")) {
  const chosen = frame.querySelector(".bar-in");
  if (!chosen || frame.scrollWidth <= frame.clientWidth) continue;
  const by = chosen.getBoundingClientRect().left - frame.getBoundingClientRect().left;
  if (by < 0) frame.scrollLeft += by - 24;
}
