import { relative } from 'node:path';
import { expect, test } from 'vitest';
import { readCurated, WrongFacts } from '../../../src/curated/curated.ts';
import { base, writeFacts } from '../../facts.ts';

/** What is said about facts.yaml, as `line: sentence`. */
function problemsOf(facts: string): string[] {
  return caught({ 'base.yaml': base, 'facts.yaml': facts }).map(
    ({ line, sentence }) => `${line}: ${sentence}`,
  );
}

function caught(files: Record<string, string>) {
  try {
    readCurated([], writeFacts(files));
  } catch (error) {
    if (error instanceof WrongFacts) return error.problems;
    throw error;
  }
  return [];
}

const tie = (changes: Record<string, string>) => {
  const whole = {
    subject: 'ada',
    type: 'SUPPORTS',
    object: 'bob',
    period: '{ endState: ONGOING }',
    evidence: '[{ source: paper }]',
  };
  return Object.entries({ ...whole, ...changes })
    .map(([key, value]) => `${key}: ${value}`)
    .join('\n    ');
};
const ties = (...all: string[]) => `format: 1\nrelationships:\n${all.map(one => `  - ${one}\n`).join('')}`;

test('facts that are right are taken', () => {
  expect(problemsOf(ties(tie({})))).toEqual([]);
});

