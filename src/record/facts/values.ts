/** What the properties of facts are made of. Each property says in its description what the value means there. */
import { type Static, type TProperties, type TSchema, Type } from 'typebox';
import type { EntityKind } from '../../db/tables/relationshipTypes.ts';
import type { PartialDate } from '../../reference/calendar.ts';

/** What a slug can be the slug of: a kind of entity, any that can act, any entity at all, or none of them. */
export type Target = EntityKind | 'actor' | 'entity' | 'source' | 'claim';

// Text that has something to see in it, and no U+0000, which Postgres does not store.
const notBlank = '^[^\\u0000]*\\S[^\\u0000]*$';

export const text = Type.String({ pattern: notBlank, description: 'Text that is not blank.' });

export const slug = Type.String({
  pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
  description: 'A key of lower-case letters and digits, joined by hyphens, such as burkina-faso.',
});

// Editors see a year as YAML does, as a number; readFacts makes text of it.
export const partialDate = Type.Unsafe<PartialDate>({
  type: ['string', 'integer'],
  pattern: '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$',
  description: 'A date as precise as the source gives it: 2023, 2023-07 or 2023-07-26.',
});

export const quote = Type.String({
  maxLength: 300,
  pattern: notBlank,
  description: "The source's own words, verbatim, at most 300 characters.",
});

/** A value, with what it means in this place. Its own description stays, for it says how the value is written. */
export function described<Value extends TSchema>(value: Value, description: string) {
  return Type.Unsafe<Static<Value>>({ allOf: [value], description });
}

/** A slug that has to be the slug of something that is there. */
export function reference(refersTo: Target, description: string) {
  return Type.Unsafe<string>({ allOf: [slug], refersTo, description });
}

/** The rule of JSON Schema that what fits `condition` fits `consequence` too, and the rest fits `alternative`. */
export const rule = (condition: object, consequence: object, alternative?: object) => ({
  if: condition,
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema; nobody awaits a schema.
  then: consequence,
  ...(alternative && { else: alternative }),
});

/** An object with these properties and no others; `rules` are further keywords of JSON Schema. */
export function object<Properties extends TProperties>(
  description: string,
  properties: Properties,
  rules: object = {},
) {
  return Type.Object(properties, { additionalProperties: false, description, ...rules });
}
