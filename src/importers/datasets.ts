import { archigos } from './datasets/archigos.ts';
import { atop } from './datasets/atop.ts';
import { gdelt } from './datasets/gdelt.ts';
import { icews } from './datasets/icews.ts';
import { powellThyne } from './datasets/powellThyne.ts';
import { reign } from './datasets/reign.ts';
import type { StatementDataset } from './datasets/statementDataset.ts';
import type { StreamDataset } from './datasets/streamDataset.ts';
import { thompsonDreyer } from './datasets/thompsonDreyer.ts';
import { ucdpPrio } from './datasets/ucdpPrio.ts';

export type Dataset = StatementDataset | StreamDataset;

/** The datasets that can be imported, by the names that the command knows them by. */
export const datasets: Record<string, Dataset> = {
  archigos,
  reign,
  atop,
  'powell-thyne': powellThyne,
  'ucdp-prio': ucdpPrio,
  'thompson-dreyer': thompsonDreyer,
  gdelt,
  icews,
};
