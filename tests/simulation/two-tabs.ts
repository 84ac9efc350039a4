import { expect } from 'vitest';
import { aDebate, type DebateBuilder, everythingOf } from '../support/debate-builder.ts';
import { Tab } from './tab.ts';

/** A debate with two debaters at it. */
export function twoTabs(): { debate: DebateBuilder; dana: Tab; emil: Tab } {
  const debate = aDebate();
  return { debate, dana: new Tab(debate, 'dana'), emil: new Tab(debate, 'emil') };
}

/** Nothing is pending in these tabs, and each shows its person's projection. */
export function expectAlike(debate: DebateBuilder, ...tabs: Tab[]): void {
  for (const { replica, who } of tabs) {
    expect(replica.pending).toEqual([]);
    expect(everythingOf(replica.view)).toEqual(everythingOf(debate.projection(who)));
  }
}
