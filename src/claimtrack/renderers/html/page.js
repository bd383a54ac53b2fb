(() => {
  const get = (id) => document.getElementById(id);
  const words = get("filter-words"), side = get("filter-side"), verdict = get("filter-verdict"), told = get("filter-told");
  const rows = [...document.querySelectorAll("[data-row]")];
  const texts = new Map();
  const text = (row) => texts.get(row) ?? texts.set(row, row.textContent.toLowerCase()).get(row);
  const has = (row, key, wanted) => !wanted || (row.dataset[key] ?? "").split(" ").includes(wanted);
  const filter = () => {
    const sought = words.value.trim().toLowerCase();
    let shown = 0;
    for (const row of rows) {
      const fits = has(row, "sides", side.value) && (!row.dataset.verdict || has(row, "verdict", verdict.value)) && (!sought || text(row).includes(sought));
      row.hidden = !fits;
      shown += fits && row.matches(".matrix tr");
    }
    const all = document.querySelectorAll(".matrix tr[data-row]").length;
    told.value = sought || side.value || verdict.value ? `${shown} of ${all} issues shown` : "";
  };
  const open = () => {
    const target = get(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let at = target; at; at = at.parentElement) {
      if (at.localName === "details") at.open = true;
      at.hidden = false;
    }
    target.scrollIntoView();
  };
  for (const one of [words, side, verdict]) one.addEventListener("input", filter);
  get("filter-clear").addEventListener("click", () => { words.value = side.value = verdict.value = ""; filter(); });
  document.querySelector(".filters").hidden = false;
  addEventListener("hashchange", open);
  open();
})();
