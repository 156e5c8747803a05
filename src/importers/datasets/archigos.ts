import { RefusedRow, type Row } from '../file/row.ts';
import type { LeaderSpell } from '../statements/statement.ts';
import { checkedPeriod, partsOf, type StatementDataset } from '../statements/statementDataset.ts';

/** The last day that Archigos 4.1 covers. */
const codingStopped = '2015-12-31';

/** The words of Archigos for how a leader entered office. */
const entries: Record<string, LeaderSpell['entry']> = {
  Regular: 'REGULAR',
  Irregular: 'IRREGULAR',
  'Foreign Imposition': 'FOREIGN_IMPOSITION',
  Unknown: 'UNKNOWN',
};

/** The words of Archigos for how a leader left office; `exitcode` says what Irregular means. */
const exits: Record<string, LeaderSpell['exit']> = {
  Regular: 'REGULAR',
  'Natural Death': 'DEATH',
  Suicide: 'DEATH',
  'Retired Due to Ill Health': 'RESIGNATION',
  Foreign: 'FOREIGN_INTERVENTION',
  Unknown: 'UNKNOWN',
};

/** Archigos: one row per spell of an effective leader, by day, of the states in the Gleditsch–Ward list. */
export const archigos: StatementDataset = {
  kind: 'STATEMENTS',
  source: {
    slug: 'archigos-4-1',
    type: 'DATASET',
    title: 'Archigos: A Data Set on Leaders, 1875–2015, version 4.1',
    authors: ['Henk E. Goemans', 'Kristian Skrede Gleditsch', 'Giacomo Chiozza'],
    licence:
      'GPL-2.0 as part of the R package peacesciencer; the terms of Archigos itself are not known here',
    citation:
      'Goemans, Henk E., Kristian Skrede Gleditsch and Giacomo Chiozza. 2009. “Introducing Archigos: A Dataset of Political Leaders.” Journal of Peace Research 46(2): 269–283.',
    coverage: { start: '1875', end: '2015-12-31' },
  },
  covers: { topic: 'LEADERS', states: 'GW' },
  rows: { least: 3300, most: 3600 },
  columns: [
    'obsid',
    'gwcode',
    'leadid',
    'leader',
    'yrborn',
    'gender',
    'startdate',
    'enddate',
    'entry',
    'exit',
    'exitcode',
  ],
  header: true,
  delimiter: ',',
  statements: spells,
};

function spells({ fields }: Row): LeaderSpell[] {
  const { obsid = '', gwcode = '', leadid = '', leader = '', yrborn = '', startdate = '' } = fields;
  if (!obsid || !leadid || !leader.trim()) throw new RefusedRow('The row has no obsid, leadid or leader.');
  const entry = entries[fields.entry ?? ''];
  if (!entry) throw new RefusedRow(`Archigos has no entry "${fields.entry}".`);
  const period = periodOf(fields);
  const exit = period.openAt === undefined ? exitOf(fields) : {};
  return partsOf('GW', { gwcode }, period).map(({ countries, period, isFirst, isLast, keyed }) => ({
    kind: 'LEADER_SPELL',
    key: keyed(obsid),
    locators: [obsid],
    leader: { id: leadid, name: leader.trim(), ...(isPlausible(yrborn, startdate) && { bornOn: yrborn }) },
    country: countries.gwcode,
    period,
    ...(isFirst && { entry }),
    ...(isLast && exit),
  }));
}

/**
 * A spell that was still going on when coding stopped has no end. Neither has one with another exit on that
 * very day: 4.1 gives SAU-2015 a natural death on it, but a day that every unfinished row has says nothing
 * about anyone.
 */
function periodOf({ startdate: start = '', enddate = '', exit = '' }: Row['fields']) {
  if (exit === 'Still in Office') {
    const text = `in office when coding stopped on ${enddate}`;
    return checkedPeriod({ start, endState: 'UNKNOWN', openAt: enddate, text });
  }
  if (enddate === codingStopped) {
    const text = `coded up to ${enddate}, when coding stopped`;
    return checkedPeriod({ start, endState: 'UNKNOWN', openAt: enddate, text });
  }
  return checkedPeriod({ start, end: enddate, endState: 'ENDED' });
}

/** A removal "in military power struggle short of coup" is irregular but not a coup, as its name says. */
function exitOf({
  exit = '',
  exitcode = '',
}: Row['fields']): Pick<LeaderSpell, 'exit' | 'removedByMilitary'> {
  if (exit === 'Irregular') {
    if (exitcode.startsWith('Removed by Military')) return { exit: 'COUP', removedByMilitary: true };
    return { exit: exitcode === 'Assassination by Unsupported Individual' ? 'ASSASSINATION' : 'IRREGULAR' };
  }
  if (!exits[exit]) throw new RefusedRow(`Archigos has no exit "${exit}".`);
  return { exit: exits[exit] };
}

/** Infants have been kings, but nobody took office before birth, or at 110. */
function isPlausible(yrborn: string, startdate: string): boolean {
  const age = Number(startdate.slice(0, 4)) - Number(yrborn);
  return /^\d{4}$/.test(yrborn) && age >= 0 && age < 110;
}
