import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { optionsOfCase, organisationDirectory } from '../../agreement/index.js';
import { todayInLondon, type Clock } from '../../kernel/clock.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import type { Committed } from '../../platform/event-store/streams.js';
import { actsForCreditor } from '../domain/acting.js';
import { issueRecharge } from '../domain/issue/issue.decision.js';
import type { Recharge } from '../domain/recharge.js';
import { dueDates } from '../domain/rules/due-dates.js';
import { textsOfLines, type DocumentText } from '../domain/document-texts.js';
import { ChargeTerms } from './charge-terms.js';
import { IDENTITY_CHECK, refuseIdentity, type IdentityCheck } from './identity-check.js';
import { debtOf } from './nhs-body-charged.js';
import { payerOf, type ChosenSuccessor } from './payer-of.js';
import { actingOf, Recharges } from './recharges.js';

/** What the document says. */
export interface DocumentTerms {
  readonly documentDate: PlainDate;
  readonly invoiceReference: string;
  readonly purchaseOrder?: string;
  /** Which successor pays and why, where the debtor was split. */
  readonly successor?: ChosenSuccessor;
}

/** Issues an approved recharge, decided on the revision that the actor saw. */
export class IssueRecharge {
  constructor(
    readonly rechargeRef: string,
    readonly document: DocumentTerms,
    readonly ifRevision: number,
    readonly context: CommandContext,
  ) {}
}

@CommandHandler(IssueRecharge)
export class IssueRechargeHandler implements ICommandHandler<IssueRecharge, Committed<Recharge>> {
  constructor(
    private readonly recharges: Recharges,
    private readonly chargeTerms: ChargeTerms,
    @Inject(IDENTITY_CHECK) private readonly identity: IdentityCheck,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ rechargeRef, document, ifRevision, context }: IssueRecharge): Promise<Committed<Recharge>> {
    const { record, theCase } = await this.recharges.get(rechargeRef, context.actor);
    const agreed = optionsOfCase(theCase.agreement);
    const { rechargePaymentDays, rechargeQueryWorkingDays } = agreed;
    const { successor = {}, ...said } = document;
    const acting = actingOf(context.actor);
    // Only to whoever may issue it now: to find a name in a text tells something of the person.
    if (record.stage === 'approved') {
      actsForCreditor(record, acting);
      const typed = { ...said, payableByDocument: successor.documentReference };
      const texts = [...textsOfFields(typed), ...textsOfLines(record.lines)];
      await refuseIdentity(this.identity, theCase, texts, context);
    }
    const terms = {
      ...said,
      today: todayInLondon(this.clock),
      ...payerOf(organisationDirectory, record.debtor, said.documentDate, successor),
      agreed,
      due: dueDates(said.documentDate, rechargePaymentDays, rechargeQueryWorkingDays),
      ...(await this.chargeTerms.due(theCase, debtOf(record))),
      acting,
    };
    return this.recharges.transact(rechargeRef, issueRecharge(terms), context, ifRevision);
  }
}

/** What was typed for the document, beside what its lines say. */
function textsOfFields(typed: {
  readonly invoiceReference: string;
  readonly purchaseOrder?: string | undefined;
  readonly payableByDocument?: string | undefined;
}): readonly DocumentText[] {
  const { invoiceReference, purchaseOrder, payableByDocument } = typed;
  return Object.entries({ invoiceReference, purchaseOrder, payableByDocument }).flatMap(([field, text]) =>
    text === undefined ? [] : [{ pointer: `/${field}`, text }],
  );
}
