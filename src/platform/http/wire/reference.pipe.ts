import { Injectable, type PipeTransform } from '@nestjs/common';
import { isReference } from '../../../kernel/ids.js';
import { Problem } from '../problems/problem.js';

/** For a reference in the path: `@Param('caseRef', new ReferencePipe('TC'))`. What cannot be one is not found. */
@Injectable()
export class ReferencePipe implements PipeTransform<string, string> {
  constructor(private readonly prefix: string) {}

  /** @throws Problem `not-found`, the same answer as for a reference that nothing has. */
  transform(text: string): string {
    if (!isReference(this.prefix, text))
      throw new Problem('not-found', 'There is nothing here of that name.');
    return text;
  }
}
