import { beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import { OpenApiHolder } from '../../src/platform/http/openapi/openapi-holder.js';
import { nextSteps } from '../../src/transfer-case/index.js';
import { CommandForms } from '../../src/web/forms/command-forms.js';
import type { FormField } from '../../src/web/forms/form-field.js';
import { caseCommandRoute, caseCommands } from '../../src/web/words/case-commands.js';
import type { Command } from '../../src/web/words/command.js';
import { employmentCommandRoute, employmentCommands } from '../../src/web/words/employment-commands.js';
import { employmentNextSteps } from '../../src/workforce/index.js';
import { useProduct } from '../support/product.js';

const CASE = '/v1/transfer-cases/{caseRef}/';
const EMPLOYMENT = '/v1/employments/{employmentId}/';

describe('The forms of commands', () => {
  const product = useProduct();
  let document: OpenAPIObject;
  let forms: CommandForms;
  beforeAll(() => {
    const description = product.current.app.get(OpenApiHolder);
    document = description.get();
    forms = new CommandForms(description);
  });

  /** The commands below an address, as the API description has them, by the end of their address. */
  const commandsBelow = (start: string) =>
    Object.entries(document.paths)
      .filter(([path, { post }]) => path.startsWith(start) && post !== undefined)
      .map(([path]) => path.slice(start.length))
      .toSorted();
  const pathsOf = (commands: readonly Command[]) => commands.map(({ path }) => path).toSorted();
  const all = () => [
    ...caseCommands.map((command) => ({ ...command, route: caseCommandRoute(command.path) })),
    ...employmentCommands.map((command) => ({ ...command, route: employmentCommandRoute(command.path) })),
  ];

  it('are there for everything that can be done to a case or a PA’s job, and for nothing else', () => {
    expect(pathsOf(caseCommands)).toEqual(commandsBelow(CASE));
    expect(pathsOf(employmentCommands)).toEqual(commandsBelow(EMPLOYMENT));
  });

  it('are offered at the stages that the tables of stages say, each step by one form', () => {
    const stepsOf = (commands: readonly Command[]) => commands.flatMap(({ step }) => step ?? []).toSorted();
    const stepsIn = (stages: Readonly<Record<string, readonly string[]>>, first: string) =>
      [...new Set(Object.values(stages).flat())].filter((step) => step !== first).toSorted();
    expect(stepsOf(caseCommands)).toEqual(stepsIn(nextSteps, 'raise-alert'));
    expect(stepsOf(employmentCommands)).toEqual(stepsIn(employmentNextSteps, 'start-employment'));
  });

  it('are called by words of their own', () => {
    const texts = all().map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('ask for each field by a label in words, which no other field beside it has', () => {
    const faults = all().flatMap(({ route }) =>
      labelFaults(forms.fieldsOf(route)).map((fault) => `${route} ${fault}`),
    );
    expect(faults).toEqual([]);
  });

  it('can be sent by somebody', () => {
    expect(all().filter(({ route }) => forms.rolesOf(route).length === 0)).toEqual([]);
  });
});

function labelFaults(fields: readonly FormField[]): readonly string[] {
  const labels = fields.map(({ label }) => label);
  return fields.flatMap((field) => {
    const { name, label } = field;
    const own = [
      ...(/^[A-Z][a-zA-Z0-9’,?. -]+$/.test(label) && !/[a-z][A-Z]/.test(label)
        ? []
        : [`${name}: "${label}"`]),
      ...(labels.filter((each) => each === label).length > 1 ? [`${name}: "${label}" twice`] : []),
    ];
    if (field.kind === 'group') return [...own, ...labelFaults(field.fields)];
    if (field.kind !== 'list') return own;
    const item = field.item(0);
    return item.kind === 'group' ? [...own, ...labelFaults(item.fields)] : own;
  });
}
