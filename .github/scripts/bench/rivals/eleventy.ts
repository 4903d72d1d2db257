import { mkdirSync, writeFileSync } from 'node:fs';
import { totalmem } from 'node:os';
import path from 'node:path';
import { runOrThrow, runProgram } from '../../processes/run-program.ts';
import { writeMarkdown } from './markdown-content.ts';
import { languageFolders, type PageShell, readShell } from './page-shell.ts';
import { type RivalResult, type RivalTask, timed } from './rival.ts';

const version = '3.1.8';

/** The practices in all languages by Eleventy, fetched for this run. */
export async function runEleventy(task: RivalTask): Promise<RivalResult> {
  const { folder, snapshotFile, liveDir, signal } = task;
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  const packages = `@11ty/eleventy@${version}`;
  const install = ['npm', 'install', '--no-audit', '--no-fund', packages] as const;
  const { code } = await runProgram(install, { cwd: folder, signal });
  if (code !== 0) return { skipped: `${packages} could not be fetched from the registry` };
  const content = path.join(folder, 'content');
  const folders = languageFolders.map((language) => path.join(content, language || 'en'));
  const practices = writeMarkdown(snapshotFile, folders);
  mkdirSync(path.join(content, '_includes'));
  for (const language of languageFolders) {
    const key = language || 'en';
    writeFileSync(path.join(content, key, `${key}.11tydata.js`), dataOf(key));
    const layout = layoutOf(readShell(liveDir, language));
    writeFileSync(path.join(content, '_includes', `${key}.njk`), layout);
  }
  writeFileSync(path.join(folder, 'eleventy.config.js'), config);
  // It holds all pages at once: what is Node's own limit is too little for fifty thousand.
  const memory = `--max-old-space-size=${Math.floor((totalmem() / 2 ** 20) * 0.75)}`;
  const eleventy = 'node_modules/@11ty/eleventy/cmd.cjs';
  const build = [process.execPath, memory, eleventy, '--quiet'] as const;
  const ms = await timed(() => runOrThrow('Eleventy failed', build, { cwd: folder, signal }));
  const what = `Eleventy ${version}, practices alone, from Markdown, with a simpler template in the same frame`;
  return { ms, pages: practices * languageFolders.length, what };
}

const config = `export default () => ({
  dir: { input: 'content', output: 'out' },
  markdownTemplateEngine: false,
});
`;

const dataOf = (key: string) => `export default {
  layout: '${key}.njk',
  permalink: ({ page }) => '/${key}/practices/' + page.fileSlug + '.html',
};
`;

function layoutOf({ head, drawings, foot }: PageShell): string {
  const raw = (html: string) => `{% raw %}${html}{% endraw %}`;
  const [before = '', after = ''] = head.split('TITLE');
  return `${raw(before)}{{ title }}${raw(after)}<main>
<h1>{{ title }}</h1><p>{{ oneLine }}</p><p>{{ summary }}</p>
<dl><dt>{{ ref }}</dt><dd>{{ startYear }}–{{ endYear }}, {{ lifecycle }}</dd></dl>
${raw(drawings)}
{{ content | safe }}
<ol>{% for step in steps %}<li>{{ step.title }} {{ step.weeks }}</li>{% endfor %}</ol>
<ul>{% for source in sources %}<li><a href="{{ source.url }}">{{ source.label }}</a></li>{% endfor %}</ul>
</main>${raw(foot)}`;
}
