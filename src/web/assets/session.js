/* global BroadcastChannel, document, FormData, location, sessionStorage, setInterval */
// Asks before a session ends whether to stay signed in, and keeps what was typed into a draft for after the next sign-in.

const WARN_SECONDS = 120;
const KEPT = 'typed-into:';
const isDraft = (form) => form.method === 'post' && new URL(form.action).pathname.startsWith('/cases/new/');

/** What a form holds that is its owner's: neither its token nor its key, which are good for one session. */
const typedIn = (form) => [...new FormData(form)].filter(([name]) => !name.startsWith('_'));

function keepDrafts() {
  const drafts = [...document.forms].filter(isDraft).flatMap(typedIn);
  if (drafts.length > 0) sessionStorage.setItem(KEPT + location.pathname, JSON.stringify(drafts));
}

function bringDraftsBack() {
  const kept = sessionStorage.getItem(KEPT + location.pathname);
  sessionStorage.removeItem(KEPT + location.pathname);
  for (const [name, value] of JSON.parse(kept ?? '[]')) {
    for (const field of document.getElementsByName(name)) {
      if (field.type === 'radio' || field.type === 'checkbox') field.checked = field.value === value;
      else field.value = value;
    }
  }
}

/** `2 minutes`, `40 seconds` */
function inWords(seconds) {
  if (seconds > 90) return `${Math.ceil(seconds / 60)} minutes`;
  return seconds > 60 ? '1 minute' : `${Math.max(10, Math.ceil(seconds / 10) * 10)} seconds`;
}

function watch(dialog) {
  const part = (name) => document.querySelector(`[data-session-${name}]`);
  const tabs = new BroadcastChannel('session');
  const total = parseInt(dialog.dataset.secondsLeft, 10);
  // Half of it, where the whole is shorter than the warning.
  const warnAt = Math.min(WARN_SECONDS, total / 2);
  let endsAt = Date.now() + total * 1000;
  let ended = false;

  const goOnUntil = (end) => {
    endsAt = end;
    const time = new Date(end).toLocaleTimeString('en-GB', {
      timeZone: 'Europe/London',
      hour: 'numeric',
      minute: '2-digit',
      hour12: true,
    });
    part('end').textContent = time.replace(/\s/g, '');
    dialog.close();
  };
  const stay = async () => {
    const answer = await fetch('/session', { headers: { accept: 'application/json' } });
    if (!answer.ok) return end();
    const { endsAt: until } = await answer.json();
    // By the clock of the server, which need not be that of this machine.
    const left = Date.parse(until) - Date.parse(answer.headers.get('date'));
    if (left / 1000 > warnAt) {
      goOnUntil(Date.now() + left);
      tabs.postMessage(endsAt);
    } else {
      part('last').hidden = false;
      part('stay').hidden = true;
    }
  };
  const end = () => {
    ended = true;
    keepDrafts();
    location.replace(`/signed-out?to=${encodeURIComponent(dialog.dataset.address)}`);
  };

  part('stay').addEventListener('click', () => void stay());
  // Whoever presses Escape is there, and stays.
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    void stay();
  });
  tabs.addEventListener('message', ({ data }) => {
    if (data > endsAt) goOnUntil(data);
  });
  tabs.postMessage(endsAt);
  setInterval(() => {
    const left = (endsAt - Date.now()) / 1000;
    if (ended || left > warnAt) return;
    if (left <= 0) return end();
    const words = inWords(left);
    if (part('left').textContent !== words) part('left').textContent = words;
    if (!dialog.open) dialog.showModal();
  }, 1000);
}

export function watchSession() {
  const dialog = document.querySelector('dialog[data-seconds-left]');
  if (dialog === null) return;
  bringDraftsBack();
  watch(dialog);
}
