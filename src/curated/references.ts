/** What an item of a section points at, when it was, and what it rests on: with the place of each in the file. */
import { evidenceList } from '../record/facts/evidence.ts';
import { partialDate, type Target } from '../record/facts/values.ts';
import type { Evidence } from '../record/facts.ts';
import type { PartialDate } from '../reference/calendar.ts';
import { placesIn } from './places.ts';
import type { Written } from './read.ts';
import type { Path } from './shape.ts';

/** A slug and what it must be the slug of. */
export interface Reference {
  path: Path;
  slug: string;
  to: Target;
}

/** Every slug that the item refers to. */
export function referencesOf({ section, item }: Written): Reference[] {
  return placesIn(section, item).flatMap(({ path, value, schema }) =>
    schema.refersTo ? { path, slug: value as string, to: schema.refersTo } : [],
  );
}

/** Each list of evidence in the item: its own, and those of its participants. */
export function evidenceOf({ section, item }: Written): { path: Path; evidence: Evidence[] }[] {
  return placesIn(section, item).flatMap(({ path, value, schema }) =>
    schema === evidenceList ? { path, evidence: value as Evidence[] } : [],
  );
}

interface Span {
  path: Path;
  start?: PartialDate;
  end?: PartialDate;
}

const ends = [
  ['start', 'end'],
  ['bornOn', 'diedOn'],
  ['foundedOn', 'dissolvedOn'],
  ['from', 'until'],
] as const;

/** The dates in the item, and the pairs of them of which the second cannot come before the first. */
export function datesOf({ section, item }: Written): {
  dates: { path: Path; date: PartialDate }[];
  spans: Span[];
} {
  const places = placesIn(section, item);
  return {
    dates: places.flatMap(({ path, value, schema }) =>
      schema === partialDate ? { path, date: value as PartialDate } : [],
    ),
    spans: places.flatMap(({ path, value, schema }) => {
      if (!schema.properties) return [];
      const held = value as Record<string, PartialDate | undefined>;
      return ends.map(([start, end]) => ({ path: [...path, end], start: held[start], end: held[end] }));
    }),
  };
}
