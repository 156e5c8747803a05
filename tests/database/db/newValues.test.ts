import { sql } from 'drizzle-orm';
import { describe, expect, onTestFinished, test } from 'vitest';
import { addNewValues, toleratingValues } from '../../../src/db/newValues.ts';
import { databases } from '../../databases.ts';
import { rowsOf } from './rows.ts';

/** What Drizzle writes for a new type of relationship: the value, and a check that names it. */
const migration = {
  name: 'a_new_type',
  folderMillis: 0,
  hash: '',
  bps: true,
  sql: [
    `ALTER TYPE "relationship_type" ADD VALUE 'ADMIRES' BEFORE 'CONTROLS';`,
    `ALTER TABLE "relationship" ADD CONSTRAINT "nobody_admires" CHECK (type <> 'ADMIRES');`,
  ],
};

describe.each(databases)('on $name', ({ open }) => {
  test('a migration may use the value that it adds to an enum', async () => {
    const database = await open();
    onTestFinished(() => database.close());
    const owner = database.drizzle;
    const pending = toleratingValues([migration]);
    const applyAll = () =>
      owner.transaction(async transaction => {
        for (const statement of pending.flatMap(({ sql }) => sql))
          await transaction.execute(sql.raw(statement));
      });

    await expect(applyAll()).rejects.toThrow();
    await addNewValues(owner, pending);
    await applyAll();
    const values = await rowsOf(owner, sql`select 'ADMIRES'::relationship_type::text as value`);
    expect(values).toEqual([{ value: 'ADMIRES' }]);
  });
});
