import { test as base, expect } from '@playwright/test';
import { platform } from './platform.ts';

interface Options {
  /** What a test provokes on purpose, like the console's line about a 404. */
  provoked: RegExp | null;
}

/**
 * A reader's browser. Every test fails on an error in the console (a breach of the Content Security
 * Policy is one), an exception nobody caught, or a request to anybody but the site.
 */
export const test = base.extend<Options & { watch: undefined }>({
  provoked: [null, { option: true }],
  watch: [
    async ({ context, provoked }, use) => {
      const faults: string[] = [];
      context.on('console', (message) => {
        const isBad = message.type() === 'error' || message.type() === 'warning';
        if (isBad && !provoked?.test(message.text())) faults.push(`Console: ${message.text()}`);
      });
      context.on('weberror', (problem) => faults.push(`Uncaught: ${problem.error().message}`));
      context.on('request', (request) => {
        const { origin, protocol } = new URL(request.url());
        const isInline = protocol === 'data:' || protocol === 'blob:' || protocol === 'about:';
        if (!isInline && origin !== platform.siteUrl) faults.push(`Request to ${request.url()}`);
      });
      context.on('dialog', (dialog) => {
        faults.push(`Dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      await use(undefined);
      expect(faults, 'faults seen by the browser').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
