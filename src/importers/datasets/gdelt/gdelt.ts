/** GDELT 2.0's event export: events machine-coded from news, 61 tab-separated columns without a header. */
import { isOnCalendar } from '../../../reference/calendar.ts';
import { cameoByCode } from '../../../reference/cameo.ts';
import { stateByFips } from '../../../reference/states.ts';
import type { CodedActor, CodedEvent } from '../../events/codedEvent.ts';
import type { StreamDataset } from '../../events/streamDataset.ts';
import { RefusedRow, type Row } from '../../file/row.ts';
import { gdeltActor } from './actor.ts';

const actorColumns = (actor: string) =>
  [
    ...['Code', 'Name', 'CountryCode', 'KnownGroupCode', 'EthnicCode', 'Religion1Code', 'Religion2Code'],
    ...['Type1Code', 'Type2Code', 'Type3Code'],
  ].map(column => actor + column);

const placeColumns = (whose: string) =>
  ['Type', 'FullName', 'CountryCode', 'ADM1Code', 'ADM2Code', 'Lat', 'Long', 'FeatureID'].map(
    column => `${whose}Geo_${column}`,
  );

/** The columns in order, by their names in "The GDELT Event Database Data Format Codebook V2.0" (2015). */
export const gdeltColumns: string[] = [
  ...['GLOBALEVENTID', 'SQLDATE', 'MonthYear', 'Year', 'FractionDate'],
  ...actorColumns('Actor1'),
  ...actorColumns('Actor2'),
  ...['IsRootEvent', 'EventCode', 'EventBaseCode', 'EventRootCode', 'QuadClass', 'GoldsteinScale'],
  ...['NumMentions', 'NumSources', 'NumArticles', 'AvgTone'],
  ...placeColumns('Actor1'),
  ...placeColumns('Actor2'),
  ...placeColumns('Action'),
  ...['DATEADDED', 'SOURCEURL'],
];

/** GDELT 2.0: one row per event, one file per quarter of an hour. */
export const gdelt: StreamDataset = {
  kind: 'EVENTS',
  source: {
    slug: 'gdelt-2',
    type: 'DATASET',
    title: 'GDELT 2.0 Event Database',
    publisher: 'The GDELT Project',
    machineCoded: true,
    licence: 'The terms of GDELT are not known here',
    citation:
      'Leetaru, Kalev, and Philip A. Schrodt. 2013. “GDELT: Global Data on Events, Location and Tone, 1979–2012.” ISA Annual Convention, San Francisco.',
  },
  columns: gdeltColumns,
  header: false,
  delimiter: '\t',
  event: gdeltEvent,
};

/**
 * The event of a row with GDELT's columns. Its day can be long before its publication, when an article
 * recalls what happened a year ago. An actor that does something to itself is only the source.
 *
 * @throws RefusedRow when it does not have 61 columns, or its number, days, event or participants cannot be
 *   determined
 */
export function gdeltEvent({ fields }: Row): CodedEvent {
  const count = Object.values(fields).filter(value => value !== undefined).length;
  if (count !== gdeltColumns.length)
    throw new RefusedRow(`The row has ${count} columns; a GDELT 2.0 export has ${gdeltColumns.length}.`);
  const field = (column: string) => fields[column] ?? '';

  const key = field('GLOBALEVENTID');
  if (!/^\d{1,18}$/.test(key)) throw new RefusedRow('GLOBALEVENTID is not a number.');
  const day = dayOf(field('SQLDATE'));
  if (!day) throw new RefusedRow('SQLDATE is not a calendar day, written YYYYMMDD.');
  const publishedAt = instantOf(field('DATEADDED'));
  if (!publishedAt) throw new RefusedRow('DATEADDED is not a time in UTC, written YYYYMMDDHHMMSS.');
  const cameo = field('EventCode');
  if (!cameoByCode(cameo)) throw new RefusedRow('EventCode is not a CAMEO code.');
  const source = actor(field, 'Actor1');
  const target = actor(field, 'Actor2');
  if (!source && !target) throw new RefusedRow('Neither Actor1 nor Actor2 is filled in.');

  const country = stateByFips(field('ActionGeo_CountryCode'));
  // Type 1 is a whole country: its name is not a place within it.
  const place = field('ActionGeo_Type') !== '1' && field('ActionGeo_FullName').replace(/\s+/g, ' ').trim();
  return {
    key,
    day,
    publishedAt,
    cameo,
    ...(source && { source }),
    ...(target && target.name !== source?.name && { target }),
    ...(country && { country }),
    ...(place && { place }),
  };
}

function actor(field: (column: string) => string, which: 'Actor1' | 'Actor2'): CodedActor | undefined {
  return gdeltActor({
    code: field(`${which}Code`),
    name: field(`${which}Name`),
    country: field(`${which}CountryCode`),
    role: field(`${which}Type1Code`),
  });
}

function dayOf(digits: string): string | undefined {
  const day = digits.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
  return day.length === 10 && isOnCalendar(day) ? day : undefined;
}

function instantOf(digits: string): Date | undefined {
  const day = dayOf(digits.slice(0, 8));
  const time = /^([01]\d|2[0-3])([0-5]\d)([0-5]\d)$/.exec(digits.slice(8));
  return day && time ? new Date(`${day}T${time.slice(1).join(':')}Z`) : undefined;
}
