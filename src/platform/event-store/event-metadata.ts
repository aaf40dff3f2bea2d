import { day, record, text, type ShapeOf } from '../../kernel/shape.js';

/** What is stored beside the data of each event. */
export const eventMetadata = record({
  occurredOn: day,
  subject: text,
  actor: record({ id: text, organisation: text, role: text }),
  commandId: text,
  correlationId: text,
  causationId: text,
});

export type EventMetadata = ShapeOf<typeof eventMetadata>;
