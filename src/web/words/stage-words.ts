/** How far a case is, as people say it. */
export const stageWords: Readonly<Record<string, string>> = {
  alerted: 'Alert raised',
  acknowledged: 'Alert acknowledged',
  assessing: 'Being assessed',
  'not-eligible': 'Not eligible',
  eligible: 'Eligible',
  bridging: 'Council is bridging',
  'phb-started': 'Personal health budget pays',
  stopped: 'Direct payment stopped',
  completed: 'Completed',
  withdrawn: 'Withdrawn',
  merged: 'Merged into another case',
};

/** The colour of the tag that stands beside the words. */
export const stageTags: Readonly<Record<string, string>> = {
  bridging: 'govuk-tag--orange',
  'phb-started': 'govuk-tag--turquoise',
  completed: 'govuk-tag--green',
  withdrawn: 'govuk-tag--grey',
  merged: 'govuk-tag--grey',
  'not-eligible': 'govuk-tag--grey',
};
