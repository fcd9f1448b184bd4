/* Sixteen words for sixteen bytes, and back, in whichever language they were written down.

   A list is a file with 256 lines; its places are on the page (`data-words-en` …). A line may have
   more than one spelling: the first is shown, all are understood. */
(function (house) {
  "use strict";
  var lists = {};
  house.HOW_MANY = 16;

  /* What differs from keyboard to keyboard, and not from word to word. */
  function folded(word) {
    return word.toLowerCase().replace(/œ/g, "oe").normalize("NFKD")
      .replace(/[\u0300-\u036f\u064b-\u065f\u0670\u0640\u200c\u200d]/g, "")
      .replace(/[أإآٱ]/g, "ا").replace(/[ىیئ]/g, "ي").replace(/ک/g, "ك").replace(/[ةۀ]/g, "ه").replace(/ؤ/g, "و")
      .replace(/[\u1210-\u1217\u1220-\u1227\u1280-\u1287\u12d0-\u12d7\u1340-\u1347]/g, sounding);
  }

  /* Ge'ez letters that sound alike, in all seven orders: ሐ ኀ as ሀ, ሠ as ሰ, ዐ as አ, ፀ as ጸ. */
  function sounding(letter) {
    var code = letter.charCodeAt(0), series = code & ~7;
    var to = {0x1210: 0x1200, 0x1220: 0x1230, 0x1280: 0x1200, 0x12d0: 0x12a0, 0x1340: 0x1338};
    return String.fromCharCode(to[series] + (code & 7));
  }

  function read(text) {
    var shown = [], numbers = Object.create(null);
    text.trim().split("\n").forEach(function (line, number) {
      line.split(" ").forEach(function (spelling) { numbers[folded(spelling)] = number; });
      shown.push(line.split(" ")[0]);
    });
    return {shown: shown, numbers: numbers};
  }

  house.wordList = function (language) {
    if (!lists[language]) {
      var place = document.querySelector("[data-words-" + language + "]").getAttribute("data-words-" + language);
      lists[language] = fetch(place).then(function (answer) {
        if (!answer.ok) throw new Error("no list");
        return answer.text();
      }).then(read);
      lists[language].catch(function () { delete lists[language]; });
    }
    return lists[language];
  };

  house.newWords = function (language) {
    var bytes = crypto.getRandomValues(new Uint8Array(house.HOW_MANY));
    return house.wordList(language).then(function (list) {
      return {bytes: bytes, words: house.spelt(list, bytes)};
    });
  };

  house.spelt = function (list, bytes) {
    return Array.prototype.map.call(bytes, function (byte) { return list.shown[byte]; });
  };

  /* Marks, digits and signs between words are not words: people number them and put commas. */
  house.parted = function (text) {
    return text.normalize("NFC").split(/[\s,;.:،؛፣፡።\-–—()0-9٠-٩۰-۹]+/).filter(Boolean);
  };

  /* The bytes of words: of the first language that knows all of them, this page's before others. */
  house.understood = function (text, languages) {
    var said = house.parted(text);
    return languages.reduce(function (before, language) {
      return before.then(function (found) {
        return found.bytes ? found : house.wordList(language).then(function (list) { return of(list, said, found, language); });
      });
    }, Promise.resolve({said: said, known: -1}));
  };

  function of(list, said, found, language) {
    var numbers = said.map(function (word) {
      var number = list.numbers[folded(word)];
      return number === undefined ? -1 : number;
    });
    var known = numbers.filter(function (number) { return number >= 0; }).length;
    if (known === said.length && known === house.HOW_MANY) {
      return {said: said, bytes: new Uint8Array(numbers), language: language};
    }
    return known > found.known ? {said: said, known: known, numbers: numbers, list: list, language: language} : found;
  }

  /* The word of a list that is least unlike, where one is near. */
  house.nearest = function (list, word) {
    var best = "", least = Math.min(3, Math.ceil(word.length / 2) + 1), wanted = folded(word);
    list.shown.forEach(function (one) {
      var far = apart(folded(one), wanted);
      if (far < least) { least = far; best = one; }
    });
    return best;
  };

  function apart(a, b) {
    var row = [];
    for (var j = 0; j <= b.length; j++) row.push(j);
    for (var i = 1; i <= a.length; i++) {
      for (var j2 = 1, corner = i - 1, left = row[0] = i; j2 <= b.length; j2++) {
        var over = row[j2];
        left = row[j2] = Math.min(over + 1, left + 1, corner + (a[i - 1] === b[j2 - 1] ? 0 : 1));
        corner = over;
      }
    }
    return row[b.length];
  }
})(window.Kintrace = window.Kintrace || {});
