/** The words in which the commands of the staff are given and answered, for whoever sends them. */
export type { RightStage, StaffMember } from '../domain/staff-member.js';
export { STAFF_PREFIX, staffRefOf } from './staff-ref.js';
