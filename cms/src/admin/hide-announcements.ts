/** Strapi's banner about its media library has no switch; it stays away once it was dismissed. */
const DISMISSED = 'STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_false:false';

/** What leads to Strapi's shop, its plans and its market has no switch either. */
const OFFERS = [
  'a[href*="//strapi.io"]',
  'a[href*=".strapi.io"]',
  'a[href$="/admin/marketplace"]',
  'a[href*="/settings/purchase-"]',
];

/** Nothing in the admin advertises. */
export function hideAnnouncements(): void {
  window.localStorage.setItem(DISMISSED, 'true');
  const style = document.createElement('style');
  style.textContent = `${OFFERS.join(', ')} { display: none !important; }`;
  document.head.append(style);
}
