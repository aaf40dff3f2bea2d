import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { ChecklistDto } from './assessment.dto.js';

const fieldsRefused = async (checklist: object) =>
  (await validate(plainToInstance(ChecklistDto, checklist))).map(({ property }) => property);

describe('A checklist on the wire', () => {
  it('asks for the day of receipt where only the day of completion is given (odd input 6)', async () => {
    expect(await fieldsRefused({ completedOn: '2024-01-29' })).toEqual(['receivedOn']);
    expect(await fieldsRefused({ completedOn: '2024-01-29', receivedOn: '' })).toEqual(['receivedOn']);
    expect(await fieldsRefused({ completedOn: '2024-01-29', receivedOn: '2024-01-31' })).toEqual([]);
  });
});
