/* The pages of the contact safe. Words and contents live in this page alone: nothing is stored in
   the browser, nothing stands in an address, and the page empties itself when it is left. */
(function (house) {
  "use strict";
  var AWAY = 5 * 60 * 1000;
  var page = document.querySelector("[data-safe]"), fill = document.getElementById("fill");
  var language = document.documentElement.lang, own = null, bytes = null, words = [], leaving, shown = "";

  function all(selector, does) {
    Array.prototype.forEach.call(page.querySelectorAll(selector), does);
  }

  /* One note at a time, in words that stand on the page. */
  function say(name) {
    all("[data-note]", function (note) { note.hidden = note.getAttribute("data-note") !== name; });
    var note = name && page.querySelector("[data-note=" + name + "]");
    if (note) note.scrollIntoView({block: "nearest"});
  }

  function stage(name) {
    all("[data-stage]", function (part) {
      part.hidden = (" " + part.getAttribute("data-stage") + " ").indexOf(" " + name + " ") < 0;
    });
    window.scrollTo(0, 0);
    /* Who hears the page hears where it went; at its beginning the browser itself says so. */
    var head = shown && page.querySelector("[data-stage~=" + name + "] h1");
    if (head) { head.tabIndex = -1; head.focus(); }
    shown = name;
  }

  function pause(seconds) {
    return new Promise(function (go) { setTimeout(go, seconds * 1000); });
  }

  function ask(what, fields) {
    var sent = new URLSearchParams();
    Object.keys(fields).forEach(function (name) { sent.set(name, fields[name]); });
    return fetch(page.getAttribute("data-" + what), {method: "POST", body: sent}).then(function (answer) {
      if (answer.status === 429) return answer.json().then(function (wait) {
        say("wait");
        fields.pass = wait.pass;
        return pause(wait.seconds + 1).then(function () { say("busy"); return ask(what, fields); });
      });
      if (!answer.ok) throw new Error("refused");
      return answer.status === 204 ? {} : answer.json();
    }, function () { throw new Error("no network"); });
  }

  function failed(why) {
    say(why.message === "no network" || why.message === "no list" ? "no-network" : "went-wrong");
  }

  /* While something is worked out nobody presses twice. */
  function working(form, work) {
    var buttons = form.querySelectorAll("button");
    function able(yes) { Array.prototype.forEach.call(buttons, function (one) { one.disabled = !yes; }); }
    say("busy"); able(false);
    /* A moment, so that the note is painted before an old phone begins to count. */
    pause(0.05).then(work).catch(failed).then(function () { able(true); });
  }

  function rows() { return fill.querySelectorAll("[data-row]"); }

  function contents() {
    var who = [];
    Array.prototype.forEach.call(rows(), function (row) {
      var pair = Array.prototype.map.call(row.querySelectorAll("input"), function (one) { return one.value.trim(); });
      if (pair.join("")) who.push(pair);
    });
    return {who: who, say: fill.querySelector("textarea").value.trim()};
  }

  function oneMore() {
    var last = rows()[rows().length - 1], row = last.cloneNode(true);
    Array.prototype.forEach.call(row.querySelectorAll("input"), function (one, at) {
      one.value = ""; one.id = "row-" + rows().length + "-" + at;
      row.querySelectorAll("label")[at].htmlFor = one.id;
    });
    last.parentNode.insertBefore(row, last.nextSibling);
    return row;
  }

  function show(said) {
    while (rows().length < said.who.length) oneMore();
    Array.prototype.forEach.call(rows(), function (row, at) {
      Array.prototype.forEach.call(row.querySelectorAll("input"), function (one, side) {
        one.value = (said.who[at] || [])[side] || "";
      });
    });
    fill.querySelector("textarea").value = said.say || "";
    calls(said.who);
  }

  /* What looks like a phone number can be called with one tap. */
  function calls(who) {
    var list = page.querySelector("[data-calls]");
    if (!list) return;
    list.textContent = "";
    who.forEach(function (pair) {
      var number = pair[1].replace(/[\s().\/-]/g, "");
      if (!/^\+?[0-9]{5,15}$/.test(number)) return;
      var line = document.createElement("li"), link = document.createElement("a");
      link.href = "tel:" + number;
      link.className = "button big";
      house.pair(link, pair);
      list.appendChild(line).appendChild(link);
    });
    list.hidden = !list.children.length;
  }

  function keep() {
    return house.locked(own, contents()).then(function (sealed) {
      if (!sealed) return say("too-much");
      return ask("keep", {number: own.number, token: own.token, sealed: sealed}).then(function () {
        if (page.getAttribute("data-safe") === "new") { showWords(); say(""); stage("words"); }
        else { calls(contents().who); say("kept"); }
      });
    });
  }

  function showWords() {
    var list = page.querySelector("[data-own-words]");
    list.textContent = "";
    words.forEach(function (word) {
      list.appendChild(document.createElement("li")).textContent = word;
    });
  }

  function begin() {
    if (!contents().who.length && !contents().say) { say("empty"); return; }
    working(fill, function () {
      var made = own ? Promise.resolve() : house.newWords(language).then(function (fresh) {
        bytes = fresh.bytes; words = fresh.words;
        return house.unlocking(bytes).then(function (keys) { own = keys; });
      });
      return made.then(keep);
    });
  }

  function open(form) {
    var text = form.querySelector("textarea").value;
    working(form, function () {
      return house.understood(text, page.getAttribute("data-languages").split(" ").sort(function (one) {
        return one === language ? -1 : 1;
      })).then(function (found) {
        if (!found.bytes) return notOurs(found);
        return house.wordList(found.language).then(function (list) {
          words = house.spelt(list, found.bytes);
          return openWith(found.bytes);
        });
      });
    });
  }

  function openWith(given) {
    bytes = given;
    return house.unlocking(bytes).then(function (keys) {
      return ask("lying-under", {number: keys.number}).then(function (answer) {
        return house.unlocked(keys, answer.sealed).then(function (said) {
          own = keys;
          show(said); say(""); stage("opened");
          ask("opened", {number: own.number, token: own.token}).catch(function () {});
        }, function () { say("other-words"); });
      });
    });
  }

  /* Too many or too few words, or some that stand on no list: each of those with one that may be
     meant, to be taken with a press. */
  function notOurs(found) {
    var list = page.querySelector("[data-unknown]"), area = page.querySelector("[data-typed]");
    list.textContent = "";
    found.said.forEach(function (word, at) {
      if (!found.numbers || found.numbers[at] >= 0) return;
      var line = list.appendChild(document.createElement("li")), meant = house.nearest(found.list, word);
      line.className = "row";
      line.appendChild(document.createElement("bdi")).textContent = word;
      if (!meant) return;
      var button = line.appendChild(document.createElement("button"));
      button.type = "button"; button.className = "button"; button.textContent = meant;
      button.addEventListener("click", function () {
        var said = house.parted(area.value);
        said[at] = meant; area.value = said.join(" ");
        line.parentNode.removeChild(line); area.focus();
      });
    });
    say(list.children.length ? "unknown" : "how-many");
  }

  function count() {
    var out = page.querySelector("[data-count]"), area = page.querySelector("[data-typed]");
    out.textContent = house.parted(area.value).length + " / " + house.HOW_MANY;
  }

  function print(form) {
    var asked = {};
    Array.prototype.forEach.call(form.querySelectorAll("input"), function (one) { asked[one.name] = one.checked; });
    house.fillCards({bytes: bytes, words: asked.words ? words : null, contacts: asked.contacts ? contents().who : null});
    window.print();
  }

  function gone() {
    own = bytes = null; words = [];
    all("form", function (form) { form.reset(); });
    all("[data-own-words], [data-calls], [data-unknown]", function (list) { list.textContent = ""; });
    house.fillCards({});
  }

  function stays() {
    clearTimeout(leaving);
    leaving = setTimeout(function () { gone(); location.replace(page.getAttribute("data-home")); }, AWAY);
  }

  function sends(id, does) {
    var form = document.getElementById(id);
    if (form) form.addEventListener("submit", function (event) { event.preventDefault(); does(form); });
  }

  /* The code of a card on which the person wanted the words: they stand behind “#”. */
  function carried() {
    var found = /^#([0-9a-f]{32})$/.exec(location.hash);
    if (!found) return null;
    history.replaceState(null, "", location.pathname);
    return new Uint8Array(found[1].match(/../g).map(function (pair) { return parseInt(pair, 16); }));
  }

  if (!house.canLock) { say("cannot"); return; }
  sends("fill", begin); sends("words", open); sends("print", print);
  sends("delete", function (form) {
    working(form, function () {
      return ask("delete", {number: own.number, token: own.token}).then(function () {
        gone(); say(""); stage("deleted");
      });
    });
  });
  document.getElementById("one-more").addEventListener("click", function () {
    oneMore().querySelector("input").focus();
  });
  var typed = page.querySelector("[data-typed]");
  if (typed) { typed.addEventListener("input", count); count(); }
  ["input", "click", "touchstart", "keydown"].forEach(function (kind) { document.addEventListener(kind, stays); });
  window.addEventListener("pagehide", gone);
  gone(); stays();
  stage(page.getAttribute("data-safe") === "new" ? "fill" : "ask");
  var given = carried();
  if (given) working(document.getElementById("words"), function () {
    return house.wordList(language).then(function (list) {
      words = house.spelt(list, given);
      return openWith(given);
    });
  });
})(window.Kintrace = window.Kintrace || {});
