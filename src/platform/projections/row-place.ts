import type { EntityMetadata } from 'typeorm';

/** Where the rows of a projection are written: into the tables that everybody reads, or into those built beside them. */
export interface RowPlace {
  /** The name under which subjects are parked that have no rows here. */
  readonly parkedAs: string;
  /** The table that stands for that of the entity, as SQL names it. */
  tableOf(metadata: EntityMetadata): string;
}

/** The tables that everybody reads. */
export function livePlace(projection: string): RowPlace {
  return { parkedAs: projection, tableOf: ({ tablePath }) => tablePath };
}
