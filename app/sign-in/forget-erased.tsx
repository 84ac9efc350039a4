'use client';

import { useEffect } from 'react';
import { forgetVisitsOf } from '../_board/last-visit.ts';
import { forgetDebates } from '../_board/offline/debate-storage.ts';
import { forgetKeptPages } from '../_board/offline/forget-kept.ts';
import { tellSignedOut } from '../_board/offline/sign-out-news.ts';
import { forgetOutboxesOf } from '../_board/store/outbox-storage.ts';
import { takeErased } from './erased-here.ts';

/** Has this browser forget who was erased: the debates it kept, what they had not sent, and when they last looked. */
export function ForgetErased() {
  useEffect(() => {
    const erased = takeErased();
    tellSignedOut();
    forgetVisitsOf(erased);
    void Promise.allSettled([forgetKeptPages(), forgetDebates(), forgetOutboxesOf(erased)]);
  }, []);
  return null;
}
