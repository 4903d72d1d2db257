/** The practices as Markdown files, as other site generators want them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import path from 'node:path';
import { z } from 'zod';

const text = z.string().nullish();
const practice = z.looseObject({
  ref: z.string(),
  slug: z.string(),
  title: z.string(),
  oneLine: text,
  summary: text,
  startYear: z.number().nullish(),
  endYear: z.number().nullish(),
  lifecycle: text,
  processSteps: z.array(z.looseObject({ title: z.string(), weeks: z.number().nullish() })),
  sources: z.array(z.looseObject({ label: text, url: text })),
});
const sections = [
  'context',
  'problem',
  'actions',
  'results',
  'wentWrong',
  'wouldDoDifferently',
  'transferNeeds',
  'legalBasis',
] as const;

/** Writes one file for each practice into each of the folders; answers how many practices. */
export function writeMarkdown(snapshotFile: string, folders: readonly string[]): number {
  for (const folder of folders) mkdirSync(folder, { recursive: true });
  const snapshot = new DatabaseSync(snapshotFile, { readOnly: true });
  try {
    let count = 0;
    const rows = snapshot.prepare(`SELECT data FROM entry WHERE type = 'practice'`).iterate();
    for (const { data } of rows) {
      const entry = practice.parse(JSON.parse(String(data)));
      const markdown = markdownOf(entry);
      for (const folder of folders) writeFileSync(path.join(folder, `${entry.slug}.md`), markdown);
      count += 1;
    }
    return count;
  } finally {
    snapshot.close();
  }
}

function markdownOf(entry: z.infer<typeof practice>): string {
  const { ref, title, oneLine, summary, startYear, endYear, lifecycle } = entry;
  const head = {
    ref,
    title,
    oneLine,
    summary,
    startYear,
    endYear,
    lifecycle,
    steps: entry.processSteps.map((step) => ({ title: step.title, weeks: step.weeks })),
    sources: entry.sources.map((source) => ({ label: source.label, url: source.url })),
  };
  const parts = sections.flatMap((name) => {
    const body = z.string().nullish().parse(entry[name]);
    return body ? [`## ${name}\n\n${body}`] : [];
  });
  // YAML that is JSON: all of them read it.
  return `---\n${JSON.stringify(head)}\n---\n\n${parts.join('\n\n')}\n`;
}
