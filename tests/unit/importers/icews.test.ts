import { describe, expect, test } from 'vitest';
import { icewsEvent } from '../../../src/importers/datasets/icews.ts';
import { RefusedRow } from '../../../src/importers/file/row.ts';

const columns = { date: '2014-03-05', source: 'Kenya', event: 'Consult', target: 'Uganda' };
const eventOf = (other: Partial<typeof columns> = {}) =>
  icewsEvent({ line: 2, fields: { ...columns, ...other } });
const actor = (source: string) => eventOf({ source }).source;
const refusal = (other: Partial<typeof columns>) => {
  try {
    return `taken as ${eventOf(other).key}`;
  } catch (error) {
    if (error instanceof RefusedRow) return error.message;
    throw error;
  }
};

test('a row is an event of its day, with the code of its label and both actors', () => {
  expect(eventOf()).toEqual({
    key: '2014-03-05|Kenya|Consult|Uganda',
    day: '2014-03-05',
    cameo: '040',
    source: { name: 'Kenya', country: 'kenya', type: 'OTHER' },
    target: { name: 'Uganda', country: 'uganda', type: 'OTHER' },
  });
});

describe('the key', () => {
  test('is the same for the same words on the same day, whichever release they stand in', () => {
    const again = icewsEvent({ line: 900, fields: { ...columns } });
    expect(again.key).toBe(eventOf().key);
  });

  test('keeps the words as they were, though the names are tidied', () => {
    const { key, source } = eventOf({ source: '  Coast_Guard  Nine ' });
    expect(key).toBe('2014-03-05|  Coast_Guard  Nine |Consult|Uganda');
    expect(source?.name).toBe('Coast Guard Nine');
  });

  test('still names both when an actor does something to itself, and only the source is left', () => {
    const event = eventOf({ target: 'Kenya' });
    expect(event.key).toBe('2014-03-05|Kenya|Consult|Kenya');
    expect(event.source?.country).toBe('kenya');
    expect(event.target).toBeUndefined();
  });
});

describe('an actor', () => {
  test.each([
    ["Cote d'Ivoire", 'ivory-coast', 'Ivory Coast'],
    ['Democratic Republic of Congo', 'dr-congo', 'DR Congo'],
    ['Congo', 'republic-of-the-congo', 'Republic of the Congo'],
    ['Palestinian Territory, Occupied', 'palestine', 'Palestine'],
    ['Holy See Vatican City State', 'vatican-city', 'Vatican City'],
    ['Niger', 'niger', 'Niger'],
    ['Nigeria', 'nigeria', 'Nigeria'],
  ])('%s is a country, called as everywhere', (words, country, name) =>
    expect(actor(words)).toEqual({ name, country, type: 'OTHER' }),
  );

  test.each([
    ['Police (Kenya)', 'GOVERNMENT_BODY'],
    ['Defense / Security Ministry (Kenya)', 'GOVERNMENT_BODY'],
    ['Information Ministry (Kenya)', 'GOVERNMENT_BODY'],
    ['Member of Legislative (Govt) (Kenya)', 'GOVERNMENT_BODY'],
    ['Military Personnel (Kenya)', 'ARMED_FORCE'],
    ['Fighter Bomber (Kenya)', 'ARMED_FORCE'],
    ['Armed Gang (Kenya)', 'ARMED_GROUP'],
    ['Party Member (Kenya)', 'PARTY'],
    ['Party President (Kenya)', 'PARTY'],
    ['News Editor (Kenya)', 'MEDIA'],
    ['Company - Owner or Operator (Kenya)', 'COMPANY'],
    ['Protester (Kenya)', 'CIVIL_SOCIETY'],
    ['Fishermen (Kenya)', 'OTHER'],
  ])('%s is of Kenya, and %s', (words, type) =>
    expect(actor(words)).toEqual({ name: words, type, home: 'kenya' }),
  );

  test('of a country that ICEWS names in several ways is one body', () => {
    const one = { name: 'Clergy (Vatican City)', type: 'CIVIL_SOCIETY', home: 'vatican-city' };
    expect(actor('Clergy (Holy See (Vatican City State))')).toEqual(one);
    expect(actor('Clergy (Holy See Vatican City State)')).toEqual(one);
  });

  test('of another body has the type of its sector, and no country', () => {
    expect(actor('Militant (Boko Haram)')).toEqual({ name: 'Militant (Boko Haram)', type: 'ARMED_GROUP' });
  });

  test.each(['Union of Examples', 'Examples', 'ML', 'constructor', 'Party (', '()'])(
    '%j is a body of an unknown sort',
    name => expect(actor(name)).toEqual({ name, type: 'OTHER' }),
  );

  test.each([
    'Ada Example',
    'Barack Obama',
    'Abdel Fattah Al-Sisi',
    'Nuri al-Maliki',
    'Ursula von der Leyen',
  ])('%s is a person, by nothing but the name', name =>
    expect(actor(name)).toEqual({ name, type: 'OTHER', person: true }),
  );

  test('that ICEWS could not specify takes no part', () => {
    const event = eventOf({ source: 'Unspecified Actor' });
    expect(event.source).toBeUndefined();
    expect(event.target?.country).toBe('uganda');
  });
});

describe('a row is refused, in one sentence, when', () => {
  test.each([
    ['its day is not on the calendar', { date: '2014-02-29' }, /date.*YYYY-MM-DD/],
    ['its day is written otherwise', { date: '5/3/2014' }, /date.*YYYY-MM-DD/],
    ['its day has a time', { date: '2014-03-05T00:00' }, /date.*YYYY-MM-DD/],
    ['its event is unknown', { event: 'Consult the stars' }, /event.*label/],
    ['it is the header', { date: 'date', source: 'source', event: 'event', target: 'target' }, /date/],
    ['it has no source', { source: '' }, /source is empty/],
    ['it has no target but a blank', { target: ' ' }, /target is empty/],
    [
      'nobody is specified',
      { source: 'Unspecified Actor', target: 'Unspecified Actor' },
      /neither the source nor the target/,
    ],
  ])('%s', (_, other, sentence) => expect(refusal(other)).toMatch(sentence));

  test('a column is missing', () => {
    expect(() => icewsEvent({ line: 2, fields: { date: '2014-03-05', source: 'Kenya' } })).toThrow(
      RefusedRow,
    );
  });

  test('and does not echo what it was given', () => {
    const long = 'x'.repeat(10_000);
    expect(refusal({ event: long }).length).toBeLessThan(200);
    expect(refusal({ date: long }).length).toBeLessThan(200);
  });
});
