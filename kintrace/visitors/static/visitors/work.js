/* Works for a pass (visitors/passes.py says what the work is): while somebody fills in a form, so
   that it is there when they send; or instead of waiting, and then the page goes on by itself.
   Plain SHA-256 in small pieces of time, so that an old phone stays awake; no page needs this. */
(function () {
  "use strict";
  var task = document.querySelector("[data-seed]");
  var K = [], H = [], seed = [], w = new Int32Array(64);
  var bits = +task.dataset.bits, pieces = +task.dataset.pieces, found = [], n = 0;

  function root(number, power) {
    var part = Math.pow(number, power);
    return ((part - Math.floor(part)) * 4294967296) | 0;
  }
  for (var number = 2; K.length < 64; number++) {
    var prime = true;
    for (var by = 2; by * by <= number; by++) if (number % by === 0) prime = false;
    if (prime) {
      if (H.length < 8) H.push(root(number, 1 / 2));
      K.push(root(number, 1 / 3));
    }
  }
  for (var i = 0; i < 8; i++) seed.push(parseInt(task.dataset.seed.substr(8 * i, 8), 16) | 0);

  /* The first 32 bits of SHA-256(seed, try, piece): 40 bytes, which fit into one block. */
  function first(tried, piece) {
    for (var i = 0; i < 8; i++) w[i] = seed[i];
    w[8] = tried; w[9] = piece; w[10] = 0x80000000 | 0; w[15] = 320;
    w[11] = w[12] = w[13] = w[14] = 0;
    for (i = 16; i < 64; i++) {
      var x = w[i - 15], y = w[i - 2];
      w[i] = w[i - 16] + w[i - 7]
        + ((x >>> 7 | x << 25) ^ (x >>> 18 | x << 14) ^ x >>> 3)
        + ((y >>> 17 | y << 15) ^ (y >>> 19 | y << 13) ^ y >>> 10);
    }
    var a = H[0], b = H[1], c = H[2], d = H[3], e = H[4], f = H[5], g = H[6], h = H[7];
    for (i = 0; i < 64; i++) {
      var s = h + ((e >>> 6 | e << 26) ^ (e >>> 11 | e << 21) ^ (e >>> 25 | e << 7))
        + (e & f ^ ~e & g) + K[i] + w[i] | 0;
      var t = ((a >>> 2 | a << 30) ^ (a >>> 13 | a << 19) ^ (a >>> 22 | a << 10))
        + (a & b ^ a & c ^ b & c) | 0;
      h = g; g = f; f = e; e = d + s | 0; d = c; c = b; b = a; a = s + t | 0;
    }
    return a + H[0] >>> 0;
  }

  function goOn(pass) {
    if (task.form) task.value += pass;
    else if (task.href) location.replace(task.href + encodeURIComponent(pass));
    else {
      task.elements.pass.value += pass;
      task.submit();
    }
  }

  function work() {
    for (var until = Date.now() + 40; found.length < pieces && Date.now() < until;) {
      for (var tries = 0; tries < 500; tries++, n++) {
        if (first(n, found.length) >>> 32 - bits === 0) {
          found.push(n); n = 0;
          break;
        }
      }
    }
    if (found.length < pieces) setTimeout(work, task.form ? 40 : 0);
    else goOn("~" + found.join("."));
  }

  /* Who worked already and found no free place asks again after a moment, not all at once. */
  if (task.form) task.form.addEventListener("input", work, {once: true});
  else if (task.dataset.earned) setTimeout(goOn, 1000 + Math.random() * 2000, "");
  else work();
})();
