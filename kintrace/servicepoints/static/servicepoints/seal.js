// Seals a record to the society's pair for devices, as RFC 9180 says: base mode, DHKEM(P-256,
// HKDF-SHA256), HKDF-SHA256, AES-256-GCM. Nobody with this tablet can open it again: the key that
// opens it lies at the society. Its other half is vault/ciphers.py; the words beside are the RFC's.
"use strict";

const SCHEME = 1; // the house's own first byte, before what is sealed and before what binds it
const STEP = 1024; // so much longer is what is sealed: a tap and a whole form look alike
const NO_BYTES = new Uint8Array(0);
const ascii = (text) => new TextEncoder().encode(text);

export const AES_256 = { id: 2, length: 32 };

const joined = (...parts) => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

const hmac = async (key, message) => {
  // An empty key is a key of zeros; some browsers refuse to take the empty one.
  const raw = key.length ? key : new Uint8Array(32);
  const hash = { name: "HMAC", hash: "SHA-256" };
  const ready = await crypto.subtle.importKey("raw", raw, hash, false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign("HMAC", ready, message));
};

const HPKE = ascii("HPKE-v1");
const KEM = joined(ascii("KEM"), Uint8Array.of(0, 0x10));
const suite = (cipher) => joined(ascii("HPKE"), Uint8Array.of(0, 0x10, 0, 1, 0, cipher.id));

const extract = (of, salt, label, secret) => hmac(salt, joined(HPKE, of, ascii(label), secret));

// One block of HKDF's second half is enough: nothing here is longer than 32 bytes.
const expand = async (of, secret, label, info, length) => {
  const asked = joined(Uint8Array.of(0, length), HPKE, of, ascii(label), info, Uint8Array.of(1));
  return (await hmac(secret, asked)).slice(0, length);
};

const CURVE = { name: "ECDH", namedCurve: "P-256" };

// What both sides have in common: `pair` is made for this record and forgotten with it.
export const shared = async (receiver, pair) => {
  const theirs = await crypto.subtle.importKey("raw", receiver, CURVE, false, []);
  const asked = { name: "ECDH", public: theirs };
  const met = new Uint8Array(await crypto.subtle.deriveBits(asked, pair.privateKey, 256));
  const sent = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
  const secret = await extract(KEM, NO_BYTES, "eae_prk", met);
  const both = joined(sent, receiver);
  return { sent, secret: await expand(KEM, secret, "shared_secret", both, 32) };
};

// The key and the nonce of the one message that is sealed with them.
export const schedule = async (common, info, cipher) => {
  const of = suite(cipher);
  const nobody = await extract(of, NO_BYTES, "psk_id_hash", NO_BYTES);
  const place = await extract(of, NO_BYTES, "info_hash", info);
  const context = joined(Uint8Array.of(0), nobody, place);
  const secret = await extract(of, common, "secret", NO_BYTES);
  return {
    key: await expand(of, secret, "key", context, cipher.length),
    nonce: await expand(of, secret, "base_nonce", context, 12),
  };
};

export const sealedWith = async ({ key, nonce }, plain, aad = NO_BYTES) => {
  const ready = await crypto.subtle.importKey("raw", key, "AES-GCM", false, ["encrypt"]);
  const how = { name: "AES-GCM", iv: nonce, additionalData: aad };
  return new Uint8Array(await crypto.subtle.encrypt(how, ready, plain));
};

const filled = (plain) => {
  const whole = new Uint8Array(Math.ceil((plain.length + 1) / STEP) * STEP);
  whole.set(plain);
  whole[plain.length] = 0x80;
  return whole;
};

// A record of a society under its own number: moved to another number it does not open.
export const seal = async (receiver, society, id, told) => {
  const pair = await crypto.subtle.generateKey(CURVE, false, ["deriveBits"]);
  const { sent, secret } = await shared(receiver, pair);
  const info = joined(Uint8Array.of(SCHEME), ascii(`device record|${society}|${id}`));
  const plain = filled(ascii(JSON.stringify(told)));
  const sealed = await sealedWith(await schedule(secret, info, AES_256), plain);
  plain.fill(0);
  return joined(Uint8Array.of(SCHEME), sent, sealed);
};

export const bytes = (text) => Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
export const base64 = (raw) => btoa(String.fromCharCode(...raw));
