import { describe, expect, it } from '@jest/globals';
import { FieldRefused } from '../../../kernel/refusal.js';
import { pasInFile, triedPas, withMorePas } from './pas-in-file.js';

const HEADER = 'assistant_reference,status,started_on,weekly_hours,hourly_rate';
const PAS = 'assistants';

describe('PAs in a file', () => {
  it('are what somebody would have typed, a day in three parts', async () => {
    expect(await pasInFile(`${HEADER}\nPA-2,Self employed,11/02/2019,30.5,12.50\n`)).toEqual([
      {
        line: 2,
        typed: {
          assistantRef: 'PA-2',
          status: 'self-employed',
          'startedOn-day': '11',
          'startedOn-month': '02',
          'startedOn-year': '2019',
          weeklyHours: '30.5',
          hourlyRate: '12.50',
        },
        faults: [],
      },
    ]);
  });

  it('are refused by row and column where they cannot be read', async () => {
    const [row] = await pasInFile(`${HEADER}\nPA-2,employed,31/02/2019,30.5,£12.50\n`);
    expect(row?.faults.map(({ column }) => column)).toEqual(['started_on', 'hourly_rate']);
  });

  it('are in no file with other columns', async () => {
    await expect(pasInFile('name\nSomebody')).rejects.toThrow(FieldRefused);
  });

  it('come behind those who are named already', async () => {
    const rows = await pasInFile(`${HEADER}\nPA-2,employed,2019-02-11,30,12.50\n`);
    const typed = withMorePas({ 'assistants-count': '1', 'assistants.0.assistantRef': 'PA-1' }, PAS, rows);
    expect(typed).toMatchObject({
      'assistants-count': '2',
      'assistants.0.assistantRef': 'PA-1',
      'assistants.1.assistantRef': 'PA-2',
      'assistants.1.startedOn-year': '2019',
    });
  });

  it('are told what the API would refuse, once for each column and not in its own names, and who is named twice', async () => {
    const rows = await pasInFile(
      `${HEADER}\nPA-1,employed,never,many,12.50\nPA-2,employed,2019-02-11,30,12.50\nPA-2,employed,2019-02-11,30,12.50\n`,
    );
    const typed = { 'assistants-count': '1', 'assistants.0.assistantRef': 'PA-1' };
    const items = [
      { pointer: '/assistants/1/startedOn', code: 'required', detail: 'startedOn is missing' },
      {
        pointer: '/assistants/1/weeklyHours',
        code: 'invalid',
        detail: 'assistants.1.weeklyHours must be a number',
      },
    ];
    expect(triedPas(rows, typed, PAS, items).map(({ line, faults }) => [line, faults])).toEqual([
      [
        2,
        [
          { column: 'started_on', detail: expect.stringContaining('never') },
          { column: 'weekly_hours', detail: 'must be a number' },
          { column: 'assistant_reference', detail: 'is named already, in the alert or further up' },
        ],
      ],
      [3, []],
      [4, [{ column: 'assistant_reference', detail: 'is named already, in the alert or further up' }]],
    ]);
  });
});
