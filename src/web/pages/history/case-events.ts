import type { FastifyRequest } from 'fastify';
import type { HistoryEventAnswer } from '../../../audit/index.js';
import type { InsideApi } from '../../../platform/http/inside/inside-api.js';
import type { CommandForms } from '../../forms/command-forms.js';
import { accessOf } from '../../../platform/access/principal.js';
import { caseAddress } from '../transfer-case/case-addresses.js';

export type CaseEvent = Readonly<HistoryEventAnswer>;

/** The API's page of events. */
export interface EventsPage {
  readonly items: readonly CaseEvent[];
  readonly next?: string;
}

/** As many as the API gives at a time. */
const PAGE = '100';

/** The API's question for events of a case; what is asked besides goes with it. */
export function eventsAddress(caseRef: string, asked: URLSearchParams = new URLSearchParams()): string {
  const all = new URLSearchParams(asked);
  all.set('limit', PAGE);
  return `${caseAddress(caseRef)}/events?${all.toString()}`;
}

/** Every event of a case in its order, page by page. */
export async function everyEvent(
  api: InsideApi,
  request: FastifyRequest,
  caseRef: string,
): Promise<readonly CaseEvent[]> {
  const events: CaseEvent[] = [];
  let next: string | undefined;
  do {
    const asked = new URLSearchParams(next === undefined ? {} : { cursor: next });
    const { body } = await api.get<EventsPage>(request, eventsAddress(caseRef, asked));
    events.push(...body.items);
    ({ next } = body);
  } while (next !== undefined);
  return events;
}

/** True when whoever looks may take the events of a case away as they are stored, with their hashes. */
export function mayCheckHashes(forms: CommandForms, request: FastifyRequest): boolean {
  return forms.mayRead('/v1/transfer-cases/{caseRef}/stored-events', accessOf(request).principal.roles);
}
