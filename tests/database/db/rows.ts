import { randomUUID } from 'node:crypto';
import { type SQL, sql, TransactionRollbackError } from 'drizzle-orm';
import type { Owner } from '../../../src/db/owner.ts';
import type { EntityKind } from '../../../src/db/tables/relationshipTypes.ts';

export type Columns = Record<string, string | number | null>;

/** Inserts one row and gives its id, where it has one. Throws Drizzle's DrizzleQueryError. */
export async function insert(owner: Owner, table: string, columns: Columns): Promise<number> {
  const names = sql.join(Object.keys(columns).map(sql.identifier), sql`, `);
  const values = sql.join(
    Object.values(columns).map(value => sql`${value}`),
    sql`, `,
  );
  const { rows } = await owner.execute<{ id: number }>(
    sql`insert into ${sql.identifier(table)} (${names}) values (${values}) returning *`,
  );
  return rows[0]?.id as number;
}

/** Runs a query and gives its rows. */
export const rowsOf = async <Row extends Record<string, unknown>>(owner: Owner, query: SQL): Promise<Row[]> =>
  (await owner.execute<Row>(query)).rows;

/** Lets `act` do what it wants with the database, and undoes it. */
export async function undone(owner: Owner, act: (owner: Owner) => Promise<void>): Promise<void> {
  const done = owner.transaction(async transaction => {
    await act(transaction);
    transaction.rollback();
  });
  await done.catch(error => {
    if (!(error instanceof TransactionRollbackError)) throw error;
  });
}

export const period = {
  period: '[2020-01-01,2020-01-31]',
  start_precision: 'DAY',
  end_precision: 'DAY',
  end_state: 'ENDED',
};

/** What every fact has. Each call makes another fact. */
export const fact = () => ({
  certainty: 'REPORTED',
  independent_sources: 1,
  known_from: '2020-02-01T00:00Z',
  fingerprint: randomUUID(),
  collection: 'test',
});

/** Two entities of each kind, named country-1, country-2 and so on, each with the row of its kind; gives their ids by slug. */
export async function addEntities(owner: Owner): Promise<Record<string, number>> {
  const ids: Record<string, number> = {};
  const reference = await insert(owner, 'source', {
    slug: 'reference',
    type: 'REFERENCE',
    title: 'Reference',
  });
  const details: Record<EntityKind, () => Columns> = {
    COUNTRY: () => ({ reference_id: reference }),
    LEADER: () => ({ collection: 'curated' }),
    ORGANIZATION: () => ({ type: 'OTHER' }),
    ALLIANCE: () => ({ types: '{OTHER}' }),
    EVENT: () => ({ type: 'STATEMENT', ...period, ...fact() }),
  };
  for (const [kind, detail] of Object.entries(details)) {
    for (const slug of [`${kind.toLowerCase()}-1`, `${kind.toLowerCase()}-2`]) {
      ids[slug] = await insert(owner, 'entity', { kind, slug, name: slug });
      await insert(owner, kind.toLowerCase(), { entity_id: ids[slug], ...detail() });
    }
  }
  return ids;
}

const kindOf = (slug: string) => slug.split('-')[0]?.toUpperCase() as EntityKind;

/** A relationship as its table's columns; the ends are slugs of `addEntities`. */
export function relationship(
  ids: Record<string, number>,
  type: string,
  subject: string,
  object: string,
): Columns {
  return {
    type,
    subject_id: ids[subject] ?? null,
    subject_kind: kindOf(subject),
    object_id: ids[object] ?? null,
    object_kind: kindOf(object),
    ...period,
    ...fact(),
  };
}
