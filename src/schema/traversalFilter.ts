import type { Walk } from '../graph/walk.ts';
import { builder } from './builder.ts';
import { EntityRef, entityWhere } from './entity.ts';
import { Certainty } from './fact.ts';
import { RelationshipType, Stance } from './relationship.ts';
import { timeFields } from './time.ts';

export const TraversalFilter = builder.inputType('TraversalFilter', {
  description: 'Which ties a traversal walks along. It applies at every step, not only to the result.',
  fields: t => ({
    types: t.field({
      type: [RelationshipType],
      description:
        'Only ties of these types. By default, every type but BORDERS, which is geography, and PARTICIPATED_IN, which throughEvents turns on.',
    }),
    excludeTypes: t.field({ type: [RelationshipType], description: 'No ties of these types.' }),
    stances: t.field({ type: [Stance], description: 'Only ties with one of these stances.' }),
    certainty: t.field({
      type: [Certainty],
      description: 'Only ties as certain as one of these. By default, all but CODED.',
    }),
    ...timeFields(t),
    avoid: t.field({
      type: [EntityRef],
      description:
        'Entities never to walk through, and so not in the answer unless the query names them as a start or an end; at most 100. One that does not exist is ignored.',
    }),
    throughEvents: t.boolean({
      defaultValue: false,
      description: 'Walk through events too: two actors in one event are two steps apart.',
    }),
  }),
});

/** A filter as the searches take it. */
export const walkOf = (filter: typeof TraversalFilter.$inferInput | null | undefined): Walk => ({
  ...filter,
  avoid: filter?.avoid?.map(ref => entityWhere(ref)),
});
