import { sql } from 'drizzle-orm';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readCurated, WrongFacts } from '../../src/curated/curated.ts';
import { datasetSources } from '../../src/importers/datasets/index.ts';
import { openLoaded } from '../databases.ts';
import { base, writeFacts } from './facts.ts';

function problemsOf(state: string): string[] {
  try {
    readCurated([], writeFacts({ 'facts.yaml': `${base}formerStates:\n  - ${state}\n` }));
  } catch (error) {
    if (error instanceof WrongFacts) return error.problems.map(({ sentence }) => sentence);
    throw error;
  }
  return [];
}

describe('a former state', () => {
  test('is loaded as a country that has an end and no ISO codes', async () => {
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

  test('says in its summary where its dates are from', () => {
    const former = readCurated(datasetSources).countries.filter(({ dissolvedOn }) => dissolvedOn);
    expect(former.length).toBeGreaterThan(20);
    for (const { summary, dissolvedOn } of former) expect(summary).toContain(dissolvedOn);
  });

  test('can be referred to like any country, and have further names', () => {
    const facts = `${base}formerStates:
  - { slug: utopia, name: Utopia, dissolvedOn: 1516 }
countries:
  - { slug: utopia, aliases: [Nowhere] }
indicators:
  - { country: utopia, code: cities, name: Cities, value: 54, unit: cities, period: { end: 1516 }, evidence: [{ source: paper }] }
`;
    const { countries } = readCurated([], writeFacts({ 'facts.yaml': facts }));
    expect(countries.find(({ slug }) => slug === 'utopia')).toEqual({
      slug: 'utopia',
      name: 'Utopia',
      aliases: ['Nowhere'],
      dissolvedOn: '1516',
    });
  });

  test.each([
    [
      'with the slug of a country',
      '{ slug: chad, name: Chad, dissolvedOn: 1900 }',
      'The slug "chad" is taken by a country: choose another.',
    ],
    ['without an end', '{ slug: utopia, name: Utopia }', '"dissolvedOn" is missing here: add it.'],
    [
      'that ended before it began',
      '{ slug: utopia, name: Utopia, foundedOn: 1900, dissolvedOn: 1899 }',
      'It cannot end in 1899 before it starts in 1900: correct one.',
    ],
  ])('%s is refused', (_what, state, sentence) => {
    expect(problemsOf(state)).toEqual([sentence]);
  });
});
