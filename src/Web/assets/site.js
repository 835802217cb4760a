// Comfort only: every page works without it.
import { initAll } from "./govuk-frontend.min.js";

const lookEvery = 1_000;
const sayEvery = 10_000;

initAll();
const progress = document.querySelector("[data-ob-progress]");
if (progress) {
  follow(progress, document.querySelector("[data-ob-progress-said]"));
}

// Shows how far the work on a long file is. Who listens hears it now and then, and not each number.
async function follow(shown, said) {
  let last = Date.now();
  for (;;) {
    await new Promise((done) => setTimeout(done, lookEvery));
    const now = await look(shown.dataset.obProgress);
    if (now?.done) {
      said.textContent = "It is done.";
      location.reload();
      return;
    }
    if (now) {
      shown.textContent = now.words;
    }
    if (now && Date.now() - last > sayEvery) {
      last = Date.now();
      said.textContent = now.words;
    }
  }
}

// Null if the site does not answer, which may pass.
async function look(address) {
  try {
    const answer = await fetch(address);
    return answer.ok && !answer.redirected ? await answer.json() : { done: true };
  } catch {
    return null;
  }
}
