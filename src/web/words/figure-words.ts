import { isPlainDate } from '../../kernel/plain-date.js';
import { dayInWords } from './days.js';
import { momentInWords } from './moments.js';
import { pounds } from './money.js';
import { organisationName } from './organisation-name.js';
import { rechargeStatusWords } from './recharge-words.js';
import { stageWords } from './stage-words.js';

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
const IDS = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** How a case or a recharge can stand. */
const STANDS: Readonly<Record<string, string>> = { ...stageWords, ...rechargeStatusWords };

/** A figure of a replay as text: money in pounds, days and moments in words, bodies by their names, and how things stand. */
export function figureInWords(text: string, isMoney: boolean): string {
  if (isMoney) return pounds(text);
  if (isPlainDate(text)) return dayInWords(text);
  if (INSTANT.test(text)) return momentInWords(text);
  if (text === 'yes' || text === 'no') return text === 'yes' ? 'Yes' : 'No';
  if (Object.hasOwn(STANDS, text)) return STANDS[text] ?? text;
  return IDS.test(text) ? text : organisationName(text);
}
