// Where a script runs, another record is chosen as one types: the chooser works, and the plain field, its button and
// what it found go. Runs before Django's own script, which makes the chooser of a field that it can see.
"use strict";
for (const row of document.querySelectorAll(".other-choice")) {
  const scripted = row.querySelector(".other-scripted");
  for (const field of scripted.querySelectorAll("select")) field.disabled = false;
  scripted.hidden = false;
  for (const plain of row.querySelectorAll(".other-plain")) plain.remove();
}
django.jQuery(() => nameChoosers(document)); // after what Django itself does then
