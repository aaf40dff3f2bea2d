import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { OPTION_CHOICES, OPTION_DESCRIPTIONS, type AgreementOptions } from '../../src/agreement/index.js';
import type { Answer } from '../../src/kernel/figure.js';
import { comparedFigures, figuresUnder } from '../../src/simulation/index.js';
import { agreementWith, CASES } from './every-option.fixtures.js';
import { EVERY_OPTION, type TriedValue } from './every-option.table.js';

const ROWS = Object.entries(EVERY_OPTION).flatMap(([option, values]) =>
  values.map((tried) => [option as keyof AgreementOptions, tried.to, tried] as const),
);

const said = (answer: Answer<string | number> | undefined) => {
  if (answer === undefined) return 'none';
  return answer.status === 'known' ? String(answer.value) : answer.status;
};

/** The figures that differ once the option has another value, by name without the id of the only job. */
function changesBy(option: keyof AgreementOptions, { on, under = {}, to }: TriedValue) {
  const before = figuresUnder(CASES[on], agreementWith(under));
  const after = figuresUnder(CASES[on], agreementWith({ ...under, [option]: to }));
  const differing = comparedFigures(before, after).filter(({ differs }) => differs);
  return Object.fromEntries(
    differing.map(({ figure, about = '', asBound, simulated }) => [
      `${figure} ${about.replace(/EM-0000000001 ?/, '')}`.trim(),
      `${said(asBound)} -> ${said(simulated)}`,
    ]),
  );
}

describe('Each option of an agreement changes what it is about, and nothing else', () => {
  it.each(ROWS)('%s: %s', (option, _, tried) => {
    expect(changesBy(option, tried)).toEqual(tried.changes);
  });

  it('is shown for every option that there is', () => {
    expect(Object.keys(EVERY_OPTION).sort()).toEqual(OPTION_DESCRIPTIONS.map(({ option }) => option).sort());
    const untried = OPTION_DESCRIPTIONS.filter(({ option }) => EVERY_OPTION[option].length === 0);
    expect(untried.filter(({ choices }) => choices?.length !== 1)).toEqual([]);
  });

  it('says what an option decides instead where it changes no figure, and only there', () => {
    const unsaid = ROWS.filter(
      ([, , { changes, governs }]) => (Object.keys(changes).length === 0) !== (governs !== undefined),
    );
    expect(unsaid).toEqual([]);
  });

  it('is shown for every value but the default', () => {
    const untried = Object.entries(OPTION_CHOICES).flatMap(([option, [, ...others]]) => {
      const tried = EVERY_OPTION[option as keyof AgreementOptions].map(({ to }) => to);
      return others.filter((value) => !tried.includes(value)).map((value) => `${option}: ${value}`);
    });
    expect(untried).toEqual([]);
  });

  it('explains each figure by its rule, the days and the way of the document among them', () => {
    const rules = figuresUnder(CASES.charged, agreementWith()).flatMap(({ figure, answer }) =>
      answer.status === 'known' ? [[figure, answer.basis.rule]] : [],
    );
    expect(Object.fromEntries(rules)).toMatchObject({
      'bridging.next-review': 'CLOCK-BRIDGING-REVIEW',
      'recharge.document-route': 'RECHARGE-ROUTE',
      'recharge.payment-due': 'RECHARGE-DUE',
      'recharge.query-due': 'RECHARGE-DUE',
    });
  });
});
