// What Select2 makes of a chooser in `place` has no name of its own: it is given the label's.
"use strict";
function nameChoosers(place) {
  for (const select of place.querySelectorAll("select.admin-autocomplete")) {
    const label = place.querySelector(`label[for="${select.id}"]`);
    const shown = document.getElementById(`select2-${select.id}-container`);
    if (!label || !shown) continue;
    label.id = `${select.id}-label`;
    shown.setAttribute("aria-labelledby", label.id);
    shown.parentElement.setAttribute("aria-labelledby", `${label.id} ${shown.id}`);
  }
}
