// The counters and the charging board.
"use strict";

const draw = () => {};
const listen = () => {};

export const board = { draw, listen };
