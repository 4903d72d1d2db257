/** Orders by public id: SEE-C-002 before SEE-C-010 before SEE-C-1000. */
export function compareRefs(a: { readonly ref: string }, b: { readonly ref: string }): number {
  return a.ref.length - b.ref.length || (a.ref < b.ref ? -1 : Number(a.ref > b.ref));
}
