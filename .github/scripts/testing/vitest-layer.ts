import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { runProgram } from '../processes/run-program.ts';
import type { Layer, LayerResult } from './layer.ts';

const reportSchema = z.object({
  success: z.boolean(),
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().default(''),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

export interface VitestOptions {
  name: string;
  cwd: string;
  /** Arguments besides `run`, like `--project unit`. */
  args: readonly string[];
  /** A folder of this run for the report. */
  reportDir: string;
  env?: NodeJS.ProcessEnv;
}

export function vitestLayer(options: VitestOptions): Layer {
  const { name, cwd, args, reportDir, env = process.env } = options;
  return {
    name,
    run: async (signal) => {
      const report = path.join(reportDir, `${name.replace(/\W+/g, '-')}.json`);
      const { code, output } = await runProgram(
        [
          process.execPath,
          'node_modules/vitest/vitest.mjs',
          'run',
          ...args,
          '--reporter=json',
          '--reporter=default',
          `--outputFile.json=${report}`,
        ],
        { cwd, env, signal },
      );
      return readVitestReport(report, code, output);
    },
  };
}

/** Counts a report; a run that failed without a failing test still counts as one failure. */
export function readVitestReport(file: string, code: number | null, output: string): LayerResult {
  const last = output.trim().split('\n').slice(-60).join('\n');
  let report: z.infer<typeof reportSchema>;
  try {
    report = reportSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { passed: 0, failed: 1, details: `It ended with code ${code ?? 'unknown'}:\n${last}` };
  }
  const details = report.testResults.flatMap((suite) => [
    ...(suite.status === 'failed' && suite.message ? [`${suite.name}\n${suite.message}`] : []),
    ...suite.assertionResults
      .filter(({ status }) => status === 'failed')
      .map((test) => `${test.fullName}\n${test.failureMessages?.join('\n') ?? ''}`),
  ]);
  const hasFailed = code !== 0 || !report.success;
  const failed = Math.max(report.numFailedTests, hasFailed ? 1 : 0);
  if (hasFailed && details.length === 0) details.push(last);
  return { passed: report.numPassedTests, failed, details: details.join('\n\n') };
}
