import type { Stage } from '../../transfer-case/index.js';

/** How far a case is, as people say it. */
export const stageWords: Readonly<Record<Stage, string>> = {
  alerted: 'Alert raised',
  acknowledged: 'Alert acknowledged',
  assessing: 'Being assessed',
  'not-eligible': 'Not eligible',
  eligible: 'Eligible',
  bridging: 'Council is bridging',
  'phb-started': 'Personal health budget pays',
  complete: 'Completed',
  'transferring-back': 'Going back to the council',
  'back-with-council': 'Back with the council',
  withdrawn: 'Withdrawn',
  merged: 'Merged into another case',
};

/** The colour of the tag that stands beside the words. */
const stageTags: Readonly<Partial<Record<Stage, string>>> = {
  bridging: 'govuk-tag--orange',
  'phb-started': 'govuk-tag--turquoise',
  complete: 'govuk-tag--green',
  'transferring-back': 'govuk-tag--orange',
  withdrawn: 'govuk-tag--grey',
  merged: 'govuk-tag--grey',
  'not-eligible': 'govuk-tag--grey',
};

/** A stage as `govukTag` takes it. */
export function stageTag(stage: string): { readonly text: string; readonly classes: string } {
  const known = stage as Stage;
  return { text: stageWords[known], classes: stageTags[known] ?? '' };
}

const WAITING: Readonly<Record<string, string>> = {
  council: 'The council',
  nhs: 'The NHS',
  both: 'The council and the NHS',
  none: 'Nobody',
};

/** Whose move it is. */
export function waitingWords(waitingOn: string): string {
  return WAITING[waitingOn] ?? waitingOn;
}
