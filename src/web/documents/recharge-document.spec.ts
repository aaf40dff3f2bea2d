import { describe, expect, it } from '@jest/globals';
import type { RechargeAnswer } from '../../recharge/index.js';
import { pounds } from '../words/money.js';
import type { Block, PrintedStep } from './printed-document.js';
import { DocumentNotIssued, rechargeDocument } from './recharge-document.js';
import { draftRecharge, issuedRecharge } from './recharge.fixtures.js';

const tablesOf = (recharge: RechargeAnswer) =>
  rechargeDocument(recharge).blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
const stepsOf = (blocks: readonly Block[]): readonly PrintedStep[] =>
  blocks.flatMap((block) => (block.kind === 'steps' ? block.steps : [])).flatMap(withBelow);
const withBelow = (step: PrintedStep): readonly PrintedStep[] => [step, ...step.from.flatMap(withBelow)];

describe('The document of a recharge', () => {
  it('is not there before it is issued', () => {
    expect(() => rechargeDocument(draftRecharge)).toThrow(DocumentNotIssued);
  });

  it('is dated when it was issued, by who is owed', () => {
    expect(rechargeDocument(issuedRecharge)).toMatchObject({
      title: 'Recharge RC-0000000001',
      author: 'Hertfordshire County Council',
      date: '2024-07-08',
    });
    const note: RechargeAnswer = { ...issuedRecharge, document: 'credit-note' };
    expect(rechargeDocument(note).title).toBe('Credit note RC-0000000001');
  });

  it('has every figure as the API gives it', () => {
    const [, lines, person] = tablesOf(issuedRecharge);
    expect(lines?.rows).toEqual([
      [
        ...['1', 'Direct payment in bridging', '1 May 2024', '25 Jun 2024', '56'],
        ...['£742.50', '£5,940.00', '£5,940.00'],
      ],
      [
        ...['2', 'Credit for leave that was owed before. Its oldest payment was six years old'],
        ...['1 May 2024', '25 Jun 2024', '56', '', '−£125.01', '£5,814.99'],
      ],
    ]);
    expect(lines?.total).toContain(pounds(issuedRecharge.total.amount));
    expect(person?.rows.map(([, sum]) => sum)).toEqual(['£31.20', '£0.00']);
  });

  it('says who owes, who pays for it, and leaves out what is not there', () => {
    const [facts] = tablesOf(issuedRecharge);
    const labels = facts?.rows.map(([label]) => label);
    expect(facts?.rows).toContainEqual(['Who pays for it', 'NHS Hertfordshire and West Essex ICB']);
    expect(labels).not.toContain('In place of');
    expect(rechargeDocument(issuedRecharge).blocks[0]).toEqual({
      kind: 'paragraph',
      text: 'NHS Hertfordshire and West Essex ICB owes Hertfordshire County Council £5,814.99 in 2 lines.',
    });
  });

  it('names the leave that is not known, and who can say it', () => {
    const texts = rechargeDocument(issuedRecharge).blocks.map((block) => 'text' in block && block.text);
    expect(texts).toContainEqual(
      expect.stringMatching(/^Pending: the leave of one PA .*EM-0000000001.*Who can say/),
    );
  });

  it('stays the same when it is answered, paid and credited', () => {
    const later: RechargeAnswer = {
      ...issuedRecharge,
      status: 'paid',
      nextSteps: [],
      paid: issuedRecharge.total,
      outstanding: { amount: '0.00', currency: 'GBP' },
      lines: issuedRecharge.lines.map((line) => ({ ...line, answer: 'accepted' })),
    };
    expect(rechargeDocument(later)).toEqual(rechargeDocument(issuedRecharge));
  });

  it('tells of nobody who worked it out or approved it', () => {
    const text = JSON.stringify(rechargeDocument(issuedRecharge));
    expect(text).not.toContain(issuedRecharge.preparedBy);
    expect(text).not.toContain(issuedRecharge.approvedBy);
  });

  it('explains each figure to its facts, each step once and by its number from then on', () => {
    const steps = stepsOf(rechargeDocument(issuedRecharge).blocks);
    expect(steps.map(({ number, title }) => `${number} ${title}`)).toEqual([
      '1 The sum of the lines',
      '1.1 Days at one rate',
      '1.1.1 Rate of the direct payment',
      '1.2 Leave that was owed',
      '1.2.1 Rate of the direct payment',
      '2 Days at one rate',
      '3 Leave that was owed',
    ]);
    expect(steps[1]?.facts).toEqual([
      { label: 'Rule', text: 'BRIDGING-LINE, version 1' },
      { label: 'Source', text: 'Agreement clause 7.3' },
      { label: 'How sure', text: 'Unverified: the text of this national rule was not read' },
      { label: 'Days', text: '56' },
      { label: 'Weekly', text: '£742.50' },
    ]);
    expect(steps.slice(4).map(({ facts }) => facts)).toEqual([
      [{ label: 'The same as step', text: '1.1.1' }],
      [{ label: 'The same as step', text: '1.1' }],
      [{ label: 'The same as step', text: '1.2' }],
    ]);
  });
});
