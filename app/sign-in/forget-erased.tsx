'use client';

import { useEffect } from 'react';
import { forgetSeen } from '../_board/news/forget-seen.ts';
import { forgetDebates } from '../_board/offline/debate-storage.ts';
import { forgetKeptPages } from '../_board/offline/forget-kept.ts';
import { tellSignedOut } from '../_board/offline/sign-out-news.ts';
import { forgetOutboxesOf } from '../_board/store/outbox-storage.ts';
import { takeErased } from './erased-here.ts';

/** Has this browser forget who was erased: the debates it kept and what they had not sent. */
export function ForgetErased() {
  useEffect(() => {
    const erased = takeErased();
    tellSignedOut();
    forgetSeen();
    void Promise.allSettled([forgetKeptPages(), forgetDebates(), forgetOutboxesOf(erased)]);
  }, []);
  return null;
}