test.each([
  [
    'an entity that is not there',
    { object: 'bobby' },
    '5: There is no entity "bobby": correct the slug or add the entity.',
  ],
  [
    'a source that is not there',
    { evidence: '[{ source: papers }]' },
    '7: There is no source "papers": correct the slug or add the source.',
  ],
  ['no evidence', { evidence: '[]' }, '7: "evidence" is empty: give at least one.'],
  [
    'evidence that only disputes it',
    { evidence: '[{ source: paper, stance: DISPUTES }]' },
    '7: All the evidence disputes this: add a source that supports it, or take it out.',
  ],
  [
    'evidence attributed to an event',
    { evidence: '[{ source: paper, attributedTo: coup }]' },
    '7: "coup" is an event: here must be an actor.',
  ],
  [
    'a quote of 301 characters',
    { evidence: `[{ source: paper, quote: ${'é'.repeat(301)} }]` },
    '7: "quote" is 301 characters long: cut it to 300.',
  ],
  [
    'a day that is on no calendar',
    { period: '{ start: 2023-02-29, endState: ONGOING }' },
    '6: There is no 2023-02-29 in the calendar: correct the date.',
  ],
  [
    'a date that is none',
    { period: '{ start: yesterday, endState: ONGOING }' },
    '6: "start" cannot be "yesterday". A date as precise as the source gives it: 2023, 2023-07 or 2023-07-26.',
  ],
  [
    'a reversed period',
    { period: '{ start: 2023-07, end: 2023-06-30 }' },
    '6: It cannot end in 2023-06-30 before it starts in 2023-07: correct one.',
  ],
  [
    'an end that is said to go on',
    { period: '{ end: 2023, endState: ONGOING }' },
    '6: "endState" must be ENDED, not "ONGOING". A period with an end has ended.',
  ],
  ['nothing said of the end', { period: '{ start: 2023 }' }, '6: "endState" is missing here: add it.'],
  [
    'a type that is none',
    { type: 'LIKES' },
    '4: "type" cannot be "LIKES": use HOLDS_OFFICE, MEMBER_OF, ALLIED_WITH, PACT_WITH, PARTNERS_WITH, SUPPORTS, AIDS, EMPLOYS, RECOGNIZES, OPPOSES, SANCTIONS, THREATENS, DETAINS, FIGHTS, OVERTHREW, RIVAL_OF, PART_OF, CONTROLS.',
  ],
  [
    'ends that do not fit the type',
    { type: 'DETAINS', object: 'niger' },
    '4: DETAINS cannot run from a leader to a country: choose another type or other ends.',
  ],
  [
    'an event at an end where an actor belongs',
    { object: 'coup' },
    '4: SUPPORTS cannot run from a leader to an event: choose another type or other ends.',
  ],
  ['one entity at both ends', { object: 'ada' }, '5: "ada" cannot stand at both ends: name two entities.'],
  [
    'an office without its title',
    { type: 'HOLDS_OFFICE', object: 'niger', rank: 'OTHER', basis: 'CLAIMED' },
    '3: "title" is missing here: add it.',
  ],
  [
    'a title without an office',
    { title: 'Friend' },
    '8: "title" cannot be "Friend". Only a relationship of type HOLDS_OFFICE has this.',
  ],
  [
    'obligations without a pact',
    { obligations: '[DEFENSE]' },
    '8: "obligations" cannot be ["DEFENSE"]. Only a relationship of type ALLIED_WITH or PACT_WITH has this.',
  ],
  [
    'an alliance of which nobody is to fight',
    { type: 'ALLIED_WITH', obligations: '[CONSULTATION]' },
    '8: "obligations" cannot be ["CONSULTATION"]. ALLIED_WITH has DEFENSE or OFFENSE among them.',
  ],
  [
    'a pact to fight that is no alliance',
    { type: 'PACT_WITH', obligations: '[CONSULTATION, OFFENSE]' },
    '8: "obligations" cannot be ["CONSULTATION","OFFENSE"]. PACT_WITH has neither DEFENSE nor OFFENSE.',
  ],
  [
    'an obligation that is none',
    { type: 'PACT_WITH', obligations: '[FRIENDSHIP]' },
    '8: "obligations" cannot be "FRIENDSHIP": use DEFENSE, OFFENSE, NEUTRALITY, NONAGGRESSION, CONSULTATION.',
  ],
  [
    'obligations, but none of them',
    { type: 'PACT_WITH', obligations: '[]' },
    '8: "obligations" is empty: give at least one.',
  ],
  [
    'an event that ended what is no office',
    { endedBy: 'coup' },
    '8: "endedBy" cannot be "coup". Only a relationship of type HOLDS_OFFICE has this.',
  ],
  [
    'an office that a leader began',
    {
      type: 'HOLDS_OFFICE',
      object: 'niger',
      title: 'Ruler',
      rank: 'OTHER',
      basis: 'CLAIMED',
      begunBy: 'bob',
    },
    '11: "bob" is a leader: here must be an event.',
  ],
  [
    'a key that is not known',
    { certainty: 'REPORTED' },
    '8: "certainty" is not known here: use subject, type, object, period, summary, title, rank, basis, entry, exit, begunBy, endedBy, status, obligations, evidence.',
  ],
  ['text that is blank', { summary: "' '" }, '8: "summary" cannot be " ". Text that is not blank.'],
  [
    'a slug that is none',
    { subject: 'Ada Lovelace' },
    '3: "subject" cannot be "Ada Lovelace". A key of lower-case letters and digits, joined by hyphens, such as burkina-faso.',
  ],
])('a relationship with %s is refused', (_what, changes, problem) => {
  expect(problemsOf(ties(tie(changes)))).toEqual([problem]);
});

test.each([
  [
    'a relationship written twice',
    ties(tie({}), tie({ summary: 'Again.' })),
    /^8: This relationship is written already in .*facts\.yaml:3: take one out\.$/,
  ],
  [
    'a symmetric one written from both ends',
    ties(tie({ type: 'RIVAL_OF' }), tie({ type: 'RIVAL_OF', subject: 'bob', object: 'ada' })),
    /^8: This relationship is written already/,
  ],
])('%s is refused', (_what, facts, problem) => {
  expect(problemsOf(facts)).toEqual([expect.stringMatching(problem)]);
});

