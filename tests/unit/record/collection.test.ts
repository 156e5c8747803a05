import { expect, test } from 'vitest';
import type { Obligation } from '../../../src/db/tables/relationshipTypes.ts';
import { collectionOf } from '../../../src/record/collection.ts';

const pact = (subject: string, object: string, obligations: Obligation[]) =>
  collectionOf('story', {
    ...{ sources: [{ slug: 'paper', type: 'OPINION', title: 'Paper' }], countries: [], leaders: [] },
    ...{ organizations: [], alliances: [], events: [], claims: [], indicators: [], coverage: [] },
    relationships: [
      {
        subject,
        type: 'ALLIED_WITH',
        object,
        obligations,
        period: { start: '1960', end: '1970' },
        evidence: [{ source: 'paper' }],
      },
    ],
  }).relationships[0];

test('a pact is the same fact whichever party and whichever obligation is written first', () => {
  const written = pact('mali', 'niger', ['DEFENSE', 'CONSULTATION']);
  expect(pact('niger', 'mali', ['CONSULTATION', 'DEFENSE'])).toEqual(written);
  expect(pact('mali', 'niger', ['DEFENSE'])?.fingerprint).not.toBe(written?.fingerprint);
});
