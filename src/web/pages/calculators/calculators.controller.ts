import { Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { InsideApi } from '../../../platform/http/inside/inside-api.js';
import { Problem, type ProblemContent } from '../../../platform/http/problems/problem.js';
import type { SplitAnswer } from '../../../workforce/index.js';
import { askedAgain } from '../../forms/asked-again.js';
import { bodyOfForm } from '../../forms/body-of-form.js';
import { CommandForms } from '../../forms/command-forms.js';
import { drawnForm } from '../../forms/drawn-form.js';
import { typedValues, type TypedValues } from '../../forms/form-field.js';
import { withListChanged } from '../../forms/lists-of-form.js';
import { Page } from '../../page/page.js';
import { Pages } from '../../page/pages.js';
import { shownAnswer } from '../../words/shown-answer.js';
import { splitDrawing } from '../figures/case-figures.js';
import { calculatorRoute, calculators, type Calculator } from './calculators.js';

interface Answered {
  readonly answer?: object;
  readonly problem?: ProblemContent;
}

/** What would come of facts that somebody types in, by the same rules as those of a case. Nothing of it is kept. */
@Pages()
@Controller('calculators')
export class CalculatorPagesController {
  constructor(
    private readonly api: InsideApi,
    private readonly forms: CommandForms,
  ) {}

  @Get()
  list(): Page {
    return new Page('pages/calculators.njk', { title: 'Calculators', calculators });
  }

  @Get(':path')
  ask(@Param('path') path: string): Page {
    return this.page(calculatorAt(path), {}, {});
  }

  @Post(':path')
  @HttpCode(200)
  async answer(@Req() request: FastifyRequest, @Param('path') path: string): Promise<Page> {
    const calculator = calculatorAt(path);
    const values = typedValues(request);
    const changed = withListChanged(values);
    if (changed !== undefined) return this.page(calculator, changed, {});
    const body = bodyOfForm(this.forms.fieldsOf(calculatorRoute(path)), values);
    try {
      const { body: answer } = await this.api.ask<object>(request, calculatorRoute(path), body);
      return this.page(calculator, values, { answer });
    } catch (fault) {
      return this.page(calculator, values, { problem: askedAgain(fault) });
    }
  }

  private page({ path, text, says }: Calculator, values: TypedValues, { answer, problem }: Answered): Page {
    const { fields, errors } = drawnForm(this.forms.fieldsOf(calculatorRoute(path)), values, problem);
    const drawing =
      answer !== undefined && path === 'redundancy-split'
        ? splitDrawing('split', 'this job', answer as SplitAnswer)
        : undefined;
    const model = {
      ...{ title: text, under: 'Calculators', says, fields, errors, action: `/calculators/${path}` },
      ...(answer !== undefined && { answer: shownAnswer(answer) }),
      ...(drawing !== undefined && { drawing }),
    };
    return new Page('pages/calculator.njk', model, problem === undefined ? 200 : problem.status);
  }
}

function calculatorAt(path: string): Calculator {
  const calculator = calculators.find((each) => each.path === path);
  if (calculator === undefined) throw new Problem('not-found', 'There is no calculator of that name.');
  return calculator;
}
