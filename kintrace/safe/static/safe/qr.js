/* A QR code (ISO/IEC 18004) of up to 213 bytes: versions 1 to 10, byte mode, a quarter of it for
   mending (level M). `Kintrace.qr(text)` gives rows of true and false; `path` draws them. */
(function (house) {
  "use strict";
  /* Of each version: bytes for mending in a block, then how many blocks of how many bytes. */
  var BLOCKS = [
    [10, [1, 16]], [16, [1, 28]], [26, [1, 44]], [18, [2, 32]], [24, [2, 43]], [16, [4, 27]],
    [18, [4, 31]], [22, [2, 38], [2, 39]], [22, [3, 36], [2, 37]], [26, [4, 43], [1, 44]]
  ];
  var CENTRES = [
    [], [6, 18], [6, 22], [6, 26], [6, 30], [6, 34], [6, 22, 38], [6, 24, 42], [6, 26, 46],
    [6, 28, 50]
  ];
  var LEVEL_M = 0, EXP = [], LOG = [];
  for (var i = 0, x = 1; i < 255; i++) {
    EXP[i] = x; LOG[x] = i;
    x = x * 2 ^ (x > 127 ? 0x11d : 0);
  }

  function times(a, b) { return a && b ? EXP[(LOG[a] + LOG[b]) % 255] : 0; }

  function bytesOf(text) {
    var plain = unescape(encodeURIComponent(text)), bytes = [];
    for (var i = 0; i < plain.length; i++) bytes.push(plain.charCodeAt(i));
    return bytes;
  }

  function room(version) {
    return BLOCKS[version - 1].slice(1).reduce(function (sum, kind) {
      return sum + kind[0] * kind[1];
    }, 0);
  }

  /* Mode, length, the bytes, an end, and what fills the rest. */
  function filled(bytes, version) {
    var bits = [], all = room(version), out = [];
    function put(value, width) { while (width--) bits.push(value >> width & 1); }
    put(4, 4); put(bytes.length, version < 10 ? 8 : 16);
    bytes.forEach(function (byte) { put(byte, 8); });
    put(0, Math.min(4, all * 8 - bits.length));
    while (bits.length % 8) bits.push(0);
    for (var i = 0; i < bits.length; i += 8) out.push(parseInt(bits.slice(i, i + 8).join(""), 2));
    for (var pad = 0xec; out.length < all; pad ^= 0xfd) out.push(pad);
    return out;
  }

  /* Reed-Solomon: what is left after dividing by (x - 1)(x - 2)(x - 4)… */
  function mending(data, degree) {
    var by = [1], rest = data.slice();
    for (var i = 0; i < degree; i++) {
      by = by.concat(0).map(function (one, at) { return one ^ times(by[at - 1] || 0, EXP[i]); });
    }
    for (i = 0; i < degree; i++) rest.push(0);
    for (i = 0; i < data.length; i++) {
      for (var at = 0, first = rest[i]; at < by.length; at++) rest[i + at] ^= times(by[at], first);
    }
    return rest.slice(data.length);
  }

  /* First bytes of all blocks, then the second ones …; then what mends them in the same way. */
  function woven(data, version) {
    var degree = BLOCKS[version - 1][0], blocks = [], mends = [], from = 0;
    BLOCKS[version - 1].slice(1).forEach(function (kind) {
      for (var n = 0; n < kind[0]; n++, from += kind[1]) {
        blocks.push(data.slice(from, from + kind[1]));
        mends.push(mending(blocks[blocks.length - 1], degree));
      }
    });
    return [blocks, mends].reduce(function (out, many) {
      var longest = many[many.length - 1].length;
      for (var at = 0; at < longest; at++) {
        many.forEach(function (one) { if (at < one.length) out.push(one[at]); });
      }
      return out;
    }, []);
  }

  function square(size, what) {
    var rows = [];
    for (var y = 0; y < size; y++) {
      rows.push([]);
      for (var x = 0; x < size; x++) rows[y].push(what);
    }
    return rows;
  }

  /* What stands in every code of a version; null where bits of the text will stand. */
  function frame(version) {
    var size = version * 4 + 17, rows = square(size, null), centres = CENTRES[version - 1];
    function set(x, y, dark) { if (rows[y] && x >= 0 && x < size) rows[y][x] = dark; }
    function rings(cx, cy, reach, light) {
      for (var y = -reach; y <= reach; y++) for (var x = -reach; x <= reach; x++) {
        set(cx + x, cy + y, light.indexOf(Math.max(Math.abs(x), Math.abs(y))) < 0);
      }
    }
    for (var i = 8; i < size - 8; i++) { set(i, 6, i % 2 === 0); set(6, i, i % 2 === 0); }
    centres.forEach(function (y) {
      centres.forEach(function (x) {
        var corner = x === 6 && (y === 6 || y === size - 7) || y === 6 && x === size - 7;
        if (!corner) rings(x, y, 2, [1]);
      });
    });
    [[3, 3], [size - 4, 3], [3, size - 4]].forEach(function (at) { rings(at[0], at[1], 4, [2, 4]); });
    for (i = 0; i < 9; i++) {  // places of the format, filled in later
      if (i !== 6) { set(i, 8, false); set(8, i, false); }
      if (i < 8) { set(size - 1 - i, 8, false); set(8, size - 1 - i, false); }
    }
    if (version > 6) number(set, size, version);
    return rows;
  }

  function checked(value, width, by, byWidth) {
    var rest = value << byWidth;
    for (var bit = width + byWidth - 1; bit >= byWidth; bit--) {
      if (rest >> bit & 1) rest ^= by << bit - byWidth;
    }
    return value << byWidth | rest;
  }

  function number(set, size, version) {
    var said = checked(version, 6, 0x1f25, 12);
    for (var i = 0; i < 18; i++) {
      var a = size - 11 + i % 3, b = Math.floor(i / 3), dark = (said >> i & 1) === 1;
      set(a, b, dark); set(b, a, dark);
    }
  }

  function format(rows, mask) {
    var size = rows.length, said = checked(LEVEL_M << 3 | mask, 5, 0x537, 10) ^ 0x5412;
    for (var i = 0; i < 15; i++) {
      var dark = (said >> i & 1) === 1;
      rows[i < 6 ? i : i < 8 ? i + 1 : size - 15 + i][8] = dark;
      rows[8][i < 8 ? size - 1 - i : i < 9 ? 7 : 14 - i] = dark;
    }
    rows[size - 8][8] = true;
  }

  var MASKS = [
    function (x, y) { return (x + y) % 2; }, function (x, y) { return y % 2; },
    function (x) { return x % 3; }, function (x, y) { return (x + y) % 3; },
    function (x, y) { return (Math.floor(y / 2) + Math.floor(x / 3)) % 2; },
    function (x, y) { return x * y % 2 + x * y % 3; },
    function (x, y) { return (x * y % 2 + x * y % 3) % 2; },
    function (x, y) { return ((x + y) % 2 + x * y % 3) % 2; }
  ];

  /* Bits go up and down in double columns from the right; column 6 is passed over. */
  function laid(version, bytes, mask) {
    var rows = frame(version), size = rows.length, at = 0, up = true;
    for (var right = size - 1; right > 0; right -= 2, up = !up) {
      if (right === 6) right = 5;
      for (var step = 0; step < size; step++) for (var side = 0; side < 2; side++) {
        var y = up ? size - 1 - step : step, x = right - side;
        if (rows[y][x] !== null) continue;
        var bit = at < bytes.length * 8 && bytes[at >> 3] >> 7 - at % 8 & 1;
        rows[y][x] = (bit === 1) !== (MASKS[mask](x, y) === 0);
        at++;
      }
    }
    format(rows, mask);
    return rows;
  }

  /* How hard it is to read: long runs, blocks of one colour, what looks like a corner, too dark. */
  function badness(rows) {
    var size = rows.length, sum = 0, dark = 0;
    function line(bits) {
      sum += (bits.match(/0{5,}|1{5,}/g) || []).reduce(function (all, run) {
        return all + run.length - 2;
      }, 0);
      for (var i = 0; i + 11 <= bits.length; i++) {
        if (/^(10111010000|00001011101)/.test(bits.substr(i, 11))) sum += 40;
      }
    }
    for (var y = 0; y < size; y++) {
      var across = "", down = "";
      for (var x = 0; x < size; x++) {
        across += +rows[y][x]; down += +rows[x][y]; dark += rows[y][x];
        if (x && y && rows[y][x] === rows[y - 1][x] && rows[y][x] === rows[y][x - 1] &&
            rows[y][x] === rows[y - 1][x - 1]) sum += 3;
      }
      line(across); line(down);
    }
    return sum + 10 * Math.floor(Math.abs(dark * 20 / (size * size) - 10));
  }

  house.qr = function (text) {
    var bytes = bytesOf(text), version = 1;
    while (version <= 10 && bytes.length + (version < 10 ? 2 : 3) > room(version)) version++;
    if (version > 10) throw new RangeError("too long for a code");
    var data = woven(filled(bytes, version), version), best = null, least = Infinity;
    for (var mask = 0; mask < 8; mask++) {
      var rows = laid(version, data, mask), bad = badness(rows);
      if (bad < least) { best = rows; least = bad; }
    }
    return best;
  };

  /* For <path d="…">: one square of 1 × 1 a dark module, runs joined, no margin. */
  house.qr.path = function (rows) {
    return rows.map(function (row, y) {
      return row.map(function (dark, x) { return dark ? "M" + x + " " + y + "h1v1h-1z" : ""; }).join("");
    }).join("");
  };
})(window.Kintrace = window.Kintrace || {});
