import { PageLink } from '../links/page-link.tsx';
import { RefreshOnBack } from '../links/refresh-on-back.tsx';
import { Shell, type ShellProps } from './shell.tsx';

/** The frame of a page, whose links the router opens. */
export function PageShell(props: Omit<ShellProps, 'Link'>) {
  return (
    <>
      <RefreshOnBack />
      <Shell Link={PageLink} {...props} />
    </>
  );
}
