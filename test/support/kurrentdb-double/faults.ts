import { Metadata, status, type StatusObject } from '@grpc/grpc-js';

/** Where a call is when it goes wrong. */
export type Moment =
  | 'before-append'
  | 'after-append'
  | 'before-read'
  /** One event has been sent, and more would follow. */
  | 'mid-read';

/** What happens instead of an answer. */
export type Fault =
  | {
      readonly kind: 'status';
      readonly status: Partial<StatusObject> & Pick<StatusObject, 'code' | 'details'>;
    }
  /** The TCP connections are gone. */
  | { readonly kind: 'cut' }
  /** No answer, ever. */
  | { readonly kind: 'silence' };

export const unavailable: Fault = {
  kind: 'status',
  status: { code: status.UNAVAILABLE, details: 'Server is not ready' },
};

export const deadlineExceeded: Fault = {
  kind: 'status',
  status: { code: status.DEADLINE_EXCEEDED, details: 'Deadline exceeded' },
};

export const accessDenied: Fault = {
  kind: 'status',
  status: { code: status.PERMISSION_DENIED, details: 'Access denied', metadata: exception('access-denied') },
};

export const streamDeleted: Fault = {
  kind: 'status',
  status: {
    code: status.FAILED_PRECONDITION,
    details: 'Deleted',
    metadata: exception('stream-deleted', { 'stream-name': 'x' }),
  },
};

export const cut: Fault = { kind: 'cut' };
export const silence: Fault = { kind: 'silence' };

/** What a follower says to whoever needs the leader. */
export function notLeader(host: string, port: number): Fault {
  const metadata = exception('not-leader', {
    'leader-endpoint-host': host,
    'leader-endpoint-port': String(port),
  });
  return { kind: 'status', status: { code: status.NOT_FOUND, details: 'Leader info available', metadata } };
}

function exception(name: string, more: Readonly<Record<string, string>> = {}): Metadata {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries({ exception: name, ...more })) metadata.set(key, value);
  return metadata;
}
