import { firstDay, isOnCalendar, lastDay, type PartialDate } from '../../reference/calendar.ts';
import { RefusedRow, type Row } from '../file/row.ts';
import type { LeaderSpell } from '../statements/statement.ts';
import { checkedPeriod, partsOf, type StatementDataset } from '../statements/statementDataset.ts';
import { nameIn, withoutSharedNames } from './archigosNames.ts';

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

/**
 * Archigos: one row per spell of an effective leader, by day, of the states in the Gleditsch–Ward list. Beside the shorter table
 * in the R package peacesciencer, it takes the one that its makers give out, which also has days of birth and death and links
 * to articles about the leaders. The keys are the same.
 */
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
  otherLayouts: [
    {
      columns:
        'obsid leadid ccode idacr leader startdate eindate enddate eoutdate entry exit exitcode prevtimesinoffice posttenurefate gender yrborn yrdied borndate ebirthdate deathdate edeathdate dbpediauri numentry numexit numexitcode numposttenurefate fties ftcur'.split(
          ' ',
        ),
      header: true,
      delimiter: '\t',
    },
  ],
  statements: spells,
  conclude: withoutSharedNames,
};

function spells({ fields }: Row): LeaderSpell[] {
  const { obsid = '', leadid = '' } = fields;
  // A note in parentheses, such as (Emperor), is no part of the name.
  const leader = (fields.leader ?? '').replace(/\s*\([^)]*\)/g, '').trim();
  if (!obsid || !leadid || !leader) throw new RefusedRow('The row has no obsid, leadid or leader.');
  const entry = entries[fields.entry ?? ''];
  if (!entry) throw new RefusedRow(`Archigos has no entry "${fields.entry}".`);
  const period = periodOf(fields);
  const exit = period.openAt === undefined ? exitOf(fields) : {};
  const fullName = nameIn(fields.dbpediauri ?? '', leader);
  const column = fields.gwcode === undefined ? 'ccode' : 'gwcode';
  const number: Record<string, string> = { [column]: fields[column] ?? '' };
  return partsOf('GW', number, period).map(({ countries, period, isFirst, isLast, keyed }) => ({
    kind: 'LEADER_SPELL',
    key: keyed(obsid),
    locators: [obsid],
    leader: { id: leadid, name: leader, ...(fullName && { fullName }), ...lifeOf(fields) },
    country: countries[column] as string,
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

/**
 * When the leader was born and died, to the day where the row has one. It also has the years, and a day of another year is not
 * taken; nor is a death before the end of the spell.
 */
function lifeOf(fields: Row['fields']): { bornOn?: PartialDate; diedOn?: PartialDate } {
  const { startdate = '', enddate = '', yrborn = '', borndate, yrdied = '', deathdate } = fields;
  const bornOn = datesOf(borndate, yrborn).find(date => isBirth(date, startdate));
  const diedOn = datesOf(deathdate, yrdied).find(date => lastDay(date) >= enddate);
  return { ...(bornOn && { bornOn }), ...(diedOn && { diedOn }) };
}

/** The day and the year, those of them that are given; a year below zero is a code, such as -777 for the living. */
function datesOf(day: string | undefined, year: string): PartialDate[] {
  const years = /^\d{4}$/.test(year) ? [year] : [];
  const isDay = day !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(day) && isOnCalendar(day);
  return isDay && years.every(year => day.startsWith(year)) ? [day, ...years] : years;
}

/** Infants have been kings, but nobody took office before birth, or at 110. */
function isBirth(date: PartialDate, startdate: string): boolean {
  const age = Number(startdate.slice(0, 4)) - Number(date.slice(0, 4));
  return firstDay(date) <= startdate && age < 110;
}
