// Pocket cards from this tablet: the sheet of a language is all that is printed, and nothing of it
// is about anybody. The codes on it are drawn by the contact safe's own scripts.
"use strict";

const prints = (language) => {
  const main = document.getElementById("main");
  const sheet = document.querySelector(`[data-sheet="${language}"]`);
  main.classList.add("not-print");
  sheet.hidden = false;
  const over = () => {
    sheet.hidden = true;
    main.classList.remove("not-print");
  };
  addEventListener("afterprint", over, { once: true });
  print();
};

export const listen = () => {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-cards]");
    if (button) prints(button.dataset.cards);
  });
};
