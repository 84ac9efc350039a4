import { expect, test } from 'vitest';
import { numberedName, numberNamesakes, shortNames } from '#domain/debate/participants/namesakes.ts';
import { tidyName } from '#domain/debate/texts/tidy-name.ts';
import { nameInFile } from '#domain/formats/imports/imported-name.ts';

const joined = (times: Record<string, number>) => ({
  get: (id: string) => (times[id] === undefined ? undefined : { joinedAt: times[id] }),
});

const numbers = (people: ReturnType<typeof numberNamesakes>) =>
  Object.fromEntries([...people.values()].map(({ id, number }) => [id, number ?? 1]));

test('[NM10] people with one name are numbered in the order in which they joined', () => {
  const people = [
    { id: 'a', name: 'Ann' },
    { id: 'b', name: 'ann ' },
    { id: 'c', name: 'Ann' },
    { id: 'd', name: 'Ben' },
  ];
  const first = numberNamesakes(people, joined({ a: 3, b: 1, c: 2 }));
  expect(numbers(first)).toEqual({ b: 1, c: 2, a: 3, d: 1 });
  // A later namesake, not known as a participant yet, changes no number; a rename frees one.
  const more = numberNamesakes([...first.values(), { id: '0', name: 'Ann' }], joined({ a: 3, b: 1, c: 2 }));
  expect(numbers(more)).toEqual({ b: 1, c: 2, a: 3, 0: 4, d: 1 });
  const renamed = [...first.values()].map((one) => (one.id === 'b' ? { ...one, name: 'Bea' } : one));
  expect(numbers(numberNamesakes(renamed, joined({ a: 3, b: 1, c: 2 })))).toEqual({ b: 1, c: 1, a: 2, d: 1 });
});

test('[NM10] a number never makes the name of someone else; pseudonyms need none', () => {
  const people = [
    { id: 'a', name: 'Ann' },
    { id: 'b', name: 'Ann' },
    { id: 'c', name: 'Ann (2)' },
    { id: 'd', name: 'Ann', pseudonym: 'Grey Heron' },
  ];
  expect(numbers(numberNamesakes(people, joined({ a: 1, b: 2, c: 3, d: 0 })))).toEqual({
    a: 1,
    b: 3,
    c: 1,
    d: 1,
  });
});

test.each(['A\u200bnn', 'Ann\u200f', 'Ａｎｎ', 'ANN', 'A\u2060nn\ufe0f'])(
  '[NM10] %j reads as Ann and is numbered',
  (name) => {
    const people = [
      { id: 'a', name: 'Ann' },
      { id: 'b', name },
    ];
    expect(numbers(numberNamesakes(people, joined({ a: 1, b: 2 })))).toEqual({ a: 1, b: 2 });
  },
);

test.each([
  ['A\u200bn\u200en\u061c\u2800', 'Ann'],
  ['  Ann\u3000\u00a0B ', 'Ann B'],
  ['Zoe\u0308', 'Zoë'],
  ['Ann\u200d', 'Ann'],
  ['An\u200cn', 'Ann'],
  ['Ann ❤\ufe0f', 'Ann ❤\ufe0f'],
  ['👩\u200d🚀 👩🏽\u200d🚀', '👩\u200d🚀 👩🏽\u200d🚀'],
  ['علی\u200cرضا', 'علی\u200cرضا'],
  ['शर्\u200dमा', 'शर्\u200dमा'],
  [
    'Ann 🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}',
    'Ann 🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}',
  ],
  ['Ann 🏴\u{e0067}\u{e0062} 🌳\u{e0067}\u{e0062}\u{e0073}\u{e007f}', 'Ann 🏴 🌳'],
  ['Ann 1\ufe0f\u20e3', 'Ann 1\ufe0f\u20e3'],
  ['Ann 1\ufe0f', 'Ann 1'],
  ['ᠠ\u180bᠨ\u180eᠠ', 'ᠠ\u180bᠨ\u180eᠠ'],
  ['A\u180bn\u180en', 'Ann'],
])('[NM11] the name %j is stored as %j', (name, stored) => {
  expect(tidyName(name)).toBe(stored);
  expect(nameInFile(name)).toBe(stored);
});

test('a person has one short name: a pseudonym, or the name with the number of a namesake', () => {
  const people = [
    { id: 'a', name: 'Ann' },
    { id: 'b', name: 'Ann' },
    { id: 'c', name: 'Cem', pseudonym: 'Grey Heron' },
  ];
  const names = shortNames(people, { get: (id) => ({ joinedAt: id === 'a' ? 2 : 1 }) });
  expect([...names]).toEqual([
    ['a', 'Ann (2)'],
    ['b', 'Ann'],
    ['c', 'Grey Heron'],
  ]);
  expect(numberedName({ name: 'Ann', number: 3 })).toBe('Ann (3)');
});
