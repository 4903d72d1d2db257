import { useAuth } from '@strapi/strapi/admin';
import { Typography } from '@strapi/design-system';
import { z } from 'zod';
import { mayWrite } from './may-write';
import type { DocumentAction } from './moderation/publish-by-review';
import type { PanelProps } from './open-entry';

const madeSchema = z.object({ createdBy: z.object({ id: z.union([z.number(), z.string()]) }) });

function useMayWrite({ model, document }: PanelProps, button: string | undefined): boolean {
  const user = useAuth('useMayWrite', (auth) => auth.user);
  const permissions = useAuth('useMayWrite', (auth) => auth.permissions);
  const maker = madeSchema.safeParse(document).data?.createdBy.id;
  const isOwn = !document || (maker !== undefined && String(maker) === String(user?.id));
  return mayWrite(permissions, { button, model, isOwn });
}

/** A button that would refuse whoever presses it is not there. */
export function forWhoMayWrite(action: DocumentAction): DocumentAction {
  const Allowed: DocumentAction = (props) => {
    const description = action(props);
    return useMayWrite(props, action.type) ? description : null;
  };
  return Object.assign(Allowed, action);
}

/** In place of the buttons that are not there. */
export function OnlyToReadPanel(props: PanelProps) {
  if (useMayWrite(props, 'update')) return null;
  return {
    title: 'Only to read',
    content: <Typography>You can read this entry; an editor can change it.</Typography>,
  };
}
