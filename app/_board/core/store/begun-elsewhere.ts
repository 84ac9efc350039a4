import { hasBegunForms } from './form-drafts.ts';

/** Channel on which a tab asks this browser's other tabs whether they have begun forms. Only those that have answer. */
const CHANNEL = 'parley-begun-forms';

/** Milliseconds within which another tab answers; one that the browser has frozen doesn't. */
const ANSWER_WITHIN = 400;

type Message = 'asked' | 'begun';

/** Lets this browser's other tabs know of forms begun in this one, if they ask. Returns a function that stops it. */
export function answerWhetherBegun(isBegun: () => boolean = hasBegunForms): () => void {
  if (!('BroadcastChannel' in window)) return () => {};
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (data === 'asked' && isBegun()) channel.postMessage('begun' satisfies Message);
  });
  return () => channel.close();
}

/** True if something begun in a form of another tab of this browser was not sent. */
export function hasBegunElsewhere(): Promise<boolean> {
  if (!('BroadcastChannel' in window)) return Promise.resolve(false);
  const channel = new BroadcastChannel(CHANNEL);
  return new Promise((resolve) => {
    const end = (found: boolean) => {
      window.clearTimeout(timer);
      channel.close();
      resolve(found);
    };
    const timer = window.setTimeout(end, ANSWER_WITHIN, false);
    channel.addEventListener('message', ({ data }: MessageEvent<Message>) => data === 'begun' && end(true));
    channel.postMessage('asked' satisfies Message);
  });
}
