import { register } from 'node:module';

// Jest loads this file as plain JavaScript, before there is a transform, so it brings its own for what it imports.
export default async function globalSetup() {
  register('./typescript-loader.mjs', import.meta.url);
  const { servePostgresOnDemand } = await import('./postgres-server.ts');
  const server = await servePostgresOnDemand();
  process.env.HANDOVER_TEST_POSTGRES_PORT = String(server.port);
  globalThis.handoverTestPostgres = server;
}
