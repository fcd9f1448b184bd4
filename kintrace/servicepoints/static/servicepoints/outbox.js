// What waits on this tablet, in its own database. Of a record it holds a number, sealed bytes, when
// it was made and, where the society could not take it, why. What is written is on the disk before
// anybody is told so; a battery that dies afterwards takes nothing along.
"use strict";

const NAME = "kintrace-point";
const WAITING = "waiting", KEPT = "kept";
export const MOST = 2000;
export const OLD = 72 * 3600 * 1000;

// Said to who works here; each has its sentence on the page.
export class Trouble extends Error {
  constructor(code) {
    super(code);
    this.code = code;
  }
}

const asked = (request) =>
  new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });

let opened = null, emptied = false;
const database = () => {
  // An answer that is still on its way must not begin anew what was taken away.
  if (emptied) return Promise.reject(new Trouble("emptied"));
  if (opened) return opened;
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(WAITING, { keyPath: "place", autoIncrement: true });
    request.result.createObjectStore(KEPT);
  };
  opened = asked(request).then((db) => {
    // Another page empties this tablet: let it, and begin anew with the next word.
    const let_go = () => { db.close(); opened = null; };
    db.onversionchange = let_go;
    db.onclose = () => { opened = null; };
    return db;
  });
  opened.catch(() => { opened = null; });
  return opened;
};

// One transaction that is on the disk when it is done, or not there at all.
const written = async (does) => {
  const db = await database();
  const how = { durability: "strict" };
  const all = db.transaction([WAITING, KEPT], "readwrite", how);
  return new Promise((done, failed) => {
    let result;
    all.oncomplete = () => done(result);
    all.onabort = () => failed(all.error);
    const doing = does(all.objectStore(WAITING), all.objectStore(KEPT));
    doing.then((said) => { result = said; }).catch((problem) => {
      failed(problem);
      try { all.abort(); } catch { /* it ended by itself */ }
    });
  });
};

const full = (problem) =>
  problem && problem.name === "QuotaExceededError" ? new Trouble("full") : problem;

const read = async (store, does) => {
  const db = await database();
  return asked(does(db.transaction(store).objectStore(store)));
};

// Puts a sealed record at the end and writes beside it what the page shows from now on.
export const add = async (record, shown = {}) => {
  try {
    await written(async (waiting, kept) => {
      if (await asked(waiting.count()) >= MOST) throw new Trouble("many");
      for (const [name, change] of Object.entries(shown))
        kept.put(change(await asked(kept.get(name))), name);
      await asked(waiting.add(record));
    });
  } catch (problem) {
    throw full(problem);
  }
};

export const all = () => read(WAITING, (store) => store.getAll());
export const kept = (name) => read(KEPT, (store) => store.get(name));
export const keep = async (name, value) => {
  try {
    await written((_, store) => asked(store.put(value, name)));
  } catch (problem) {
    throw full(problem);
  }
};

// What the society said of each: taken ones go, others stay with the reason. Where nothing waits
// any more, its own numbers take the place of those counted here.
export const settle = (outcomes, state) =>
  written(async (waiting, store) => {
    let left = 0;
    for (const one of await asked(waiting.getAll())) {
      const outcome = outcomes[one.id];
      if (outcome && outcome.taken) waiting.delete(one.place);
      else if (outcome) waiting.put({ ...one, said: outcome.said });
      else if (!one.said) left += 1;
    }
    if (state && !left) store.put(state, "state");
    return left;
  });

export const again = (id) =>
  written(async (waiting) => {
    for (const one of await asked(waiting.getAll()))
      if (one.id === id) {
        delete one.said;
        waiting.put(one);
      }
  });

export const drop = (id) =>
  written(async (waiting) => {
    for (const one of await asked(waiting.getAll())) if (one.id === id) waiting.delete(one.place);
  });

// This page writes nothing any more.
export const leave = async () => {
  emptied = true;
  const db = opened && await opened.catch(() => null);
  if (db) db.close();
  opened = null;
};

export const wipe = async () => {
  await leave();
  await new Promise((done) => {
    const request = indexedDB.deleteDatabase(NAME);
    request.onsuccess = request.onerror = request.onblocked = done;
  });
};

export const newNumber = () => {
  if (crypto.randomUUID) return crypto.randomUUID();
  const raw = crypto.getRandomValues(new Uint8Array(16));
  raw[6] = raw[6] & 0x0f | 0x40;
  raw[8] = raw[8] & 0x3f | 0x80;
  const hex = [...raw].map((one) => one.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
};
