import { eventCatalogue, type EventOf } from '../../../kernel/event-catalogue.js';
import { money, oneOf, record, text } from '../../../kernel/shape.js';
import { RECHARGE_DIRECTIONS } from '../rules/joint-package.js';

const shapes = {
  /** A version of a recharge is about to be made, or the case to be merged; each says so before it does it. */
  'charge-register.claimed': record({
    purpose: oneOf(['recharge', 'merger']),
    /** The recharge, or the case that goes on. */
    reference: text,
    /** The command that claims, which finds its own claim when it is sent again. */
    heldBy: text,
  }),
  /** The case was not merged after all. */
  'charge-register.merger-released': record({ heldBy: text }),
  /** A sum is about to be approved by somebody whose approvals are limited; it says so before it is done. */
  'charge-register.approval-claimed': record({
    /** The recharge. */
    reference: text,
    direction: oneOf(RECHARGE_DIRECTIONS),
    amountPence: money,
    heldBy: text,
  }),
};

export type ChargeRegisterEvent = EventOf<typeof shapes>;

export const chargeRegisterCatalogue = eventCatalogue(shapes);
