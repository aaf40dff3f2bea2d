import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { optionsOfCase, organisationDirectory } from '../../agreement/index.js';
import { todayInLondon, type Clock } from '../../kernel/clock.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import type { Committed } from '../../platform/event-store/streams.js';
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
    const terms = {
      ...said,
      today: todayInLondon(this.clock),
      ...payerOf(organisationDirectory, record.debtor, said.documentDate, successor),
      agreed,
      due: dueDates(said.documentDate, rechargePaymentDays, rechargeQueryWorkingDays),
      ...(await this.chargeTerms.due(theCase, debtOf(record))),
      acting: actingOf(context.actor),
    };
    const typed = textsOfFields({ ...said, payableByDocument: successor.documentReference });
    // A name that is found tells something of the person, so it is looked for last.
    const lookLast = async (state: Recharge) => {
      const texts = [...typed, ...(state.stage === 'none' ? [] : textsOfLines(state.lines))];
      await refuseIdentity(this.identity, theCase, texts, context);
    };
    return this.recharges.transact(rechargeRef, issueRecharge(terms), context, ifRevision, lookLast);
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
