import { expect, test } from 'vitest';
import { city, methodology, practice, project, tinySnapshot } from '../../test/tiny-snapshot.ts';
import { listRedirects } from './redirects.ts';

const redirects = (...entries: Parameters<typeof tinySnapshot>[0]) =>
  new Map(listRedirects(tinySnapshot(entries)).map(({ from, to }) => [from, to]));

test.each([
  ['/the-platform', '/about'],
  ['/repository/roadmap', '/methodologies/roadmap'],
  ['/repository/lessons-learned', '/projects/status'],
  ['/urban-centers', '/instruments?kind=urbanCenter'],
  ['/utfs', '/instruments?kind=urbanTaskForce'],
  ['/news-newsletter', '/news'],
  ['/see-city-network/planning-processes', '/strategies'],
])('%s of the first platform leads to %s, with a slash and in every language', (from, to) => {
  const found = redirects(
    methodology('SEE-M-001', { slug: 'roadmap' }),
    project('SEE-J-001', { slug: 'status' }),
  );
  expect(found.get(from)).toBe(to);
  expect(found.get(`${from}/`)).toBe(to);
  expect(found.get(`/sr${from}`)).toBe(`/sr${to}`);
});

test('without the methodology and the project of STATUS, their lists stand in', () => {
  expect(redirects().get('/repository/roadmap')).toBe('/methodologies');
  expect(redirects().get('/repository/lessons-learned')).toBe('/projects');
});

test('a former slug leads to the present one in five languages', () => {
  const found = redirects(city('SEE-C-001', { slug: 'alpha', formerSlugs: ['old', 'older'] }));
  for (const prefix of ['', '/el', '/ro', '/it', '/sr']) {
    expect(found.get(`${prefix}/cities/old`)).toBe(`${prefix}/cities/alpha`);
    expect(found.get(`${prefix}/cities/older`)).toBe(`${prefix}/cities/alpha`);
  }
});

test('a former slug that another entry has taken does not hide its page', () => {
  const found = redirects(
    practice('SEE-P-001', { slug: 'new', formerSlugs: ['taken', 'new'] }),
    practice('SEE-P-002', { slug: 'taken' }),
  );
  expect(found.has('/practices/taken')).toBe(false);
  expect(found.has('/practices/new')).toBe(false);
});
