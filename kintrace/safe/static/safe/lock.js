/* Locking and unlocking, by the browser's own WebCrypto and nothing else.

   Each of the sixteen words stands for one byte. PBKDF2-SHA-256 makes a secret of the bytes, and
   HKDF-SHA-256 three things of the secret: the number under which the server keeps the safe, the
   token that replaces or deletes it, and the key, which never leaves this page. */
(function (house) {
  "use strict";
  var ROUNDS = 600000, PLAIN = 4096, NONCE = 12;
  var coder = window.crypto && crypto.subtle;

  function utf8(text) { return new TextEncoder().encode(text); }

  function hex(bytes) {
    return Array.prototype.map.call(bytes, function (byte) {
      return (byte < 16 ? "0" : "") + byte.toString(16);
    }).join("");
  }

  function hmac(key, message) {
    var how = {name: "HMAC", hash: "SHA-256"};
    return coder.importKey("raw", key, how, false, ["sign"]).then(function (made) {
      return coder.sign(how, made, message);
    }).then(function (mac) { return new Uint8Array(mac); });
  }

  /* HKDF-SHA-256 (RFC 5869) for up to 32 bytes: one round of "expand" is all of it. */
  function derived(secret, purpose) {
    return hmac(new Uint8Array(32), secret).then(function (extracted) {
      var said = utf8(purpose), info = new Uint8Array(said.length + 1);
      info.set(said); info[said.length] = 1;
      return hmac(extracted, info);
    });
  }

  function stretched(bytes) {
    var how = {name: "PBKDF2", hash: "SHA-256", salt: utf8("Kintrace contact safe 1"), iterations: ROUNDS};
    return coder.importKey("raw", bytes, "PBKDF2", false, ["deriveBits"]).then(function (key) {
      return coder.deriveBits(how, key, 256);
    }).then(function (secret) { return new Uint8Array(secret); });
  }

  /* Sixteen bytes → {number, token, key}. */
  house.unlocking = function (bytes) {
    return stretched(bytes).then(function (secret) {
      return Promise.all(["number", "token", "key"].map(function (what) {
        return derived(secret, "contact safe " + what);
      }));
    }).then(function (made) {
      return coder.importKey("raw", made[2], "AES-GCM", false, ["encrypt", "decrypt"]).then(function (key) {
        return {number: hex(made[0].subarray(0, 16)), token: hex(made[1]), key: key};
      });
    });
  };

  function how(nonce, own) {
    return {name: "AES-GCM", iv: nonce, additionalData: utf8(own.number)};
  }

  /* What somebody typed → base64, always of one length; null where it does not fit. */
  house.locked = function (own, said) {
    var text = utf8(JSON.stringify(said)), plain = new Uint8Array(PLAIN);
    if (text.length > PLAIN - 2) return Promise.resolve(null);
    plain[0] = text.length >> 8; plain[1] = text.length & 255; plain.set(text, 2);
    var nonce = crypto.getRandomValues(new Uint8Array(NONCE));
    return coder.encrypt(how(nonce, own), own.key, plain).then(function (sealed) {
      var all = [nonce, new Uint8Array(sealed)], out = "";
      all.forEach(function (part) {
        for (var i = 0; i < part.length; i++) out += String.fromCharCode(part[i]);
      });
      return btoa(out);
    });
  };

  /* Base64 → what was typed; refused where it was locked with other words, or with none. */
  house.unlocked = function (own, sealed) {
    var plain = atob(sealed), bytes = new Uint8Array(plain.length);
    for (var i = 0; i < plain.length; i++) bytes[i] = plain.charCodeAt(i);
    return coder.decrypt(how(bytes.subarray(0, NONCE), own), own.key, bytes.subarray(NONCE)).then(function (text) {
      var all = new Uint8Array(text);
      return JSON.parse(new TextDecoder().decode(all.subarray(2, 2 + (all[0] << 8 | all[1]))));
    });
  };

  house.hexOf = hex;

  /* Old browsers, and pages that came without https, cannot. */
  house.canLock = Boolean(coder && window.TextEncoder && window.Promise && window.URLSearchParams && window.fetch);
})(window.Kintrace = window.Kintrace || {});
