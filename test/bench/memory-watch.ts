const EVERY_MS = 200;
const MIB = 1024 * 1024;

/** Watches how much memory this process holds (its resident set). */
export class MemoryWatch {
  private readonly samples: number[] = [];
  private readonly timer = setInterval(() => this.samples.push(process.memoryUsage().rss), EVERY_MS);

  /** The most in the first tenth of the time, and the most of all. */
  stop(): { readonly firstMiB: number; readonly peakMiB: number } {
    clearInterval(this.timer);
    this.samples.push(process.memoryUsage().rss);
    const tenth = this.samples.slice(0, Math.ceil(this.samples.length / 10));
    return { firstMiB: mebibytes(Math.max(...tenth)), peakMiB: mebibytes(Math.max(...this.samples)) };
  }
}

function mebibytes(bytes: number): number {
  return Math.round(bytes / MIB);
}
