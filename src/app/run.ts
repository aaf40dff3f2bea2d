/**
 * Runs the start of a process. When it fails, the process ends with one line that says what is wrong; the stack goes with
 * it only where somebody asked for details.
 */
export async function run(start: () => Promise<unknown>): Promise<void> {
  try {
    await start();
  } catch (fault) {
    const message = fault instanceof Error ? fault.message : String(fault);
    console.error(`Handover cannot start: ${message}`);
    if (process.env['LOG_LEVEL'] === 'debug') console.error(fault);
    process.exit(1);
  }
}
