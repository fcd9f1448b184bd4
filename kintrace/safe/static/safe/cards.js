/* Pocket cards: the code that leads to the safe, and on them whatever the person asked for. */
(function (house) {
  "use strict";
  var SVG = "http://www.w3.org/2000/svg";

  function drawn(text) {
    var rows = house.qr(text), box = document.createElementNS(SVG, "svg");
    var path = document.createElementNS(SVG, "path");
    box.setAttribute("viewBox", "-4 -4 " + (rows.length + 8) + " " + (rows.length + 8));
    box.setAttribute("class", "qr");
    box.setAttribute("aria-hidden", "true");
    path.setAttribute("d", house.qr.path(rows));
    box.appendChild(path);
    return box;
  }

  function each(sheet, name, does) {
    Array.prototype.forEach.call(sheet.querySelectorAll("[data-card=" + name + "]"), does);
  }

  /* A number runs from left to right on every page, a name as its letters do. */
  house.pair = function (place, pair) {
    pair.forEach(function (text, side) {
      var part = place.appendChild(document.createElement("bdi"));
      if (side) part.dir = "ltr";
      part.textContent = text;
    });
  };

  function lines(place, contacts) {
    Array.prototype.forEach.call(place.children, function (line, at) {
      line.textContent = "";
      house.pair(line, contacts[at] || []);
    });
  }

  /* own: {words, bytes, contacts}, each where it was asked for; without any the cards are empty. */
  house.fillCards = function (own) {
    Array.prototype.forEach.call(document.querySelectorAll("[data-address]"), function (sheet) {
      fill(sheet, own);
    });
  };

  function fill(sheet, own) {
    var address = sheet.getAttribute("data-address");
    /* What stands behind “#” a browser sends to nobody. */
    var code = own.words ? address + "#" + house.hexOf(own.bytes) : address;
    each(sheet, "code", function (place) { place.textContent = ""; place.appendChild(drawn(code)); });
    each(sheet, "contacts", function (place) { lines(place, own.contacts || []); });
    each(sheet, "words", function (place) {
      place.textContent = ""; place.hidden = !own.words;
      (own.words || []).forEach(function (word) {
        var line = document.createElement("li");
        line.textContent = word;
        place.appendChild(line);
      });
    });
    each(sheet, "advice", function (place) { place.hidden = Boolean(own.words); });
  }

  if (!document.querySelector("[data-safe]")) house.fillCards({});
})(window.Kintrace = window.Kintrace || {});
