import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runOrThrow, runProgram } from '../../processes/run-program.ts';
import { writeMarkdown } from './markdown-content.ts';
import { languageFolders, type PageShell, readShell } from './page-shell.ts';
import { type RivalResult, type RivalTask, timed } from './rival.ts';

/** The practices in all languages by the Hugo of this machine. */
export async function runHugo(task: RivalTask): Promise<RivalResult> {
  const { folder, snapshotFile, liveDir, signal } = task;
  const asked = await runProgram(['hugo', 'version'], { cwd: folder, signal }).catch(() => null);
  if (asked?.code !== 0) return { skipped: 'there is no "hugo" on the PATH' };
  const folders = languageFolders.map((language) => path.join(folder, 'content', language || 'en'));
  const practices = writeMarkdown(snapshotFile, folders);
  for (const language of languageFolders) {
    const layouts = path.join(folder, 'layouts', language || 'en');
    mkdirSync(layouts, { recursive: true });
    writeFileSync(path.join(layouts, 'single.html'), layoutOf(readShell(liveDir, language)));
  }
  writeFileSync(path.join(folder, 'hugo.toml'), config);
  const ms = await timed(() => runOrThrow('Hugo failed', ['hugo'], { cwd: folder, signal }));
  const version = /v[\d.]+/.exec(asked.output)?.[0] ?? '';
  const what = `Hugo ${version}, practices alone, from Markdown, with a simpler template in the same frame`;
  return { ms, pages: practices * languageFolders.length, what };
}

const config = `baseURL = "https://see.example/"
uglyURLs = true
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "section", "home", "404"]
`;

function layoutOf({ head, drawings, foot }: PageShell): string {
  return `${head.replace('TITLE', '{{ .Title }}')}<main>
<h1>{{ .Title }}</h1><p>{{ .Params.oneLine }}</p><p>{{ .Params.summary }}</p>
<dl><dt>{{ .Params.ref }}</dt><dd>{{ .Params.startYear }}–{{ .Params.endYear }}, {{ .Params.lifecycle }}</dd></dl>
${drawings}
{{ .Content }}
<ol>{{ range .Params.steps }}<li>{{ .title }} {{ .weeks }}</li>{{ end }}</ol>
<ul>{{ range .Params.sources }}<li><a href="{{ .url }}">{{ .label }}</a></li>{{ end }}</ul>
</main>${foot}`;
}
