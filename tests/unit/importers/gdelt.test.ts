import { describe, expect, test } from 'vitest';
import { gdeltColumns, gdeltEvent } from '../../../src/importers/datasets/gdelt/gdelt.ts';
import { RefusedRow } from '../../../src/importers/file/row.ts';

const empty = Object.fromEntries(gdeltColumns.map(column => [column, '']));
const columns: Record<string, string> = {
  ...empty,
  GLOBALEVENTID: '1000000001',
  SQLDATE: '20190305',
  Actor1Code: 'KEN',
  Actor1Name: 'NAIROBI',
  Actor1CountryCode: 'KEN',
  Actor2Code: 'UGAGOV',
  Actor2Name: 'UGANDA',
  Actor2CountryCode: 'UGA',
  Actor2Type1Code: 'GOV',
  EventCode: '0231',
  ActionGeo_Type: '4',
  ActionGeo_FullName: 'Mwanza, Mwanza, Tanzania',
  ActionGeo_CountryCode: 'TZ',
  DATEADDED: '20200305143000',
};
const eventOf = (other: Record<string, string> = {}) =>
  gdeltEvent({ line: 1, fields: { ...columns, ...other } });
const actor = (code: string, name: string, country = '', role = '') =>
  eventOf({ Actor1Code: code, Actor1Name: name, Actor1CountryCode: country, Actor1Type1Code: role }).source;
const refusal = (other: Record<string, string>) => {
  try {
    return `taken as ${eventOf(other).key}`;
  } catch (error) {
    if (error instanceof RefusedRow) return error.message;
    throw error;
  }
};

test('the columns are the 61 of the codebook, in order', () => {
  expect(gdeltColumns).toHaveLength(61);
  expect(new Set(gdeltColumns).size).toBe(61);
  expect(gdeltColumns[26]).toBe('EventCode');
  expect(gdeltColumns[52]).toBe('ActionGeo_FullName');
  expect(gdeltColumns.slice(-2)).toEqual(['DATEADDED', 'SOURCEURL']);
});

test('a row is an event of its day, though it was published a year later', () => {
  expect(eventOf()).toEqual({
    key: '1000000001',
    day: '2019-03-05',
    publishedAt: new Date('2020-03-05T14:30:00Z'),
    cameo: '0231',
    source: { name: 'Kenya', country: 'kenya', type: 'OTHER' },
    target: { name: 'Government (Uganda)', home: 'uganda', type: 'GOVERNMENT_BODY' },
    country: 'tanzania',
    place: 'Mwanza, Mwanza, Tanzania',
  });
});

describe('an actor', () => {
  test.each([
    ['ROM', 'BUCHAREST', 'romania'],
    ['PSE', 'PALESTINIAN', 'palestine'],
    ['COD', 'KINSHASA', 'dr-congo'],
    ['NAM', 'NAMIBIA', 'namibia'],
  ])('%s, by nothing but the code of a country, is that country', (code, name, country) =>
    expect(actor(code, name, code)?.country).toBe(country),
  );

  test('by the code of a region is no country', () => {
    expect(actor('AFR', 'AFRICA', 'AFR')).toEqual({ name: 'Africa', type: 'OTHER' });
  });

  test.each(['KENYA', 'KENYAN', 'NAIROBI', 'THE KENYA'])(
    'with a role, and %s for a name, is called by both, as in ICEWS',
    name =>
      expect(actor('KENCOP', name, 'KEN', 'COP')).toEqual({
        name: 'Police (Kenya)',
        home: 'kenya',
        type: 'GOVERNMENT_BODY',
      }),
  );

  test('has its country in the name, so that two of one name are not taken for one', () => {
    expect(actor('MYSBUS', 'TOURISM INDUSTRY', 'MYS', 'BUS')?.name).toBe('Tourism Industry (Malaysia)');
    expect(actor('KENBUS', 'TOURISM INDUSTRY', 'KEN', 'BUS')?.name).toBe('Tourism Industry (Kenya)');
    expect(actor('MNCKEN', 'BANK OF KENYA', 'KEN', 'MNC')?.name).toBe('Bank of Kenya');
  });

  test('with a country, an office and a personal name is a person; of the other two alone it is not', () => {
    const person = { name: 'Ada Example', type: 'OTHER', home: 'kenya', person: true };
    expect(actor('KENGOV', 'ADA EXAMPLE', 'KEN', 'GOV')).toEqual(person);
    expect(actor('KENELI', 'ADA EXAMPLE', 'KEN', 'ELI')).toEqual(person);
    for (const [code, name, country, role] of [
      ['GOV', 'PRIME MINISTER', '', 'GOV'],
      ['KENGOV', 'THE STATE HOUSE', 'KEN', 'GOV'],
      ['KENBUS', 'ADA EXAMPLE', 'KEN', 'BUS'],
    ] as const)
      expect(actor(code, name, country, role)?.person).toBeUndefined();
  });

  test('with a country, an office and a single name may be known by it', () => {
    expect(actor('KENGOV', 'EXAMPLE', 'KEN', 'GOV')).toEqual({
      name: 'Example (Kenya)',
      type: 'GOVERNMENT_BODY',
      home: 'kenya',
      surname: 'Example',
    });
  });

  test('of no country has no home', () => {
    expect(actor('IGOEUREEC', 'THE EU', 'EUR', 'IGO')).toEqual({ name: 'The EU', type: 'OTHER' });
  });

  test.each([
    ['LEG', 'GOVERNMENT_BODY'],
    ['SPY', 'GOVERNMENT_BODY'],
    ['MIL', 'ARMED_FORCE'],
    ['UAF', 'ARMED_GROUP'],
    ['OPP', 'PARTY'],
    ['MED', 'MEDIA'],
    ['MNC', 'COMPANY'],
    ['LAB', 'CIVIL_SOCIETY'],
    ['CRM', 'OTHER'],
    ['constructor', 'OTHER'],
  ])('in the role %s is %s', (role, type) => expect(actor(role, 'EXAMPLES', '', role)?.type).toBe(type));

  test.each([
    ['PTY', '', 'PARTY'],
    ['KENREL', 'KEN', 'CIVIL_SOCIETY'],
  ])('coded %s has its role there when the column of roles is empty', (code, country, type) =>
    expect(actor(code, 'EXAMPLES', country)?.type).toBe(type),
  );

  test('on both sides is the source alone', () => {
    const same = { Actor2Code: 'KEN', Actor2Name: 'KENYAN', Actor2CountryCode: 'KEN', Actor2Type1Code: '' };
    expect(eventOf(same).source?.country).toBe('kenya');
    expect(eventOf(same).target).toBeUndefined();
  });

  test('on the second side only is the target', () => {
    const event = eventOf({ Actor1Code: '', Actor1Name: '', Actor1CountryCode: '' });
    expect(event.source).toBeUndefined();
    expect(event.target?.home).toBe('uganda');
  });
});

