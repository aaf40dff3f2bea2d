/** One number that is watched, with a value for each set of labels. */
export interface Metric {
  /** Lower case with underscores; the unit comes last: `handover_projection_lag_seconds`. */
  readonly name: string;
  readonly help: string;
  readonly values: readonly MetricValue[];
}

export interface MetricValue {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** Metrics in the text format of Prometheus, version 0.0.4. Each is a gauge: it can go up and down. */
export function prometheusText(metrics: readonly Metric[]): string {
  return metrics.flatMap(linesOf).join('');
}

function linesOf({ name, help, values }: Metric): readonly string[] {
  return [
    `# HELP ${name} ${help.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')}\n`,
    `# TYPE ${name} gauge\n`,
    ...values.map(({ labels, value }) => `${name}${labelsInText(labels)} ${value}\n`),
  ];
}

function labelsInText(labels: MetricValue['labels']): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

function escaped(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
