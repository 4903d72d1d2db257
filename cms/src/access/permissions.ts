/**
 * What each role of visitors may do over REST, as Strapi's action ids. They stand here alone: at
 * every start the database is brought to this table, and the start fails if it still differs.
 *
 * Nobody reads content: the published site is the public API. Strapi's own account routes stay
 * closed for good, because as they come they tell who has an account and hand the refresh token out
 * in the body; the routes in `accounts` stand before them and ask nothing of this table.
 */
export const PERMISSIONS = {
  public: [],
  authenticated: [],
} as const satisfies Record<string, readonly string[]>;

export type VisitorRole = keyof typeof PERMISSIONS;

/** The settings of Strapi's accounts that it keeps in the database. */
export function accountSettings(siteUrl: string) {
  return {
    unique_email: true,
    allow_register: false,
    email_confirmation: true,
    email_reset_password: `${siteUrl}/members/reset`,
    email_confirmation_redirection: `${siteUrl}/members/confirm`,
    default_role: 'authenticated',
  };
}
