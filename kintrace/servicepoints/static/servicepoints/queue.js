// Shows what waits on this tablet: how much, since when, and what stands in the way. Of a record
// nothing can be said but when it was made; what it holds cannot be read here any more.
"use strict";
import { OLD } from "./outbox.js";

const all = (name) => document.querySelectorAll(`[data-${name}]`);

export const show = (name, on) => {
  for (const one of all(name)) one.hidden = !on;
};

export const write = (name, value) => {
  for (const one of all(name)) if (one.textContent !== String(value)) one.textContent = value;
};

// One sentence at a time: what stands in the way of sending, or none.
export const trouble = (code) => {
  for (const one of all("trouble")) one.hidden = one.dataset.trouble !== code;
};

// What became of the last deed, where it was not kept; the next one that is takes it away.
export const notKept = (code) => {
  for (const one of all("not-kept")) one.hidden = one.dataset.notKept !== code;
};

const twice = (number) => String(number).padStart(2, "0");
const time = (moment) => {
  const clock = `${twice(moment.getHours())}:${twice(moment.getMinutes())}`;
  if (moment.toDateString() === new Date().toDateString()) return clock;
  return `${moment.getFullYear()}-${twice(moment.getMonth() + 1)}-${twice(moment.getDate())} ${clock}`;
};

const row = (record) => {
  const line = document.getElementById("waiting-row").content.cloneNode(true);
  const when = line.querySelector("time");
  when.dateTime = record.at;
  when.textContent = time(new Date(record.at));
  line.querySelector("[data-why]").textContent = record.said || "";
  line.querySelector("[data-refused]").hidden = !record.said;
  for (const button of line.querySelectorAll("button")) button.value = record.id;
  return line;
};

// A browser takes a cookie of such a name away only by a line as safe as the one that set it.
export const remember = (name, number) => {
  const lasts = number ? 30 * 24 * 3600 : 0;
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `${name}=${number}; Path=/; Max-Age=${lasts}; SameSite=Strict${secure}`;
};

// Two thousand lines are drawn for who looks at them; those with a reason stand open by themselves.
let complained = 0;
const showLines = (records, refused) => {
  const fold = document.querySelector("details[data-listed]");
  if (refused.length > complained) fold.open = true;
  complained = refused.length;
  const shown = fold.open ? records : refused;
  document.getElementById("waiting-list").replaceChildren(...shown.map(row));
};

export const showQueue = (records, ready, cookie) => {
  const refused = records.filter((one) => one.said);
  const old = records.some((one) => Date.now() - new Date(one.at).getTime() > OLD);
  write("waiting", records.length - refused.length);
  write("waiting-all", records.length);
  show("some-wait", records.length > refused.length);
  show("none-waits", ready && !records.length);
  show("some-refused", refused.length > 0);
  show("some-old", old);
  showLines(records, refused);
  show("listed", records.length > 0);
  // Signing out asks before what waits is lost (network's door reads this number).
  remember(cookie, records.length);
};
