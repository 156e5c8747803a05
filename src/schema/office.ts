import type { officeBasis, officeEntry, officeExit, officeRank } from '../db/tables/index.ts';
import { adjacencyConnection } from './adjacency.ts';
import { builder } from './builder.ts';
import { Country } from './country.ts';
import { Fact } from './fact.ts';
import { Leader } from './leader.ts';
import { ofSubtype, Relationship } from './relationship.ts';
import { inTime, timeFields } from './time.ts';
import { describedEnum } from './vocabulary.ts';

type Rank = (typeof officeRank.enumValues)[number];

const OfficeRank = describedEnum<Rank>('OfficeRank', 'Where an office stands in the state.', {
  EFFECTIVE_LEADER:
    'Whoever actually rules the state, whatever the office: Archigos and REIGN code leaders this way, without naming the office.',
  HEAD_OF_STATE: 'The highest office of the state, regardless of who governs.',
  HEAD_OF_GOVERNMENT: 'Leads the government.',
  REPRESENTATIVE: 'Stands in for a head of state who is elsewhere: a governor-general.',
  MINISTER: 'Leads a ministry or department, secretaries of state included.',
  ENVOY: 'Speaks for the state abroad: ambassador, special envoy.',
  COMMANDER: 'Commands armed forces or a part of them.',
  OTHER: 'Any other office.',
});

const OfficeBasis = describedEnum<(typeof officeBasis.enumValues)[number]>(
  'OfficeBasis',
  'On what grounds somebody counts as holding an office. Rival holders differ in this.',
  {
    DE_JURE: 'By law: elected, appointed or in succession, and not lawfully removed.',
    DE_FACTO: 'Has the power of the office, whatever the law says.',
    CLAIMED: 'Claims to hold it.',
  },
);

const OfficeEntry = describedEnum<(typeof officeEntry.enumValues)[number]>(
  'OfficeEntry',
  'How somebody entered an office: as in Archigos, with regular entry divided further.',
  {
    ELECTION: 'By an election.',
    APPOINTMENT: 'Appointed by whoever has the right to.',
    SUCCESSION: 'By the rules of succession.',
    COUP: 'By a coup.',
    FOREIGN_IMPOSITION: 'Installed by another state.',
    REGULAR: 'By the rules and customs of the country; the source does not say by which.',
    IRREGULAR: 'Against the rules and customs of the country; the source does not say how.',
    UNKNOWN: 'A source records the entry but does not say how.',
  },
);

const OfficeExit = describedEnum<(typeof officeExit.enumValues)[number]>(
  'OfficeExit',
  'How somebody left an office: as in Archigos, with regular exit divided further.',
  {
    TERM_END: 'The term ended, or an election was lost.',
    RESIGNATION: 'Resigned.',
    COUP: 'Removed by a coup.',
    DEATH: 'Died a natural death in office.',
    ASSASSINATION: 'Killed in office.',
    FOREIGN_INTERVENTION: 'Removed by another state.',
    REGULAR: 'By the rules and customs of the country; the source does not say which.',
    IRREGULAR:
      'Against the rules and customs of the country, but not by a coup or a killing, or the source does not say how.',
    UNKNOWN: 'A source records the exit but does not say how.',
  },
);

export const OfficeHolding = builder.drizzleNode('relationship', {
  ...ofSubtype('OfficeHolding'),
  description:
    'That somebody holds, held or claims an office: the subject is the leader, the object the body that has the office. Two people who claim one office are two holdings.',
  interfaces: [Fact, Relationship],
  fields: t => ({
    leader: t.relation('leader', {
      type: Leader,
      description: 'Who holds, held or claims the office: the subject.',
    }),
    title: t.string({
      description: 'The name of the office.',
      select: { columns: { title: true } },
      resolve: row => row.title as string,
    }),
    rank: t.field({
      type: OfficeRank,
      description: 'Where the office stands in the state.',
      select: { columns: { rank: true } },
      resolve: row => row.rank as NonNullable<typeof row.rank>,
    }),
    basis: t.field({
      type: OfficeBasis,
      description: 'On what grounds the leader counts as its holder.',
      select: { columns: { basis: true } },
      resolve: row => row.basis as NonNullable<typeof row.basis>,
    }),
    entry: t.expose('entry', {
      type: OfficeEntry,
      nullable: true,
      description: 'How the leader entered it; null where no source mentions it.',
    }),
    exit: t.expose('exit', {
      type: OfficeExit,
      nullable: true,
      description: 'How the leader left it; null while held, or where no source mentions it.',
    }),
  }),
});

/** The filter over relationships for the highest offices of a state. */
export const inHighestOffice = {
  rank: {
    in: ['EFFECTIVE_LEADER', 'HEAD_OF_STATE', 'REPRESENTATIVE', 'HEAD_OF_GOVERNMENT'] satisfies Rank[],
  },
};

const OfficeFilter = builder.inputType('OfficeFilter', {
  description: 'Which offices. Fields left out do not filter.',
  fields: timeFields,
});

const args = builder.args(t => ({
  filter: t.field({ type: OfficeFilter, description: 'Which of them; by default, all on record now.' }),
}));

builder.drizzleObjectField(Country, 'leaders', t =>
  adjacencyConnection(t, {
    relation: 'leaders',
    description:
      'Everyone who holds, held or claims one of its highest offices (head of state, whoever represents one, head of government, effective leader), earliest first. Rival holders on the same day are all listed: `basis` tells them apart.',
    node: { side: 'relationship', type: OfficeHolding },
    args,
    where: ({ filter }) => ({
      AND: [inTime(filter ?? {}), { relationship: inHighestOffice }],
    }),
  }),
);

builder.drizzleObjectField(Leader, 'offices', t =>
  adjacencyConnection(t, {
    relation: 'offices',
    description: 'Offices held or claimed, anywhere, earliest first.',
    node: { side: 'relationship', type: OfficeHolding },
    args,
    where: ({ filter }) => inTime(filter ?? {}),
  }),
);
