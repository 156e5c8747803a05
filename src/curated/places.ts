/** Finds the values in a file of facts by what the format says of their places. */
import { partialDate, type Target } from '../record/facts/values.ts';
import { type Facts, format, sections } from './format.ts';
import type { Path } from './shape.ts';

/** What leads from a schema to its parts, and the mark of a reference. */
interface Schema {
  refersTo?: Target;
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  items?: Schema;
}

/** A value, and a schema that the format has for its place. */
export interface Place {
  path: Path;
  value: unknown;
  schema: Schema;
}

/** Every value in an item that fits the format, the item first, once with each schema for its place. */
export function placesIn(section: keyof Facts, item: unknown): Place[] {
  const places: Place[] = [];
  const visit = (place: Place) => {
    places.push(place);
    const { path, value, schema } = place;
    for (const part of schema.allOf ?? []) visit({ path, value, schema: part });
    for (const [key, property] of Object.entries(schema.properties ?? {})) {
      const held = (value as Record<string, unknown>)[key];
      if (held !== undefined) visit({ path: [...path, key], value: held, schema: property });
    }
    if (!schema.items) return;
    for (const [index, one] of (value as unknown[]).entries())
      visit({ path: [...path, index], value: one, schema: schema.items });
  };
  visit({ path: [], value: item, schema: sections[section].items as Schema });
  return places;
}

/** The names of the properties that hold dates. */
export const datedProperties = new Set(
  [...propertiesOf(format as Schema)].filter(([, property]) => holdsDate(property)).map(([name]) => name),
);

function holdsDate({ allOf = [] }: Schema): boolean {
  return allOf.some(part => part === partialDate);
}

function* propertiesOf(schema: Schema): Generator<[string, Schema]> {
  const { properties = {}, allOf = [], items } = schema;
  yield* Object.entries(properties);
  for (const part of [...Object.values(properties), ...allOf, ...(items ? [items] : [])])
    yield* propertiesOf(part);
}
