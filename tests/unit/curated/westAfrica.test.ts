import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { curate } from '../../../src/importers/curate/curate.ts';
import { namedPersons } from '../../../src/importers/curate/namedPersons.ts';
import type { Relationship } from '../../../src/record/facts.ts';
import { firstDay, lastDay } from '../../../src/reference/calendar.ts';
import { curatedFacts } from '../../curatedFacts.ts';
import { base, writeFacts } from '../../facts.ts';

describe('of the countries around Niger', () => {
  const spells = curatedFacts.relationships.filter(({ rank }) => rank === 'EFFECTIVE_LEADER');
  const ofLeader = (slug: string) => spells.filter(({ subject }) => subject === slug);
  const includes = ({ period: { start, end } }: Relationship, day: string) =>
    (!start || firstDay(start) <= day) && (!end || lastDay(end) >= day);

  test('nobody but Bazoum led Niger on 2023-07-01', () => {
    const highest = ['EFFECTIVE_LEADER', 'HEAD_OF_STATE', 'HEAD_OF_GOVERNMENT'];
    const leaders = curatedFacts.relationships.filter(
      fact => fact.object === 'niger' && highest.includes(fact.rank ?? '') && includes(fact, '2023-07-01'),
    );
    expect(leaders.map(({ subject }) => subject)).toEqual(['mohamed-bazoum']);
  });

  test('Blaise Compaoré led Burkina Faso from 1987-10-15, on the word of two datasets', () => {
    expect(ofLeader('blaise-compaore')).toMatchObject([
      {
        object: 'burkina-faso',
        period: { start: '1987-10-15', end: '2014-10-31' },
        entry: 'IRREGULAR',
        certainty: 'ESTABLISHED',
        independentSources: 2,
        evidence: [{ locator: 'BFO-1987' }, { locator: 'A2.9-6436 439 1987-10-15' }],
      },
    ]);
  });

  test('Powell–Thyne and Archigos bear each other out on the coup of 1999 in Niger, though power changed hands days later', () => {
    const coup = curatedFacts.events.find(({ slug }) => slug === 'coup-niger-1999-04-09');
    expect(coup).toMatchObject({ certainty: 'ESTABLISHED', outcome: 'SUCCEEDED' });
    expect(coup?.evidence).toEqual([
      { source: 'powell-thyne-coups', locator: '436 1999-04-09' },
      { source: 'archigos-4-1', locator: 'NIR-1996' },
    ]);
  });

  test('every coup says how it came out, that of July 2023 in Niger too', () => {
    const coups = curatedFacts.events.filter(({ type }) => type === 'COUP');
    expect(coups.filter(({ outcome }) => !outcome)).toEqual([]);
    expect(coups.find(({ slug }) => slug === 'niger-coup-2023')).toMatchObject({ outcome: 'SUCCEEDED' });
  });

  test('every leader has an entry where Archigos knows it', () => {
    const inArchigos = spells.filter(({ evidence }) =>
      evidence.some(({ source, stance }) => source === 'archigos-4-1' && stance !== 'DISPUTES'),
    );
    expect(inArchigos.length).toBeGreaterThan(50);
    for (const { subject, entry } of inArchigos)
      expect({ subject, entry: entry ?? '' }).toMatchObject({ entry: /./ });
  });

  test('all sixteen have a leader on every first of January from 1991 to 2021', () => {
    const countries = [...new Set(spells.map(({ object }) => object))];
    expect(countries).toHaveLength(16);
    for (const country of countries) {
      for (let year = 1991; year <= 2021; year++) {
        const leaders = spells.filter(fact => fact.object === country && includes(fact, `${year}-01-01`));
        expect({ country, year, leaders: leaders.length }).not.toMatchObject({ leaders: 0 });
      }
    }
  });

  test('what coding left open ends with the coup that followed, or not at all', () => {
    const ends = ['bah-ndaw', 'alpha-conde', 'roch-marc-christian-kabore', 'ali-bongo', 'idriss-deby'].map(
      slug => {
        const [{ period, exit } = expect.fail(slug)] = ofLeader(slug);
        return [slug, period.end, exit];
      },
    );
    expect(ends).toEqual([
      ['bah-ndaw', '2021-05-21', 'COUP'],
      ['alpha-conde', '2021-09-05', 'COUP'],
      ['roch-marc-christian-kabore', '2022-01-23', 'COUP'],
      ['ali-bongo', '2023-08-30', 'COUP'],
      // That he led no longer follows; how he went does not.
      ['idriss-deby', '2021-04-20', undefined],
    ]);
    for (const slug of ['abdel-fattah-al-burhan', 'emmanuel-macron']) {
      expect(ofLeader(slug)).toMatchObject([{ period: { endState: 'UNKNOWN' } }]);
    }
  });

  test('the 2023 coup in Niger is one event, established by the report and Powell–Thyne', () => {
    const coups = curatedFacts.events.filter(
      ({ type, country, period }) => type === 'COUP' && country === 'niger' && period.start === '2023-07-26',
    );
    expect(coups).toMatchObject([
      { slug: 'niger-coup-2023', certainty: 'ESTABLISHED', independentSources: 2 },
    ]);
  });

  test('the pacts that question 10 walks along are there, open since coding stopped', () => {
    for (const [subject, object, locator] of [
      ['france', 'senegal', '220,433,defense,1974'],
      ['niger', 'senegal', '433,436,defense,1977'],
    ]) {
      const ties = curatedFacts.relationships.filter(
        fact => fact.type === 'ALLIED_WITH' && fact.subject === subject && fact.object === object,
      );
      expect(ties.findLast(({ evidence }) => evidence.some(one => one.locator === locator))).toMatchObject({
        obligations: expect.arrayContaining(['DEFENSE']),
        period: { endState: 'UNKNOWN', text: 'in force when coding stopped in 2018' },
      });
    }
  });

  test('the pacts of Russia and the United States are there, ended or not, and only those to fight are alliances', () => {
    const pacts = curatedFacts.relationships.filter(
      ({ subject, object, obligations }) => obligations && subject === 'russia' && object === 'united-states',
    );
    expect(
      pacts.map(({ type, obligations, period }) => [type, obligations, period.start, period.end]),
    ).toEqual([
      ['ALLIED_WITH', ['DEFENSE', 'OFFENSE'], '1942', '1945'],
      ['PACT_WITH', ['CONSULTATION'], '1962', '1964'],
      ['PACT_WITH', ['NONAGGRESSION'], '1975', undefined],
    ]);
  });

  test('names given by hand are each for one leader, and no row means two', () => {
    const persons = namedPersons();
    const slugs = persons.map(({ slug }) => slug);
    const rows = persons.flatMap(person => person.rows);
    expect(new Set(slugs).size).toBe(slugs.length);
    expect(new Set(rows).size).toBe(rows.length);
    expect(curatedFacts.leaders.map(({ slug }) => slug)).toEqual(expect.arrayContaining(slugs));
  });
});

