import { afterAll, afterEach, vi } from 'vitest';
import { commentFocus } from '../../app/_board/core/commands/comment-focus.ts';
import { weighFocus } from '../../app/_board/core/commands/weigh-focus.ts';
import { earlyKeys } from '../../app/_board/core/writing/early-keys.ts';
import { forgetDrafts } from '../../app/_ui/stored-draft.ts';

// As long as `expect.poll` waits: parts that are fetched when they are wanted take seconds on a busy machine.
if (globalThis.document) (await import('@testing-library/react')).configure({ asyncUtilTimeout: 30_000 });

// Neither Node nor the page of tests has it: an error that a browser would report fails the test.
globalThis.reportError ??= (error: unknown) => {
  throw error;
};

// All test files of a process share one page and its modules: each test leaves no drafts, no awaited fields, no elements, no marks and no path
// behind for those of others.
afterEach(() => {
  forgetDrafts();
  earlyKeys.take();
  commentFocus.drop();
  weighFocus.drop();
  if (!globalThis.document) return;
  document.body.replaceChildren();
  for (const mark of Object.keys(document.documentElement.dataset))
    delete document.documentElement.dataset[mark];
  window.history.replaceState(null, '', '/');
});

// Nor does a file leave anything in the browser's storage: a sign-out marked there holds for the pages of all later files.
afterAll(() => {
  if (!globalThis.document) return;
  localStorage.clear();
  sessionStorage.clear();
});

// A part that is still loading when its file ends fails, and all later files get that failure instead of the part.
afterAll(() => vi.dynamicImportSettled());
