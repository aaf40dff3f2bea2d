import { ApiExtraModels, ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import type { Figure } from '../../../kernel/figure.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { Clocked, type ClocksAnswer } from '../../../platform/http/wire/clocks.js';
import { daysAnswer } from '../../../platform/http/wire/days.answer.js';
import { BASIS, MissingFactAnswer } from '../../../platform/http/wire/figure.answer.js';
import {
  liabilityOf,
  type CaseAgreement,
  type CaseRecord,
  type DeterminedLiability,
} from '../../commands/vocabulary.js';
import type { WaitingOn } from '../../projections/case-summary/case-summary.query.js';
import { caseReference, CaseReferenceAnswer } from './case-reference.answer.js';
import { AccountAnswer, accountAnswer, oneOffAnswer, OneOffPaymentAnswer } from './case-account.answer.js';
import {
  assistantAnswer,
  AssistantAnswer,
  paymentAnswer,
  PaymentAnswer,
  weeklySumAnswer,
  WeeklySumAnswer,
} from './case-money.answer.js';
import { LiabilitySummary } from './case-summary.answer.js';
import { personAnswer, PersonAnswer } from './shared-answers.js';
import {
  JointPackageAnswer,
  jointPackageAnswer,
  SuspensionAnswer,
  suspensionAnswer,
} from './interruptions.answer.js';

const plainObject = { type: 'object', additionalProperties: true } as const;

/** The day of liability with its explanation, or what it waits for. */
const liabilityFigure = {
  oneOf: [
    {
      type: 'object',
      required: ['status', 'value', 'basis'],
      properties: {
        status: { enum: ['known'] },
        value: { $ref: getSchemaPath(LiabilitySummary) },
        basis: BASIS,
        missing: { type: 'array', items: { $ref: getSchemaPath(MissingFactAnswer) } },
      },
    },
    {
      type: 'object',
      required: ['status', 'missing'],
      properties: {
        status: { enum: ['pending'] },
        missing: { type: 'array', items: { $ref: getSchemaPath(MissingFactAnswer) } },
      },
    },
  ],
};

/** A case with all that is known of it. */
@ApiExtraModels(LiabilitySummary, MissingFactAnswer)
export class CaseAnswer extends CaseReferenceAnswer {
  @ApiPropertyOptional({
    description:
      'By which the council knows the person. Absent for finance, which goes by the reference of the case.',
    example: 'P-20417',
  })
  readonly personReference?: string;

  @ApiProperty({ example: 'E10000015' })
  readonly council!: string;

  @ApiProperty({ example: 'QM7' })
  readonly nhsBody!: string;

  @ApiProperty({ enum: ['council', 'nhs', 'both', 'none'] })
  readonly waitingOn!: string;

  @ApiProperty({ type: String, format: 'date', example: '2024-01-15' })
  readonly alertedOn!: PlainDate;

  @ApiPropertyOptional({
    type: PersonAnswer,
    description: 'Who works the case at the council; absent while nobody does.',
  })
  readonly caseworker?: Readonly<PersonAnswer>;

  @ApiPropertyOptional({
    type: PersonAnswer,
    description: 'Who works the case at the NHS body; absent while nobody does.',
  })
  readonly counterpart?: Readonly<PersonAnswer>;

  @ApiProperty({ type: [AssistantAnswer] })
  readonly assistants!: readonly Readonly<AssistantAnswer>[];

  @ApiProperty({
    ...plainObject,
    description:
      'Dates and outcomes: checklist, Fast Track, decision, revision, delay, agreed day, and more.',
  })
  readonly facts!: Readonly<Partial<CaseRecord>>;

  @ApiProperty({ ...plainObject, description: 'The event that each fact rests on: what a correction names.' })
  readonly standing!: CaseRecord['standing'];

  @ApiProperty(liabilityFigure as never)
  readonly liability!: object;

  @ApiPropertyOptional({
    ...plainObject,
    description: 'The version of the local agreement that the case keeps.',
  })
  readonly agreement?: CaseAgreement;

  @ApiPropertyOptional({
    ...plainObject,
    description:
      'Another version that one body has signed for the case to keep; absent while none is proposed.',
  })
  readonly agreementChange?: CaseRecord['agreementChange'];

  @ApiProperty({ type: [WeeklySumAnswer] })
  readonly awardRates!: readonly Readonly<WeeklySumAnswer>[];

  @ApiProperty({ type: [WeeklySumAnswer] })
  readonly contributions!: readonly Readonly<WeeklySumAnswer>[];

  @ApiProperty({ type: [JointPackageAnswer], description: 'None where the council bridges the whole.' })
  readonly jointPackages!: readonly Readonly<JointPackageAnswer>[];

  @ApiProperty({ type: [SuspensionAnswer] })
  readonly suspensions!: readonly Readonly<SuspensionAnswer>[];

  @ApiProperty({ type: [PaymentAnswer] })
  readonly payments!: readonly Readonly<PaymentAnswer>[];

  @ApiProperty({ type: [PaymentAnswer] })
  readonly contributionReceipts!: readonly Readonly<PaymentAnswer>[];

  @ApiProperty({ type: [OneOffPaymentAnswer] })
  readonly oneOffs!: readonly Readonly<OneOffPaymentAnswer>[];

  @ApiProperty({ type: AccountAnswer })
  readonly account!: Readonly<AccountAnswer>;

  @ApiProperty({ type: [WeeklySumAnswer], description: 'Of the council, after a transfer back.' })
  readonly councilBudgets!: readonly Readonly<WeeklySumAnswer>[];

  @ApiProperty({ type: [WeeklySumAnswer], description: 'What the personal health budget really pays.' })
  readonly phbRates!: readonly Readonly<WeeklySumAnswer>[];

  @Clocked()
  readonly clocks?: Readonly<ClocksAnswer>;
}

export function caseAnswer(
  record: CaseRecord,
  whoseMove: WaitingOn,
  names: ReadonlyMap<string, string>,
): Readonly<CaseAnswer> {
  const { personReference, council, nhsBody, alertedOn, agreement, agreementChange } = record;
  const { caseworker, counterpart } = record;
  const { caseRef, stage, nextSteps } = caseReference(record);
  // One literal for what is always there: put together from parts it takes sixty times as long.
  const always = {
    caseRef,
    stage,
    nextSteps,
    personReference,
    council,
    nhsBody,
    waitingOn: whoseMove,
    alertedOn,
    assistants: record.assistants.map(assistantAnswer),
    facts: factsOf(record),
    standing: record.standing,
    liability: liabilityAnswer(liabilityOf(record)),
    awardRates: record.awardRates.map(weeklySumAnswer),
    contributions: record.contributions.map(weeklySumAnswer),
    jointPackages: record.jointPackages.map(jointPackageAnswer),
    suspensions: record.suspensions.map(suspensionAnswer),
    payments: record.payments.map(paymentAnswer),
    contributionReceipts: record.contributionReceipts.map(paymentAnswer),
    oneOffs: record.oneOffs.map(oneOffAnswer),
    account: accountAnswer(record),
    councilBudgets: record.councilBudgets.map(weeklySumAnswer),
    phbRates: record.phbRates.map(weeklySumAnswer),
  };
  return {
    ...always,
    ...(caseworker !== undefined && { caseworker: personAnswer(caseworker, names) }),
    ...(counterpart !== undefined && { counterpart: personAnswer(counterpart, names) }),
    ...(agreement && { agreement }),
    ...(agreementChange && { agreementChange: withoutStaff(agreementChange) }),
  };
}

/** The facts that are dates and codes, and so look the same outside as inside. */
const FACTS = [
  'acknowledgedOn',
  'checklist',
  'fastTrackReceivedOn',
  'decision',
  'revisedDecision',
  'delay',
  'delayReason',
  'liabilityAgreed',
  'bridging',
  'phbCoverStartsOn',
  'lastDayCovered',
  'areaChanges',
  'areaDispute',
  'diedOn',
  'declinedFrom',
  'eligibilityLost',
  'eligibilityOverturned',
  'councilCoverStartsOn',
  'budgetForm',
  'completion',
  'reopening',
  'merger',
  'withdrawal',
] as const satisfies readonly (keyof CaseRecord)[];

type AgreementChange = NonNullable<CaseRecord['agreementChange']>;

/** The sign-in ids of who signed, as the other answers have them. */
function withoutStaff({ signatures, ...change }: AgreementChange): AgreementChange {
  return { ...change, signatures: signatures.map(({ side, by }) => ({ side, by })) };
}

/** A fact of a case as the answer shows it. */
export type CaseFact = (typeof FACTS)[number] | 'reopeningRequest';

/** What is not known is not there. */
function factsOf(record: CaseRecord): Readonly<Partial<CaseRecord>> {
  const { reopeningRequest: request } = record;
  return {
    ...Object.fromEntries(
      FACTS.filter((fact) => record[fact] !== undefined).map((fact) => [fact, record[fact]]),
    ),
    ...(request && { reopeningRequest: { ...request, by: { id: request.by.id } } }),
  };
}

function liabilityAnswer(figure: Figure<DeterminedLiability>): object {
  if (figure.status === 'pending') return figure;
  const { held, ...value } = figure.value;
  return held === undefined
    ? { ...figure, value }
    : { ...figure, value: { ...value, held: daysAnswer(held) }, missing: [held.missing] };
}
