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

const inPanelSchema = z.object({ position: z.array(z.string()) });

/** What publishes several languages at once has no name; it stands beside the form as Publish does. */
function buttonOf({ type }: DocumentAction, description: object | null): string | undefined {
  const { data } = inPanelSchema.safeParse(description);
  return type ?? (data?.position.includes('panel') ? 'publish' : undefined);
}

/** A button that would refuse whoever presses it is not there. */
export function forWhoMayWrite(action: DocumentAction): DocumentAction {
  const Allowed: DocumentAction = (props) => {
    const description = action(props);
    return useMayWrite(props, buttonOf(action, description)) ? description : null;
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
