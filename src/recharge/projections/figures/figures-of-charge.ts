import { optionsOfCase, type AgreementOptions } from '../../../agreement/index.js';
import { basisOf, type Basis } from '../../../kernel/basis.js';
import { known, pending, type Figure } from '../../../kernel/figure.js';
import type { NamedFigure } from '../../../kernel/named-figure.js';
import { ZERO_PENCE, type Pence } from '../../../kernel/pence.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { termsFrom } from '../../../kernel/terms-from.js';
import { eventsOf, type SubjectHistory } from '../../../platform/projections/projection.js';
import {
  foldTransferCase,
  liabilityOf,
  type CaseRecord,
  type TransferCaseEvent,
} from '../../../transfer-case/index.js';
import { VAT_MISSING } from '../../domain/issue/issue.refusals.js';
import { dueDates } from '../../domain/rules/due-dates.js';
import {
  RECHARGE_DUE,
  RECHARGE_PURCHASE_ORDER,
  RECHARGE_ROUTE,
  RECHARGE_VAT,
} from '../../domain/rules/recharge-rules.js';
import { UnderAgreement } from '../../../kernel/under-agreement.js';
import { bridgingRows } from '../bridging-recharge/bridging-rows.js';
import type { BridgingRechargeLineRow } from '../bridging-recharge/bridging-recharge-line.entity.js';
import type { BridgingRechargeRow } from '../bridging-recharge/bridging-recharge.entity.js';
import { leaveOf, openPositionsOf } from '../bridging-recharge/open-positions.js';

/**
 * What the bodies of a case owe each other by its facts, by name, as the live figure shows it. Days that follow from a document
 * are those of one that is dated on the day of completion.
 */
export function figuresOfCharge(history: SubjectHistory): readonly NamedFigure[] {
  const record = foldTransferCase(eventsOf<TransferCaseEvent>(history, 'transfer-case.'));
  if (record.stage === 'none') return [];
  const kept = { caseRef: record.caseRef, subject: history.subject, revision: 0 };
  const rows = bridgingRows(record, liabilityOf(record), leaveOf(history), openPositionsOf(history), kept);
  return [...chargeFigures(rows.row, rows.lines), ...documentFigures(record)];
}

function chargeFigures(
  row: BridgingRechargeRow,
  lines: readonly Readonly<BridgingRechargeLineRow>[],
): readonly NamedFigure[] {
  return [
    pence('charge.total', figureOf(row, row.totalPence, row.basis)),
    pence('charge.refund-to-person', figureOf(row, row.refundToPersonPence, row.refundBasis)),
    pence('charge.contribution-cancelled', figureOf(row, row.contributionCancelledPence, row.refundBasis)),
    ...lines.map(({ fromDay, amountPence, basis }) =>
      pence('charge.days', known(amountPence, basis), `from ${fromDay}`),
    ),
    ...(row.oneOffs ?? []).map(({ receiptReference, charge }) =>
      pence(
        'charge.one-off',
        mapped(charge, ({ chargedPence }) => chargedPence),
        receiptReference,
      ),
    ),
    ...(row.credit === null
      ? []
      : [
          pence(
            'charge.account-credit',
            mapped(row.credit, ({ creditPence }) => creditPence),
          ),
        ]),
    ...(row.leaveHeldBack === null ? [] : [pence('account.held-back-for-leave', row.leaveHeldBack)]),
    ...lines.flatMap(({ fromDay, claimBefore, basis }) =>
      claimBefore === null ? [] : [day('charge.claim-before', claimBefore, basis, `from ${fromDay}`)],
    ),
    ...(row.transferBack ?? []).map(({ creditor, total }) => pence('transfer-back.total', total, creditor)),
  ];
}

/** What the agreement says of the document of a transfer that is complete. */
function documentFigures({ agreement, completion }: CaseRecord): readonly NamedFigure[] {
  if (completion === undefined) return [];
  const options = optionsOfCase(agreement);
  const { documentRoute, rechargePaymentDays, rechargeQueryWorkingDays } = options;
  const documentDate = completion.completedOn;
  const due = dueDates(documentDate, rechargePaymentDays, rechargeQueryWorkingDays);
  const under = new UnderAgreement(termsFrom(agreement));
  const inputs = { documentDate, rechargePaymentDays, rechargeQueryWorkingDays, ...due };
  const basis = under.basis(basisOf(RECHARGE_DUE, inputs));
  return [
    {
      figure: 'recharge.document-route',
      unit: 'word',
      answer: known(documentRoute, under.basis(basisOf(RECHARGE_ROUTE, { documentRoute }))),
    },
    ...askedOfDocument(options, under),
    day('recharge.payment-due', due.paymentDueOn, basis),
    day('recharge.query-due', due.queryDueOn, basis),
  ];
}

/** What the agreement asks of the document before it can be issued. */
function askedOfDocument(
  { rechargePurchaseOrder, rechargeVat }: Pick<AgreementOptions, 'rechargePurchaseOrder' | 'rechargeVat'>,
  under: UnderAgreement,
): readonly NamedFigure[] {
  const vat =
    rechargeVat === 'to-be-confirmed'
      ? pending(VAT_MISSING)
      : known(ZERO_PENCE, under.basis(basisOf(RECHARGE_VAT, { rechargeVat })));
  const order = known(
    rechargePurchaseOrder,
    under.basis(basisOf(RECHARGE_PURCHASE_ORDER, { rechargePurchaseOrder })),
  );
  return [pence('recharge.vat', vat), { figure: 'recharge.purchase-order', unit: 'word', answer: order }];
}

function figureOf(
  { missing }: Pick<BridgingRechargeRow, 'missing'>,
  value: Pence | null,
  basis: BridgingRechargeRow['basis'],
): Figure<Pence> {
  return value === null || basis === null ? pending(...missing) : known(value, basis);
}

function mapped<Value>(figure: Figure<Value>, of: (value: Value) => Pence): Figure<Pence> {
  return figure.status === 'pending' ? figure : known(of(figure.value), figure.basis);
}

function pence(figure: string, answer: Figure<Pence>, about?: string): NamedFigure {
  return { figure, ...(about !== undefined && { about }), unit: 'pence', answer };
}

function day(figure: string, on: PlainDate, basis: Basis, about?: string): NamedFigure {
  return { figure, ...(about !== undefined && { about }), unit: 'day', answer: known(on, basis) };
}