const sections: [string, string, string][] = [
  [
    'a slug that another entity has',
    'leaders:\n  - slug: guard\n    name: Guard',
    '3: The slug "guard" is taken by an organization: choose another.',
  ],
  [
    'a slug that a country has',
    'leaders:\n  - slug: chad\n    name: Chad',
    '3: The slug "chad" is taken by a country: choose another.',
  ],
  [
    'a source slug twice',
    'sources:\n  - { slug: paper, type: OPINION, title: Another }',
    '3: The slug "paper" is taken by a source: choose another.',
  ],
  [
    'a life that ends before it begins',
    'leaders:\n  - slug: cleo\n    name: Cleo\n    bornOn: 1970\n    diedOn: 1969',
    '6: It cannot end in 1969 before it starts in 1970: correct one.',
  ],
  [
    'a name for a country that is none',
    'countries:\n  - slug: ada\n    aliases: [Countess]',
    '3: "ada" is a leader: here must be a country.',
  ],
  [
    'a time that is covered until before it is covered from',
    'coverage:\n  - { country: niger, topic: COUPS, source: paper, from: 2000, until: 1999-12 }',
    '3: It cannot end in 1999-12 before it starts in 2000: correct one.',
  ],
  [
    'capitals without a source',
    'countries:\n  - slug: niger\n    capitals: { names: [Zinder] }',
    '4: "source" is missing here: add it.',
  ],
  [
    'an address that is none',
    'sources:\n  - slug: page\n    type: OPINION\n    title: A page\n    url: javascript:alert(1)',
    '6: "url" cannot be "javascript:alert(1)". An address that starts with http:// or https://.',
  ],
  [
    'a speaker that is an event',
    'claims:\n  - slug: it-rains\n    text: It rains.\n    speaker: coup\n    evidence: [{ source: paper }]',
    '5: "coup" is an event: here must be an actor.',
  ],
  [
    'a claim made in what is no event',
    'claims:\n  - slug: it-rains\n    text: It rains.\n    speaker: ada\n    event: bob\n    evidence: [{ source: paper }]',
    '6: "bob" is a leader: here must be an event.',
  ],
  [
    'a figure that is not a number',
    'indicators:\n  - country: niger\n    code: rain\n    name: Rain\n    value: .inf\n    unit: mm\n    period: { start: 2023, end: 2023 }\n    evidence: [{ source: paper }]',
    '6: "value" must be a number, not Infinity.',
  ],
  [
    'a figure of a claim that is not there',
    'indicators:\n  - country: niger\n    code: rain\n    name: Rain\n    value: 1\n    unit: mm\n    claim: it-rains\n    period: { start: 2023, end: 2023 }\n    evidence: [{ source: paper }]',
    '8: There is no claim "it-rains": correct the slug or add the claim.',
  ],
  [
    'a participant that is an event',
    'events:\n  - slug: rain\n    name: Rain\n    type: STATEMENT\n    period: { start: 2023, end: 2023 }\n    participants:\n      - actor: coup\n        role: TARGET\n    evidence: [{ source: paper }]',
    '8: "coup" is an event: here must be an actor.',
  ],
  [
    'a participant twice in one role',
    'events:\n  - slug: rain\n    name: Rain\n    type: STATEMENT\n    period: { start: 2023, end: 2023 }\n    participants:\n      - { actor: ada, role: TARGET }\n      - { actor: ada, role: TARGET }\n    evidence: [{ source: paper }]',
    '9: "ada" is TARGET twice: take one out.',
  ],
  [
    'an event that is part of itself',
    'events:\n  - slug: rain\n    name: Rain\n    type: STATEMENT\n    period: { start: 2023, end: 2023 }\n    partOf: [rain]\n    evidence: [{ source: paper }]',
    '7: An event cannot name itself here: take it out.',
  ],
  [
    'a section that is not known',
    'people: []',
    '2: "people" is not known here: use format, sources, leaders, organizations, alliances, countries, formerStates, events, relationships, claims, indicators, coverage.',
  ],
  [
    'what is not YAML',
    'leaders: [',
    '2: This is not YAML: Flow sequence in block collection must be sufficiently indented and end with a ].',
  ],
];
test.each(sections)('%s is refused', (_what, facts, problem) => {
  expect(problemsOf(`format: 1\n${facts}`)).toEqual([problem]);
});

