import 'reflect-metadata';
import { run } from './app/run.js';
import { startDevelopment } from './dev/start-development.js';

await run(startDevelopment);
