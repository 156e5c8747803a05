export * from './claim.ts';
export * from './entity.ts';
export * from './kinds.ts';
export * from './relationship.ts';
export * from './source.ts';
export * from './vocabulary.ts';
