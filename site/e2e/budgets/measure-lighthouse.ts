import lighthouse from 'lighthouse';
import { z } from 'zod';
import { templates } from '../templates.ts';
import { limits } from './limits.ts';
import { atLeast, atMost, type Figure } from './result.ts';

const score = z.object({ score: z.number() });
const measure = z.object({ numericValue: z.number() });
const reportSchema = z.object({
  runtimeError: z.object({ message: z.string() }).optional(),
  categories: z.object({
    performance: score,
    accessibility: score,
    'best-practices': score,
    seo: score,
  }),
  audits: z.object({
    'cumulative-layout-shift': measure,
    'total-blocking-time': measure,
  }),
});

type Run = Record<
  'performance' | 'accessibility' | 'practices' | 'seo' | 'shift' | 'blocking',
  number
>;

/** Templates that Lighthouse can judge: it refuses a page that answers 404. */
const judged = templates.filter(([name]) => name !== 'missing page');

/** Lighthouse for phones on every template; of each figure the median of the runs. */
export async function measureLighthouse(
  siteUrl: string,
  port: number,
  { runs, say }: { runs: number; say: (line: string) => void },
): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [name, address] of judged) {
    const results: Run[] = [];
    for (let run = 0; run < runs; run += 1) results.push(await runOnce(siteUrl + address, port));
    const at = (key: keyof Run) => median(results.map((result) => result[key]));
    const { score: least, layoutShift, blockingMs } = limits.lighthouse;
    figures.push(
      atLeast(`${name}: performance`, 'points', at('performance'), least),
      atLeast(`${name}: accessibility`, 'points', at('accessibility'), least),
      atLeast(`${name}: best practices`, 'points', at('practices'), least),
      atLeast(`${name}: SEO`, 'points', at('seo'), least),
      atMost(`${name}: layout shift`, 'shift', at('shift'), layoutShift),
      atMost(`${name}: blocking time`, 'ms', at('blocking'), blockingMs),
    );
    say(
      `${name}: ${figures
        .slice(-6)
        .map(({ value }) => value)
        .join(', ')}`,
    );
  }
  return figures;
}

async function runOnce(address: string, port: number): Promise<Run> {
  const result = await lighthouse(address, { port, output: 'json', logLevel: 'error' });
  const { runtimeError, categories, audits } = reportSchema.parse(result?.lhr);
  if (runtimeError)
    throw new Error(`Lighthouse could not judge ${address}: ${runtimeError.message}`);
  const points = ({ score: share }: { score: number }) => Math.round(share * 100);
  return {
    performance: points(categories.performance),
    accessibility: points(categories.accessibility),
    practices: points(categories['best-practices']),
    seo: points(categories.seo),
    shift: Number(audits['cumulative-layout-shift'].numericValue.toFixed(3)),
    blocking: Math.round(audits['total-blocking-time'].numericValue),
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
