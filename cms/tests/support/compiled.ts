import { createRequire } from 'node:module';
import path from 'node:path';
import { inject } from 'vitest';

/** Loads a compiled module of the CMS, the same instance that a booted CMS uses. */
export function compiled<Module>(file: string): Module {
  const loaded: Module = createRequire(import.meta.url)(path.join(inject('distDir'), file));
  return loaded;
}
