// Says while somebody types how many lines of the sheet are left. The server counts again.
const text = document.querySelector("textarea[data-lines]");
const said = document.querySelector("[data-count]");
if (text && said) {
  const most = +text.dataset.lines, letters = +text.dataset.letters;
  const count = () => {
    const typed = text.value.trim();
    const lines = typed ? typed.split(/\r\n|\r|\n/) : [];
    const taken = lines.reduce((sum, line) => sum + Math.max(1, Math.ceil([...line].length / letters)), 0);
    said.textContent = `${said.dataset.words} ${most - taken}`;
    said.classList.toggle("late", taken > most);
  };
  said.hidden = false;
  text.addEventListener("input", count);
  count();
}
