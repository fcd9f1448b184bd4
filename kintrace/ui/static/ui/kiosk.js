/* Back to the start of a touch screen, so long after the last touch or key. Where no script runs,
   the <noscript> beside this one goes back so long after the page was opened (ui/kiosk.py). */
(function () {
  "use strict";
  var told = document.currentScript.dataset, timer;

  function leave() {
    location.replace(told.start); // no way back to what was typed
  }

  function touched() {
    clearTimeout(timer);
    timer = setTimeout(leave, told.after * 1000);
  }

  ["keydown", "input", "pointerdown", "touchstart", "wheel", "scroll"].forEach(function (what) {
    document.addEventListener(what, touched, {capture: true, passive: true});
  });
  touched();
})();
