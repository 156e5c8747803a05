import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';

const statements = globSync('../src/db/migrations/*/migration.sql', { cwd: import.meta.dirname })
  .sort()
  .flatMap(file => readFileSync(join(import.meta.dirname, file), 'utf8').split('--> statement-breakpoint'));

// A STABLE function only reads: the data of a made database does not depend on it.
const isSearch = (statement: string) =>
  /^CREATE FUNCTION/m.test(statement) && /^(?:RETURNS|LANGUAGE).*\bSTABLE\b/m.test(statement);

/** Changes with whatever the made databases depend on, so that one that is out of date is made anew. */
export function fingerprint(): string {
  const hash = createHash('sha256');
  for (const statement of statements) if (!isSearch(statement)) hash.update(statement);
  for (const file of ['graph.ts', 'icews.ts']) hash.update(readFileSync(join(import.meta.dirname, file)));
  return hash.digest('hex').slice(0, 12);
}

/** Gives a made database the searches as the migrations have them now, so that it can be kept while they are tuned. */
export async function renewSearches(client: pg.Client): Promise<void> {
  const searches = statements.filter(isSearch);
  const names = searches.map(statement => /^CREATE FUNCTION (\w+)/m.exec(statement)?.[1]);
  const { rows } = await client.query<{ signature: string }>(
    `select oid::regprocedure::text as signature from pg_proc
    where pronamespace = 'public'::regnamespace and proname = any ($1)`,
    [names],
  );
  for (const { signature } of rows) await client.query(`drop function ${signature}`);
  for (const search of searches) await client.query(search);
}
