import { sql } from 'drizzle-orm';
import { integer } from 'drizzle-orm/pg-core';
import { entityKind } from './vocabulary.ts';

type Kind = (typeof entityKind.enumValues)[number];

/** What the table of one kind of entity begins with: a row for each entity of that kind, held to it by both columns. */
export const detailOf = (kind: Kind) => ({
  entityId: integer().primaryKey(),
  kind: entityKind()
    .notNull()
    .generatedAlwaysAs(sql.raw(`'${kind}'::entity_kind`)),
});
