// Works a service point from this tablet alone. Every deed is locked and written down first and
// sent afterwards, whenever there is a network, in the order in which it was done.
"use strict";
import { board } from "./board.js";
import { again, all, drop, keep, kept, leave, Trouble, wipe } from "./outbox.js";
import * as cards from "./cards.js";
import { keepRecord } from "./keeping.js";
import { people } from "./people.js";
import { notKept, remember, show, showQueue, trouble, write } from "./queue.js";
import { ask, send } from "./sending.js";

const page = document.querySelector("[data-point]");
const places = page.dataset;
const others = window.BroadcastChannel ? new BroadcastChannel("kintrace-point") : null;

let emptied = false;

const draw = async () => {
  if (emptied) return false;
  const [records, device, state] = [await all(), await kept("device"), await kept("state")];
  const ready = Boolean(device && state && !device.anew);
  showQueue(records, ready, places.cookie);
  show("when-ready", ready);
  show("when-not-ready", !ready);
  if (ready) {
    write("point-name", state.point.name);
    board.draw(state, device);
    people.draw(state);
  }
  return ready;
};

const drawAll = () => {
  if (others) others.postMessage("draw");
  return draw();
};

const empty = async () => {
  emptied = true;
  await wipe();
  for (const name of await caches.keys())
    if (name.startsWith("kintrace-point-")) await caches.delete(name);
  const scope = new URL(places.page, location.origin).href;
  for (const one of await navigator.serviceWorker.getRegistrations())
    if (one.scope === scope) await one.unregister();
  remember(places.cookie, 0);
  if (others) others.postMessage("emptied");
  showEmptied();
};

const showEmptied = () => {
  show("when-working", false);
  show("when-emptied", true);
};

// A tablet that is not where it should be: its society may want it emptied, whoever holds it.
const ordered = async (device) => {
  if (!device) return "";
  const body = { device: device.id, society: device.society, records: [] };
  return (await ask(places, places.order, body)).order || "";
};

let sending = null, once_more = false;
const sendNow = () => {
  if (emptied) return null;
  if (sending) {
    once_more = true;
    return sending;
  }
  const stays = () => { if (!emptied) trouble("broken"); };
  sending = sendAll().catch(stays).finally(() => {
    sending = null;
    if (once_more) {
      once_more = false;
      sendNow();
    }
  });
  return sending;
};

const sendAll = async () => {
  const said = await send(places);
  const device = await kept("device");
  let order = said.order;
  if (said.trouble === "signed-out") order = await ordered(device);
  if (order === "empty") return empty();
  if (order === "anew" && device) await keep("device", { ...device, anew: true });
  trouble(said.trouble && said.trouble !== "not-ready" ? said.trouble : "");
  await drawAll();
};

const failed = (problem) => {
  if (emptied) return;
  notKept(problem instanceof Trouble ? problem.code : "unknown");
  if (!(problem instanceof Trouble)) throw problem;
};

const sync = async () => {
  const worker = await navigator.serviceWorker.getRegistration(places.page);
  if (worker && worker.sync) await worker.sync.register("send").catch(() => null);
};

// What every part of this page does with a deed.
const does = async (kind, fields, change, id) => {
  try {
    await keepRecord(kind, fields, change, id);
  } catch (problem) {
    failed(problem);
    return false;
  }
  notKept("");
  await drawAll();
  sync();
  sendNow();
  return true;
};

// A form of this page that names a kind is a record: it is emptied when it is kept, and not before.
const takeForm = async (form) => {
  const fields = {};
  for (const [name, value] of new FormData(form)) (fields[name] = fields[name] || []).push(value);
  if (await does(form.dataset.kind, fields)) form.reset();
};

const offerPoints = async () => {
  const said = await ask(places, places.points);
  trouble(said.trouble || "");
  if (said.trouble) return;
  const list = document.getElementById("point-list");
  list.replaceChildren(...said.points.map((one) => new Option(one.name, one.id)));
};

const makeReady = async (form) => {
  const wish = { point: form.point.value, name: form.elements.name.value };
  const said = await ask(places, places.ready, wish);
  write("ready-refused", said.said || "");
  show("ready-refused", Boolean(said.said));
  if (said.trouble) return trouble(said.trouble === "refused" ? "" : said.trouble);
  await keep("device", said.device);
  await keep("state", said.state);
  if (navigator.storage && navigator.storage.persist) await navigator.storage.persist();
  trouble("");
  return drawAll();
};

const pressed = {
  "send": () => sendNow(),
  "again": (button) => again(button.value).then(drawAll).then(sendNow),
  "drop": (button) => {
    // Once asks, twice does: nobody throws a record away with a slip of the finger.
    const sure = button.nextElementSibling;
    sure.hidden = false;
    sure.focus();
  },
  "drop-surely": (button) => drop(button.value).then(drawAll),
  "finish": async () => {
    const waits = (await all()).length > 0;
    show("finish-asks", waits);
    if (!waits) await empty().then(() => location.assign(places.signOut));
  },
  "lose": () => empty().then(() => location.assign(places.signOut)),
};

// Another page of this tablet did something.
const hear = (what) => {
  if (what !== "emptied") return draw();
  emptied = true;
  return leave().then(showEmptied);
};

const listen = () => {
  page.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-press]");
    if (button) pressed[button.dataset.press](button);
  });
  const form = document.getElementById("ready-form");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    makeReady(form).catch(failed);
  });
  page.addEventListener("submit", (event) => {
    if (!event.target.dataset.kind) return;
    event.preventDefault();
    takeForm(event.target);
  });
  document.querySelector("details[data-listed]").addEventListener("toggle", draw);
  if (others) others.onmessage = ({ data }) => hear(data);
  window.addEventListener("online", sendNow);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) sendNow(); });
  navigator.serviceWorker.addEventListener("message", sendNow);
  setInterval(async () => {
    if (!emptied && (await all()).some((one) => !one.said)) sendNow();
  }, 60000);
};

const missing = async () => {
  if (!window.isSecureContext) return "secure";
  if (!("serviceWorker" in navigator && window.indexedDB && window.caches)) return "browser";
  // Some private windows have a database and let nobody write to it.
  const full = (problem) => problem instanceof Trouble ? "" : "browser";
  return keep("tried", true).then(() => "", full);
};

const keepPage = async () => {
  await navigator.serviceWorker.register(places.worker, { scope: places.page });
  await navigator.serviceWorker.ready;
  show("kept-here", true);
};

const begin = async () => {
  const lacks = await missing();
  for (const one of document.querySelectorAll("[data-missing]"))
    one.hidden = one.dataset.missing !== lacks;
  if (lacks) return;
  show("when-working", true);
  listen();
  board.listen(page, does, draw);
  people.listen(does);
  cards.listen();
  // Without it everything works but the opening of this page without network.
  keepPage().catch(() => show("not-kept-here", true));
  if (!await draw()) await offerPoints();
  await sendNow();
};

begin().catch(failed);
