import { MemoryLog } from '../../server/log/memory-log.ts';
import type { AppendRequest, AppendResult, StoredEntry } from '../../server/log/operation-log.ts';

/** A log in memory whose ways in and out a test may hold up or break. */
export class WatchedLog extends MemoryLog {
  /** All appends so far, in order. */
  readonly appends: AppendRequest[][] = [];
  /** Runs before a write: what it throws, the writer gets, and nothing is written. */
  beforeAppend: (requests: AppendRequest[]) => Promise<void> | void = () => {};
  /** Runs after a write: what it throws, the writer gets instead of the result. */
  afterAppend: (requests: AppendRequest[]) => Promise<void> | void = () => {};
  /** Runs after entries have been read, before the reader gets them. */
  afterRead: (entries: StoredEntry[]) => Promise<void> | void = () => {};

  override async append(requests: AppendRequest[]): Promise<AppendResult[]> {
    this.appends.push(requests);
    await this.beforeAppend(requests);
    const results = await super.append(requests);
    await this.afterAppend(requests);
    return results;
  }

  override async read(debateId: string, after: number, limit: number): Promise<StoredEntry[]> {
    const entries = await super.read(debateId, after, limit);
    await this.afterRead(entries);
    return entries;
  }
}

/** A promise that is kept when someone says so. */
export function gate(): { readonly passed: Promise<void>; open(): void } {
  let open: () => void = () => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open: () => open() };
}
