import { basisOf, type Basis, type Rule } from '../../../kernel/basis.js';
import { addDays, type PlainDate } from '../../../kernel/plain-date.js';
import type { BodiesOverTime } from '../case-setting.js';
import { renamed } from './funded-days.js';
import type { FundedPiece } from './funded-piece.js';

export const SUCCESSOR_ANSWERS: Rule = {
  code: 'FUNDING-SUCCESSOR',
  version: 1,
  title: 'A body that took over from another answers for the days that the other funded',
  source:
    'NHS Act 2006 s14Z28; transfer of clinical commissioning groups to integrated care boards, 1 July 2022',
  certainty: 'sourced',
};

/** Funded days by the bodies that answer for them, with the explanation where one body answers for another. */
export interface AnsweredDays {
  readonly pieces: readonly FundedPiece[];
  readonly basis: readonly Basis[];
}

/**
 * Has each piece belong to the body that answers for its funder on a day: the single successor, step by step. Where a body
 * was split the chain ends, since which successor answers is chosen by people and never guessed.
 *
 * @param funded the explanation of who funded which days
 */
export function answeredOn(
  day: PlainDate,
  pieces: readonly FundedPiece[],
  bodies: BodiesOverTime,
  funded: Basis,
): AnsweredDays {
  const passed = new Map<string, string>();
  const answered = pieces.map((piece) => ({
    ...piece,
    shares: renamed(piece.shares, (funder) => {
      const answering = answeringBody(funder, piece.from, day, bodies);
      if (answering !== funder) passed.set(funder, answering);
      return answering;
    }),
  }));
  return {
    pieces: answered,
    basis:
      passed.size === 0
        ? [funded]
        : [basisOf(SUCCESSOR_ANSWERS, { on: day, ...Object.fromEntries(passed) }, [funded])],
  };
}

function answeringBody(funder: string, from: PlainDate, day: PlainDate, bodies: BodiesOverTime): string {
  return bodies
    .successionsBetween(funder, from, addDays(day, 1))
    .reduce((body, change) => bodies.bodyOn(body, change)?.code ?? body, funder);
}
