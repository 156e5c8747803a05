import { databasePlace, openDatabase } from '../local/database.ts';
import { runCommand } from './command.ts';

const help = `
npm run db:migrate: brings the database up to date

Applies the migrations it does not have yet, installs the SQL functions and grants the reader its rights: all or
nothing. Running it twice at the same time is safe. Environment:

  DATABASE_URL  the Postgres server, version 15 or newer, as the role that owns the database
  DATA_DIR      without DATABASE_URL: where the embedded Postgres keeps its files (default .data)
`;

await runCommand(help, [], async () => {
  const place = databasePlace(process.env);
  // Loaded only now: Drizzle takes a second, too long to wait for --help or a mistake.
  const { migrate } = await import('../db/migrate.ts');
  const database = await openDatabase(place);
  try {
    await migrate(database.drizzle);
  } finally {
    await database.close();
  }
  console.log('The database is up to date.');
});
