import { Global, Module } from '@nestjs/common';
import { systemClock, type Clock } from '../../kernel/clock.js';

/** Nest's name for the clock. Handlers ask it for today; tests put a ticking one in its place. */
export const CLOCK = Symbol('Clock');

const clock: Clock = systemClock;

/** The one clock of the process. */
@Global()
@Module({ providers: [{ provide: CLOCK, useValue: clock }], exports: [CLOCK] })
export class ClockModule {}
