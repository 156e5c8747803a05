/** How the files of a dataset are laid out. */
export interface Layout {
  /** The columns, exactly these, in order. Rows come with fields by these names. */
  columns: string[];
  delimiter: ',' | '\t';
  /** Whether the first line names the columns. */
  header: boolean;
  /** Other layouts that its makers or others give it out in; rows come with fields by their columns. */
  otherLayouts?: Layout[];
}

/** The layouts that a file may have. */
export const layoutsOf = (layout: Layout): Layout[] => [layout, ...(layout.otherLayouts ?? [])];
