import { describe, expect, test } from 'vitest';
import { agree, type OnRecord } from '../../../src/importers/statements/agreement.ts';
import type { KnownLeader } from '../../../src/importers/statements/persons.ts';
import type {
  CoupStatement,
  LeaderSpell,
  Stated,
  Statement,
  TieStatement,
} from '../../../src/importers/statements/statement.ts';

const nothingOnRecord: OnRecord = {
  leaders: [],
  byCuratedRow: new Map(),
  births: new Map(),
  taken: new Set(),
  countryNames: new Map([['niger', 'Niger']]),
  eventsByRow: new Map(),
  isCited: () => false,
};

const spell = (
  source: string,
  key: string,
  leader: Partial<LeaderSpell['leader']>,
  period: LeaderSpell['period'],
  more: Partial<LeaderSpell> = {},
): Stated<LeaderSpell> => ({
  source,
  statement: {
    kind: 'LEADER_SPELL',
    key,
    locators: [key],
    leader: { id: leader.name ?? '', name: '', ...leader },
    country: 'niger',
    period,
    ...more,
  },
});

const coup = (day: string, successful = true): Stated<CoupStatement> => ({
  source: 'coups',
  statement: { kind: 'COUP', key: day, locators: [day], country: 'niger', day, successful },
});

const rivalry = (summary: string, start: string, end: string): Stated<TieStatement> => ({
  source: 'rivalries',
  statement: {
    kind: 'TIE',
    key: `${summary} ${start}`,
    locators: [`${summary} ${start}`],
    subject: { country: 'niger' },
    type: 'RIVAL_OF',
    object: { country: 'mali' },
    period: { start, end, endState: 'ENDED' },
    summary,
  },
});

const factsOf = (...stated: Stated<Statement>[]) => agree(stated, nothingOnRecord);

