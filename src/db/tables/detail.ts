import { sql } from 'drizzle-orm';
import { integer } from 'drizzle-orm/pg-core';
import { entityKind } from './vocabulary.ts';

type Kind = (typeof entityKind.enumValues)[number];

/**
 * The first columns of the table of one kind of entity: it has a row for each entity of that kind, tied to it
 * by both.
 */
export const detailOf = (kind: Kind) => ({
  entityId: integer().primaryKey(),
  kind: entityKind()
    .notNull()
    .generatedAlwaysAs(sql.raw(`'${kind}'::entity_kind`)),
});
