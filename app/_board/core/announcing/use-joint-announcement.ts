'use client';

import { useCallback, useEffect, useRef } from 'react';
import { type Announce, useAnnounce } from './announce-context.tsx';

/** Sentences that several effects of one component have at once. */
interface JointAnnouncement {
  /** Adds a sentence. */
  readonly add: Announce;
  /** Announces what was added, if anything. */
  flush(): void;
}

/** Returns a way to announce several changes in one message: of two messages at once, only the last is heard. */
export function useJointAnnouncement(): JointAnnouncement {
  const announce = useAnnounce();
  const added = useRef<Parameters<Announce>[]>([]);
  const add = useCallback<Announce>((...said) => void added.current.push(said), []);
  const flush = useCallback(() => {
    const said = added.current;
    if (said.length === 0) return;
    added.current = [];
    const [, act, label] = said.findLast(([, one]) => one !== undefined) ?? [];
    announce(said.map(([sentence]) => sentence).join(' '), act, label);
  }, [announce]);
  return { add, flush };
}

/** Announces what the effects above it in the component have added; the last of its hooks. */
export function useFlush({ flush }: JointAnnouncement): void {
  // After every render: each may have added something.
  useEffect(flush);
}
