/**
 * ICEWS: events machine-coded from news, in four columns: date, source, event, target. It names actors and
 * labels events in words, without codes.
 */

import { isOnCalendar } from '../../reference/calendar.ts';
import { cameoByLabel } from '../../reference/cameo.ts';
import { countries } from '../../reference/countries.ts';
import { stateByName } from '../../reference/states.ts';
import type { CodedActor, CodedEvent } from '../events/codedEvent.ts';
import { readsAsPerson } from '../events/personal.ts';
import type { StreamDataset } from '../events/streamDataset.ts';
import { RefusedRow, type Row } from '../file/row.ts';

/** ICEWS: one row per event, in words. */
export const icews: StreamDataset = {
  kind: 'EVENTS',
  source: {
    slug: 'icews',
    type: 'DATASET',
    title: 'ICEWS Coded Event Data',
    publisher: 'Harvard Dataverse',
    machineCoded: true,
    licence: 'The terms of ICEWS itself are not known here',
    citation:
      'Boschee, Elizabeth, Jennifer Lautenschlager, Sean O’Brien, Steve Shellman, James Starz and Michael Ward. 2015. “ICEWS Coded Event Data.” Harvard Dataverse.',
  },
  columns: ['date', 'source', 'event', 'target'],
  header: true,
  delimiter: '\t',
  event: icewsEvent,
};

/**
 * The event of a row with the columns date, source, event and target. An actor that does something to itself
 * ("Kenya", "Consult", "Kenya") is only the source.
 *
 * Its key is all four in their original words. ICEWS repeats events between releases without numbering them:
 * the same words on the same day are the same event.
 *
 * @throws RefusedRow when the day, the event or the participants cannot be determined
 */
export function icewsEvent({ fields }: Row): CodedEvent {
  const { date = '', source = '', event = '', target = '' } = fields;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !isOnCalendar(date))
    throw new RefusedRow('The date is not a calendar day, written YYYY-MM-DD.');
  const cameo = cameoByLabel(event)?.code;
  if (!cameo) throw new RefusedRow('The event is not a CAMEO label.');
  const by = actorNamed(source);
  const to = actorNamed(target);
  if (by === 'EMPTY') throw new RefusedRow('The source is empty; it must name an actor.');
  if (to === 'EMPTY') throw new RefusedRow('The target is empty; it must name an actor.');
  if (!by && !to) throw new RefusedRow('ICEWS could specify neither the source nor the target.');
  return {
    key: `${date}|${source}|${event}|${target}`,
    day: date,
    cameo,
    ...(by && { source: by }),
    ...(to && to.name !== by?.name && { target: to }),
  };
}

/** Actors already looked up: ICEWS repeats some ten thousand of them millions of times. */
const asked = new Map<string, CodedActor | 'EMPTY' | undefined>();

function actorNamed(words: string): CodedActor | 'EMPTY' | undefined {
  if (asked.has(words)) return asked.get(words);
  const name = words.replace(/[\s_\p{Cc}]+/gu, ' ').trim();
  const actor = name ? actorOf(name) : 'EMPTY';
  asked.set(words, actor);
  return actor;
}

const countryNames = new Map(countries.map(({ slug, name }) => [slug, name]));

/**
 * Who a tidied name means. "Police (Australia)" is a sector of a country, or of another actor, which gives
 * its type. Other names give no type, and ICEWS does not say whether Caitlin Hayden is a person: the name has to.
 */
function actorOf(name: string): CodedActor | undefined {
  if (name === 'Unspecified Actor') return undefined;
  const country = countryNamed(name);
  if (country) return { name: countryNames.get(country) ?? name, country, type: 'OTHER' };
  // The last parentheses, which can contain others: Police (Holy See (Vatican City State)).
  const [, sector, owner] = name.match(/^(.+?) \(((?:[^()]|\([^()]*\))+)\)$/) ?? [];
  if (!sector || !owner)
    return { name, type: 'OTHER', ...(readsAsPerson(name) && { person: true as const }) };
  const home = countryNamed(owner);
  const type = typeOf(sector);
  // ICEWS has several names for some countries; the police of such a country is still one body.
  return home ? { name: `${sector} (${countryNames.get(home) ?? owner})`, type, home } : { name, type };
}

/** ICEWS names of countries that are not among their names and aliases elsewhere. */
const otherNames = new Map([
  ['Holy See Vatican City State', 'Vatican City'],
  ['Holy See (Vatican City State)', 'Vatican City'],
  ['Palestinian Territory, Occupied', 'Palestine'],
]);

function countryNamed(name: string): string | undefined {
  // Aliases of two or three letters are country codes. ICEWS writes countries out, so such names are bodies.
  // It begins in 1995, and does not mean states that had ended by then; one day for all, because an actor is
  // looked up only once.
  return name.length > 3 ? stateByName(otherNames.get(name) ?? name, '1995-01-01') : undefined;
}

/** The words in the name of a sector that give its type; the first row that has one decides. */
const sectors: [CodedActor['type'], RegExp][] = [
  [
    'ARMED_GROUP',
    /militant|rebel|insurgen|separatist|terrorist|guerrilla|militia|mujahideen|extremist|freedom fighter|armed (gang|band|opposition)/,
  ],
  // A ministry of defense is not an armed force, nor one of information a medium, nor one of industry a
  // company.
  ['GOVERNMENT_BODY', /minist|department|cabinet|commission|\bcourt|judge|central bank/],
  ['PARTY', /\bpart(y|ies)\b|main opposition|coalition/],
  [
    'ARMED_FORCE',
    /military|\barmy|air force|\bnav(y|al)\b|marine corp|armed force|troop|soldier|commando|admiral|national guard|joint chiefs|fighter bomber|attack craft|reserve personnel/,
  ],
  ['MEDIA', /\bmedia\b|\bnews|journalist|broadcast|television|\bradio\b|blogger/],
  ['COMPANY', /\bbusiness\b|compan(y|ies)|\bindustry\b|corporation|airline|\bbank\b/],
  ['CIVIL_SOCIETY', /activist|rights group|labor union|civic group|non-governmental|\bngo\b/],
  [
    'GOVERNMENT_BODY',
    /government|governor|police|judiciary|prosecutor|attorney general|parliament|legislat|lawmaker|senate|congress|assembl|representative|duma|mayor|authorities|official|foreign affairs|domestic affairs|royal administration|envoy|consul\b|secretar|council|ombudsman|regulator|intelligence|civil serv|director general|inspector general|fire brigade/,
  ],
  [
    'CIVIL_SOCIETY',
    /citizen|protest|demonstrator|population|villager|indigenous|ethnic group|student|education|religion|clergy|dissident|environmentalist|association/,
  ],
];

function typeOf(sector: string): CodedActor['type'] {
  const words = sector.toLowerCase();
  return sectors.find(([, pattern]) => pattern.test(words))?.[0] ?? 'OTHER';
}
