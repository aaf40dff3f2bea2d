import { staffCatalogue } from './domain/staff.events.js';
import { staffRightsProjection } from './projections/staff-rights/project.js';
import { StaffAccountRow } from './projections/staff-rights/staff-account.entity.js';
import { StaffRightRow } from './projections/staff-rights/staff-right.entity.js';

/** What the context brings to the processes that read the whole store. */
export const staffProjections = [staffRightsProjection];
export const staffEntities = [StaffAccountRow, StaffRightRow];
export const staffCatalogues = [staffCatalogue];
