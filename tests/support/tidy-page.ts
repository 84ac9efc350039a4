import { afterEach } from 'vitest';
import { forgetDrafts } from '../../app/_ui/stored-draft.ts';

// All test files of a process share one page and its modules: each test leaves no drafts and no elements behind for those of others.
afterEach(() => {
  forgetDrafts();
  globalThis.document?.body?.replaceChildren();
});
