import type { officeBasis, officeEntry, officeExit, officeRank } from '../db/tables/index.ts';
import { adjacencyConnection } from './adjacency.ts';
import { builder } from './builder.ts';
import { Country } from './country.ts';
import { Fact } from './fact.ts';
import { Leader } from './leader.ts';
import { ofSubtype, Relationship } from './relationship.ts';
import { inTime, timeArgs } from './time.ts';
import { describedEnum } from './vocabulary.ts';

const OfficeRank = describedEnum<(typeof officeRank.enumValues)[number]>(
  'OfficeRank',
  'Where an office stands in the state.',
  {
    EFFECTIVE_LEADER:
      'Whoever in fact rules the state, through whichever office. Archigos and REIGN code leaders this way, without naming the office.',
    HEAD_OF_STATE: 'The first office of the state, whoever governs.',
    HEAD_OF_GOVERNMENT: 'Leads the government.',
    MINISTER: 'Leads a ministry or department; a secretary of state among them.',
    ENVOY: 'Speaks for the state abroad: ambassador, special envoy.',
    COMMANDER: 'Commands armed forces or a part of them.',
    OTHER: 'Any other office.',
  },
);

const OfficeBasis = describedEnum<(typeof officeBasis.enumValues)[number]>(
  'OfficeBasis',
  'On what ground somebody counts as holding an office. Rival holders differ in it.',
  {
    DE_JURE: 'By law: elected, appointed or in succession, and not lawfully removed.',
    DE_FACTO: 'Has the power of the office, whatever the law says.',
    CLAIMED: 'Says so.',
  },
);

const OfficeEntry = describedEnum<(typeof officeEntry.enumValues)[number]>(
  'OfficeEntry',
  'How somebody came into an office; as Archigos distinguishes them, with regular entries split further.',
  {
    ELECTION: 'By an election.',
    APPOINTMENT: 'Appointed by whoever may.',
    SUCCESSION: 'By rule of succession.',
    COUP: 'By a coup.',
    FOREIGN_IMPOSITION: 'Put there by another state.',
    REGULAR: 'By the rules and customs of the country; the source does not say which.',
    IRREGULAR: 'Against the rules and customs of the country; the source does not say how.',
    UNKNOWN: 'A source records the entry and does not say how.',
  },
);

const OfficeExit = describedEnum<(typeof officeExit.enumValues)[number]>(
  'OfficeExit',
  'How somebody left an office; as Archigos distinguishes them, with regular exits split further.',
  {
    TERM_END: 'The term ended, or an election was lost.',
    RESIGNATION: 'Resigned.',
    COUP: 'Removed by a coup.',
    DEATH: 'Died a natural death in office.',
    ASSASSINATION: 'Killed in office.',
    FOREIGN_INTERVENTION: 'Removed by another state.',
    REGULAR: 'By the rules and customs of the country; the source does not say which.',
    IRREGULAR:
      'Against the rules and customs of the country, but not by a coup or a killing; or the source does not say how.',
    UNKNOWN: 'A source records the exit and does not say how.',
  },
);

export const OfficeHolding = builder.drizzleNode('relationship', {
  ...ofSubtype('OfficeHolding'),
  description:
    'That somebody holds, held or claims an office: the subject is the leader, the object what the office is of. Two who claim one office are two holdings.',
  interfaces: [Fact, Relationship],
  fields: t => ({
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
      description: 'On what ground the leader counts as its holder.',
      select: { columns: { basis: true } },
      resolve: row => row.basis as NonNullable<typeof row.basis>,
    }),
    entry: t.expose('entry', {
      type: OfficeEntry,
      nullable: true,
      description: 'How the leader came into it; null where no source speaks of it.',
    }),
    exit: t.expose('exit', {
      type: OfficeExit,
      nullable: true,
      description: 'How the leader left it; null while it is held, or where no source says.',
    }),
  }),
});

builder.drizzleObjectField(Country, 'leaders', t =>
  adjacencyConnection(t, {
    relation: 'leaders',
    description:
      'All who hold, held or claim its highest offices, head of state, head of government or effective leader, earliest first. Rival holders on one day are all listed: `basis` tells them apart.',
    node: { side: 'relationship', type: OfficeHolding },
    edge: {
      name: 'leader',
      type: Leader,
      side: 'counterpart',
      description: 'Who holds or claims the office.',
    },
    args: timeArgs,
    where: args => ({
      AND: [
        inTime(args),
        { relationship: { rank: { in: ['EFFECTIVE_LEADER', 'HEAD_OF_STATE', 'HEAD_OF_GOVERNMENT'] } } },
      ],
    }),
  }),
);

builder.drizzleObjectField(Leader, 'offices', t =>
  adjacencyConnection(t, {
    relation: 'offices',
    description: 'Offices held or claimed, anywhere, earliest first.',
    node: { side: 'relationship', type: OfficeHolding },
    args: timeArgs,
    where: inTime,
  }),
);
