import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Statement } from '../../src/importers/statements/statement.ts';
import { firstDay, lastDay } from '../../src/reference/calendar.ts';
import { answer } from './ask.ts';
import { type Filled, filesOfDatasets, filledWith } from './files.ts';

/** Numbers from 0 to 1, the same in every run (the generator of Park and Miller). */
function* seeded(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state * 48_271) % 2_147_483_647;
    yield state / 2_147_483_647;
  }
}

type Evidence = {
  stance: string;
  locator: string | null;
  source: { slug: string; publishedOn: string | null };
};
type Held = { on: string; start: string | null; end: string | null };

describe('on 200 days and countries picked at random,', () => {
  let filled: Filled;
  const statements = new Map<string, Statement[]>();
  const asked: { day: string; slug: string }[] = [];
  beforeAll(async () => {
    filled = await filledWith([...(await filesOfDatasets())]);
    const { rows } = await filled.owner.execute<{ source: string; content: Statement }>(
      sql`select slug as source, content from statement join source on source.id = source_id`,
    );
    for (const { source, content } of rows) {
      for (const locator of content.locators) {
        const key = `${source} ${locator}`;
        statements.set(key, [...(statements.get(key) ?? []), content]);
      }
    }
    const countries = await filled.owner.execute<{ slug: string }>(
      sql`select slug from entity where kind = 'COUNTRY' order by slug`,
    );
    const random = seeded(20_230_726);
    const [from, to] = [Date.parse('1816-01-01'), Date.parse('2026-12-31')];
    for (let count = 0; count < 200; count++) {
      const day = new Date(from + random.next().value * (to - from)).toISOString().slice(0, 10);
      const index = Math.floor(random.next().value * countries.rows.length);
      asked.push({ day, slug: (countries.rows[index] as { slug: string }).slug });
    }
  });
  afterAll(() => filled?.close());

  /** Whether a piece of evidence vouches for a day: its row covers it, or it was published then and the fact says when it began. */
  function vouches({ stance, locator, source }: Evidence, { start, end }: Held, day: string): boolean {
    if (stance !== 'SUPPORTS') return false;
    const rows = statements.get(`${source.slug} ${locator}`);
    if (!rows) {
      const until = end ?? source.publishedOn;
      return until !== null && day <= lastDay(until) && firstDay(start ?? source.publishedOn ?? day) <= day;
    }
    return rows.some(statement => {
      if (statement.kind === 'COUP') return firstDay(statement.day) <= day && day <= lastDay(statement.day);
      const { period } = statement;
      const last = period.end ?? period.openAt;
      return (!period.start || firstDay(period.start) <= day) && (!last || day <= lastDay(last));
    });
  }

  test('no leader is held to lead on a day for which no evidence vouches, and nobody twice', async () => {
    type Leaders = {
      country: {
        leaders: {
          nodes: {
            leader: { slug: string };
            rank: string;
            basis: string;
            certainty: string;
            period: Held;
            evidence: Evidence[];
          }[];
        };
      };
    };
    let held = 0;
    for (const { day, slug } of asked) {
      const { country } = await answer<Leaders>(
        filled.db,
        `query ($slug: String!, $day: Date!) { country(by: { slug: $slug }) { leaders(first: 100, filter: { asOf: $day }) { nodes {
          leader { slug } rank basis certainty period { on(day: $day) start end }
          evidence { stance locator source { slug publishedOn } } } } } }`,
        { slug, day },
      );
      const holding = country.leaders.nodes.filter(({ period }) => period.on === 'HELD');
      held += holding.length;
      const unvouched = holding.filter(
        ({ period, evidence }) => !evidence.some(piece => vouches(piece, period, day)),
      );
      expect({ day, slug, unvouched }).toEqual({ day, slug, unvouched: [] });
      const offices = holding
        .filter(({ certainty }) => certainty !== 'DISPUTED')
        .map(({ leader, rank, basis }) => `${leader.slug} ${rank} ${basis}`);
      expect({ day, slug, offices }).toEqual({ day, slug, offices: [...new Set(offices)] });
    }
    expect(held).toBeGreaterThan(30);
  });

  test('no pact is held to be in force on a day for which no evidence vouches', async () => {
    type Pacts = {
      country: {
        relationships: { nodes: { obligations: string[]; period: Held; evidence: Evidence[] }[] };
      };
    };
    let held = 0;
    for (const { day, slug } of asked) {
      const { country } = await answer<Pacts>(
        filled.db,
        `query ($slug: String!, $day: Date!) { country(by: { slug: $slug }) {
          relationships(first: 100, filter: { asOf: $day, types: [ALLIED_WITH, PACT_WITH] }) { nodes { ... on Pact {
            obligations period { on(day: $day) start end } evidence { stance locator source { slug publishedOn } } } } } } }`,
        { slug, day },
      );
      const inForce = country.relationships.nodes.filter(({ period }) => period?.on === 'HELD');
      held += inForce.length;
      for (const { obligations, period, evidence } of inForce) {
        const vouching = evidence.filter(piece => vouches(piece, period, day));
        const vouched = vouching.flatMap(({ source, locator }) =>
          (statements.get(`${source.slug} ${locator}`) ?? []).flatMap(statement =>
            statement.kind === 'TIE' ? (statement.obligations ?? []) : [],
          ),
        );
        expect({ day, slug, is: vouching.length > 0 }).toEqual({ day, slug, is: true });
        expect({ day, slug, obligations: [...new Set(vouched)].sort() }).toEqual({
          day,
          slug,
          obligations: [...obligations].sort(),
        });
      }
    }
    expect(held).toBeGreaterThan(50);
  });
});
