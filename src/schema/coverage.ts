import { bySource } from '../db/coverage.ts';
import type { coverageTopic } from '../db/tables/index.ts';
import { builder } from './builder.ts';
import { Country } from './country.ts';
import { dayAfter, firstDay, lastDay } from './days.ts';
import { Source } from './source.ts';
import { describedEnum } from './vocabulary.ts';

type Topic = (typeof coverageTopic.enumValues)[number];

const topics: Record<Topic, string> = {
  LEADERS: 'Who actually led it.',
  PACTS: 'Its alliances and other pacts.',
  COUPS: 'Coups and attempted coups in it.',
  MEMBERSHIPS: 'The alliances and organizations that it belonged to.',
  CONFLICTS: 'The armed conflicts that it was a party to.',
  RIVALRIES: 'Its strategic rivals.',
};

const CoverageTopic = describedEnum<Topic>(
  'CoverageTopic',
  'What a source can tell all of, for a country and a time.',
  topics,
);

const Coverage = builder.drizzleObject('coverage', {
  name: 'Coverage',
  description:
    'A time for which a source tells all that it knows on a topic in a country. Within it, an empty list means that the source has nothing; outside all such times, that nobody says.',
  select: { columns: { topic: true, sourceId: true, from: true, until: true } },
  fields: t => ({
    topic: t.expose('topic', { type: CoverageTopic, description: 'What the source tells of.' }),
    source: t.relation('source', { type: Source, description: 'Who tells.' }),
    from: t.expose('from', {
      type: 'PartialDate',
      nullable: true,
      description:
        'The first day, as exact as the source is about it; null where the source goes back as far as the country does.',
    }),
    until: t.expose('until', {
      type: 'PartialDate',
      nullable: true,
      description: 'The last day, as exact as the source is about it; null where the source has no end.',
    }),
  }),
});

interface Span {
  topic: Topic;
  sourceId: number;
  from: string | null;
  until: string | null;
}

/** Times of one source on one topic that overlap or follow on each other as one. They come in the order of their first days. */
function joined<Row extends Span>(rows: Row[]): Row[] {
  const spans: Row[] = [];
  for (const row of rows) {
    const before = spans.at(-1);
    if (!before || before.topic !== row.topic || before.sourceId !== row.sourceId || isApart(before, row)) {
      spans.push(row);
    } else if (!row.until || (before.until && lastDay(before.until) < lastDay(row.until))) {
      spans[spans.length - 1] = { ...before, until: row.until };
    }
  }
  return spans;
}

const isApart = (before: Span, { from }: Span) =>
  before.until !== null && from !== null && dayAfter(lastDay(before.until)) < firstDay(from);

builder.drizzleObjectField(Country, 'coverage', t =>
  t.field({
    type: [Coverage],
    description:
      'For which times which sources speak of it, by topic, then by source, earliest first. Outside them, an empty list means that nobody says, not that there was nothing.',
    args: {
      topics: t.arg({
        type: [CoverageTopic],
        description: 'Only on these topics; by default, on all.',
      }),
    },
    select: ({ topics }, _context, nested) => ({
      with: {
        coverage: nested({
          ...(topics && { where: { topic: { in: topics } } }),
          orderBy: bySource,
        }),
      },
    }),
    resolve: row => joined(row.coverage),
  }),
);
