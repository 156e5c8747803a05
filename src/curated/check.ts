import { type EntityKind, endsFit, relationshipTypes } from '../db/tables/relationshipTypes.ts';
import type { Relationship } from '../record/facts.ts';
import { isOnCalendar, isReversed } from '../reference/calendar.ts';
import type { Facts } from './format.ts';
import { itemsOf, type Problem, type Reading, type Written } from './read.ts';
import { datesOf, evidenceOf, type Reference, referencesOf } from './references.ts';
import type { Path } from './shape.ts';

const kindOfSection: Partial<Record<keyof Facts, EntityKind>> = {
  formerStates: 'COUNTRY',
  leaders: 'LEADER',
  organizations: 'ORGANIZATION',
  alliances: 'ALLIANCE',
  events: 'EVENT',
};

/**
 * Everything that is wrong with facts which fit the format: slugs that are taken or unknown or of the wrong kind,
 * impossible dates, missing support, relationships that cannot be or are written twice.
 *
 * @param given the slugs of the countries and sources that are there without being written
 */
export function checkFacts(
  { sound, broken }: Reading,
  given: { countries: string[]; sources: string[] },
): Problem[] {
  const problems: Problem[] = [];
  const report = (written: Written, path: Path, sentence: string) => {
    problems.push({ file: written.file, line: written.lineOf(path), sentence });
  };

  const kinds = new Map<string, EntityKind>(given.countries.map(slug => [slug, 'COUNTRY']));
  const slugs = { source: new Set(given.sources), claim: new Set<string>() };
  for (const written of [...sound, ...broken]) declare(written);
  for (const written of sound) {
    checkDates(written);
    checkReferences(written);
    checkSupport(written);
  }
  const relationships = itemsOf(sound, 'relationships');
  for (const written of relationships) checkEnds(written);
  checkRepetition(relationships, relationshipKey, 'This relationship');
  checkRepetition(itemsOf(sound, 'indicators'), indicatorKey, 'This figure');
  for (const written of itemsOf(sound, 'events')) checkParticipants(written);
  return problems;

  function declare(written: Written): void {
    const { slug } = written.item as { slug?: unknown };
    const kind = kindOfSection[written.section];
    const place =
      written.section === 'sources' ? 'source' : written.section === 'claims' ? 'claim' : undefined;
    if (typeof slug !== 'string' || !(kind || place)) return;
    if (kind ? kinds.has(slug) : place && slugs[place].has(slug)) {
      const holder = kind ? nameOfKind[kinds.get(slug) as EntityKind] : `a ${place}`;
      report(written, ['slug'], `The slug "${slug}" is taken by ${holder}: choose another.`);
    } else if (kind) kinds.set(slug, kind);
    else if (place) slugs[place].add(slug);
  }

  function checkDates(written: Written): void {
    const { dates, spans } = datesOf(written);
    const wrong = dates.filter(({ date }) => !isOnCalendar(date));
    for (const { path, date } of wrong)
      report(written, path, `There is no ${date} in the calendar: correct the date.`);
    if (wrong.length > 0) return;
    for (const { path, start, end } of spans) {
      if (isReversed(start, end))
        report(written, path, `It cannot end in ${end} before it starts in ${start}: correct one.`);
    }
  }

  function checkReferences(written: Written): void {
    for (const reference of referencesOf(written)) {
      const sentence = wrongReference(reference);
      if (sentence) report(written, reference.path, sentence);
    }
  }

  function wrongReference({ slug, to }: Reference): string | undefined {
    if (to === 'source' || to === 'claim') {
      return slugs[to].has(slug)
        ? undefined
        : `There is no ${to} "${slug}": correct the slug or add the ${to}.`;
    }
    const kind = kinds.get(slug);
    if (!kind) return `There is no entity "${slug}": correct the slug or add the entity.`;
    const fits = to === 'entity' || (to === 'actor' ? kind !== 'EVENT' : kind === to);
    return fits
      ? undefined
      : `"${slug}" is ${nameOfKind[kind]}: here must be ${to === 'actor' ? 'an actor' : nameOfKind[to]}.`;
  }

  function checkSupport(written: Written): void {
    for (const { path, evidence } of evidenceOf(written)) {
      if (evidence.some(({ stance }) => stance !== 'DISPUTES')) continue;
      report(written, path, 'All the evidence disputes this: add a source that supports it, or take it out.');
    }
  }

  function checkEnds(written: Written<'relationships'>): void {
    const { subject, type, object } = written.item;
    const [from, to] = [kinds.get(subject), kinds.get(object)];
    if (!from || !to) return;
    if (subject === object)
      report(written, ['object'], `"${subject}" cannot stand at both ends: name two entities.`);
    else if (!endsFit(type, from, to)) {
      report(
        written,
        ['type'],
        `${type} cannot run from ${nameOfKind[from]} to ${nameOfKind[to]}: choose another type or other ends.`,
      );
    }
  }

  function checkParticipants(written: Written<'events'>): void {
    const seen = new Set<string>();
    written.item.participants?.forEach(({ actor, role }, index) => {
      if (seen.has(`${actor} ${role}`))
        report(written, ['participants', index], `"${actor}" is ${role} twice: take one out.`);
      seen.add(`${actor} ${role}`);
    });
    for (const key of ['partOf', 'respondsTo'] as const) {
      if (written.item[key]?.includes(written.item.slug))
        report(written, [key], 'An event cannot name itself here: take it out.');
    }
  }

  function checkRepetition<W extends Written>(
    all: W[],
    keyOf: (item: W['item']) => string,
    what: string,
  ): void {
    const first = new Map<string, Written>();
    for (const written of all) {
      const before = first.get(keyOf(written.item));
      if (before)
        report(
          written,
          [],
          `${what} is written already in ${before.file}:${before.lineOf([])}: take one out.`,
        );
      else first.set(keyOf(written.item), written);
    }
  }
}

const nameOfKind: Record<EntityKind, string> = {
  COUNTRY: 'a country',
  LEADER: 'a leader',
  ORGANIZATION: 'an organization',
  ALLIANCE: 'an alliance',
  EVENT: 'an event',
};

// One pair may be tied twice by one type: at two times, on two bases, or by other obligations.
function relationshipKey({ subject, type, object, title, basis, obligations, period }: Relationship): string {
  const ends = relationshipTypes[type].symmetric ? [subject, object].sort() : [subject, object];
  return [type, ...ends, title, basis, obligations?.toSorted(), period.start].join('|');
}

function indicatorKey({ country, code, period }: NonNullable<Facts['indicators']>[number]): string {
  return [country, code, period.start, period.end].join('|');
}
