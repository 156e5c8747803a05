import {
  type GraphQLField,
  type GraphQLNamedType,
  GraphQLString,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { schema } from '../../../src/schema/index.ts';
import { startStack } from '../stack.ts';
import { ask, read } from './ask.ts';
import { tell } from './story.ts';

/** A field that is read page by page, on the type that brings it into the schema. */
interface Paged {
  name: string;
  type: GraphQLNamedType;
  field: GraphQLField<unknown, unknown>;
}

/** Every connection of the schema, as its types show it: nothing that the guards are made of is asked. */
function* pagedFields(): Generator<Paged> {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const page = getNamedType(field.type);
      const isInherited = type.getInterfaces().some(parent => field.name in parent.getFields());
      const isPaged =
        field.args.some(({ name }) => name === 'after') ||
        (isObjectType(page) && 'pageInfo' in page.getFields());
      if (isPaged && !isInherited) yield { name: `${type}.${field.name}`, type, field };
    }
  }
}

const connections = [...pagedFields()];
const message = (argument: string) =>
  `\`${argument}\` is not a cursor of this connection. Give one that it returned, unchanged.`;

/** What each connection answered: the id of something that has at least two items in it, and the cursors of these. */
const answered = new Map<string, { id?: string; cursors: [string, string] }>();

/** Two who belong to the same two alliances: the dataset has nobody in more than one. */
const withMemberships = {
  sources: [{ slug: 'minutes', type: 'NEWS_REPORT' as const, title: 'Minutes', publishedOn: '2020' }],
  leaders: ['one', 'other'].map(slug => ({ slug, name: slug })),
  alliances: ['league', 'union'].map(slug => ({ slug, name: slug, types: ['OTHER' as const] })),
  relationships: ['one', 'other'].flatMap(subject =>
    ['league', 'union'].map(object => ({
      subject,
      type: 'MEMBER_OF' as const,
      object,
      status: 'FULL' as const,
      period: { start: '2020', endState: 'ONGOING' as const },
      evidence: [{ source: 'minutes' }],
    })),
  ),
};

let stack: Awaited<ReturnType<typeof startStack>>;
beforeAll(async () => {
  stack = await startStack();
  await tell(stack.owner, withMemberships);
  const ids: string[] = [];
  for (const connection of connections.filter(({ type }) => type === schema.getQueryType())) {
    let after: string | undefined;
    do {
      const { page } = await read<{ page: Page }>(
        stack.url,
        `{ ${select(connection, { first: 100, after })} }`,
      );
      ids.push(...page.edges.map(({ node }) => node.id));
      const [one, two] = page.edges;
      if (one && two) answered.set(connection.name, { cursors: [one.cursor, two.cursor] });
      const end = page.edges.at(-1)?.cursor;
      expect(end).not.toBe(after);
      after = page.pageInfo.hasNextPage ? end : undefined;
    } while (after);
  }
  for (const connection of connections.filter(({ name }) => !answered.has(name))) {
    for (let from = 0; from < ids.length && !answered.has(connection.name); from += 100) {
      const { nodes } = await read<{ nodes: { id: string; page?: Page }[] }>(
        stack.url,
        `query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on ${connection.type} { ${select(connection, { first: 2 })} } } }`,
        { ids: ids.slice(from, from + 100) },
      );
      for (const { id, page } of nodes) {
        const [one, two] = page?.edges ?? [];
        if (one && two) answered.set(connection.name, { id, cursors: [one.cursor, two.cursor] });
      }
    }
  }
});
afterAll(() => stack.close());

interface Page {
  edges: { cursor: string; node: { id: string } }[];
  pageInfo: { hasNextPage: boolean };
}
type PageArgs = { first?: number; after?: string; before?: string };

/** A page of a connection, as a selection on its type. */
function select({ name, field }: Paged, page: PageArgs, alias = 'page'): string {
  const given = field.args.filter(isRequiredArgument).map(argument => {
    expect([name, getNullableType(argument.type)]).toEqual([name, GraphQLString]);
    return `${argument.name}: "niger"`;
  });
  const paging = Object.entries(page).filter(([, value]) => value !== undefined);
  const args = [...given, ...paging.map(([name, value]) => `${name}: ${JSON.stringify(value)}`)].join(', ');
  return `${alias}: ${field.name}${args && `(${args})`} { edges { cursor node { id } } pageInfo { hasNextPage } }`;
}

