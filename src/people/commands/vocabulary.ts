// What the edge needs to know of the domain.
export { FIELD_CLASSES, type FieldClass } from '../domain/details/detail-fields.js';
export {
  TRACE_STATUSES,
  type EnteredDetails,
  type PersonDetails,
  type TraceStatus,
} from '../domain/details/person-details.js';
export { nhsNumberInGroups } from '../domain/nhs-number/nhs-number.js';
export { ERASURE_AUTHORITIES, type ErasureAuthority } from '../domain/erase/erasure-check.js';
export { RETENTION_CLASSES, type RetentionClass } from '../domain/retention/retention.js';
