import { decodeBase64, decodeCursorChunk, encodeBase64 } from '@pothos/core';
import { isDate } from './scalars.ts';

/**
 * What a connection's cursor holds, part by part: the columns it orders by. `date` may be infinity, where an
 * unknown start stands; `row` is the number of a row; `offset`, alone, counts results of a search.
 */
export type CursorShape = readonly ('date' | 'row' | 'text' | 'offset')[];

const isRow = (value: unknown) =>
  Number.isInteger(value) && (value as number) > 0 && (value as number) <= 2_147_483_647;

const fits: Record<CursorShape[number], (value: unknown) => boolean> = {
  date: value => typeof value === 'string' && (value === 'infinity' || isDate(value)),
  row: isRow,
  text: value => typeof value === 'string' && !value.includes('\0'),
  offset: isRow,
};

function decode(cursor: string): unknown[] | null {
  try {
    const [, chunk] = /^DC:(.*)$/s.exec(decodeBase64(cursor)) ?? [];
    const value = decodeCursorChunk(chunk);
    return Array.isArray(value) ? value : [value];
  } catch {
    return null;
  }
}

/** Whether `cursor` is one that a connection of this shape gives out. */
export function isCursor(cursor: string, shape: CursorShape): boolean {
  const parts = decode(cursor);
  return parts?.length === shape.length && shape.every((part, index) => fits[part](parts[index]));
}

/** The cursor of a search result: how many come up to it. */
export const encodeOffset = (offset: number) => encodeBase64(`DC:N:${offset}`);

/** How many results come up to this cursor, which `isCursor` has passed. */
export const decodeOffset = (cursor: string) => decode(cursor)?.[0] as number;