/** The document that selects on the type of a connection, where that has items. */
const document = ({ type, name }: Paged, selections: string[]) =>
  type === schema.getQueryType()
    ? `{ ${selections.join('\n')} }`
    : `{ node(id: "${answerOf(name).id}") { ... on ${type} { ${selections.join('\n')} } } }`;

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64');
/** What a connection answered. */
function answerOf(name: string) {
  const answer = answered.get(name);
  if (!answer) throw new Error(`Nothing in the dataset has two of ${name}.`);
  return answer;
}

const decoded = (cursor: string) => JSON.parse(Buffer.from(cursor, 'base64').toString()) as unknown[];

/** What cannot stand where a part of a cursor stands. */
function wrongParts(part: unknown): unknown[] {
  const never = [null, true, [], {}, [part]];
  if (typeof part === 'number') return [...never, String(part), 1.5, 2_147_483_648, -2_147_483_649, 1e20];
  const isDay = /^\d{4}-\d{2}-\d{2}$|^infinity$/.test(part as string);
  return [...never, 1, 'a\0', ...(isDay ? ['now', '2023-02-29', '-infinity', ''] : [])];
}

/** Cursors as somebody might make them up who knows how one is made. */
function forged(cursor: string): string[] {
  const [giver, ...place] = decoded(cursor);
  return [
    ...['', '!!!', '-5', 'null', '\u{1f600}', 'a'.repeat(2_000), `${cursor}=`, cursor.slice(1)],
    ...[
      null,
      1,
      {},
      [],
      [giver],
      place,
      [giver, ...place, 1],
      [giver, place],
      [giver, ...place.slice(1)],
    ].map(encoded),
    ...[null, '', 'Query', 'toString', String(giver).toLowerCase()].map(name => encoded([name, ...place])),
    ...place.flatMap((part, index) =>
      wrongParts(part).map(wrong => encoded([giver, ...place.with(index, wrong)])),
    ),
  ];
}

test('the schema has connections', () => {
  expect(connections.length).toBeGreaterThan(20);
});

describe.each(connections.map(connection => [connection.name, connection] as const))(
  '%s',
  (name, connection) => {
    const places = connection.field.args
      .map(({ name }) => name)
      .filter(name => /^(after|before)$/.test(name));

    async function expectRefused(cursors: string[]) {
      for (const place of places) {
        const selections = cursors.map((cursor, index) =>
          select(connection, { [place]: cursor }, `page${index}`),
        );
        let errors: Awaited<ReturnType<typeof ask>>['errors'];
        const statements = await stack.countStatements(async () => {
          ({ errors } = await ask(stack.url, document(connection, selections)));
        });
        expect(errors?.map(({ message, extensions }) => [message, extensions.code])).toEqual(
          cursors.map(() => [message(place), 'BAD_USER_INPUT']),
        );
        expect(statements).toBe(0);
      }
    }

    test('takes cursors', () => {
      expect(places).toContain('after');
    });

    test('goes on after its own cursor', async () => {
      const [after, next] = answerOf(name).cursors;
      const found = await read<{ page?: Page; node?: { page: Page } }>(
        stack.url,
        document(connection, [select(connection, { first: 1, after })]),
      );
      const page = found.page ?? found.node?.page;
      expect(page?.edges.map(({ cursor }) => cursor)).toEqual([next]);
    });

    test('refuses a forged cursor before anything reaches the database', () =>
      expectRefused(forged(answerOf(name).cursors[0])));

    test('refuses the cursors of every other connection, of whichever shape', async () => {
      const others = [...answered].filter(([other]) => other !== name);
      const place = decoded(answerOf(name).cursors[0]).slice(1);
      await expectRefused([
        ...others.map(([, { cursors }]) => cursors[0]),
        ...others.map(([other]) => encoded([other, ...place])),
      ]);
    });
  },
);
