/** The options of a run, as they were given or chosen for it. */
export type RunOptions = Readonly<Record<string, string | boolean | undefined>>;

/** The command that makes the same run again: with every option that it had, given or not, and its seed. */
export function playAgain(options: RunOptions, seed: number): string {
  const all: RunOptions = { ...options, seed: String(seed) };
  const flags = Object.entries(all).flatMap(([name, value]) => {
    if (value === undefined || value === false) return [];
    return value === true ? [`--${name}`] : [`--${name} ${value}`];
  });
  return ['npm run chaos --', ...flags].join(' ');
}
