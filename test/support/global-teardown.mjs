export default async function globalTeardown() {
  await globalThis.handoverTestPostgres?.close();
}
