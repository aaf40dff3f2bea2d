import { Controller, Get, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { InsideApi } from '../../../platform/http/inside/inside-api.js';
import type { CaseAnswer } from '../../../transfer-case/index.js';
import { CommandForms } from '../../forms/command-forms.js';
import { typedText, typedValues, type TypedValues } from '../../forms/form-field.js';
import { keyAfter, mendable } from '../../forms/mendable.js';
import { Page, SeeOther } from '../../page/page.js';
import { Pages } from '../../page/pages.js';
import { caseCommandRoute } from '../../words/case-commands.js';
import { stageTag } from '../../words/stage-words.js';
import { caseAddress } from '../transfer-case/case-addresses.js';
import {
  askedAssignment,
  assignmentOf,
  casesInWords,
  listAfter,
  type AskedAssignment,
  type TickedCase,
} from './assign-cases.js';
import { ColleagueChoices } from './colleagues.js';

/** A case that was not given, with what the API said. */
interface RefusedCase extends TickedCase {
  readonly detail: string;
  readonly code: string;
}

const NONE_TICKED = { text: 'Go back to the list and choose at least one case' };

/** Giving the cases that are ticked on a list to somebody: each by a command of its own. */
@Pages('direct-payment-worker', 'phb-worker')
@Controller('cases/assign')
export class AssignCasesController {
  constructor(
    private readonly api: InsideApi,
    private readonly forms: CommandForms,
    private readonly colleagues: ColleagueChoices,
  ) {}

  /** Whoever comes here by its address has ticked nothing. */
  @Get()
  ask(): SeeOther {
    return new SeeOther('/cases');
  }

  @Post()
  async assign(@Req() request: FastifyRequest): Promise<Page | SeeOther> {
    const values = typedValues(request);
    const asked = askedAssignment(values);
    const { path, body } = assignmentOf(asked);
    const refused: RefusedCase[] = [];
    let last = '';
    for (const { caseRef, version } of asked.ticked) {
      const address = caseAddress(caseRef);
      const options = { key: `${typedText(values, '_key')}-${caseRef}`, version: parseInt(version, 10) };
      try {
        const { position } = await this.api.command(request, `${address}/${path}`, body, options);
        last = position ?? last;
      } catch (fault) {
        const { code, detail, errors: [first] = [] } = mendable(fault);
        refused.push({ caseRef, version, code, detail: first?.detail ?? detail });
      }
    }
    const assigned = asked.ticked.length - refused.length;
    if (asked.ticked.length > 0 && refused.length === 0) {
      return new SeeOther(listAfter(asked.back, assigned, last));
    }
    return this.again(request, values, asked, refused);
  }

  /** What was refused, each with why and as it stands now, to be sent again. */
  private async again(
    request: FastifyRequest,
    values: TypedValues,
    { assignee, reason, back, ticked }: AskedAssignment,
    refused: readonly RefusedCase[],
  ): Promise<Page> {
    const assigned = ticked.length - refused.length;
    const cases = await Promise.all(refused.map(async (each) => this.now(request, each)));
    const none = refused.length === 0;
    const model = {
      title: none || assigned === 0 ? 'No case was assigned' : 'Some cases were not assigned',
      errors: none
        ? [{ ...NONE_TICKED, href: back }]
        : refused.map(({ caseRef, detail }) => ({ text: `${caseRef}: ${detail}`, href: `#case-${caseRef}` })),
      ...(assigned > 0 && { done: `${casesInWords(assigned)} assigned` }),
      cases,
      assignees: assigneeChoices(await this.colleagues.of(request), assignee),
      reasons: reasonChoices(this.forms, reason),
      back,
      key: keyAfter(refused, values),
    };
    return new Page('pages/assign-cases.njk', model, 422);
  }

  private async now(request: FastifyRequest, { caseRef, detail, version: seen }: RefusedCase) {
    const { body, version } = await this.api.get<CaseAnswer>(request, caseAddress(caseRef));
    const { stage, caseworker, counterpart, council, nhsBody } = body;
    return {
      caseRef,
      detail,
      tick: `${caseRef}:${version ?? seen}`,
      stage: stageTag(stage),
      workers: [
        { body: council, who: caseworker?.name ?? caseworker?.id },
        { body: nhsBody, who: counterpart?.name ?? counterpart?.id },
      ],
    };
  }
}

/** To whom the ticked cases may go: whoever was chosen, or oneself, stands there first. */
export function assigneeChoices(
  colleagues: Awaited<ReturnType<ColleagueChoices['of']>> = [],
  chosen?: string,
) {
  const [self] = colleagues;
  return [...colleagues, { value: '', text: 'Nobody' }].map((choice) => ({
    ...choice,
    selected: choice.value === (chosen ?? self?.value),
  }));
}

/** Why cases go on from who works them, as the API lists it. */
export function reasonChoices(forms: Pick<CommandForms, 'fieldsOf'>, chosen = '') {
  const field = forms.fieldsOf(caseCommandRoute('assignments')).find(({ name }) => name === 'reason');
  const choices = field?.kind === 'choice' ? field.choices : [];
  return [{ value: '', text: 'No reason' }, ...choices].map((choice) => ({
    ...choice,
    selected: choice.value === chosen,
  }));
}
