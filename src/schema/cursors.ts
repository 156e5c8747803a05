import { decodeBase64, encodeBase64 } from '@pothos/core';
import type { OrderPart } from '../db/order.ts';
import { badUserInput } from './errors.ts';
import { isDate } from './scalars.ts';

/** What cursors hold: the columns that a list is ordered by, or the number of results that come before. */
export type CursorPart = OrderPart | 'offset';

/** What cursors need to know about their connection. A field keeps it in its extensions, as `connection`. */
export interface Connection {
  /**
   * Its field, such as `Actor.events`. Every cursor carries this name, and every other connection refuses it.
   */
  name: string;
  parts: readonly CursorPart[];
}

/** The connection behind a field; undefined if there is none. */
export const connectionOf = ({ extensions }: { extensions: object }): Connection | undefined =>
  (extensions as { connection?: Connection }).connection;

/** Whether an argument of this name marks a place in a connection. */
export const isPlace = (argument: string): boolean => argument === 'after' || argument === 'before';

const isBetween = (value: unknown, least: number) =>
  Number.isInteger(value) && (value as number) >= least && (value as number) <= 2_147_483_647;

const fits: Record<CursorPart, (value: unknown) => boolean> = {
  date: value => typeof value === 'string' && (value === 'infinity' || isDate(value)),
  row: value => isBetween(value, -2_147_483_648),
  text: value => typeof value === 'string' && !value.includes('\0'),
  offset: value => isBetween(value, 1),
};

/** The cursor of a place in a connection. */
export const encodeCursor = ({ name }: Connection, place: readonly unknown[]): string =>
  encodeBase64(JSON.stringify([name, ...place]));

function decode({ name, parts }: Connection, cursor: string): unknown[] | null {
  let decoded: unknown;
  try {
    decoded = JSON.parse(decodeBase64(cursor));
  } catch {
    return null;
  }
  if (!Array.isArray(decoded)) return null;
  const [giver, ...place] = decoded;
  const isPlace = place.length === parts.length && parts.every((part, index) => fits[part](place[index]));
  return giver === name && isPlace ? place : null;
}

/** Whether `cursor` is one that this connection gives out. */
export const isCursor = (connection: Connection, cursor: string): boolean =>
  decode(connection, cursor) !== null;

/** The error message for an argument that is not a cursor of the connection. */
export const notACursor = (argument: string) =>
  `\`${argument}\` is not a cursor of this connection. Give one that it returned, unchanged.`;

/**
 * The place in a connection that an argument's cursor marks; null if none is given.
 *
 * @throws BAD_USER_INPUT when the cursor is not one that this connection gives out
 */
export function placeAt(connection: Connection, argument: string, cursor?: string | null): unknown[] | null {
  if (cursor == null) return null;
  const place = decode(connection, cursor);
  if (!place) throw badUserInput(notACursor(argument));
  return place;
}
