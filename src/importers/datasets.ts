import { archigos } from './archigos.ts';
import { atop } from './atop.ts';
import { gdelt } from './gdelt.ts';
import { icews } from './icews.ts';
import { powellThyne } from './powellThyne.ts';
import { reign } from './reign.ts';
import type { StatementDataset } from './statementDataset.ts';
import type { StreamDataset } from './streamDataset.ts';
import { thompsonDreyer } from './thompsonDreyer.ts';
import { ucdpPrio } from './ucdpPrio.ts';

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
