/** What an item of each section points at, when it was, and what it rests on: with the place of each in the file. */
import type { EntityKind } from '../db/tables/relationshipTypes.ts';
import type { Evidence, Period } from '../record/facts.ts';
import type { PartialDate } from '../reference/calendar.ts';
import type { Written } from './read.ts';
import type { Path } from './shape.ts';

/** A slug and what it must be the slug of: a kind of entity, any that can act, any at all, or none of them. */
export interface Reference {
  path: Path;
  slug: string;
  to: EntityKind | 'actor' | 'entity' | 'source' | 'claim';
}

/** Every slug that the item refers to. */
export function referencesOf(written: Written): Reference[] {
  const { section, item } = written;
  const keys = item as Record<string, unknown>;
  const own = (pointers[section] ?? []).flatMap(([key, to]) =>
    [keys[key]].flat().flatMap((slug, index) => {
      if (typeof slug !== 'string') return [];
      return { path: Array.isArray(keys[key]) ? [key, index] : [key], slug, to };
    }),
  );
  const taking = participantsOf(written).map(({ actor }, index) => {
    return { path: ['participants', index, 'actor'], slug: actor, to: 'actor' as const };
  });
  return [...own, ...taking, ...evidenceOf(written).flatMap(referencesOfEvidence)];
}

const pointers: Partial<Record<Written['section'], [string, Reference['to']][]>> = {
  organizations: [['country', 'COUNTRY']],
  countries: [['slug', 'COUNTRY']],
  events: [
    ['country', 'COUNTRY'],
    ['partOf', 'EVENT'],
    ['respondsTo', 'EVENT'],
  ],
  relationships: [
    ['subject', 'entity'],
    ['object', 'entity'],
  ],
  claims: [
    ['speaker', 'actor'],
    ['about', 'entity'],
    ['event', 'EVENT'],
  ],
  indicators: [
    ['country', 'COUNTRY'],
    ['claim', 'claim'],
  ],
};

function referencesOfEvidence({ path, evidence }: { path: Path; evidence: Evidence[] }): Reference[] {
  return evidence.flatMap(({ source, attributedTo }, index) => [
    { path: [...path, index, 'source'], slug: source, to: 'source' as const },
    ...(attributedTo
      ? [{ path: [...path, index, 'attributedTo'], slug: attributedTo, to: 'actor' as const }]
      : []),
  ]);
}

/** Each list of evidence in the item: its own, and those of its participants. */
export function evidenceOf(written: Written): { path: Path; evidence: Evidence[] }[] {
  const own = 'evidence' in written.item ? [{ path: ['evidence'], evidence: written.item.evidence }] : [];
  const participants = participantsOf(written).flatMap(({ evidence }, index) =>
    evidence ? [{ path: ['participants', index, 'evidence'], evidence }] : [],
  );
  return [...own, ...participants];
}

function participantsOf({ item }: Written) {
  return 'participants' in item ? (item.participants ?? []) : [];
}

interface Span {
  path: Path;
  start?: PartialDate;
  end?: PartialDate;
}

const singleDates = ['publishedOn', 'deadline', 'madeOn'];

/** The dates in the item, and the pairs of them of which the second cannot come before the first. */
export function datesOf({ item }: Written): { dates: { path: Path; date: PartialDate }[]; spans: Span[] } {
  const keys = item as unknown as Record<string, PartialDate | undefined>;
  const { period, coverage } = item as { period?: Period; coverage?: Period };
  const lives = [
    ['bornOn', 'diedOn'],
    ['foundedOn', 'dissolvedOn'],
  ] as const;

  const ends = [
    ...lives.map(([start, end]) => ({ from: [start], start: keys[start], to: [end], end: keys[end] })),
    { from: ['period', 'start'], start: period?.start, to: ['period', 'end'], end: period?.end },
    { from: ['coverage', 'start'], start: coverage?.start, to: ['coverage', 'end'], end: coverage?.end },
  ];
  const dates = [
    ...singleDates.map(key => ({ path: [key], date: keys[key] })),
    ...ends.flatMap(({ from, start, to, end }) => [
      { path: from, date: start },
      { path: to, date: end },
    ]),
  ];
  return {
    dates: dates.filter((one): one is { path: string[]; date: PartialDate } => one.date !== undefined),
    spans: ends.map(({ to, start, end }) => ({ path: to, start, end })),
  };
}
