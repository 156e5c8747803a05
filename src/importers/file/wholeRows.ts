import type { Dataset } from '../datasets.ts';
import { RefusedRow, type Row } from './row.ts';
import { hasHeader } from './rows.ts';

/** The same dataset, which refuses rows that nobody should read: with too few or too many fields, or with a NUL in one. */
export function ofWholeRows(dataset: Dataset): Dataset {
  return dataset.kind === 'STATEMENTS'
    ? { ...dataset, statements: row => dataset.statements(whole(row, dataset)) }
    : { ...dataset, event: row => dataset.event(whole(row, dataset)) };
}

function whole(row: Row, dataset: Dataset): Row {
  const fields = Object.values(row.fields);
  const { length } = dataset.columns;
  if (fields.length !== length) {
    const columns = fields.length === 1 ? '1 column' : `${fields.length} columns`;
    const all = hasHeader(dataset) ? `the header has ${length}` : `there must be ${length}`;
    throw new RefusedRow(`The row has ${columns}, where ${all}.`);
  }
  // Postgres cannot store it in a text.
  if (fields.some(field => field.includes('\0'))) throw new RefusedRow('The row has a NUL character in it.');
  return row;
}
