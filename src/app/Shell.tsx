import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Link, Outlet } from '@tanstack/react-router';
import { Suspense, use } from 'react';
import { OfflineNotice } from '../session/OfflineNotice.tsx';
import { ServiceBadge } from '../session/ServiceBadge.tsx';
import { useEnvironment } from '../session/environment-query.ts';
import { ProductName } from '../ui/layout/Page.tsx';
import { ClearedNotice } from './ClearedNotice.tsx';
import { FailureSimulator } from './FailureSimulator.tsx';
import { SecretsPanel } from './SecretsPanel.tsx';
import { Mark } from './Mark.tsx';
import { paths } from '../session/paths.ts';

const navLink = style({
  font: 'ui-lg',
  color: 'neutral',
  textDecoration: { default: 'none', ':hover': 'underline' },
  paddingTop: 8,
  // The mark of the current page takes no space. Bold text would move the items next to it.
  paddingBottom: { default: 8, ':is([aria-current=page])': '[6px]' },
  borderWidth: 0,
  borderBottomWidth: { default: 0, ':is([aria-current=page])': 2 },
  borderStyle: 'solid',
  borderColor: { default: 'accent-900', forcedColors: 'Highlight' },
  borderRadius: 'sm',
  outlineStyle: { default: 'none', ':focus-visible': 'solid' },
  outlineColor: { default: 'focus-ring', forcedColors: 'Highlight' },
  outlineWidth: 2,
  outlineOffset: 2,
});

/**
 * The frame of every page: navigation, the service that the page uses, and the notice that Adobe does not provide it.
 */
export function Shell() {
  const environment = useEnvironment();
  return (
    <div className={style({ display: 'flex', flexDirection: 'column', backgroundColor: 'layer-1' })}>
      <header
        className={style({
          backgroundColor: 'layer-2',
          borderWidth: 0,
          borderBottomWidth: 1,
          borderStyle: 'solid',
          borderColor: 'gray-200',
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          columnGap: 24,
          rowGap: 4,
          paddingX: { default: 16, sm: 32 },
          paddingY: 8,
        })}
      >
        <span className={style({ display: 'flex', alignItems: 'center', gap: 8, font: 'title' })}>
          <Mark />
          {use(ProductName)}
        </span>
        <nav aria-label="Pages" className={style({ display: 'flex', gap: 20, flexGrow: 1 })}>
          <Link to={paths.platform} className={navLink}>
            New connection
          </Link>
          <Link to={paths.connections} className={navLink}>
            Connections
          </Link>
        </nav>
        <ServiceBadge environment={environment} />
        {environment.target === 'local' && <FailureSimulator />}
        {/* This is at the end of the page because content that arrives late would push it down. */}
        <div className={style({ font: 'body-sm', color: 'neutral-subdued', width: 'full' })}>
          <SecretsPanel />
        </div>
      </header>
      <OfflineNotice />
      <main
        className={style({
          // The footer starts below the first screen so that it does not jump when a loading page changes height.
          minHeight: 'screen',
          width: 'full',
          maxWidth: 832,
          boxSizing: 'border-box',
          marginX: 'auto',
          paddingX: { default: 16, sm: 32 },
          paddingY: { default: 24, sm: 40 },
        })}
      >
        <ClearedNotice />
        <Suspense>
          <Outlet />
        </Suspense>
      </main>
      <footer
        className={style({
          font: 'body-sm',
          color: 'neutral-subdued',
          paddingX: { default: 16, sm: 32 },
          paddingY: 20,
          width: 'full',
          maxWidth: 832,
          boxSizing: 'border-box',
          marginX: 'auto',
        })}
      >
        <p className={style({ margin: 0 })}>
          An independent tool for Adobe Experience Platform. It is not an Adobe product.
        </p>
      </footer>
    </div>
  );
}
