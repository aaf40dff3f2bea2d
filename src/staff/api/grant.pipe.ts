import { Injectable, type PipeTransform } from '@nestjs/common';
import { Problem } from '../../platform/http/problems/problem.js';

const GRANT = /^SM-[0-9A-HJKMNP-TV-Z]{10}-[1-9][0-9]{0,5}$/;

/** For the reference of a right in the path. What cannot be one is not found. */
@Injectable()
export class GrantPipe implements PipeTransform<string, string> {
  /** @throws Problem `not-found`, the same answer as for a reference that nothing has. */
  transform(text: string): string {
    if (!GRANT.test(text)) throw new Problem('not-found', 'There is nothing here of that name.');
    return text;
  }
}
