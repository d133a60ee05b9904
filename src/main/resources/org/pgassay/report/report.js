"use strict";
(() => {
  const filter = document.getElementById("filter");
  if (!filter) return;
  filter.hidden = false;
  const query = document.getElementById("query");
  const shown = document.getElementById("shown");
  const toggles = [...filter.querySelectorAll("input[type=checkbox]")];
  const groups = [...document.querySelectorAll("details.group")];
  const MOST_OPENED = 300;
  let index = null;

  // Read once, at the first search: twenty thousand rows are many to read while the page opens.
  const read = () => groups.map((group) => ({
    group,
    open: group.open,
    check: group.querySelector("summary code").textContent.toLowerCase(),
    rows: [...group.querySelectorAll("tbody tr")].map((row) => ({
      row, verdict: row.dataset.verdict, text: row.textContent.toLowerCase(),
    })),
  }));

  const apply = () => {
    index ??= read();
    const words = query.value.toLowerCase().split(/\s+/).filter(Boolean);
    const verdicts = new Set(toggles.filter((box) => box.checked).map((box) => box.value));
    const narrowed = words.length > 0 || verdicts.size < toggles.length;
    let all = 0;
    let found = 0;
    for (const entry of index) {
      let here = 0;
      for (const { row, verdict, text } of entry.rows) {
        const hit = verdicts.has(verdict) && words.every((word) => text.includes(word) || entry.check.includes(word));
        if (row.hidden === hit) row.hidden = !hit;
        if (hit) here++;
      }
      all += entry.rows.length;
      entry.group.hidden = here === 0;
      entry.group.open = narrowed ? here > 0 && found + here <= MOST_OPENED : entry.open;
      found += here;
    }
    const number = (value) => value.toLocaleString("en");
    shown.textContent = narrowed ? `${number(found)} of ${number(all)} results` : "";
  };

  let timer = 0;
  query.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(apply, 120);
  });
  toggles.forEach((box) => box.addEventListener("change", apply));
  const openAll = (open) => groups.forEach((group) => { group.open = open && !group.hidden; });
  document.getElementById("expand").addEventListener("click", () => openAll(true));
  document.getElementById("collapse").addEventListener("click", () => openAll(false));

  // On paper a closed group would hide what is signed; a browser that knows ::details-content needs no help.
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll(".few details.group:not([open])")];
    closed.forEach((group) => { group.open = true; });
  });
  addEventListener("afterprint", () => {
    closed.forEach((group) => { group.open = false; });
    closed = [];
  });
})();