/** A handful of made-up rows in the form of the four datasets and the two lists of states. */
const files = {
  'a.csv': `"obsid","gwcode","leadid","leader","yrborn","gender","startdate","enddate","entry","exit","exitcode"
"NIR-1",436,"x1","Old",1920,"M",1970-01-01,1989-12-31,"Regular","Regular","Regular"
"NIR-2",436,"x2","Exampel",1950,"M",1990-01-01,1999-05-02,"Regular","Irregular","Removed by Military, without Foreign Support"
"NIR-3",436,"x3","Nobody",1960,"M",1999-05-02,2015-12-31,"Irregular","Still in Office","Still in Office"
"SPN-1",230,"x4","Elsewhere",1950,"M",1990-01-01,1999-05-02,"Regular","Regular","Regular"
`,
  'r.csv': `stateabb,ccode,leadid,leader,sdate,smonth,syear,emonth,eyear,birthyear,gender,militarycareer,l_month,l_year,,,codedby,notes
NIR,436,r2,Example,1,1,1990,5,1999,1951,1,0,,,,,,
NIR,436,r3,Nobody,2,5,1999,,,1960,1,0,,,,,,
`,
  'c.csv': `country,ccode,ccode_gw,ccode_polity,year,month,day,coup,version
Niger,436,NA,NA,1999,5,1,2,V
Niger,436,NA,NA,2023,7,26,2,V
`,
  't.csv': `ccode1,ccode2,obligation,start_year,end_year_or_blank_if_right_censored
436,433,defense,1977,
436,433,nonagg,1977,
436,432,defense,1960,1970
436,230,defense,1977,
`,
  's.csv': `"stateabb","ccode","statenme","styear","stmonth","stday","endyear","endmonth","endday","version"
"NIR",436,"Niger",1960,10,3,2016,12,31,2016
"SPN",230,"Spain",1816,1,1,2016,12,31,2016
`,
  'g.csv': `"gwcode","stateabb","statename","startdate","enddate"
436,"NIR","Niger",1960-08-03,2017-12-31
`,
};
const written = `${base}  - slug: another-coup
    name: Another coup
    type: COUP
    outcome: UNDECIDED
    period: { start: 2023-07-26, endState: UNKNOWN }
    evidence:
      - { source: paper }
      - { source: powell-thyne-coups, locator: 436 2023-07-26 }
relationships:
  - subject: ada
    type: HOLDS_OFFICE
    object: niger
    title: Effective leader
    rank: EFFECTIVE_LEADER
    basis: DE_FACTO
    period: { start: 1999-05-02, end: 2001 }
    evidence:
      - { source: archigos-4-1, locator: NIR-3 }
      - { source: reign-2021-03, locator: r3 436 1999-05-02 }
`;
const persons = [
  {
    slug: 'eve-example',
    name: 'Eve Example',
    rows: ['archigos-4-1 NIR-2', 'reign-2021-03 r2 436 1990-01-01'],
  },
  { slug: 'ada', name: 'Ada', rows: ['archigos-4-1 NIR-3', 'reign-2021-03 r3 436 1999-05-02'] },
];
const generated = (facts: string) => {
  const folder = join(facts, 'west-africa/generated');
  return Object.fromEntries(
    readdirSync(folder).map(file => [file, readFileSync(join(folder, file), 'utf8')]),
  );
};

