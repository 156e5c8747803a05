/** One row of a dataset's file. */
export interface Row {
  /** Its line in the file, the first being 1. */
  line: number;
  /** Its fields by the names of the columns; an empty field is ''. */
  fields: Record<string, string>;
}

/** Why a row is refused: one sentence that says what is wrong with it. The import goes on without it. */
export class RefusedRow extends Error {
  override name = 'RefusedRow';
}
