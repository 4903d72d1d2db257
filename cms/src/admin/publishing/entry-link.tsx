import { Link } from '@strapi/design-system';
import { forwardRef, type ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';

interface EntryLinkProps {
  type: string;
  documentId: string;
  /** What the form is told of where it was opened from. */
  state?: unknown;
  children: ReactNode;
}

/** Leads to an entry's form. */
export const EntryLink = forwardRef<HTMLAnchorElement, EntryLinkProps>(function EntryLink(
  { type, documentId, state, children },
  ref,
) {
  const to = `/content-manager/collection-types/api::${type}.${type}/${documentId}`;
  return (
    <Link ref={ref} tag={RouterLink} to={to} state={state}>
      {children}
    </Link>
  );
});
