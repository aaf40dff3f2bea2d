import { nextSteps, type CaseAnswer } from '../../../transfer-case/index.js';
import { Page } from '../../page/page.js';
import { caseCommands, type CaseCommand } from '../../words/case-commands.js';
import { stageTags, stageWords } from '../../words/stage-words.js';

/**
 * @param may whether whoever looks may use the command with this end of its address
 * @param done the command that was just recorded, by the end of its address
 */
export function casePage(answer: Readonly<CaseAnswer>, may: (path: string) => boolean, done?: unknown): Page {
  const { caseRef, stage } = answer;
  const steps: readonly string[] = nextSteps[stage as keyof typeof nextSteps] ?? [];
  const possible = caseCommands.filter(({ step }) => steps.includes(step));
  const said = caseCommands.find(({ path }) => path === done);
  return new Page('pages/case.njk', {
    title: `Case ${caseRef}`,
    stage: { text: stageWords[stage] ?? stage, classes: stageTags[stage] ?? '' },
    case: answer,
    yours: possible.filter(({ path }) => may(path)).map(linkTo(caseRef)),
    others: possible.filter(({ path }) => !may(path)).map(({ text }) => text),
    ...(said !== undefined && {
      done: `Recorded: ${said.text.charAt(0).toLowerCase()}${said.text.slice(1)}`,
    }),
  });
}

function linkTo(caseRef: string) {
  return ({ path, text }: CaseCommand) => ({ text, href: `/cases/${caseRef}/do/${path}` });
}
