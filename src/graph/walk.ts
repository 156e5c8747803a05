import { type SQL, sql } from 'drizzle-orm';
import type { EntityKey } from '../db/entityKey.ts';
import { type certainty, relationshipType, type stance } from '../db/tables/index.ts';

type RelationshipType = (typeof relationshipType.enumValues)[number];

/** Which ties a traversal walks along. Fields left out do not filter, apart from the defaults given here. */
export type Walk = {
  /** By default, every type but BORDERS and PARTICIPATED_IN. */
  types?: readonly RelationshipType[] | null;
  excludeTypes?: readonly RelationshipType[] | null;
  stances?: readonly (typeof stance.enumValues)[number][] | null;
  /** By default, all but CODED. */
  certainty?: readonly (typeof certainty.enumValues)[number][] | null;
  /** A day, YYYY-MM-DD, on which a tie held or may have held, as far as sources vouch; by default, any. */
  asOf?: string | null;
  /** Whether a tie counts for which no source vouches on that day, as long as nothing says that it did not hold. */
  unattested?: boolean | null;
  /** An instant at which it was on record; by default, now. */
  knownAt?: Date | null;
  /** Entities that are never entered; one that does not exist is ignored. */
  avoid?: readonly EntityKey[] | null;
  /** Adds PARTICIPATED_IN. */
  throughEvents?: boolean | null;
};

/** What nobody means by a tie without saying so: geography, and taking part in the same event. */
const onlyOnDemand: readonly RelationshipType[] = ['BORDERS', 'PARTICIPATED_IN'];
const reviewed = ['ESTABLISHED', 'REPORTED', 'ALLEGED', 'DISPUTED'];

/** Far beyond any instant on record, and before infinity, which stands for "not superseded". */
const now = '9999-01-01T00:00:00Z';

function typesOf({ types, excludeTypes, throughEvents }: Walk): RelationshipType[] {
  const chosen = types ?? relationshipType.enumValues.filter(type => !onlyOnDemand.includes(type));
  const all = new Set([...chosen, ...(throughEvents ? (['PARTICIPATED_IN'] as const) : [])]);
  return [...all].filter(type => !excludeTypes?.includes(type));
}

/** Values of a closed vocabulary, or numbers, as the text of a Postgres array. */
const array = (values: readonly (string | number)[]) => `{${values.join(',')}}`;

/** The arguments that every search function takes, `of_types` to `at`, in order. */
export const walkArguments = (walk: Walk): SQL => sql`
  ${array(typesOf(walk))}::relationship_type[],
  ${walk.stances ? array(walk.stances) : null}::stance[],
  ${array(walk.certainty ?? reviewed)}::certainty[],
  ${walk.asOf ?? null}::date,
  ${walk.unattested ?? false}::boolean,
  ${walk.knownAt?.toISOString() ?? now}::timestamptz`;

/** Whether a row of entity is one that the keys name. */
function isNamed(keys: readonly EntityKey[]): SQL {
  // No JSON holds half a surrogate pair, and no slug either.
  const slugs = JSON.stringify(keys.map(({ slug }) => slug.toWellFormed()));
  return sql`slug = any (array(select jsonb_array_elements_text(${slugs}::jsonb)))`;
}

/** The numbers of the entities that the keys name, as an integer array; keys that name none are left out. */
export const entityNumbers = (keys: readonly EntityKey[]): SQL =>
  sql`array(select id from entity where ${isNamed(keys)})`;

/** How many different entities the keys name, as an integer. */
export const entitiesNamed = (keys: readonly EntityKey[]): SQL =>
  sql`(select count(*)::integer from entity where ${isNamed(keys)})`;
