import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { LayerResult } from './layer.ts';

const reportSchema = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int() }),
  errors: z.array(z.object({ message: z.string().optional() })),
});

/** Counts a report of Playwright; one that passed only on a second try has passed, and is shown. */
export function readPlaywrightReport(
  file: string,
  code: number | null,
  output: string,
): LayerResult {
  const last = output.trim().split('\n').slice(-120).join('\n');
  let report: z.infer<typeof reportSchema>;
  try {
    report = reportSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { passed: 0, failed: 1, details: `It ended with code ${code ?? 'unknown'}:\n${last}` };
  }
  const { expected, unexpected, flaky } = report.stats;
  const failed = Math.max(unexpected, code === 0 && report.errors.length === 0 ? 0 : 1);
  return { passed: expected + flaky, failed, details: failed + flaky > 0 ? last : '' };
}
