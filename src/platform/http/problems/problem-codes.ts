/** What a problem code stands for, as its page says it. */
export interface ProblemDescription {
  readonly status: number;
  /** The same for every occurrence, as RFC 9457 asks. */
  readonly title: string;
  /** What it means and what the caller can do about it. */
  readonly meaning: string;
}

const describe = <const Codes extends Record<string, ProblemDescription>>(codes: Codes): Codes => codes;

/** The problems that the platform itself answers with. Refusals of the domain have codes of their own. */
export const platformProblems = describe({
  'malformed-request': {
    status: 400,
    title: 'The request is malformed',
    meaning: 'The request cannot be read as HTTP or misses something that every request of its kind needs.',
  },
  'broken-json': {
    status: 400,
    title: 'The body is not JSON',
    meaning: 'The body is not well-formed JSON in UTF-8, or is nested deeper than 32 levels.',
  },
  'duplicate-field': {
    status: 400,
    title: 'A field is given twice',
    meaning:
      'An object of the body has the same field more than once. Which one was meant is not guessed: send it once.',
  },
  'unknown-field': {
    status: 400,
    title: 'The body has a field that is not known',
    meaning:
      'Each field of a command is named in the API description. Ids, organisations, people, times and stages never come from a body.',
  },
  'unknown-parameter': {
    status: 400,
    title: 'The address has a parameter that is not known',
    meaning: 'A misspelt filter would answer with more than was asked for, so it is refused.',
  },
  'malformed-cursor': {
    status: 400,
    title: 'The cursor is not one of ours',
    meaning: 'Take the address of the next page from the Link header as it is.',
  },
  'malformed-if-match': {
    status: 400,
    title: 'If-Match is not a version',
    meaning: 'Send the ETag that you read, such as W/"17". A list of versions and * are not accepted.',
  },
  'idempotency-key-missing': {
    status: 400,
    title: 'Idempotency-Key is missing',
    meaning:
      'Every command needs a key of your choice that stays the same when you send the command again, so that it is carried out once.',
  },
  'idempotency-key-malformed': {
    status: 400,
    title: 'Idempotency-Key is malformed',
    meaning: 'A key is 1 to 255 visible ASCII characters. A new UUID for each command is a good choice.',
  },
  'sign-in-failed': {
    status: 400,
    title: 'Signing in did not work',
    meaning:
      'The answer of the token issuer was not one to what this browser began, came too late, or says no. Start again at /sign-in.',
  },
  'other-site': {
    status: 403,
    title: 'Not sent by a page of Handover',
    meaning:
      'A form that changes something counts only when a page of the same session sent it. Open the page again and send it from there.',
  },
  'not-signed-in': {
    status: 401,
    title: 'No valid access token',
    meaning:
      'Send an access token of the configured issuer as a bearer token; WWW-Authenticate says what is wrong with it.',
  },
  'not-allowed': {
    status: 403,
    title: 'Not allowed',
    meaning:
      'You are signed in, but no right that you have today may do this. Who has no right at all finds in the facts what an administrator needs to give them one.',
  },
  'not-found': {
    status: 404,
    title: 'Not found',
    meaning:
      'There is nothing here, or nothing that your organisation may see. The answer is the same for both.',
  },
  'not-there-then': {
    status: 404,
    title: 'Not there then',
    meaning:
      'Nothing of it had been recorded by the moment that knownAt names, or none of it was true by the day that asAt names. The detail says from when on there is something.',
  },
  'command-running': {
    status: 409,
    title: 'The same command is still running',
    meaning:
      'A command with this Idempotency-Key has not been answered yet. Send it again after the time in Retry-After.',
  },
  'stale-version': {
    status: 412,
    title: 'Somebody else changed it first',
    meaning:
      'The version in If-Match is not the current one. Read again, decide again, and send the new version.',
  },
  'too-large': {
    status: 413,
    title: 'The body is too large',
    meaning: 'The body of a command is at most 100 KiB.',
  },
  'address-too-long': {
    status: 414,
    title: 'The address is too long',
    meaning: 'An address is at most 4 KiB.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'The media type is not supported',
    meaning: 'Commands are JSON: send Content-Type: application/json.',
  },
  'invalid-fields': {
    status: 422,
    title: 'Some values cannot be accepted',
    meaning:
      'The member errors names each value by its JSON pointer or parameter and says what is wrong with it.',
  },
  'invalid-value': {
    status: 422,
    title: 'A value cannot be accepted',
    meaning: 'A value is not what it is said to be: not money, not a date, not a share.',
  },
  'idempotency-key-reused': {
    status: 422,
    title: 'The Idempotency-Key belongs to another command',
    meaning: 'The key was used for a command with another body or address. Use a new key for a new command.',
  },
  'command-id-reused': {
    status: 422,
    title: 'The command was used for something else',
    meaning:
      'The same command was recorded before on something else. Use a new Idempotency-Key for a new command.',
  },
  'version-missing': {
    status: 428,
    title: 'If-Match is missing',
    meaning:
      'A command on something that exists says which version it was decided on: send the ETag in If-Match.',
  },
  'too-many-requests': {
    status: 429,
    title: 'Too many requests',
    meaning: 'Wait for the time in Retry-After.',
  },
  unexpected: {
    status: 500,
    title: 'Something went wrong',
    meaning: 'The fault is ours and was logged. Give the traceId when you report it.',
  },
  'broken-history': {
    status: 500,
    title: 'A stored history is broken',
    meaning:
      'An event of this history is missing, is not what was stored, or cannot be read. Other cases go on. An operator finds the place with events verify; give the traceId when you report it.',
  },
  unavailable: {
    status: 503,
    title: 'Temporarily unavailable',
    meaning:
      'The database cannot be reached. Send the same request with the same Idempotency-Key after the time in Retry-After; nothing is done twice.',
  },
  busy: {
    status: 503,
    title: 'Too much at once',
    meaning:
      'More is being recorded than the database keeps up with, and nothing of this request was recorded. Send the same request with the same Idempotency-Key after the time in Retry-After.',
  },
  stopping: {
    status: 503,
    title: 'The server is stopping',
    meaning:
      'It finishes what it began and takes nothing new. Send the same request with the same Idempotency-Key after the time in Retry-After.',
  },
  'access-not-recorded': {
    status: 503,
    title: 'The access cannot be recorded',
    meaning:
      'Whoever sees a person’s details is recorded first, and the log cannot be written to. Nothing was shown or changed: send the same request after the time in Retry-After.',
  },
  'sign-in-unavailable': {
    status: 503,
    title: 'The token issuer cannot be reached',
    meaning:
      'The token could not be checked because the keys of its issuer are not available. It may well be valid: try again.',
  },
  'view-being-rebuilt': {
    status: 503,
    title: 'The view is being rebuilt',
    meaning:
      'The tables of this view are not there at the moment: an operator is rebuilding it from the events. Nothing is lost. Try again after the time in Retry-After.',
  },
  'not-yet-visible': {
    status: 503,
    title: 'Not visible yet',
    meaning:
      'What you wrote is recorded, but the view that you read has not caught up with it in two seconds. Try again after the time in Retry-After.',
  },
});

export type PlatformProblemCode = keyof typeof platformProblems;
