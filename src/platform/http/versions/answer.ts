import type { Committed } from '../../event-store/streams.js';

/** Where a command left its stream, as `Streams.transact` returns it. What is no event has a version and no position. */
type Version = Pick<Committed<unknown>, 'revision'> & Partial<Pick<Committed<unknown>, 'position'>>;

/** What a command's handler returns: the body, and what goes into status, `Location`, `ETag` and `Handover-Position`. */
export class CommandAnswer<Body = unknown> {
  private constructor(
    readonly status: 200 | 201 | 202 | 204,
    readonly body: Body,
    readonly version: Version,
    readonly location: string | undefined,
  ) {}

  /** 201: the command made something that now lives at `location`. */
  static created<Body>(version: Version, location: string, body: Body): CommandAnswer<Body> {
    return new CommandAnswer(201, body, version, location);
  }

  /** 200: the command changed something that was there. */
  static done<Body>(version: Version, body: Body): CommandAnswer<Body> {
    return new CommandAnswer(200, body, version, undefined);
  }

  /** 202: the command was accepted and goes on; its progress stands at `location`. */
  static accepted<Body>(version: Version, location: string, body: Body): CommandAnswer<Body> {
    return new CommandAnswer(202, body, version, location);
  }

  /** 204: there is nothing to say but the new version. */
  static nothing(version: Version): CommandAnswer<undefined> {
    return new CommandAnswer(204, undefined, version, undefined);
  }
}

/** What the handler of a read returns when what it read has a version: it gets an `ETag`, and 304 when that is known. */
export class ReadAnswer<Body = unknown> {
  private constructor(
    readonly body: Body,
    readonly revision: number,
  ) {}

  static of<Body>(body: Body, revision: number): ReadAnswer<Body> {
    return new ReadAnswer(body, revision);
  }
}

/** What a read answers with when it is a file. */
export class FileAnswer {
  constructor(
    /** Its own name, without what separates folders. */
    readonly fileName: string,
    readonly mediaType: string,
    readonly content: Buffer,
  ) {}
}
