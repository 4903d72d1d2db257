/**
 * `npm run bench`: measures how fast the platform is with so many entries, on the real CMS, publisher and site.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { stopSignal } from '../../site/publisher/stop-signal.ts';
import { tell } from '../../site/publisher/terminal.ts';
import { drawFigures } from './bench/draw-figures.ts';
import { type Figure, isReached, notMeasured } from './bench/figure.ts';
import { type Options, readOptions } from './bench/options.ts';
import { measure } from './bench/measure.ts';
import { showFigures } from './bench/show-figures.ts';
import { runCommand } from './machine/progress.ts';

const signal = stopSignal();
await runCommand(async () => {
  const options = readOptions();
  forgetOwnSettings();
  const folder = options.keep ?? mkdtempSync(path.join(tmpdir(), 'see-bench-'));
  try {
    report(options, await measure(options, folder, signal));
  } finally {
    if (options.keep === null) rmSync(folder, { recursive: true, force: true });
  }
});
process.exit();

function report({ json, picture, entries }: Options, figures: readonly Figure[]): void {
  tell(`\n${showFigures(figures)}\n`);
  const text = JSON.stringify(
    {
      at: new Date().toISOString(),
      entries,
      machine: { cores: cpus().length, processor: cpus()[0]?.model ?? '', node: process.version },
      figures: figures.map((figure) => ({ ...figure, isReached: isReached(figure) })),
    },
    null,
    2,
  );
  if (json) writeFileSync(json, `${text}\n`);
  else tell(text);
  if (picture) {
    const cores = `${cpus().length} cores, ${new Date().toISOString().slice(0, 10)}`;
    const title = `${entries.toLocaleString('en')} practices in five languages, ${cores}`;
    writeFileSync(picture, drawFigures(figures, title));
  }
  const missed = figures.filter(
    (figure) => isReached(figure) === false || figure.what === notMeasured,
  );
  if (missed.length > 0) process.exitCode = 1;
}

/** Somebody's own platform must not be what is measured, or written to. */
function forgetOwnSettings(): void {
  for (const name of Object.keys(process.env)) {
    if (/^(SITE_|CMS_|PUBLISHER_|MAIL_|DATABASE_URL|SMTP_|SEE_)/.test(name)) {
      Reflect.deleteProperty(process.env, name);
    }
  }
}
