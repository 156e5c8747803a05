import type { Layout } from './layout.ts';
import { RefusedRow, type Row } from './row.ts';

/** The row, if it is whole: throws RefusedRow when it has too few or too many fields, or a NUL character. */
export function wholeRow(row: Row, { columns: { length }, header }: Layout): Row {
  const fields = Object.values(row.fields);
  if (fields.length !== length) {
    const columns = fields.length === 1 ? '1 column' : `${fields.length} columns`;
    const all = header ? `the header has ${length}` : `there must be ${length}`;
    throw new RefusedRow(`The row has ${columns}, but ${all}.`);
  }
  // Postgres cannot store it in text.
  if (fields.some(field => field.includes('\0'))) throw new RefusedRow('The row has a NUL character in it.');
  return row;
}
