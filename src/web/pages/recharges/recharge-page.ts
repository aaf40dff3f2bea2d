import type { Principal } from '../../../platform/access/principal.js';
import type { RechargeAnswer, RechargeLineAnswer } from '../../../recharge/index.js';
import { Page } from '../../page/page.js';
import { waterfallPicture } from '../../pictures/waterfall.js';
import { organisationName } from '../../words/organisation-name.js';
import {
  lineCommands,
  lineRoute,
  rechargeCommands,
  rechargeRoute,
  type RechargeCommand,
} from '../../words/recharge-commands.js';
import { lineAnswerTags, lineAnswerWords, lineKindWords } from '../../words/recharge-words.js';
import { rechargeName, sidesOf, statusTag } from './recharge-names.js';

type Recharge = Readonly<RechargeAnswer>;

/** Who looks at a recharge, and which commands of the API their roles allow. */
export interface Looking {
  readonly principal: Principal;
  readonly mayUse: (route: string) => boolean;
}

/** A recharge, and what whoever looks may do with it. */
export function rechargePage(
  recharge: Recharge,
  version: number,
  looking: Looking,
  { done, key }: { readonly done?: string; readonly key: string },
): Page {
  const { rechargeRef } = recharge;
  const { yours, others } = actionsOn(recharge, looking);
  const answers = mayAnswerLines(recharge, looking);
  return new Page('pages/recharge.njk', {
    title: rechargeName(recharge),
    recharge,
    version,
    key,
    tag: statusTag(recharge.status),
    waterfall: waterfallPicture(recharge),
    lines: recharge.lines.map((line) => lineRow(line, rechargeRef, answers)),
    open: answers ? recharge.lines.filter(({ answer }) => answer === 'open').length : 0,
    yours,
    others,
    ...(done !== undefined && { done }),
  });
}

export interface LineRow extends Readonly<RechargeLineAnswer> {
  readonly what: string;
  readonly isCredit: boolean;
  readonly tag: { readonly text: string; readonly classes: string };
  /** Where it is accepted or queried; absent where whoever looks may do neither. */
  readonly href?: string;
}

export function lineRow(line: Readonly<RechargeLineAnswer>, rechargeRef: string, answers: boolean): LineRow {
  return {
    ...line,
    what: lineKindWords[line.kind] ?? line.kind,
    isCredit: line.amount.amount.startsWith('-'),
    tag: { text: lineAnswerWords[line.answer] ?? line.answer, classes: lineAnswerTags[line.answer] ?? '' },
    ...(answers && line.answer !== 'accepted' && { href: `/recharges/${rechargeRef}/lines/${line.number}` }),
  };
}

/** True when whoever looks may accept and query lines, and the recharge is at that. */
export function mayAnswerLines(recharge: Recharge, { principal, mayUse }: Looking): boolean {
  const { accept } = lineCommands;
  return (
    recharge.nextSteps.includes(accept.step) &&
    sidesOf(recharge, principal).includes('debtor') &&
    mayUse(lineRoute(accept.path))
  );
}

export interface Action {
  readonly text: string;
  readonly href: string;
}

/** What whoever looks may do next, and what waits for somebody else, with who that is. */
export function actionsOn(
  recharge: Recharge,
  { principal, mayUse }: Looking,
): { readonly yours: readonly Action[]; readonly others: readonly string[] } {
  const own = sidesOf(recharge, principal);
  const yours: Action[] = [];
  const others: string[] = [];
  for (const command of rechargeCommands.filter(({ step }) => recharge.nextSteps.includes(step))) {
    const text = wordsOf(command, recharge);
    const second = secondPersonFor(command, recharge, principal);
    if (own.includes(command.side) && second !== undefined) others.push(second);
    else if (own.includes(command.side) && mayUse(rechargeRoute(command.path))) {
      yours.push({ text, href: `/recharges/${recharge.rechargeRef}/do/${command.path}` });
    } else others.push(`${text}: ${whoDoes(command, recharge)}`);
  }
  if (recharge.nextSteps.includes('accept-line') && !mayAnswerLines(recharge, { principal, mayUse })) {
    others.push(`Accept or query the lines: ${organisationName(recharge.payableBy ?? recharge.debtor)}`);
  }
  return { yours, others };
}

/** Nobody releases alone what they prepared, or takes back alone what they asked for. */
function secondPersonFor(
  { step }: RechargeCommand,
  { preparedBy, creditRequest }: Recharge,
  { subject }: Principal,
): string | undefined {
  if (step === 'approve' && preparedBy === subject) {
    return 'Someone else must approve this: you worked it out';
  }
  if (step === 'credit' && creditRequest?.requestedBy === subject) {
    return 'Someone else must agree to the credit: you asked for it';
  }
  return undefined;
}

export function wordsOf({ step, text }: RechargeCommand, { creditRequest }: Recharge): string {
  if (step !== 'credit') return text;
  return creditRequest === undefined ? 'Ask to credit the recharge' : 'Agree to the credit';
}

function whoDoes({ step, side }: RechargeCommand, { creditor, debtor, payableBy }: Recharge): string {
  const body = organisationName(side === 'creditor' ? creditor : (payableBy ?? debtor));
  return step === 'approve' ? `an approver of ${body} who did not work it out` : body;
}
