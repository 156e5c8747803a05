import type { Summary } from '../importers/file/importOptions.ts';
import { count, duration } from './progress.ts';

/** An import and what it did. */
export interface Outcome {
  name: string;
  summary: Summary;
  milliseconds: number;
  /** How many rows a whole file of the dataset has; a stream has no such bounds. */
  wholeFile?: { least: number; most: number };
  /** The name of the file with the refused rows. */
  refusedFile: string;
  dryRun: boolean;
  /** Whether Ctrl-C left rows of the file out. */
  interrupted: boolean;
}

/** The outcome in lines of plain text, and what to do next. */
export function summaryLines({
  name,
  summary,
  milliseconds,
  wholeFile,
  refusedFile,
  ...outcome
}: Outcome): string[] {
  const { read, outside, refused, added, unchanged, superseded } = summary;
  const facts = `${counted(added, 'fact')} new, ${count(unchanged)} unchanged, ${count(superseded)} superseded`;
  return [
    `${name}: ${counted(read, 'row')} read in ${duration(milliseconds)}`,
    `  ${facts}`,
    ...(outside > 0 ? [`  ${counted(outside, 'row')} outside the period`] : []),
    `  ${counted(refused, 'row')} refused${refused > 0 ? `: see ${refusedFile}` : ''}`,
    ...(wholeFile && (read < wholeFile.least || read > wholeFile.most)
      ? [
          `  a whole file of ${name} has ${count(wholeFile.least)} to ${count(wholeFile.most)} rows: check that this is the right file`,
        ]
      : []),
    ...next(outcome),
  ];
}

const counted = (number: number, thing: string) => `${count(number)} ${thing}${number === 1 ? '' : 's'}`;

function next({ dryRun, interrupted }: Pick<Outcome, 'dryRun' | 'interrupted'>): string[] {
  const cut = interrupted ? ['Stopped by Ctrl-C before the end of the file.'] : [];
  if (dryRun) return [...cut, 'Nothing was written (--dry-run): leave out that option to import.'];
  return interrupted
    ? [...cut, 'Run the same command to go on from here.']
    : ['Run npm start to serve the updated graph.'];
}
