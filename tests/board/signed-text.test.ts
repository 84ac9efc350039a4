import { createTranslator } from 'use-intl/core';
import { expect, test } from 'vitest';
import { signedText } from '../../app/_board/core/claims/signed-text.ts';
import { en } from '../../app/_ui/messages/en.ts';
import { blankText } from '../../domain/debate/erasure/tombstone.ts';

const t = createTranslator({ locale: 'en', messages: en, namespace: 'claim' });

test('a text says where words of it were erased, and that all of them were', () => {
  expect(signedText(t, `Cars ${blankText('cost')} much`)).toBe('Cars [text deleted] much');
  expect(signedText(t, blankText('Cars'))).toBe('Text deleted at its author’s request');
  expect(signedText(t, 'Cars\n\n\ncost')).toBe('Cars\n\n\ncost');
});
