import { IntersectionType } from '@nestjs/swagger';
import { PageQuery } from '../../platform/http/paging/page-query.dto.js';
import { ClocksQuery } from '../../platform/http/wire/clocks.js';

/** Which page of a case's PAs, at which clocks. */
export class EmploymentsQueryDto extends IntersectionType(PageQuery, ClocksQuery) {}
