import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { ImportsCsv } from './import-route.js';

class Imports {
  @ImportsCsv('paymentReference\nDP-1')
  send(): void {}
}

describe('A route that takes a file', () => {
  it('says in the API description what the file may be, and how large', () => {
    const method = Imports.prototype.send;
    expect(Reflect.getMetadata('swagger/apiConsumes', method)).toEqual(['text/csv', 'multipart/form-data']);
    expect(Reflect.getMetadata('swagger/apiParameters', method)).toEqual([
      expect.objectContaining({
        description: 'Text in UTF-8 with a header, of at most 20000 rows and 10485760 bytes.',
      }),
    ]);
  });
});
