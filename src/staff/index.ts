export { appointAsOperator, type AppointmentWanted } from './commands/appoint-administrator.js';
export { staffRefOf } from './commands/staff-ref.js';
export {
  StaffRightsQuery,
  isHeldOn,
  type AccountWithRights,
  type StaffRightRow,
} from './projections/staff-rights/staff-rights.query.js';
export { staffRightsProjection } from './projections/staff-rights/project.js';
export { staffCatalogues, staffEntities, staffProjections } from './staff.parts.js';
export { nextRightSteps, type RightStep } from './domain/stages.js';
export type { ColleaguesAnswer } from './api/colleagues.controller.js';
export type { RightAnswer, StaffAnswer, StaffReference } from './api/staff-answers.js';
export { StaffModule } from './staff.module.js';
