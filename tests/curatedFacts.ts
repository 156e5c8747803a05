import { readCurated } from '../src/curated/curated.ts';
import { datasetSources } from '../src/importers/datasets/index.ts';

/** The curated facts as they are loaded. */
export const curatedFacts = readCurated(datasetSources);
