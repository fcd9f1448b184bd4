// Keys for lists of work. Without it everything is reached by Tab and Enter. A switch on the page
// turns single keys off for who speaks to the computer.
"use strict";
(() => {
  const OFF = "kintrace-keys-off";
  const legend = document.querySelector("details.keys");
  const choice = legend.querySelector("input");
  const kept = () => {
    try { return localStorage.getItem(OFF) === "1"; } catch { return false; }
  };
  const keep = (off) => {
    try { localStorage.setItem(OFF, off ? "1" : ""); } catch { /* it lasts as long as the page */ }
  };
  // Lines of the page, each by its first link: Enter opens it, as anywhere.
  const lines = () =>
    [...document.querySelectorAll("table.work tbody tr")]
      .map((row) => row.querySelector("a[href]"))
      .filter(Boolean);
  const here = () => lines().findIndex((one) => one.closest("tr").contains(document.activeElement));

  const move = (by) => {
    const all = lines(), now = here();
    const next = now < 0 ? 0 : Math.min(Math.max(now + by, 0), all.length - 1);
    if (all[next]) all[next].focus();
  };
  const go = (selector) => {
    const one = document.querySelector(selector);
    if (one) one.focus();
    return one;
  };
  const does = {
    j: () => move(1),
    k: () => move(-1),
    n: () => { const one = go("a[data-new]"); if (one) one.click(); },
    w: () => go("nav.tabs a"),
    "/": () => go("input[data-find]"),
    "?": () => { legend.open = !legend.open; legend.querySelector("summary").focus(); },
  };
  // By the letter, or where the keyboard writes another script by its place.
  const said = (event) => {
    if (/^[a-z]$/i.test(event.key)) return event.key.toLowerCase();
    if (event.key === "؟") return "?";
    if (event.key in does) return event.key;
    return event.code.startsWith("Key") ? event.code.slice(3).toLowerCase() : event.key;
  };

  choice.checked = !kept();
  choice.closest("[hidden]").hidden = false;
  choice.addEventListener("change", () => keep(!choice.checked));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest("input, select, textarea")) return;
    const arrow = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    // Arrows scroll the page, but for who is in the list already.
    if (arrow && here() >= 0) move(arrow);
    else if (choice.checked && !arrow && does[said(event)]) does[said(event)]();
    else return;
    event.preventDefault();
  });
})();
