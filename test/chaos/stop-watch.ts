/** Says what a cycle spent its time on. */
export class StopWatch {
  private last = Date.now();
  private readonly laps: string[] = [];

  /** Ends the lap that is under way, and begins the next. */
  lap(name: string): void {
    const now = Date.now();
    this.laps.push(`${name} in ${((now - this.last) / 1000).toFixed(1)} s`);
    this.last = now;
  }

  get text(): string {
    return this.laps.join(', ');
  }
}