describe('npm run curate', () => {
  test('writes the leaders under the names given by hand, and what the datasets agree and disagree on', async () => {
    const facts = writeFacts({ 'written.yaml': written });
    const { leaders, coups, alliances } = await curate(writeFacts(files), { facts, persons });
    // Ada is written by hand, Old left before 1990.
    expect(leaders.leaders).toEqual([
      {
        slug: 'eve-example',
        name: 'Eve Example',
        aliases: ['Exampel', 'Example'],
        bornOn: '1950',
        births: [
          { date: '1950', source: 'archigos-4-1', locator: 'NIR-2' },
          { date: '1951', source: 'reign-2021-03', locator: 'r2 436 1990-01-01' },
        ],
      },
    ]);
    expect(leaders.relationships).toMatchObject([
      {
        subject: 'eve-example',
        period: { start: '1990-01-01', end: '1999-05-02' },
        exit: 'COUP',
        evidence: [{ locator: 'NIR-2' }, { locator: 'r2 436 1990-01-01' }],
      },
    ]);
    expect(coups.events).toMatchObject([
      {
        slug: 'coup-niger-1999-05-01',
        evidence: [{ locator: '436 1999-05-01' }, { source: 'archigos-4-1', locator: 'NIR-2' }],
      },
    ]);
    // Spain is none of the sixteen.
    expect(alliances.relationships).toMatchObject([
      { subject: 'mali', object: 'niger', obligations: ['DEFENSE'], period: { end: '1970' } },
      { subject: 'niger', object: 'senegal', obligations: ['DEFENSE', 'NONAGGRESSION'] },
    ]);
    expect(generated(facts)['alliances.yaml']).toContain('"npm run curate" counted 1 more');
  });

  test('writes the same bytes again, whatever the files are called, also over what it wrote before', async () => {
    const facts = writeFacts({ 'written.yaml': written });
    await curate(writeFacts(files), { facts, persons });
    const first = generated(facts);
    expect(Object.keys(first)).toEqual(['alliances.yaml', 'coups.yaml', 'coverage.yaml', 'leaders.yaml']);
    for (const content of Object.values(first)) expect(content).toContain('not to be edited');

    const renamed = Object.fromEntries(
      Object.entries(files).map(([name, content]) => [`z${name}.txt`, content]),
    );
    await curate(writeFacts(renamed), { facts, persons });
    expect(generated(facts)).toEqual(first);
  });

  test('reads well', async () => {
    const facts = writeFacts({ 'written.yaml': written });
    await curate(writeFacts(files), { facts, persons });
    expect(generated(facts)['alliances.yaml']?.split('\n\n').slice(1).join('\n\n')).toContain(`
  - subject: niger
    type: ALLIED_WITH
    object: senegal
    obligations: [DEFENSE, NONAGGRESSION]
    period: { start: 1977, endState: UNKNOWN, text: in force when coding stopped in 2018 }
    evidence:
      - { source: atop-5, locator: '436,433,defense,1977' }
      - { source: atop-5, locator: '436,433,nonagg,1977' }
`);
  });

  test('says for which times its leaders and coups are all that there were, and nothing of pacts', async () => {
    const facts = writeFacts({ 'written.yaml': written });
    await curate(writeFacts(files), { facts, persons });
    expect(generated(facts)['coverage.yaml']?.split('\n\n').slice(2).join('\n\n')).toBe(`coverage:
  - { country: niger, topic: COUPS, source: powell-thyne-coups, from: 1960-10-03, until: 2025-11 }
  - { country: niger, topic: LEADERS, source: archigos-4-1, from: 1990-01-01, until: 2015-12-31 }
  - { country: niger, topic: LEADERS, source: reign-2021-03, from: 1990-01-01, until: 2021-03 }
`);
  });

  test('a name for a row that no dataset has is refused', async () => {
    const wrong = [{ slug: 'x', name: 'X', rows: ['archigos-4-1 NIR-9'] }];
    const facts = writeFacts({ 'written.yaml': written });
    await expect(curate(writeFacts(files), { facts, persons: wrong })).rejects.toThrow(
      'No dataset has the row archigos-4-1 NIR-9, which persons.yaml cites: correct it.',
    );
  });

  test('a file that is not there, or is there twice, is one sentence', async () => {
    const facts = writeFacts({ 'written.yaml': written });
    const folder = writeFacts({ ...files, 'b.csv': files['a.csv'] });
    await expect(curate(folder, { facts, persons })).rejects.toThrow('a.csv and b.csv: keep only one.');
    writeFileSync(join(folder, 'b.csv'), '');
    writeFileSync(join(folder, 't.csv'), 'something,else\n');
    await expect(curate(folder, { facts, persons })).rejects.toThrow(
      'has no file for "atop-5": its header would be ccode1,',
    );
  });
});
