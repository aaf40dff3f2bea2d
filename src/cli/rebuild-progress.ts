import { SingleBar } from 'cli-progress';
import type { RebuildProgress } from '../platform/projections/rebuild-beside.js';
import type { Output } from './output.js';

export interface Progress {
  readonly update: RebuildProgress;
  end(): void;
}

const LINES = 10;

/** Shows how far a rebuild has come: a bar on a terminal, a line for each tenth anywhere else. Both on standard error. */
export function rebuildProgress(name: string, output: Output, isTerminal = process.stderr.isTTY): Progress {
  return isTerminal ? bar(name) : lines(name, output);
}

function bar(name: string): Progress {
  const single = new SingleBar({
    format: `${name} [{bar}] {value} of {total} events, {eta_formatted} left`,
    stream: process.stderr,
  });
  let started = false;
  return {
    update: (done, total) => {
      if (started) single.update(done);
      else single.start(total, done);
      started = true;
    },
    end: () => {
      if (started) single.stop();
    },
  };
}

function lines(name: string, output: Output): Progress {
  let written = -1;
  return {
    update: (done, total) => {
      const tenth = total === 0 ? LINES : Math.floor((done * LINES) / total);
      if (tenth === written) return;
      written = tenth;
      output.problem(`${name}: ${done} of ${total} events`);
    },
    end: () => undefined,
  };
}
