import { afterAll, beforeAll, expect, test } from 'vitest';
import { startStack } from '../stack.ts';
import { read } from './ask.ts';
import { tell } from './story.ts';

let stack: Awaited<ReturnType<typeof startStack>>;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.close());

const leader = (url: string, slug: string) =>
  read(url, `{ leader(by: { slug: "${slug}" }) { bornOn births { date locator source { slug } } } }`);

test('every date of birth that a source gives is shown with the source, the earliest first', async () => {
  await tell(stack.owner, {
    sources: [
      { slug: 'register', type: 'REFERENCE', title: 'A register' },
      { slug: 'chronicle', type: 'REFERENCE', title: 'A chronicle' },
    ],
    leaders: [
      {
        slug: 'ada',
        name: 'Ada',
        bornOn: '1815-12-10',
        births: [
          { date: '1816', source: 'chronicle', locator: 'page 3' },
          { date: '1815-12-10', source: 'register', locator: 'row 7' },
        ],
      },
      { slug: 'eve', name: 'Eve' },
    ],
  });
  expect(await leader(stack.url, 'ada')).toEqual({
    leader: {
      bornOn: '1815-12-10',
      births: [
        { date: '1815-12-10', locator: 'row 7', source: { slug: 'register' } },
        { date: '1816', locator: 'page 3', source: { slug: 'chronicle' } },
      ],
    },
  });
  expect(await leader(stack.url, 'eve')).toEqual({ leader: { bornOn: null, births: [] } });
});

test('what datasets add to a curated leader comes before what the curated facts have', async () => {
  await tell(stack.owner, { leaders: [{ slug: 'ada', name: 'Ada', bornOn: '1815' }] });
  await stack.owner.execute(
    `update leader set derived_born_on = '1815-12-10' from entity where id = entity_id and slug = 'ada'`,
  );
  expect(await leader(stack.url, 'ada')).toEqual({ leader: { bornOn: '1815-12-10', births: [] } });
});
