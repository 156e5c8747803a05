import { resolve } from 'node:path';
import { UserMistake } from '../mistake.ts';
import { isOnCalendar } from '../reference/calendar.ts';
import { runCommand } from './command.ts';

// The titles repeat those of the datasets, whose modules take a second to load, too long for --help; a test
// keeps them equal.
const help = `
npm run import -- <dataset> <file>: imports a public dataset into the database

Reads a file that you have downloaded, and adds what it says to the graph, each row with its evidence. The tables and
the curated facts must be in place: run npm run db:migrate and npm run dataset:load first. Datasets:

  archigos         Archigos: A Data Set on Leaders, 1875–2015, version 4.1
  reign            REIGN: Rulers, Elections, and Irregular Governance, leaders, March 2021
  atop             Alliance Treaty Obligations and Provisions, version 5, dyadic obligation spells
  powell-thyne     Global Instances of Coups, version V2025.09.12
  ucdp-prio        UCDP/PRIO Armed Conflict Dataset, version 22.1
  thompson-dreyer  Handbook of International Rivalries, 1494–2010: strategic rivalries
  cow-states       State System Membership, version 2016
  gw-states        List of independent states, to the end of 2017
  gdelt            GDELT 2.0 Event Database (a stream of events)
  icews            ICEWS Coded Event Data (a stream of events)

  --dry-run        counts what an import would do, and leaves the database unchanged
  --replace        lets the file take more than a tenth of the dataset's facts off the record; without this option,
                   such a file is refused, because it may be truncated or an older version
  --from DAY       only what may have been under way on this day (YYYY-MM-DD) or later
  --to DAY         only what may have been under way on this day or earlier

The two lists of states bring no facts. They say since when and until when each state was one, and so for which times
the datasets that build on them speak of it (Country.coverage): archigos and ucdp-prio on gw-states, reign, atop,
powell-thyne and thompson-dreyer on cow-states.

Invalid rows do not stop the import: from rivals.csv, they go to rivals.refused.csv in the current directory, with the
line and the reason. Importing a file again changes nothing. Ctrl-C ends an import of a stream after the current batch; even if
the import is killed, only whole batches are kept, and the same command goes on from there. The other datasets are
imported all or nothing.

Environment:

  DATABASE_URL  the Postgres server, version 15 or newer, as the role that owns the database
  DATA_DIR      without DATABASE_URL: where the embedded Postgres keeps its files (default .data)
`;

// What an import needs is loaded only here: Drizzle takes a second, too long to wait for --help or a mistake.
await runCommand(
  help,
  ['dry-run', 'replace'],
  async ({ from, to, replace, 'dry-run': dryRun }, name = '', file = '') => {
    checkDays(from, to);
    const [{ datasets }, { datasetNamed }, { checkDatasetFile }] = await Promise.all([
      import('../importers/datasets/index.ts'),
      import('./datasetNamed.ts'),
      import('../importers/file/datasetFile.ts'),
    ]);
    const dataset = datasetNamed(datasets, name);
    // npm runs this in the project directory, wherever the user is.
    const directory = process.env.INIT_CWD || process.cwd();
    const path = resolve(directory, file);
    const { size: totalBytes, layout } = await checkDatasetFile(path, name, datasets);
    const [{ databasePlace, withDatabase }, { importFile }] = await Promise.all([
      import('../local/database.ts'),
      import('./importFile.ts'),
    ]);
    await withDatabase(databasePlace(process.env), owner =>
      importFile(
        owner,
        { name, dataset: { ...dataset, ...layout }, path, totalBytes },
        { from, to, dryRun, replace },
        directory,
      ),
    );
  },
  { positionals: ['dataset', 'file'], valued: ['from', 'to'] },
);

function checkDays(from: string | undefined, to: string | undefined): void {
  for (const [option, day] of Object.entries({ from, to })) {
    if (day !== undefined && !(/^\d{4}-\d{2}-\d{2}$/.test(day) && isOnCalendar(day))) {
      throw new UserMistake(`--${option} must be a calendar day, written YYYY-MM-DD.`);
    }
  }
  if (from && to && from > to) throw new UserMistake(`--from, ${from}, must not be after --to, ${to}.`);
}
