/**
 * Writes region.generated.json: coasts, states, rivers and lakes of the region, cut and simplified,
 * from Natural Earth (world-atlas, and site/geo/waters.topo.json).
 *
 *     node src/drawing/generate-region.ts            writes the file
 *     node src/drawing/generate-region.ts --check    fails when the file is not what this would write
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Box } from './geometry.ts';
import { cutStates } from './generator/states.ts';
import { cutWaters } from './generator/waters.ts';

const target = join(import.meta.dirname, 'region.generated.json');
// East it ends before the isthmus of Crimea, where Natural Earth draws a border as it is held, not as it is recognised.
const bounds: Box = { x0: 9, y0: 34, x1: 33.2, y1: 50.5 };

function generate(): string {
  const parts = Object.entries({ bounds, ...cutStates(bounds), ...cutWaters(bounds) });
  const lines = parts.map(([key, value]) => `"${key}":${JSON.stringify(value)}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

const text = generate();
if (!process.argv.includes('--check')) {
  writeFileSync(target, text);
} else if (readFileSync(target, 'utf8') !== text) {
  console.error(
    `${target} is not what its generator writes. Run "node src/drawing/generate-region.ts".`,
  );
  process.exitCode = 1;
}
