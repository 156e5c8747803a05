import { readdirSync, readFileSync } from 'node:fs';
import { Kind, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { sharedStack } from '../stack.ts';

const report = from('news-report-2023-08-04');
const essay = from('washington-post-essay-2023-08-03');

/** What has to be in each answer, whatever else the file beside the question holds. */
const promises: Record<string, object> = {
  '01-leaders-on-a-day': {
    country: {
      leaders: {
        nodes: [
          {
            leader: { slug: 'mohamed-bazoum' },
            basis: 'DE_JURE',
            entry: 'ELECTION',
            period: { start: '2021' },
            evidence: report,
          },
          {
            leader: { slug: 'abdourahmane-tchiani' },
            basis: 'CLAIMED',
            entry: 'COUP',
            period: { start: '2023-07-26' },
            evidence: report,
          },
          {
            leader: { slug: 'abdourahmane-tchiani' },
            basis: 'DE_FACTO',
            entry: 'COUP',
            certainty: 'ALLEGED',
          },
        ],
      },
    },
  },
  '02-leader-before-the-coup': {
    country: { leaders: { nodes: [{ leader: { slug: 'mohamed-bazoum' }, evidence: report }] } },
  },
  '03-detention': {
    leader: {
      relationships: {
        edges: [
          {
            counterpart: { slug: 'niger-presidential-guard' },
            node: {
              period: { start: '2023-07-26', endState: 'ONGOING' },
              certainty: 'REPORTED',
              evidence: report,
            },
          },
        ],
      },
    },
  },
  '04-ultimatum': {
    alliance: {
      events: {
        edges: [
          {
            role: 'INITIATOR',
            node: {
              type: 'THREATEN',
              summary: expect.stringContaining('power be handed back'),
              deadline: '2023-08-07',
              period: { text: 'before Monday' },
              evidence: report,
            },
          },
        ],
      },
    },
  },
  '05-telephone-calls': {
    leader: {
      events: {
        nodes: [
          {
            participants: among({
              slug: 'antony-blinken',
              offices: { nodes: [{ title: 'Secretary of State', object: { name: 'United States' } }] },
            }),
            evidence: report,
          },
          {
            participants: among({
              slug: 'emmanuel-macron',
              offices: {
                // As the report has him: the coding of REIGN stopped two years before.
                nodes: [{ title: 'President', object: { name: 'France' } }],
              },
            }),
            evidence: report,
          },
        ],
      },
    },
  },
  '06-visit': {
    leader: {
      events: {
        nodes: [
          {
            period: { start: '2023-07-30', end: '2023-07-30' },
            participants: among({
              slug: 'mahamat-idriss-deby',
              offices: { nodes: [{ title: 'President', object: { name: 'Chad' } }] },
            }),
            parts: { nodes: [{ mode: 'social-media-photograph', place: 'social media', evidence: report }] },
            evidence: report,
          },
        ],
      },
    },
  },
  '07-claims-of-bazoum': {
    leader: {
      claims: {
        totalCount: 9,
        nodes: expect.arrayContaining([
          expect.objectContaining({
            slug: 'hundreds-imprisoned-since-the-coup',
            verification: 'UNVERIFIED',
            evidence: essay,
          }),
        ]),
      },
    },
  },
  '08-mali-to-russia': {
    paths: {
      truncated: false,
      paths: [
        {
          sentence: 'Mali works with Russia',
          weakestCertainty: 'REPORTED',
          hops: [
            {
              from: { slug: 'mali' },
              relationship: { type: 'PARTNERS_WITH', evidence: report },
              to: { slug: 'russia' },
            },
          ],
        },
        {
          sentence: 'Mali employs Wagner Group; Wagner Group belongs to Russia',
          weakestCertainty: 'ALLEGED',
          hops: [
            {
              from: { slug: 'mali' },
              direction: 'OUTGOING',
              relationship: {
                type: 'EMPLOYS',
                certainty: 'ALLEGED',
                evidence: onTheWordOf('Mohamed Bazoum'),
              },
              to: { slug: 'wagner-group' },
            },
            {
              from: { slug: 'wagner-group' },
              direction: 'OUTGOING',
              relationship: {
                type: 'PART_OF',
                certainty: 'ALLEGED',
                evidence: onTheWordOf('Mohamed Bazoum'),
              },
              to: { slug: 'russia' },
            },
          ],
        },
      ],
    },
  },
  '09-mali-to-russia-not-alleged': {
    paths: {
      truncated: false,
      paths: [
        {
          sentence: 'Mali works with Russia',
          weakestCertainty: 'REPORTED',
          hops: [{ relationship: { type: 'PARTNERS_WITH', certainty: 'REPORTED', evidence: report } }],
        },
      ],
    },
  },
  '10-around-niger': {
    neighborhood: {
      truncated: false,
      nodes: expect.arrayContaining([
        { depth: 0, entity: expect.objectContaining({ slug: 'niger' }) },
        ...['united-states', 'mohamed-bazoum', 'abdourahmane-tchiani', 'niger-presidential-guard'].map(
          slug => ({
            depth: 1,
            entity: expect.objectContaining({ slug }),
          }),
        ),
        ...['france', 'ecowas', 'emmanuel-macron', 'antony-blinken'].map(slug => ({
          depth: 2,
          entity: expect.objectContaining({ slug }),
        })),
      ]),
      relationships: expect.arrayContaining([
        expect.objectContaining({
          type: 'DETAINS',
          subject: { slug: 'niger-presidential-guard' },
          object: { slug: 'mohamed-bazoum' },
          evidence: report,
        }),
      ]),
    },
  },
  '11-suspended-ties': {
    events: {
      nodes: [
        { participants: among({ slug: 'united-states' }), evidence: report },
        {
          name: 'Some European countries partly suspend ties with Niger',
          participants: { nodes: [] },
          evidence: report,
        },
      ],
    },
  },
  '12-figures': {
    country: {
      indicators: [
        { code: 'economic-growth', value: 7, period: { start: '2022', end: '2022' }, evidence: report },
        {
          code: 'foreign-aid-share-of-national-budget',
          value: 40,
          certainty: 'ALLEGED',
          claim: { speaker: { name: 'Mohamed Bazoum' } },
        },
        { code: 'population', value: 25_000_000, evidence: report },
      ],
    },
  },
  '13-reasons-of-tchiani': {
    leader: {
      claims: {
        nodes: [
          {
            text: expect.stringMatching(/security.*corruption/),
            madeOn: '2023-08-02',
            event: { mode: 'television-address' },
            evidence: report,
          },
        ],
      },
    },
  },
  '14-timeline': {
    events: {
      nodes: [
        'niger-partnerships-under-bazoum',
        'niger-coup-2023',
        'bazoum-detention-2023',
        'bazoum-refuses-to-resign-2023',
        'us-partly-suspends-ties-with-niger-2023',
        'european-countries-partly-suspend-ties-with-niger-2023',
        'neighbors-sanction-niger-2023',
        'niger-power-cuts-and-cash-shortages-2023',
        'blinken-bazoum-call-2023',
        'macron-bazoum-call-2023',
        'ecowas-ultimatum-2023',
        'countries-ready-to-send-troops-to-niger-2023',
        'bazoum-advisers-speak-with-reporters-2023',
        'niger-arrests-2023',
        'deby-visits-bazoum-2023',
        'deby-posts-photograph-of-bazoum-2023',
        'west-african-defense-chiefs-meeting-2023',
        'liman-tinguiri-interview-2023',
        'tchiani-television-address-2023',
        'bazoum-washington-post-essay-2023',
        'bazoum-appeals-for-help-2023',
        'bazoum-accuses-mali-and-burkina-faso-2023',
        'news-report-on-niger-2023-08-04',
      ].map(slug => ({ slug, participants: among({}), evidence: report })),
    },
  },
  '15-mali-and-burkina-faso': {
    // Among countries that are allied with both.
    sharedNeighbors: expect.arrayContaining([
      {
        entity: { slug: 'russia' },
        relationships: Array(2).fill(
          expect.objectContaining({ type: 'PARTNERS_WITH', certainty: 'REPORTED', evidence: report }),
        ),
      },
      {
        entity: { slug: 'wagner-group' },
        relationships: Array(2).fill(
          expect.objectContaining({
            type: 'EMPLOYS',
            certainty: 'ALLEGED',
            evidence: onTheWordOf('Mohamed Bazoum'),
          }),
        ),
      },
    ]),
    militaryRule: {
      nodes: [
        {
          text: expect.stringContaining('under military rule'),
          speaker: { name: 'Mohamed Bazoum' },
          evidence: essay,
          about: {
            nodes: expect.arrayContaining(
              ['mali', 'burkina-faso'].map(slug => ({
                slug,
                relationships: {
                  edges: [
                    {
                      counterpart: { slug: `military-officials-running-${slug}` },
                      node: expect.objectContaining({ evidence: report }),
                    },
                  ],
                },
              })),
            ),
          },
        },
      ],
    },
  },
  '16-ambassador': {
    search: {
      nodes: [
        {
          slug: 'kiari-liman-tinguiri',
          offices: {
            nodes: [
              { title: 'Ambassador to the United States', object: { name: 'Niger' }, evidence: report },
            ],
          },
          claims: { nodes: [{ quote: 'This is not another coup as usual', evidence: report }] },
        },
      ],
    },
  },
  '17-record-before-the-coup': {
    country: {
      // What the datasets had coded by then, and nothing of the coup.
      leaders: { nodes: without({ leader: { name: 'Abdourahmane Tchiani' } }) },
      events: { nodes: without({ name: 'Coup in Niger of July 2023' }) },
      claimsAbout: { totalCount: 0, nodes: [] },
    },
  },
  '18-the-essay-alone': {
    source: {
      facts: {
        totalCount: 9,
        nodes: Array(9).fill({
          __typename: 'Claim',
          speaker: { name: 'Mohamed Bazoum' },
          independentSources: 1,
          evidence: [{ source: { slug: 'washington-post-essay-2023-08-03' } }],
        }),
      },
    },
  },
  '19-searches': {
    tiani: { nodes: [{ slug: 'abdourahmane-tchiani' }] },
    bazum: { nodes: [{ slug: 'mohamed-bazoum' }] },
    deby: { nodes: [{ slug: 'mahamat-idriss-deby' }] },
    wagner: { nodes: [{ slug: 'wagner-group' }] },
    cedeao: { nodes: [{ slug: 'ecowas' }] },
  },
  '20-intervention': {
    alliance: {
      claimsAbout: {
        nodes: [
          {
            quote: 'the last resort',
            speaker: { slug: 'west-african-defense-chiefs' },
            event: { country: { name: 'Nigeria' } },
            evidence: report,
          },
          { speaker: { slug: 'publisher-of-news-report-2023-08-04' }, evidence: report },
          {
            text: expect.stringContaining('unlikely'),
            speaker: { slug: 'analysts-in-news-report-2023-08-04' },
            evidence: report,
          },
        ],
      },
    },
  },
};

// A search takes two statements: one finds, one reads what was found. A traversal takes a third, on its second trip: it
// finds entities and the relationships between them. Everything else is read at once.
const tripsOf: Record<string, number[]> = {
  '08-mali-to-russia': [1, 3],
  '09-mali-to-russia-not-alleged': [1, 3],
  '10-around-niger': [1, 2],
  '15-mali-and-burkina-faso': [1, 1, 2],
  '16-ambassador': [1, 1],
  '19-searches': Array(10).fill(1),
};

const folder = new URL('./', import.meta.url);
const questions = readdirSync(folder)
  .filter(file => file.endsWith('.graphql'))
  .map(file => file.replace('.graphql', ''))
  .sort();

describe('the questions', () => {
  const stack = sharedStack();

  test.each(questions)('%s is answered by one operation, with its evidence', async question => {
    const query = readFileSync(new URL(`${question}.graphql`, folder), 'utf8');
    const operations = parse(query).definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
    expect(operations).toHaveLength(1);

    let answer: { data?: unknown; errors?: unknown } = {};
    const trips = await stack.tripsDuring(async () => {
      const response = await fetch(new URL('/graphql', stack.url), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
      answer = await response.json();
    });

    expect(answer.errors).toBeUndefined();
    expect(answer.data).toMatchObject(promises[question] ?? expect.fail(`promises has no ${question}`));
    expect(trips).toEqual(tripsOf[question] ?? [1]);
    const text = `${JSON.stringify(answer, null, 2)}\n`;
    await expect(text).toMatchFileSnapshot(`./${question}.json`);
  });

  test('each have a promise, and no promise or answer is left without its question', () => {
    const answers = readdirSync(folder).filter(file => file.endsWith('.json'));
    expect(Object.keys(promises).sort()).toEqual(questions);
    expect(questions).toEqual(expect.arrayContaining(answers.map(file => file.replace('.json', ''))));
  });
});

/** Evidence in which the source says so in its own voice. */
function from(source: string) {
  return expect.arrayContaining([expect.objectContaining({ source: { slug: source }, attributedTo: null })]);
}

/** Evidence in which the source only tells what somebody says. */
function onTheWordOf(name: string) {
  return [expect.objectContaining({ attributedTo: { name } })];
}

/** A list that does not have this in it. */
function without(part: object) {
  return expect.not.arrayContaining([expect.objectContaining(part)]);
}

/** Participants with one such actor among them. */
function among(actor: object) {
  return {
    nodes: expect.arrayContaining([expect.objectContaining({ actor: expect.objectContaining(actor) })]),
  };
}
