import { sql } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { openLoaded } from '../../databases.ts';

test('a former state is loaded as a country that has an end and no ISO codes', async () => {
  const database = await openLoaded();
  onTestFinished(() => database.close());
  const { rows } = await database.drizzle.execute(
    sql`select slug, iso2, iso3, founded_on, dissolved_on from country join entity on id = entity_id
      where slug in ('bavaria', 'yugoslavia', 'niger') order by slug`,
  );
  expect(rows).toEqual([
    { slug: 'bavaria', iso2: null, iso3: null, founded_on: null, dissolved_on: '1871-01-17' },
    { slug: 'niger', iso2: 'NE', iso3: 'NER', founded_on: null, dissolved_on: null },
    { slug: 'yugoslavia', iso2: null, iso3: null, founded_on: '1918-12-01', dissolved_on: '2006-06-04' },
  ]);
});
