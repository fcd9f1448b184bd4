// Locks what was done here, and writes it down before anybody is told that it was done.
"use strict";
import { add, kept, newNumber } from "./outbox.js";
import { bytes, seal } from "./seal.js";

// kind, fields: as kinds.py of the society reads them. change: what the page shows from now on.
export const keepRecord = async (kind, fields, change = (state) => state, id = newNumber()) => {
  const [device, state] = [await kept("device"), await kept("state")];
  const at = new Date().toISOString();
  const told = { kind, at, by: state.member, point: state.point.id, fields };
  const sealed = await seal(bytes(device.key), device.society, id, told);
  await add({ id, at, sealed }, { state: change });
  return id;
};
