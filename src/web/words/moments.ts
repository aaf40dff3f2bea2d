const DAY = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const TIME = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h12',
});

/** A moment in London as people write it: `27 March 2024 at 5:30pm`. */
export function momentInWords(instant: string): string {
  const moment = new Date(instant);
  return `${DAY.format(moment)} at ${timeInWords(moment)}`;
}

/** A time in London as people write it: `5:30pm`, `midday`. */
export function timeInWords(moment: Date): string {
  const time = TIME.format(moment).replace(/\s/g, '').toLowerCase();
  return time === '12:00pm' ? 'midday' : time === '12:00am' ? 'midnight' : time;
}
