import type { Money } from '../../../platform/http/wire/money.dto.js';
import type { AccruedLeavesAnswer, RedundanciesAnswer, RedundancyAnswer } from '../../../workforce/index.js';
import type { Picture } from '../../pictures/picture.js';
import { splitPicture, type BarPart } from '../../pictures/split-bar.js';
import type { Fill } from '../../pictures/picture.js';
import { organisationName } from '../../words/organisation-name.js';
import { shownAnswer, type ShownAnswer } from '../../words/shown-answer.js';

/** What one PA's redundancy or leave comes to, as a page shows it. */
export interface ShownFigure {
  readonly heading: string;
  readonly drawing?: Picture;
  readonly shown: ShownAnswer;
}

export function redundancyFigures({ items }: Readonly<RedundanciesAnswer>): readonly ShownFigure[] {
  return items.map((each, index) => {
    const drawing = splitDrawing(`split-${index + 1}`, each.assistantRef, each.split);
    return {
      heading: each.assistantRef,
      ...(drawing !== undefined && { drawing }),
      shown: shownAnswer(each, ['assistantRef']),
    };
  });
}

export function leaveFigures({ items }: Readonly<AccruedLeavesAnswer>): readonly ShownFigure[] {
  return items.map((each) => ({
    heading: each.assistantRef,
    shown: shownAnswer(each, ['assistantRef']),
  }));
}

/** What insurance and reserves bear, and then each funder. Nothing while the split is not known. */
export function splitDrawing(
  id: string,
  of: string,
  { insuranceUsed, reservesUsed, estate, residual, shares }: RedundancyAnswer['split'],
): Picture | undefined {
  if (shares === undefined || residual === undefined) return undefined;
  const parts: readonly BarPart[] = [
    ...partOf('Insurance', insuranceUsed),
    ...partOf('Money set aside', reservesUsed),
    ...shares.map(({ funder, share, weight }) => ({
      name: organisationName(funder),
      fill: fillOf(funder),
      sum: share,
      more: weight,
    })),
    ...partOf('The estate', estate),
  ];
  return splitPicture({
    id,
    title: `Who bears the redundancy of ${of}`,
    says: parts.length === 0 ? 'Nothing is to be borne.' : `${parts.map(({ name }) => name).join(', ')}.`,
    parts,
    moreIs: 'Time funded, in the unit of the agreement',
  });
}

function partOf(name: string, sum: Readonly<Money> | undefined): readonly BarPart[] {
  return sum === undefined || sum.amount === '0.00' ? [] : [{ name, fill: 'other', sum }];
}

/** Councils have GSS codes, which begin with a letter and eight digits; NHS bodies have ODS codes. */
export function fillOf(funder: string): Fill {
  if (/^[EW]\d{8}$/.test(funder)) return 'council';
  return /^[A-Z0-9]{3,5}$/.test(funder) ? 'nhs' : 'forecast';
}
