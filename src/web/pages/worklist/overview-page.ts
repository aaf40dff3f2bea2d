import type { CaseCountsAnswer } from '../../../transfer-case/index.js';
import { dataTable } from '../../page/data-table.js';
import { Page } from '../../page/page.js';
import { barsPicture } from '../../pictures/bars.js';
import type { Picture } from '../../pictures/picture.js';
import { stageWords } from '../../words/stage-words.js';
import { casesInWords } from '../assignment/assign-cases.js';
import { listAddress, otherBodyOptions, workerOptions, type AskedList } from './worklist-page.js';

type StageCounts = CaseCountsAnswer['stages'][number];

/** How many cases are where, whose move they are and how many are overdue. */
export function overviewPage({ asked, typed }: AskedList, counts: Readonly<CaseCountsAnswer>): Page {
  const stages = inOrder(counts.stages);
  const at = (changes: Readonly<Record<string, string>>) => listAddress(typed, changes);
  const filtered = asked.has('otherBody') || asked.has('worker');
  return new Page('pages/cases-overview.njk', {
    title: 'Overview of cases',
    says: `${casesInWords(counts.all)}: ${counts.ours} need us, ${counts.theirs} wait on them, ${counts.overdue} overdue.`,
    drawing: stagesPicture(stages, counts),
    table: dataTable(
      'Cases by stage',
      stages,
      [
        { text: 'Stage', cell: ({ stage }) => ({ text: wordsOf(stage), href: at({ stage }) }) },
        {
          text: 'Needs us',
          numeric: true,
          cell: (each) => countCell(each.ours, at({ stage: each.stage, move: 'ours' }), each),
        },
        {
          text: 'Waiting on them',
          numeric: true,
          cell: (each) => countCell(each.theirs, at({ stage: each.stage, move: 'theirs' }), each),
        },
        { text: 'Overdue', numeric: true, cell: ({ overdue }) => `${overdue}` },
        { text: 'All', numeric: true, cell: ({ all }) => `${all}` },
      ],
      'There is no case to count.',
    ),
    bodies: dataTable(
      'Cases by the other body',
      otherBodyOptions(counts.otherBodies, null),
      [{ text: 'Other body', cell: ({ value, text }) => ({ text, href: at({ otherBody: value }) }) }],
      'There is no case to count.',
    ),
    workers: workerOptions(counts.workers, asked.get('worker')),
    otherBodies: otherBodyOptions(counts.otherBodies, asked.get('otherBody')),
    filtered,
    list: at({}),
  });
}

function countCell(count: number, href: string, { stage }: StageCounts) {
  return count === 0 ? '0' : { text: `${count}`, href, hidden: wordsOf(stage) };
}

function stagesPicture(stages: readonly StageCounts[], { all }: Readonly<CaseCountsAnswer>): Picture {
  return barsPicture({
    id: 'stages',
    title: 'Where the cases are',
    says: all === 0 ? 'There is no case.' : 'How many cases are at each stage, and whose move they are.',
    key: [
      { fill: 'total', text: 'Needs us' },
      { fill: 'forecast', text: 'Waiting on them' },
      { fill: 'nothing', text: 'Nobody has to act' },
    ],
    rows: stages.map(({ stage, all: cases, ours, theirs, overdue }) => ({
      name: wordsOf(stage),
      parts: [
        { size: ours, fill: 'total' },
        { size: theirs, fill: 'forecast' },
        { size: cases - ours - theirs, fill: 'nothing' },
      ],
      text: overdue === 0 ? `${cases}` : `${cases}, ${overdue} overdue`,
    })),
    table: {
      head: [
        { text: 'Stage' },
        ...['Needs us', 'Waiting on them', 'Overdue', 'All'].map((text) => ({ text, numeric: true })),
      ],
      rows: stages.map(({ stage, all: cases, ours, theirs, overdue }) => [
        wordsOf(stage),
        ...[ours, theirs, overdue, cases].map((count) => `${count}`),
      ]),
    },
  });
}

/** As a case comes to them. */
function inOrder(stages: readonly StageCounts[]): readonly StageCounts[] {
  const order = Object.keys(stageWords);
  return stages.toSorted((one, other) => order.indexOf(one.stage) - order.indexOf(other.stage));
}

function wordsOf(stage: string): string {
  return (stageWords as Readonly<Record<string, string>>)[stage] ?? stage;
}
