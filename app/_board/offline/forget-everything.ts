import { forgetSeen } from '../unread/forget-seen.ts';
import { broadcastSignOut } from './broadcast-sign-out.ts';
import { forgetDebates } from './debate-storage.ts';
import { forgetKeptPages } from './forget-kept.ts';
import { exchangeMark } from './kept-mark.ts';

/** Has this browser forget, in all its tabs, what it kept for the person who was signed in. What is unsent stays. */
export async function forgetEverything(): Promise<void> {
  broadcastSignOut();
  forgetSeen();
  exchangeMark('');
  await Promise.allSettled([forgetKeptPages(), forgetDebates()]);
}
