import { streamNameFilter } from '@kurrent/kurrentdb-client';

/** Leaves out what KurrentDB writes for itself: settings, statistics, metadata of streams. Their names begin with $. */
export const OWN_STREAMS = streamNameFilter({ regex: '^[^$]' });
