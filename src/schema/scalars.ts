import { GraphQLError, Kind, type ValueNode } from 'graphql';
import { builder } from './builder.ts';
import { badUserInput } from './errors.ts';

const daysInMonth = (year: number, month: number) =>
  new Date(Date.UTC(year < 100 ? year + 400 : year, month, 0)).getUTCDate();

/** Whether `text` is a day of the Gregorian calendar as YYYY-MM-DD, years 0001 to 9999. */
export function isDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return false;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Whether `text` is a year, a month or a day: YYYY, YYYY-MM or YYYY-MM-DD. */
export function isPartialDate(text: string): boolean {
  return /^\d{4}(-\d{2}(-\d{2})?)?$/.test(text) && isDate(`${text}-01-01`.slice(0, 10));
}

const instant =
  /^(\d{4}-\d{2}-\d{2})[Tt]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/**
 * The instant that an RFC 3339 text names, or null when it names none in the years 0001 to 9999. Seconds may
 * be left out.
 */
function parseInstant(text: string): Date | null {
  const match = instant.exec(text);
  if (!match?.[1] || !isDate(match[1])) return null;
  const parsed = new Date(text.toUpperCase());
  // An offset may move it outside the years that a date can have.
  return isDate(parsed.toISOString().slice(0, 10)) ? parsed : null;
}

/** How a scalar reads what a caller gives, as a literal in the document or in a variable. */
const reading = <Value>(parse: (given: unknown) => Value) => ({
  parseValue: parse,
  // graphql-js locates a bad variable by itself, but a bad literal only if it gets the node.
  parseLiteral: (node: ValueNode) => {
    try {
      return parse(node.kind === Kind.STRING ? node.value : undefined);
    } catch (error) {
      const { message, extensions } = error as GraphQLError;
      throw new GraphQLError(message, { nodes: node, extensions });
    }
  },
});

builder.scalarType('Date', {
  description: 'A calendar date, ISO 8601 YYYY-MM-DD, years 0001 to 9999. Anything else is BAD_USER_INPUT.',
  serialize: value => value,
  ...reading(given => {
    if (typeof given === 'string' && isDate(given)) return given;
    throw badUserInput(
      'That is not a date. Give a calendar date as YYYY-MM-DD, years 0001 to 9999, for example "2023-08-04".',
    );
  }),
});

builder.scalarType('PartialDate', {
  description:
    'A date as precise as its source: ISO 8601 YYYY, YYYY-MM or YYYY-MM-DD. The precision is part of the value: 2021 is some day of that year, not its first day.',
  serialize: value => value,
  ...reading(given => {
    if (typeof given === 'string' && isPartialDate(given)) return given;
    throw badUserInput(
      'That is not a date. Give a year, a month or a day: "2023", "2023-08" or "2023-08-04".',
    );
  }),
});

builder.scalarType('DateTime', {
  description:
    'An RFC 3339 instant, returned in UTC with milliseconds. Other offsets are accepted and converted.',
  serialize: value => value.toISOString(),
  ...reading(given => {
    const instant = typeof given === 'string' ? parseInstant(given) : null;
    if (instant) return instant;
    throw badUserInput(
      'That is not an instant. Give an RFC 3339 instant, for example "2023-08-04T00:00:00Z".',
    );
  }),
});

builder.scalarType('URL', {
  description: 'An absolute web address, http or https.',
  serialize: value => value,
  ...reading(given => {
    if (typeof given === 'string' && /^https?:/.test(given) && URL.canParse(given)) return given;
    throw badUserInput(
      'That is not a web address. Give an absolute one that begins with http:// or https://.',
    );
  }),
});
