import type { PortUse } from '../machine/ports.ts';
import type { Settings } from '../machine/settings.ts';

/** Every port the platform listens on. */
export function portUses({ ports }: Settings): PortUse[] {
  const isMailCaught = !process.env.SMTP_HOST;
  return [
    { port: ports.site, purpose: 'the site', variable: 'SITE_PORT' },
    { port: ports.cms, purpose: 'the CMS', variable: 'CMS_PORT' },
    { port: ports.publisher, purpose: 'the publisher', variable: 'PUBLISHER_PORT' },
    ...(isMailCaught
      ? [
          { port: ports.mailWeb, purpose: 'the mail inbox', variable: 'MAIL_WEB_PORT' },
          { port: ports.mailSmtp, purpose: 'catching mail', variable: 'MAIL_SMTP_PORT' },
        ]
      : []),
  ];
}
