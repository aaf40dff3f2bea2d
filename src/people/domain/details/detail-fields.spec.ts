import { describe, expect, it } from '@jest/globals';
import { plainDate } from '../../../kernel/plain-date.js';
import { nhsNumber } from '../nhs-number/nhs-number.js';
import { classesOf, detailsOf, fieldsOf } from './detail-fields.js';
import type { PersonDetails } from './person-details.js';

const name = { given: 'Ada', family: 'Penhaligon' };
const full: PersonDetails = {
  name,
  nhsNumber: nhsNumber('9434765919'),
  nhsNumberStatus: 'traced',
  birthDate: plainDate('1958-04-03'),
  contact: {
    addressLines: ['1 High Street', 'Hertford'],
    postcode: 'SG14 1AA',
    telephone: '01632 960001',
    email: 'ada@example.org',
  },
};
const fields = {
  '/name/given': 'Ada',
  '/name/family': 'Penhaligon',
  '/nhsNumber': '9434765919',
  '/nhsNumberStatus': 'traced',
  '/birthDate': '1958-04-03',
  '/contact/addressLines': '["1 High Street","Hertford"]',
  '/contact/postcode': 'SG14 1AA',
  '/contact/telephone': '01632 960001',
  '/contact/email': 'ada@example.org',
};

describe('the details of a person as fields that are sealed one by one', () => {
  it('are each text under its pointer', () => {
    expect(fieldsOf(full)).toEqual(fields);
    expect(detailsOf(fields)).toEqual(full);
  });

  it.each<[string, PersonDetails]>([
    ['a name alone', { name }],
    ['an NHS number', { name, nhsNumber: nhsNumber('9434765919'), nhsNumberStatus: 'not-traced' }],
    ['a birth date', { name, birthDate: plainDate('1958-04-03') }],
    ['an address alone', { name, contact: { addressLines: ['1 High Street'] } }],
    ['a postcode alone', { name, contact: { postcode: 'SG14 1AA' } }],
    ['a telephone alone', { name, contact: { telephone: '01632 960001' } }],
    ['an e-mail address alone', { name, contact: { email: 'ada@example.org' } }],
  ])('come back as they were, with nothing added: %s', (_, details) => {
    expect(Object.values(fieldsOf(details))).not.toContain(undefined);
    expect(JSON.stringify(detailsOf(fieldsOf(details)))).toBe(JSON.stringify(details));
    expect(detailsOf(fieldsOf(details))).toStrictEqual(details);
  });

  it('have an empty name where none was kept', () => {
    expect(detailsOf({})).toStrictEqual({ name: { given: '', family: '' } });
  });

  it.each([
    [['/name/given'], ['name']],
    [['/name/family'], ['name']],
    [['/nhsNumber'], ['nhs-number']],
    [['/nhsNumberStatus'], ['nhs-number']],
    [['/birthDate'], ['birth-date']],
    [['/contact/addressLines', '/contact/email'], ['contact']],
    [
      ['/contact/postcode', '/birthDate', '/nhsNumber', '/name/family'],
      ['name', 'nhs-number', 'birth-date', 'contact'],
    ],
    [[], []],
  ])('%j are told to the access log as %j', (pointers, classes) => {
    expect(classesOf(pointers)).toEqual(classes);
  });
});
