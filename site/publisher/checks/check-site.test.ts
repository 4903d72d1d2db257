import { describe, expect, it } from 'vitest';
import { testFolder, writeFiles } from '../test-folder.ts';
import { CheckFailedError } from './check-failed-error.ts';
import { checkSite, type SiteToCheck } from './check-site.ts';

const page = (body: string, lang = ' lang="en"') =>
  `<!doctype html><html${lang}><head><title>x</title></head><body><h1>x</h1>${body}</body></html>`;

const goodSite = {
  'index.html': page(
    '<a href="/cities/kavala#facts">Kavala</a><img src="/a.png" srcset="/a.png 1x, /b.png 2x">',
  ),
  'cities/kavala.html': page(
    '<section id="facts"></section><a href="/?x=1">home</a><a href="#facts">up</a>',
  ),
  'a.png': 'a',
  'b.png': 'b',
  'redirects.json': '[{"from":"/old","to":"/cities/kavala"}]',
};

const rules = {
  siteUrl: 'https://see.example',
  expectedPages: [{ path: '/cities/kavala', entry: 'SEE-C-001' }],
  leaks: { secrets: new Map([['buildToken', 'abcdef0123456789']]), allowedMail: ['see.example'] },
};

async function problemsOf(
  files: Record<string, string>,
  changes: Partial<SiteToCheck> = {},
): Promise<string[]> {
  const dir = writeFiles(testFolder(), { ...goodSite, ...files });
  const { problems } = await checkSite({ dir, ...rules, ...changes });
  return problems.map(({ message }) => message);
}

describe('the checks of a build', () => {
  it('let a sound build pass and count its pages', async () => {
    const dir = writeFiles(testFolder(), goodSite);
    expect(await checkSite({ dir, ...rules })).toEqual({ pages: 2, problems: [] });
  });

  it.each([
    ['a page that is not there', '<a href="/cities/nowhere">x</a>', 'no such page or file'],
    ['its own origin counts', '<link rel="canonical" href="https://see.example/gone">', 'no such'],
    ['an asset', '<script src="/_astro/gone.js"></script>', 'no such page or file'],
    ['an image of a set', '<img srcset="/a.png 1x, /gone.png 2x">', '/gone.png'],
    [
      'the picture of a shared link',
      '<meta property="og:image" content="https://see.example/share/gone.png">',
      '/share/gone.png',
    ],
    ['a fragment', '<a href="/cities/kavala#nothing">x</a>', 'has the id "nothing"'],
    ['a slash at the end', '<a href="/cities/kavala/">x</a>', 'no slash at the end'],
    ['the ending .html', '<a href="/cities/kavala.html">x</a>', 'no .html at the end'],
    ['a script as address', '<a href="javascript:alert(1)">x</a>', 'must not run a script'],
    ['an empty address', '<a href="">x</a>', 'the address is empty'],
  ])('refuse a broken link: %s', async (_, body, said) => {
    const problems = await problemsOf({ 'list.html': page(body) });
    expect(problems).toEqual([expect.stringContaining(said)]);
    expect(problems[0]).toContain('/list links to');
  });

  it('let pass redirects, other sites, mail and what the pool of assets holds', async () => {
    const pool = writeFiles(testFolder(), { '_astro/older.css': '' });
    const body =
      '<a href="/old">x</a><a href="https://other.example/x/">x</a><a href="mailto:info@see.example">x</a><link href="/_astro/older.css" rel="stylesheet">';
    expect(await problemsOf({ 'list.html': page(body) }, { alsoServed: pool })).toEqual([]);
  });

  it('refuse a redirect to nowhere', async () => {
    expect(await problemsOf({ 'redirects.json': '[{"from":"/old","to":"/gone"}]' })).toEqual([
      'The redirect from /old leads to /gone, which is not there.',
    ]);
  });

  it('refuse a build in which a published entry has no page', async () => {
    const expectedPages = [{ path: '/el/cities/kavala', entry: 'SEE-C-001' }];
    expect(await problemsOf({}, { expectedPages })).toEqual([
      'The page /el/cities/kavala of SEE-C-001 is missing from the build.',
    ]);
  });

  it.each([
    ['two headings', page('<h1>again</h1>'), 'has 2 <h1> elements'],
    ['no language', page('', ''), 'does not name its language'],
    ['a draft', page('<article data-draft></article>'), 'shows a draft'],
    ['a secret', page('<!-- abcdef0123456789 -->'), 'contains the secret "buildToken"'],
    ['a mail address', page('maria@town.example'), 'shows the mail address maria@town.example'],
    ['one in Greek', page('μαρία@δήμος.example'), 'μαρία@δήμος.example'],
  ])('refuse a page with %s', async (_, html, said) => {
    expect(await problemsOf({ 'page.html': html })).toEqual([expect.stringContaining(said)]);
  });

  it('look for secrets in every file and for mail addresses in open data', async () => {
    const problems = await problemsOf({
      '_astro/page.js': 'const t="abcdef0123456789"',
      'data/cities.csv': 'ref,mail\nSEE-C-001,mayor@town.example\n',
      'about.txt': 'info@see.example',
    });
    expect(problems).toHaveLength(2);
  });

  it('end in one error that names the entry of the first problem', () => {
    const error = new CheckFailedError(
      Array.from({ length: 23 }, () => ({ page: '/cities/kavala', message: 'broken' })),
      rules.expectedPages,
    );
    expect(error.entry).toBe('SEE-C-001');
    expect(error.message).toMatch(/broken\n… and 3 more\.$/);
  });
});
