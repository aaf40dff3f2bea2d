import { DefaultNamingStrategy } from 'typeorm';

/** The property `weeklyPence` is the column `weekly_pence`, without saying so at each column. */
export class SnakeCaseColumns extends DefaultNamingStrategy {
  override columnName(property: string, customName: string, prefixes: string[]): string {
    return customName || snakeCase([...prefixes, property].join('_'));
  }
}

function snakeCase(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
}
