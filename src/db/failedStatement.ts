import type { DrizzleQueryError } from 'drizzle-orm';
import type { Parts } from './parts.ts';

/** A statement of src/db that the database refused; the message names its file and says why, and `cause` is the database's error. */
export class FailedStatement extends Error {
  override name = 'FailedStatement';

  constructor({ query, cause }: DrizzleQueryError, { migrations, functions, reader }: Parts) {
    const file =
      [...functions, reader].find(({ statements }) => statements.includes(query))?.name ??
      migrations.filter(({ sql }) => sql.includes(query)).map(({ name }) => `migrations/${name}`)[0];
    super(`${file ? `src/db/${file}` : 'Bringing the database up to date'} failed: ${cause?.message}.`, {
      cause,
    });
  }
}
