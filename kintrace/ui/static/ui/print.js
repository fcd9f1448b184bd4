// Only the browser can print. Without this script the button stays away and its menu does it.
const button = document.getElementById("print");
button.hidden = false;
button.addEventListener("click", () => print());
