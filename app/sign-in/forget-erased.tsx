'use client';

import { useEffect } from 'react';
import { forgetEverything } from '../_board/core/offline/forget-everything.ts';
import { forgetOutboxesOf } from '../_board/core/offline/outbox/outbox-storage.ts';
import { forgetDrafts } from '../_ui/stored-draft.ts';
import { takeErased } from './erased-here.ts';

/** Makes this browser forget an erased person: the debates it kept and their unsent text. */
export function ForgetErased() {
  useEffect(() => {
    const erased = takeErased();
    forgetDrafts();
    void Promise.allSettled([forgetEverything(), forgetOutboxesOf(erased)]);
  }, []);
  return null;
}
