/** How the files of a dataset are laid out. */
export interface Layout {
  /** The columns, exactly these, in order. Rows come with fields by these names. */
  columns: string[];
  delimiter: ',' | '\t';
  /** Whether the first line names the columns. */
  header: boolean;
}
