/** The least and the most that an argument may be, or how many items it may have. */
export type Bounds = readonly [least: number, most: number];

/** Longest text, and longest list where a list has no bounds of its own. */
export const longest = { text: 1_000, list: 100 };

/**
 * The options of an argument with bounds: it is refused outside them, and its description states them.
 *
 * @param description what the argument is for, without a period at the end
 */
export const within = ([least, most]: Bounds, description: string) => ({
  description: `${description}, ${least} to ${most}.`,
  extensions: { bounds: [least, most] satisfies Bounds },
});

/** The bounds that an argument or input field was made with; undefined if it has none. */
export const boundsOf = ({ extensions }: { extensions: object }): Bounds | undefined =>
  (extensions as { bounds?: Bounds }).bounds;
