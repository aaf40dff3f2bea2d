import { randomUUID } from 'node:crypto';
import { Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { FoundPeopleAnswer, PersonDetailsAnswer } from '../../../people/index.js';
import { InsideApi } from '../../../platform/http/inside/inside-api.js';
import type { CaseSummaryAnswer } from '../../../transfer-case/index.js';
import { bodyOfForm } from '../../forms/body-of-form.js';
import { CommandForms } from '../../forms/command-forms.js';
import { typedText, typedValues } from '../../forms/form-field.js';
import { withListChanged } from '../../forms/lists-of-form.js';
import { mendable, refusedForm } from '../../forms/mendable.js';
import { SeeOther, type Page } from '../../page/page.js';
import { Pages } from '../../page/pages.js';
import { detailsFormPage, foundPage, personPage, purposePage } from './people-pages.js';

const SEARCH = '/v1/people/search';
const RECORD = '/v1/people';

/** The people of one's organisation. Each look at them says what it is for, and stands in the access log. */
@Pages('direct-payment-worker', 'phb-worker')
@Controller('people')
export class PeopleController {
  constructor(
    private readonly api: InsideApi,
    private readonly forms: CommandForms,
  ) {}

  /** @param draft the draft of an alert for which somebody is looked for */
  @Get()
  ask(@Query('draft') draft: unknown): Page {
    return foundPage(this.forms.fieldsOf(SEARCH), {}, draftIn(draft));
  }

  /** What is looked for is sent as a form, since addresses reach logs and histories. */
  @Post()
  async search(@Req() request: FastifyRequest): Promise<Page> {
    const fields = this.forms.fieldsOf(SEARCH);
    const values = typedValues(request);
    const draft = draftIn(values['draft']);
    try {
      const { body } = await this.api.ask<FoundPeopleAnswer>(request, SEARCH, bodyOfForm(fields, values));
      return foundPage(fields, values, draft, { found: body });
    } catch (fault) {
      return foundPage(fields, values, draft, { problem: mendable(fault) });
    }
  }

  @Get('new')
  askNew(@Query('draft') draft: unknown): Page {
    return detailsFormPage(this.forms.fieldsOf(RECORD), { _key: randomUUID() }, draftIn(draft));
  }

  @Post('new')
  async record(@Req() request: FastifyRequest): Promise<Page | SeeOther> {
    const fields = this.forms.fieldsOf(RECORD);
    const values = typedValues(request);
    const draft = draftIn(values['draft']);
    const changed = withListChanged(values);
    if (changed !== undefined) return detailsFormPage(fields, changed, draft);
    try {
      const { body } = await this.api.command<{ readonly personId: string }>(
        request,
        RECORD,
        bodyOfForm(fields, values),
        { key: typedText(values, '_key') },
      );
      return new SeeOther(`/people/${body.personId}${draft === undefined ? '' : `?draft=${draft}`}`);
    } catch (fault) {
      const refused = refusedForm(values, fault);
      return detailsFormPage(fields, refused.values, draft, refused.problem);
    }
  }

  /** Who somebody is, to whoever says what that is needed for. */
  @Get(':personId')
  async show(
    @Req() request: FastifyRequest,
    @Param('personId') personId: string,
    @Query('purpose') purpose: unknown,
    @Query('draft') draft: unknown,
  ): Promise<Page> {
    const asked = typeof purpose === 'string' ? purpose : '';
    const choices = this.forms.fieldsOf(SEARCH).find(({ name }) => name === 'purpose');
    const cases = await this.api.get<{ readonly items: readonly Readonly<CaseSummaryAnswer>[] }>(
      request,
      `/v1/transfer-cases?personReference=${encodeURIComponent(personId)}`,
    );
    const shown = { personId, cases: cases.body.items, draft: draftIn(draft) };
    if (asked === '') return purposePage(shown, choices);
    const address = `/v1/people/${encodeURIComponent(personId)}?purpose=${encodeURIComponent(asked)}`;
    const { body } = await this.api.get<PersonDetailsAnswer>(request, address);
    return personPage(shown, body);
  }
}

function draftIn(draft: unknown): string | undefined {
  return typeof draft === 'string' && /^[0-9a-f-]{36}$/.test(draft) ? draft : undefined;
}
