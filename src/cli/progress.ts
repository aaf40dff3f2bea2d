import { SingleBar } from 'cli-progress';
import type { Output } from './output.js';

export interface Progress {
  /** @param doing what is done to the events: `folded` */
  update(done: number, total: number, doing?: string): void;
  end(): void;
}

const LINES = 10;

/** Shows how far something has come: a bar on a terminal, a line for each tenth anywhere else. Both on standard error. */
export function progressOf(name: string, output: Output, isTerminal = process.stderr.isTTY): Progress {
  return isTerminal ? bar(name) : lines(name, output);
}

function bar(name: string): Progress {
  const single = new SingleBar({
    format: `${name} [{bar}] {value} of {total} events {doing}, {eta_formatted} left`,
    stream: process.stderr,
  });
  let started: string | undefined;
  return {
    update: (done, total, doing = 'done') => {
      // A new piece of work has a pace of its own.
      if (started === doing) single.update(done);
      else single.start(total, done, { doing });
      started = doing;
    },
    end: () => {
      if (started !== undefined) single.stop();
    },
  };
}

function lines(name: string, output: Output): Progress {
  let written = '';
  return {
    update: (done, total, doing = 'done') => {
      const tenth = total === 0 ? LINES : Math.floor((done * LINES) / total);
      if (`${doing} ${tenth}` === written) return;
      written = `${doing} ${tenth}`;
      output.problem(`${name}: ${done} of ${total} events ${doing}`);
    },
    end: () => undefined,
  };
}
