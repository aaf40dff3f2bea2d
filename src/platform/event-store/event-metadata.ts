import { day, money, optional, record, text, type ShapeOf } from '../../kernel/shape.js';

/** What is stored beside the data of each event. */
export const eventMetadata = record({
  occurredOn: day,
  subject: text,
  actor: record({
    id: text,
    organisation: text,
    role: text,
    /** Who that is and on what right, as it stood that day. Events from before rights were recorded are without it. */
    staff: optional(text),
    grant: optional(text),
    limitPence: optional(money),
  }),
  commandId: text,
  correlationId: text,
  causationId: text,
  /** Beside the events of a command that puts something right. Those of others, and older ones, are without it. */
  correction: optional(record({ reasonCode: text, documentReference: text })),
});

export type EventMetadata = ShapeOf<typeof eventMetadata>;
