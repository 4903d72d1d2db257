import { Link } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';

interface EntryLinkProps {
  type: string;
  documentId: string;
  children: ReactNode;
}

/** Leads to an entry's form. */
export function EntryLink({ type, documentId, children }: EntryLinkProps) {
  const to = `/content-manager/collection-types/api::${type}.${type}/${documentId}`;
  return (
    <Link tag={RouterLink} to={to}>
      {children}
    </Link>
  );
}
