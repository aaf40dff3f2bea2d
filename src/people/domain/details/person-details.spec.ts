import { describe, expect, it } from '@jest/globals';
import { plainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { classesOf, detailsOf, fieldsOf } from './detail-fields.js';
import { checkedDetails, type EnteredDetails } from './person-details.js';

const today = plainDate('2026-04-01');
const name = { given: 'Catherine', family: 'O’Brien' };
const entered: EnteredDetails = {
  name,
  nhsNumber: '943 476 5919',
  nhsNumberStatus: 'traced',
  birthDate: plainDate('1961-02-28'),
  contact: { addressLines: ['1 Rose Lane', 'Hertford'], postcode: 'SG14 1AA', telephone: '01632 960001' },
};

describe('the details of a person', () => {
  it('are kept as they were entered, with the number as ten digits', () => {
    expect(checkedDetails(entered, today)).toEqual({ ...entered, nhsNumber: '9434765919' });
  });

  it('need no more than a name', () => {
    expect(checkedDetails({ name: { given: ' Mary  Ann ', family: 'Smith' } }, today)).toEqual({
      name: { given: 'Mary Ann', family: 'Smith' },
    });
  });

  it('have a number that counts as not traced unless somebody says so', () => {
    expect(checkedDetails({ name, nhsNumber: '9434765919' }, today)).toMatchObject({
      nhsNumberStatus: 'not-traced',
    });
  });

  it('have every line tidied, and nothing where nothing was entered', () => {
    const contact = { addressLines: [' 1 Rose Lane ', ''], telephone: ' 01632 960001 ' };
    expect(checkedDetails({ name, contact }, today)).toStrictEqual({
      name,
      contact: { addressLines: ['1 Rose Lane'], telephone: '01632 960001' },
    });
    expect(checkedDetails({ name, contact: { postcode: 'SG14 1AA' } }, today)).toStrictEqual({
      name,
      contact: { postcode: 'SG14 1AA' },
    });
    expect(checkedDetails({ name }, today)).toStrictEqual({ name });
  });

  it.each<[EnteredDetails, object]>([
    [
      { name, nhsNumberStatus: 'traced' },
      {
        pointer: '/nhsNumberStatus',
        code: 'no-nhs-number',
        detail: 'There is no NHS number that was traced or not',
      },
    ],
    [
      { name: { given: 'Ada', family: ' ’ ' } },
      { pointer: '/name/family', code: 'not-a-name', detail: 'A name has at least one letter' },
    ],
  ])('are refused in words: %j', (wrong, field) => {
    try {
      checkedDetails(wrong, today);
    } catch (fault) {
      expect((fault as FieldRefused).fields).toEqual([field]);
    }
    expect(() => checkedDetails(wrong, today)).toThrow(FieldRefused);
  });

  it('have no contact where all of it is empty', () => {
    expect(checkedDetails({ name, contact: { addressLines: [' '], email: '' } }, today)).toEqual({ name });
  });

  it.each<[string, EnteredDetails, string, string]>([
    [
      'a number with a wrong last digit',
      { name, nhsNumber: '9434765918' },
      '/nhsNumber',
      'not-an-nhs-number',
    ],
    ['ten times the same digit', { name, nhsNumber: '1111111111' }, '/nhsNumber', 'not-an-nhs-number'],
    ['a number of nine digits', { name, nhsNumber: '943476591' }, '/nhsNumber', 'not-an-nhs-number'],
    [
      'a traced number that is not there',
      { name, nhsNumberStatus: 'traced' },
      '/nhsNumberStatus',
      'no-nhs-number',
    ],
    ['a birth to come', { name, birthDate: plainDate('2026-04-02') }, '/birthDate', 'in-the-future'],
    ['a name without a letter', { name: { given: '-', family: 'Smith' } }, '/name/given', 'not-a-name'],
  ])('are refused with %s, without a word of what was entered', (_, wrong, pointer, code) => {
    const refused = () => checkedDetails(wrong, today);
    expect(refused).toThrow(FieldRefused);
    try {
      refused();
    } catch (fault) {
      expect((fault as FieldRefused).fields).toMatchObject([{ pointer, code }]);
      expect((fault as FieldRefused).message).not.toMatch(/94347659|1111|Smith|Catherine/);
    }
  });

  it('come back from their fields as they were', () => {
    const details = checkedDetails(entered, today);
    expect(detailsOf(fieldsOf(details))).toEqual(details);
    expect(detailsOf(fieldsOf({ name }))).toEqual({ name });
  });

  it('are of four classes', () => {
    expect(classesOf(Object.keys(fieldsOf(checkedDetails(entered, today))))).toEqual([
      'name',
      'nhs-number',
      'birth-date',
      'contact',
    ]);
    expect(classesOf(Object.keys(fieldsOf({ name })))).toEqual(['name']);
  });
});
