import { register } from 'node:module';
import { setInterval } from 'node:timers';

// Starts the embedded PostgreSQL in a folder, prints its URL, and holds it until the process is ended: a parent that a spec
// can kill.
register('./typescript-loader.mjs', import.meta.url);
const { EmbeddedPostgres } = await import('../../src/platform/embedded-postgres/embedded-postgres.ts');
const [folder, port] = process.argv.slice(2);
const postgres = await EmbeddedPostgres.start({ folder, port: Number(port), durable: false });
console.log(postgres.databaseUrl());
setInterval(() => undefined, 1000);
