import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import type { INestApplicationContext } from '@nestjs/common';
import { followStore } from '../../../src/app/start-worker.js';
import { settingsFrom } from '../../../src/platform/config/settings.js';
import { createWebApplication } from '../../../src/platform/http/create-web-application.js';
import { POOL_SIZE } from '../sample.js';
import { MeasuredProduct } from './bare-insert.controller.js';

// The web process of the product on the settings of its environment. It says where it listens, and follows the store, as the
// worker does, once it is told to.
const { web, databaseUrl, eventStore, people } = settingsFrom(process.env);
const database = { databaseUrl, poolSize: POOL_SIZE };
const app = await createWebApplication(MeasuredProduct.on({ database, eventStore, people }), web);
await app.listen(0, '127.0.0.1');
const followers: INestApplicationContext[] = [];
process.on('message', () => void follow());
process.on('disconnect', () => void stop());
process.send?.(`http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`);

/** The worker has a login of its own. */
async function follow(): Promise<void> {
  const environment = { ...process.env, DATABASE_URL: process.env['WORKER_DATABASE_URL'] };
  followers.push(await followStore(settingsFrom(environment)));
}

async function stop(): Promise<void> {
  await Promise.all([app, ...followers].map((each) => each.close()));
  process.exit(0);
}
