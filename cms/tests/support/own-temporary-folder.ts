/**
 * Gives this process a folder of its own for temporary files, so that a test can tell what was left
 * behind. It comes before all else: Strapi's parser of bodies reads the place as it is loaded.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { inject } from 'vitest';

process.env.TMPDIR = path.join(inject('temporaryDir'), String(process.pid));
mkdirSync(process.env.TMPDIR, { recursive: true });
