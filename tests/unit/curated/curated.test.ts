import { describe, expect, test } from 'vitest';
import { curatedFacts } from '../../curatedFacts.ts';

describe('the curated facts', () => {
  const facts = [
    ...curatedFacts.events,
    ...curatedFacts.relationships,
    ...curatedFacts.claims,
    ...curatedFacts.indicators,
  ];

  test('quote the report in at most 300 characters', () => {
    const quotes = facts.flatMap(({ evidence }) =>
      evidence.filter(({ source }) => source === 'news-report-2023-08-04').map(({ quote }) => quote ?? ''),
    );
    expect(quotes.length).toBeGreaterThan(0);
    for (const quote of quotes) expect(quote.length).toBeLessThanOrEqual(300);
  });

  test('say where in the source each of them stands', () => {
    for (const { evidence } of facts) {
      for (const { locator } of evidence) expect(locator).toBeTruthy();
    }
  });

  test('leave the leadership of Niger contested', () => {
    const heads = curatedFacts.relationships.filter(
      ({ type, object, rank }) => type === 'HOLDS_OFFICE' && object === 'niger' && rank === 'HEAD_OF_STATE',
    );
    expect(heads.map(({ subject, basis, certainty }) => [subject, basis, certainty])).toEqual([
      ['mohamed-bazoum', 'DE_JURE', 'REPORTED'],
      ['abdourahmane-tchiani', 'CLAIMED', 'REPORTED'],
      ['abdourahmane-tchiani', 'DE_FACTO', 'ALLEGED'],
    ]);
  });

  test('hold what only Bazoum says of Wagner Group for alleged', () => {
    const ties = curatedFacts.relationships.filter(({ subject, object }) =>
      [subject, object].includes('wagner-group'),
    );
    for (const { type, certainty } of ties.filter(tie => tie.type !== 'PARTICIPATED_IN')) {
      expect({ type, certainty }).toEqual({ type, certainty: 'ALLEGED' });
    }
    expect(ties.map(({ type }) => type)).toEqual(expect.arrayContaining(['EMPLOYS', 'PART_OF']));
  });

  test('rest on the essay alone only for claims made in it', () => {
    const onEssayAlone = facts.filter(({ evidence }) =>
      evidence.every(({ source }) => source === 'washington-post-essay-2023-08-03'),
    );
    expect(onEssayAlone.length).toBeGreaterThan(0);
    for (const fact of onEssayAlone)
      expect(fact).toMatchObject({ speaker: 'mohamed-bazoum', independentSources: 1 });
  });
});
