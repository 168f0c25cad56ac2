import { CopyPage } from '../connections/copy/CopyPage.tsx';
import { ExportPage } from '../connections/export/ExportPage.tsx';
import { RotatePage } from '../connections/rotate/RotatePage.tsx';
import { HealthPage } from '../connections/health/HealthPage.tsx';

// These pages are loaded together, because the first page lists the name of each file that is loaded later.

/** Tests all connections of the sandbox. */
export function TestRoute() {
  return <HealthPage />;
}

/** Exports the connections of the sandbox. */
export function ExportRoute() {
  return <ExportPage />;
}

/** Replaces the secret of connections. */
export function RotateRoute() {
  return <RotatePage />;
}

/** Copies connections into other sandboxes. */
export function CopyRoute() {
  return <CopyPage />;
}
