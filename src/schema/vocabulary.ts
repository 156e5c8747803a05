import type { EnumRef } from '@pothos/core';
import { builder } from './builder.ts';

/**
 * A GraphQL enum from one of the database's vocabularies: every value of the list has its description, or
 * this does not compile.
 */
export function describedEnum<Value extends string>(
  name: string,
  description: string,
  descriptions: Record<Value, string>,
): EnumRef<typeof builder.$inferSchemaTypes, Value> {
  const values = Object.entries<string>(descriptions).map(([value, description]) => [value, { description }]);
  return builder.enumType(name, { description, values: Object.fromEntries(values) });
}
