import { organisationDirectory } from '../../agreement/index.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import type { NamedBody } from '../domain/raise-alert/named-body.js';

/** What is known on a day of a body that a caller names. */
export function namedBody(code: string, day: PlainDate): NamedBody {
  const found = organisationDirectory.find(code);
  if (found === undefined) return { code };
  const standsIn = organisationDirectory.bodyOn(code, day);
  return {
    code,
    known: {
      name: found.name,
      kind: organisationDirectory.kindOn(code, day) ?? found.kind,
      isLegal: organisationDirectory.isLegalOn(code, day),
      ...(standsIn !== undefined && { standsIn: { code: standsIn.code, name: standsIn.name } }),
    },
  };
}
