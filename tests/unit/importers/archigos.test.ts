import { describe, expect, test } from 'vitest';
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

describe('a row of the file that its makers give out', () => {
  const { gwcode, ...shared } = row;
  const original = {
    ...shared,
    ccode: '432',
    yrdied: '-777',
    borndate: 'NA',
    deathdate: 'NA',
    dbpediauri: 'NA',
  };
  const leader = (changed: Partial<typeof original>) => {
    const [spell] = archigos.statements({ line: 2, fields: { ...original, ...changed } });
    return spell?.kind === 'LEADER_SPELL' ? spell.leader : undefined;
  };

  test('says the same as the one with the same key in the shorter table', () => {
    expect(archigos.statements({ line: 2, fields: original })).toEqual([read({})]);
  });

  test('names its own column of numbers where it has no such state', () => {
    expect(() => leader({ ccode: '999' })).toThrow(
      'There is no state 999 in the Gleditsch–Ward list: column ccode.',
    );
  });

  test.each([
    ['Lula', 'http://dbpedia.org/resource/Luiz_In%C3%A1cio_Lula', 'Luiz Inácio Lula'],
    [
      'Benavides',
      'https://urldefense.proofpoint.com/v2/url?u=http-3A__dbpedia.org_resource_-25C3-2593scar-5FR.-5FBenavides&d=B&e=',
      'Óscar R. Benavides',
    ],
    [
      'Chiang Kai-shek',
      'https://urldefense.proofpoint.com/v2/url?u=http-3A__dbpedia.org_resource_Chiang-5FKai-2Dshek&d=B&e=',
      'Chiang Kai-shek',
    ],
    ['Nunez', 'http://dbpedia.org/resource/Rafael_N%C3%BA%C3%B1ez_(politician)', 'Rafael Núñez'],
    ['Roosevelt, T.', 'http://dbpedia.org/resource/Theodore_Roosevelt', 'Theodore Roosevelt'],
    ['Walesa', 'http://dbpedia.org/resource/Lech_Wa%C5%82%C4%99sa', 'Lech Wałęsa'],
    ['Birendra', 'http://dbpedia.org/resource/Birendra_of_Nepal', 'Birendra of Nepal'],
  ])('has the name of %s in full in %s', (name, dbpediauri, fullName) => {
    expect(leader({ leader: name, dbpediauri })).toMatchObject({ name, fullName });
  });

  test.each([
    ['Ahmed', 'http://dbpedia.org/resource/Moeenuddin_Ahmad_Qureshi'],
    ['Gladstone', 'http://dbpedia.org/resource/Premiership_of_William_Gladstone'],
    ['Bush', 'http://dbpedia.org/resource/%E0%A4_Bush'],
    ['Bush', 'NA'],
    ['Bush', 'http://example.org/Bush'],
  ])('has the short name %s alone with %s', (name, dbpediauri) => {
    expect(leader({ leader: name, dbpediauri })).not.toHaveProperty('fullName');
  });

  test('has no name in full that it gives to people born more than ten years apart', () => {
    const statements = ['1910', '1941'].flatMap((yrborn, at) =>
      archigos.statements({
        line: 2,
        fields: {
          ...original,
          obsid: `X-${at}`,
          leader: 'Klaus',
          yrborn,
          dbpediauri: 'http://dbpedia.org/resource/Josef_Klaus',
        },
      }),
    );
    const spells = archigos.conclude?.(statements) ?? [];
    expect(spells.map(spell => spell.kind === 'LEADER_SPELL' && spell.leader)).toEqual(
      ['1910', '1941'].map(bornOn => ({ id: 'a-1', name: 'Klaus', bornOn })),
    );
  });

  test.each([
    [{ borndate: '1940-05-03' }, { bornOn: '1940-05-03' }],
    [{ borndate: '1950-05-03' }, { bornOn: '1940' }],
    [{ borndate: '1940-02-30' }, { bornOn: '1940' }],
    [{ borndate: '1940-05-03', yrborn: '-999' }, { bornOn: '1940-05-03' }],
    [{ yrdied: '2010' }, { diedOn: '2010' }],
    [{ yrdied: '2010', deathdate: '2010-03-04' }, { diedOn: '2010-03-04' }],
    [{ deathdate: '2010-03-04' }, { diedOn: '2010-03-04' }],
    [{ yrdied: '2002', deathdate: '2002-06-07' }, { diedOn: '2002' }],
    [{ yrdied: '2001' }, { diedOn: undefined }],
    [{ yrdied: '-999' }, { diedOn: undefined }],
  ])('with %o says %o', (changed, life) => {
    const { bornOn, diedOn } = leader(changed) ?? {};
    expect({ bornOn, diedOn }).toMatchObject(life);
  });
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
