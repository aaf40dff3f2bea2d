/* global document */
// What pages can do more when scripts run. Everything on them works without.
import { initAll } from './govuk.js';

document.body.classList.add('js-enabled', 'govuk-frontend-supported');
initAll();
