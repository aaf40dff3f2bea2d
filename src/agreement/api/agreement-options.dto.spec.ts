import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { DEFAULT_OPTIONS, OPTION_NAMES } from '../domain/options.js';
import { AgreementOptionsDto } from './agreement-options.dto.js';

const faultsOf = async (options: object) => {
  const dto = plainToInstance(AgreementOptionsDto, options);
  const errors = await validate(dto, { whitelist: true, forbidNonWhitelisted: true });
  return errors.map(({ property, constraints }) => [property, ...Object.values(constraints ?? {})]);
};

describe('The options of a request', () => {
  it('may be every option that there is, at its default', async () => {
    expect(await faultsOf(DEFAULT_OPTIONS)).toEqual([]);
  });

  it.each(OPTION_NAMES)(
    'are refused where %s is what it can never be, and may leave it out',
    async (name) => {
      const { [name]: _, ...others } = DEFAULT_OPTIONS;
      expect(await faultsOf(others)).toEqual([]);
      expect(await faultsOf({ [name]: ['neither'] })).toEqual([[name, expect.stringContaining(name)]]);
    },
  );

  it('are refused where one is none', async () => {
    expect(await faultsOf({ colour: 'blue' })).toEqual([['colour', expect.any(String)]]);
  });
});
