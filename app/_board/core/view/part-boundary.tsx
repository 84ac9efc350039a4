'use client';

import { Component, type ReactNode } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { useMessages } from '#app/_ui/messages/use-messages.ts';
import styles from './board.module.css';

interface PartBoundaryProps {
  /** The content of the part. When it changes, a part that failed is tried again. */
  readonly shows: unknown;
  /** A way to do without the part, such as closing it. */
  readonly way: { readonly label: string; readonly act: () => void };
  /** `side`: it is beside the debate, and on a phone a sheet over it. */
  readonly at?: 'side' | 'centre';
  readonly children: ReactNode;
}

interface BoundaryState {
  readonly failed: boolean;
  readonly shows: unknown;
}

/** A part of the board that may fail alone: a note takes its place, and everything else, with what is unsent, stays as it is. */
export class PartBoundary extends Component<PartBoundaryProps, BoundaryState> {
  override state: BoundaryState = { failed: false, shows: this.props.shows };

  static getDerivedStateFromError(): Partial<BoundaryState> {
    return { failed: true };
  }

  static getDerivedStateFromProps({ shows }: PartBoundaryProps, state: BoundaryState): BoundaryState | null {
    return Object.is(shows, state.shows) ? null : { failed: false, shows };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    const { at = 'side', way } = this.props;
    return <FailedPart at={at} way={way} onAgain={() => this.setState({ failed: false })} />;
  }
}

function FailedPart({
  at,
  way,
  onAgain,
}: Required<Pick<PartBoundaryProps, 'at' | 'way'>> & { onAgain: () => void }) {
  const t = useMessages('board');
  const site = useMessages('site');
  return (
    <div className={styles.failed} role="alert" data-at={at} data-failed="">
      <p>{t('partFailed')}</p>
      <div className={styles.ways}>
        <Button look="primary" onClick={onAgain}>
          {site('tryAgain')}
        </Button>
        <Button onClick={way.act}>{way.label}</Button>
      </div>
    </div>
  );
}
