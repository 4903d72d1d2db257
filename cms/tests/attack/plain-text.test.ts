import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';

const modelSchema = z.object({ attributes: z.record(z.string(), z.object({ type: z.string() })) });

const SOURCES = path.resolve(import.meta.dirname, '../../src');

/** Models as their files state them: an attribute, and its type. */
const stated = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((file) => /(^api\/.*\/schema|^extensions\/.*\/schema|^components\/.*)\.json$/.test(file))
  .flatMap((file) => {
    const model: unknown = JSON.parse(readFileSync(path.join(SOURCES, file), 'utf8'));
    const { attributes } = modelSchema.parse(model);
    return Object.entries(attributes).map(([name, { type }]) => ({ at: `${file}: ${name}`, type }));
  });

it('has no text that the admin shows as HTML (CVE-2026-90561)', () => {
  expect(stated.length).toBeGreaterThan(300);
  expect(stated.filter(({ type }) => type === 'richtext')).toEqual([]);
});
