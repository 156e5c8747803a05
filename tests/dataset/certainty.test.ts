import { describe, expect, test } from 'vitest';
import { certaintyOf, independentSources } from '../../src/record/certainty.ts';
import type { Evidence, Source } from '../../src/record/facts.ts';

const sources = new Map<string, Source>(
  (
    [
      { slug: 'paper', type: 'NEWS_REPORT', title: 'A paper' },
      { slug: 'agency', type: 'NEWS_REPORT', title: 'An agency' },
      { slug: 'reprint', type: 'NEWS_REPORT', title: 'A paper that prints the agency', origin: 'agency' },
      { slug: 'register', type: 'REFERENCE', title: 'A register' },
      { slug: 'stream', type: 'DATASET', title: 'Events coded by a machine', machineCoded: true },
    ] satisfies Source[]
  ).map(source => [source.slug, source]),
);

const says = (source: string): Evidence => ({ source });
const quotesAda = (source: string): Evidence => ({ source, attributedTo: 'ada' });
const disputes = (source: string): Evidence => ({ source, stance: 'DISPUTES' });

describe('a fact is', () => {
  test.each([
    ['REPORTED when one source says so in its own voice', 'REPORTED', [says('paper')]],
    ['REPORTED when the source also quotes somebody', 'REPORTED', [says('paper'), quotesAda('paper')]],
    ['REPORTED when one source says so twice', 'REPORTED', [says('paper'), says('paper')]],
    ['REPORTED when a paper and the agency it prints say so', 'REPORTED', [says('agency'), says('reprint')]],
    [
      'REPORTED when only the second source speaks in its own voice',
      'REPORTED',
      [quotesAda('agency'), says('paper')],
    ],
    ['ESTABLISHED when two independent sources say so', 'ESTABLISHED', [says('paper'), says('agency')]],
    ['ESTABLISHED when a work of reference says so', 'ESTABLISHED', [says('register')]],
    ['ALLEGED when it rests on what a party says', 'ALLEGED', [quotesAda('paper')]],
    ['ALLEGED however many print what a party says', 'ALLEGED', [quotesAda('paper'), quotesAda('agency')]],
    ['ALLEGED when a work of reference only quotes a party', 'ALLEGED', [quotesAda('register')]],
    [
      'DISPUTED as soon as a source disputes it',
      'DISPUTED',
      [says('paper'), says('agency'), disputes('register')],
    ],
    ['CODED when a machine coded it', 'CODED', [says('stream')]],
    ['REPORTED when a source bears the machine out', 'REPORTED', [says('stream'), says('paper')]],
    ['ALLEGED when a party bears the machine out', 'ALLEGED', [says('stream'), quotesAda('paper')]],
  ] as const)('%s', (_promise, certainty, evidence) => {
    expect(certaintyOf([...evidence], sources)).toBe(certainty);
  });
});

test('independent sources are the distinct origins of what supports a fact', () => {
  expect(independentSources([says('agency'), says('reprint'), quotesAda('agency')], sources)).toBe(1);
  expect(independentSources([says('agency'), says('paper')], sources)).toBe(2);
  expect(independentSources([says('agency'), disputes('paper')], sources)).toBe(1);
});
