import { day, optional, record, text, type ShapeOf } from '../../kernel/shape.js';

/** What is stored beside the data of each event. */
export const eventMetadata = record({
  occurredOn: day,
  subject: text,
  actor: record({ id: text, organisation: text, role: text }),
  commandId: text,
  correlationId: text,
  causationId: text,
  /** Beside the events of a command that puts something right. Those of others, and older ones, are without it. */
  correction: optional(record({ reasonCode: text, documentReference: text })),
});

export type EventMetadata = ShapeOf<typeof eventMetadata>;
