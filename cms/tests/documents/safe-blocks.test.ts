import { describe, expect, it } from 'vitest';
import { findBlocksIssues, isLibraryImage, isSafeLink } from '../../src/documents/safe-blocks.js';

describe('isSafeLink', () => {
  it.each([
    'https://example.org/a?b=c#d',
    'http://example.org',
    'HTTPS://example.org',
    'mailto:a@example.org',
  ])('takes %s', (url) => {
    expect(isSafeLink(url)).toBe(true);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'ftp://example.org',
    'tel:123',
    '//evil.example',
    '/\\evil.example',
    'https:\\\\evil.example',
    'https:evil.example',
    '/about',
    'https://',
    '',
  ])('refuses %j', (url) => {
    expect(isSafeLink(url)).toBe(false);
  });
});

describe('isLibraryImage', () => {
  it.each([
    ['/uploads/a_1f.png', true],
    ['https://cms.example/uploads/a_1f.png', true],
    ['https://evil.example/uploads/a.png', false],
    ['https://cms.example.evil/uploads/a.png', false],
    ['//evil.example/uploads/a.png', false],
    ['/uploads/../admin', false],
    ['/other/a.png', false],
    ['data:image/png;base64,AAAA', false],
  ])('%s → %s', (url, expected) => {
    expect(isLibraryImage(url, 'https://cms.example')).toBe(expected);
  });
});

describe('findBlocksIssues', () => {
  const find = (value: unknown) =>
    findBlocksIssues(value, ['body'], 'https://cms.example').map(({ path }) => path.join('.'));

  it('takes what the editor makes', () => {
    const text = { type: 'text', text: 'Δράμα 🎭', bold: true };
    const link = { type: 'link', url: 'https://example.org', children: [text] };
    const list = {
      type: 'list',
      format: 'ordered',
      children: [{ type: 'list-item', children: [link] }],
    };
    expect(find([{ type: 'heading', level: 2, children: [text] }, list])).toEqual([]);
  });

  it('names every node that is unsafe', () => {
    expect(
      find([
        {
          type: 'paragraph',
          children: [
            { type: 'text', text: 'a\u0000' },
            { type: 'link', url: '//x' },
          ],
        },
        { type: 'image', image: { url: 'https://evil.example/a.png' }, children: [] },
        { type: 'html', html: '<script>' },
        'text',
      ]),
    ).toEqual([
      'body.0.children.0.text',
      'body.0.children.1.url',
      'body.1.image',
      'body.2',
      'body.3',
    ]);
    expect(find('<p>')).toEqual(['body']);
  });

  it('refuses nesting without end', () => {
    let node: unknown = { type: 'text', text: 'x' };
    for (let depth = 0; depth < 50; depth += 1) node = { type: 'list', children: [node] };
    expect(find([node])).toHaveLength(1);
  });
});
