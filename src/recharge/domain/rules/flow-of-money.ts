/** Which body owes which. Codes of organisations: ODS for an NHS body, GSS for a council. */
export interface MoneyFlow {
  readonly creditor: string;
  readonly debtor: string;
}

/**
 * The direction of a debt: whoever was liable owes whoever paid. The name of the document or who sends it says nothing
 * about it, since one area's "recharge from the NHS" is money and another's is an invoice.
 *
 * Nobody owes anything, and nothing is returned, when the body that was liable paid for itself.
 */
export function flowOfMoney(liableBody: string, payingBody: string): MoneyFlow | undefined {
  return liableBody === payingBody ? undefined : { creditor: payingBody, debtor: liableBody };
}
