import type { Source } from '../../record/facts.ts';
import type { StreamDataset } from '../events/streamDataset.ts';
import type { StatementDataset } from '../statements/statementDataset.ts';
import { archigos } from './archigos.ts';
import { atop } from './atop.ts';
import { gdelt } from './gdelt/gdelt.ts';
import { icews } from './icews.ts';
import { powellThyne } from './powellThyne.ts';
import { reign } from './reign.ts';
import { cowStates, gwStates } from './stateLists.ts';
import { thompsonDreyer } from './thompsonDreyer.ts';
import { ucdpPrio } from './ucdpPrio/ucdpPrio.ts';

export type Dataset = StatementDataset | StreamDataset;

/** The datasets that can be imported, by the names that the command uses. */
export const datasets: Record<string, Dataset> = {
  archigos,
  reign,
  atop,
  'powell-thyne': powellThyne,
  'ucdp-prio': ucdpPrio,
  'thompson-dreyer': thompsonDreyer,
  'cow-states': cowStates,
  'gw-states': gwStates,
  gdelt,
  icews,
};

/** The datasets as sources, which curated facts may cite by the key of a row. */
export const datasetSources: Source[] = Object.values(datasets).map(({ source }) => source);
