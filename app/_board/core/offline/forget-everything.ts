import { forgetReadMarks } from '../unread/forget-read-marks.ts';
import { broadcastSignOut } from './broadcast-sign-out.ts';
import { forgetDebates } from './debate-storage.ts';
import { removeSavedPages } from './remove-saved.ts';
import { exchangeMark } from './saved-mark.ts';

/** Makes all tabs of this browser forget what was kept for the signed-in person. Unsent changes stay. */
export async function forgetEverything(): Promise<void> {
  broadcastSignOut();
  forgetReadMarks();
  exchangeMark('');
  await Promise.allSettled([removeSavedPages(), forgetDebates()]);
}
