import { randomUUID } from 'node:crypto';
import { Controller, Get, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { InsideApi } from '../../../platform/http/inside/inside-api.js';
import { accessOf } from '../../../platform/access/principal.js';
import type { CaseCountsAnswer } from '../../../transfer-case/index.js';
import { CommandForms } from '../../forms/command-forms.js';
import { Page, SeeOther } from '../../page/page.js';
import { Pages } from '../../page/pages.js';
import { assigneeChoices, reasonChoices } from '../assignment/assign-cases.controller.js';
import { ColleagueChoices } from '../assignment/colleagues.js';
import { overviewPage } from './overview-page.js';
import { askedList, countsQuery, worklistPage, type CasesPage } from './worklist-page.js';

/** `tc 7f3k 92qd 1m` is a case, too. */
const CASE_REF = /^TC-?[0-9A-Z]{10}$/;

/** The cases of one's organisation: those in which it has to act, those that wait for the other side, and all. */
@Pages()
@Controller()
export class WorklistController {
  constructor(
    private readonly api: InsideApi,
    private readonly forms: CommandForms,
    private readonly colleagues: ColleagueChoices,
  ) {}

  @Get()
  home(): SeeOther {
    return new SeeOther('/cases');
  }

  @Get('cases')
  async list(@Req() request: FastifyRequest): Promise<Page | SeeOther> {
    const query = request.query as Readonly<Record<string, unknown>>;
    const looked = typeof query['reference'] === 'string' ? query['reference'].trim() : '';
    if (looked !== '') return this.lookUp(request, looked);
    const list = askedList(query);
    const [cases, counts, assign] = await Promise.all([
      this.api.get<CasesPage>(request, `/v1/transfer-cases?${list.asked.toString()}`),
      this.counts(request, countsQuery(list)),
      this.assignForm(request),
    ]);
    const { principal } = accessOf(request);
    return worklistPage({ list, cases: cases.body, counts, principal, assign });
  }

  /** How many of them are where. The stage and the move are what it tells apart, so neither is asked for. */
  @Get('cases/overview')
  async overview(@Req() request: FastifyRequest): Promise<Page> {
    const { stage: _, move: __, ...query } = request.query as Readonly<Record<string, unknown>>;
    const list = askedList(query);
    return overviewPage(list, await this.counts(request, countsQuery(list)));
  }

  private async counts(request: FastifyRequest, asked: URLSearchParams): Promise<Readonly<CaseCountsAnswer>> {
    const address = `/v1/transfer-cases/counts?${asked.toString()}`;
    return (await this.api.get<CaseCountsAnswer>(request, address)).body;
  }

  /** What gives the ticked cases to somebody, for who may. */
  private async assignForm(request: FastifyRequest): Promise<object | undefined> {
    const colleagues = await this.colleagues.of(request);
    return (
      colleagues && {
        assignees: assigneeChoices(colleagues),
        reasons: reasonChoices(this.forms),
        key: randomUUID(),
      }
    );
  }

  /** A case by its reference, or the one case of a person by theirs. */
  private async lookUp(request: FastifyRequest, looked: string): Promise<Page | SeeOther> {
    const plain = looked.toUpperCase().replaceAll(/\s/g, '');
    if (CASE_REF.test(plain)) return new SeeOther(`/cases/TC-${plain.replace(/^TC-?/, '')}`);
    const query = new URLSearchParams({ personReference: looked.slice(0, 100) });
    const { body } = await this.api.get<CasesPage>(request, `/v1/transfer-cases?${query.toString()}`);
    const [first, ...others] = body.items;
    if (first !== undefined && others.length === 0) return new SeeOther(`/cases/${first.caseRef}`);
    return new Page('pages/looked-up.njk', {
      title: 'Find a case',
      looked,
      cases: body.items.map(({ caseRef, alertedOn }) => ({ caseRef, alertedOn })),
    });
  }
}
