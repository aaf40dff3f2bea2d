export {
  hospitalAcrossTransfer,
  hospitalFunding,
  type HospitalFunding,
  type HospitalWeeks,
} from './domain/rules/hospital-funding.js';
export { hospitalStays, type HospitalStay } from './domain/rules/hospital-stays.js';
export { hospitalRules } from './domain/rules/hospital-rules.js';
export { hospitalWorkedExampleKinds } from './worked-examples/index.js';
