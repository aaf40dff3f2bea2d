import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { accessOf } from '../../../platform/access/principal.js';
import { CASE_WORKER } from '../../../platform/access/side-of-role.js';
import { InsideApi } from '../../../platform/http/inside/inside-api.js';
import type { RechargesOfCaseAnswer } from '../../../recharge/index.js';
import { nextSteps, type CaseAnswer, type DeadlinesAnswer } from '../../../transfer-case/index.js';
import type { EmploymentAnswer } from '../../../workforce/index.js';
import { CommandForms } from '../../forms/command-forms.js';
import { Page } from '../../page/page.js';
import { Pages } from '../../page/pages.js';
import { caseCommandRoute, caseCommands, caseCommandsOn } from '../../words/case-commands.js';
import { possibleCommands, saidDone, type PossibleCommands } from '../commands/possible-commands.js';
import { caseAddress, seeing } from './case-addresses.js';
import { casePage } from './case-page.js';
import { moneyPage } from './money-page.js';
import { pasPage } from './pas-page.js';

/** Whose list of PAs is longer is a provider, and not a person who employs. */
const MOST_PAS = 100;

/** One case: what it is, what may happen next, its PAs and its money. */
@Pages()
@Controller('cases/:caseRef')
export class CaseController {
  constructor(
    private readonly api: InsideApi,
    private readonly forms: CommandForms,
  ) {}

  @Get()
  async show(
    @Req() request: FastifyRequest,
    @Param('caseRef') caseRef: string,
    @Query('done') done: unknown,
    @Query('minPosition') minPosition: unknown,
  ): Promise<Page> {
    const address = caseAddress(caseRef);
    const { body: answer } = await this.api.get<CaseAnswer>(request, seeing(address, minPosition));
    const deadlines = await this.api.get<DeadlinesAnswer>(request, `${address}/deadlines`);
    const { roles } = accessOf(request).principal;
    const mayAssign =
      (nextSteps[answer.stage] as readonly string[]).includes('assign-case') &&
      this.forms.mayUse(caseCommandRoute('assignments'), roles);
    return casePage({
      answer,
      deadlines: deadlines.body,
      possible: this.possible(request, answer),
      mayOpenPeople: this.forms.mayUse('/v1/people', roles),
      ownSide: !mayAssign ? undefined : roles.includes(CASE_WORKER.nhs) ? 'nhs' : 'council',
      done: saidDone(caseCommands, done),
    });
  }

  /** That an alert was sent, to who sent it. */
  @Get('raised')
  async showRaised(
    @Req() request: FastifyRequest,
    @Param('caseRef') caseRef: string,
    @Query('minPosition') minPosition: unknown,
  ): Promise<Page> {
    const address = caseAddress(caseRef);
    const { body: answer } = await this.api.get<CaseAnswer>(request, seeing(address, minPosition));
    const { body } = await this.api.get<DeadlinesAnswer>(request, `${address}/deadlines`);
    const due = body.items.find(({ kind }) => kind === 'alert-acknowledgement')?.dueOn;
    const model = { title: 'Alert sent', under: `Case ${caseRef}`, caseRef, nhsBody: answer.nhsBody, due };
    return new Page('pages/alert/raised.njk', model);
  }

  @Get('pas')
  async showPas(@Req() request: FastifyRequest, @Param('caseRef') caseRef: string): Promise<Page> {
    const address = caseAddress(caseRef);
    const { body: answer } = await this.api.get<CaseAnswer>(request, address);
    const { body } = await this.api.get<{ readonly items: readonly Readonly<EmploymentAnswer>[] }>(
      request,
      `${address}/employments?limit=${MOST_PAS}`,
    );
    return pasPage(answer, body.items, this.possible(request, answer, ['PAs']));
  }

  @Get('money')
  async showMoney(@Req() request: FastifyRequest, @Param('caseRef') caseRef: string): Promise<Page> {
    const address = caseAddress(caseRef);
    const { body: answer } = await this.api.get<CaseAnswer>(request, address);
    const { body: recharges } = await this.api.get<RechargesOfCaseAnswer>(request, `${address}/recharges`);
    const groups = ['Rates and payments', 'The account of the direct payment', 'The way back to the council'];
    return moneyPage(answer, recharges, this.possible(request, answer, groups));
  }

  /** @param groups those of the commands that the page is about; all when absent */
  private possible(
    request: FastifyRequest,
    { caseRef, stage, facts }: Readonly<CaseAnswer>,
    groups?: readonly string[],
  ): PossibleCommands {
    const named = caseCommandsOn(facts);
    const commands = groups === undefined ? named : named.filter(({ group }) => groups.includes(group));
    return possibleCommands(commands, nextSteps[stage], this.forms, {
      roles: accessOf(request).principal.roles,
      page: `/cases/${caseRef}`,
      routeOf: caseCommandRoute,
    });
  }
}
