import { describe, expect, it } from '@jest/globals';
import { askedAssignment, assignmentOf, casesInWords, listAfter } from './assign-cases.js';

const ONE = 'TC-7F3K92QD1M';
const OTHER = 'TC-2B8M61WXC4';

describe('The form that gives many cases to somebody', () => {
  it('takes each case that is ticked with the version that was shown, one or many', () => {
    const one = askedAssignment({ case: `${ONE}:7`, assignee: 'rosalind', reason: '' });
    expect(one).toEqual({
      ticked: [{ caseRef: ONE, version: '7' }],
      assignee: 'rosalind',
      reason: '',
      back: '/cases',
    });
    const many = askedAssignment({ case: [`${ONE}:7`, `${OTHER}:12`, 'TC-1:x', '../cases:1'] });
    expect(many.ticked.map(({ caseRef }) => caseRef)).toEqual([ONE, OTHER]);
    expect(askedAssignment({}).ticked).toEqual([]);
  });

  it('goes back to lists of cases alone', () => {
    const backOf = (back: string) => askedAssignment({ back }).back;
    expect(backOf('/cases?stage=bridging&worker=nobody')).toBe('/cases?stage=bridging&worker=nobody');
    expect(
      ['//elsewhere.example', 'https://elsewhere.example', '/cases/TC-1', '/casesx'].map(backOf),
    ).toEqual(Array(4).fill('/cases'));
  });

  it('sends a case to somebody, or takes it from whoever has it', () => {
    const asked = { ticked: [], back: '/cases' };
    expect(assignmentOf({ ...asked, assignee: 'marcus', reason: 'absence' })).toEqual({
      path: 'assignments',
      body: { assignee: 'marcus', reason: 'absence' },
    });
    expect(assignmentOf({ ...asked, assignee: 'marcus', reason: '' }).body).toEqual({ assignee: 'marcus' });
    expect(assignmentOf({ ...asked, assignee: '', reason: 'absence' })).toEqual({
      path: 'assignment-ends',
      body: { reason: 'absence' },
    });
  });

  it('leads to the list as it was, which says how many were given', () => {
    expect(listAfter('/cases?stage=bridging', 3, '41')).toBe(
      '/cases?stage=bridging&assigned=3&minPosition=41',
    );
    expect(listAfter('/cases?assigned=1&minPosition=7', 2, '')).toBe('/cases?assigned=2&minPosition=7');
    expect([1, 3].map(casesInWords)).toEqual(['1 case', '3 cases']);
  });
});
