import { readdirSync, readFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { Kind, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Owner } from '../../src/db/owner.ts';
import { answer } from './ask.ts';
import { type Filled, filesOfDatasets, filledWith } from './files.ts';

const questions = new URL('../worker/questions/', import.meta.url);

/** What the record has, by what ids are made of. */
async function recordOf(owner: Owner): Promise<Record<string, unknown[]>> {
  const rows = async (query: ReturnType<typeof sql>) => (await owner.execute(query)).rows;
  return {
    entities: await rows(sql`select slug, entity.kind, name, aliases, born_on, died_on from entity
      left join leader on entity_id = id order by slug`),
    facts: await rows(sql`
      select fingerprint, known_from, known_until, lifetime::text, start_no_earlier_than, end_no_later_than from relationship
      union all select fingerprint, known_from, known_until, '', null, end_no_later_than from event
      union all select fingerprint, known_from, known_until, '', null, null from claim
      union all select fingerprint, known_from, known_until, '', null, null from indicator
      order by 1`),
    evidence: await rows(sql`select fingerprint from evidence order by 1`),
    versions: await rows(sql`select slug, checksum from collection order by slug`),
    coverage: await rows(sql`
      select entity.slug as country, topic, source.slug as source, "from", until, collection
      from coverage join entity on entity.id = country_id join source on source.id = source_id order by 1, 2, 3, 4, 6`),
    degrees: await rows(sql`select slug, degree from degree join entity on id = entity_id order by slug`),
  };
}

describe('two databases made of the same files in another order', () => {
  const filled: Filled[] = [];
  beforeAll(async () => {
    const files = [...(await filesOfDatasets())].sort();
    filled.push(await filledWith(files));
    filled.push(await filledWith(files.reverse()));
  });
  afterAll(() => Promise.all(filled.map(database => database.close())));

  test('have the same entities, facts, evidence, times on record and coverage', async () => {
    const [one, other] = await Promise.all(filled.map(({ owner }) => recordOf(owner)));
    for (const [name, rows] of Object.entries(one ?? {})) {
      expect(rows.length).toBeGreaterThan(0);
      expect({ [name]: other?.[name] }).toEqual({ [name]: rows });
    }
  });

  const files = readdirSync(questions).filter(file => file.endsWith('.graphql'));
  test.each(files)('answer alike, ids and order included: %s', async file => {
    const document = readFileSync(new URL(file, questions), 'utf8');
    const operations = parse(document).definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
    expect(operations).toHaveLength(1);
    const [one, other] = await Promise.all(filled.map(({ db }) => answer<object>(db, document)));
    expect(other).toEqual(one);
  });

  test.each([
    `leaders(first: 100) { nodes { id slug births { date } offices { nodes { id period { start } evidence { id locator } } } } }`,
    `country(by: { slug: "germany" }) { relationships(first: 100) { totalCount nodes { id } edges { cursor } } }`,
    `events(first: 100) { nodes { id slug officesEnded { id } officesBegun { id } leadersThen { id } } }`,
    `paths(from: { slug: "cuba" }, to: { slug: "niger" }, first: 10) { paths { sentence hops { relationship { id } } } }`,
    `neighborhood(of: [{ slug: "serbia" }], depth: 2, limit: 20) { truncated nodes { entity { id } } relationships { id } }`,
    `sharedNeighbors(of: [{ slug: "france" }, { slug: "russia" }], first: 50) { entity { id } relationships { id } }`,
    'dataset { id version counts { leaders relationships } }',
  ])('answer alike: %s', async selection => {
    const [one, other] = await Promise.all(filled.map(({ db }) => answer<object>(db, `{ ${selection} }`)));
    expect(other).toEqual(one);
  });
});
