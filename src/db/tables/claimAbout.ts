import { index, integer, primaryKey, snakeCase } from 'drizzle-orm/pg-core';
import { claim } from './claim.ts';
import { entity } from './entity.ts';

export const claimAbout = snakeCase.table(
  'claim_about',
  {
    claimId: integer()
      .notNull()
      .references(() => claim.id, { onDelete: 'cascade' }),
    entityId: integer()
      .notNull()
      .references(() => entity.id),
  },
  t => [
    primaryKey({ columns: [t.claimId, t.entityId] }),
    // Entity.claimsAbout
    index('claim_about_entity_idx').on(t.entityId, t.claimId),
  ],
);
