import type { DomainEvent } from './event.js';
import { InvalidValue } from './invalid-value.js';
import type { Shape, ShapeOf } from './shape.js';

/** The events of one context: today's shape of each, by its stored type. */
export type EventShapes = Readonly<Record<string, Shape<object>>>;

/** The union of the events whose shapes are listed. */
export type EventOf<Shapes extends EventShapes> = {
  [Type in keyof Shapes & string]: DomainEvent<Type, ShapeOf<Shapes[Type]>>;
}[keyof Shapes & string];

/** Turns the data of one stored version into that of the next. Never edited once released. */
export type Upcaster = (data: unknown) => unknown;

/** Reads stored events of one context, walking old shapes forward one version at a time. */
export interface EventCatalogue<Event extends DomainEvent = DomainEvent> {
  readonly types: readonly string[];
  /** The schema version that a new event of this type is stored with, from 1. */
  schemaVersionOf(type: string): number;
  /** @throws InvalidValue for an unknown type or version, or data that does not fit the shape. */
  decode(stored: {
    readonly type: string;
    readonly schemaVersion: number;
    readonly occurredOn: DomainEvent['occurredOn'];
    readonly data: unknown;
  }): Event;
}

/**
 * Makes the catalogue of a context.
 *
 * @param shapes today's shape of each event type
 * @param upcasters for each type with a history, the steps from version 1 to 2, 2 to 3 and so on, in order
 */
export function eventCatalogue<Shapes extends EventShapes>(
  shapes: Shapes,
  upcasters: Partial<Record<keyof Shapes & string, readonly Upcaster[]>> = {},
): EventCatalogue<EventOf<Shapes>> {
  const stepsOf = (type: string): readonly Upcaster[] => upcasters[type] ?? [];
  const shapeOf = (type: string) => {
    const shape = Object.hasOwn(shapes, type) ? shapes[type] : undefined;
    if (shape === undefined) throw new InvalidValue(`${type} is not an event that this version knows`);
    return shape;
  };
  return {
    types: Object.keys(shapes),
    schemaVersionOf: (type) => {
      shapeOf(type);
      return stepsOf(type).length + 1;
    },
    decode: ({ type, schemaVersion, occurredOn, data }) => {
      const shape = shapeOf(type);
      const steps = stepsOf(type);
      if (!Number.isInteger(schemaVersion) || schemaVersion < 1 || schemaVersion > steps.length + 1) {
        throw new InvalidValue(`${type} has no version ${schemaVersion} that this version knows`);
      }
      const today = steps.slice(schemaVersion - 1).reduce((older, step) => step(older), data);
      return { type, occurredOn, data: shape(today, '') } as EventOf<Shapes>;
    },
  };
}