// Every property that names something, naming what is not there: those for a kind of entity, then the rest.
const namesNobody = `format: 1
organizations:
  - { slug: junta, name: Junta, type: JUNTA, country: nobody }
countries:
  - { slug: nobody, capitals: { names: [], source: nobody } }
events:
  - slug: rain
    name: Rain
    type: STATEMENT
    period: { start: 2023, end: 2023 }
    country: nobody
    partOf: [nobody]
    respondsTo: [coup, nobody]
    participants:
      - actor: nobody
        role: TARGET
        evidence: [{ source: nobody }]
    evidence: [{ source: paper, attributedTo: nobody }]
relationships:
  - subject: nobody
    type: SUPPORTS
    object: nobody
    period: { endState: ONGOING }
    evidence: [{ source: nobody }]
claims:
  - slug: it-rains
    text: It rains.
    speaker: nobody
    about: [ada, nobody]
    event: nobody
    evidence: [{ source: nobody }]
indicators:
  - country: nobody
    code: rain
    name: Rain
    value: 1
    unit: mm
    period: { start: 2023, end: 2023 }
    claim: nobody
    evidence: [{ source: nobody }]
coverage:
  - { country: nobody, topic: COUPS, source: nobody }
`;

test('whatever names an entity, a source or a claim has to name one that is there', () => {
  const missing = (what: string) => `There is no ${what} "nobody": correct the slug or add the ${what}.`;
  const linesMissing = (what: string) =>
    problemsOf(namesNobody)
      .filter(problem => problem.endsWith(missing(what)))
      .map(problem => Number.parseInt(problem, 10));
  expect(linesMissing('entity')).toEqual([3, 5, 11, 12, 13, 15, 18, 20, 22, 28, 29, 30, 33, 42]);
  expect(linesMissing('source')).toEqual([5, 17, 24, 31, 40, 42]);
  expect(linesMissing('claim')).toEqual([39]);
  expect(problemsOf(namesNobody)).toHaveLength(21);
});

test.each([
  ['country', 'guard', 'organizations:\n  - { slug: junta, name: Junta, type: JUNTA, country: guard }'],
  ['event', 'ada', `events:\n  - ${eventWith('partOf: [ada]')}`],
  ['event', 'ada', `events:\n  - ${eventWith('respondsTo: [ada]')}`],
  ['country', 'ada', `events:\n  - ${eventWith('country: ada')}`],
])('what has to be of the kind %s cannot be %s', (kind, slug, facts) => {
  expect(problemsOf(`format: 1\n${facts}`)).toEqual([
    expect.stringMatching(new RegExp(`^3: "${slug}" is an? .*: here must be an? ${kind}\\.$`)),
  ]);
});

function eventWith(more: string): string {
  return `{ slug: rain, name: Rain, type: STATEMENT, period: { start: 2023, end: 2023 }, evidence: [{ source: paper }], ${more} }`;
}

test('every date has to be in the calendar', () => {
  const facts = `format: 1
sources:
  - slug: page
    type: DATASET
    title: A page
    publishedOn: 2023-02-29
    coverage: { start: 2023-13, endState: ONGOING }
leaders:
  - slug: cleo
    name: Cleo
    bornOn: 1970-00
    diedOn: 1980-06-31
formerStates:
  - slug: lethe
    name: Lethe
    foundedOn: 0697-13
    dissolvedOn: 1797-05-32
    reference: paper
events:
  - slug: rain
    name: Rain
    type: STATEMENT
    period: { start: 2023-04-31, end: 2023-05 }
    deadline: 2023-06-31
    evidence: [{ source: paper }]
claims:
  - slug: it-rains
    text: It rains.
    speaker: ada
    madeOn: 2023-09-31
    evidence: [{ source: paper }]
coverage:
  - country: niger
    topic: COUPS
    source: paper
    from: 1999-02-29
    until: 2023-13
`;
  const lines = problemsOf(facts).map(problem => [
    Number.parseInt(problem, 10),
    problem.includes('in the calendar'),
  ]);
  expect(lines).toEqual([6, 7, 11, 12, 16, 17, 23, 24, 30, 36, 37].map(line => [line, true]));
});

