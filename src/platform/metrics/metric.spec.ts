import { expect, it } from '@jest/globals';
import { prometheusText } from './metric.js';

it('writes metrics as Prometheus reads them', () => {
  expect(
    prometheusText([
      {
        name: 'handover_projection_lag_events',
        help: 'Events\nthat are \\ left',
        values: [
          { labels: { projection: 'recharges' }, value: 3 },
          { labels: { projection: 'a "b" \\ c\n', kind: 'x' }, value: 0.5 },
        ],
      },
      { name: 'process_resident_memory_bytes', help: 'Memory', values: [{ labels: {}, value: 1024 }] },
    ]),
  ).toBe(
    [
      '# HELP handover_projection_lag_events Events\\nthat are \\\\ left',
      '# TYPE handover_projection_lag_events gauge',
      'handover_projection_lag_events{projection="recharges"} 3',
      'handover_projection_lag_events{projection="a \\"b\\" \\\\ c\\n",kind="x"} 0.5',
      '# HELP process_resident_memory_bytes Memory',
      '# TYPE process_resident_memory_bytes gauge',
      'process_resident_memory_bytes 1024',
      '',
    ].join('\n'),
  );
});