describe('leaders', () => {
  const days = spell(
    'days',
    'A-1',
    { name: 'Kountche', bornOn: '1931' },
    { start: '1974-04-17', end: '1987-11-10' },
  );
  const months = spell(
    'months',
    'R-1',
    { name: 'Kountche', bornOn: '1931' },
    { start: '1974-04-17', end: '1987-11' },
  );

  test('one spell that two datasets give is one fact, at the better precision, with the rows of both', () => {
    const { persons, relationships } = factsOf(months, days);
    expect(persons).toHaveLength(1);
    expect(relationships).toMatchObject([
      {
        subject: 'kountche-niger',
        object: 'niger',
        rank: 'EFFECTIVE_LEADER',
        basis: 'DE_FACTO',
        period: { start: '1974-04-17', end: '1987-11-10', endState: 'ENDED' },
        evidence: [
          { source: 'days', locator: 'A-1' },
          { source: 'months', locator: 'R-1' },
        ],
      },
    ]);
  });

  test('it does not matter which dataset was there first', () => {
    expect(factsOf(days, months)).toEqual(factsOf(months, days));
  });

  test('how somebody came and went is kept from whichever dataset says so', () => {
    const telling = { ...days, statement: { ...days.statement, entry: 'IRREGULAR', exit: 'DEATH' } as const };
    expect(factsOf(telling, months).relationships).toMatchObject([{ entry: 'IRREGULAR', exit: 'DEATH' }]);
  });

  test('two spells that cannot be one both stand, and each is disputed by the other', () => {
    const whole = spell(
      'months',
      'R-2',
      { name: 'Lamizana', bornOn: '1916' },
      { start: '1966-01-03', end: '1980-11' },
    );
    const first = spell(
      'days',
      'A-2',
      { name: 'Lamizana', bornOn: '1916' },
      { start: '1966-01-03', end: '1971-01-13' },
    );
    const again = spell(
      'days',
      'A-3',
      { name: 'Lamizana', bornOn: '1916' },
      { start: '1974-02-08', end: '1980-11-25' },
    );
    const { persons, relationships } = factsOf(whole, first, again);
    expect(persons).toHaveLength(1);
    const supports = (evidence: { stance?: string; locator?: string }[], stance?: string) =>
      evidence.filter(piece => piece.stance === stance).map(({ locator }) => locator);
    expect(
      relationships.map(({ evidence }) => [supports(evidence), supports(evidence, 'DISPUTES')]).sort(),
    ).toEqual([
      [['A-2'], ['R-2']],
      [['A-3'], ['R-2']],
      [['R-2'], ['A-2', 'A-3']],
    ]);
  });

  test('what was going on when the coding of one stopped may end in the other at any time after', () => {
    const open = {
      start: '2011-04-07',
      endState: 'UNKNOWN',
      openAt: '2015-12-31',
      text: 'in office in 2015',
    } as const;
    const person = { name: 'Issoufou', bornOn: '1952' };
    const [ended] = factsOf(
      spell('days', 'A', person, open),
      spell('months', 'R', person, { start: '2011-04-07', end: '2021-03' }),
    ).relationships;
    expect(ended?.period).toEqual({ start: '2011-04-07', end: '2021-03', endState: 'ENDED' });
    const [disputed] = factsOf(
      spell('days', 'A', person, open),
      spell('months', 'R', person, { start: '2011-04-07', end: '2014-03' }),
    ).relationships;
    expect(disputed?.evidence.map(({ stance }) => stance)).toContain('DISPUTES');
  });

  test('one whom both leave open has no end, in the words of the one that looked longer', () => {
    const person = { name: 'Issoufou', bornOn: '1952' };
    const { relationships } = factsOf(
      spell('days', 'A', person, {
        start: '2011-04-07',
        endState: 'UNKNOWN',
        openAt: '2015-12-31',
        text: 'in 2015',
      }),
      spell('months', 'R', person, {
        start: '2011-04-07',
        endState: 'UNKNOWN',
        openAt: '2021-03',
        text: 'in 2021',
      }),
    );
    expect(relationships.map(({ period }) => period)).toEqual([
      { start: '2011-04-07', endState: 'UNKNOWN', text: 'in 2021' },
    ]);
  });

  test('a family name and a full name are one person who came on one day', () => {
    const { persons } = factsOf(
      spell(
        'days',
        'A',
        { name: 'Mamadou Tandja', bornOn: '1938' },
        { start: '1999-12-22', end: '2010-02-08' },
      ),
      spell('months', 'R', { name: 'Mamadou', bornOn: '1938' }, { start: '1999-12-22', end: '2010-02' }),
    );
    expect(persons.map(({ leader }) => leader)).toMatchObject([
      { slug: 'mamadou-tandja-niger', name: 'Mamadou Tandja', aliases: ['Mamadou'], bornOn: '1938' },
    ]);
  });

  test('father and son of one name are two', () => {
    const { persons } = factsOf(
      spell(
        'days',
        'A-1',
        { id: '1', name: 'Bush', bornOn: '1924' },
        { start: '1989-01-20', end: '1993-01-20' },
      ),
      spell(
        'days',
        'A-2',
        { id: '2', name: 'Bush', bornOn: '1946' },
        { start: '2001-01-20', end: '2009-01-20' },
      ),
      spell(
        'months',
        'R-1',
        { id: '3', name: 'Bush', bornOn: '1924' },
        { start: '1989-01-20', end: '1993-01' },
      ),
      spell(
        'months',
        'R-2',
        { id: '4', name: 'Bush', bornOn: '1946' },
        { start: '2001-01-20', end: '2009-01' },
      ),
    );
    expect(persons.map(({ slug, spells }) => [slug, spells.length])).toEqual([
      ['bush-niger', 2],
      ['bush-niger-1946', 2],
    ]);
  });

  test('whoever is on record is found by the rows that the record cites, else by name, and is not added again', () => {
    const known: KnownLeader = {
      slug: 'seyni-kountche',
      country: 'niger',
      names: ['Seyni Kountché', 'Kountche'],
      bornOn: undefined,
    };
    const byRow = new Map([['days A-1', 'the-curated-one']]);
    expect(agree([days], { ...nothingOnRecord, byCuratedRow: byRow }).persons).toMatchObject([
      { slug: 'the-curated-one', leader: undefined },
    ]);
    expect(agree([days], { ...nothingOnRecord, leaders: [known] }).persons).toMatchObject([
      { slug: 'seyni-kountche', leader: undefined },
    ]);
    const elsewhere = { ...known, country: 'mali' };
    expect(agree([days], { ...nothingOnRecord, leaders: [elsewhere] }).persons).toMatchObject([
      { slug: 'kountche-niger' },
    ]);
  });
});

