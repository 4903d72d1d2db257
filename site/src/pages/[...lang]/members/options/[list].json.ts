import type { APIRoute } from 'astro';
import { languageOfPath, languages } from '../../../../languages.ts';
import { openSnapshot } from '../../../../snapshot/open.ts';
import { optionLists, viewOptions } from '../../../../views/entry-options.ts';

export const getStaticPaths = () =>
  languages.flatMap(({ path }) =>
    optionLists.map((list) => ({ params: { lang: path || undefined, list } })),
  );

export const GET: APIRoute = ({ params }) => {
  const list = optionLists.find((each) => each === params.list);
  if (!list) throw new Error(`There is no list of options "${params.list ?? ''}".`);
  return Response.json(viewOptions(openSnapshot(), languageOfPath(params.lang), list));
};
