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

const post = async (url, csrf, body) => {
  const end = new AbortController();
  const clock = setTimeout(() => end.abort(), PATIENCE);
  try {
    return await fetch(url, {
      method: "POST",
      credentials: "same-origin",
      redirect: "error",
      cache: "no-store",
      signal: end.signal,
      headers: {
        "Accept": "application/json",
        "Content-Type": "application/json",
        "X-CSRFToken": cookie(csrf),
      },
      body: JSON.stringify(body),
    });
  } finally {
    clearTimeout(clock);
  }
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

export const ask = async (url, csrf, body) => {
  try {
    return await understood(await post(url, csrf, body));
  } catch {
    return { trouble: "no-contact" };
  }
};

// One record that breaks the society's program must not hold up all others for good: tried three
// times by itself, it waits behind them until this page is opened anew.
const broke = new Map();
const next = async (most) =>
  (await all()).filter((one) => !one.said && (broke.get(one.id) || 0) < 3).slice(0, most);

const inTurn = async (does) => {
  // Two pages of one tablet send one after the other; where the browser cannot say, both send, and
  // the society takes each record once.
  if (!navigator.locks) return does();
  return navigator.locks.request("kintrace-sending", does);
};

const answered = (said, records) =>
  !said.trouble && (!records.length || records.some((one) => said.outcomes[one.id]));

// Sends until nothing waits or something stands in the way, which it gives. It asks at least once,
// so that what the society says of the day is known here.
export const send = (places) =>
  inTurn(async () => {
    const device = await kept("device");
    if (!device) return { trouble: "not-ready" };
    for (let most = AT_ONCE; ;) {
      const records = await next(most);
      const said = await ask(places.contact, places.csrf, {
        device: device.id,
        society: device.society,
        records: records.map((one) => ({ id: one.id, sealed: base64(one.sealed) })),
      });
      if (said.trouble === "broken" && records.length > 1) {
        most = 1;
        continue;
      }
      if (said.trouble === "broken" && records.length)
        broke.set(records[0].id, (broke.get(records[0].id) || 0) + 1);
      if (!answered(said, records)) return said.trouble ? said : { trouble: "no-contact" };
      const left = await settle(said.outcomes, said.state);
      if (!left || !records.length) return said;
    }
  });
