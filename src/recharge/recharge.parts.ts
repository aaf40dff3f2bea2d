import { chargeRegisterCatalogue } from './domain/charge-register/charge-register.events.js';
import { rechargeCatalogue } from './domain/recharge.events.js';
import { BridgingRechargeLineRow } from './projections/bridging-recharge/bridging-recharge-line.entity.js';
import { BridgingRechargeRow } from './projections/bridging-recharge/bridging-recharge.entity.js';
import { bridgingRechargeProjection } from './projections/bridging-recharge/project.js';
import { rechargesProjection } from './projections/recharges/project.js';
import { DocumentAccountRow } from './projections/statement/document-account.entity.js';
import { documentAccountsProjection } from './projections/statement/project.js';
import { RechargeLineRow } from './projections/recharges/recharge-line.entity.js';
import { RechargeRow } from './projections/recharges/recharge.entity.js';

/** What the context brings to the processes that read the whole store. */
export const rechargeProjections = [
  bridgingRechargeProjection,
  rechargesProjection,
  documentAccountsProjection,
];
export const rechargeEntities = [
  BridgingRechargeRow,
  BridgingRechargeLineRow,
  RechargeRow,
  RechargeLineRow,
  DocumentAccountRow,
];
export const rechargeCatalogues = [rechargeCatalogue, chargeRegisterCatalogue];
