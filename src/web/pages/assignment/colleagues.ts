import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { accessOf } from '../../../platform/access/principal.js';
import { InsideApi } from '../../../platform/http/inside/inside-api.js';
import type { ColleaguesAnswer } from '../../../staff/index.js';
import { CommandForms } from '../../forms/command-forms.js';
import { caseCommandRoute } from '../../words/case-commands.js';

/** What can be chosen, as selects and radios take it. */
export interface Choice {
  readonly value: string;
  readonly text: string;
}

/** Those to whom whoever looks may give a case. */
@Injectable()
export class ColleagueChoices {
  constructor(
    private readonly api: InsideApi,
    private readonly forms: CommandForms,
  ) {}

  /** Nothing for somebody whose role assigns no cases. Oneself stands first. */
  async of(request: FastifyRequest): Promise<readonly Choice[] | undefined> {
    const { roles, subject } = accessOf(request).principal;
    if (!this.forms.mayUse(caseCommandRoute('assignments'), roles)) return undefined;
    const { body } = await this.api.get<ColleaguesAnswer>(request, '/v1/colleagues');
    const isSelf = ({ id }: { readonly id: string }) => id === subject;
    return [...body.items.filter(isSelf), ...body.items.filter((each) => !isSelf(each))].map((each) => ({
      value: each.id,
      text: `${each.name ?? each.id}${isSelf(each) ? ' (you)' : ''}`,
    }));
  }
}
