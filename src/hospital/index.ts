export {
  hospitalAcrossTransfer,
  hospitalFunding,
  type HospitalFunding,
} from './domain/rules/hospital-funding.js';
export { hospitalRules } from './domain/rules/hospital-rules.js';
export { hospitalWorkedExampleKinds } from './worked-examples/index.js';
