import { expect, test } from 'vitest';
import { positionLetters } from '../../domain/layout/position-letters.ts';

test.each([
  [
    ['U.S. hawks', 'Beijing planners', 'EU chamber'],
    ['U', 'B', 'E'],
  ],
  [
    ['Camp 1', 'camp 2', 'Camp 10', 'Others'],
    ['C1', 'c2', 'C10', 'O'],
  ],
  [
    ['West Watch', 'World Merchants'],
    ['We', 'Wo'],
  ],
  [
    ['北京规划者', '北京市民', '丹麦'],
    ['北规', '北市', '丹'],
  ],
  [
    ['Yes', 'Yes', '2nd way'],
    ['1.', '2.', '2'],
  ],
  [
    ['“Yes”', '\u{202e}No', '\u{200b}', '\u{301}'],
    ['Y', 'N', '3.', '4.'],
  ],
  [
    ['🇩🇪 Germany', '🇫🇷 France', '👩‍🏫'],
    ['🇩🇪', '🇫🇷', '👩‍🏫'],
  ],
])('[MA7] %j are told by %j', (names, letters) => {
  const positions = names.map((name, at) => ({
    id: `p${at}`,
    name,
    hue: 'blue' as const,
    summary: '',
    order: `a${at}`,
    removed: false,
  }));
  expect([...positionLetters(positions).values()]).toEqual(letters);
});
