import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { settingsFrom } from '../../../src/platform/config/settings.js';
import { createWebApplication } from '../../../src/platform/http/create-web-application.js';
import { POOL_SIZE } from '../sample.js';
import { MeasuredProduct } from './bare-insert.controller.js';

// The web process of the product on the settings of its environment. It says where it listens.
const { web, databaseUrl, eventStore, people } = settingsFrom(process.env);
const database = { databaseUrl, poolSize: POOL_SIZE, keptOpen: POOL_SIZE };
const app = await createWebApplication(MeasuredProduct.on({ database, eventStore, people }), web);
await app.listen(0, '127.0.0.1');
process.on('disconnect', () => void stop());
process.send?.(`http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`);

async function stop(): Promise<void> {
  await app.close();
  process.exit(0);
}
