import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { numberedUuid, SOMEBODY } from '../../../../test/support/recorded.js';
import { Problem } from '../problems/problem.js';
import { StrictValidationPipe } from '../validation/strict-validation.pipe.js';
import { Corrects, correcting, type CorrectsDto } from './corrects.dto.js';

class FactDto {
  @Corrects()
  readonly corrects?: CorrectsDto;
}
class RetractionDto {
  @Corrects({ required: true })
  readonly corrects!: CorrectsDto;
}

const EVENT = '5a1d2c3e-7b64-8f20-9a31-4c5d6e7f8091';
const why = { reasonCode: 'typing-error', documentReference: 'HCC-DOC-7781' };
const corrects = { eventId: EVENT, ...why };
const context = {
  actor: SOMEBODY,
  commandId: numberedUuid(1),
  correlationId: numberedUuid(2),
  causationId: numberedUuid(3),
};

/** The pointers of what is wrong with a body. */
async function faultsOf(metatype: new () => object, body: object): Promise<readonly unknown[]> {
  try {
    await new StrictValidationPipe().transform(body, { type: 'body', metatype });
    return [];
  } catch (fault) {
    if (!(fault instanceof Problem)) throw fault;
    return [...new Set(fault.content.errors?.map(({ pointer }) => pointer))];
  }
}

describe('what a body says of a correction', () => {
  it('is an event, why it was wrong and what shows it; or it is left out', async () => {
    expect(await faultsOf(FactDto, { corrects })).toEqual([]);
    expect(await faultsOf(FactDto, {})).toEqual([]);
    expect(await faultsOf(RetractionDto, {})).toEqual(['/corrects']);
  });

  it.each([
    ['an event alone, as text', EVENT, ['/corrects']],
    ['a list', [corrects], ['/corrects']],
    ['a list of nothing', [], ['/corrects']],
    ['nothing', {}, ['/corrects/eventId', '/corrects/reasonCode', '/corrects/documentReference']],
    ['no reason', { ...corrects, reasonCode: undefined }, ['/corrects/reasonCode']],
    ['no document', { ...corrects, documentReference: undefined }, ['/corrects/documentReference']],
    ['an event that is none', { ...corrects, eventId: 'the-first' }, ['/corrects/eventId']],
    ['a reason that is no text', { ...corrects, reasonCode: 7 }, ['/corrects/reasonCode']],
    ['more than that', { ...corrects, note: 'as agreed' }, ['/corrects/note']],
  ])('is refused with %s', async (_, said, pointers) =>
    expect(await faultsOf(FactDto, { corrects: said })).toEqual(pointers),
  );
});

describe('the context of a command', () => {
  it('has the reason and the document of what it puts right, and not the event', () =>
    expect(correcting(context, corrects)).toEqual({ ...context, correction: why }));

  it.each([[undefined], [null as unknown as undefined]])(
    'is as it was where the command puts nothing right: %p',
    (none) => expect(correcting(context, none)).toBe(context),
  );

  it.each([
    ['/corrects/reasonCode', { ...corrects, reasonCode: 'Typed it wrong' }],
    ['/corrects/reasonCode', { ...corrects, reasonCode: '' }],
    ['/corrects/documentReference', { ...corrects, documentReference: 'letter of Ms Jones' }],
    ['/corrects/documentReference', { ...corrects, documentReference: '' }],
  ])('is refused by the name of %s where that could hold a person’s name', (pointer, said) => {
    expect(() => correcting(context, said)).toThrow(expect.objectContaining({ pointer }));
  });
});
