import { quantile, type Series } from './measure.ts';

/**
 * Prints how long each series takes, at the median and at the slow end, and the ratio of its median to that of each
 * series in `yardsticks`. A series that answers fewer questions than a yardstick is compared with the yardstick's times
 * for the same questions, which are its first.
 */
export function printSeries(all: Series<unknown>[], yardsticks: Series<unknown>[]): void {
  printTable(
    ['', 'asked', 'p50 ms', 'p95 ms', ...yardsticks.map(({ name }) => `÷ ${name}`)],
    all.map(series => [
      series.name,
      `${series.milliseconds.length}`,
      figure(quantile(series.milliseconds, 0.5)),
      figure(quantile(series.milliseconds, 0.95)),
      ...yardsticks.map(yardstick => figure(ratio(series, yardstick))),
    ]),
  );
}

/** The ratio of the medians of two series over the questions that both were asked. */
export function ratio(series: Series<unknown>, yardstick: Series<unknown>): number {
  const [one, other] = [series, yardstick].map(({ milliseconds }) =>
    quantile(milliseconds.slice(0, Math.min(series.milliseconds.length, yardstick.milliseconds.length)), 0.5),
  );
  return (one as number) / (other as number);
}

/** A number with three significant digits. */
export function figure(value: number): string {
  return value >= 1000 ? Math.round(value).toLocaleString('en') : `${Number(value.toPrecision(3))}`;
}

/** Prints a table in Markdown. */
export function printTable(header: string[], rows: string[][]): void {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  const rule = line(header.map((_, column) => (column ? '---:' : '---')));
  console.log(`${[line(header), rule, ...rows.map(line)].join('\n')}\n`);
}
