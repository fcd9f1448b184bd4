/* Reads a page aloud where the device itself has a voice for its language. A voice that lives at
   some company would send the page there, so only voices of the device count. Without one, or
   without this script, the button stays away. */
(function () {
  "use strict";
  var speech = window.speechSynthesis, button = document.getElementById("aloud");
  var language = document.documentElement.lang.split("-")[0], voice, lines, at, run = 0;
  var SPOKEN = ".aloud h1, .aloud h2, .aloud h3, .aloud p, .aloud li";
  if (!speech || !button) return;

  function look() {
    voice = speech.getVoices().filter(function (one) {
      return one.localService && one.lang.toLowerCase().split(/[-_]/)[0] === language;
    })[0];
    button.hidden = !voice;
  }

  // Headings and paragraphs in sight, each once: not buttons, nor what lies in a closed fold.
  function readable() {
    return [].filter.call(document.querySelectorAll(SPOKEN), function (one) {
      return one.offsetParent && !one.closest(".no-print") && !one.querySelector("p, li");
    });
  }

  function mark(reads) {
    button.firstElementChild.nextElementSibling.hidden = reads;
    button.lastElementChild.hidden = !reads;
    [].forEach.call(document.querySelectorAll(".spoken"), function (one) {
      one.classList.remove("spoken");
    });
  }

  function stop() {
    run += 1;
    lines = null;
    speech.cancel();
    mark(false);
  }

  function next(turn) {
    if (turn !== run) return; // what was stopped says that it ended, too
    at += 1;
    if (at >= lines.length) return stop();
    var said = new SpeechSynthesisUtterance(lines[at].textContent.trim().replace(/\s+/g, " "));
    said.voice = voice;
    said.lang = voice.lang;
    said.onend = said.onerror = function () { next(turn); };
    mark(true);
    lines[at].classList.add("spoken");
    lines[at].scrollIntoView({block: "nearest"});
    document.dispatchEvent(new Event("input")); // a touch screen that reads is not left alone
    speech.speak(said);
  }

  button.addEventListener("click", function () {
    if (lines) return stop();
    lines = readable();
    at = -1;
    next(run);
  });
  // Whoever leaves, or turns the screen off, is not to be heard by others.
  addEventListener("pagehide", stop);
  document.addEventListener("visibilitychange", function () { if (document.hidden) stop(); });
  if (speech.addEventListener) speech.addEventListener("voiceschanged", look);
  look();
})();
