import { expect, test } from 'vitest';
import { orderOf, orderOfRelated } from '../../../src/db/order.ts';

test('what an order holds follows from its columns', () => {
  expect(orderOf('entity', ['name', 'id']).parts).toEqual(['text', 'row']);
  expect(orderOf('event', ['startsOn', 'entityId']).parts).toEqual(['date', 'row']);
  expect(orderOfRelated('entity', 'relationships', ['startsOn', 'relationshipId']).parts).toEqual([
    'date',
    'row',
  ]);
  expect(orderOfRelated('claim', 'about', ['id']).parts).toEqual(['row']);
});

test('no list is ordered by what may be null: it would be lost between pages', () => {
  expect(() => orderOf('claim', ['eventId', 'id'])).toThrow(
    'claim cannot be ordered by eventId: it may be null.',
  );
});

test('no list is ordered by what no cursor holds', () => {
  expect(() => orderOf('entity', ['kind', 'id'])).toThrow(
    /cannot be ordered by kind: it is not a date, a number or text/,
  );
  expect(() => orderOf('entity', ['nme', 'id'])).toThrow(/cannot be ordered by nme/);
});

test('no list is in an order that leaves ties: items would come twice, or be lost', () => {
  expect(() => orderOf('entity', ['name'])).toThrow(
    'entity cannot be ordered by name: two rows may be equal in all of that.',
  );
  expect(() => orderOf('adjacency', ['startsOn', 'relationshipId'])).toThrow(/two rows may be equal/);
  expect(() => orderOfRelated('entity', 'relationships', ['startsOn'])).toThrow(/two rows may be equal/);
});
