import type { Owner } from '../../../src/db/owner.ts';
import { type Contents, collectionOf } from '../../../src/record/collection.ts';
import { storeCollection } from '../../../src/record/store.ts';

const nothing: Contents = {
  sources: [],
  countries: [],
  leaders: [],
  organizations: [],
  alliances: [],
  events: [],
  relationships: [],
  claims: [],
  indicators: [],
  coverage: [],
};

/** Puts facts on record beside the curated ones. Told again with changes, it supersedes what it said before. */
export const tell = (owner: Owner, story: Partial<Contents>) =>
  storeCollection(owner, collectionOf('story', { ...nothing, ...story }));
