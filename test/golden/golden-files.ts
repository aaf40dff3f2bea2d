import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { listOf, record, text, wholeNumber, type Shape, type ShapeOf } from '../../src/kernel/shape.js';
import { canonicalBytes, parseCanonical } from '../../src/platform/event-store/canonical-json.js';
import { derivedId } from '../../src/platform/event-store/derived-id.js';
import { eventMetadata } from '../../src/platform/event-store/event-metadata.js';
import type { StoredEvent } from '../../src/platform/event-store/event-store.js';
import type { EventCatalogues } from '../../src/platform/projections/event-catalogues.js';

const FOLDER = new URL('./', import.meta.url);

/** One frozen file, byte for byte: `<type>.v<version>.json`, or a whole stream in `streams/`. */
export interface GoldenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const data: Shape<object> = (value) => value as object;
const goldenEvent = record({ type: text, schemaVersion: wholeNumber, data, metadata: eventMetadata });
const goldenStream = listOf(goldenEvent);

/** An event as it was stored, with its payloads as plain JSON. */
export type GoldenEvent = ShapeOf<typeof goldenEvent>;

/** Every frozen event and stream. */
export function goldenFiles(): readonly GoldenFile[] {
  return readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json') && name !== 'hashes.json')
    .map((name) => ({ name: name.replaceAll('\\', '/'), bytes: readFileSync(new URL(name, FOLDER)) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The hashes that the files had when they were frozen, by the name of the file. */
export function frozenHashes(): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(new URL('hashes.json', FOLDER), 'utf8')) as Record<string, string>;
}

export const isStream = ({ name }: GoldenFile): boolean => name.startsWith('streams/');

/** The event of a file. */
export function eventOf({ bytes }: GoldenFile): GoldenEvent {
  return goldenEvent(parseCanonical(bytes), '');
}

/** The events of a stream, oldest first, as the store would give them: ids follow from the command and the index. */
export function storedStream({ bytes }: GoldenFile, stream: string): readonly StoredEvent[] {
  const events = goldenStream(parseCanonical(bytes), '');
  return events.map(({ type, schemaVersion, data: facts, metadata }, index) => {
    const { commandId } = metadata;
    const ofCommand = events.slice(0, index).filter((each) => each.metadata.commandId === commandId).length;
    const position = BigInt(index + 1);
    return {
      eventId: derivedId('event', commandId, ofCommand),
      type,
      schemaVersion,
      data: canonicalBytes(facts),
      metadata: canonicalBytes(metadata),
      stream,
      revision: index + 1,
      position: { commit: position, prepare: position },
      recordedAt: '2026-11-22T09:00:00.000000Z',
    };
  });
}

/** What is wrong with the frozen files: each that was changed, removed or is not frozen yet. */
export function changesOf(
  files: readonly GoldenFile[],
  hashes: Readonly<Record<string, string>>,
): readonly string[] {
  const names = files.map(({ name }) => name);
  const removed = Object.keys(hashes).filter((name) => !names.includes(name));
  return [
    ...removed.map((name) => `${name} is gone: what was once stored has to stay readable for ever`),
    ...files.flatMap(({ name, bytes }) => changeOf(name, hashes[name], sha256(bytes))),
  ];
}

function changeOf(name: string, frozen: string | undefined, actual: string): readonly string[] {
  if (frozen === undefined) return [`${name} is not frozen yet: add "${name}": "${actual}" to hashes.json`];
  return frozen === actual
    ? []
    : [`${name} was edited: golden files are never edited. Add an upcaster and a file of the new version`];
}

/** Each version of each event type that has no frozen file. Every version was the current one of some release. */
export function missingFrom(
  files: readonly GoldenFile[],
  catalogues: EventCatalogues,
  types: readonly string[],
): readonly string[] {
  const names = new Set(files.map(({ name }) => name));
  return types
    .flatMap((type) => {
      const current = catalogues.catalogueFor(type).schemaVersionOf(type);
      return Array.from({ length: current }, (_, index) => `${type}.v${index + 1}.json`);
    })
    .filter((name) => !names.has(name))
    .map((name) => `${name} is missing: freeze an event as it is stored today`);
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
