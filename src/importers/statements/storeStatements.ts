import { eq, sql } from 'drizzle-orm';
import type { Owner } from '../../db/owner.ts';
import { imported } from '../../db/tables/index.ts';
import { collectionOf } from '../../record/collection.ts';
import { fingerprint } from '../../record/fingerprint.ts';
import { lockFacts, storeCollection } from '../../record/store.ts';
import { idsOfEntities } from '../../record/storeEntities.ts';
import type { Changes } from '../../record/supersede.ts';
import { agree, type OnRecord } from './agreement.ts';
import { coverageOf, type Told } from './coverage.ts';
import { describeCurated, removeStrangers } from './derivedLeaders.ts';
import {
  COLLECTION,
  citation,
  countryNames,
  coupsCitedElsewhere,
  hasDerived,
  leaderRecord,
  rowsCitedElsewhere,
  statementsOnFile,
  toldOnFile,
} from './onRecord.ts';
import type { Statement } from './statement.ts';

/**
 * Puts on file what a dataset says now, replacing what it said before. Call it in a transaction.
 *
 * @param whole whether the statements are all that the dataset has: then what it no longer says is removed;
 *   otherwise that is left unchanged
 * @returns whether it takes back or changes anything that it said before
 */
export async function fileStatements(
  transaction: Owner,
  sourceId: number,
  statements: Statement[],
  whole: boolean,
): Promise<{ corrects: boolean }> {
  const rows = JSON.stringify(statements.map(statement => ({ key: statement.key, content: statement })));
  const given = sql`jsonb_to_recordset(${rows}::jsonb) as given (key text, content jsonb)`;
  const changed = await transaction.execute(sql`
    update statement set content = given.content from ${given}
    where source_id = ${sourceId} and statement.key = given.key and statement.content <> given.content
    returning id`);
  await transaction.execute(sql`
    insert into statement (source_id, key, content) select ${sourceId}, key, content from ${given}
    on conflict do nothing`);
  if (!whole) return { corrects: changed.rows.length > 0 };
  const removed = await transaction.execute(sql`
    delete from statement where source_id = ${sourceId} and key not in (select key from ${given}) returning id`);
  return { corrects: changed.rows.length + removed.rows.length > 0 };
}

/**
 * Keeps what an import has brought onto the record whole. Call it in the transaction of the import.
 *
 * @param whole whether the record now has what the file has, and no more: then nothing remains of earlier imports
 */
export async function recordImport(
  transaction: Owner,
  sourceId: number,
  told: Told[],
  whole: boolean,
): Promise<void> {
  if (whole) await transaction.delete(imported).where(eq(imported.sourceId, sourceId));
  const rows = told.map(({ source, ...columns }) => ({ sourceId, ...columns }));
  if (rows.length > 0) await transaction.insert(imported).values(rows).onConflictDoNothing();
}

/**
 * Updates the facts that follow from all statements on file. A statement whose rows a curated fact already
 * cites adds nothing. Call it after any change of statements or curated facts; without one, it changes
 * nothing.
 *
 * @param options.corrects whether anything was taken back or changed: then what does not follow any more is superseded. If a dataset
 *   was only added, the record is made as if all had been there from the beginning, so that it does not matter which came first
 */
export async function deriveFacts(owner: Owner, { corrects = true } = {}): Promise<Changes> {
  return owner.transaction(async transaction => {
    await lockFacts(transaction);
    const { stated, sources } = await statementsOnFile(transaction);
    if (stated.length === 0 && !(await hasDerived(transaction))) return { added: 0, superseded: 0 };
    const cited = await rowsCitedElsewhere(transaction);
    const coups = await coupsCitedElsewhere(transaction);
    const record: OnRecord = {
      ...(await leaderRecord(transaction)),
      eventsByRow: new Map(coups.map(({ row, slug }) => [row, slug])),
      countryNames: await countryNames(transaction),
      isCited: ({ source, statement }) =>
        statement.locators.every(locator => cited.has(citation(statement.kind, source, locator))),
    };
    const { persons, organizations, events, relationships } = agree(stated, record);
    // An entity that exists may be curated: it keeps its name and summary.
    const there = await idsOfEntities(
      transaction,
      organizations.map(({ slug }) => slug),
    );
    const contents = {
      sources: [],
      countries: [],
      leaders: persons.flatMap(({ leader }) => leader ?? []),
      organizations: organizations.filter(({ slug }) => !there.has(slug)),
      alliances: [],
      events,
      relationships,
      claims: [],
      indicators: [],
      coverage: coverageOf(await toldOnFile(transaction), stated),
    };
    const versions = new Map(coups.map(({ slug, fingerprint }) => [slug, fingerprint]));
    const collection = collectionOf(COLLECTION, contents, sources, {
      elsewhere: versions,
      isInOrder: false,
    });
    const facts = [...collection.events, ...collection.relationships];
    // Without the organizations: whether one existed before must not look like a change.
    const checksum = fingerprint([
      facts.map(fact => fact.fingerprint).sort(),
      collection.leaders,
      contents.coverage,
    ]);
    await describeCurated(transaction, persons);
    const changes = await storeCollection(transaction, { ...collection, checksum }, { forgets: !corrects });
    await removeStrangers(transaction, collection.leaders);
    return changes;
  });
}
