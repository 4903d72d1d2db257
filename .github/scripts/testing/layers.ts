import path from 'node:path';
import { root } from '../machine/settings.ts';
import type { Layer } from './layer.ts';
import { vitestLayer } from './vitest-layer.ts';

const siteDir = path.join(root, 'site');

/** What needs neither a CMS nor a build. */
export function unitLayers(reportDir: string): Layer[] {
  return [
    vitestLayer({
      name: 'unit, scripts',
      cwd: root,
      args: ['--config', '.github/scripts/vitest.config.ts'],
      reportDir,
    }),
    vitestLayer({ name: 'unit, site', cwd: siteDir, args: ['--project', 'unit'], reportDir }),
  ];
}

export function integrationLayers(reportDir: string): Layer[] {
  return [
    vitestLayer({ name: 'CMS integration', cwd: path.join(root, 'cms'), args: [], reportDir }),
    vitestLayer({ name: 'site build', cwd: siteDir, args: ['--project', 'build'], reportDir }),
  ];
}
