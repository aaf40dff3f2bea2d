import { record, type Shape } from '../../kernel/shape.js';
import { BRIDGING_OPTIONS } from './options/bridging-options.js';
import { GOVERNANCE_OPTIONS } from './options/governance-options.js';
import { HOSPITAL_OPTIONS } from './options/hospital-options.js';
import { LEAVE_OPTIONS } from './options/leave-options.js';
import { LIABILITY_OPTIONS } from './options/liability-options.js';
import { ONE_OFF_OPTIONS } from './options/one-off-options.js';
import { defaultOf, shapeOf, type Choice, type Option, type ValueOf } from './options/option-kinds.js';
import {
  RECHARGE_DOCUMENT_OPTIONS,
  RECHARGE_FIGURE_OPTIONS,
  TRANSFER_BACK_OPTIONS,
} from './options/recharge-options.js';
import { REDUNDANCY_OPTIONS } from './options/redundancy-options.js';

/** What makes it lawful that the council pays for the NHS body while the budget is set up. */
export const LEGAL_VEHICLES = [
  'nhs-act-section-75',
  'nhs-act-section-256',
  'nhs-act-section-76',
  'reimbursement-letter',
] as const;

export type LegalVehicle = (typeof LEGAL_VEHICLES)[number];

/** Everything that two bodies choose in a local agreement, in the order in which it is offered. */
export const OPTIONS = {
  ...LIABILITY_OPTIONS,
  ...BRIDGING_OPTIONS,
  ...RECHARGE_FIGURE_OPTIONS,
  ...ONE_OFF_OPTIONS,
  ...RECHARGE_DOCUMENT_OPTIONS,
  ...TRANSFER_BACK_OPTIONS,
  ...REDUNDANCY_OPTIONS,
  ...LEAVE_OPTIONS,
  ...HOSPITAL_OPTIONS,
  ...GOVERNANCE_OPTIONS,
} as const satisfies Readonly<Record<string, Option>>;

type Options = typeof OPTIONS;
export type OptionName = keyof Options;

/** The choices that two bodies make in a local agreement, and that the figures of a case are worked out by. */
export type AgreementOptions = { readonly [Name in OptionName]: ValueOf<Options[Name]> };

export const OPTION_NAMES = Object.keys(OPTIONS) as readonly OptionName[];

function ofEach<Value>(of: (option: Option) => Value): Record<OptionName, Value> {
  const entries = OPTION_NAMES.map((name) => [name, of(OPTIONS[name])] as const);
  return Object.fromEntries(entries) as Record<OptionName, Value>;
}

export const agreementOptions = record(ofEach(shapeOf)) as Shape<AgreementOptions>;

/** The options of an agreement that chooses nothing else. */
export const DEFAULT_OPTIONS = ofEach(defaultOf) as AgreementOptions;

type ChoiceName = { [Name in OptionName]: Options[Name] extends Choice ? Name : never }[OptionName];

/** The values that each option of choice may take; the first of each is the default. */
export const OPTION_CHOICES = Object.fromEntries(
  Object.entries<Option>(OPTIONS).flatMap(([name, option]) =>
    option.kind === 'choice' ? [[name, option.choices]] : [],
  ),
) as { readonly [Name in ChoiceName]: Options[Name]['choices'] };
