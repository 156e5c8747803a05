import { runCommand } from './command.ts';

const help = `
npm run dataset:load: loads the facts in src/curated/facts into the database

Checks every file first, and loads all or nothing. Facts that are no longer in the files are superseded, not deleted;
loading the same files again changes nothing. What imported datasets say is compared with the curated facts again.
The tables must exist: npm run db:migrate makes them.

  --check       only checks the files and says what is wrong with them; needs no database

Environment:

  DATABASE_URL  the Postgres server, version 15 or newer, as the role that owns the database
  DATA_DIR      without DATABASE_URL: where the embedded Postgres keeps its files (default .data)
`;

// Each branch loads what it needs: Drizzle takes a second, too long to wait for --help or a mistake.
await runCommand(help, ['check'], async ({ check }) => {
  if (check) await checkFiles();
  else await loadFiles();
});

async function checkFiles(): Promise<void> {
  const [{ readCurated }, { datasetSources }] = await Promise.all([
    import('../curated/curated.ts'),
    import('../importers/datasets/index.ts'),
  ]);
  const { events, relationships, claims, indicators } = readCurated(datasetSources);
  const facts = events.length + relationships.length + claims.length + indicators.length;
  console.log(`The curated facts are in order: ${facts} of them.`);
}

async function loadFiles(): Promise<void> {
  const [{ databasePlace, withDatabase }, { loadFacts }] = await Promise.all([
    import('../local/database.ts'),
    import('./loadFacts.ts'),
  ]);
  await withDatabase(databasePlace(process.env), async owner => {
    console.log(await loadFacts(owner, line => console.log(line)));
  });
}
