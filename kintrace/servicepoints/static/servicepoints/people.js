// Somebody to see again: the notice is read from this tablet, and what is told is locked as it is
// kept. Nothing of anybody stays in the form, and none of it can be read here again.
"use strict";
import { show } from "./queue.js";

const LISTED = "needs";
const form = () => document.getElementById("person-form");

let known = "";
let notices = [];

// A form that somebody is filling in is left alone while its notices are the same.
const draw = (state) => {
  notices = state.notices || [];
  show("has-notice", notices.length > 0);
  show("no-notice", notices.length === 0);
  const names = notices.map((one) => one.id).join();
  if (names === known) return;
  known = names;
  const list = form().elements.text;
  list.replaceChildren(...notices.map((one) => new Option(one.name, one.id)));
  read();
};

const read = () => {
  const words = document.querySelector("[data-notice-words]");
  const one = notices.find((other) => other.id === form().elements.text.value);
  words.lang = one ? one.language : "";
  words.dir = one ? one.direction : "";
  const lines = one ? one.short.split(/\n+/) : [];
  words.replaceChildren(
    ...lines.map((line) => Object.assign(document.createElement("p"), { textContent: line })),
  );
};

const told = () => {
  const said = new FormData(form());
  const fields = Object.fromEntries(said.entries());
  return { ...fields, [LISTED]: said.getAll(LISTED) };
};

const lock = async (does) => {
  const fields = told();
  show("no-need", fields[LISTED].length === 0);
  if (!fields[LISTED].length) return;
  if (!await does("registration", fields)) return;
  form().reset();
  read();
  // What is said about it stands above: the long form folds up.
  form().closest("details").open = false;
  show("person-kept", true);
};

export const people = {
  draw,
  listen: (does) => {
    form().elements.text.addEventListener("change", read);
    form().addEventListener("input", () => show("person-kept", false));
    form().addEventListener("submit", (event) => {
      event.preventDefault();
      lock(does);
    });
  },
};
