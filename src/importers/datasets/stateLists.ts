/**
 * The two lists of the world's states since 1816. They tell nothing by themselves, but for which times the datasets that build
 * on them speak of a state.
 */
import { firstDay, type PartialDate } from '../../reference/calendar.ts';
import { type StateSystem, type Tenure, tenuresIn } from '../../reference/states.ts';
import { RefusedRow, type Row } from '../file/row.ts';
import type { StateStatement } from '../statements/statement.ts';
import { checkedPeriod, countryOf, type StatementDataset } from '../statements/statementDataset.ts';

/** Both lists begin on this day: a state that is there on it is older. */
const begins = '1816-01-01';

/** Correlates of War: one row for each time without a break in which a state was a member of the state system. */
export const cowStates: StatementDataset = {
  kind: 'STATEMENTS',
  source: {
    slug: 'cow-states-2016',
    type: 'REFERENCE',
    title: 'State System Membership, version 2016',
    publisher: 'Correlates of War Project',
    licence:
      'GPL-2.0 as part of the R package peacesciencer; the terms of the list itself are not known here',
    citation:
      'Correlates of War Project. 2017. “State System Membership List, v2016.” https://correlatesofwar.org.',
    coverage: { start: begins, end: '2016-12-31' },
  },
  rows: { least: 235, most: 260 },
  columns: [
    ...['stateabb', 'ccode', 'statenme', 'styear', 'stmonth', 'stday'],
    ...['endyear', 'endmonth', 'endday', 'version'],
  ],
  header: true,
  delimiter: ',',
  statements: ({ fields }) => {
    const day = (of: string) =>
      ['year', 'month', 'day'].map(part => (fields[of + part] ?? '').padStart(2, '0')).join('-');
    return members('COW', fields.ccode ?? '', 'ccode', { start: day('st'), end: day('end') }, '2016-12-31');
  },
};

/** Gleditsch and Ward: one row for each time without a break in which a state was independent. */
export const gwStates: StatementDataset = {
  kind: 'STATEMENTS',
  source: {
    slug: 'gleditsch-ward-states-2017',
    type: 'REFERENCE',
    title: 'List of independent states, to the end of 2017',
    authors: ['Kristian Skrede Gleditsch', 'Michael D. Ward'],
    licence:
      'GPL-2.0 as part of the R package peacesciencer; the terms of the list itself are not known here',
    citation:
      'Gleditsch, Kristian Skrede, and Michael D. Ward. 1999. “Interstate System Membership: A Revised List of the Independent States since 1816.” International Interactions 25(4): 393–413.',
    coverage: { start: begins, end: '2017-12-31' },
  },
  rows: { least: 205, most: 230 },
  columns: ['gwcode', 'stateabb', 'statename', 'startdate', 'enddate'],
  header: true,
  delimiter: ',',
  statements: ({ fields: { gwcode = '', startdate = '', enddate = '' } }: Row) =>
    members('GW', gwcode, 'gwcode', { start: startdate, end: enddate }, '2017-12-31'),
};

/**
 * Who was on the list by a row: more than one country, one after the other, where the list has their number as one state.
 *
 * @param last the last day of the list: who is on it then still is a state, as far as the list knows
 */
function members(
  list: StateSystem,
  code: string,
  column: string,
  { start, end }: { start: PartialDate; end: PartialDate },
  last: PartialDate,
): StateStatement[] {
  checkedPeriod({ start, end });
  countryOf(list, code, column, start);
  const row = `${code} ${start}`;
  const found = tenuresIn(list)
    .filter(tenure => tenure.number === Number(code))
    .flatMap(({ slug, from, until }: Tenure & { slug: string }): StateStatement[] => {
      const first = from && from > start ? from : start === begins ? undefined : start;
      const ended = until && until < end ? until : end === last ? undefined : end;
      if (firstDay(first ?? begins) > (ended ?? last)) return [];
      const period = ended
        ? ({ end: ended, endState: 'ENDED' } as const)
        : ({ endState: 'UNKNOWN', openAt: last, text: `a state when the list ended on ${last}` } as const);
      return [
        {
          kind: 'STATE',
          key: `${row} ${slug}`,
          locators: [row],
          country: slug,
          list,
          period: { ...(first && { start: first }), ...period },
        },
      ];
    });
  if (found.length === 0) throw new RefusedRow(`Number ${code} was no country's from ${start} to ${end}.`);
  return found;
}
