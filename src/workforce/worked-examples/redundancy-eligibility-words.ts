import { NotUnderstood } from '../../kernel/worked-example.js';
import type { JobEnding } from '../domain/rules/job-ending.js';
import { isListedRelative, type Relationship } from '../domain/rules/redundancy-right.js';

export const STATUS_WORDS = {
  employee: 'employee',
  employed: 'employee',
  worker: 'worker',
  agency_worker: 'worker',
  self_employed: 'self-employed',
  'self-employed': 'self-employed',
} as const;

export const WORKPLACE_WORDS: Readonly<Record<string, boolean>> = {
  private_household: true,
  business: false,
  care_home: false,
  not_private_household: false,
};

type SimpleEnding = Exclude<JobEnding['how'], 'employer-died'>;

const EVENT_WORDS: Readonly<Record<string, SimpleEnding>> = {
  redundancy: 'redundancy',
  dismissed_by_redundancy: 'redundancy',
  employer_moves_to_care_home: 'redundancy',
  employer_moves_into_care_home: 'redundancy',
  employer_moves_house: 'redundancy',
  role_no_longer_needed: 'redundancy',
  suitable_alternative_refused_unreasonably: 'suitable-alternative-refused',
  misconduct: 'misconduct',
  dismissed_for_misconduct: 'misconduct',
  resignation: 'resignation',
  resigned: 'resignation',
  lay_off: 'lay-off',
  fixed_term_ended: 'fixed-term-ended',
  fixed_term_not_renewed: 'fixed-term-ended',
  employer_changes: 'employer-changes',
  employer_changes_from_person_to_agency: 'employer-changes',
  employer_changes_from_person_to_third_party_budget_holder: 'employer-changes',
  employer_changes_from_person_to_new_representative: 'employer-changes',
};

export const DEATH_WORDS: readonly string[] = ['employer_died', 'employer_death'];

// Words that end or begin with what stays: `funding_moves_to_phb_same_employer`, `employer_unchanged`.
const EMPLOYER_STAYS =
  /(^|_)(same_(person_(is|stays|remains)_(the_)?)?employer|employer_(unchanged|stays|remains))(_|$)/;

/**
 * The ending that an event word other than the employer's death stands for. A word that says that the employer stays the
 * same, whatever moves beside it, is one in which the job goes on.
 *
 * @throws NotUnderstood for any other word.
 */
export function endingFor(event: string): JobEnding {
  if (Object.hasOwn(EVENT_WORDS, event)) return { how: EVENT_WORDS[event]! };
  if (EMPLOYER_STAYS.test(event)) return { how: 'same-employer-goes-on' };
  throw new NotUnderstood(`event "${event}" is not known`);
}

const RELATION_WORDS: Readonly<Record<string, Relationship>> = {
  parent: 'parent',
  mother: 'parent',
  father: 'parent',
  step_parent: 'step-parent',
  grandparent: 'grandparent',
  child: 'child',
  son: 'child',
  daughter: 'child',
  step_child: 'step-child',
  grandchild: 'grandchild',
  brother: 'brother-or-sister',
  sister: 'brother-or-sister',
  sibling: 'brother-or-sister',
  half_brother: 'half-brother-or-half-sister',
  half_sister: 'half-brother-or-half-sister',
  half_sibling: 'half-brother-or-half-sister',
  spouse: 'spouse-or-partner',
  husband: 'spouse-or-partner',
  wife: 'spouse-or-partner',
  civil_partner: 'spouse-or-partner',
  partner: 'spouse-or-partner',
  unmarried_partner: 'spouse-or-partner',
  cohabiting_partner: 'spouse-or-partner',
  cohabitee: 'spouse-or-partner',
  aunt: 'other-relative',
  uncle: 'other-relative',
  niece: 'other-relative',
  nephew: 'other-relative',
  cousin: 'other-relative',
  friend: 'none',
  neighbour: 'none',
  unrelated: 'none',
  not_related: 'none',
  none: 'none',
};

/**
 * What the PA is to the employer: `parent_of_employer`, `aunt_or_uncle_of_employer`, `child_in_law_of_employer`. In-laws
 * are other relatives. Of two relations that are one to the law, the first stands for both.
 *
 * @throws NotUnderstood for a word that is not known, or for two that the law tells apart.
 */
export function relationshipFor(phrase: string): Relationship {
  const words = phrase.replace(/_of_(the_)?employer$/, '').split('_or_');
  const [first, ...others] = words.map((word) =>
    relationOf(word.replace(/^(step|half|grand)_?/, normalPrefix)),
  );
  if (first === undefined || others.some((other) => isListedRelative(other) !== isListedRelative(first)))
    throw new NotUnderstood(`employee_is "${phrase}" is not one relation to the law`);
  return first;
}

const normalPrefix = (prefix: string) => (prefix.startsWith('grand') ? 'grand' : `${prefix.slice(0, 4)}_`);

function relationOf(word: string): Relationship {
  if (/_in_law$/.test(word)) return 'other-relative';
  const relation = Object.hasOwn(RELATION_WORDS, word) ? RELATION_WORDS[word] : undefined;
  if (relation === undefined) throw new NotUnderstood(`employee_is "${word}" is not known`);
  return relation;
}
