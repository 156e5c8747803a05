import { expect, test } from 'vitest';
import { archigos } from '../../../src/importers/datasets/archigos.ts';

const row = {
  obsid: 'MLI-1901',
  gwcode: '432',
  leadid: 'a-1',
  leader: 'Example, A. ',
  yrborn: '1940',
  gender: 'M',
  startdate: '1992-06-08',
  enddate: '2002-06-08',
  entry: 'Regular',
  exit: 'Regular',
  exitcode: 'Regular',
};
const read = (changed: Partial<typeof row>) =>
  archigos.statements({ line: 2, fields: { ...row, ...changed } })[0];

test('a row is a spell by day, with the row as its evidence', () => {
  expect(read({})).toEqual({
    kind: 'LEADER_SPELL',
    key: 'MLI-1901',
    locators: ['MLI-1901'],
    leader: { id: 'a-1', name: 'Example, A.', bornOn: '1940' },
    country: 'mali',
    period: { start: '1992-06-08', end: '2002-06-08', endState: 'ENDED' },
    entry: 'REGULAR',
    exit: 'REGULAR',
  });
});

test('who is still in office when coding stops has no end and no exit', () => {
  const spell = read({ enddate: '2014-12-31', exit: 'Still in Office', exitcode: 'Still in Office' });
  expect(spell).not.toHaveProperty('exit');
  expect(spell?.kind === 'LEADER_SPELL' && spell.period).toEqual({
    start: '1992-06-08',
    endState: 'UNKNOWN',
    openAt: '2014-12-31',
    text: 'in office when coding stopped on 2014-12-31',
  });
});

test('nobody dies of the end of coding', () => {
  const spell = read({ enddate: '2015-12-31', exit: 'Natural Death' });
  expect(spell).toMatchObject({ period: { endState: 'UNKNOWN', openAt: '2015-12-31' } });
  expect(spell).not.toHaveProperty('exit');
});

test.each([
  ['Natural Death', 'Regular', 'DEATH'],
  ['Suicide', 'Regular', 'DEATH'],
  ['Retired Due to Ill Health', 'Regular', 'RESIGNATION'],
  ['Foreign', 'Unknown', 'FOREIGN_INTERVENTION'],
  ['Unknown', 'Unknown', 'UNKNOWN'],
  ['Irregular', 'Assassination by Unsupported Individual', 'ASSASSINATION'],
  ['Irregular', 'Popular Protest, without Foreign Support', 'IRREGULAR'],
  ['Irregular', 'Removed in Military Power Struggle Short of Coup', 'IRREGULAR'],
])('exit %s, %s is %s, and no removal by the military', (exit, exitcode, expected) => {
  const spell = read({ exit, exitcode });
  expect(spell).toMatchObject({ exit: expected });
  expect(spell).not.toHaveProperty('removedByMilitary');
});

test.each(['with', 'without'])('a removal by the military %s foreign support is a coup', how => {
  const exitcode = `Removed by Military, ${how} Foreign Support`;
  expect(read({ exit: 'Irregular', exitcode })).toMatchObject({ exit: 'COUP', removedByMilitary: true });
});

test.each(['', '2001', '1700', '-777'])('born in "%s" is not known', yrborn => {
  expect(read({ yrborn })).toMatchObject({ leader: { id: 'a-1', name: 'Example, A.' } });
  expect(read({ yrborn })).not.toHaveProperty('leader.bornOn');
});

test.each([
  [{ gwcode: '999' }, 'There is no state 999 in the Gleditsch–Ward list: column gwcode.'],
  [{ startdate: '1992-02-30' }, 'There is no date 1992-02-30.'],
  [{ enddate: '1991-01-01' }, 'It ends, 1991-01-01, before it begins, 1992-06-08.'],
  [{ enddate: '' }, 'A required date is blank.'],
  [{ entry: 'Lottery' }, 'Archigos has no entry "Lottery".'],
  [{ exit: 'Abdication' }, 'Archigos has no exit "Abdication".'],
  [{ leader: ' ' }, 'The row has no obsid, leadid or leader.'],
])('a row with %o is refused', (changed, why) => {
  expect(() => read(changed)).toThrow(why);
});
