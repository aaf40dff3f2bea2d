import { BadRequestException, ConflictException, InternalServerErrorException } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { QueryFailedError } from 'typeorm';
import { BrokenHistory } from '../../../kernel/aggregate.js';
import { Refusal } from '../../../kernel/refusal.js';
import { StaleRevision } from '../../event-store/streams.js';
import { isDatabaseUnavailable } from './database-unavailable.js';
import { ProblemCatalogue } from './problem-catalogue.js';
import { problemOf, titleOf } from './problem-of.js';
import { Problem } from './problem.js';

const withCode = (code: string, message = 'x') => Object.assign(new Error(message), { code });

class CaseNotReady extends Refusal {
  readonly code = 'case-not-ready';
  readonly kind = 'conflict';
  override readonly facts = { stage: 'alerted' };
}

describe('what an error is to the caller', () => {
  it('is what a refusal says, with its facts', () => {
    expect(problemOf(new CaseNotReady('Not while the case is alerted.'))).toEqual({
      code: 'case-not-ready',
      status: 409,
      title: 'Case not ready',
      detail: 'Not while the case is alerted.',
      errors: [],
      facts: { stage: 'alerted' },
    });
    expect(titleOf('a')).toBe('A');
  });

  it('is the current version when theirs was stale', () => {
    expect(problemOf(new StaleRevision(16, 17))).toMatchObject({
      status: 412,
      facts: { yourVersion: 16, currentVersion: 17 },
      headers: { etag: 'W/"17"' },
    });
  });

  it('is what Nest says of a request, and nothing of what it says of us', () => {
    expect(problemOf(new BadRequestException('Send one file.'))).toMatchObject({
      status: 400,
      detail: 'Send one file.',
    });
    expect(problemOf(new ConflictException('Busy.'))).toMatchObject({ status: 409, detail: 'Busy.' });
    const secret = problemOf(new InternalServerErrorException('password=hunter2'));
    expect(secret).toMatchObject({ status: 500, code: 'unexpected' });
    expect(JSON.stringify(secret)).not.toContain('hunter2');
  });

  it('names the stream and the event of a broken history, and nothing of what is stored', () => {
    expect(problemOf(new BrokenHistory('case-TC-1', 5, '"Ada" is not a day'))).toMatchObject({
      status: 500,
      code: 'broken-history',
      detail:
        'The history case-TC-1 cannot be used from its event 5 on, so nothing is worked out from it and nothing is added to it.',
      facts: { stream: 'case-TC-1', revision: 5 },
    });
  });

  it.each([[undefined], [null], ['text'], [{ statusCode: 200 }], [new Error('select * from secret')]])(
    'is unexpected when nothing is known of it: %p',
    (fault) => {
      expect(problemOf(fault)).toMatchObject({ status: 500, code: 'unexpected' });
    },
  );
});

describe('a database that is away', () => {
  it.each([
    [withCode('ECONNREFUSED')],
    [withCode('57P01')],
    [withCode('53300')],
    [withCode('08006')],
    [new Error('Connection terminated unexpectedly')],
    [new Error('timeout exceeded when trying to connect')],
    [withCode('ETIMEDOUT')],
    [new AggregateError([withCode('ECONNREFUSED')])],
    [new QueryFailedError('select 1', [], withCode('57P01'))],
  ])('is known by %p', (fault) => {
    expect(isDatabaseUnavailable(fault)).toBe(true);
    expect(problemOf(fault)).toMatchObject({ status: 503, headers: { 'retry-after': '2' } });
  });

  it.each([[withCode('23505')], [withCode('42P01')], [new Error('x')], ['ECONNREFUSED'], [undefined]])(
    'is not meant by %p',
    (fault) => {
      expect(isDatabaseUnavailable(fault)).toBe(false);
    },
  );
});

describe('the catalogue of problems', () => {
  const description = { status: 409, title: 'Case not ready', meaning: 'See nextSteps.' };

  it('takes the codes of contexts', () => {
    const catalogue = new ProblemCatalogue();
    catalogue.add({ 'case-not-ready': description });
    expect(catalogue.find('case-not-ready')).toEqual(description);
    expect(catalogue.codes()).toContain('case-not-ready');
  });

  it('takes a code again that means the same, and names one that does not', () => {
    const catalogue = new ProblemCatalogue();
    catalogue.add({ 'case-not-ready': description });
    catalogue.add({ 'case-not-ready': { ...description } });
    expect(() => catalogue.add({ 'case-not-ready': { ...description, meaning: 'Wait.' } })).toThrow(
      'case-not-ready is described in two ways',
    );
    expect(() => catalogue.add({ 'not-found': description })).toThrow('not-found is described in two ways');
  });

  it('has every problem of the platform under its own status', () => {
    const catalogue = new ProblemCatalogue();
    const { content } = new Problem('stale-version', 'Somebody was faster.');
    expect(catalogue.find(content.code)?.status).toBe(content.status);
  });
});
