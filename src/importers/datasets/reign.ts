import type { PartialDate } from '../../reference/calendar.ts';
import { RefusedRow, type Row } from '../file/row.ts';
import type { LeaderSpell } from '../statements/statement.ts';
import { checkedPeriod, partsOf, type StatementDataset } from '../statements/statementDataset.ts';

const codingStopped = '2021-03';

/**
 * REIGN: one row per spell of a leader of a state in the Correlates of War list, from a day to a month. Its
 * last two columns are not read: they are shifted by a row relative to the others.
 */
export const reign: StatementDataset = {
  kind: 'STATEMENTS',
  source: {
    slug: 'reign-2021-03',
    type: 'DATASET',
    title: 'REIGN: Rulers, Elections, and Irregular Governance, leaders, March 2021',
    authors: ['Curtis Bell'],
    publisher: 'One Earth Future',
    url: 'https://github.com/OEFDataScience/REIGN.github.io',
    licence: 'MIT (LICENSE.md of the public repository)',
    citation:
      'Bell, Curtis. 2016. The Rulers, Elections, and Irregular Governance Dataset (REIGN). Broomfield, CO: OEF Research.',
    coverage: { start: '1950-01', end: '2021-03' },
  },
  covers: { topic: 'LEADERS', states: 'COW' },
  rows: { least: 2400, most: 2700 },
  columns: [
    'stateabb',
    'ccode',
    'leadid',
    'leader',
    'sdate',
    'smonth',
    'syear',
    'emonth',
    'eyear',
    'birthyear',
    'gender',
    'militarycareer',
    'l_month',
    'l_year',
    '',
    '',
    'codedby',
    'notes',
  ],
  header: true,
  delimiter: ',',
  statements: spells,
};

function spells({ fields }: Row): LeaderSpell[] {
  const { ccode = '', leadid = '', birthyear = '' } = fields;
  // A note in parentheses is no part of the name: San Marino's captains regent have the sex and the time, (f) (3rd time), and where the
  // column is too narrow, the second parenthesis is missing.
  const name = (fields.leader ?? '').replace(/\s*\([^)]*\)?/g, '').trim();
  if (!leadid || !name) throw new RefusedRow('The row has no leadid or no leader.');
  const start = dateOf(fields.syear, fields.smonth, fields.sdate);
  if (!start) throw new RefusedRow('The row has no syear, so it is unknown when it begins.');
  const end = dateOf(fields.eyear, fields.emonth);
  // One leadid is used three times, for two people (Iceland, 1959 to 1963); with the country and the start it
  // is unique.
  const key = `${leadid} ${ccode} ${start}`;
  const bornOn = bornOf(birthyear, start);
  const period = checkedPeriod(
    end
      ? { start, end, endState: 'ENDED' }
      : {
          start,
          endState: 'UNKNOWN',
          openAt: codingStopped,
          text: 'in office when coding stopped in March 2021',
        },
  );
  return partsOf('COW', { ccode }, period).map(({ countries, period, keyed }) => ({
    kind: 'LEADER_SPELL',
    key: keyed(key),
    locators: [key],
    // leadid identifies the spell: whoever came back has several. Country, name and year of birth are the
    // closest that REIGN comes to identifying a person.
    leader: { id: [ccode, name, ...(bornOn ? [bornOn] : [])].join(' '), name, ...(bornOn && { bornOn }) },
    country: countries.ccode,
    period,
  }));
}

/** As much of a date as is known; REIGN writes -99 for what it does not know. */
function dateOf(year = '', month = '', day = ''): PartialDate | undefined {
  const parts = [year, month, day].map(part => (/^\d+$/.test(part) ? part.padStart(2, '0') : undefined));
  const unknown = parts.indexOf(undefined);
  return parts.slice(0, unknown === -1 ? 3 : unknown).join('-') || undefined;
}

function bornOf(birthyear: string, start: PartialDate): PartialDate | undefined {
  const age = Number(start.slice(0, 4)) - Number(birthyear);
  return /^\d{4}$/.test(birthyear) && age >= 0 && age < 110 ? birthyear : undefined;
}