test('a year may be written as a number wherever a date belongs', () => {
  const facts = `format: 1
sources:
  - { slug: page, type: DATASET, title: A page, publishedOn: 2023, coverage: { start: 2022, end: 2023 } }
leaders:
  - { slug: cleo, name: Cleo, bornOn: 69, diedOn: 30 }
formerStates:
  - { slug: lethe, name: Lethe, foundedOn: 697, dissolvedOn: 1797, reference: paper }
events:
  - ${eventWith('deadline: 2023')}
claims:
  - { slug: it-rains, text: It rains., speaker: ada, madeOn: 2023, evidence: [{ source: paper }] }
`;
  expect(problemsOf(facts)).toEqual(['5: It cannot end in 0030 before it starts in 0069: correct one.']);
});

test('a file that does not say its format is refused', () => {
  expect(problemsOf('leaders: []')).toEqual(['1: "format" is missing here: add it.']);
  expect(problemsOf('')).toEqual(['1: The file must be keys with values, not null.']);
});

test('every problem of every file is reported, each with its file and line', () => {
  const directory = writeFacts({
    'base.yaml': base,
    'a.yaml': ties(tie({ object: 'bobby' }), tie({ type: 'LIKES', subject: 'nobody' })),
    'sub/b.yaml': 'format: 1\nleaders:\n  - slug: ada\n    name: Ada',
  });
  const place = relative(process.cwd(), directory);
  const report = [
    `${place}/a.yaml:5: There is no entity "bobby": .*`,
    `${place}/a.yaml:9: "type" cannot be "LIKES": .*`,
    `${place}/sub/b.yaml:3: The slug "ada" is taken by a leader: .*`,
    '3 things are wrong with the facts; nothing was loaded.',
  ];
  expect(() => readCurated([], directory)).toThrow(new RegExp(`^${report.join('\\n')}$`));
});

test('an entry with a mistake is not also reported missing wherever it is named', () => {
  const facts = `format: 1\nleaders:\n  - slug: cleo\n    nam: Cleo\n${ties(tie({ subject: 'cleo' })).replace('format: 1\n', '')}`;
  expect(problemsOf(facts)).toEqual([
    '3: "name" is missing here: add it.',
    '4: "nam" is not known here: use slug, name, aliases, summary, bornOn, births, diedOn.',
  ]);
});

test('what hangs on a file that cannot be read is not reported with it', () => {
  const problems = caught({
    'base.yaml': base.replace('leaders:', 'leaders: ]'),
    'facts.yaml': ties(tie({})),
  });
  expect(problems).not.toHaveLength(0);
  for (const { file } of problems) expect(file).toMatch(/base\.yaml$/);
});

test.each([
  ['', '3: "leaders" must be keys with values, not null.'],
  ['[ada]', '3: "leaders" must be keys with values, not ["ada"].'],
  ['ada', '3: "leaders" must be keys with values, not "ada".'],
])('an entry that is no entry but "%s" is refused', (entry, problem) => {
  expect(problemsOf(`format: 1\nleaders:\n  - ${entry}`)).toEqual([problem]);
});

test('facts without the source of the borders are refused', () => {
  expect(caught({ 'facts.yaml': 'format: 1' })).toEqual([
    expect.objectContaining({
      sentence: 'The source "world-countries", on which the countries and borders rest, is missing: add it.',
    }),
  ]);
});
