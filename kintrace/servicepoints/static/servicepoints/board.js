// The counters and the charging board, from what this tablet knows: numbers as the society told
// them last, and what was done here since.
"use strict";
import { kept, newNumber } from "./outbox.js";
import { notKept, show, write } from "./queue.js";

const CALLS = ["call", "call_5", "call_15", "call_more"];
const TOO_LONG = 4 * 3600 * 1000;
const ON_BOARD = ["charging", "full"];
const one = (name) => document.querySelector(`[data-${name}]`);

// Days are the society's: they begin where its own clock says so.
const today = () => new Date().toISOString().slice(0, 10);

// Yesterday's numbers are over; phones stay on the board until somebody fetches them.
const ofToday = (state) =>
  state.day === today() ? state : { ...state, day: today(), counts: {}, closed: false };

const counted = (service, by) => (state) => {
  const now = ofToday(state);
  const number = Math.max(0, (now.counts[service] || 0) + by);
  return { ...now, counts: { ...now.counts, [service]: number } };
};

const lying = (state) => state.tickets.filter((ticket) => ON_BOARD.includes(ticket.state));

// This tablet's own part of the board first: another one, of which nothing is heard, gives its own.
const free = (state, numbers) => {
  const taken = new Set(lying(state).map((ticket) => ticket.number));
  const every = Array.from({ length: state.point.slots }, (_, at) => at + 1);
  return [...numbers, ...every].find((number) => !taken.has(number)) || null;
};

const given = (ticket) => (state) => {
  const now = counted("charging", 1)(state);
  return { ...now, tickets: [...now.tickets, ticket] };
};

const moved = (id, to) => (state) => ({
  ...state,
  tickets: state.tickets.map((ticket) => (ticket.id === id ? { ...ticket, state: to } : ticket)),
});

const look = (ticket) => {
  if (Date.now() - new Date(ticket.given).getTime() > TOO_LONG) return "old";
  return ticket.state === "full" ? "ready" : "on";
};

const slot = (words, number, ticket) => {
  const place = document.createElement("li");
  const inside = document.createElement(ticket ? "button" : "span");
  const said = document.createElement("small");
  const how = ticket ? look(ticket) : "free";
  said.textContent = words[how];
  if (ticket) {
    inside.className = how;
    inside.dataset.ticket = ticket.id;
  }
  inside.append(String(number), said);
  place.append(inside);
  return place;
};

const drawBoard = (state, device) => {
  const list = one("board");
  const by = new Map(lying(state).map((ticket) => [ticket.number, ticket]));
  const most = Math.max(state.point.slots, ...by.keys());
  const numbers = Array.from({ length: most }, (_, at) => at + 1);
  list.replaceChildren(...numbers.map((number) => slot(list.dataset, number, by.get(number))));
  const next = free(state, device.numbers);
  show("has-board", state.point.slots > 0);
  show("slot-free", next !== null);
  show("no-slot-free", next === null);
  write("next-number", next);
};

let open = "";
const drawTicket = (state) => {
  const ticket = lying(state).find((other) => other.id === open);
  show("ticket-panel", Boolean(ticket));
  if (!ticket) return;
  write("ticket-number", ticket.number);
  show("may-be-full", ticket.state === "charging");
};

const draw = (told, device) => {
  const state = ofToday(told);
  for (const place of document.querySelectorAll("[data-count]")) {
    const services = place.dataset.count === "call" ? CALLS : [place.dataset.count];
    const sum = services.reduce((all, service) => all + (state.counts[service] || 0), 0);
    if (place.textContent !== String(sum)) place.textContent = sum;
  }
  show("day-closed", state.closed);
  drawBoard(state, device);
  drawTicket(state);
};

const whom = () => {
  const form = document.getElementById("whom");
  return { language: form.language.value, band: form.band.value };
};

const takeBack = async (does, service) => {
  const state = ofToday(await kept("state"));
  if (!state.counts[service]) return notKept("nothing-counted");
  return does("take_back", { service, ...whom() }, counted(service, -1));
};

const give = async (does) => {
  const [state, device] = [await kept("state"), await kept("device")];
  const number = free(state, device.numbers);
  if (number === null) return;
  // The record of the ticket and the ticket have one number.
  const id = newNumber(), at = new Date().toISOString();
  const ticket = { id, number, state: "charging", given: at };
  if (await does("ticket", { number, ...whom() }, given(ticket), id)) {
    write("given-number", number);
    show("given", true);
  }
};

const move = async (does, to) => {
  const id = open;
  if (await does("move", { ticket: id, to }, moved(id, to))) open = to === "full" ? open : "";
};

export const board = {
  draw,
  // does: locks a deed and writes it down; redraw: shows the page anew.
  listen: (page, does, redraw) => {
    const presses = {
      count: (service) => does("count", { service, ...whom() }, counted(service, 1)),
      take_back: (service) => takeBack(does, service),
      give: () => give(does),
      move: (to) => move(does, to).then(redraw),
    };
    page.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button) return;
      if (button.dataset.does) presses[button.dataset.does](button.value);
      if (!button.dataset.ticket) return;
      open = button.dataset.ticket;
      redraw().then(() => one("ticket-panel").focus());
    });
    const form = document.getElementById("whom");
    const chosen = () => show("whom-chosen", form.language.value !== "" || form.band.value !== "");
    form.addEventListener("change", chosen);
    form.addEventListener("reset", () => setTimeout(chosen));
    form.addEventListener("submit", (event) => event.preventDefault());
  },
};