describe('the place', () => {
  test('is left out when it is no more than the country', () => {
    const event = eventOf({ ActionGeo_Type: '1', ActionGeo_FullName: 'Tanzania' });
    expect(event.country).toBe('tanzania');
    expect(event.place).toBeUndefined();
  });

  test('has a code of FIPS 10-4, where AU is Austria and AS Australia', () => {
    expect(eventOf({ ActionGeo_CountryCode: 'AU' }).country).toBe('austria');
    expect(eventOf({ ActionGeo_CountryCode: 'AS' }).country).toBe('australia');
  });

  test('may be unknown', () => {
    const event = eventOf({ ActionGeo_Type: '0', ActionGeo_FullName: '', ActionGeo_CountryCode: '' });
    expect(event.country).toBeUndefined();
    expect(event.place).toBeUndefined();
  });
});

describe('a row is refused, in one sentence, when', () => {
  const nobody = { Actor1Code: '', Actor1Name: '', Actor2Code: '', Actor2Name: '' };

  test.each([
    ['its day is not on the calendar', { SQLDATE: '20190229' }, /SQLDATE.*YYYYMMDD/],
    ['its day is short', { SQLDATE: '201903' }, /SQLDATE.*YYYYMMDD/],
    ['its time of publication is none', { DATEADDED: '20200305243000' }, /DATEADDED.*YYYYMMDDHHMMSS/],
    ['its time of publication is only a day', { DATEADDED: '20200305' }, /DATEADDED.*YYYYMMDDHHMMSS/],
    ['its number is none', { GLOBALEVENTID: '1e9' }, /GLOBALEVENTID is not a number/],
    ['its event is unknown', { EventCode: '99' }, /EventCode/],
    ['its event lost the leading zero', { EventCode: '41' }, /EventCode/],
    ['nobody took part', nobody, /Neither Actor1 nor Actor2/],
    ['it has a column too many', { extra: '' }, /62 columns.*61/],
  ])('%s', (_, other, sentence) => expect(refusal(other)).toMatch(sentence));

  test('it has the 58 columns of GDELT 1.0', () => {
    const fields = Object.fromEntries(Object.entries(columns).slice(0, 58));
    expect(() => gdeltEvent({ line: 1, fields })).toThrow(/58 columns.*61/);
  });

  test('and does not echo what it was given', () => {
    const long = 'x'.repeat(10_000);
    for (const column of ['GLOBALEVENTID', 'SQLDATE', 'DATEADDED', 'EventCode'])
      expect(refusal({ [column]: long }).length).toBeLessThan(200);
  });
});
