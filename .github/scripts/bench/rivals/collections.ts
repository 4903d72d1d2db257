import { cpSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../machine/settings.ts';
import { runOrThrow } from '../../processes/run-program.ts';
import { writeMarkdown } from './markdown-content.ts';
import { type RivalResult, type RivalTask, timed } from './rival.ts';

const page = 'src/pages/[...lang]/practices/[slug].astro';

/** What is changed in the page so that it takes its entry from a collection and shows its body. */
const changes: readonly (readonly [from: string | RegExp, to: string])[] = [
  [
    /export const getStaticPaths = [^;]+;/,
    `import { getCollection, render } from 'astro:content';
import { languages } from '../../../languages.ts';
export const getStaticPaths = async () =>
  (await getCollection('practices')).flatMap((entry) =>
    languages.map(({ path }) => ({
      params: { lang: path || undefined, slug: entry.id },
      props: { entry },
    })),
  );
const { Content } = await render(Astro.props.entry);`,
  ],
  ['<BriefFoot ', '<Content />\n    <BriefFoot '],
];

const config = `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

const text = z.string().nullish();
export const collections = {
  practices: defineCollection({
    loader: glob({ pattern: '*.md', base: './practices' }),
    schema: z.object({
      ref: z.string(),
      title: z.string(),
      oneLine: text,
      summary: text,
      lifecycle: text,
      startYear: z.number().nullish(),
      endYear: z.number().nullish(),
      steps: z.array(z.object({ title: z.string(), weeks: z.number().nullish() })),
      sources: z.array(z.object({ label: text, url: text })),
    }),
  }),
};
`;

/** The whole site by \`astro build\`, its practices also in a content collection, warm. */
export async function runCollections(task: RivalTask): Promise<RivalResult> {
  const { folder, snapshotFile, siteUrl, signal } = task;
  const site = path.join(folder, 'site');
  for (const part of [
    'src',
    'public',
    'fonts',
    'geo',
    'astro.config.ts',
    'package.json',
    'tsconfig.json',
  ]) {
    cpSync(path.join(root, 'site', part), path.join(site, part), { recursive: true });
  }
  for (const part of ['cms', 'node_modules', 'site/node_modules', 'tsconfig.base.json']) {
    symlinkSync(path.join(root, part), path.join(folder, part));
  }
  changePage(path.join(site, page));
  writeFileSync(path.join(site, 'src/content.config.ts'), config);
  writeMarkdown(snapshotFile, [path.join(site, 'practices')]);
  const build = () =>
    runOrThrow(
      'The build from content collections failed',
      [process.execPath, 'node_modules/astro/bin/astro.mjs', 'build'],
      {
        cwd: site,
        env: {
          ...process.env,
          ASTRO_TELEMETRY_DISABLED: '1',
          NODE_ENV: 'production',
          SEE_SNAPSHOT: snapshotFile,
          SITE_URL: siteUrl,
        },
        signal,
      },
    );
  const coldMs = await timed(build);
  const ms = await timed(build);
  const pages = readdirSync(path.join(site, 'dist'), { recursive: true, encoding: 'utf8' });
  const what = `\`astro build\` of the whole site with its templates, practices also as Markdown in a content collection, warm (cold ${Math.round(coldMs / 100) / 10} s)`;
  return { ms, pages: pages.filter((file) => file.endsWith('.html')).length, what };
}

function changePage(file: string): void {
  let text = readFileSync(file, 'utf8');
  for (const [from, to] of changes) {
    const changed = text.replace(from, to);
    if (changed === text) {
      throw new Error(
        `${page} has no "${String(from)}" any more: adapt the rival's changes of it.`,
      );
    }
    text = changed;
  }
  writeFileSync(file, text);
}
