import { Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { accessOf } from '../../../platform/access/principal.js';
import { InsideApi } from '../../../platform/http/inside/inside-api.js';
import { Problem, type ProblemItem } from '../../../platform/http/problems/problem.js';
import { typedValues, type TypedValues } from '../../forms/form-field.js';
import { withListChanged } from '../../forms/lists-of-form.js';
import { mendable } from '../../forms/mendable.js';
import { SeeOther, type Page } from '../../page/page.js';
import { Pages } from '../../page/pages.js';
import { AlertDrafts, type AlertDraft } from './alert-drafts.js';
import { ALERT_ROUTE, AlertForm, PAS, typedWithin, typedWithout } from './alert-form.js';
import {
  bodyPage,
  checkPage,
  draftsPage,
  pasPage,
  questionPage,
  taskListPage,
  type AskedStep,
  type FoundBody,
} from './alert-pages.js';
import { alertSteps, type AlertStep } from './alert-steps.js';

const ROOT = '/cases/new';
const MOST_FOUND = 20;

/** Raising an alert, one thing on a page. What was typed is kept on each, so that an ended session loses nothing. */
@Pages('direct-payment-worker')
@Controller('cases/new')
export class AlertController {
  constructor(
    private readonly api: InsideApi,
    private readonly drafts: AlertDrafts,
    private readonly form: AlertForm,
  ) {}

  @Get()
  async start(@Req() request: FastifyRequest): Promise<Page> {
    return draftsPage(await this.drafts.of(accessOf(request).principal));
  }

  @Post()
  async begin(@Req() request: FastifyRequest): Promise<SeeOther> {
    const draftId = await this.drafts.begin(accessOf(request).principal);
    return new SeeOther(`${ROOT}/${draftId}`);
  }

  @Get(':draftId')
  async tasks(@Req() request: FastifyRequest, @Param('draftId') draftId: string): Promise<Page> {
    return taskListPage(await this.draft(request, draftId), this.form);
  }

  @Post(':draftId/remove')
  async remove(@Req() request: FastifyRequest, @Param('draftId') draftId: string): Promise<SeeOther> {
    await this.drafts.end(accessOf(request).principal, draftId);
    return new SeeOther(ROOT);
  }

  @Get(':draftId/check')
  async check(@Req() request: FastifyRequest, @Param('draftId') draftId: string): Promise<Page> {
    return checkPage(await this.draft(request, draftId), this.form);
  }

  /** Sends the alert. The draft is the key of the command: sent twice, it raises one alert. */
  @Post(':draftId/check')
  async send(@Req() request: FastifyRequest, @Param('draftId') draftId: string): Promise<Page | SeeOther> {
    const draft = await this.draft(request, draftId);
    try {
      const { body, position = '' } = await this.api.command<{ readonly caseRef: string }>(
        request,
        ALERT_ROUTE,
        { assistants: [], ...this.form.body(draft.typed) },
        { key: await keyOf(draft) },
      );
      await this.drafts.end(accessOf(request).principal, draftId);
      return new SeeOther(`/cases/${body.caseRef}/raised?minPosition=${position}`);
    } catch (fault) {
      return checkPage(draft, this.form, mendable(fault));
    }
  }

  @Get(':draftId/nhs-body')
  async askBody(
    @Req() request: FastifyRequest,
    @Param('draftId') draftId: string,
    @Query('q') q: unknown,
    @Query('back') back: unknown,
  ): Promise<Page> {
    const { typed } = await this.draft(request, draftId);
    return this.bodyPage(request, this.asked(draftId, stepAt('nhs-body'), back), typed, searched(q));
  }

  @Get(':draftId/pas')
  async pas(
    @Req() request: FastifyRequest,
    @Param('draftId') draftId: string,
    @Query('back') back: unknown,
  ): Promise<Page> {
    return pasPage(await this.draft(request, draftId), this.form, back === 'check');
  }

  /** The list of PAs is as it should be, even if it is empty. */
  @Post(':draftId/pas')
  async keepPas(
    @Req() request: FastifyRequest,
    @Param('draftId') draftId: string,
    @Query('back') back: unknown,
  ): Promise<SeeOther> {
    const { typed } = await this.draft(request, draftId);
    await this.keep(request, draftId, { ...typed, [`${PAS}-count`]: String(this.form.countOfPas(typed)) });
    return new SeeOther(next(draftId, back));
  }

  @Get(':draftId/pas/:index')
  async askPa(
    @Req() request: FastifyRequest,
    @Param('draftId') draftId: string,
    @Param('index') index: string,
    @Query('back') back: unknown,
  ): Promise<Page> {
    const { typed } = await this.draft(request, draftId);
    const place = this.placeOf(index, typed);
    return questionPage(this.askedPa(draftId, place, back), this.form.pa(place), typed);
  }

  @Post(':draftId/pas/:index')
  async keepPa(
    @Req() request: FastifyRequest,
    @Param('draftId') draftId: string,
    @Param('index') index: string,
    @Query('back') back: unknown,
  ): Promise<Page | SeeOther> {
    const { typed } = await this.draft(request, draftId);
    const place = this.placeOf(index, typed);
    const count = Math.max(this.form.countOfPas(typed), place + 1);
    const merged = {
      ...typedWithout(typed, `${PAS}.${place}`),
      ...typedWithin(typedValues(request), `${PAS}.${place}`),
      [`${PAS}-count`]: String(count),
    };
    const faults = await this.form.faultsIn(merged, `${PAS}.${place}`);
    if (faults.length > 0) {
      return questionPage(this.askedPa(draftId, place, back), this.form.pa(place), merged, faults);
    }
    await this.keep(request, draftId, merged);
    return new SeeOther(`${ROOT}/${draftId}/pas${back === 'check' ? '?back=check' : ''}`);
  }

  @Post(':draftId/pas/:index/remove')
  async removePa(
    @Req() request: FastifyRequest,
    @Param('draftId') draftId: string,
    @Param('index') index: string,
    @Query('back') back: unknown,
  ): Promise<SeeOther> {
    const { typed } = await this.draft(request, draftId);
    const place = this.placeOf(index, typed);
    const changed = withListChanged({ ...typed, _remove: `${PAS}.${place}` });
    const { _remove: _, ...rest } = changed ?? typed;
    await this.keep(request, draftId, rest);
    return new SeeOther(`${ROOT}/${draftId}/pas${back === 'check' ? '?back=check' : ''}`);
  }

  @Get(':draftId/:step')
  async ask(
    @Req() request: FastifyRequest,
    @Param('draftId') draftId: string,
    @Param('step') path: string,
    @Query('back') back: unknown,
  ): Promise<Page> {
    const step = stepAt(path);
    const { typed } = await this.draft(request, draftId);
    return questionPage(this.asked(draftId, step, back), this.form.field(step.field), typed);
  }

  @Post(':draftId/:step')
  async answer(
    @Req() request: FastifyRequest,
    @Param('draftId') draftId: string,
    @Param('step') path: string,
    @Query('back') back: unknown,
  ): Promise<Page | SeeOther> {
    const step = stepAt(path);
    const { typed } = await this.draft(request, draftId);
    const merged = { ...typedWithout(typed, step.field), ...typedWithin(typedValues(request), step.field) };
    const faults = await this.form.faultsIn(merged, step.field);
    if (faults.length > 0) return this.again(request, this.asked(draftId, step, back), step, merged, faults);
    await this.keep(request, draftId, merged);
    return new SeeOther(next(draftId, back));
  }

  private async again(
    request: FastifyRequest,
    asked: AskedStep,
    { path, field }: AlertStep,
    typed: TypedValues,
    faults: readonly ProblemItem[],
  ): Promise<Page> {
    if (path === 'nhs-body') return this.bodyPage(request, asked, typed, '', faults);
    return questionPage(asked, this.form.field(field), typed, faults);
  }

  private async bodyPage(
    request: FastifyRequest,
    asked: AskedStep,
    typed: TypedValues,
    text: string,
    faults: readonly ProblemItem[] = [],
  ): Promise<Page> {
    const query = new URLSearchParams({ q: text, kind: 'integrated-care-board', limit: String(MOST_FOUND) });
    const found =
      text === ''
        ? []
        : (
            await this.api.get<{ readonly items: readonly FoundBody[] }>(
              request,
              `/v1/organisations?${query.toString()}`,
            )
          ).body.items;
    return bodyPage(asked, this.form.field('nhsBody'), typed, { text, found, faults });
  }

  private asked(draftId: string, { path, text }: AlertStep, back: unknown): AskedStep {
    const toCheck = back === 'check';
    return {
      draftId,
      title: text,
      action: `${ROOT}/${draftId}/${path}${toCheck ? '?back=check' : ''}`,
      back: next(draftId, back),
      toCheck,
      more: { mayFind: path === 'person' },
    };
  }

  private askedPa(draftId: string, place: number, back: unknown): AskedStep {
    const toCheck = back === 'check';
    const end = toCheck ? '?back=check' : '';
    return {
      draftId,
      title: `PA ${place + 1}`,
      action: `${ROOT}/${draftId}/pas/${place}${end}`,
      back: `${ROOT}/${draftId}/pas${end}`,
      toCheck,
    };
  }

  /** @throws Problem `not-found` for anything but one that is there or the next one. */
  private placeOf(index: string, typed: TypedValues): number {
    const place = Number(index);
    if (/^\d{1,2}$/.test(index) && place <= this.form.countOfPas(typed)) return place;
    throw new Problem('not-found', 'There is no such PA in this draft.');
  }

  private async keep(request: FastifyRequest, draftId: string, typed: TypedValues): Promise<void> {
    await this.drafts.keep(accessOf(request).principal, draftId, typed);
  }

  private async draft(request: FastifyRequest, draftId: string): Promise<AlertDraft> {
    return this.drafts.get(accessOf(request).principal, draftId);
  }
}

/** The same alert is the same command; one that was mended is another. */
async function keyOf({ draftId, typed }: AlertDraft): Promise<string> {
  const said = new TextEncoder().encode(JSON.stringify(typed));
  const digest = Buffer.from(await crypto.subtle.digest('SHA-256', said)).toString('hex');
  return `${draftId}-${digest.slice(0, 16)}`;
}

function stepAt(path: string): AlertStep {
  const step = alertSteps.find((each) => each.path === path);
  if (step === undefined) throw new Problem('not-found', 'An alert has no such part.');
  return step;
}

function next(draftId: string, back: unknown): string {
  return back === 'check' ? `${ROOT}/${draftId}/check` : `${ROOT}/${draftId}`;
}

function searched(q: unknown): string {
  return typeof q === 'string' ? q.trim().slice(0, 100) : '';
}
