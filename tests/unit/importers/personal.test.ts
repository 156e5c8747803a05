import { describe, expect, test } from 'vitest';
import { readsAsPerson } from '../../../src/importers/events/personal.ts';

describe('a name reads as a person’s', () => {
  test.each([
    'Ada Example',
    'Sergey Viktorovich Lavrov',
    'Mohammad Javad Zarif',
    'Kim Jong-Un',
    'Moon Jae-in',
    'Nuri al-Maliki',
    'Mohammed bin Salman',
    'Cristina Fernández de Kirchner',
    'Oluṣẹgun Ọbasanjọ',
    'Christian Kern',
    'Segolene Royal',
    'Qin Gang',
    "Peter O'Neill",
    'N. Chandrababu Naidu',
    'Elizabeth II',
  ])('%s', name => expect(readsAsPerson(name)).toBe(true));
});

describe('a name does not', () => {
  test.each([
    'Hamas',
    'Boko Haram',
    'Al Jazeera',
    'Bharatiya Janata',
    'UN Security Council',
    'Example Party',
    'Bank of Examples',
    'The Hague',
    'Middle East',
    'Police (Kenya)',
    '10 Downing Street',
    'Johnson & Johnson',
    'fishing boats',
    '',
  ])('%j', name => expect(readsAsPerson(name)).toBe(false));
});
