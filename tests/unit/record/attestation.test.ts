import { describe, expect, test } from 'vitest';
import { type Attestation, attestationOf } from '../../../src/record/attestation.ts';
import type { Evidence, Period, Source } from '../../../src/record/facts.ts';

const sources = new Map<string, Source>(
  (
    [
      { slug: 'paper', type: 'NEWS_REPORT', title: 'A paper', publishedOn: '2023-08-04' },
      { slug: 'weekly', type: 'NEWS_REPORT', title: 'A weekly', publishedOn: '2023-08' },
      { slug: 'leaflet', type: 'NEWS_REPORT', title: 'A leaflet without a date' },
      { slug: 'atlas', type: 'REFERENCE', title: 'An atlas', publishedOn: '2020' },
      {
        slug: 'leaders',
        type: 'DATASET',
        title: 'Leaders',
        publishedOn: '2016-01',
        coverage: { start: '1875', end: '2015-12-31' },
      },
      { slug: 'rulers', type: 'DATASET', title: 'Rulers', coverage: { start: '1950-01', end: '2021-03' } },
    ] satisfies Source[]
  ).map(source => [source.slug, source]),
);
const say = (...slugs: string[]): Evidence[] => slugs.map(source => ({ source }));
const ongoing = { endState: 'ONGOING' } as const;
const unknown = { endState: 'UNKNOWN' } as const;

describe('what is attested of', () => {
  test.each<[string, Period, Evidence[], Attestation]>([
    ['dates that a source gives is what they say', { start: '2021', end: '2023' }, say('paper'), {}],
    [
      'what goes on lasts until the report',
      { start: '2021', ...ongoing },
      say('paper'),
      { until: '2023-08-04' },
    ],
    [
      'what was coded to the end of a dataset lasts until coding stopped',
      { start: '2005', ...unknown },
      say('leaders'),
      { until: '2015-12-31' },
    ],
    [
      'what two datasets say lasts until the later one stopped',
      { start: '2005', ...unknown },
      say('rulers', 'leaders'),
      { until: '2021-03' },
    ],
    [
      'what is said without a start begins with the first that says so',
      ongoing,
      say('paper', 'rulers'),
      { from: '2021-03', until: '2023-08-04' },
    ],
    [
      'an end without a start is no more than the end',
      { end: '2019-05-01' },
      say('paper'),
      { from: '2019-05-01' },
    ],
    [
      'what a source without a date says is the start alone',
      { start: '2021', ...ongoing },
      say('leaflet'),
      { until: '2021' },
    ],
    ['what a source without a date says without dates is nothing', ongoing, say('leaflet'), { never: true }],
    [
      'what had ended nobody says when is the start alone',
      { start: '2021-02', endState: 'ENDED' },
      say('paper'),
      { until: '2021-02' },
    ],
    [
      'what begins after the report is its first day',
      { start: '2023-09-01', ...ongoing },
      say('paper'),
      { until: '2023-09-01' },
    ],
    ['what a work of reference says without dates is all the time', unknown, say('atlas'), {}],
    [
      'what a work of reference says since a year lasts until its publication',
      { start: '1960', ...unknown },
      say('atlas'),
      { until: '2020' },
    ],
  ])('%s', (_, period, evidence, attestation) => {
    expect(attestationOf(period, evidence, sources)).toEqual(attestation);
  });

  test('a fact does not come from evidence that disputes it', () => {
    const evidence: Evidence[] = [{ source: 'leaders' }, { source: 'rulers', stance: 'DISPUTES' }];
    expect(attestationOf({ start: '2005', ...unknown }, evidence, sources)).toEqual({ until: '2015-12-31' });
  });

  test('what has a deadline does not go on past it', () => {
    const period = { start: '2023-07-30', ...ongoing };
    expect(attestationOf(period, say('paper'), sources, '2023-08-02')).toEqual({ until: '2023-08-02' });
    expect(attestationOf(period, say('paper'), sources, '2023-08-07')).toEqual({ until: '2023-08-04' });
    // Without a start it is vouched for on no day after the deadline either, though the report is later.
    expect(attestationOf(ongoing, say('paper'), sources, '2023-08-02')).toEqual({
      from: '2023-08-02',
      until: '2023-08-02',
    });
  });
});