describe('what a curated fact cites', () => {
  const person = { name: 'Ousmane', bornOn: '1950' };
  const cited = spell('days', 'A-1', person, { start: '1993-04-16', end: '1996-01-27' });
  const record = {
    ...nothingOnRecord,
    byCuratedRow: new Map([['days A-1', 'mahamane-ousmane']]),
    isCited: ({ statement }: Stated<Statement>) => statement.key === 'A-1',
  };

  test('is not said again', () => {
    expect(agree([cited], record)).toMatchObject({ relationships: [], persons: [{ leader: undefined }] });
  });

  test('is not said again by another dataset that agrees with it: nobody has one office twice', () => {
    const other = spell('months', 'R-1', person, { start: '1993-04-16', end: '1996-01' });
    expect(agree([cited, other], record).relationships).toEqual([]);
  });

  test('still tells who is meant elsewhere, and speaks against what contradicts it', () => {
    const other = spell('months', 'R-1', person, { start: '1993-04-16', end: '1997-05' });
    expect(agree([cited, other], record).relationships).toMatchObject([
      {
        subject: 'mahamane-ousmane',
        evidence: [{ locator: 'R-1' }, { locator: 'A-1', stance: 'DISPUTES' }],
      },
    ]);
  });
});

describe('coups', () => {
  const ousted = (key: string, end: string) =>
    spell('days', key, { name: key }, { start: '1990-01-01', end }, { removedByMilitary: true });
  const evidenceOf = (...stated: Stated<Statement>[]) =>
    factsOf(...stated).events.map(({ evidence }) => evidence.map(({ locator, stance }) => [locator, stance]));

  test('are events in their country, told apart by whether they succeeded', () => {
    expect(factsOf(coup('1996-01-27'), coup('1976-03-15', false)).events).toMatchObject([
      {
        slug: 'coup-niger-1996-01-27-coups',
        name: 'Coup in Niger, 1996-01-27',
        mode: 'successful-coup',
        outcome: 'SUCCEEDED',
        country: 'niger',
        participants: [{ actor: 'niger', role: 'TARGET' }],
      },
      { name: 'Coup attempt in Niger, 1976-03-15', mode: 'failed-coup', outcome: 'FAILED' },
    ]);
  });

  test('are supported by a leader whom the military removed on that day', () => {
    expect(evidenceOf(coup('1996-01-27'), ousted('A', '1996-01-27'))).toEqual([
      [
        ['1996-01-27', undefined],
        ['A', undefined],
      ],
    ]);
  });

  test.each(['1999-04-11', '1999-04-23'])(
    'are supported by one who was removed some days later, on %s',
    day => {
      expect(evidenceOf(coup('1999-04-09'), ousted('A', day))).toEqual([
        [
          ['1999-04-09', undefined],
          ['A', undefined],
        ],
      ]);
    },
  );

  test('are disputed by one who was removed some days before', () => {
    expect(evidenceOf(coup('1999-04-09'), ousted('A', '1999-04-08'))).toEqual([
      [
        ['1999-04-09', undefined],
        ['A', 'DISPUTES'],
      ],
    ]);
  });

  test('within days of each other share a removal with none but the nearest', () => {
    expect(evidenceOf(coup('1964-03-30'), coup('1964-04-02'), ousted('A', '1964-04-02'))).toEqual([
      [['1964-03-30', undefined]],
      [
        ['1964-04-02', undefined],
        ['A', undefined],
      ],
    ]);
  });

  test('have nothing to do with a removal in another month, and a failed one with none', () => {
    expect(evidenceOf(coup('1999-04-09'), ousted('A', '1999-06-11'))).toEqual([[['1999-04-09', undefined]]]);
    expect(evidenceOf(coup('1999-04-09', false), ousted('A', '1999-04-09'))).toEqual([
      [['1999-04-09', undefined]],
    ]);
  });
});

