import { EXIT, type ExitCode } from './exit-codes.js';
import { columns, type Output } from './output.js';
import type { Product } from './with-product.js';

/** Tells what each event of a case changed; with a step, every figure after that event as plain lines. */
export async function replayCase(
  { store, database }: Product,
  caseRef: string,
  step: number | undefined,
  json: boolean,
  output: Output,
): Promise<ExitCode> {
  const [audit, { allCatalogues }, platform, { TransferCases }] = await Promise.all([
    import('../audit/index.js'),
    import('../app/composition.js'),
    import('./platform-parts.js'),
    import('../transfer-case/index.js'),
  ]);
  const { state } = await new TransferCases(store).streams.load(caseRef);
  if (state.stage === 'none') {
    output.problem(`There is no case ${caseRef}`);
    return EXIT.found;
  }
  const catalogues = new platform.EventCatalogues(allCatalogues);
  const past = new platform.PastHistories(store, database, catalogues);
  const history = await past.whole(audit.historyProjection, caseRef);
  // Whoever runs the product sees what the council of the case sees: every recharge of a case is owed to it or by it.
  const viewer = { organisation: state.council };
  const steps = history.events.length;
  if (step !== undefined && step > steps) {
    output.problem(`${caseRef} has ${steps} steps and no step ${step}`);
    return EXIT.found;
  }
  const wanted = step === undefined ? history.events.map((_, index) => index + 1) : [step];
  const replayed = wanted.map((number) => audit.replayedStep(history, number, viewer));
  if (json) {
    output.line(JSON.stringify({ caseRef, steps, replayed }, undefined, 2));
    return EXIT.done;
  }
  for (const { event, views, changes } of replayed) {
    output.line(
      `Step ${event.ordinal} of ${steps}, ${event.recordedAt.slice(0, 'YYYY-MM-DDTHH:MM:SS'.length)}`,
    );
    output.line(`${event.sentence} (${event.role}, ${event.organisation})`);
    for (const change of changes) output.line(`  ${audit.changeInWords(change)}`);
    if (step !== undefined) {
      output.line('All figures after it:');
      columns([...audit.figuresIn(views)]).forEach((line) => output.line(`  ${line}`));
    }
    output.line('');
  }
  return EXIT.done;
}
