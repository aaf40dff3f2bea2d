import 'reflect-metadata';
import { run } from './app/run.js';
import { startWeb } from './app/start-web.js';
import { settingsFrom } from './platform/config/settings.js';

await run(() => startWeb(settingsFrom(process.env)));