describe('offices and the coups that turned them', () => {
  const ruler = (key: string, start: string, end: string, more: Partial<LeaderSpell> = {}, source = 'days') =>
    spell(source, key, { name: key, id: key }, { start, end }, more);
  const ousted = ruler('Old', '1990-01-01', '1999-04-09', { exit: 'COUP', removedByMilitary: true });
  const came = (start: string, entry: LeaderSpell['entry'] = 'IRREGULAR') =>
    ruler('New', start, '2005-01-01', { entry });
  const turns = (...stated: Stated<Statement>[]) =>
    factsOf(coup('1999-04-09'), ...stated).relationships.map(({ subject, begunBy, endedBy }) => ({
      subject,
      ...(begunBy && { begunBy }),
      ...(endedBy && { endedBy }),
    }));
  const event = 'coup-niger-1999-04-09-coups';
  const ended = { subject: 'old-niger', endedBy: event };

  test.each(['1999-04-09', '1999-04-11', '1999-04-23'])(
    'a coup ended that of the leader whom the military removed, and began that of the next, who came on %s against the rules',
    day => expect(turns(ousted, came(day))).toEqual([ended, { subject: 'new-niger', begunBy: event }]),
  );

  test('it did not begin that of whoever came by the rules, or more than two weeks later', () => {
    expect(turns(ousted, came('1999-04-09', 'REGULAR'))).toEqual([ended, { subject: 'new-niger' }]);
    expect(turns(ousted, came('1999-04-24'))).toEqual([ended, { subject: 'new-niger' }]);
  });

  test('it did not begin that of one who came after the next, or whom only another dataset has', () => {
    const between = ruler('Interim', '1999-04-09', '1999-04-11', { entry: 'REGULAR' });
    expect(turns(ousted, between, came('1999-04-11'))).toEqual([
      ended,
      { subject: 'interim-niger' },
      { subject: 'new-niger' },
    ]);
    const elsewhere = ruler('New', '1999-04-09', '2005-01-01', { entry: 'IRREGULAR' }, 'months');
    expect(turns(ousted, elsewhere)).toEqual([ended, { subject: 'new-niger' }]);
  });

  test('one who fell and one who came without a coup, or with one that failed, have none', () => {
    const facts = factsOf(coup('1999-04-09', false), ousted, came('1999-04-09'));
    expect(facts.relationships.map(({ begunBy, endedBy }) => begunBy ?? endedBy)).toEqual([
      undefined,
      undefined,
    ]);
  });

  test('a coup that is curated is the curated event', () => {
    const { events, relationships } = agree([coup('1999-04-09'), ousted], {
      ...nothingOnRecord,
      eventsByRow: new Map([['coups 1999-04-09', 'the-curated-coup']]),
      isCited: ({ statement }) => statement.kind === 'COUP',
    });
    expect(events).toEqual([]);
    expect(relationships).toMatchObject([{ endedBy: 'the-curated-coup' }]);
  });
});

describe('ties', () => {
  test('of one type, time and pair are one, which says all that they are', () => {
    const { relationships } = factsOf(
      rivalry('Spatial.', '1977', '2000'),
      rivalry('Positional.', '1977', '2000'),
      rivalry('Spatial.', '2005', '2008'),
    );
    expect(
      relationships.map(({ subject, object, summary, period }) => [subject, object, summary, period]),
    ).toEqual([
      ['mali', 'niger', 'Positional. Spatial.', { start: '1977', end: '2000', endState: 'ENDED' }],
      ['mali', 'niger', 'Spatial.', { start: '2005', end: '2008', endState: 'ENDED' }],
    ]);
    expect(relationships[0]?.evidence).toHaveLength(2);
  });
});
