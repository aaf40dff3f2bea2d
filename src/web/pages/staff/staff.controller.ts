import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { accessOf } from '../../../platform/access/principal.js';
import { InsideApi } from '../../../platform/http/inside/inside-api.js';
import type { StaffAnswer } from '../../../staff/index.js';
import type { Page } from '../../page/page.js';
import { Pages } from '../../page/pages.js';
import { accountCommands, rightCommands } from '../../words/staff-commands.js';
import { saidDone } from '../commands/possible-commands.js';
import { seeing } from '../transfer-case/case-addresses.js';
import { memberPage, staffListPage, type StaffItems } from './staff-page.js';

const STAFF = '/v1/staff';
const LIMIT = '50';

/** Who of one's organisation may do what. */
@Pages('administrator', 'auditor')
@Controller('staff')
export class StaffPagesController {
  constructor(private readonly api: InsideApi) {}

  @Get()
  async list(
    @Req() request: FastifyRequest,
    @Query('right') right: unknown,
    @Query('cursor') cursor: unknown,
  ): Promise<Page> {
    const query = new URLSearchParams({ limit: LIMIT });
    const waiting = right === 'requested' ? right : undefined;
    if (waiting !== undefined) query.set('right', waiting);
    if (typeof cursor === 'string') query.set('cursor', cursor);
    const { body } = await this.api.get<StaffItems>(request, `${STAFF}?${query.toString()}`);
    return staffListPage(body, waiting, accessOf(request).principal);
  }

  @Get(':staffRef')
  async show(
    @Req() request: FastifyRequest,
    @Param('staffRef') staffRef: string,
    @Query('done') done: unknown,
    @Query('minPosition') minPosition: unknown,
  ): Promise<Page> {
    const address = seeing(`${STAFF}/${encodeURIComponent(staffRef)}`, minPosition);
    const { body } = await this.api.get<StaffAnswer>(request, address);
    const said = done === 'known' ? 'Done: the account is known' : saidDone(COMMANDS, done);
    return memberPage(body, accessOf(request).principal, said);
  }
}

const COMMANDS = [...accountCommands, ...rightCommands];
