// Brings what waits on this tablet to the society. Whether there is a network is judged by what
// comes back, never by what the browser believes: a station's Wi-Fi answers everything with a page
// of its own. Whatever is not answered in so many words stays here and is sent again.
"use strict";
import { all, kept, settle } from "./outbox.js";
import { base64 } from "./seal.js";

const AT_ONCE = 25;
const PATIENCE = 30000;

const cookie = (name) => {
  const found = document.cookie.split("; ").find((one) => one.startsWith(`${name}=`));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : "";
};

const said = async (places, body) => {
  const headers = { "Accept": "application/json" };
  if (!body) return { headers };
  // Where the browser lost it, the page to sign in gives a new one.
  if (!cookie(places.csrf)) await fetch(places.signIn, { cache: "no-store" });
  headers["Content-Type"] = "application/json";
  headers["X-CSRFToken"] = cookie(places.csrf);
  return { method: "POST", headers, body: JSON.stringify(body) };
};

// What an answer means: its words, or a code for what stands in the way.
const understood = async (answer) => {
  if (answer.status === 401) return { trouble: "signed-out" };
  const ours = (answer.headers.get("Content-Type") || "").startsWith("application/json");
  const said = ours ? await answer.json() : {};
  if (answer.ok && ours) return said;
  if (said.trouble) return said;
  if (answer.status >= 500) return { trouble: "broken" };
  return { trouble: answer.status === 403 ? "signed-out" : "no-contact" };
};

// Without a body it only asks.
export const ask = async (places, url, body) => {
  const end = new AbortController();
  const clock = setTimeout(() => end.abort(), PATIENCE);
  const how = { credentials: "same-origin", redirect: "error", cache: "no-store" };
  try {
    const request = { ...await said(places, body), ...how, signal: end.signal };
    return await understood(await fetch(url, request));
  } catch {
    return { trouble: "no-contact" };
  } finally {
    clearTimeout(clock);
  }
};

const contact = async (places, device, records) => {
  const answer = await ask(places, places.contact, {
    device: device.id,
    society: device.society,
    records: records.map((one) => ({ id: one.id, sealed: base64(one.sealed) })),
  });
  if (answer.trouble) return answer;
  const ours = answer.outcomes && records.every((one) => answer.outcomes[one.id]);
  return ours ? answer : { trouble: "no-contact" };
};

const next = async (most, broke) =>
  (await all()).filter((one) => !one.said && !broke.has(one.id)).slice(0, most);

const inTurn = async (does) => {
  // Two pages of one tablet send one after the other; where the browser cannot say, both send, and
  // the society takes each record once.
  if (!navigator.locks) return does();
  return navigator.locks.request("kintrace-sending", does);
};

// Sends until nothing waits or something stands in the way, which it gives. It asks at least once,
// so that what the society says of the day is known here. One record that breaks the society's
// program must not hold up all others: tried twice by itself, it waits for the next time.
export const send = (places) =>
  inTurn(async () => {
    const device = await kept("device");
    if (!device) return { trouble: "not-ready" };
    const broke = new Set();
    for (let most = AT_ONCE, tries = 0; ;) {
      const records = await next(most, broke);
      const said = await contact(places, device, records);
      if (said.trouble === "broken" && records.length) {
        // Six times in a row it is not the record.
        if (most === 1 && ++tries === 6) return said;
        if (most === 1 && tries % 2 === 0) broke.add(records[0].id);
        most = 1;
        continue;
      }
      if (said.trouble) return said;
      tries = 0;
      const left = await settle(said.outcomes, said.state);
      if (!left || !records.length) return broke.size ? { trouble: "broken" } : said;
    }
  });
