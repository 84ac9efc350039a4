'use client';

import { useEffect } from 'react';
import { forgetEverything } from '../_board/offline/forget-everything.ts';
import { forgetOutboxesOf } from '../_board/store/outbox-storage.ts';
import { takeErased } from './erased-here.ts';

/** Has this browser forget who was erased: the debates it kept and what they had not sent. */
export function ForgetErased() {
  useEffect(() => {
    const erased = takeErased();
    void Promise.allSettled([forgetEverything(), forgetOutboxesOf(erased)]);
  }, []);
  return null;
}
