import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const rules = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.css'))
  .flatMap((path) =>
    [...readFileSync(`app/${path}`, 'utf8').matchAll(/^ *([^@{}\n][^{}]*)\{([^{}]*)\}/gm)].map(
      ([, selector = '', body = '']) => ({ path, selector: selector.trim(), body }),
    ),
  );

test('a highlighted menu item and a selected option have an outline, not only another ground', () => {
  const marked = rules.filter(({ selector }) =>
    /\[data-highlighted\]$|\.option\[aria-selected='true'\]$/.test(selector),
  );
  expect(marked.length).toBeGreaterThanOrEqual(3);
  expect(marked.filter(({ body }) => !body.includes('outline: 2px solid var(--focus)'))).toEqual([]);
});

test('forced colours leave what is pressed or selected its own colours', () => {
  const kept = rules.find(
    ({ path, body }) => path === '_ui/tokens.css' && body.includes('forced-color-adjust: none'),
  );
  expect(kept?.selector).toContain("[aria-pressed='true']");
  expect(kept?.selector).toContain("[aria-selected='true']");
});

test('forced colours leave the chosen step of a scale its own colours: its button is never drawn', () => {
  const step = rules.find(({ selector }) => selector === '.step:has(:checked)');
  expect(step?.body).toContain('forced-color-adjust: none');
});

test('forced colours outline an open tool and chip, of which they leave out the shadow', () => {
  const outlined = rules.filter(({ selector }) =>
    selector.endsWith("[aria-expanded='true']:not(:focus-visible)"),
  );
  expect(outlined.map(({ path }) => path).sort()).toEqual([
    '_board/header/tool-rail.module.css',
    '_board/screens/phone-strip.module.css',
    '_board/screens/strip.module.css',
  ]);
});
