/* global document */
// What pages can do more when scripts run. Everything on them works without.
import { initAll } from './govuk.js';
import { watchSession } from './session.js';

document.body.classList.add('js-enabled', 'govuk-frontend-supported');
initAll();
watchSession();

// A range over the steps of a replay, above the list that works without it. Moving it chooses in the list, and the button opens the step.
for (const form of document.querySelectorAll('form[data-steps]')) {
  const list = form.querySelector('select');
  const range = document.createElement('input');
  const label = document.createElement('label');
  label.className = 'govuk-label';
  label.htmlFor = range.id = 'steps';
  label.textContent = 'Move through the steps';
  range.className = 'app-range';
  range.type = 'range';
  range.min = '1';
  range.max = String(list.options.length);
  range.value = String(list.selectedIndex + 1);
  const say = () => {
    list.selectedIndex = Number(range.value) - 1;
    range.setAttribute('aria-valuetext', list.options[list.selectedIndex].text);
  };
  say();
  range.addEventListener('input', say);
  list.addEventListener('change', () => {
    range.value = String(list.selectedIndex + 1);
    say();
  });
  form.prepend(label, range);
}
