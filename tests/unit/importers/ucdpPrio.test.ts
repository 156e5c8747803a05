import { expect, test } from 'vitest';
import { ucdpPrio } from '../../../src/importers/datasets/ucdpPrio/ucdpPrio.ts';

const row = {
  conflict_id: '9001',
  side_a: 'Government of Mali',
  side_a_id: '1',
  side_a_2nd: '',
  side_b: 'Front Étoile',
  side_b_id: '2',
  side_b_2nd: '',
  incompatibility: '2',
  territory_name: '',
  year: '1990',
  type_of_conflict: '3',
  start_date2: '1990-06-29',
  start_prec2: '1',
  ep_end: '0',
  ep_end_date: '',
  ep_end_prec: '',
  gwno_a: '432',
  gwno_a_2nd: '',
  gwno_b: '',
  gwno_b_2nd: '',
  gwno_loc: '432',
};
type Changed = Partial<typeof row>;
const read = (changed: Changed) => ucdpPrio.statements({ line: 2, fields: { ...row, ...changed } });
const concluded = (...years: Changed[]) => ucdpPrio.conclude?.(years.flatMap(read)) ?? [];
const keys = (changed: Changed) => read(changed).map(({ key }) => key);

test('a row is a fight between a country and an armed group of that country', () => {
  expect(read({})).toEqual([
    {
      kind: 'TIE',
      key: '9001|FIGHTS|mali|front-etoile|1990',
      locators: ['conflict 9001, 1990'],
      subject: { country: 'mali' },
      type: 'FIGHTS',
      object: {
        organization: { slug: 'front-etoile', name: 'Front Étoile', type: 'ARMED_GROUP', country: 'mali' },
      },
      period: { start: '1990-06-29', end: '1990', endState: 'ENDED' },
      summary: 'Armed conflict over government.',
    },
  ]);
});

test.each([
  [{ incompatibility: '1', territory_name: 'North' }, 'Armed conflict over territory (North).'],
  [
    { incompatibility: '3', territory_name: 'North' },
    'Armed conflict over territory (North) and government.',
  ],
])('what it is about: %o', (changed, summary) => expect(read(changed)).toMatchObject([{ summary }]));

test('years in a row are one tie with all of them as evidence; a year without fighting parts two', () => {
  const on = { ep_end: '0' };
  const ended = { ep_end: '1', ep_end_date: '1991-03-05' };
  const again = { start_date2: '1994-12-31', start_prec2: '5' };
  const ties = concluded(
    { year: '1995', ...again, ...on },
    { year: '1990', ...on },
    { year: '1991', ...ended },
    { year: '1994', ...again, ...on },
  );
  expect(ties).toMatchObject([
    {
      key: '9001|FIGHTS|mali|front-etoile|1990',
      locators: ['conflict 9001, 1990', 'conflict 9001, 1991'],
      period: { start: '1990-06-29', end: '1991-03-05', endState: 'ENDED' },
    },
    {
      key: '9001|FIGHTS|mali|front-etoile|1994',
      locators: ['conflict 9001, 1994', 'conflict 9001, 1995'],
      period: { start: '1994', end: '1995', endState: 'ENDED' },
    },
  ]);
});

test('what was active in the last coded year has no end', () => {
  expect(concluded({ year: '2020' }, { year: '2021' })).toMatchObject([
    {
      period: {
        start: '2020',
        endState: 'UNKNOWN',
        openAt: '2021',
        text: 'active when coding stopped in 2021',
      },
    },
  ]);
});

test.each([
  ['1', '1990-06-29'],
  ['2', '1990-06'],
  ['3', '1990-06'],
  ['4', '1990'],
  ['5', '1990'],
])('a start of precision %s is %s', (start_prec2, start) => {
  expect(read({ start_prec2 })).toMatchObject([{ period: { start } }]);
});

