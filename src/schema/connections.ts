import type { builder } from './builder.ts';

type Types = typeof builder.$inferSchemaTypes;

/** The options of a connection type that counts: its resolver gives `totalCount`, at once or when called. */
export const totalCount = {
  fields: <Connection extends object>(t: PothosSchemaTypes.ObjectFieldBuilder<Types, Connection>) => ({
    totalCount: t.int({
      description: 'How many items pass the filter in all, whatever the page.',
      // Tells the plugin that a document that asks for nothing else needs no rows.
      extensions: { pothosDrizzleTotalCount: true },
      resolve: connection => {
        const { totalCount } = connection as { totalCount: number | (() => Promise<number>) };
        return typeof totalCount === 'function' ? totalCount() : totalCount;
      },
    }),
  }),
};
