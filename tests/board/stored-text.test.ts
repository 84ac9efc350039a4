// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { storedText } from '../../app/_board/core/writing/labels.ts';
import { aDebate } from '../support/debate-builder.ts';

const stored = (text: string) =>
  storedText(text, aDebate().state, new Map(), { chosen: new Map(), debateId: 'd' });
const address = () => `${window.location.origin}/debates/d#c-a`;

test.each(['.', ',', '?!', ').'])('a claim’s address is named by its id, also before “%s”', (stop) => {
  expect(stored(`See (${address()}${stop} Next`)).toBe(`See (<#c-a>${stop} Next`);
});

test('an address of another site keeps what follows it', () => {
  expect(stored('See https://example.org/a.')).toBe('See https://example.org/a.');
});
