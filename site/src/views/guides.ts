import { z } from 'zod';

const guide = z.object({
  frontmatter: z.object({
    title: z.string(),
    lead: z.string(),
    order: z.number(),
    basedOn: z.array(z.string().regex(/^SEE-[A-Z]-\d{3,}$/)),
  }),
  file: z.string(),
});

export type Guide = z.infer<typeof guide>['frontmatter'] & { readonly slug: string };

/** The front matter of the guides, in their order. Throws on a guide without a proper head. */
export function listGuides(modules: readonly unknown[]): Guide[] {
  return modules
    .map((module) => {
      const { frontmatter, file } = guide.parse(module);
      return { ...frontmatter, slug: slugOf(file) };
    })
    .sort((one, other) => one.order - other.order);
}

export function slugOf(file: string): string {
  return file.replace(/^.*\//, '').replace(/\.mdx$/, '');
}
