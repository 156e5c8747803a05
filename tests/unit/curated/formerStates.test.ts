import { describe, expect, test } from 'vitest';
import { readCurated, WrongFacts } from '../../../src/curated/curated.ts';
import { curatedFacts } from '../../curatedFacts.ts';
import { base, writeFacts } from '../../facts.ts';

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
  test('says in its summary where its dates are from', () => {
    const former = curatedFacts.countries.filter(({ dissolvedOn }) => dissolvedOn);
    expect(former.length).toBeGreaterThan(20);
    for (const { summary, dissolvedOn } of former) expect(summary).toContain(dissolvedOn);
  });

  test('can be referred to like any country, and have further names', () => {
    const facts = `${base}formerStates:
  - { slug: utopia, name: Utopia, dissolvedOn: 1516, reference: paper }
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
      reference: 'paper',
    });
  });

  test.each([
    [
      'with the slug of a country',
      '{ slug: chad, name: Chad, dissolvedOn: 1900, reference: paper }',
      'The slug "chad" is taken by a country: choose another.',
    ],
    [
      'without an end',
      '{ slug: utopia, name: Utopia, reference: paper }',
      '"dissolvedOn" is missing here: add it.',
    ],
    [
      'that does not say where it is from',
      '{ slug: utopia, name: Utopia, dissolvedOn: 1516 }',
      '"reference" is missing here: add it.',
    ],
    [
      'that ended before it began',
      '{ slug: utopia, name: Utopia, foundedOn: 1900, dissolvedOn: 1899, reference: paper }',
      'It cannot end in 1899 before it starts in 1900: correct one.',
    ],
  ])('%s is refused', (_what, state, sentence) => {
    expect(problemsOf(state)).toEqual([sentence]);
  });
});
