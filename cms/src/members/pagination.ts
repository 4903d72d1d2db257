import { z } from 'zod';

const MOST_PAGES = 100_000;
const MOST_ON_A_PAGE = 100;
const USUAL = { page: 1, pageSize: 25 };

/** `?pagination[page]=2&pagination[pageSize]=50`, as Strapi writes it. */
export const pageSchema = z.strictObject({
  pagination: z
    .strictObject({
      page: z.coerce.number().int().min(1).max(MOST_PAGES).default(USUAL.page),
      pageSize: z.coerce.number().int().min(1).max(MOST_ON_A_PAGE).default(USUAL.pageSize),
    })
    .default(USUAL),
});

type Pagination = z.output<typeof pageSchema>['pagination'];

export function pageOf(pagination: Pagination, total: number) {
  const pageCount = Math.ceil(total / pagination.pageSize);
  return { pagination: { ...pagination, pageCount, total } };
}
