import 'reflect-metadata';
import { run } from './app/run.js';
import { startWorker } from './app/start-worker.js';
import { settingsFrom } from './platform/config/settings.js';

await run(() => startWorker(settingsFrom(process.env)));