test('an end on 31 December, ungraded, is the year', () => {
  expect(read({ ep_end: '1', ep_end_date: '1990-12-31' })).toMatchObject([{ period: { end: '1990' } }]);
});

test('where several fight, the dates of the conflict are nobody in particular’s', () => {
  const several = { side_b: 'Front Étoile, Front Lune', side_b_id: '2, 3' };
  const dated = { ep_end: '1', ep_end_date: '1990-09-01' };
  expect(read({ ...several, ...dated })).toMatchObject([
    { key: '9001|FIGHTS|mali|front-etoile|1990', period: { start: '1990', end: '1990' } },
    { key: '9001|FIGHTS|mali|front-lune|1990', period: { start: '1990', end: '1990' } },
  ]);
});

test('a comma in a name parts nothing: the ids tell how many there are', () => {
  expect(keys({ side_b: 'Junta for Peace, Order and Justice' })).toEqual([
    '9001|FIGHTS|mali|junta-for-peace-order-and-justice|1990',
  ]);
  expect(keys({ side_b: 'Front, Faction (forces of A, B & C)', side_b_id: '2, 3' })).toEqual([
    '9001|FIGHTS|mali|front|1990',
    '9001|FIGHTS|mali|faction-forces-of-a-b-c|1990',
  ]);
});

test('secondary parties support every primary party of their side, for the year', () => {
  const ties = read({
    side_a_2nd: 'Government of Chad, Government of France',
    gwno_a_2nd: '220,  483',
    side_b_2nd: 'Front Lune',
  });
  expect(ties.slice(1)).toMatchObject([
    {
      key: '9001|SUPPORTS|france|mali|1990',
      period: { start: '1990', end: '1990' },
      summary: 'Secondary party on its side in the armed conflict over government.',
    },
    { key: '9001|SUPPORTS|chad|mali|1990' },
    { key: '9001|SUPPORTS|front-lune|front-etoile|1990' },
  ]);
});

test('between states both are countries, by number and not by name', () => {
  const war = {
    type_of_conflict: '2',
    side_b: 'Government of Niger',
    gwno_b: '436',
    gwno_loc: '432, 436',
  };
  expect(read(war)).toMatchObject([{ subject: { country: 'mali' }, object: { country: 'niger' } }]);
});

test('a group at home in several countries has none of them as its own', () => {
  const elsewhere = { conflict_id: '9002', side_a: 'Government of Niger', gwno_a: '436', gwno_loc: '436' };
  const ties = concluded({}, elsewhere);
  expect(ties).toHaveLength(2);
  for (const tie of ties) expect(tie).not.toHaveProperty('object.organization.country');
});

test('groups that only share a name are told apart by where they fought', () => {
  const elsewhere = { side_a: 'Government of Niger', gwno_a: '436', gwno_loc: '436' };
  expect([...keys({ side_b: 'ELN' }), ...keys({ ...elsewhere, side_b: 'ELN' })]).toEqual([
    '9001|FIGHTS|mali|eln-mali|1990',
    '9001|FIGHTS|niger|eln-niger|1990',
  ]);
});

test.each([
  [{ gwno_a: '999' }, 'There is no state 999 in the Gleditsch–Ward list: column gwno_a.'],
  [{ side_b: 'A, B, C', side_b_id: '2, 3' }, 'Column side_b has 3 names, but side_b_id has 2 ids: A, B, C.'],
  [
    { side_a_2nd: 'Government of France', gwno_a_2nd: '220, 483' },
    'Column side_a_2nd does not name as many governments as gwno_a_2nd has numbers: Government of France.',
  ],
  [{ side_b: 'Government of Mali', gwno_b: '432' }, 'Two parties to the conflict are the same here: mali.'],
  [{ side_b: '', side_b_id: '' }, 'A side of the conflict has no party.'],
  [{ incompatibility: '4' }, 'There is no incompatibility "4".'],
])('a row with %o is refused', (changed, why) => {
  expect(() => read(changed)).toThrow(why);
});
